import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reassure.model.outcomes import END, EVENTS, WORST
from reassure.model.scenario import load
from reassure.runs.ensemble.contrast import changes, contrast
from reassure.runs.ensemble.intervals import Interval
from reassure.runs.ensemble.placebo import Noise, distinguishable, placebo
from reassure.runs.ensemble.verdict import VERDICT, Pairing, parting, verdict

NAMES = [each.name for each in VERDICT]


@pytest.mark.parametrize(
    ("with_it", "without_it", "category"),
    [
        (END.held, END.eroded, "deterred"),
        (END.simmering, END.renewed_war, "deterred"),
        (END.held, END.wider_war, "deterred"),
        (END.held, END.held, "held_anyway"),
        (END.simmering, END.held, "held_anyway"),
        (END.eroded, END.eroded, "not_deterred"),
        (END.eroded, END.wider_war, "not_deterred"),
        (END.renewed_war, END.eroded, "not_deterred"),
        (END.eroded, END.simmering, "provoked"),
        (END.renewed_war, END.held, "provoked"),
        (END.clash, END.eroded, "escalated"),
        (END.wider_war, END.renewed_war, "escalated"),
        (END.clash, END.clash, "escalated"),
        (END.clash, END.simmering, "provoked_and_escalated"),
        (END.wider_war, END.held, "provoked_and_escalated"),
    ],
)
def test_the_table_of_the_verdict(with_it, without_it, category):
    assert NAMES[int(verdict(with_it, without_it))] == category


def paired(made, with_it, without_it, mindset=0):
    pairing = Pairing(made.weeks)
    pairing.fold(made.with_worst(with_it, mindset), made.with_worst(without_it, mindset))
    return pairing


def silent():
    noise = Noise()
    noise.changed[:, 0] = 1_000_000
    return noise


@settings(max_examples=50, deadline=None)
@given(pairs=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=40))
def test_the_sorting_agrees_with_the_difference(made, pairs):
    with_it, without_it = map(list, zip(*pairs, strict=True))
    found = changes(paired(made, with_it, without_it), silent())
    shares = {name: each.value for name, each in found.verdict.items()}
    assert sum(shares.values()) == pytest.approx(1)
    difference = shares["provoked"] + shares["provoked_and_escalated"] - shares["deterred"]
    assert found.failure_difference.value == pytest.approx(difference)
    back = changes(paired(made, without_it, with_it), silent())
    assert back.failure_difference.value == pytest.approx(-found.failure_difference.value)


@settings(max_examples=20, deadline=None)
@given(cut=st.integers(0, 80), seed=st.integers(0, 99))
def test_chunks_of_pairs_come_to_the_same_as_the_whole(made, cut, seed):
    with_it, without_it = made.random_outcomes(80, seed), made.random_outcomes(80, seed + 1000)
    whole, pieces = Pairing(made.weeks), Pairing(made.weeks)
    whole.fold(with_it, without_it)
    pieces.fold(with_it[:cut], without_it[:cut])
    pieces.fold(with_it[cut:], without_it[cut:])
    for name in ("worst", "war", "parted_by", "parted_in"):
        assert (getattr(whole, name) == getattr(pieces, name)).all()
    for one, other in zip(whole.provocation, pieces.provocation, strict=True):
        np.testing.assert_allclose(one.gram, other.gram)
        np.testing.assert_allclose(one.product, other.product)


def test_identical_futures_differ_in_nothing(made):
    outcomes = made.random_outcomes(300)
    pairing = Pairing(made.weeks)
    pairing.fold(outcomes, outcomes)
    found = contrast("itself", True, pairing, silent())
    assert found.overall.failure_difference.value == found.overall.war_difference.value == 0.0
    assert found.overall.verdict["deterred"].value == found.overall.verdict["provoked"].value == 0.0
    assert found.part.value == 0.0 and found.parting_event is None
    assert all(each.value == 0.0 for each in found.raises_failure.values())


def test_where_the_two_part():
    first = np.full((4, len(EVENTS)), -1)
    other = first.copy()
    first[0, 3] = 20  # war only with, from week 20
    first[1, 2], other[1, 2] = 8, 5  # mobilisation at other times
    first[2, 9], first[2, 7], first[2, 0] = 0, 30, 4  # authorisation, withdrawal, simmering: no parting
    week, event = parting(first, other)
    assert list(week) == [20, 5, -1, -1]
    assert [EVENTS[each].name for each in event[:2]] == ["renewed_war", "mobilisation"]


def test_share_of_fear_and_affront_over_which_failure_is_raised(made):
    """Failure raised where fear exceeds 1 and lowered below: the fitted plane is above zero on half the square."""
    without = made.with_worst(np.full(4000, END.held))
    with_it = without.copy()
    fear, luck = with_it["fear_size"], np.random.default_rng(2).random(4000)
    with_it["worst"] = np.where(luck < (fear - 1), END.eroded, END.held)
    without["worst"] = np.where(luck < (1 - fear), END.eroded, END.held)
    pairing = Pairing(made.weeks)
    pairing.fold(with_it, without)
    found = pairing.provocation[0].share()
    assert found.low <= found.value <= found.high
    assert found.value == pytest.approx(0.5, abs=0.05)
    assert pairing.provocation[1].share() == (None, None, None)


def test_a_pinned_size_leaves_no_range(made):
    pairing = Pairing(made.weeks)
    outcomes = made.with_worst([END.held, END.eroded] * 50)
    outcomes["fear_size"] = 1.0
    pairing.fold(outcomes, outcomes[::-1])
    assert pairing.provocation[0].share() == (None, None, None)


@pytest.mark.parametrize(
    ("share", "floor", "stands_out"),
    [
        (Interval(0.03, 0.02, 0.04), Interval(0.01, 0.008, 0.012), True),
        (Interval(0.029, 0.02, 0.04), Interval(0.01, 0.008, 0.012), False),
        (Interval(0.001, 0.0, 0.01), Interval(0.0, 0.0, 0.004), False),  # a floor of which nothing was seen may still be there
        (Interval(0.0, 0.0, 0.01), Interval(0.0, 0.0, 0.004), False),
    ],
)
def test_what_stands_out_from_the_noise(share, floor, stands_out):
    assert distinguishable(share, floor) is stands_out


def test_the_floor_counts_changes_of_side_only(made):
    noise = Noise()
    noise.fold(
        made.with_worst([END.held, END.held, END.eroded, END.eroded]),
        made.with_worst([END.simmering, END.eroded, END.clash, END.held]),
    )
    assert noise.floor().value == 0.5


def test_the_placebo_moves_one_lever_by_one_per_cent():
    bare = load("bare_ceasefire")
    moved, lever = placebo(bare)
    assert lever == "arms"
    assert moved.levers == {**bare.levers, "arms": pytest.approx(0.99 * bare.levers["arms"])}
    moved, lever = placebo(bare.with_levers({"arms": 0}))
    assert lever != "arms" and bare.levers[lever] > 0 and moved.levers[lever] == pytest.approx(0.99 * bare.levers[lever])
    nothing = {name: 0 for name, value in bare.levers.items() if value > 0}
    nothing |= {"weeks_to_deploy": 1, "response_quorum": 0.05}
    moved, lever = placebo(bare.with_levers(nothing))
    assert (lever, moved.levers[lever]) == ("arms", 0.01)


def test_every_outcome_has_a_place_in_the_verdict():
    with_it, without_it = np.indices((len(WORST), len(WORST)))
    assert set(np.unique(verdict(with_it, without_it))) == set(range(len(VERDICT)))
