import math
from functools import cache

import pytest

from reassure.agents import foresight
from reassure.agents.situation import ACT
from reassure.model.uncertainties import UNCERTAINTIES

ACTS = [ACT.probe, ACT.seizure, ACT.strike, ACT.war]


@pytest.fixture(scope="module")
def seen(seen):
    """The same worlds, each made once and handed out as a copy."""
    made = cache(seen)
    return lambda *preset, **set_: made(*preset, **set_).copy()


def answer_in(world, act, touched, troops, capability, legal, belief):
    """The chance of an answer that Moscow foresees in a world, but for what is said of the force."""
    quorum, situation = world.situation.quorum, world.situation
    return foresight.foreseen_answer(
        world.russia, act, touched, troops, capability, legal, belief, quorum, situation, world.levers, world.uncertainties
    )


@pytest.fixture(scope="module")
def foreseen(seen):
    """The chance of an answer that Moscow foresees, with 15 thousand soldiers there, but for what is changed."""

    def chance(act=ACT.war, touched=1.0, troops=15.0, capability=0.3, legal=0.6, belief=0.4, **set_):
        world = seen(troops=troops, **set_)
        return answer_in(world, act, touched, troops, capability, legal, belief)

    return chance


@pytest.mark.parametrize("act", ACTS)
def test_what_is_foreseen_lies_between_a_soft_and_a_hard_coalition(foreseen, act):
    ladder = [foreseen(act, belief=belief / 10) for belief in range(11)]
    assert ladder == sorted(ladder)
    assert 0.0 < ladder[0] < ladder[-1] < 1.0
    assert foreseen(act, belief=0.25) == pytest.approx(0.75 * ladder[0] + 0.25 * ladder[-1])


@pytest.mark.parametrize("act", ACTS)
def test_an_act_that_touches_nobody_is_answered_less(foreseen, act):
    assert foreseen(act, touched=0.0) < 0.5 * foreseen(act)


@pytest.mark.parametrize(
    ("troops", "legal", "answered"), [(0.0, 0.0, False), (0.0, 0.6, True), (15.0, 0.0, False), (15.0, 0.6, True)]
)
def test_where_nobody_is_hit_and_nobody_bound_there_is_no_answer(foreseen, troops, legal, answered):
    assert (foreseen(touched=0.0, troops=troops, legal=legal, belief=1.0) > 0.0) == answered


@pytest.mark.parametrize(("precision", "hard", "soft"), [(1, 0.549834, 0.450166), (2, 0.598688, 0.401312), (3, 0.645656, 0.354344)])
def test_with_one_contributor_and_no_spread_it_is_the_two_node_tree(foreseen, precision, hard, soft):
    # X5: a guarantor whose fighting is worth +-.2 more than conceding fights with chance 1 / (1 + exp(-lambda x +-.2))
    plain = foreseen(resolve_spread=0, answer_precision=1)
    score = math.log(plain / (1 - plain))
    for worth, expected in ((0.2, hard), (-0.2, soft)):
        chance = foreseen(resolve_spread=0, answer_precision=precision, answer_base=min(-1.0, -1.9 + worth - score), belief=0.9)
        assert chance == pytest.approx(expected, abs=2e-6)


def test_with_no_spread_belief_does_not_matter(foreseen):
    assert foreseen(resolve_spread=0, belief=0.1) == pytest.approx(foreseen(resolve_spread=0, belief=0.9))


def test_a_mix_weighs_touched_and_untouched_by_cover(seen):
    world = seen(troops=15.0)
    russia, situation, levers, assumed = world.russia, world.situation, world.levers, world.uncertainties
    here, elsewhere = foresight.foreseen_pair(russia, ACT.war, situation, levers, assumed)
    for cover in (0.0, 0.3, 1.0):
        mixed = foresight.foreseen_fight(
            russia,
            cover,
            situation.troops,
            situation.capability,
            situation.legal,
            russia.belief,
            situation.quorum,
            situation,
            levers,
            assumed,
        )
        assert mixed == pytest.approx(cover * here + (1 - cover) * elsewhere)


