"""What a store refuses."""

from pathlib import Path

from ...agents.names import DeclarationError


class StoreError(DeclarationError):
    """A store that cannot be written or read: the text is one line and says what to do."""


class DamagedError(StoreError):
    """A shard that is not as it was written; its futures can be played again."""


class ForeignError(StoreError):
    """A shard that is whole and lies in a store that it is not of; nothing plays over it."""


def refuse_unspeakable(folder: Path) -> None:
    """Raise StoreError for a folder whose name is not UTF-8: no reader of Parquet opens what is in it."""
    try:
        str(folder).encode()
    except UnicodeEncodeError:
        raise StoreError(f"{folder}: a store lies in a folder whose name is UTF-8; give it another name") from None
