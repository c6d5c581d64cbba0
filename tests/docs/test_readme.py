"""The futures that the README opens go on for long enough to be opened there."""

import re
from pathlib import Path

import pytest

from reassure.model.outcomes import END
from reassure.model.scenario import load
from reassure.runs.ensemble.futures import Policy, play

README = Path(__file__).parents[2] / "README.md"
OPENED = re.findall(r"reassure view(?: (\w+))? --run (\d+) --week (\d+)", README.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("scenario", "run", "week"), OPENED)
def test_a_future_opened_at_a_week_lasts_until_then(scenario, run, week):
    found = play(Policy(load(scenario or "limited_reassurance_force")), 1, 1, int(run))
    assert found["weeks"][0] > int(week)
    assert found["worst"][0] >= END.eroded  # there is something to be seen


def test_the_readme_opens_a_future():
    assert OPENED
