"""`reassure glossary`: terms of art, each in a sentence."""

from typing import Annotated

import typer

from ...agents.declaration import DeclarationError
from ..console.options import JsonOption
from ..console.paragraph import paragraph
from ..console.terminal import console, write_json


def glossary(
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="Only entries with these words.")] = None,
    json: JsonOption = False,
) -> None:
    """Say what the terms mean: twin, credibility gap, deterred, luck ..."""
    from ..docs_pages.glossary import found

    sought = " ".join(words or [])
    entries = found(sought)
    if not entries:
        raise DeclarationError(f"the glossary has nothing with {sought!r}; 'reassure glossary' prints all of it")
    if json:
        write_json({entry.term: entry.meaning for entry in entries})
        return
    out = console()
    for entry in entries:
        paragraph(out, f"{entry.term}: {entry.meaning}", hang=2)
