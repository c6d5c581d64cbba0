"""`reassure glossary`: terms of art, each in a sentence, and what the codes of sources stand for."""

from typing import Annotated

import typer

from ...agents.declaration import DeclarationError, nearest
from ..console.options import JsonOption
from ..console.paragraph import paragraph
from ..console.terminal import console, write_json


def glossary(
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="Only entries with these words, or codes.")] = None,
    json: JsonOption = False,
) -> None:
    """Say what the terms mean (twin, credibility gap, deterred, luck), and what codes of sources stand for (A36, T26, C5, 2.6)."""
    from ..docs_pages.glossary import found
    from ..docs_pages.sources import SOURCES, codes_in

    sought = " ".join(words or [])
    codes = [sought] if sought in SOURCES else codes_in(sought.upper())
    if " ".join(codes) in {sought, sought.upper()} and codes:
        _print_sources(codes, json)
        return
    entries = found(sought)
    if not entries:
        raise DeclarationError(f"the glossary has nothing with {sought!r}; 'reassure glossary' prints all of it")
    if json:
        write_json({entry.term: entry.meaning for entry in entries})
        return
    out = console()
    for entry in entries:
        paragraph(out, f"{entry.term}: {entry.meaning}", hang=2)


def _print_sources(codes: list[str], json: bool) -> None:
    from ..validation.claims.sources_page import explained

    known = explained()
    for code in codes:
        if code not in known:
            raise DeclarationError(f"there is no code {code}; {nearest(code, known)}")
    if json:
        write_json({code: known[code]._asdict() for code in codes})
        return
    out = console()
    for each in (known[code] for code in codes):
        origin = f"{each.citation} ({each.found}; confidence: {each.confidence})"
        paragraph(out, f"{each.code}: {each.statement} From: {origin}.", hang=2)
