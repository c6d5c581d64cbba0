"""Commands that are said to people: they must do what they say when they are pasted into a shell."""

import re
import shlex

COMMAND = re.compile(r"\breassure(?: [a-z]+)(?: [A-Z][A-Z0-9]+\b)*")
"""A command within a sentence, such as `reassure resume DIR`."""
UNBROKEN = "\N{NO-BREAK SPACE}"


def command(*words: object) -> str:
    """`reassure` with these words, each quoted as a shell needs it."""
    return shlex.join(["reassure", *map(str, words)])


def unbroken(text: str) -> str:
    """`text` with the blanks of its commands such that no line breaks there."""
    return COMMAND.sub(lambda found: found[0].replace(" ", UNBROKEN), text)
