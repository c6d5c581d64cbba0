import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents import choice
from reassure.agents.choice import NOTHING
from reassure.agents.russia import OPTIONS as RUSSIAN
from reassure.agents.ukraine import OPTIONS as UKRAINIAN
from reassure.agents.ukraine import TERMS

UTILITY = st.floats(-5, 5)
DRAW = st.floats(0.001, 0.999)
SINGLE = np.arange(len(RUSSIAN)), np.ones(len(RUSSIAN))
"""Every option a class of its own."""


@pytest.fixture(scope="module")
def kyiv():
    """Makes a decision among Kyiv's first five options with some of them open at given utilities."""
    blank = np.zeros(1, choice.decision(UKRAINIAN[:5], TERMS))[0]
    blank.step = blank.chosen = blank.sector = blank.order = blank.order_sector = NOTHING
    return lambda utilities: opened(blank.copy(), utilities)


@pytest.fixture(scope="module")
def moscow(fresh):
    """The same for Moscow's (ten options)."""
    blank = fresh("bare_ceasefire").russia.decision
    return lambda utilities: opened(blank.copy(), utilities)


def opened(made, utilities):
    choice.begin(made, 3, 0)
    for option, utility in utilities.items():
        made.open[option] = 1
        made.utility[option] = utility
    return made


def test_a_new_decision_is_a_clean_sheet(kyiv):
    made = kyiv({0: 1.0, 2: 3.0})
    made.terms[2, 1] = 5.0
    choice.logit(made, 1.0)
    choice.choose(made, 0.5)
    choice.begin(made, 8, 0)
    assert (made.step, made.chosen, made.sector, made.ordered, made.refused) == (8, NOTHING, NOTHING, 0, 0)
    assert not made.open.any() and not made.utility.any() and not made.probability.any() and not made.terms.any()


def test_utilities_are_the_sums_of_their_terms(kyiv):
    made = kyiv({0: 0.0, 4: 0.0})
    made.terms[:] = np.arange(made.terms.size).reshape(made.terms.shape) / 8
    choice.add_up(made)
    assert made.utility.tolist() == [made.terms[0].sum(), 0.0, 0.0, 0.0, made.terms[4].sum()]


@given(st.lists(UTILITY, min_size=2, max_size=5), st.floats(0, 12))
def test_logit_odds_are_exponential_in_the_difference(kyiv, utilities, precision):
    made = kyiv(dict(enumerate(utilities)))
    choice.logit(made, precision)
    assert made.probability.sum() == pytest.approx(1.0)
    for option, utility in enumerate(utilities):
        odds = math.exp(precision * (utility - max(utilities)))
        assert made.probability[option] == pytest.approx(odds * made.probability.max(), abs=1e-15)


@given(st.lists(UTILITY, min_size=2, max_size=5), st.integers(0, 4), UTILITY)
def test_a_closed_option_changes_nothing(kyiv, utilities, closed, utility):
    without = kyiv({option: value for option, value in enumerate(utilities) if option != closed})
    if not without.open.any():
        return
    choice.logit(without, 4.0)
    with_it = kyiv({option: value for option, value in enumerate(utilities) if option != closed})
    with_it.utility[closed] = utility
    choice.logit(with_it, 4.0)
    assert with_it.probability.tolist() == without.probability.tolist()
    assert with_it.probability[closed] == 0.0


@given(st.lists(UTILITY, min_size=2, max_size=10), st.floats(0.5, 12))
def test_nested_logit_at_dissimilarity_one_is_the_plain_logit(moscow, utilities, precision):
    nested, plain = moscow(dict(enumerate(utilities))), moscow(dict(enumerate(utilities)))
    classes = np.arange(len(RUSSIAN)) // 4
    choice.nested_logit(nested, classes, np.full(3, 2.0), precision, 1.0)
    choice.nested_logit(plain, *SINGLE, precision, 1.0)
    assert nested.probability == pytest.approx(plain.probability, abs=1e-12)
    assert nested.probability[: len(utilities)] == pytest.approx(softmax(utilities, precision), abs=1e-12)


def softmax(utilities, precision):
    odds = np.exp(precision * (np.array(utilities) - max(utilities)))
    return odds / odds.sum()


