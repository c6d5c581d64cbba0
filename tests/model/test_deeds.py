import math

import numpy as np
import pytest

from reassure.agents import russia
from reassure.agents.chance import PURPOSE, WHO, uniforms
from reassure.agents.choice import NOTHING
from reassure.agents.russia import CONDUCT, MOSCOW
from reassure.agents.situation import ACT, NO_ATTACK
from reassure.agents.ukraine import KYIV
from reassure.model import deeds
from reassure.model.crisis import BY, begin_crisis
from reassure.model.outcomes import EVENT, RUNG, SPEECH


def chosen(world, option, sector=NOTHING, tension=0.3):
    """A world after Moscow has chosen."""
    decision = world.russia.decision
    decision.step, decision.chosen, decision.sector = int(world.luck.step), option, sector
    world.field.tension = tension
    deeds.after_moscow(world)
    return world


@pytest.mark.parametrize(
    ("option", "sector", "conduct", "tension", "attention", "rung", "said", "act"),
    [
        (MOSCOW.comply, NOTHING, CONDUCT.comply, 0.3, 0.2, 0, SPEECH.silence, NO_ATTACK),
        (MOSCOW.step_down, NOTHING, CONDUCT.comply, 0.2, 0.2, 0, SPEECH.silence, NO_ATTACK),
        (MOSCOW.hold, NOTHING, CONDUCT.coerce, 0.3, 0.2, 0, SPEECH.silence, NO_ATTACK),
        (MOSCOW.coerce, NOTHING, CONDUCT.coerce, 0.33, 0.2, 2, SPEECH.threats, NO_ATTACK),
        (MOSCOW.probe, 4, CONDUCT.probe, 0.35, 0.2, 3, SPEECH.silence, ACT.probe),
        (MOSCOW.seize, 4, CONDUCT.coerce, 0.55, 0.2, 5, SPEECH.silence, ACT.seizure),
        (MOSCOW.strike, NOTHING, CONDUCT.coerce, 0.55, 0.3, 6, SPEECH.silence, ACT.strike),
        (MOSCOW.mobilise, NOTHING, CONDUCT.coerce, 0.45, 0.3, 4, SPEECH.threats, NO_ATTACK),
        (MOSCOW.launch, NOTHING, CONDUCT.coerce, 0.3, 0.2, 0, SPEECH.silence, ACT.war),
    ],
)
def test_what_a_choice_sets_off(seen, option, sector, conduct, tension, attention, rung, said, act):
    world = seen()
    world.field.conduct, world.field.attention = CONDUCT.coerce, 0.2
    chosen(world, option, sector)
    assert world.field.conduct == conduct
    assert (world.field.tension, world.field.attention) == (pytest.approx(tension), pytest.approx(attention))
    assert (world.ladder.deed, world.ladder.words) == (rung, said)
    assert world.situation.attack.act == act
    assert world.situation.attack.sector == sector
    assert world.field.crisis == (option == MOSCOW.mobilise)
    assert world.outcome.mobilisations == world.outcome.crises == (option == MOSCOW.mobilise)
    assert (world.outcome.first[EVENT.mobilisation] == 0) == (option == MOSCOW.mobilise)


@pytest.mark.parametrize("option", [MOSCOW.comply, MOSCOW.step_down, MOSCOW.coerce, MOSCOW.probe])
@pytest.mark.parametrize("before", [CONDUCT.comply, CONDUCT.probe])
def test_daily_conduct_stands_as_chosen_whatever_it_was(seen, option, before):
    world = seen()
    world.field.conduct = before
    chosen(world, option, 4)
    assert world.field.conduct == {MOSCOW.coerce: CONDUCT.coerce, MOSCOW.probe: CONDUCT.probe}.get(option, CONDUCT.comply)


@pytest.mark.parametrize(
    ("option", "before", "after"),
    [
        (MOSCOW.step_down, 0.06, 0.0),
        (MOSCOW.step_down, 0.95, 0.85),
        (MOSCOW.coerce, 0.99, 1.0),
        (MOSCOW.probe, 0.99, 1.0),
        (MOSCOW.seize, 0.9, 1.0),
        (MOSCOW.strike, 0.9, 1.0),
    ],
)
def test_tension_stays_between_zero_and_one(seen, option, before, after):
    assert chosen(seen(), option, 4, before).field.tension == pytest.approx(after)


@pytest.mark.parametrize(("tension", "said"), [(0.46, SPEECH.threats), (0.48, SPEECH.nuclear_signalling)])
def test_threats_turn_nuclear_when_they_bring_tension_above_a_half(seen, tension, said):
    assert chosen(seen(), MOSCOW.coerce, tension=tension).ladder.words == said


@pytest.mark.parametrize(("option", "crisis"), [(MOSCOW.launch, 1), (MOSCOW.stand_down, 0)])
def test_how_a_crisis_goes_on(seen, option, crisis):
    world = chosen(seen(), MOSCOW.mobilise)
    assert world.field.crisis_origin == BY.moscow
    world.luck.step = 4
    chosen(world, option)
    assert world.field.crisis == crisis
    assert (world.situation.attack.act == ACT.war) == (option == MOSCOW.launch)
    assert (world.outcome.mobilisations, world.outcome.launches) == (1, int(option == MOSCOW.launch))


@pytest.mark.parametrize(("origin", "launches"), [(BY.moscow, 1), (BY.accident, 0), (BY.kyiv, 0)])
def test_only_a_launch_after_its_own_mobilisation_counts_as_carrying_out_the_threat(seen, origin, launches):
    world = seen()
    begin_crisis(world, origin)
    assert chosen(world, MOSCOW.launch).outcome.launches == launches


