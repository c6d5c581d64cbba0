import math

import numpy as np
import pytest

from reassure.agents import russia
from reassure.agents.chance import PURPOSE, WHO, deal_opportunities, uniforms
from reassure.agents.choice import NOTHING, begin
from reassure.agents.foresight import anticipate
from reassure.agents.mindset import MINDSETS
from reassure.agents.russia import MOSCOW, MOSCOW_NODE, MOSCOW_TERM, OPTIONS

DAILY = {MOSCOW.comply, MOSCOW.coerce, MOSCOW.probe}
GRAVE = DAILY | {MOSCOW.mobilise}


def probing(world):
    """The same world with Moscow probing, so that every option is open."""
    world.situation.conduct = 2
    return world


def weighed(world, node=MOSCOW_NODE.strategic, draw=0.5):
    """Moscow's decision outside a crisis, with everything perceived and weighed."""
    minds = world.russia, world.situation, world.levers, world.uncertainties
    russia.perceive(*minds)
    anticipate(*minds)
    russia.weigh_calm(*minds, world.luck, node)
    russia.decide(world.russia, world.uncertainties, draw)
    return world.russia.decision


def in_crisis(world, weeks=3.0):
    """The same in a crisis that has lasted some weeks."""
    world.situation.crisis, world.situation.crisis_weeks = 1, weeks
    minds = world.russia, world.situation, world.levers, world.uncertainties
    russia.perceive(*minds)
    anticipate(*minds)
    russia.weigh_crisis(*minds, int(world.luck.step))
    russia.decide(world.russia, world.uncertainties, 0.5)
    return world.russia.decision


def open_options(made):
    return {option for option in range(len(OPTIONS)) if made.open[option]}


@pytest.mark.parametrize(
    ("node", "troops", "conduct", "gains", "expected"),
    [
        (MOSCOW_NODE.conduct, 0.0, 0, 0, DAILY),
        (MOSCOW_NODE.conduct, 15.0, 2, 1, DAILY),
        (MOSCOW_NODE.strategic, 0.0, 0, 0, GRAVE),
        (MOSCOW_NODE.strategic, 0.4, 0, 0, GRAVE),
        (MOSCOW_NODE.strategic, 15.0, 0, 0, GRAVE | {MOSCOW.strike}),
        (MOSCOW_NODE.strategic, 0.0, 1, 0, GRAVE | {MOSCOW.step_down}),
        (MOSCOW_NODE.strategic, 0.0, 0, 1, GRAVE | {MOSCOW.step_down}),
        (MOSCOW_NODE.strategic, 0.0, 1, 1, GRAVE | {MOSCOW.step_down, MOSCOW.seize}),
        (MOSCOW_NODE.strategic, 0.0, 2, 0, GRAVE | {MOSCOW.step_down, MOSCOW.seize}),  # T26: out of tests
        (MOSCOW_NODE.gap, 15.0, 2, 0, DAILY | {MOSCOW.seize}),
        (MOSCOW_NODE.gap, 15.0, 0, 0, DAILY),  # it has turned to calm meanwhile
    ],
)
def test_what_is_open_outside_a_crisis(seen, node, troops, conduct, gains, expected):
    world = seen(troops=troops)
    world.situation.conduct, world.russia.gains = conduct, gains
    made = weighed(world, node)
    assert open_options(made) == expected
    assert made.node == node


@pytest.mark.parametrize("mindset", [mindset.name for mindset in MINDSETS])
@pytest.mark.parametrize("troops", [0.0, 20.0])
def test_probabilities_sum_to_one_and_utilities_to_their_terms(seen, mindset, troops):
    for made in (weighed(seen(troops=troops, mindset=mindset)), in_crisis(seen(troops=troops, mindset=mindset))):
        assert made.probability.sum() == pytest.approx(1.0)
        assert made.utility == pytest.approx(made.terms.sum(axis=1))
        assert not made.terms[made.open == 0].any()


def test_a_sector_split_in_two_changes_no_class_probability(seen):
    whole, parted = seen(troops=15.0, share_on_line=0.3), seen(troops=15.0, share_on_line=0.3)
    sectors = parted.situation.sectors
    for place, index in ((8, 0), (9, 3)):
        for name in ("frontage", "russian_share", "ukrainian_share", "city_share"):
            sectors[index][name] /= 2
        sectors[place] = sectors[index]
    parted.situation.sector_count = 10
    for node in (MOSCOW_NODE.conduct, MOSCOW_NODE.strategic):
        assert weighed(parted, node).probability == pytest.approx(weighed(whole, node).probability, abs=1e-12)


