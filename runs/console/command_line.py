"""Commands that are said to people: they must do what they say when they are pasted into a shell."""

import shlex


def command(*words: object) -> str:
    """`reassure` with these words, each quoted as a shell needs it."""
    return shlex.join(["reassure", *map(str, words)])
