import math

import pytest

from reassure.agents.choice import begin
from reassure.agents.foresight import foreseen_pair
from reassure.agents.russian_options import CONDUCT, MOSCOW, MOSCOW_NODE, MOSCOW_TERM, TERMS
from reassure.agents.russian_pressure import (
    answer_in,
    price_of_backing_down,
    weigh_coercion,
    weigh_compliance,
    weigh_probe,
    weigh_step_down,
)
from reassure.agents.sectors import grab_chance
from reassure.agents.situation import ACT

PUNISHMENT = 0.45
"""What full punishment costs the Moscow of the fixture: 1.5 x .3."""
CLASH = 1.6
"""Price of fighting a fully capable coalition; a quarter of it stands for one that is hardly capable at all."""


def pressed(world, draw=0.5):
    """Moscow's decision with every option short of force weighed."""
    mind, seen, levers, assumed = world.russia, world.situation, world.levers, world.uncertainties
    begin(mind.decision, 0, MOSCOW_NODE.strategic)
    weigh_compliance(mind)
    weigh_coercion(mind, seen, assumed, PUNISHMENT)
    weigh_step_down(mind, seen, levers, assumed, PUNISHMENT)
    weigh_probe(mind, seen, levers, assumed, PUNISHMENT, draw)
    return mind.decision


@pytest.mark.parametrize(
    ("option", "weighs"),
    [
        # living with things as they are costs the whole of what is resented
        ("comply", {"status_quo": -0.2, "waiting": -0.1}),
        # so does easing off; it wins a tenth of the punishment back, and face is lost by as much as is seen of it: .3 x (.5 + .2)
        ("step_down", {"status_quo": -0.2, "waiting": -0.1, "punishment": 0.045, "audience": -0.21}),
        # pressure vents four tenths of what is resented (C33); it wins .12 of the aim, as far as the coalition is doubted (.6) and
        # Kyiv is anxious (.5 + .35); a tenth of the punishment follows, less if intelligence shows little (.5 + .3)
        ("coerce", {"status_quo": -0.12, "waiting": -0.1, "leverage": 0.04896, "punishment": -0.036, "own_cost": -0.15}),
        # a probe vents as much and halves what waiting costs; an eighth of the punishment follows
        ("probe", {"status_quo": -0.12, "waiting": -0.05, "punishment": -0.054, "own_cost": -0.18}),
    ],
)
def test_what_weighs_in_moscow_short_of_force(moscow, option, weighs):
    made = pressed(moscow())
    place = getattr(MOSCOW, option)
    assert made.open[place] == 1
    found = {term.name: float(made.terms[place, number]) for number, term in enumerate(TERMS) if made.terms[place, number]}
    where_it_probes = {"aim", "information", "clash", "choice_of_sector"}
    assert {name: found[name] for name in found if name not in where_it_probes} == pytest.approx(weighs)
    assert option == "probe" or not where_it_probes & set(found)


def test_nothing_else_is_opened_by_pressure(moscow):
    made = pressed(moscow())
    assert {option for option in range(len(made.open)) if made.open[option]} == {
        MOSCOW.comply,
        MOSCOW.coerce,
        MOSCOW.step_down,
        MOSCOW.probe,
    }


@pytest.mark.parametrize(
    ("belief", "confidence", "worth"),
    [(0.0, 0.0, 0.096), (0.0, 1.0, 0.048), (0.5, 0.0, 0.048), (0.5, 0.5, 0.036), (1.0, 0.0, 0.0)],
)
def test_pressure_wins_most_from_a_doubtful_coalition_and_an_anxious_kyiv(moscow, belief, confidence, worth):
    world = moscow()
    world.russia.belief, world.situation.confidence = belief, confidence
    assert pressed(world).terms[MOSCOW.coerce, MOSCOW_TERM.leverage] == pytest.approx(worth)


@pytest.mark.parametrize(("intelligence", "punished"), [(0.0, 0.0225), (1.0, 0.045)])
def test_half_of_what_pressure_is_punished_for_must_be_shown(moscow, intelligence, punished):
    world = moscow()
    world.situation.intelligence = intelligence
    assert pressed(world).terms[MOSCOW.coerce, MOSCOW_TERM.punishment] == pytest.approx(-punished)


@pytest.mark.parametrize(
    ("policy", "tension", "face"),
    [
        # T27, Huth 1988: intransigence puts the challenger's own name at stake; giving way makes it no cheaper
        ("concede", 0.4, 0.21),
        ("reciprocal", 0.0, 0.15),
        ("reciprocal", 1.0, 0.3),
        ("escalate", 0.0, 0.3),
        ("escalate", 1.0, 0.6),
    ],
)
def test_easing_off_costs_face_and_most_in_a_tense_hour_before_a_bully(moscow, policy, tension, face):
    world = moscow(response_policy=policy)
    world.situation.tension = tension
    assert pressed(world).terms[MOSCOW.step_down, MOSCOW_TERM.audience] == pytest.approx(-face)


