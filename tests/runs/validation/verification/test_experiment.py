import numpy as np
import pytest

from reassure.model.outcomes import EVENT, OUTCOME
from reassure.runs.validation.verification import experiment
from reassure.runs.validation.verification.settings import settings


@pytest.fixture
def made():
    """A hundred futures of a year each in which nothing has happened."""
    outcomes = np.zeros(100, OUTCOME)
    outcomes["first"] = -1
    outcomes["weeks"] = 52.0
    return outcomes


def with_war(outcomes, count):
    changed = outcomes.copy()
    changed["first"][:count, EVENT.renewed_war] = 10
    return changed


def test_a_change_is_that_of_the_pairs(made):
    change = experiment.difference(experiment.WAR, with_war(made, 30), with_war(made, 10))
    assert change.value == pytest.approx(0.2)
    # twenty of a hundred pairs change: the interval is that of a mean of zeros and ones
    half = 1.96 * np.sqrt(0.2 * 0.8 / 99)
    assert change.high - change.value == pytest.approx(half, rel=1e-3)


def test_groups_count_as_one(made):
    together = experiment.difference(experiment.WAR, with_war(made, 25), made, groups=4)
    apart = experiment.difference(experiment.WAR, with_war(made, 25), made)
    assert together.value == apart.value
    assert together.high - together.low > apart.high - apart.low


def test_a_ratio_weighs_what_it_is_a_ratio_of(made):
    made["attacks"][:4], made["clashes"][:3] = 1, 1
    made["first"][:3, EVENT.clash] = 5
    assert experiment.level(experiment.ANSWERED, made).value == pytest.approx(0.75)
    assert experiment.level(experiment.ANSWERED, with_war(made[10:], 3)).value is None


def test_ground_lost_in_war_is_not_a_grab(made):
    made["first"][:6, EVENT.erosion] = 20
    made["first"][:4, EVENT.renewed_war] = [10, 20, 30, 40]
    assert experiment.GRABS.of(made).sum() == 4


def test_one_change_may_depend_on_another(made):
    arms = [with_war(made, count) for count in (50, 10, 30, 10)]
    assert experiment.difference_of_differences(experiment.WAR, arms).value == pytest.approx(0.2)


def test_relative_change_is_of_itself(made):
    change, _ = experiment.relative_difference(experiment.WAR, with_war(made, 15), with_war(made, 20))
    assert change.value == pytest.approx(-0.25)


def test_settings_differ_and_are_the_same_again():
    first, second = settings(3)[:2]
    assert first.levers != second.levers
    assert settings(3)[0] == settings(4)[0]
    assert first.pins["denial"] != second.pins["denial"]
    assert "mindset" not in first.pins


def test_arms_of_one_setting_share_their_luck():
    chosen = settings(3)
    assert np.array_equal(experiment.outcomes_of(chosen, 5, 1), experiment.outcomes_of(chosen, 5, 1))
    alone = experiment.outcomes_of(chosen[:1], 5, 1)
    assert np.array_equal(alone, experiment.outcomes_of(chosen, 5, 1)[:5])
