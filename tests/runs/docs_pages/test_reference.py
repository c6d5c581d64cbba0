from pathlib import Path

from reassure.runs.docs_pages import reference

PAGE = Path(__file__).parents[3] / "docs" / "reference.md"


def test_the_reference_page_is_what_the_declarations_say():
    assert PAGE.read_text(encoding="utf-8") == reference.page(), "run: python -m reassure.runs.docs_pages.reference"


def test_a_cell_with_a_bar_does_not_break_its_row():
    assert reference.table(("a",), [("x|y",)]).splitlines()[-1] == "| x\\|y |"
