import re

import pytest

from reassure.runs.cli import run
from reassure.runs.docs_pages.sources import CODE, SOURCES, codes_in, read
from reassure.runs.numbers.trees import FLOORS
from reassure.runs.validation.claims.sources_page import explained, page

KINDS = ("agents/**/*.py", "model/**/*.py", "model/scenarios/*.toml", "runs/**/*.py", "runs/**/*_coding.csv", "docs/*.md", "*.md")
MENTIONED = re.compile(r"(?<![\w.#-])[CTXA][1-9]\d?(?!\w)")
PARTS = re.compile(r"evidence,? (?:part|weak spot) \d|codebook|24/48/72 hour plan|planned form|two-point fit")
THEORY = re.compile(r"(?:\"|sign: |; |, )(2\.\d{1,2})(?=[\";:,]| with)")
"""Parts of theory as sources name them: other numbers have no such neighbours."""


def mentioned(pattern):
    """What a pattern finds in the code, the scenarios and the pages, without the page of sources and its table."""
    paths = {path for kind in KINDS for path in FLOORS.glob(kind)} - {FLOORS / "docs" / "sources.md", FLOORS / "CHANGELOG.md"}
    return {found for path in paths for found in pattern.findall(path.read_text(encoding="utf-8"))}


def test_every_code_in_code_and_pages_is_explained_and_no_other():
    codes = mentioned(MENTIONED) | {code for code in mentioned(THEORY) if code in SOURCES or CODE.fullmatch(code)}
    known = {code for code in explained() if CODE.fullmatch(code)}
    assert codes - known == set()
    assert {code for code in known if not code.startswith("2.")} - codes == set()
    assert {each.replace("evidence, ", "evidence ") for each in mentioned(PARTS)} <= SOURCES.keys()


def test_the_page_is_as_written():
    assert page() == (FLOORS / "docs" / "sources.md").read_text(encoding="utf-8")


def test_each_says_where_it_comes_from_and_how_sure_it_is():
    for each in SOURCES.values():
        assert each.statement.endswith(".") and len(each.citation) > 3
        assert each.found in {"looked up", "from memory", "derived and checked here", "searched for in vain"}
        assert each.confidence in {"high", "medium", "low"}


def test_a_code_that_stands_twice_is_refused(tmp_path):
    place = tmp_path / "sources.csv"
    place.write_text("code,statement,citation,found,confidence\nA1,a,b,c,d\nA1,a,b,c,d\n")
    with pytest.raises(ValueError, match="twice"):
        read(place)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("A36: 32 per cent", ["A36"]),
        ("sign: 2.9, T27; size assumption", ["2.9", "T27"]),
        ("2.10 with 2.9; C39", ["2.10", "2.9", "C39"]),
        ("evidence part 4", []),
        ("RR2533, 2.14, 12.5 and 2.75", []),
    ],
)
def test_codes_are_found_in_a_text_of_sources(text, codes):
    assert codes_in(text) == codes


def test_the_terminal_says_what_a_code_stands_for(capsys):
    assert run(["glossary", "a36", "C5", "2.6"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("A36: ") and "\nC5: " in told and "\n2.6: " in told and "confidence: high" in told
    assert run(["glossary", "evidence", "part", "4"]) == 0
    assert run(["glossary", "A5"]) == 2
    assert "there is no code A5" in capsys.readouterr().err
