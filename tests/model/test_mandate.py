import math

import numpy as np
import pytest

from reassure.agents.choice import NOTHING
from reassure.agents.united_states import WASHINGTON
from reassure.agents.willingness import weigh_nation
from reassure.model import mandate
from reassure.model.outcomes import EVENT
from reassure.model.scenario import load
from reassure.runs.futures import Policy, play


def settled(world, week=0.0):
    world.week = float(week)
    mandate.settle_mandate(world)
    return world.coalition


@pytest.mark.parametrize(
    ("preset", "authorised"),
    [
        ("bare_ceasefire", 0),
        ("limited_reassurance_force", 1),
        ("external_guarantees", 1),
        ("full_nato_mission", 0),
        ("paris_declaration", 1),
    ],
)
def test_a_guarantee_of_the_willing_is_in_force_at_once(fresh, preset, authorised):
    assert settled(fresh(preset)).authorised == authorised


def test_a_forced_consensus_authorises_at_once(fresh):
    world = fresh("full_nato_mission", consensus_forced="on")
    coalition = settled(world)
    assert (coalition.authorised, coalition.mission, coalition.agreed) == (1, 1, 1)
    assert world.outcome.first[EVENT.authorisation] == 0


@pytest.mark.parametrize(
    ("week", "vetoes", "policy", "agreed"),
    [
        (13.0, 0, WASHINGTON.slow_walk, 0),
        (14.0, 0, WASHINGTON.slow_walk, 1),
        (14.0, 1, WASHINGTON.slow_walk, 0),
        (14.0, 0, WASHINGTON.withhold, 0),
    ],
)
def test_any_one_can_block_the_alliance(fresh, week, vetoes, policy, agreed):
    # C23, C46
    world = fresh("full_nato_mission")
    world.coalition.vetoes, world.united_states.policy = vetoes, policy
    assert settled(world, week).mission == agreed


def authorised(scenario, runs=150, **options):
    outcomes = play(Policy(scenario, weeks=60, **options), runs, seed=4, threads=1)
    return float(np.mean(outcomes["first"][:, EVENT.authorisation] != NOTHING))


def test_with_the_stances_of_today_the_alliance_usually_does_not_agree():
    full = load("full_nato_mission")
    assert authorised(full) < 0.3
    assert authorised(full.with_levers({"consensus_forced": "on"})) == 1.0


def test_one_veto_by_order_blocks_a_willing_alliance(fresh):
    from reassure.model.wargame import Wargame

    def agreed(orders):
        model = Wargame("full_nato_mission", rng=1, weeks=16, orders=orders)
        for ally in model.world.allies:
            ally.stance = 0.0
            weigh_nation(ally, model.world.uncertainties)
        for _ in range(16):
            model.step()
        assert model.refused_orders() == []
        return model.world.coalition.agreed

    assert agreed([]) == 1
    assert agreed([f"{week}:portugal:veto" for week in range(13, 16)]) == 0


@pytest.mark.parametrize(("years", "end"), [(0, math.inf), (2, 104.0), (5, 260.0), (0.5, 26.0)])
def test_a_mandate_runs_from_its_authorisation(fresh, years, end):
    assert settled(fresh(mandate_years=years)).mandate_end == end


def test_an_expired_mandate_is_renewed_for_a_year_or_lapses(fresh):
    renewed = 0
    for run in range(300):
        if run < 1:
            world = fresh(run=run, mandate_years=1)
        world.luck.run, world.outcome.first[:] = run, NOTHING
        world.coalition.legal_share, world.coalition.peak_troops = 1.0, 0.0
        settled(world, 0)
        chance = mandate.renewal_chance(world)
        coalition = settled(world, 52)
        if coalition.authorised:
            renewed += 1
            assert coalition.mandate_end == 104.0
        else:
            assert coalition.legal_share == 0.3
            assert world.outcome.first[EVENT.withdrawal] == NOTHING  # nobody was there
    assert renewed / 300 == pytest.approx(chance, abs=4 * np.sqrt(0.25 / 300))


@pytest.mark.parametrize(
    ("field", "name", "value", "sign"),
    [
        ("coalition", "will", 1.0, 1),
        ("coalition", "weariness", 1.0, -1),
        ("united_states", "will", 1.0, 1),
        ("field", "tension", 1.0, -1),
    ],
)
def test_what_speaks_for_renewal(fresh, field, name, value, sign):
    world, other = fresh(), fresh()
    world[field][name] = 0.0
    other[field][name] = value
    assert (mandate.renewal_chance(other) - mandate.renewal_chance(world)) * sign > 0.05


def test_a_lapse_ends_presence_mission_and_most_of_the_law(fresh):
    world = fresh("full_nato_mission", consensus_forced="on")
    settled(world)
    assert mandate.law_in_force(world.coalition, world.levers) == 1.0
    world.coalition.peak_troops, world.week = 10.0, 70.0
    mandate.lapse(world)
    assert (world.coalition.authorised, world.coalition.mission) == (0, 0)
    assert mandate.law_in_force(world.coalition, world.levers) == pytest.approx(0.3)
    assert world.outcome.first[EVENT.withdrawal] == 70
    assert settled(world, 80).authorised == 0  # it does not come back by itself


@pytest.mark.parametrize(
    ("preset", "set_", "law"),
    [
        ("limited_reassurance_force", {}, 0.6),
        ("bare_ceasefire", {}, 0.0),
        ("full_nato_mission", {}, 0.33),  # C42: an alliance that does not agree leaves a declaration
        ("full_nato_mission", {"legal_form": "none"}, 0.0),
    ],
)
def test_how_far_the_guarantee_binds(fresh, preset, set_, law):
    world = fresh(preset, **set_)
    settled(world)
    assert mandate.law_in_force(world.coalition, world.levers) == pytest.approx(law)


@pytest.mark.parametrize(("troops", "week", "noted"), [(1.0, 60.0, True), (3.0, 60.0, False), (1.0, 20.0, False)])
def test_a_presence_that_has_melted_away_counts_as_withdrawn(fresh, troops, week, noted):
    world = fresh()
    settled(world)
    world.coalition.peak_troops, world.coalition.troops = 10.0, troops
    settled(world, week)
    assert (world.outcome.first[EVENT.withdrawal] != NOTHING) == noted
