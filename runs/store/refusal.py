"""What a store refuses."""

from ...agents.names import DeclarationError


class StoreError(DeclarationError):
    """A store that cannot be written or read: the text is one line and says what to do."""


class DamagedError(StoreError):
    """A shard that is not as it was written; its futures can be played again."""


class ForeignError(StoreError):
    """A shard that is whole and lies in a store that it is not of; nothing plays over it."""
