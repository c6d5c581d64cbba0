import numpy as np
import pytest

from reassure.agents import russia
from reassure.agents.chance import deal_opportunities
from reassure.agents.choice import NOTHING, begin
from reassure.agents.foresight import anticipate, foreseen_pair
from reassure.agents.mindset import MINDSETS
from reassure.agents.russia import CONDUCT, MOSCOW, MOSCOW_NODE, MOSCOW_TERM, OPTIONS, TERMS
from reassure.agents.sectors import grab_chance
from reassure.agents.situation import ACT

DAILY = {MOSCOW.comply, MOSCOW.coerce, MOSCOW.probe}
GRAVE = DAILY | {MOSCOW.seize, MOSCOW.mobilise}


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
    ],
)
def test_what_is_open_outside_a_crisis(seen, node, troops, conduct, gains, expected):
    world = seen(troops=troops)
    world.situation.conduct, world.russia.gains = conduct, gains
    made = weighed(world, node)
    assert open_options(made) == expected
    assert made.node == node


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        (1.0, {MOSCOW.hold, MOSCOW.stand_down}),
        (2.5, {MOSCOW.hold, MOSCOW.stand_down}),
        (3.0, {MOSCOW.hold, MOSCOW.stand_down, MOSCOW.launch}),
    ],
)
def test_the_others_have_three_weeks_before_a_launch(seen, weeks, expected):
    assert open_options(in_crisis(seen(), weeks)) == expected


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
    one, other = (weigh(seen(troops=20.0, **{**sizes, **change})) for change in (before, after))
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
        return weighed(world).utility[option]

    assert (utility(**change) - utility()) * sign > 0.003


def test_a_test_is_worth_most_to_a_moscow_that_is_unsure(seen):
    worth = []
    for evidence in (-3.0, 0.0, 3.0):
        world = seen(troops=20.0, mindset="opportunist", belief_base=-2, share_on_line=0.2)
        world.russia.evidence = evidence
        made = weighed(world)
        assert made.terms[MOSCOW.probe, MOSCOW_TERM.information] > 0.02
        worth.append((world.russia.belief * (1 - world.russia.belief), made.terms[MOSCOW.probe, MOSCOW_TERM.information]))
    assert max(worth)[1] == max(information for _, information in worth)


def test_pressure_wins_most_from_a_doubtful_coalition_and_an_anxious_kyiv(seen):
    def leverage(evidence, confidence):
        world = seen(troops=20.0)
        world.russia.evidence, world.situation.confidence = evidence, confidence
        return weighed(world).terms[MOSCOW.coerce, MOSCOW_TERM.leverage]

    assert leverage(-2.0, 0.1) > leverage(-2.0, 0.9) > leverage(2.0, 0.9) > 0


def test_a_revisionist_mobilises_where_a_security_seeker_does_not(seen):
    chances = {}
    for mindset in ("security_seeker", "revisionist"):
        world = seen("bare_ceasefire", mindset=mindset, value_shift=0, cost_sensitivity=1, sanctions_cost=0.3)
        world.situation.russian_power = world.situation.russian_power_later = 1.0
        chances[mindset] = weighed(world).probability[MOSCOW.mobilise]
    assert chances["revisionist"] > 20 * chances["security_seeker"]


def test_mobilising_is_worth_what_the_crisis_would_be_less_its_cost(seen):
    world = seen("bare_ceasefire", mindset="opportunist")
    made = weighed(world)
    war = (
        made.terms[MOSCOW.mobilise].sum()
        - made.terms[MOSCOW.mobilise, MOSCOW_TERM.choice_in_crisis]
        - made.terms[MOSCOW.mobilise, MOSCOW_TERM.own_cost]
    )
    back = -world.russia.grievance - world.russia.waiting_cost - world.russia.stand_down_cost
    crisis = war + made.terms[MOSCOW.mobilise, MOSCOW_TERM.choice_in_crisis]
    assert min(war, back) <= crisis <= max(war, back)
    assert made.terms[MOSCOW.mobilise, MOSCOW_TERM.own_cost] == pytest.approx(
        -world.russia.cost * world.uncertainties.mobilisation_cost
    )


