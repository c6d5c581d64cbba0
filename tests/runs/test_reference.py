from pathlib import Path

from reassure.runs import reference

PAGE = Path(__file__).parents[2] / "docs" / "reference.md"


def test_the_reference_page_is_what_the_declarations_say():
    assert PAGE.read_text(encoding="utf-8") == reference.page(), "run: python -m reassure.runs.reference"


def test_a_cell_with_a_bar_does_not_break_its_row():
    assert reference.table(("a",), [("x|y",)]).splitlines()[-1] == "| x\\|y |"