@pytest.fixture(scope="module")
def waiting(seen):
    """What waiting costs a revisionist when powers a year from now are changed."""

    def cost(weight=1, **later):
        world = seen(
            "bare_ceasefire",
            mindset="revisionist",
            anticipation_weight=weight,
            value_shift=0,
            cost_sensitivity=1,
            sanctions_cost=0.3,
        )
        situation = world.situation
        situation.russian_power, situation.ukrainian_power = 0.8, 0.6
        situation.russian_power_later, situation.ukrainian_power_later = 0.8, 0.6
        situation.crisis = later.pop("crisis", 0)
        for name, value in later.items():
            situation[name] = value
        foresight.anticipate(world.russia, situation, world.levers, world.uncertainties)
        return float(world.russia.waiting_cost)

    return cost


def test_a_window_that_stays_open_costs_nothing(waiting):
    assert waiting() == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize(
    ("later", "sign"),
    [
        ({"ukrainian_power_later": 0.9}, 1),  # X2, T3: the other side rearms, waiting costs
        ({"russian_power_later": 1.1}, -1),  # one's own army grows, waiting pays
        ({"legal_later": 1.0}, 1),
    ],
)
def test_windows_that_close_or_open(waiting, later, sign):
    assert waiting(**later) * sign > 0.01
    assert waiting(weight=2, **later) == pytest.approx(2 * waiting(**later))
    assert waiting(weight=0, **later) == 0.0


def test_the_war_now_is_recorded_as_foreseen(seen):
    world = seen(troops=15.0)
    terms = foresight.war_now(world.russia, world.situation, 0.0, world.levers, world.uncertainties)
    assert len(terms) == 5
    assert 0.0 < world.russia.foreseen_war < 1.0
    foresight.anticipate(world.russia, world.situation, world.levers, world.uncertainties)
    assert world.russia.war_utility == pytest.approx(sum(terms))


def crisis(seen, stand_down=-0.2, precision=9.0, belief=0.4, **set_):
    world = seen(troops=15.0, **set_)
    world.russia.belief = belief
    world.russia.value = 1.4
    return foresight.worth_of_crisis(world.russia, stand_down, precision, world.situation, world.levers, world.uncertainties), world


@pytest.mark.parametrize(("launch", "stand_down"), [(0.3, 0.1), (0.1, 0.3), (-0.5, 0.2)])
def test_a_choice_to_come_is_worth_what_it_will_bring_on_average(launch, stand_down):
    # agent quantal response (McKelvey & Palfrey 1998): the mean of the utilities, not the best of them
    launches = 1 / (1 + math.exp(-4.0 * (launch - stand_down)))
    worth = foresight.choice_in_crisis(launch, stand_down, 4.0)
    assert worth == pytest.approx(launches * launch + (1 - launches) * stand_down)
    assert worth < max(launch, stand_down)


def test_a_crisis_that_shows_nothing_is_weighed_at_the_belief_held_now(seen):
    worth, world = crisis(seen, us_multiplier=0, us_air_surge=0)
    launch = foresight.launch_at(
        world.russia, world.russia.belief, world.situation.capability, 0.0, world.situation, world.levers, world.uncertainties
    )
    assert worth == pytest.approx(foresight.choice_in_crisis(launch, -0.2, 9.0))


def test_what_a_crisis_will_show_is_worth_something_to_a_sure_chooser(seen):
    # the free choice after news is never worth less than the choice without (Blackwell), for one who takes the better option
    for stand_down in (-0.6, -0.3, -0.1):
        shows, _ = crisis(seen, stand_down, precision=1e4, us_multiplier=1, us_backstop=1, us_air_surge=1, answer_backed=0)
        hides, _ = crisis(seen, stand_down, precision=1e4, us_multiplier=0, us_backstop=1, us_air_surge=1, answer_backed=0)
        assert shows >= hides - 1e-3


@pytest.mark.parametrize("belief", [0.0, 1e-300, 0.5, 1.0])
def test_a_crisis_is_worth_a_number_at_any_belief(seen, belief):
    worth, _ = crisis(seen, belief=belief, us_backstop=1)
    assert math.isfinite(worth)


