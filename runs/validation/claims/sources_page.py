"""The page of sources, which `python -m reassure.runs.validation.claims.sources_page` writes; `reassure glossary` answers the same.

It stands here because the claims, which are sources too, are declared here.
"""

from pathlib import Path

from ...docs_pages.reference import table
from ...docs_pages.sources import SOURCES, Source
from ...files.whole import write_whole
from . import CLAIMS

PLACE = Path("docs/sources.md")
ARTICLE = "the article: NATO Unity Tested as Allies Clash Over Security Guarantees for Ukraine, 21 August 2025"
COLUMNS = ("code", "what it says", "from", "how found", "confidence")
HEAD = """# Sources

Written by `python -m reassure.runs.validation.claims.sources_page`; the terminal answers `reassure glossary CODE`.

Sources in tables and output are codes, names of studies, or the word *assumption*, which means that no data were found. What a code
says is in our words. *Looked up* means read in stored copies, mostly abstracts and excerpts, rarely whole works; *from memory* was
not confirmed; *derived and checked here* was worked out anew. Sizes that no study gave are assumptions, whatever stands beside.
"""
PARTS = {
    "Claims of the article": "C",
    "Signs of theory and evidence": "T",
    "Exact results": "X",
    "Anchors in figures": "A",
    "Parts of theory": "2.",
}
"""Headings, and how the codes beneath begin."""
INTRODUCTIONS = {
    "C": "What it claims, put to the model by `reassure claims` ([claims.md](claims.md)). A claim is no evidence.",
    "T": "Which way something should go; `reassure verify` asks the rules ([verification.md](verification.md)).",
    "X": "Results with a known number; `reassure verify` holds the rules against those that contain them.",
    "A": "`reassure calibration` holds the world against some of them ([calibration.md](calibration.md)).",
    "2.": "What the signs, the terms and the rules are taken from.",
}


def explained() -> dict[str, Source]:
    """Every code with what it stands for."""
    claims = {each.label: Source(each.label, f"{each.words}.", ARTICLE, "looked up", "a claim") for each in CLAIMS}
    return {**claims, **SOURCES}


def page() -> str:
    """The text of the page."""
    left = explained()
    told = [HEAD]
    for heading, beginning in PARTS.items():
        chosen = [left.pop(code) for code in list(left) if code.startswith(beginning) and code[len(beginning) :].isdigit()]
        told.append(f"## {heading}\n\n{INTRODUCTIONS[beginning]}\n\n{table(COLUMNS, chosen)}\n")
    return "\n".join([*told, f"## Other\n\n{table(COLUMNS, left.values())}\n"])


def main() -> None:
    """Write the page."""
    write_whole(PLACE, page())


if __name__ == "__main__":
    main()
