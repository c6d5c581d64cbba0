import math

import numpy as np
import pytest

from reassure.agents import chance
from reassure.agents.choice import NOTHING
from reassure.agents.united_states import WASHINGTON
from reassure.agents.willingness import weigh_nation
from reassure.model import mandate
from reassure.model.outcomes import EVENT
from reassure.model.scenario import load
from reassure.runs.ensemble.futures import Policy, play


def settled(world, week=0.0):
    world.week = float(week)
    mandate.update_mandate(world)
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


def authorised(scenario, runs):
    outcomes = play(Policy(scenario, weeks=20), runs, seed=4, threads=1)
    return float(np.mean(outcomes["first"][:, EVENT.authorisation] != NOTHING))


def test_with_the_stances_of_today_the_alliance_usually_does_not_agree():
    full = load("full_nato_mission")
    assert authorised(full, 40) < 0.3
    assert authorised(full.with_levers({"consensus_forced": "on"}), 4) == 1.0


def test_one_veto_by_order_blocks_a_willing_alliance(fresh):
    from reassure.model.wargame import Wargame

    def agreed(orders):
        model = Wargame("full_nato_mission", rng=1, weeks=16, orders=orders)
        for ally in model.world.allies:
            ally.stance = 0.0
            weigh_nation(ally, model.world.uncertainties)
            ally.stance = -5.0  # as willing as that, but of those who may block
        for _ in range(16):
            model.step()
        assert model.refused_orders() == []
        return model.world.coalition.agreed

    assert agreed([]) == 1
    assert agreed([f"{week}:portugal:veto" for week in range(13, 16)]) == 0


@pytest.mark.parametrize(("years", "end"), [(0, math.inf), (2, 104.0), (5, 260.0), (0.5, 26.0)])
def test_a_mandate_runs_from_its_authorisation(fresh, years, end):
    assert settled(fresh(mandate_years=years)).mandate_end == end
    late = fresh(mandate_years=years)
    late.coalition.mandate_end = 3.0  # whatever stood there before
    assert settled(late, 10).mandate_end == 10 + end


def test_an_expired_mandate_is_renewed_for_a_year_or_lapses(fresh):
    renewed = 0
    for run in range(300):
        if run < 1:
            world = fresh(run=run, mandate_years=1)
        world.luck.run, world.outcome.first[:] = run, NOTHING
        world.coalition.legal_share, world.coalition.peak_troops = 1.0, 0.0
        settled(world, 0)
        expected = mandate.renewal_chance(world)
        coalition = settled(world, 52)
        if coalition.authorised:
            renewed += 1
            assert coalition.mandate_end == 104.0
        else:
            assert coalition.legal_share == 0.3
            assert world.outcome.first[EVENT.withdrawal] == NOTHING  # nobody was there
    assert renewed / 300 == pytest.approx(expected, abs=4 * np.sqrt(0.25 / 300))


@pytest.mark.parametrize(
    ("changed", "chance"),
    [
        ({}, 0.8022),  # in calm, with a Washington in two minds: four in five
        ({("coalition", "will"): 1.0}, 0.9002),
        ({("coalition", "will"): -1.0}, 0.6457),
        ({("coalition", "weariness"): 1.0}, 0.5987),
        ({("united_states", "will"): 1.0}, 0.9002),
        ({("united_states", "will"): 0.0}, 0.6457),
        ({("field", "tension"): 1.0}, 0.6900),
    ],
)
def test_what_speaks_for_and_against_renewal(fresh, changed, chance):
    world = fresh()
    world.coalition.will, world.coalition.weariness, world.united_states.will, world.field.tension = 0.0, 0.0, 0.5, 0.0
    for (field, name), value in changed.items():
        world[field][name] = value
    assert mandate.renewal_chance(world) == pytest.approx(chance, abs=5e-5)


@pytest.mark.parametrize(("weight", "chance"), [(0, 0.8022), (2, 0.3543)])
def test_weariness_weighs_what_it_is_taken_to_weigh(fresh, weight, chance):
    world = fresh(renewal_weariness=weight)
    world.coalition.will, world.coalition.weariness, world.united_states.will, world.field.tension = 0.0, 1.0, 0.5, 0.0
    assert mandate.renewal_chance(world) == pytest.approx(chance, abs=5e-5)


