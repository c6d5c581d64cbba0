import io

import pytest
from rich.console import Console

from reassure.runs.console.rows import print_rows

NAMES = ["scenario", "troop_ceiling", "violations a year"]
ROWS = [["limited_reassurance_force", "15", "129,720.25"], ["Türkiye", "0.333333", "中"]]


def printed(width, names=NAMES, rows=ROWS):
    out = io.StringIO()
    print_rows(Console(file=out, width=width, markup=False, highlight=False, emoji=False), names, rows)
    return out.getvalue()


@pytest.mark.parametrize("width", [10, 20, 40, 60, 80, 200])
def test_no_value_is_cut_or_broken_at_any_width(width):
    text = printed(width)
    for row in [NAMES, *ROWS]:
        for value in row:
            assert value in text


def test_where_it_fits_a_row_is_a_line_and_where_not_a_block():
    wide, narrow = printed(80), printed(40)
    assert any(all(value in line for value in ROWS[0]) for line in wide.splitlines())
    assert "row 1\n  scenario           limited_reassurance_force\n  troop_ceiling      15\n" in narrow
    assert "row 2\n" in narrow


def test_markup_and_no_rows_are_taken_as_they_are():
    assert "[red]x[/red]" in printed(80, ["[bold]a"], [["[red]x[/red]"]])
    assert printed(80, NAMES, []) == printed(10, NAMES, []) == "no rows\n"
