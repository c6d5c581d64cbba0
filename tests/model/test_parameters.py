"""What a Wargame takes is there to be seen, and Mesa's scenarios bring it, on every line of Mesa that has them."""

import copy
import inspect
import pickle
import pydoc

import numpy as np
import pytest

from reassure.agents.declaration import DeclarationError
from reassure.model.levers import LEVERS
from reassure.model.scenario import load
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.model.wargame import Wargame

FORCE = "limited_reassurance_force"


@pytest.fixture
def scenarios():
    return pytest.importorskip("mesa.experimental.scenarios", reason="Mesa has scenarios from 3.5 on")


def same(one, other):
    return one.state == other.state and one.preset == other.preset


@pytest.mark.parametrize("asked", [Wargame, Wargame.__init__])
def test_the_signature_lists_every_lever_and_uncertainty(asked):
    parameters = inspect.signature(asked).parameters
    own = {"preset", "rng", "run", "weeks", "branch", "orders", "steps_per_week", "scenario"}
    assert parameters.keys() - {"self"} == {*own, *LEVERS, *UNCERTAINTIES}
    assert parameters["weeks"].default == 260
    assert {parameters[name].default for name in (*LEVERS, *UNCERTAINTIES)} == {None}


def test_help_tells_each_with_its_range_and_meaning():
    told = pydoc.render_doc(Wargame, renderer=pydoc.plaintext)
    for quantity in (*LEVERS.values(), *UNCERTAINTIES.values()):
        assert f"{quantity.name}: {quantity.range_text()}" in told
        assert quantity.meaning in told


def test_what_is_none_is_not_given():
    assert same(Wargame(FORCE, rng=1, weeks=4, arms=None, fear_size=None), Wargame(FORCE, rng=1, weeks=4))
    with pytest.raises(DeclarationError, match="did you mean 'arms'"):
        Wargame(FORCE, rng=1, armz=None)


@pytest.mark.parametrize(
    "generator", [np.random.default_rng(3), np.random.PCG64(3), np.random.SeedSequence(3), np.random.default_rng(4)]
)
def test_a_generator_is_a_seed_and_is_not_drawn_from(generator):
    first, again = Wargame(FORCE, rng=generator, weeks=4), Wargame(FORCE, rng=generator, weeks=4)
    assert first.seed == again.seed == Wargame(FORCE, rng=first.seed, weeks=4).seed
    assert len({first.seed, Wargame(FORCE, rng=np.random.default_rng(5)).seed}) == 2


def test_the_fields_of_a_scenario_are_keywords(scenarios):
    scenario = scenarios.Scenario(rng=9, preset="bare_ceasefire", run=3, weeks=12, arms=0.5, mindset="revisionist")
    game = Wargame(scenario=scenario)
    plain = Wargame("bare_ceasefire", rng=game.seed, run=3, weeks=12, arms=0.5, mindset="revisionist")
    assert same(game, plain)
    assert (game.run, game.weeks, game.scenario.arms) == (3, 12, 0.5)


def test_the_class_of_a_scenario_has_defaults(scenarios):
    class Armed(scenarios.Scenario):
        arms: float = 0.9

    assert Wargame(FORCE, scenario=Armed()).preset.levers["arms"] == 0.9
    assert Wargame(FORCE, scenario=Armed).scenario.arms == 0.9


def test_the_same_scenario_is_the_same_future_as_often_as_it_is_used(scenarios):
    scenario = scenarios.Scenario(rng=9, arms=0.5)
    games = [Wargame(FORCE, scenario=scenario, weeks=4) for _ in range(3)]
    assert same(games[0], games[1]) and same(games[1], games[2])
    assert not same(games[0], Wargame(FORCE, scenario=scenarios.Scenario(rng=10, arms=0.5), weeks=4))


def test_a_keyword_goes_before_a_field(scenarios):
    scenario = scenarios.Scenario(rng=9, arms=0.5, run=3, preset="bare_ceasefire")
    game = Wargame(FORCE, 1, run=0, arms=0.7, scenario=scenario)
    assert same(game, Wargame(FORCE, rng=1, run=0, arms=0.7))


@pytest.mark.parametrize("field", ["armz", "density", "scenario", "self"])
def test_an_unknown_field_is_refused_in_one_line(scenarios, field):
    scenario = scenarios.Scenario(rng=1)
    vars(scenario)[field] = 0.5
    with pytest.raises(DeclarationError, match=f"'{field}'.*a field of the scenario") as refusal:
        Wargame(scenario=scenario)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("scenario", [FORCE, load(FORCE), {"arms": 0.5}, 3, dict])
def test_what_is_no_scenario_of_mesas_is_refused_in_one_line(scenario):
    with pytest.raises(DeclarationError, match="as preset"):
        Wargame(scenario=scenario)


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_a_copy_has_its_scenario_and_goes_on_alike(scenarios, copied):
    game = Wargame(FORCE, scenario=scenarios.Scenario(rng=9, arms=0.5), arms=0.7)
    for _ in range(5):
        game.step()
    twin = copied(game)
    assert twin.scenario is not game.scenario
    assert dict(twin.scenario).items() >= {"arms": 0.5}.items()
    game.step()
    twin.step()
    assert same(game, twin)


@pytest.mark.parametrize("until", [4, 6.5])
def test_a_copy_has_the_clock_that_mesa_keeps(scenarios, until):
    game = Wargame(FORCE, rng=1)
    game.run_until(until)
    twin = copy.deepcopy(game)
    assert (twin.week, twin.steps, twin.time) == (game.week, game.steps, until)
    for each in (game, twin):
        each.run_for(1.5)
    assert twin.week == int(until + 1.5)
    assert same(game, twin)