@given(UTILITY, UTILITY, st.floats(0.5, 1.0))
def test_two_equal_options_weigh_as_much_as_one_in_a_class_of_one(moscow, utility, other, dissimilarity):
    classes = np.array([0, 0, 1, 1, 1, 1, 1, 1, 1, 1])
    twice, once = moscow({0: utility, 1: utility, 2: other}), moscow({0: utility, 2: other})
    choice.nested_logit(twice, classes, np.array([2.0, 1.0]), 4.0, dissimilarity)
    choice.nested_logit(once, classes, np.array([1.0, 1.0]), 4.0, dissimilarity)
    assert twice.probability[:2].sum() == pytest.approx(once.probability[0])
    assert twice.probability[0] == twice.probability[1]


@given(st.lists(UTILITY, min_size=3, max_size=3), st.floats(0.5, 1.0))
def test_within_a_class_choices_are_sharper(moscow, utilities, dissimilarity):
    made = moscow(dict(enumerate(utilities)))
    choice.nested_logit(made, np.array([0, 0, 1, 1, 1, 1, 1, 1, 1, 1]), np.ones(2), 2.0, dissimilarity)
    odds = math.exp(2.0 / dissimilarity * (utilities[0] - utilities[1]))
    assert made.probability[0] / made.probability[1] == pytest.approx(odds)
    assert made.probability.sum() == pytest.approx(1.0)


@pytest.mark.parametrize("far", [-80.0, -500.0])
def test_a_class_out_of_reach_has_no_chance_and_breaks_nothing(moscow, far):
    made = moscow({0: 0.0, 2: far, 3: far})
    choice.nested_logit(made, np.array([0, 0, 1, 1, 1, 1, 1, 1, 1, 1]), np.array([2.0, 2.0]), 18.0, 0.5)
    assert made.probability[0] == pytest.approx(1.0)
    assert np.isfinite(made.probability).all()


def test_the_draw_is_held_against_the_options_in_order(kyiv):
    shares = []
    for draw in (0.05, 0.25, 0.35, 0.9):
        made = kyiv({0: 0.0, 1: 0.0, 3: 0.0})
        made.probability[:] = [0.1, 0.2, 0.0, 0.7, 0.0]
        shares.append(choice.choose(made, draw))
    assert shares == [0, 1, 3, 3]


@given(st.lists(UTILITY, min_size=2, max_size=5), DRAW, DRAW)
def test_a_larger_draw_never_chooses_an_earlier_option(kyiv, utilities, one, other):
    chosen = []
    for draw in sorted((one, other)):
        made = kyiv(dict(enumerate(utilities)))
        choice.logit(made, 2.0)
        chosen.append(choice.choose(made, draw))
        assert made.draw == draw
    assert chosen == sorted(chosen)


def test_probabilities_that_sum_to_a_hair_less_than_the_draw_mean_the_last_open_option(kyiv):
    made = kyiv({0: 0.0, 3: 0.0})
    made.probability[:] = [0.4, 0.0, 0.0, 0.6 - 1e-9, 0.0]
    assert choice.choose(made, 1 - 1e-12) == 3


@pytest.mark.parametrize(("order", "chosen", "ordered", "refused"), [(3, 3, 1, 0), (2, 0, 0, 1), (NOTHING, 0, 0, 0)])
def test_an_order_is_obeyed_if_its_option_is_open(kyiv, order, chosen, ordered, refused):
    made = kyiv({0: 0.0, 3: 0.0})
    choice.logit(made, 1.0)
    made.order = order
    assert choice.choose(made, 0.1) == chosen
    assert (made.chosen, made.ordered, made.refused, made.order) == (chosen, ordered, refused, NOTHING)


def test_options_stand_in_the_records_in_their_order():
    assert len({option.name for option in RUSSIAN}) == len(RUSSIAN)
    assert [option.name for option in UKRAINIAN] == ["restrain", "fortify", "hedge", "retaliate", "press", "counter_attack"]