@pytest.mark.parametrize(("policy", "price"), [(-1.0, 0.3), (0.0, 0.3), (0.5, 0.45), (1.0, 0.6)])
def test_backing_down_before_a_bully_costs_up_to_twice_the_face(moscow, policy, price):
    world = moscow()
    world.levers.response_policy = policy
    assert price_of_backing_down(world.russia, world.levers, world.uncertainties) == pytest.approx(price)


def test_how_much_a_bully_adds_is_for_a_referee_to_say(moscow):
    world = moscow(response_policy="escalate", backing_down_before_a_bully=2)
    assert price_of_backing_down(world.russia, world.levers, world.uncertainties) == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("conduct", "gains", "open_"),
    [
        (CONDUCT.comply, 0, 0),
        (CONDUCT.coerce, 0, 1),
        (CONDUCT.probe, 0, 1),
        (CONDUCT.comply, 1, 1),
        (CONDUCT.comply, 2, 1),
        (CONDUCT.coerce, 1, 1),
    ],
)
def test_there_is_something_to_ease_off_only_under_pressure_or_with_gains(moscow, conduct, gains, open_):
    world = moscow()
    world.situation.conduct, world.russia.gains = conduct, gains
    made = pressed(world)
    assert made.open[MOSCOW.step_down] == open_
    assert bool(made.terms[MOSCOW.step_down].any()) == bool(open_)


@pytest.mark.parametrize(("cover", "answered"), [(0.0, 0.1), (0.25, 0.275), (1.0, 0.8)])
def test_a_sector_is_answered_for_as_far_as_the_force_is_touched_there(moscow, cover, answered):
    sector = moscow().situation.sectors[0]
    sector.cover = cover
    assert answer_in(sector, 0.8, 0.1) == pytest.approx(answered)


def worth_of_probing(world, index):
    """Aim, information and clash of a probe in a sector, worked out by hand but for the chances."""
    mind, situation = world.russia, world.situation
    sector = situation.sectors[index]
    here, elsewhere = foreseen_pair(mind, ACT.probe, situation, world.levers, world.uncertainties)
    aim = 0.04 * sector.value * grab_chance(sector, situation, world.levers, world.uncertainties)  # .05 of .8
    information = 0.0384 * sector.cover  # .2 x .8 x .4 x .6, where the force stands
    clash = 0.25 * 1.5 * CLASH * (0.25 + 0.75 * 0.7) * (sector.cover * here + (1 - sector.cover) * elsewhere)
    return float(aim), float(information), float(-clash)


@pytest.mark.parametrize("draw", [0.02, 0.3, 0.5, 0.7, 0.98])
def test_a_probe_wins_little_risks_little_and_tests_where_the_force_stands(moscow, draw):
    world = moscow()
    terms = pressed(world, draw).terms[MOSCOW.probe]
    taken = int(world.russia.probe_sector)
    worth = [worth_of_probing(world, index) for index in range(7)]
    assert 0.005 < -worth[taken][2] < 0.4
    assert terms[MOSCOW_TERM.aim] == pytest.approx(worth[taken][0])
    assert terms[MOSCOW_TERM.information] == pytest.approx(0.02 + worth[taken][1])
    assert terms[MOSCOW_TERM.clash] == pytest.approx(worth[taken][2])
    # where to probe is free: the expected best by frontage, at a precision of 9
    weights = [
        float(sector.frontage) * math.exp(9 * sum(each)) for sector, each in zip(world.situation.sectors, worth, strict=False)
    ]
    assert terms[MOSCOW_TERM.choice_of_sector] == pytest.approx(math.log(sum(weights)) / 9 - sum(worth[taken]))
    assert sum(weights[:taken]) <= draw * sum(weights) <= sum(weights[: taken + 1])


def test_sectors_are_probed_by_their_lot(moscow):
    world, places = moscow(), set()
    for draw in (0.02, 0.5, 0.98):
        pressed(world, draw)
        places.add(int(world.russia.probe_sector))
    assert len(places) == 3


@pytest.mark.parametrize(("belief", "worth"), [(0.0, 0.0), (0.1, 0.0144), (0.5, 0.04), (0.9, 0.0144), (1.0, 0.0)])
def test_a_test_is_worth_most_to_a_moscow_that_is_unsure(moscow, belief, worth):
    world = moscow()
    world.russia.belief = belief
    for sector in world.situation.sectors[:8]:
        sector.cover = 1.0
    assert pressed(world).terms[MOSCOW.probe, MOSCOW_TERM.information] == pytest.approx(0.02 + worth)


def test_a_probe_goes_where_it_is_ordered(moscow):
    world = moscow()
    world.russia.decision.order_sector = 4
    pressed(world, 0.02)
    assert world.russia.probe_sector == 4