def test_an_old_choice_sets_off_nothing_again(seen):
    world = chosen(seen(), MOSCOW.coerce)
    world.luck.step, world.field.tension = 1, 0.3
    deeds.after_moscow(world)
    assert world.field.tension == 0.3


@pytest.mark.parametrize(
    ("option", "sector", "exposed", "touched"),
    [
        (MOSCOW.probe, 4, "here", 1),
        (MOSCOW.probe, 4, "elsewhere", 0),
        (MOSCOW.seize, 4, "here", 1),
        (MOSCOW.seize, 4, "elsewhere", 0),
        (MOSCOW.launch, NOTHING, "war", 1),
        (MOSCOW.launch, NOTHING, "here", 0),
        (MOSCOW.strike, NOTHING, "nowhere", 1),  # it is aimed at the force
    ],
)
def test_whom_an_act_touches(seen, option, sector, exposed, touched):
    world = seen(troops=10.0)
    for index, place in enumerate(world.situation.sectors):
        place.cover = {"here": index == 4, "elsewhere": index != 4}.get(exposed, 0)
    world.situation.touch_war = exposed == "war"
    chosen(world, option, sector)
    attack = world.situation.attack
    assert (attack.touched, attack.sector) == (touched, sector)
    assert (attack.deaths > 0) == (touched and option != MOSCOW.probe)


@pytest.mark.parametrize(
    ("troops", "draw", "touched"), [(0.1, (0.29, 0.3), 1), (10.0, (0.29, 0.3), 1), (10.0, (0.3, 0.31), 0), (0.0, (0.29, 0.3), 0)]
)
def test_an_act_touches_the_force_as_often_as_cover_says_and_nobody_where_nobody_is(seen, lucky, troops, draw, touched):
    world = lucky(seen(troops=troops), touch=[draw])
    assert deeds.touches(world, 0.3) == touched


def test_a_probe_falls_where_moscow_chose(seen):
    world = seen(troops=10.0)
    world.russia.decision.order, world.russia.decision.order_sector = MOSCOW.probe, 4
    russia.act(world.russia, world.situation, world.levers, world.uncertainties, world.luck)
    deeds.after_moscow(world)
    assert world.situation.attack.sector == 4


@pytest.mark.parametrize(
    ("act", "touched", "counted"),
    [
        (ACT.probe, 0, 0),
        (ACT.probe, 1, 0),  # tested, not attacked
        (ACT.seizure, 0, 0),
        (ACT.seizure, 1, 1),
        (ACT.strike, 1, 1),
        (ACT.war, 0, 0),
        (ACT.war, 1, 1),
    ],
)
def test_who_is_hit_gravely_counts_as_attacked(seen, act, touched, counted):
    world = seen(troops=10.0)
    world.situation.attack.deaths, world.week = 5.0, 3.0
    deeds.attack(world, act, 2, touched)
    attack = world.situation.attack
    assert (attack.act, attack.sector, attack.touched) == (act, 2, touched)
    assert (attack.deaths > 0.0) == counted  # a probe of the force as a rule costs no life
    assert world.outcome.attacks == counted
    assert world.outcome.first[EVENT.attack_on_force] == (3 if counted else -1)
    assert world.ladder.deed == (RUNG.attack_on_force if counted else 0)


@pytest.mark.parametrize("run", range(5))
@pytest.mark.parametrize(("act", "expected"), [(ACT.probe, 2.0), (ACT.strike, 40.0)])
def test_own_deaths_are_lognormal_about_the_expected_with_a_spread_of_a_factor_of_three(seen, act, expected, run):
    world = seen(troops=10.0)
    world.luck.run = run
    world.situation.expected_deaths[:] = 0.0
    world.situation.expected_deaths[act] = expected
    deeds.attack(world, act, 2, 1)
    first, second = uniforms(world.luck, WHO.world, PURPOSE.casualties)
    normal = math.sqrt(-2 * math.log(first)) * math.cos(2 * math.pi * second)  # Box and Muller 1958
    assert world.situation.attack.deaths == pytest.approx(expected * 3.004166**normal)


@pytest.mark.parametrize(("act", "median"), [(ACT.seizure, 30), (ACT.strike, 30), (ACT.war, 60)])
def test_a_graver_act_costs_more_lives(seen, act, median):
    world = seen(troops=10.0)
    found = []
    for run in range(200):
        world.luck.run = run
        deeds.attack(world, act, 3, 1)
        found.append(float(world.situation.attack.deaths))
    assert np.median(found) == pytest.approx(median, rel=0.3)


@pytest.mark.parametrize(
    ("option", "step", "before", "after", "presses"),
    [
        (KYIV.press, 2, 0.3, 0.35, 1),
        (KYIV.press, 2, 0.94, 0.99, 1),
        (KYIV.press, 2, 0.97, 1.0, 1),
        (KYIV.press, 1, 0.3, 0.3, 0),  # an old choice
        (KYIV.retaliate, 2, 0.3, 0.3, 0),
        (KYIV.restrain, 2, 0.3, 0.3, 0),
    ],
)
def test_pressing_its_luck_raises_tension_at_once(seen, option, step, before, after, presses):
    # T31
    world = seen()
    world.luck.step, world.field.tension = 2, before
    world.ukraine.decision.step, world.ukraine.decision.chosen = step, option
    deeds.after_kyiv(world)
    assert world.field.tension == pytest.approx(after)
    assert world.outcome.presses == presses
