import numpy as np
import pytest

from reassure.model import outcomes
from reassure.model.outcomes import EVENTS, EVER, MEANS, WORST
from reassure.model.wargame import Wargame


@pytest.mark.parametrize("declared", [*WORST, *EVENTS, *MEANS], ids=lambda declared: declared.name)
def test_everything_recorded_has_unit_meaning_and_source(declared):
    assert declared.name and declared.unit and declared.meaning and declared.source


def test_the_worst_outcomes_are_in_order():
    assert [declared.name for declared in WORST] == ["held", "simmering", "eroded", "renewed_war", "clash", "wider_war"]
    assert set(EVER) <= {declared.name for declared in EVENTS}
    assert len(outcomes.RUNGS) == outcomes.RUNG.nuclear_use + 1


@pytest.mark.parametrize(("worst", "fails"), [(0, False), (1, False), (2, True), (3, True), (4, True), (5, True)])
def test_a_ceasefire_fails_when_eroded_or_worse(worst, fails):
    assert outcomes.failed(worst) == fails
    assert outcomes.failed(np.array([worst, 0])).tolist() == [fails, False]


def test_pressing_is_counted_as_often_as_kyiv_chooses_it():
    game = Wargame("limited_reassurance_force", rng=2, weeks=60, orders=["3:ukraine:press"])
    pressed = 0
    while game.running:
        game.step()
        made = game.ukraine.explain()
        pressed += bool(game.ukraine.decided_now and made.chosen == "press")
    assert game.world.outcome.presses == pressed >= 1
