"""Paragraphs on a page: wrapped to the width, indented, and without blanks at the ends of lines (they would travel in pipes)."""

from rich.console import Console
from rich.text import Text


def paragraph(out: Console, text: str | Text, indent: int = 0, hang: int = 0, style: str = "") -> None:
    """Print a paragraph indented by `indent` columns, its second and later lines by `hang` more."""
    body = Text(text, style=style) if isinstance(text, str) else text
    room = max(20, out.width - indent - hang)
    lines = body.wrap(out, room)
    for number, line in enumerate(lines):
        line.rstrip()
        out.print(Text(" " * (indent + (hang if number else 0))) + line, soft_wrap=True)