def terms_with(seen, before, after, weigh=weighed, **set_):
    """Which terms of which options a change of what is declared moves."""
    sizes = {"fear_size": 1, "affront_size": 1, **set_}
    one, other = (weigh(probing(seen(troops=20.0, **{**sizes, **change}))) for change in (before, after))
    return {(int(option), int(term)) for option, term in np.argwhere(np.abs(one.terms - other.terms) > 1e-12)}


@pytest.mark.parametrize("size", ["fear_size", "affront_size"])
def test_provocation_enters_through_the_status_quo(seen, size):
    moved = terms_with(seen, {size: 0}, {size: 2})
    assert {
        (MOSCOW.comply, MOSCOW_TERM.status_quo),
        (MOSCOW.coerce, MOSCOW_TERM.status_quo),
        (MOSCOW.probe, MOSCOW_TERM.status_quo),
        (MOSCOW.seize, MOSCOW_TERM.status_quo),
    } <= moved
    # a strike also wins relief from what is resented, and a crisis would end in living with it or in war
    assert {term for _, term in moved} - {MOSCOW_TERM.status_quo} == {MOSCOW_TERM.aim, MOSCOW_TERM.choice_in_crisis}
    assert {option for option, term in moved if term != MOSCOW_TERM.status_quo} == {MOSCOW.strike, MOSCOW.mobilise}


def test_deterrence_enters_through_the_cost_of_being_fought(seen):
    moved = terms_with(seen, {"clash_cost": 0.8}, {"clash_cost": 2.4}, anticipation_weight=0)
    assert {option for option, term in moved if term == MOSCOW_TERM.clash} == {
        MOSCOW.probe,
        MOSCOW.seize,
        MOSCOW.mobilise,
        MOSCOW.strike,
    }
    # where and whether a crisis would be carried through follow from it
    assert {term for _, term in moved} <= {
        MOSCOW_TERM.clash,
        MOSCOW_TERM.aim,
        MOSCOW_TERM.information,
        russia.MOSCOW_TERM.choice_of_sector,
        MOSCOW_TERM.choice_in_crisis,
    }


@pytest.mark.parametrize(
    ("option", "change", "sign"),
    [
        (MOSCOW.mobilise, {"mobilisation_cost": 0.45}, -1),
        (MOSCOW.seize, {"seizure_cost": 0.45}, -1),
        (MOSCOW.coerce, {"coercion_cost": 0.2}, -1),
        (MOSCOW.coerce, {"coercion_gain": 0.3}, 1),
        (MOSCOW.probe, {"probe_cost": 0.2}, -1),
        (MOSCOW.probe, {"information_value": 0.5}, 1),
        (MOSCOW.strike, {"strike_cost": 0.8}, -1),
        (MOSCOW.mobilise, {"value_shift": 0.3}, 1),
        (MOSCOW.seize, {"sanctions_cost": 0.5}, -1),
        (MOSCOW.mobilise, {"clash_cost": 2.4}, -1),
        (MOSCOW.mobilise, {"challenger_value": 0.3}, -1),
    ],
)
def test_what_makes_an_option_more_or_less_worth(seen, option, change, sign):
    def utility(**set_):
        pins = {"mindset": "revisionist", "value_shift": 0, "sanctions_cost": 0.3, "anticipation_weight": 0}
        world = seen(troops=20.0, **{**pins, **set_})
        world.situation.russian_power = 1.5
        return weighed(probing(world)).utility[option]

    assert (utility(**change) - utility()) * sign > 0.003


def test_a_revisionist_mobilises_where_a_security_seeker_does_not(seen):
    chances = {}
    for mindset in ("security_seeker", "revisionist"):
        world = seen("bare_ceasefire", mindset=mindset, value_shift=0, cost_sensitivity=1, sanctions_cost=0.3)
        world.situation.russian_power = world.situation.russian_power_later = 1.0
        chances[mindset] = weighed(world).probability[MOSCOW.mobilise]
    assert chances["revisionist"] > 20 * chances["security_seeker"]


