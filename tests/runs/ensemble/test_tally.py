import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reassure.agents.mindset import MINDSETS
from reassure.model.outcomes import EVENT, EVENTS, EVER, MEANS, ORIGINS, RUNGS, WORST
from reassure.runs.ensemble import summary
from reassure.runs.ensemble.tally import Tally, third_of_rates


def sums_of(tally):
    return {name: sums for name, sums in vars(tally).items() if isinstance(sums, np.ndarray)}


@pytest.fixture(scope="module")
def outcomes(made):
    return made.random_outcomes(500)


@pytest.fixture(scope="module")
def tally(made, outcomes):
    one = Tally(made.weeks)
    one.fold(outcomes)
    return one


@settings(max_examples=30, deadline=None)
@given(cuts=st.lists(st.integers(0, 120), max_size=4), seed=st.integers(0, 1000))
def test_chunks_come_to_the_same_as_the_whole(made, cuts, seed):
    outcomes = made.random_outcomes(120, seed)
    whole, pieces = Tally(made.weeks), Tally(made.weeks)
    whole.fold(outcomes)
    for piece in np.split(outcomes, sorted(cuts)):
        pieces.fold(piece)
    for name, sums in sums_of(whole).items():
        np.testing.assert_allclose(sums_of(pieces)[name], sums, rtol=1e-12, err_msg=name)


def test_memory_does_not_grow_with_the_futures(made, tally):
    assert {name: sums.shape for name, sums in sums_of(tally).items()} == {
        name: sums.shape for name, sums in sums_of(Tally(made.weeks)).items()
    }


def test_shares_of_what_excludes_each_other_sum_to_one(tally):
    for group in (tally, *(tally.of(kind) for kind in range(len(MINDSETS)))):
        found = summary.summary(group)
        assert sum(each.value for each in found["outcomes"].values()) == pytest.approx(1)
        assert sum(each.value for each in found["peak_rung"].values()) == pytest.approx(1)
    np.testing.assert_allclose(tally.shares_over_time().sum(axis=0), 1)


def test_counts_are_those_of_the_records(tally, outcomes):
    found = summary.summary(tally)
    for level, each in enumerate(WORST):
        assert found["outcomes"][each.name].value == (outcomes["worst"] == level).mean()
    for name in EVER:
        event = [each.name for each in EVENTS].index(name)
        assert found["ever"][name].value == (outcomes["first"][:, event] >= 0).mean()
    assert set(found["peak_rung"]) == set(RUNGS)
    assert found["futures"] == 500


def test_wars_are_counted_by_who_began_them(tally, outcomes):
    found = summary.summary(tally)["wars"]
    wars = outcomes[(outcomes["first"][:, [EVENT.renewed_war, EVENT.wider_war]] >= 0).any(axis=1)]
    assert found["share"].value == len(wars) / 500
    assert list(found["began"]) == [each.name for each in ORIGINS][1:]
    for place, each in enumerate(found["began"].values(), start=1):
        assert each["of_wars"].value == pytest.approx((wars["began"] == place).mean())
        assert each["of_futures"].value == (outcomes["began"] == place).mean()
    assert sum(each["of_wars"].value for each in found["began"].values()) == pytest.approx(1)


def test_mindsets_add_up_to_all(tally, outcomes):
    assert sum(tally.of(kind).futures for kind in range(len(MINDSETS))) == 500
    for kind in range(len(MINDSETS)):
        own = outcomes[outcomes["mindset"] == kind]
        assert summary.failure(tally.of(kind)).value == (own["worst"] >= 2).mean()


def test_means_are_totals_over_the_time_lived(tally, outcomes):
    found = summary.summary(tally)["means"]
    for place, mean in enumerate(MEANS):
        expected = outcomes["sums"][:, place].sum() / outcomes["weeks"].sum()
        assert found[mean.name].value == pytest.approx(expected * (52 if mean.name.endswith("_per_year") else 1))


def test_launches_are_given_by_mobilisation(tally, outcomes):
    found = summary.conditional(tally)["launch_given_mobilisation"]
    assert found.value == pytest.approx(outcomes["launches"].sum() / outcomes["mobilisations"].sum())
    assert 0 <= found.low < found.value < found.high <= 1


def test_wider_war_by_the_drawn_rate(tally, outcomes):
    clashed = outcomes[outcomes["first"][:, EVENT.clash] >= 0]
    found = summary.conditional(tally)
    assert found["wider_war_given_clash"].value == pytest.approx((clashed["first"][:, 6] >= 0).mean())
    low = clashed[clashed["wider_war_rate"] < 0.008]
    assert found["wider_war_given_clash_by_rate"]["low"].value == pytest.approx((low["first"][:, 6] >= 0).mean())
    assert list(third_of_rates(np.array([0.002, 0.0079, 0.0081, 0.0139, 0.0141, 0.02]))) == [0, 0, 1, 1, 2, 2]


def test_authorisation_splits_the_outcomes(tally, outcomes):
    authorised = outcomes["first"][:, EVENT.authorisation] >= 0
    found = summary.authorisation(tally)
    assert found["authorised"].value == authorised.mean()
    assert found["failure_given_authorised"].value == (outcomes["worst"][authorised] >= 2).mean()
    assert found["failure_given_not_authorised"].value == (outcomes["worst"][~authorised] >= 2).mean()


def test_shares_over_time_end_with_the_worst_reached_and_never_get_better(tally, outcomes):
    shares = tally.shares_over_time()
    np.testing.assert_allclose(shares[:, -1], [(outcomes["worst"] == level).mean() for level in range(len(WORST))])
    worse = shares[::-1].cumsum(axis=0)
    assert (np.diff(worse, axis=1) >= -1e-12).all()


def test_nothing_folded_in_is_null_throughout():
    found = summary.summary(Tally(10))
    assert found["outcomes"]["held"] == (None, None, None)
    assert found["means"]["belief"] == (None, None, None)
    assert found["conditional"]["clash_given_attack"] == (None, None, None)
