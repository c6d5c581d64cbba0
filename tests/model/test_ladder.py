import pytest

from reassure.model import ladder
from reassure.model.events import deed, words
from reassure.model.outcomes import RUNG, SPEECH


def climb(world, *deeds):
    """The rung after each step, each with a deed (or 0)."""
    rungs = []
    for done in deeds:
        world.ladder.deed = done
        ladder.climb_or_descend(world)
        rungs.append(int(world.ladder.rung))
    return rungs


def test_up_at_once_and_down_one_rung_in_four_weeks(fresh):
    assert climb(fresh(), RUNG.probing, *[0] * 12) == [3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 0]


def test_a_deed_on_the_rung_keeps_it(fresh):
    assert climb(fresh(), 3, 0, 0, 3, 0, 0, 0, 0, 1) == [3, 3, 3, 3, 3, 3, 3, 2, 2]


def test_a_lower_deed_does_not(fresh):
    assert climb(fresh(), 3, 2, 2, 2, 2, 2, 2) == [3, 3, 3, 3, 2, 2, 2]


def test_half_steps_climb_down_in_the_same_time(fresh):
    world = fresh(steps_per_week=2)
    assert climb(world, 3, *[0] * 8)[-2:] == [3, 2]


def test_the_highest_rung_is_remembered(fresh):
    world = fresh()
    climb(world, 2, RUNG.general_war, *[0] * 9)
    assert world.outcome.peak_rung == RUNG.general_war
    assert world.ladder.rung == RUNG.general_war - 2


@pytest.mark.parametrize(
    ("conduct", "crisis", "rung"), [(0, 0, 0), (1, 0, RUNG.pressure), (2, 0, RUNG.pressure), (0, 1, RUNG.mobilisation)]
)
def test_standing_conduct_and_a_standing_crisis_are_deeds(fresh, conduct, crisis, rung):
    world = fresh("bare_ceasefire")
    world.field.conduct, world.field.crisis = conduct, crisis
    ladder.open_ladder(world)
    assert (world.ladder.deed, world.ladder.words) == (rung, SPEECH.silence)


@pytest.mark.parametrize(
    ("promised", "consent", "said"), [(0.0, 0, SPEECH.silence), (10.0, 0, SPEECH.protest), (10.0, 1, SPEECH.silence)]
)
def test_a_presence_without_consent_meets_protest(fresh, promised, consent, said):
    # C33
    world = fresh(russian_consent=consent)
    world.coalition.promised_troops = promised
    ladder.open_ladder(world)
    assert world.ladder.words == said


def test_only_the_gravest_deed_and_word_of_a_week_count(fresh):
    world = fresh("bare_ceasefire")
    for done, said in ((2, SPEECH.threats), (5, SPEECH.nuclear_signalling), (3, SPEECH.protest)):
        deed(world, done)
        words(world, said)
    assert (world.ladder.deed, world.ladder.words) == (5, SPEECH.nuclear_signalling)