@pytest.mark.parametrize("step", range(12))
def test_the_luck_of_a_renewal_is_the_worlds_own(fresh, step):
    world = fresh(mandate_years=1)
    settled(world, 0)
    world.coalition.mandate_end, world.luck.step = 3.0, step
    renewed = chance.uniform(world.luck, chance.WHO.world, chance.PURPOSE.mandate) < mandate.renewal_chance(world)
    assert settled(world, 3).authorised == renewed


@pytest.mark.parametrize(("week", "run_out"), [(51.0, False), (52.0, True), (53.0, True)])
def test_a_mandate_runs_out_on_its_day(fresh, week, run_out):
    world = fresh(mandate_years=1)
    settled(world, 0)
    coalition = settled(world, week)
    assert ((coalition.authorised, coalition.mandate_end) != (1, 52.0)) == run_out


def test_without_authority_no_mandate_is_renewed(fresh):
    world = fresh(mandate_years=1)
    settled(world, 0)
    world.coalition.authorised = 0
    assert settled(world, 60).mandate_end == 52.0


def test_a_lapse_ends_presence_mission_and_most_of_the_law(fresh):
    world = fresh("full_nato_mission", consensus_forced="on")
    settled(world)
    assert mandate.law_in_force(world.coalition, world.levers, world.uncertainties) == 1.0
    world.coalition.peak_troops, world.week = 10.0, 70.0
    mandate.lapse(world)
    assert (world.coalition.authorised, world.coalition.mission) == (0, 0)
    assert mandate.law_in_force(world.coalition, world.levers, world.uncertainties) == pytest.approx(0.3)
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
    assert mandate.law_in_force(world.coalition, world.levers, world.uncertainties) == pytest.approx(law)


@pytest.mark.parametrize(
    ("peak", "troops", "week", "noted"),
    [
        (10.0, 1.9, 31.0, True),
        (10.0, 2.0, 31.0, False),  # a fifth is still there
        (10.0, 1.0, 30.0, False),  # the time of deployment is not over
        (10.0, 11.0, 31.0, False),
        (1.0, 0.0, 31.0, False),  # a thousand was no presence to speak of
        (1.1, 0.0, 31.0, True),
    ],
)
def test_a_presence_that_has_melted_away_counts_as_withdrawn(fresh, peak, troops, week, noted):
    world = fresh(deploy_start=4, weeks_to_deploy=26)
    settled(world)
    world.coalition.peak_troops, world.coalition.troops = peak, troops
    settled(world, week)
    assert world.outcome.first[EVENT.withdrawal] == (week if noted else NOTHING)


@pytest.mark.parametrize(("peak", "noted"), [(1.0, False), (1.1, True)])
def test_a_lapse_is_a_withdrawal_if_anybody_was_there(fresh, peak, noted):
    world = fresh()
    settled(world)
    world.coalition.peak_troops = peak
    mandate.lapse(world)
    assert (world.outcome.first[EVENT.withdrawal] == 0) == noted


@pytest.mark.parametrize(
    ("package", "wanted"),
    [
        ({}, False),
        ({"troop_ceiling": 1}, True),
        ({"us_ground_troops": 1}, True),
        ({"legal_form": "political"}, True),
        ({"arms": 1, "sanctions": 1}, False),
    ],
)
def test_a_guarantee_is_of_troops_or_of_law(fresh, package, wanted):
    world = fresh("bare_ceasefire", **package)
    assert settled(world, 3).authorised == wanted
    assert world.outcome.first[EVENT.authorisation] == (3 if wanted else NOTHING)


def test_what_was_in_force_once_does_not_come_into_force_again(fresh):
    world = fresh(mandate_years=0)
    world.outcome.first[EVENT.authorisation] = 2
    assert settled(world, 3).authorised == 0


@pytest.mark.parametrize(
    ("form", "mission", "agreed", "law"),
    [
        ("treaty", "off", 0, 1.0),
        ("treaty", "on", 0, 0.33),
        ("treaty", "on", 1, 1.0),
        ("time_limited", "on", 0, 0.33),
        ("time_limited", "on", 1, 0.6),
        ("political", "on", 0, 0.33),
        ("none", "on", 0, 0.0),
    ],
)
def test_a_treaty_of_an_alliance_that_does_not_agree_is_a_declaration(fresh, form, mission, agreed, law):
    # C42
    world = fresh("bare_ceasefire", legal_form=form, nato_mission=mission)
    world.coalition.agreed = agreed
    assert mandate.law_in_force(world.coalition, world.levers, world.uncertainties) == pytest.approx(law)
    world.coalition.legal_share = 0.5
    assert mandate.law_in_force(world.coalition, world.levers, world.uncertainties) == pytest.approx(law / 2)
