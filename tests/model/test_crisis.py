import pytest

from reassure.agents.choice import NOTHING
from reassure.agents.russia import CONDUCT
from reassure.agents.united_states import WASHINGTON
from reassure.model import crisis
from reassure.model.crisis import BY, begin_crisis, end_crisis
from reassure.model.outcomes import EVENT


@pytest.mark.parametrize("origin", [BY.moscow, BY.accident, BY.kyiv, BY.grab])
def test_a_crisis_alarms_everybody(seen, origin):
    world = seen()
    field = world.field
    field.attention, field.crisis_weeks, field.tension, field.conduct = 0.5, 6.0, 0.2, CONDUCT.coerce
    begin_crisis(world, origin)
    assert (field.crisis, field.crisis_weeks, field.crisis_origin, world.coalition.alarm) == (1, 0.0, origin, 1)
    assert (field.tension, field.attention) == (pytest.approx(0.35), pytest.approx(0.6))
    assert (field.conduct, world.outcome.crises) == (CONDUCT.coerce, 1)
    assert (world.ladder.deed, world.ladder.words) == (4, 2)  # mobilisation, threats


def test_every_crisis_is_counted_and_tension_and_attention_stay_below_one(seen):
    world = seen()
    world.field.tension = world.field.attention = 0.95
    begin_crisis(world, BY.moscow)
    end_crisis(world)
    begin_crisis(world, BY.kyiv)
    assert (world.outcome.crises, world.field.tension, world.field.attention) == (2, 1.0, 1.0)


def test_origins_are_told_apart():
    assert BY._asdict() == {"nobody": 0, "moscow": 1, "accident": 2, "kyiv": 3, "grab": 4}


@pytest.mark.parametrize(("before", "after"), [(0.45, 0.35), (0.1, 0.0), (0.04, 0.0)])
def test_standing_down_eases_tension_and_restores_calm_conduct(seen, before, after):
    world = seen()
    begin_crisis(world, BY.accident)
    world.field.tension, world.field.conduct = before, CONDUCT.probe
    end_crisis(world)
    assert world.field.tension == pytest.approx(after)
    assert (world.field.crisis, world.field.crisis_origin, world.field.conduct) == (0, 0, CONDUCT.comply)


@pytest.mark.parametrize("conduct", [CONDUCT.comply, CONDUCT.coerce, CONDUCT.probe])
def test_conduct_stands_as_set(seen, conduct):
    world = seen()
    world.field.conduct = CONDUCT.probe
    crisis.set_conduct(world, conduct)
    assert world.field.conduct == conduct


@pytest.mark.parametrize(
    ("stance", "backstop", "lesson", "shaken"),
    [
        (WASHINGTON.back, 0.6, 0.25, 0.04),
        (WASHINGTON.back, 0, 0.25, 0.04),
        (WASHINGTON.concede, 0.6, -0.45, -0.10),
        (WASHINGTON.concede, 0, -0.45, -0.10),
        (WASHINGTON.restrain, 0.6, -0.27, -0.05),
        (WASHINGTON.restrain, 0.1, -0.045, -0.05),
        (WASHINGTON.restrain, 0, 0.0, 0.0),  # it had promised nothing
        (NOTHING, 1, -0.45, -0.05),
    ],
)
def test_what_is_learnt_from_a_crisis_survived(seen, stance, backstop, lesson, shaken):
    # T27, C8: standing by builds belief and confidence, giving way and failing a promise spend them
    world = seen(us_backstop=backstop, updating=1)
    begin_crisis(world, BY.kyiv)
    world.united_states.stance_in_crisis = stance
    world.ukraine.confidence = 0.5
    end_crisis(world)
    assert world.russia.evidence == pytest.approx(lesson)
    assert world.ukraine.confidence == pytest.approx(0.5 + shaken)


@pytest.mark.parametrize(
    ("on", "stance", "noted"),
    [(1, WASHINGTON.concede, 1), (0, WASHINGTON.concede, 0), (1, WASHINGTON.back, 0), (1, WASHINGTON.restrain, 0), (1, NOTHING, 0)],
)
def test_a_concession_in_a_crisis_is_noted(seen, on, stance, noted):
    world = seen()
    world.field.crisis, world.united_states.stance_in_crisis = on, stance
    crisis.note_concession(world)
    assert (world.field.conceded, world.outcome.first[EVENT.concession]) == (noted, noted - 1)


def test_the_next_crisis_starts_without_the_last_ones_concession(seen):
    world = seen()
    world.field.conceded = 1
    begin_crisis(world, BY.moscow)
    assert world.field.conceded == 0
