"""Exit statuses of the commands, besides 0: all went well, and 1: a check failed."""

REFUSED = 2
"""A command that could not be carried out as asked, or whose output cannot be written."""
INTERRUPTED = 130
"""Ctrl-C: what a shell reports of a program that is interrupted."""
READER_LEFT = 141
"""Whoever read the output has gone, as `head` does: what a shell reports of a program that this ends."""