@pytest.mark.parametrize(
    ("utilities", "precision", "probabilities"),
    [
        ({0: 0.5, 1: 0.2, 3: -0.4}, 2.0, [0.583393, 0.320173, 0.0, 0.096434, 0.0]),
        ({1: 0.5, 2: 0.2, 4: -0.4}, 2.0, [0.0, 0.583393, 0.320173, 0.0, 0.096434]),
        ({1: 0.0, 2: math.log(3)}, 1.0, [0.0, 0.25, 0.75, 0.0, 0.0]),
        ({1: 0.7, 2: -900.0}, 4.0, [0.0, 1.0, 0.0, 0.0, 0.0]),
        ({0: -900.0, 2: 900.0}, 4.0, [0.0, 0.0, 1.0, 0.0, 0.0]),
        ({0: 0.0, 2: 0.3, 3: -2.0}, 0.0, [1 / 3, 0.0, 1 / 3, 1 / 3, 0.0]),
    ],
)
def test_the_plain_logit(kyiv, utilities, precision, probabilities):
    made = kyiv(utilities)
    choice.logit(made, precision)
    assert made.probability == pytest.approx(probabilities, abs=1e-6)


CLASSES = np.array([0, 0, 1, 1, 1, 1, 1, 1, 1, 1])


@pytest.mark.parametrize(
    ("utilities", "sizes", "dissimilarity", "probabilities"),
    [
        ({0: 0.5, 1: 0.2, 2: 0.4}, (2.0, 1.0), 0.5, [0.381393, 0.114874, 0.503733, 0.0]),
        ({0: 0.5, 1: 0.2, 2: 0.4}, (2.0, 1.0), 1.0, [0.313846, 0.172242, 0.513911, 0.0]),
        ({0: 0.5, 1: 0.2, 2: 0.4}, (1.0, 1.0), 0.5, [0.447403, 0.134755, 0.417841, 0.0]),
        ({1: 0.2, 2: 0.4, 3: -0.3}, (2.0, 3.0), 0.5, [0.0, 0.443546, 0.524556, 0.031898]),
    ],
)
def test_the_nested_logit(moscow, utilities, sizes, dissimilarity, probabilities):
    # worked by hand: class sums of exp(u precision / dissimilarity), divided by their sizes, to the power of the dissimilarity
    made = moscow(utilities)
    made.utility[5] = 3.0  # a closed option says nothing, however good
    choice.nested_logit(made, CLASSES, np.array(sizes), 2.0, dissimilarity)
    assert made.probability[:4] == pytest.approx(probabilities, abs=1e-6)
    assert not made.probability[4:].any()


def test_a_decision_is_read_only_in_its_step(kyiv):
    made = kyiv({0: 0.0, 3: 0.0})
    made.chosen = 3
    assert [choice.chosen_at(made, step) for step in (2, 3, 4)] == [NOTHING, 3, NOTHING]
    assert NOTHING < 0


def test_a_new_decision_bears_its_step_and_situation(kyiv):
    made = kyiv({})
    choice.begin(made, 41, 2)
    assert (made.step, made.node) == (41, 2)


@pytest.mark.parametrize(("draw", "chosen"), [(0.1 - 1e-9, 0), (0.1, 2), (0.4 - 1e-9, 2), (0.4 + 1e-9, 4)])
def test_the_draw_is_held_against_what_lies_below_it(kyiv, draw, chosen):
    made = kyiv({0: 0.0, 2: 0.0, 4: 0.0})
    made.probability[:] = [0.1, 0.0, 0.3, 0.0, 0.6]
    made.probability[1] = 0.9  # of a closed option: not counted
    assert choice.choose(made, draw) == chosen


@pytest.mark.parametrize("shift", [0.0, -184.9, 150.0])
def test_only_differences_of_utility_count(moscow, shift):
    made = moscow({0: 0.5 + shift, 1: 0.2 + shift, 2: 0.4 + shift})
    choice.nested_logit(made, CLASSES, np.array([2.0, 1.0]), 2.0, 0.5)
    assert made.probability[:3] == pytest.approx([0.381393, 0.114874, 0.503733], abs=1e-6)
    choice.logit(made, 4.0)
    assert made.probability[:3] == pytest.approx([0.507224, 0.152773, 0.340003], abs=1e-6)
