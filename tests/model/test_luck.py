"""Common random numbers: what is decided changes no draw."""

import numpy as np
import pytest

from reassure.model.scenario import SHIPPED, load
from reassure.model.wargame import Wargame
from reassure.runs.ensemble.futures import Policy, play

OF_LUCK = ("leaning", "lag", "review_gap", "next_review", "next_government", "national_will")


def at_start(preset, run=3, **values):
    world = Wargame(preset, rng=9, run=run, weeks=10, **values).world
    return world.uncertainties.tobytes(), [world.allies[name].tolist() for name in OF_LUCK], float(world.coalition.will)


@pytest.mark.parametrize("preset", SHIPPED)
def test_the_same_run_draws_the_same_world_under_every_policy(preset):
    assert at_start(preset) == at_start("bare_ceasefire")
    assert at_start(preset, run=4) != at_start("bare_ceasefire")


@pytest.mark.parametrize(
    ("name", "value"), [("troop_ceiling", 60), ("us_backstop", 1), ("nato_mission", "on"), ("deploy_start", 30)]
)
def test_a_lever_changes_no_draw(name, value):
    assert at_start("limited_reassurance_force", **{name: value}) == at_start("limited_reassurance_force")


def test_a_pin_changes_no_other_draw():
    plain, pinned = (Wargame("bare_ceasefire", rng=9, run=3, **pin).world.uncertainties for pin in ({}, {"fear_size": 0.5}))
    differ = [name for name in plain.dtype.names if plain[name] != pinned[name]]
    assert differ == ["fear_size"]


def governments(weeks=100, run=0, **keywords):
    """Every ally's leaning and next change of government after some years, but for those of whom no cabinet has sat since."""
    model = Wargame(rng=9, run=run, weeks=weeks, **keywords)
    while model.running:
        model.step()
    known = zip(model.world.allies["leaning"].tolist(), model.world.allies["next_government"].tolist(), strict=True)
    return {place: each for place, each in enumerate(known) if each[1] >= weeks}


@pytest.mark.parametrize("run", range(3))
@pytest.mark.parametrize(
    "keywords",
    [
        {"preset": "bare_ceasefire"},
        {"preset": "limited_reassurance_force", "orders": ["13:portugal:support", "27:france:support", "58:portugal:stay_out"]},
        {"preset": "limited_reassurance_force", "orders": ["18:russia:mobilise", "21:russia:stand_down"]},
    ],
)
def test_no_policy_order_or_crisis_changes_who_is_voted_in(run, keywords):
    calm = {"strategic_rate": 1, "mobilisation_cost": 0.45, "value_shift": -0.5, "seizure_cost": 0.35, "accident_rate": 0}
    calm |= {"first_crisis_choice": 8, "contact_rate": 0}
    there, here = governments(run=run, **keywords, **calm), governments(run=run, preset="limited_reassurance_force", **calm)
    both = there.keys() & here.keys()
    assert len(both) > 25
    assert all(there[place] == here[place] for place in both)


@pytest.mark.parametrize("kind", ["russia", "ukraine", "united_states"])
def test_choices_of_the_same_week_are_held_against_the_same_draw(kind):
    draws = []
    for preset in ("bare_ceasefire", "limited_reassurance_force"):
        model = Wargame(preset, rng=9, run=2, weeks=150)
        made = {}
        while model.running:
            model.step()
            decision = model.world[kind].decision
            made[int(decision.step), int(decision.node)] = float(decision.draw)
        draws.append(made)
    shared = draws[0].keys() & draws[1].keys()
    assert len(shared) >= 5
    assert all(draws[0][key] == draws[1][key] for key in shared)


def test_a_policy_that_changes_nothing_changes_no_future():
    bare = load("bare_ceasefire")
    changed = bare.with_levers({"deploy_start": 50, "response_quorum": 0.9, "share_on_line": 0.5, "weeks_to_deploy": 99})
    same, other = (play(Policy(scenario), 200, seed=2, threads=1) for scenario in (bare, changed))
    assert same.tobytes() == other.tobytes()


def test_paired_futures_are_closer_than_strangers():
    bare = load("bare_ceasefire")
    a_little = bare.with_levers({"arms": 0.36})
    here, there = (play(Policy(scenario), 400, seed=2, threads=1)["worst"] for scenario in (bare, a_little))
    stranger = play(Policy(bare), 400, seed=3, threads=1)["worst"]
    assert np.mean(here != there) < 0.05 < np.mean(here != stranger)
