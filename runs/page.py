"""A page of the docs, written whole or not at all."""

from pathlib import Path

from ..agents.names import DeclarationError


def write_page(place: Path, text: str) -> None:
    """Write the text beside its place and rename it into it. Raises DeclarationError, in one line, if that cannot be done."""
    draft = place.with_name(place.name + ".part")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(place)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise DeclarationError(f"cannot write {place}: {error.strerror or error}") from None