def acts(world, runs, **situation):
    """What Moscow does in the same situation in many runs of luck."""
    for name, value in situation.items():
        world.situation[name] = value
    done = []
    for run in range(runs):
        world.luck.run = run
        deal_opportunities(world.luck, world.situation.pace)
        done.append(int(russia.act(world.russia, world.situation, world.levers, world.uncertainties, world.luck)))
        assert (done[-1] == NOTHING) or world.russia.decision.step == world.luck.step
    return done


@pytest.mark.parametrize("situation", [{"fighting": 1}, {"fighting": 1, "crisis": 1, "crisis_weeks": 9.0}])
def test_while_a_fight_is_on_there_is_nothing_to_choose(seen, situation):
    assert set(acts(seen(troops=20.0), 60, **situation)) == {NOTHING}


def test_an_attack_that_waits_for_an_answer_comes_first(seen):
    world = seen(troops=20.0)
    world.situation.attack.act = 2
    world.russia.decision.order = MOSCOW.probe
    assert set(acts(world, 60)) == {NOTHING}


@pytest.mark.parametrize("option", sorted(GRAVE | {MOSCOW.seize, MOSCOW.strike, MOSCOW.step_down}))
def test_an_order_gives_the_opportunity_and_is_obeyed(seen, option):
    world = seen(troops=20.0)
    world.situation.conduct = 2
    world.russia.decision.order = option
    assert acts(world, 1) == [option]
    assert (world.russia.decision.ordered, world.russia.decision.refused) == (1, 0)


@pytest.mark.parametrize(
    ("option", "situation"),
    [
        (MOSCOW.launch, {}),
        (MOSCOW.hold, {}),
        (MOSCOW.seize, {"conduct": 1}),  # nothing has been tested
        (MOSCOW.mobilise, {"crisis": 1}),
        (MOSCOW.launch, {"crisis": 1, "crisis_weeks": 2.0}),
    ],
)
def test_an_order_to_what_is_not_open_is_refused(seen, option, situation):
    world = seen()
    world.russia.decision.order = option
    assert acts(world, 1, **situation) != [option]
    assert (world.russia.decision.ordered, world.russia.decision.refused) == (0, 1)


@pytest.mark.parametrize("option", [MOSCOW.probe, MOSCOW.seize])
@pytest.mark.parametrize("sector", range(7))
def test_an_order_names_where(seen, option, sector):
    world = seen()
    world.russia.decision.order, world.russia.decision.order_sector = option, sector
    assert acts(world, 1, conduct=2) == [option]
    assert world.russia.decision.sector == sector


@pytest.mark.parametrize(("troops", "open_"), [(0.5, 0), (0.51, 1)])
def test_half_a_thousand_soldiers_are_no_target(moscow, troops, open_):
    world = moscow()
    world.situation.troops = troops
    minds = world.russia, world.situation, world.levers, world.uncertainties
    russia.weigh_calm(*minds, world.luck, MOSCOW_NODE.strategic)
    assert world.russia.decision.open[MOSCOW.strike] == open_


@pytest.mark.parametrize(
    ("option", "punishment"),
    [
        (MOSCOW.step_down, 0.045),
        (MOSCOW.coerce, -0.036),
        (MOSCOW.probe, -0.054),
        (MOSCOW.seize, -0.225),
        (MOSCOW.strike, -0.225),
        (MOSCOW.comply, 0.0),
    ],
)
def test_punishment_is_felt_as_costs_are_and_grows_with_the_gravity_of_the_act(moscow, option, punishment):
    world = probing(moscow())
    world.luck.step = 7
    minds = world.russia, world.situation, world.levers, world.uncertainties
    russia.weigh_calm(*minds, world.luck, MOSCOW_NODE.strategic)
    made = world.russia.decision
    assert made.terms[option, MOSCOW_TERM.punishment] == pytest.approx(punishment)
    assert (made.step, made.node) == (7, MOSCOW_NODE.strategic)


def test_what_was_weighed_before_is_forgotten(moscow):
    world = probing(moscow())
    minds = world.russia, world.situation, world.levers, world.uncertainties
    russia.weigh_calm(*minds, world.luck, MOSCOW_NODE.strategic)
    russia.weigh_calm(*minds, world.luck, MOSCOW_NODE.conduct)
    assert open_options(world.russia.decision) == DAILY
    assert not world.russia.decision.terms[MOSCOW.seize].any()