def test_standing_down_costs_face_and_a_concession_makes_up_for_it(seen):
    world = seen(mindset="prestige_driven")
    made = in_crisis(world)
    assert made.terms[MOSCOW.stand_down, MOSCOW_TERM.audience] == pytest.approx(-0.3)
    assert made.terms[MOSCOW.stand_down, MOSCOW_TERM.leverage] == 0.0
    world.situation.conceded = 1
    assert in_crisis(world).terms[MOSCOW.stand_down, MOSCOW_TERM.leverage] == pytest.approx(0.15 * world.russia.value)


@pytest.mark.parametrize(("policy", "factor"), [("concede", 1.0), ("reciprocal", 1.0), ("escalate", 2.0)])
def test_backing_down_before_a_bully_costs_twice_the_face(seen, policy, factor):
    # T27, Huth 1988: intransigence is no better than giving way, for it puts the challenger's own name at stake
    world = seen(mindset="prestige_driven", response_policy=policy)
    assert in_crisis(world).terms[MOSCOW.stand_down, MOSCOW_TERM.audience] == pytest.approx(-0.3 * factor)
    world.situation.conduct, world.situation.tension = 1, 0.5
    assert weighed(world).terms[MOSCOW.step_down, MOSCOW_TERM.audience] == pytest.approx(-0.225 * factor)


def test_holding_an_army_mobilised_costs_more_every_week(seen):
    costs = [in_crisis(seen(), weeks).terms[MOSCOW.hold, MOSCOW_TERM.own_cost] for weeks in (3.0, 10.0)]
    assert costs == pytest.approx([-0.14, -0.28])


def test_easing_off_wins_relief_and_costs_face(seen):
    world = seen(mindset="prestige_driven")
    world.situation.conduct, world.situation.tension = 1, 0.5
    made = weighed(world)
    assert made.terms[MOSCOW.step_down, MOSCOW_TERM.audience] == pytest.approx(-0.225)
    assert made.terms[MOSCOW.step_down, MOSCOW_TERM.punishment] > 0
    assert made.terms[MOSCOW.step_down, MOSCOW_TERM.waiting] == made.terms[MOSCOW.comply, MOSCOW_TERM.waiting]


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


def test_opportunities_fall_at_their_rates(seen):
    world = seen("bare_ceasefire", mindset="security_seeker")
    nodes = []
    for run in range(1500):
        world.luck.run = run
        deal_opportunities(world.luck, world.situation.pace)
        if russia.act(world.russia, world.situation, world.levers, world.uncertainties, world.luck) != NOTHING:
            nodes.append(int(world.russia.decision.node))
    strategic, daily = nodes.count(MOSCOW_NODE.strategic) / 1500, nodes.count(MOSCOW_NODE.conduct) / 1500
    expected = 1 - np.exp(-2.5 / 52)
    assert strategic == pytest.approx(expected, abs=4 * np.sqrt(expected / 1500))
    assert daily == pytest.approx((1 - expected) * (1 - np.exp(-12 / 52)), abs=4 * np.sqrt(0.2 / 1500))


@pytest.mark.parametrize(("weeks", "share"), [(0.0, 0.0), (2.0, 0.0), (3.0, 0.5), (12.0, 0.5)])
def test_choices_in_a_crisis_fall_in_every_other_week_from_the_third_on(seen, weeks, share):
    chosen = [option != NOTHING for option in acts(seen(), 400, crisis=1, crisis_weeks=weeks)]
    assert np.mean(chosen) == pytest.approx(share, abs=4 * np.sqrt(0.25 / 400) if share else 0)


@pytest.mark.parametrize("situation", [{"fighting": 1}, {"fighting": 1, "crisis": 1, "crisis_weeks": 9.0}])
def test_while_a_fight_is_on_there_is_nothing_to_choose(seen, situation):
    assert set(acts(seen(troops=20.0), 60, **situation)) == {NOTHING}


def test_an_attack_that_waits_for_an_answer_comes_first(seen):
    world = seen(troops=20.0)
    world.situation.attack.act = 2
    world.russia.decision.order = MOSCOW.probe
    assert set(acts(world, 60)) == {NOTHING}


