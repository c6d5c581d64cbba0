import pytest

from reassure.agents.russia import CONDUCT
from reassure.model import ladder
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
    ("conduct", "crisis", "rung"),
    [(CONDUCT.comply, 0, 0), (CONDUCT.coerce, 0, 2), (CONDUCT.probe, 0, 2), (CONDUCT.comply, 1, 4), (CONDUCT.probe, 1, 4)],
)
def test_standing_conduct_and_a_standing_crisis_are_deeds_and_last_weeks_are_not(fresh, conduct, crisis, rung):
    world = fresh("bare_ceasefire")
    world.ladder.deed, world.ladder.words = RUNG.clash, SPEECH.nuclear_signalling
    world.field.conduct, world.field.crisis = conduct, crisis
    ladder.open_ladder(world)
    assert (world.ladder.deed, world.ladder.words) == (rung, SPEECH.silence)


@pytest.mark.parametrize(
    ("promised", "consent", "said"),
    [
        (0.0, 0, SPEECH.silence),
        (0.1, 0, SPEECH.protest),
        (10.0, 0.49, SPEECH.protest),
        (10.0, 0.5, SPEECH.silence),
        (10.0, 1, SPEECH.silence),
    ],
)
def test_a_presence_without_at_least_half_consent_meets_protest(fresh, promised, consent, said):
    # C33
    world = fresh(russian_consent=consent)
    world.coalition.promised_troops = promised
    ladder.open_ladder(world)
    assert (world.ladder.words, SPEECH.protest) == (said, 1)


@pytest.mark.parametrize(("since", "rung", "left"), [(2.5, 5, 3.5), (2.9, 5, 3.9), (3.0, 4, 0.0), (3.5, 4, 0.0)])
def test_a_rung_is_left_after_four_weeks_and_not_before(fresh, since, rung, left):
    world = fresh()
    world.ladder.rung, world.ladder.weeks_since_deed, world.ladder.deed = 5, since, 4
    ladder.climb_or_descend(world)
    assert (world.ladder.rung, world.ladder.weeks_since_deed) == (rung, pytest.approx(left))


@pytest.mark.parametrize("done", [5, 6])
def test_a_deed_on_the_rung_or_above_it_starts_the_wait_anew(fresh, done):
    world = fresh()
    world.ladder.rung, world.ladder.weeks_since_deed, world.ladder.deed = 5, 3.0, done
    ladder.climb_or_descend(world)
    assert (world.ladder.rung, world.ladder.weeks_since_deed, world.outcome.peak_rung) == (done, 0.0, done)