@pytest.fixture(scope="module")
def bench(seen):
    """Makes a world in which all that Moscow weighs differs: powers, troops, capability and law, now and a year from now."""
    base = seen(
        "limited_reassurance_force",
        troops=10.0,
        us_backstop=0.5,
        us_air_surge=0.5,
        monitors=1,
        rules_of_engagement=0.45,
        anticipation_weight=1,
        conditional_cover=0,
    )

    def make(**set_):
        world = base.copy()
        russia, situation = world.russia, world.situation
        russia.value, russia.cost, russia.belief, russia.evidence = 1.2, 0.75, 0.4, 0.3
        situation.russian_power, situation.russian_power_later = 0.9, 1.0
        situation.ukrainian_power, situation.ukrainian_power_later = 0.8, 0.85
        situation.troops, situation.capability, situation.legal, situation.touch_war = 10.0, 0.3, 0.6, 0.7
        situation.troops_later, situation.capability_later = 20.0, 0.5
        situation.legal_later, situation.touch_war_later = 0.33, 0.4
        situation.intelligence, situation.air_defence, situation.punishment, situation.stood_behind = 0.5, 0.0, 0.12, 0.25
        situation.contributors, situation.backing, situation.overdue = 6.0, 0.75, 0.2
        situation.kyiv_began, situation.crisis = 0, 0
        for name, value in set_.items():
            places = (russia, situation, world.levers, world.uncertainties)
            next(place for place in places if name in place.dtype.names)[name] = value
        return world

    return make


PROBE, SEIZURE, STRIKE, WAR = ACTS


@pytest.mark.parametrize(
    ("act", "touched", "troops", "capability", "legal", "belief", "set_", "chance"),
    [
        # touched and not touched: an answer to what hits nobody is much rarer
        (PROBE, 1.0, 10.0, 0.3, 0.6, 0.4, {}, 0.437514),
        (PROBE, 0.0, 10.0, 0.3, 0.6, 0.4, {}, 0.109284),
        (SEIZURE, 1.0, 10.0, 0.3, 0.6, 0.4, {}, 0.375578),
        (SEIZURE, 0.0, 10.0, 0.3, 0.6, 0.4, {}, 0.122566),
        (STRIKE, 1.0, 10.0, 0.3, 0.6, 0.4, {}, 0.407468),
        (WAR, 1.0, 10.0, 0.3, 0.6, 0.4, {}, 0.367070),
        (WAR, 0.0, 10.0, 0.3, 0.6, 0.4, {}, 0.122566),
        # a soft and a hard coalition
        (WAR, 1.0, 10.0, 0.3, 0.6, 0.0, {}, 0.023201),
        (WAR, 1.0, 10.0, 0.3, 0.6, 1.0, {}, 0.882873),
        # nobody there, somebody bound, and the reverse
        (WAR, 1.0, 0.0, 0.3, 0.6, 0.4, {}, 0.397944),
        (WAR, 0.0, 0.0, 0.3, 0.6, 0.4, {}, 0.107827),
        (WAR, 1.0, 0.01, 0.3, 0.0, 0.4, {}, 0.281950),
        (WAR, 0.0, 10.0, 0.3, 0.0, 0.4, {}, 0.0),
        (WAR, 1.0, 0.0, 0.3, 0.0, 0.4, {}, 0.0),
        # what else the allies' rule weighs
        (WAR, 1.0, 10.0, 0.9, 0.6, 0.4, {}, 0.446651),
        (WAR, 1.0, 10.0, 0.3, 1.0, 0.4, {}, 0.407622),
        (WAR, 1.0, 10.0, 0.3, 0.6, 0.4, {"stood_behind": 1.0}, 0.415710),
        (WAR, 1.0, 10.0, 0.3, 0.6, 0.4, {"stood_behind": -0.5}, 0.302478),
        (WAR, 1.0, 10.0, 0.3, 0.6, 0.4, {"kyiv_began": 1, "conditional_cover": 1}, 0.263574),
        (PROBE, 1.0, 10.0, 0.3, 0.6, 0.4, {"response_policy": 1.0}, 0.527931),
        (WAR, 1.0, 10.0, 0.3, 0.6, 0.4, {"rules_of_engagement": 1.0}, 0.389855),
    ],
)
def test_what_moscow_foresees(bench, act, touched, troops, capability, legal, belief, set_, chance):
    world = bench(**set_)
    assert answer_in(world, act, touched, troops, capability, legal, belief) == pytest.approx(chance, abs=1e-6)


def test_as_things_stand_it_foresees_both_answers(bench):
    world = bench()
    pair = foresight.foreseen_pair(world.russia, SEIZURE, world.situation, world.levers, world.uncertainties)
    assert pair == pytest.approx((0.375578, 0.122566), abs=1e-6)


