from pathlib import Path

import pytest

from reassure.model.outcomes import WORST
from reassure.runs.cli import run
from reassure.runs.docs_pages.glossary import GLOSSARY, found, page

PAGE = Path(__file__).parents[3] / "docs" / "glossary.md"


def test_the_page_is_what_the_module_says():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m reassure.runs.docs_pages.glossary"


def test_it_is_in_order_and_each_term_stands_once():
    terms = [entry.term for entry in GLOSSARY]
    assert terms == sorted(set(terms), key=str.casefold)


@pytest.mark.parametrize("name", [outcome.name for outcome in WORST])
def test_every_outcome_is_explained(name):
    words = name.replace("_", " ")
    assert any(words in f"{entry.term} {entry.meaning}".replace("erosion", "eroded") for entry in GLOSSARY)


def test_a_word_brings_its_own_entry_first(capsys):
    assert found("twin")[0].term == "twin"
    assert len(found("")) == len(GLOSSARY)
    assert run(["glossary", "credibility", "gap"]) == 0
    assert capsys.readouterr().out.startswith("credibility gap: ")


def test_a_word_that_is_not_there_is_one_line(capsys):
    assert run(["glossary", "zebra"]) == 2
    assert "nothing with 'zebra'" in capsys.readouterr().err