def test_two_lots_say_where_to_probe_and_where_to_seize(moscow):
    world = probing(moscow())
    minds = world.russia, world.situation, world.levers, world.uncertainties
    places = []
    for run in range(20):
        world.luck.run = run
        russia.weigh_calm(*minds, world.luck, MOSCOW_NODE.strategic)
        places.append((uniforms(world.luck, WHO.russia, PURPOSE.sector), world.russia.probe_sector, world.russia.seize_sector))
    # a higher lot never means a sector further back in the list
    for lot, column in ((0, 1), (1, 2)):
        by_lot = [int(place[column]) for place in sorted(places, key=lambda place: place[0][lot])]
        assert by_lot == sorted(by_lot)
        assert len(set(by_lot)) > 2


def test_quiet_years_halve_what_the_aim_is_worth(seen):
    worth = []
    for healed in (0.0, 0.5, 1.0):
        world = seen()
        world.russia.full_value, world.russia.normalised = 1.2, healed
        russia.perceive(world.russia, world.situation, world.levers, world.uncertainties)
        worth.append(float(world.russia.value))
    assert worth == pytest.approx([1.2, 0.9, 0.6])


def test_each_week_moscow_looks_anew_at_the_coalition_and_at_what_it_resents(seen):
    world = seen(troops=20.0, mindset="prestige_driven")
    looks = []
    for before in (0.0, 9.0):
        world.russia.belief = world.russia.grievance = before
        russia.perceive(world.russia, world.situation, world.levers, world.uncertainties)
        looks.append((float(world.russia.belief), float(world.russia.grievance)))
    assert looks[0] == looks[1]
    assert 0 < looks[0][0] < 1
    assert 0 < looks[0][1] < 1


def test_opportunities_come_twelve_and_two_and_a_half_times_a_year(fresh):
    pace = fresh().situation.pace
    assert pace.conduct == pytest.approx(1 - math.exp(-12 / 52))
    assert pace.strategic == pytest.approx(1 - math.exp(-2.5 / 52))


@pytest.mark.parametrize(
    ("strategic", "gap", "conduct", "node"),
    [
        (0, 0, 0, None),
        (0, 0, 1, MOSCOW_NODE.conduct),
        (0, 1, 0, MOSCOW_NODE.gap),
        (0, 1, 1, MOSCOW_NODE.gap),
        (1, 0, 0, MOSCOW_NODE.strategic),
        (1, 1, 1, MOSCOW_NODE.strategic),
    ],
)
def test_an_opportunity_must_fall_and_the_wider_one_goes_first(moscow, strategic, gap, conduct, node):
    world = moscow()
    world.luck.strategic, world.luck.conduct, world.luck.step = strategic, conduct, 9
    world.russia.gap = gap
    world.russia.waiting_cost = 99.0
    chosen = russia.act(world.russia, world.situation, world.levers, world.uncertainties, world.luck)
    made = world.russia.decision
    assert world.russia.gap == 0  # used or closed again
    if node is None:
        assert chosen == NOTHING == made.chosen
        return
    assert chosen == made.chosen != NOTHING
    assert (made.node, made.step) == (node, 9)
    # it first foresees the year to come, and then lets its own lot decide
    assert abs(world.russia.waiting_cost) < 1
    assert made.draw == uniforms(world.luck, WHO.russia, PURPOSE.conduct)[0]


@pytest.mark.parametrize(("weeks", "share"), [(0.0, 0.0), (2.9, 0.0), (3.0, 0.5), (12.0, 0.5)])
def test_choices_in_a_crisis_fall_in_every_other_week_from_the_third_on(seen, weeks, share):
    chosen = [option != NOTHING for option in acts(seen(), 400, crisis=1, crisis_weeks=weeks)]
    assert np.mean(chosen) == pytest.approx(share, abs=4 * np.sqrt(0.25 / 400) if share else 0)


@pytest.mark.parametrize(("weeks_per_step", "chance"), [(1.0, 0.4996), (0.25, 0.1589), (2.0, 0.7496)])
def test_a_choice_in_a_crisis_falls_36_times_a_year_however_long_a_step_is(seen, weeks_per_step, chance):
    world = seen()
    world.situation.crisis, world.situation.crisis_weeks, world.situation.weeks_per_step = 1, 5.0, weeks_per_step
    for run in range(60):
        world.luck.run = run
        lot, draw = uniforms(world.luck, WHO.russia, PURPOSE.crisis_choice)
        world.russia.waiting_cost = 99.0
        chosen = russia.act(world.russia, world.situation, world.levers, world.uncertainties, world.luck)
        if abs(lot - chance) > 0.001:
            assert (chosen != NOTHING) == (lot < chance)
        if chosen != NOTHING:
            assert (world.russia.decision.node, world.russia.decision.draw) == (MOSCOW_NODE.crisis, draw)
            assert abs(world.russia.waiting_cost) < 1