@pytest.mark.parametrize("option", sorted(GRAVE | {MOSCOW.strike, MOSCOW.step_down}))
def test_an_order_gives_the_opportunity_and_is_obeyed(seen, option):
    world = seen(troops=20.0)
    world.situation.conduct = 1
    world.russia.decision.order = option
    assert acts(world, 1) == [option]
    assert (world.russia.decision.ordered, world.russia.decision.refused) == (1, 0)


@pytest.mark.parametrize(
    ("option", "situation"),
    [(MOSCOW.launch, {}), (MOSCOW.hold, {}), (MOSCOW.mobilise, {"crisis": 1}), (MOSCOW.launch, {"crisis": 1, "crisis_weeks": 2.0})],
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
    assert acts(world, 1) == [option]
    assert world.russia.decision.sector == sector


def test_options_stand_in_order_of_escalation():
    assert [option.name for option in OPTIONS] == [
        "stand_down", "step_down", "comply", "hold", "coerce", "probe", "seize", "mobilise", "strike", "launch",
    ]  # fmt: skip
    assert russia.CLASS_OF.tolist() == [3, 0, 0, 4, 1, 1, 2, 2, 2, 5]
    assert [np.sum(index == russia.CLASS_OF) for index in range(6)] == russia.CLASS_SIZE.tolist()
    assert len(TERMS) == MOSCOW_TERM.choice_in_crisis + 1


def a_mind(seen, troops=20.0, response_policy="reciprocal", **situation):
    """A Moscow of round figures: value and cost 1, grievance .2, waiting .1, full punishment .3, belief one half."""
    world = seen(troops=troops, share_in_cities=0.5, share_on_line=0.3, response_policy=response_policy)
    mind = world.russia
    mind.value, mind.cost, mind.grievance, mind.waiting_cost, mind.belief, mind.stand_down_cost = 1.0, 1.0, 0.2, 0.1, 0.5, 0.3
    given = {"punishment": 0.3, "intelligence": 0.6, "confidence": 0.4, "tension": 0.5, "conduct": CONDUCT.coerce, "legal": 0.6}
    for name, value in {**given, **situation}.items():
        world.situation[name] = value
    return world


def terms_in_calm(world):
    russia.weigh_calm(world.russia, world.situation, world.levers, world.uncertainties, world.luck, MOSCOW_NODE.strategic)
    return world.russia.decision.terms


@pytest.mark.parametrize(
    ("option", "term", "worth"),
    [
        # living with things as they are costs the whole grievance; acting vents part of it (C33)
        (MOSCOW.comply, MOSCOW_TERM.status_quo, -0.2),
        (MOSCOW.step_down, MOSCOW_TERM.status_quo, -0.2),
        (MOSCOW.coerce, MOSCOW_TERM.status_quo, -0.12),
        (MOSCOW.probe, MOSCOW_TERM.status_quo, -0.12),
        (MOSCOW.seize, MOSCOW_TERM.status_quo, -0.08),
        (MOSCOW.strike, MOSCOW_TERM.status_quo, -0.08),
        # a window that closes is minded by those who wait, half by those who test
        (MOSCOW.comply, MOSCOW_TERM.waiting, -0.1),
        (MOSCOW.step_down, MOSCOW_TERM.waiting, -0.1),
        (MOSCOW.coerce, MOSCOW_TERM.waiting, -0.1),
        (MOSCOW.probe, MOSCOW_TERM.waiting, -0.05),
        (MOSCOW.seize, MOSCOW_TERM.waiting, 0.0),
        # what pressure wins: .12 of the aim, half doubted, four fifths anxious
        (MOSCOW.coerce, MOSCOW_TERM.leverage, 0.12 * 0.5 * 0.8),
        # punishment grows with the gravity of the act
        (MOSCOW.step_down, MOSCOW_TERM.punishment, 0.03),
        (MOSCOW.coerce, MOSCOW_TERM.punishment, -0.03 * 0.8),
        (MOSCOW.probe, MOSCOW_TERM.punishment, -0.036),
        (MOSCOW.seize, MOSCOW_TERM.punishment, -0.15),
        (MOSCOW.strike, MOSCOW_TERM.punishment, -0.15),
        (MOSCOW.coerce, MOSCOW_TERM.own_cost, -0.1),
        (MOSCOW.probe, MOSCOW_TERM.own_cost, -0.12),
        (MOSCOW.seize, MOSCOW_TERM.own_cost, -0.3),
        (MOSCOW.mobilise, MOSCOW_TERM.own_cost, -0.22),
        (MOSCOW.strike, MOSCOW_TERM.own_cost, -0.42 - 0.15 * 0.6),
        # face lost by easing off: .3, three quarters seen at a tension of one half
        (MOSCOW.step_down, MOSCOW_TERM.audience, -0.225),
    ],
)
def test_what_weighs_in_moscow(seen, option, term, worth):
    assert terms_in_calm(a_mind(seen))[option, term] == pytest.approx(worth)


def test_costs_weigh_as_heavily_as_this_moscow_feels_them(seen):
    world = a_mind(seen)
    world.russia.cost = 1.5
    terms = terms_in_calm(world)
    options = (MOSCOW.coerce, MOSCOW.probe, MOSCOW.seize, MOSCOW.mobilise)
    assert [terms[option, MOSCOW_TERM.own_cost] for option in options] == pytest.approx([-0.15, -0.18, -0.45, -0.33])
    assert terms[MOSCOW.seize, MOSCOW_TERM.punishment] == pytest.approx(-0.225)


def answers_to(world, act):
    """Foreseen chances of an answer: where the force is touched, and where it is not."""
    return foreseen_pair(world.russia, act, world.situation, world.levers, world.uncertainties)


CLASH = 1.6
"""Price of fighting a fully capable coalition; a quarter of it stands for those who are hardly capable at all."""


def test_a_probe_wins_little_risks_little_and_tests_where_the_force_stands(seen):
    world = a_mind(seen)
    terms = terms_in_calm(world)[MOSCOW.probe]
    sector = world.situation.sectors[world.russia.probe_sector]
    here, elsewhere = answers_to(world, ACT.probe)
    answered = sector.cover * here + (1 - sector.cover) * elsewhere
    chance = grab_chance(sector, world.situation, world.uncertainties)
    assert 0 < sector.cover < 1
    assert terms[MOSCOW_TERM.aim] == pytest.approx(0.05 * sector.value * chance)
    assert terms[MOSCOW_TERM.information] == pytest.approx(0.02 + 0.2 * 0.25 * sector.cover)
    assert terms[MOSCOW_TERM.clash] == pytest.approx(-0.25 * CLASH * (0.25 + 0.75 * world.situation.capability) * answered)


def test_a_grab_wins_a_third_of_the_aim_unless_it_is_foiled(seen):
    world = a_mind(seen)
    terms = terms_in_calm(world)[MOSCOW.seize]
    sector = world.situation.sectors[world.russia.seize_sector]
    here, elsewhere = answers_to(world, ACT.seizure)
    answered = sector.cover * here + (1 - sector.cover) * elsewhere
    chance = grab_chance(sector, world.situation, world.uncertainties)
    assert answered > 0.01
    assert terms[MOSCOW_TERM.aim] == pytest.approx(0.35 * sector.value * chance * (1 - answered / 2))
    assert terms[MOSCOW_TERM.clash] == pytest.approx(-0.6 * CLASH * (0.25 + 0.75 * world.situation.capability) * answered)


def test_a_strike_buys_the_exit_of_the_force_if_nobody_answers(seen):
    # T18: six in ten leave when unanswered, fewer under a treaty; the exit is worth three fifths of what stands behind the force
    world = a_mind(seen)
    terms = terms_in_calm(world)[MOSCOW.strike]
    answered, _ = answers_to(world, ACT.strike)
    exit_chance = (1 - answered) * (0.6 - 0.3 * 0.6)
    assert terms[MOSCOW_TERM.aim] == pytest.approx(exit_chance * 0.6 * (0.5 + 0.2))
    assert terms[MOSCOW_TERM.clash] == pytest.approx(-answered * CLASH * (0.25 + 0.75 * world.situation.capability))


@pytest.mark.parametrize(("troops", "open_"), [(0.5, 0), (0.51, 1)])
def test_half_a_thousand_soldiers_are_no_target(seen, troops, open_):
    world = a_mind(seen, troops=20.0)
    world.situation.troops = troops
    terms_in_calm(world)
    assert world.russia.decision.open[MOSCOW.strike] == open_


@pytest.mark.parametrize(
    ("option", "term", "worth"),
    [
        (MOSCOW.launch, MOSCOW_TERM.own_cost, -0.05),
        (MOSCOW.hold, MOSCOW_TERM.own_cost, -0.08 - 0.02 * 5),
        (MOSCOW.stand_down, MOSCOW_TERM.own_cost, -0.02),
        (MOSCOW.hold, MOSCOW_TERM.status_quo, -0.2),
        (MOSCOW.stand_down, MOSCOW_TERM.status_quo, -0.2),
        (MOSCOW.hold, MOSCOW_TERM.waiting, -0.1),
        (MOSCOW.stand_down, MOSCOW_TERM.waiting, -0.1),
        (MOSCOW.stand_down, MOSCOW_TERM.audience, -0.3),
        (MOSCOW.stand_down, MOSCOW_TERM.leverage, 0.15),
    ],
)
def test_what_weighs_with_the_army_mobilised(seen, option, term, worth):
    world = a_mind(seen, crisis=1, crisis_weeks=5.0, conceded=1)
    russia.weigh_crisis(world.russia, world.situation, world.levers, world.uncertainties, 0)
    assert world.russia.decision.terms[option, term] == pytest.approx(worth)


@pytest.mark.parametrize(("weeks", "expected"), [(2.9, 0), (3.0, 1)])
def test_an_army_needs_three_weeks_before_it_can_launch(seen, weeks, expected):
    world = a_mind(seen, crisis=1, crisis_weeks=weeks)
    russia.weigh_crisis(world.russia, world.situation, world.levers, world.uncertainties, 0)
    assert world.russia.decision.open[MOSCOW.launch] == expected


def test_quiet_years_halve_what_the_aim_is_worth(seen):
    worth = []
    for healed in (0.0, 0.5, 1.0):
        world = seen()
        world.russia.full_value, world.russia.normalised = 1.2, healed
        russia.perceive(world.russia, world.situation, world.levers, world.uncertainties)
        worth.append(float(world.russia.value))
    assert worth == pytest.approx([1.2, 0.9, 0.6])


def test_in_a_crisis_half_of_the_weeks_bring_a_choice(seen):
    world = seen("bare_ceasefire")
    world.situation.crisis, world.situation.crisis_weeks = 1, 4.0
    chosen = 0
    for run in range(1200):
        world.luck.run = run
        chosen += russia.act(world.russia, world.situation, world.levers, world.uncertainties, world.luck) != NOTHING
    assert chosen / 1200 == pytest.approx(0.5, abs=4 * np.sqrt(0.25 / 1200))


@pytest.mark.parametrize(("node", "surer"), [(MOSCOW_NODE.strategic, 1.0), (MOSCOW_NODE.conduct, 5.0)])
def test_how_surely_moscow_chooses(seen, node, surer):
    # two options of one class and like any two of a plain logit: odds of exp(12 x difference), five times as sure in daily conduct
    world = seen("bare_ceasefire")
    made = world.russia.decision
    begin(made, 0, node)
    world.russia.precision = 1.0
    made.open[MOSCOW.comply] = made.open[MOSCOW.coerce] = 1
    made.terms[MOSCOW.comply, MOSCOW_TERM.status_quo] = -0.05
    made.terms[MOSCOW.coerce, MOSCOW_TERM.status_quo] = -0.02
    russia.decide(world.russia, world.uncertainties, 0.5)
    odds = made.probability[MOSCOW.coerce] / made.probability[MOSCOW.comply]
    assert odds == pytest.approx(np.exp(12.0 * surer * 0.03))
