"""What a store refuses."""

from ...agents.names import DeclarationError


class StoreError(DeclarationError):
    """A store that cannot be written or read: the text is one line and says what to do."""
