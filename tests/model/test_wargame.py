import copy
import gc
import pickle
import warnings
import weakref

import mesa
import numpy as np
import pytest

from reassure.agents.capitals import EuropeanAlly, Russia, Ukraine, UnitedStates
from reassure.agents.declaration import DeclarationError
from reassure.model.reporters import MODEL
from reassure.model.scenario import load
from reassure.model.wargame import Wargame

PRESET = "limited_reassurance_force"


def played(steps, **keywords):
    model = Wargame(PRESET, **{"rng": 5, "weeks": 60, **keywords})
    for _ in range(steps):
        model.step()
    return model


def test_every_capital_is_an_agent():
    model = Wargame(PRESET, rng=1)
    counts = {kind: len(agents) for kind, agents in model.agents_by_type.items()}
    assert counts == {Russia: 1, Ukraine: 1, UnitedStates: 1, EuropeanAlly: 31}
    assert len({agent.unique_id for agent in model.agents}) == 34


@pytest.mark.parametrize("rng", [42, "42", 42.0, np.int64(42)])
def test_a_seed_is_a_whole_number_however_it_is_written(rng):
    assert Wargame(PRESET, rng=rng, weeks=4).state == Wargame(PRESET, rng=42, weeks=4).state


@pytest.mark.parametrize("rng", ["x", -1, 2**64, 1.5, True])
def test_what_is_no_seed_is_refused(rng):
    with pytest.raises(DeclarationError, match="seed"):
        Wargame(PRESET, rng=rng)


def test_without_a_seed_every_model_has_one_of_its_own_and_keeps_it():
    models = [Wargame(PRESET, weeks=4) for _ in range(3)]
    assert len({model.seed for model in models}) == 3
    assert Wargame(PRESET, rng=models[0].seed, weeks=4).state == models[0].state


@pytest.mark.parametrize(
    ("keyword", "value", "nearest"),
    [("troop_celing", 10, "troop_ceiling"), ("fear_sise", 1, "fear_size"), ("steps_per_weak", 2, "unknown lever or uncertainty")],
)
def test_an_unknown_keyword_names_the_nearest(keyword, value, nearest):
    with pytest.raises(DeclarationError, match=nearest):
        Wargame(PRESET, **{keyword: value})


@pytest.mark.parametrize(
    "bad",
    [
        {"weeks": 0},
        {"run": -1},
        {"run": 2**32},
        {"branch": -1},
        {"steps_per_week": 0},
        {"steps_per_week": 8},
        {"orders": "1:fra:pledge"},
        {"arms": 2},
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(bad):
    with pytest.raises(DeclarationError) as refusal:
        Wargame(PRESET, **{"rng": 1, **bad})
    assert "\n" not in str(refusal.value)


def test_levers_and_uncertainties_go_by_name():
    model = Wargame(load("bare_ceasefire"), rng=1, arms=0.9, mindset="revisionist", weeks=4)
    assert (model.world.levers.arms, model.world.uncertainties.mindset, model.world.russia.mindset) == (0.9, 2.0, 2)


def test_one_collection_a_step():
    model = played(9)
    collected = model.datacollector.get_model_vars_dataframe()
    assert collected["week"].tolist() == list(range(10))
    assert list(collected.columns) == list(MODEL)
    by_agent = model.datacollector.get_agent_vars_dataframe()
    assert len(by_agent) == 10 * 34
    assert set(by_agent["latest"].map(type)) == {str}


def test_after_the_end_a_step_does_nothing():
    model = played(8, weeks=6)
    ended = model.state
    assert not model.running
    assert model.week == 6
    model.step()
    assert model.state == ended
    assert len(model.datacollector.get_model_vars_dataframe()) == 7


@pytest.mark.parametrize("steps_per_week", [1, 2, 7])
def test_a_week_has_as_many_steps_as_asked_for(steps_per_week):
    model = played(3 * steps_per_week, weeks=3, steps_per_week=steps_per_week)
    assert not model.running
    assert model.week == 3


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_a_copy_half_way_steps_alike(copied):
    model = played(20, orders=["25:russia:coerce"])
    twin = copied(model)
    assert twin.state == model.state
    assert twin.steps == model.steps
    for _ in range(15):
        model.step()
        twin.step()
        assert twin.state == model.state
    for frame in ("get_model_vars_dataframe", "get_agent_vars_dataframe"):
        one, other = (getattr(each.datacollector, frame)() for each in (model, twin))
        assert one.equals(other)
        assert len(one) in {36, 36 * 34}


def test_a_copy_goes_its_own_way():
    model = played(10)
    twin = copy.deepcopy(model)
    before = model.state
    twin.step()
    assert model.state == before
    assert twin.russia.record.tobytes() == twin.world.russia.tobytes() != b""
    assert twin.agents is not model.agents


def test_a_state_can_be_restored():
    model = played(12)
    state = model.state
    for _ in range(8):
        model.step()
    later = model.state
    model.restore(state)
    assert model.week == 12
    for _ in range(8):
        model.step()
    assert model.state == later


def test_the_end_can_be_undone():
    model = played(5, weeks=6)
    state = model.state
    model.step()
    assert not model.running
    model.restore(state)
    assert model.running


@pytest.mark.parametrize("state", [b"", b"x" * 8])
def test_what_is_no_state_is_refused(state):
    with pytest.raises(ValueError, match="bytes"):
        Wargame(PRESET, rng=1).restore(state)


def test_models_are_freed():
    watched = [weakref.ref(played(2)) for _ in range(3)]
    gc.collect()
    assert [watch() for watch in watched] == [None] * 3


@pytest.mark.skipif(not hasattr(mesa, "batch_run"), reason="Mesa 4 has no batch_run")
def test_batch_run_works_and_its_replicates_differ():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        rows = mesa.batch_run(
            Wargame,
            {"preset": PRESET, "run": range(6), "weeks": 20},
            number_processes=1,
            data_collection_period=-1,
            display_progress=False,
        )
    assert sorted({row["run"] for row in rows}) == list(range(6))
    assert len({row["violations"] for row in rows}) == 6
    assert {row["week"] for row in rows} <= {19, 20}


def test_replicates_of_one_seed_differ_and_repeat():
    def ends(seed):
        return [played(10, rng=seed, run=run).state for run in range(4)]

    assert len(set(ends(5))) == 4
    assert ends(5) == ends(5)


def test_branches_share_the_past_and_part_from_there():
    model = played(10)
    futures = set()
    for branch in (0, 1, 2):
        twin = copy.deepcopy(model)
        twin.world.luck.branch = branch
        for _ in range(10):
            twin.step()
        futures.add(float(twin.world.field.violations))
    assert len(futures) == 3


def test_looking_changes_nothing():
    model = played(10)
    before = model.state
    for agent in model.agents:
        agent.explain()
        assert agent.latest == "" or agent.latest in {option.name for option in agent.options}
        repr(agent)
    for reporter in MODEL.values():
        reporter(model)
    assert model.state == before