@pytest.mark.parametrize("cover", [0.0, 0.25, 1.0])
def test_it_weighs_both_by_how_likely_the_force_is_touched(bench, cover):
    world = bench()
    seen, levers, assumed = world.situation, world.levers, world.uncertainties
    force = (20.0, 0.5, 0.33, 0.7, seen.quorum, seen, levers, assumed)
    touched, untouched = (foresight.foreseen_answer(world.russia, WAR, each, *force) for each in (1.0, 0.0))
    mixed = foresight.foreseen_fight(world.russia, cover, *force)
    assert mixed == pytest.approx(cover * touched + (1 - cover) * untouched)


@pytest.mark.parametrize(("surge", "clash"), [(0.0, -0.167420), (1.0, -0.251129)])
def test_a_war_now_is_weighed_by_the_answer_foreseen(bench, surge, clash):
    world = bench()
    terms = foresight.war_now(world.russia, world.situation, surge, world.levers, world.uncertainties)
    assert world.russia.foreseen_war == pytest.approx(0.2937190, abs=1e-6)
    assert terms == pytest.approx((0.445204, -0.322667, -0.09, clash, -0.050413), abs=1e-6)


def test_a_war_later_is_weighed_by_what_will_be_there_then(bench):
    world = bench()
    later = foresight.war_later(world.russia, world.situation, world.levers, world.uncertainties)
    assert later == pytest.approx(-0.085163, abs=1e-6)


@pytest.mark.parametrize("weight", [1.0, 2.0])
def test_what_waiting_costs(bench, weight):
    # war will be worth more in a year: waiting pays, though only in part, because either war is worth less than peace
    world = bench(anticipation_weight=weight)
    foresight.anticipate(world.russia, world.situation, world.levers, world.uncertainties)
    assert world.russia.war_utility == pytest.approx(-0.185296, abs=1e-6)
    assert world.russia.waiting_cost == pytest.approx(-0.069511 * weight, abs=2e-6)


@pytest.mark.parametrize(("belief", "worth"), [(0.4, -0.185296), (0.9, -0.430441)])
def test_launching_is_worth_less_against_a_coalition_thought_hard(bench, belief, worth):
    world = bench()
    launch = foresight.launch_at(world.russia, belief, 0.3, 0.0, world.situation, world.levers, world.uncertainties)
    assert launch == pytest.approx(worth, abs=1e-6)


@pytest.mark.parametrize(
    ("launch", "stand_down", "precision", "worth"),
    [
        (0.3, 0.1, 4.0, 0.237995),
        (0.1, 0.3, 4.0, 0.237995),
        (-0.5, 0.2, 4.0, 0.159873),
        (0.3, 0.1, 0.0, 0.2),
        (0.3, 0.1, 9.0, 0.27163),
    ],
)
def test_the_worth_of_a_choice_to_come(launch, stand_down, precision, worth):
    assert foresight.choice_in_crisis(launch, stand_down, precision) == pytest.approx(worth, abs=1e-6)


@pytest.mark.parametrize(
    ("stand_down", "precision", "set_", "worth"),
    [
        (-0.2, 9.0, {}, -0.185548),
        (-0.5, 9.0, {}, -0.223314),
        (-0.5, 2.0, {}, -0.306970),
        (-0.5, 9.0, {"belief": 0.7}, -0.379551),
        (-0.5, 9.0, {"us_air_surge": 1.0}, -0.217596),
        (-0.5, 9.0, {"us_backstop": 1.0}, -0.237514),
        (-0.5, 9.0, {"us_multiplier": 0.25}, -0.210976),
    ],
)
def test_what_a_crisis_is_worth_before_washington_has_spoken(bench, stand_down, precision, set_, worth):
    # belief .4 becomes .644 if Washington stands by and .353 if it does not: the first has a chance of .161, for the mean is .4
    world = bench(**set_)
    found = foresight.worth_of_crisis(world.russia, stand_down, precision, world.situation, world.levers, world.uncertainties)
    assert found == pytest.approx(worth, abs=1e-6)


def test_how_much_a_window_is_minded_lies_between_nothing_and_double(fresh):
    drawn = [float(fresh("bare_ceasefire", run=run).uncertainties.anticipation_weight) for run in range(40)]
    assert 0.0 <= min(drawn) < 0.2
    assert 1.8 < max(drawn) <= 2.0
    assert UNCERTAINTIES["anticipation_weight"].default == 1.0  # the middle
