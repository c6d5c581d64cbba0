import math

import pytest

from reassure.agents import foresight
from reassure.agents.situation import ACT

ACTS = [ACT.probe, ACT.seizure, ACT.strike, ACT.war]


@pytest.fixture(scope="module")
def foreseen(seen):
    """The chance of an answer that Moscow foresees, with 15 thousand soldiers there, but for what is changed."""

    def chance(act=ACT.war, touched=1.0, troops=15.0, capability=0.3, legal=0.6, belief=0.4, **set_):
        world = seen(troops=troops, **set_)
        return foresight.foreseen_answer(
            world.russia, act, touched, troops, capability, legal, belief, world.situation, world.levers, world.uncertainties
        )

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


@pytest.mark.parametrize(("troops", "legal", "answered"), [(0.0, 0.0, False), (0.0, 0.6, True), (15.0, 0.0, True)])
def test_nobody_there_and_nobody_bound_means_no_answer(foreseen, troops, legal, answered):
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
    here, elsewhere = foresight.foreseen_pair(russia, ACT.seizure, situation, levers, assumed)
    for cover in (0.0, 0.3, 1.0):
        mixed = foresight.foreseen_mix(
            russia,
            ACT.seizure,
            cover,
            situation.troops,
            situation.capability,
            situation.legal,
            russia.belief,
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
    worth, world = crisis(seen, us_multiplier=0)
    launch = foresight.launch_at(world.russia, world.russia.belief, world.situation, world.levers, world.uncertainties)
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
