import pytest

from reassure.agents import russia
from reassure.agents.choice import NOTHING
from reassure.agents.russia import MOSCOW
from reassure.agents.situation import ACT, NO_ATTACK
from reassure.model import deeds
from reassure.model.outcomes import RUNG, SPEECH


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
        (MOSCOW.comply, NOTHING, 0, 0.3, 0, SPEECH.silence, NO_ATTACK),
        (MOSCOW.step_down, NOTHING, 0, 0.2, 0, SPEECH.silence, NO_ATTACK),
        (MOSCOW.coerce, NOTHING, 1, 0.33, RUNG.pressure, SPEECH.threats, NO_ATTACK),
        (MOSCOW.probe, 4, 2, 0.35, RUNG.probing, SPEECH.silence, ACT.probe),
        (MOSCOW.seize, 4, 1, 0.55, RUNG.ground_grab, SPEECH.silence, ACT.seizure),
        (MOSCOW.strike, NOTHING, 1, 0.6, RUNG.attack_on_force, SPEECH.silence, ACT.strike),
        (MOSCOW.mobilise, NOTHING, 1, 0.45, RUNG.mobilisation, SPEECH.threats, NO_ATTACK),
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
    assert world.field.crisis == (option == MOSCOW.mobilise)


def test_threats_turn_nuclear_when_tension_is_high(seen):
    world = seen()
    world.russia.decision.step, world.russia.decision.chosen = 0, MOSCOW.coerce
    world.field.tension = 0.6
    deeds.after_moscow(world)
    assert world.ladder.words == SPEECH.nuclear_signalling


@pytest.mark.parametrize(("option", "crisis"), [(MOSCOW.launch, 1), (MOSCOW.stand_down, 0)])
def test_how_a_crisis_goes_on(seen, option, crisis):
    world = chosen(seen(), MOSCOW.mobilise)
    world.luck.step = 4
    chosen(world, option)
    assert world.field.crisis == crisis
    assert (world.situation.attack.act == ACT.war) == (option == MOSCOW.launch)
    assert (world.outcome.mobilisations, world.outcome.launches) == (1, int(option == MOSCOW.launch))


def test_an_old_choice_sets_off_nothing_again(seen):
    world = chosen(seen(), MOSCOW.coerce)
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
    world.russia.decision.order, world.russia.decision.order_sector = MOSCOW.probe, 4
    russia.act(world.russia, world.situation, world.levers, world.uncertainties, world.luck)
    deeds.after_moscow(world)
    assert world.situation.attack.sector == 4