def test_an_order_in_a_crisis_waits_for_no_lot(seen):
    world = seen()
    world.situation.crisis, world.situation.crisis_weeks = 1, 1.0
    world.russia.decision.order = MOSCOW.stand_down
    world.luck.strategic = world.luck.conduct = 1
    assert russia.act(world.russia, world.situation, world.levers, world.uncertainties, world.luck) == MOSCOW.stand_down
    assert world.russia.decision.node == MOSCOW_NODE.crisis


def decided(world, node, draw=0.5, **worth):
    """Moscow's decision between a few options of given worth."""
    made = world.russia.decision
    begin(made, 0, node)
    for name, each in worth.items():
        option = getattr(MOSCOW, name)
        made.open[option] = 1
        made.terms[option, MOSCOW_TERM.aim], made.terms[option, MOSCOW_TERM.own_cost] = each + 0.1, -0.1
    return int(russia.decide(world.russia, world.uncertainties, draw)), made


@pytest.mark.parametrize(
    ("one", "other", "node", "slope"),
    [
        # unlike options: 12 per utility and .8 for this mind; five times as sure in daily conduct
        ("comply", "coerce", MOSCOW_NODE.strategic, 9.6),
        ("comply", "coerce", MOSCOW_NODE.conduct, 48.0),
        ("hold", "launch", MOSCOW_NODE.crisis, 9.6),
        # like options are told apart more surely: by one in .7
        ("step_down", "comply", MOSCOW_NODE.strategic, 9.6 / 0.7),
        ("coerce", "probe", MOSCOW_NODE.conduct, 48.0 / 0.7),
        ("seize", "strike", MOSCOW_NODE.strategic, 9.6 / 0.7),
    ],
)
def test_how_surely_moscow_chooses(moscow, one, other, node, slope):
    _, made = decided(moscow(), node, **{one: -0.05, other: -0.02})
    assert made.utility[[getattr(MOSCOW, one), getattr(MOSCOW, other)]] == pytest.approx([-0.05, -0.02])
    odds = made.probability[getattr(MOSCOW, other)] / made.probability[getattr(MOSCOW, one)]
    assert math.log(odds) == pytest.approx(slope * 0.03)


@pytest.mark.parametrize(
    ("worth", "probability"),
    [
        # a class is divided by its fixed size: one of three acts of force has (1/3)^.7 of the weight of a class of one
        ({"hold": 0.0, "seize": 0.0}, [1 / (1 + 3**-0.7), 3**-0.7 / (1 + 3**-0.7)]),
        ({"comply": 0.0, "coerce": 0.0}, [0.5, 0.5]),
        ({"comply": 0.0, "seize": 0.0}, [2**-0.7 / (2**-0.7 + 3**-0.7), 3**-0.7 / (2**-0.7 + 3**-0.7)]),
    ],
)
def test_an_options_mere_existence_adds_nothing_to_its_class(moscow, worth, probability):
    _, made = decided(moscow(), MOSCOW_NODE.strategic, **worth)
    assert [made.probability[getattr(MOSCOW, name)] for name in worth] == pytest.approx(probability)


@pytest.mark.parametrize(("draw", "chosen"), [(0.3, "comply"), (0.49, "comply"), (0.51, "coerce"), (0.9, "coerce")])
def test_the_lot_is_held_against_the_options_in_order_of_escalation(moscow, draw, chosen):
    option, made = decided(moscow(), MOSCOW_NODE.conduct, draw, comply=0.0, coerce=0.0)
    assert (option, made.draw) == (getattr(MOSCOW, chosen), draw)


@pytest.mark.parametrize(
    ("option", "sector"), [("probe", 2), ("seize", 5), ("coerce", NOTHING), ("strike", NOTHING), ("comply", NOTHING)]
)
def test_only_a_probe_and_a_grab_have_a_place(moscow, option, sector):
    world = moscow()
    world.russia.probe_sector, world.russia.seize_sector = 2, 5
    _, made = decided(world, MOSCOW_NODE.strategic, **{option: 0.0})
    assert made.sector == sector
