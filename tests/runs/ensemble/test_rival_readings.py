import pytest

from reassure.runs.ensemble.intervals import NOT_OBSERVED, Interval
from reassure.runs.ensemble.rival_readings import Dispute, Row, title

LESS, MORE, UNCLEAR = Interval(-0.05, -0.08, -0.02), Interval(0.05, 0.02, 0.08), Interval(-0.01, -0.04, 0.02)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (LESS, LESS, "holds"),
        (MORE, MORE, "holds"),
        (LESS, MORE, "reverses"),
        (UNCLEAR, UNCLEAR, "not clear"),
        (LESS, UNCLEAR, "clear only if vents"),
        (UNCLEAR, MORE, "clear only if wins"),
        (LESS, NOT_OBSERVED, "clear only if vents"),
    ],
)
def test_what_becomes_of_a_sign_from_one_reading_to_the_other(one, other, told):
    assert Dispute("pressure_relief", {"vents": one, "wins": other}).told == told


def test_of_a_pinned_structure_it_is_said_that_it_is_fixed():
    assert Dispute("pressure_relief", {"vents": LESS}, fixed=True).told == "fixed"


def row(overall, *disputes):
    return Row("mine", overall, tuple(Dispute(name, {"one": one, "other": other}) for name, one, other in disputes))


@pytest.mark.parametrize(
    ("made", "verdict"),
    [
        (row(LESS, ("reputation", LESS, LESS), ("nearness", LESS, LESS)), "holds"),
        (row(MORE, ("reputation", MORE, MORE)), "holds"),
        (row(LESS, ("reputation", LESS, MORE), ("nearness", LESS, LESS)), "depends on reputation"),
        (row(LESS, ("reputation", LESS, UNCLEAR), ("nearness", UNCLEAR, LESS)), "depends on reputation and nearness"),
        (row(UNCLEAR, ("reputation", LESS, UNCLEAR)), "depends on reputation"),
        (row(UNCLEAR, ("reputation", LESS, MORE)), "depends on reputation"),
        (row(UNCLEAR, ("reputation", UNCLEAR, UNCLEAR)), "not clear"),
        (row(LESS, ("reputation", UNCLEAR, UNCLEAR)), "not clear"),  # too few futures of each
    ],
)
def test_a_headline_holds_if_all_intervals_lie_on_one_side(made, verdict):
    assert made.verdict == verdict


HOLDING, SPLIT, DARK = (
    row(LESS, ("reputation", LESS, LESS)),
    row(LESS, ("reputation", LESS, UNCLEAR)),
    row(UNCLEAR, ("reputation", UNCLEAR, UNCLEAR)),
)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([HOLDING], "the sign of the change holds under every rival reading"),
        ([HOLDING, HOLDING], "the sign of the change holds under every rival reading in every package"),
        (
            [HOLDING, SPLIT],
            "the sign of the change holds under every rival reading in 1 of 2 packages; elsewhere it depends on reputation",
        ),
        ([HOLDING, DARK], "the sign of the change holds under every rival reading in 1 of 2 packages; elsewhere it is not clear"),
        ([SPLIT], "whether there is a clear change depends on reputation"),
        ([DARK, DARK], "no clear sign of a change under any rival reading"),
    ],
)
def test_the_title_is_computed(rows, told):
    assert title(rows) == f"Troops alone: {told}"
