import pytest

from reassure.agents import russia
from reassure.agents.choice import NOTHING
from reassure.agents.russia import COERCE, COMPLY, LAUNCH, MOBILISE, PROBE, SEIZE, STAND_DOWN, STEP_DOWN, STRIKE
from reassure.agents.situation import NO_ATTACK, WAR
from reassure.agents.situation import PROBE as PROBE_ACT
from reassure.agents.situation import SEIZURE as SEIZURE_ACT
from reassure.agents.situation import STRIKE as STRIKE_ACT
from reassure.model import deeds
from reassure.model.outcomes import (
    FORCE_ATTACKED_RUNG,
    GRAB_RUNG,
    MOBILISATION_RUNG,
    NUCLEAR_SIGNALLING,
    PRESSURE_RUNG,
    PROBING_RUNG,
    SILENCE,
    THREATS,
)


def chosen(world, option, sector=NOTHING):
    """A world after Moscow has chosen."""
    decision = world.russia.decision
    decision.step, decision.chosen, decision.sector = int(world.luck.step), option, sector
    world.field.tension = 0.3
    deeds.after_moscow(world)
    return world


@pytest.mark.parametrize(
    ("option", "sector", "conduct", "tension", "rung", "said", "act"),
    [
        (COMPLY, NOTHING, 0, 0.3, 0, SILENCE, NO_ATTACK),
        (STEP_DOWN, NOTHING, 0, 0.2, 0, SILENCE, NO_ATTACK),
        (COERCE, NOTHING, 1, 0.33, PRESSURE_RUNG, THREATS, NO_ATTACK),
        (PROBE, 4, 2, 0.35, PROBING_RUNG, SILENCE, PROBE_ACT),
        (SEIZE, 4, 1, 0.55, GRAB_RUNG, SILENCE, SEIZURE_ACT),
        (STRIKE, NOTHING, 1, 0.6, FORCE_ATTACKED_RUNG, SILENCE, STRIKE_ACT),
        (MOBILISE, NOTHING, 1, 0.45, MOBILISATION_RUNG, THREATS, NO_ATTACK),
    ],
)
def test_what_a_choice_sets_off(seen, option, sector, conduct, tension, rung, said, act):
    world = seen()
    world.field.conduct = 1
    chosen(world, option, sector)
    assert world.field.conduct == conduct
    assert world.field.tension == pytest.approx(tension)
    assert (world.ladder.deed, world.ladder.words) == (rung, said)
    assert world.situation.attack.act == act
    assert world.field.crisis == (option == MOBILISE)


def test_threats_turn_nuclear_when_tension_is_high(seen):
    world = seen()
    world.russia.decision.step, world.russia.decision.chosen = 0, COERCE
    world.field.tension = 0.6
    deeds.after_moscow(world)
    assert world.ladder.words == NUCLEAR_SIGNALLING


@pytest.mark.parametrize(("option", "crisis"), [(LAUNCH, 1), (STAND_DOWN, 0)])
def test_how_a_crisis_goes_on(seen, option, crisis):
    world = chosen(seen(), MOBILISE)
    world.luck.step = 4
    chosen(world, option)
    assert world.field.crisis == crisis
    assert (world.situation.attack.act == WAR) == (option == LAUNCH)
    assert (world.outcome.mobilisations, world.outcome.launches) == (1, int(option == LAUNCH))


def test_an_old_choice_sets_off_nothing_again(seen):
    world = chosen(seen(), COERCE)
    world.luck.step, world.field.tension = 1, 0.3
    deeds.after_moscow(world)
    assert world.field.tension == 0.3


@pytest.mark.parametrize(("troops", "cover", "always"), [(0.0, 1.0, 0), (10.0, 1.0, 1), (10.0, 0.0, 0)])
def test_an_act_touches_the_force_as_often_as_cover_says(seen, troops, cover, always):
    world = seen(troops=troops)
    touched = []
    for run in range(50):
        world.luck.run = run
        touched.append(deeds.touches(world, cover))
    assert set(touched) == {always}


def test_a_probe_falls_where_moscow_chose(seen):
    world = seen(troops=10.0)
    world.russia.decision.order, world.russia.decision.order_sector = PROBE, 4
    russia.act(world.russia, world.situation, world.levers, world.uncertainties, world.luck)
    deeds.after_moscow(world)
    assert world.situation.attack.sector == 4
