import numpy as np
import pytest

from reassure.agents import ukraine
from reassure.agents.choice import NOTHING
from reassure.agents.counter_attack import ground_to_regain, worth_of_regaining
from reassure.agents.sectors import retake_chance
from reassure.agents.ukraine import KYIV, KYIV_NODE, KYIV_TERM


def fought_over(seen, *sectors, balance=1.0, crisis=1, **set_):
    """A world in a crisis in which ground in these sectors has just been lost, Ukraine there so many times as strong as Russia."""
    world = seen("bare_ceasefire", **set_)
    situation = world.situation
    situation.crisis, situation.conduct, situation.russian_power, situation.ukrainian_power = crisis, 2, 0.6, 0.6 * balance
    for index in range(7):
        sector = situation.sectors[index]
        sector.russian_share = sector.ukrainian_share = 0.2
    for index in sectors:
        situation.sectors[index].lost = situation.sectors[index].contested = 1
    return world


def act(world):
    return int(ukraine.act(world.ukraine, world.situation, world.levers, world.uncertainties, world.luck))


@pytest.mark.parametrize(
    ("balance", "chance"),
    [(1.0, 0.4284), (1.140175, 0.5), (2.0, 0.7749), (0.5, 0.1403)],  # 1 / (1 + 1.3^1.1 / b^2.2)
)
def test_ground_just_lost_is_retaken_by_the_local_balance_against_a_hasty_defence(seen, balance, chance):
    world = fought_over(seen, 3, balance=balance)
    assert retake_chance(world.situation.sectors[3], world.situation, world.uncertainties) == pytest.approx(chance, abs=2e-4)


@pytest.mark.parametrize(("russian", "ukrainian", "chance"), [(0.2, 0.0, 0.0), (0.0, 0.2, 1.0)])
def test_nobody_takes_ground_back_with_nobody_and_everybody_from_nobody(seen, russian, ukrainian, chance):
    world = fought_over(seen, 3)
    world.situation.sectors[3].russian_share, world.situation.sectors[3].ukrainian_share = russian, ukrainian
    assert retake_chance(world.situation.sectors[3], world.situation, world.uncertainties) == chance


@pytest.mark.parametrize(("sectors", "best"), [((), NOTHING), ((0,), 0), ((0, 3), 3), ((4, 3), 3), ((4, 5), 4)])
def test_a_counter_attack_goes_where_it_is_worth_most(seen, sectors, best):
    world = fought_over(seen, *sectors)
    assert ground_to_regain(world.situation, world.uncertainties) == best
    world.situation.crisis = 0
    assert ground_to_regain(world.situation, world.uncertainties) == NOTHING


def test_ground_lost_for_good_is_not_counter_attacked(seen):
    world = fought_over(seen, 3)
    world.situation.sectors[3].contested = 0
    assert ground_to_regain(world.situation, world.uncertainties) == NOTHING
    world.ukraine.decision.order = KYIV.counter_attack
    assert act(world) != KYIV.counter_attack
    assert world.ukraine.decision.refused == 1


def test_what_a_counter_attack_is_weighed_by(seen):
    world = fought_over(seen, 3, conditional_cover="on")
    world.ukraine.decision.order = KYIV.counter_attack
    assert act(world) == KYIV.counter_attack
    made = world.ukraine.decision
    terms = made.terms[KYIV.counter_attack]
    chance = float(retake_chance(world.situation.sectors[3], world.situation, world.uncertainties))
    assert terms[KYIV_TERM.recovery] == pytest.approx(1.2 * 1.2 * chance)  # donetsk is worth 1.2
    assert terms[KYIV_TERM.recovery] == worth_of_regaining(world.situation.sectors[3], world.situation, world.uncertainties)
    # tit for tat (Huth 1988): a grab is answered in kind by a counter-attack, probes by retaliation
    assert (terms[KYIV_TERM.provocation], terms[KYIV_TERM.own_cost]) == (0.8, -0.5)
    assert terms[KYIV_TERM.cover_at_risk] == 0.0  # it did not begin (T32)
    assert made.terms[KYIV.retaliate, KYIV_TERM.provocation] == pytest.approx(0.6)
    assert (made.sector, made.node, made.probability.sum()) == (3, KYIV_NODE.contest, pytest.approx(1.0))


def test_the_better_the_odds_the_likelier_it_is(seen):
    chances = []
    for balance in (0.6, 1.0, 1.6):
        world = fought_over(seen, 3, balance=balance)
        world.luck.kyiv = 1
        act(world)
        chances.append(float(world.ukraine.decision.probability[KYIV.counter_attack]))
    assert np.all(np.diff(chances) > 0.05)


@pytest.mark.parametrize("standing", [KYIV.restrain, KYIV.retaliate])
def test_a_counter_attack_is_a_deed_and_leaves_conduct_as_it_is(seen, standing):
    world = fought_over(seen, 3)
    world.ukraine.conduct, world.ukraine.decision.order = standing, KYIV.counter_attack
    act(world)
    assert (world.ukraine.conduct, world.ukraine.works, world.ukraine.hedge) == (standing, 0.0, 0.0)


def test_only_a_counter_attack_has_a_place(seen):
    world = fought_over(seen, 3)
    world.ukraine.decision.order = KYIV.fortify
    assert act(world) == KYIV.fortify
    assert world.ukraine.decision.sector == NOTHING


@pytest.mark.parametrize(("sectors", "share"), [((3,), 1 - np.exp(-0.5)), ((), 0.0)])
def test_while_ground_is_fought_for_kyiv_comes_to_choose_every_other_week(seen, sectors, share):
    world = fought_over(seen, *sectors)
    world.luck.kyiv = 0
    chosen = []
    for run in range(600):
        world.luck.run = run
        chosen.append(act(world) != NOTHING)
    assert np.mean(chosen) == pytest.approx(share, abs=0.08 if share else 0)
