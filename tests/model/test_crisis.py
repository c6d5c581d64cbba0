import pytest

from reassure.agents.choice import NOTHING
from reassure.agents.united_states import WASHINGTON
from reassure.model import crisis
from reassure.model.crisis import BY_KYIV, BY_MOSCOW, begin_crisis, end_crisis
from reassure.model.outcomes import EVENT


def test_a_crisis_alarms_everybody(seen):
    world = seen()
    world.field.attention = 0.5
    begin_crisis(world, BY_MOSCOW)
    field = world.field
    assert (field.crisis, field.crisis_weeks, field.crisis_origin, world.coalition.alarm) == (1, 0.0, BY_MOSCOW, 1)
    assert (field.tension, field.attention) == (0.15, 0.6)
    assert world.outcome.crises == 1


@pytest.mark.parametrize(
    ("stance", "backstop", "lesson", "shaken"),
    [
        (WASHINGTON.back, 0.6, 0.25, 0.04),
        (WASHINGTON.concede, 0.6, -0.5, -0.10),
        (WASHINGTON.restrain, 0.6, -0.24, -0.05),
        (WASHINGTON.restrain, 0, 0.0, 0.0),
        (NOTHING, 1, -0.4, -0.05),
    ],
)
def test_what_is_learnt_from_a_crisis_survived(seen, stance, backstop, lesson, shaken):
    world = seen(us_backstop=backstop, updating=1)
    begin_crisis(world, BY_KYIV)
    world.united_states.stance_in_crisis = stance
    confidence = float(world.ukraine.confidence)
    end_crisis(world)
    assert world.russia.evidence == pytest.approx(lesson)
    assert world.ukraine.confidence - confidence == pytest.approx(shaken)
    assert (world.field.crisis, world.field.crisis_origin, world.field.conduct) == (0, 0, 0)
    assert world.field.tension == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("on", "stance", "noted"), [(1, WASHINGTON.concede, True), (0, WASHINGTON.concede, False), (1, WASHINGTON.back, False)]
)
def test_a_concession_is_noted(seen, on, stance, noted):
    world = seen()
    world.field.crisis, world.united_states.stance_in_crisis = on, stance
    crisis.note_concession(world)
    assert (world.field.conceded == 1) == noted
    assert (world.outcome.first[EVENT.concession] != NOTHING) == noted


def test_the_next_crisis_starts_without_the_last_ones_concession(seen):
    world = seen()
    world.field.conceded = 1
    begin_crisis(world, BY_MOSCOW)
    assert world.field.conceded == 0
