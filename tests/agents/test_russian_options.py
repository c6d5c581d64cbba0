import pytest

from reassure.agents.russian_options import (
    CLASS_OF,
    CLASS_SIZE,
    CLASSES,
    CONDUCT,
    CONDUCTS,
    MOSCOW,
    MOSCOW_NODE,
    MOSCOW_TERM,
    NODES,
    OPTIONS,
    TERMS,
)

ESCALATION = ["stand_down", "step_down", "comply", "hold", "coerce", "probe", "seize", "mobilise", "strike", "launch"]
REASONS = [
    "status_quo",
    "waiting",
    "aim",
    "leverage",
    "information",
    "fighting",
    "punishment",
    "clash",
    "escalation",
    "own_cost",
    "audience",
    "choice_of_sector",
    "choice_in_crisis",
]


def test_options_stand_in_order_of_escalation():
    assert [option.name for option in OPTIONS] == ESCALATION
    assert [getattr(MOSCOW, name) for name in ESCALATION] == list(range(10))


def test_terms_are_added_in_one_order():
    assert [term.name for term in TERMS] == REASONS
    assert [getattr(MOSCOW_TERM, name) for name in REASONS] == list(range(13))


def test_conduct_runs_from_calm_to_the_gravest_and_moments_have_numbers():
    assert CONDUCTS == ("comply", "coerce", "probe")
    assert (CONDUCT.comply, CONDUCT.coerce, CONDUCT.probe) == (0, 1, 2)
    assert NODES == ("conduct", "strategic", "crisis", "gap")
    assert (MOSCOW_NODE.conduct, MOSCOW_NODE.strategic, MOSCOW_NODE.crisis, MOSCOW_NODE.gap) == (0, 1, 2, 3)


@pytest.mark.parametrize(
    "alike",
    [("step_down", "comply"), ("coerce", "probe"), ("seize", "mobilise", "strike"), ("stand_down",), ("hold",), ("launch",)],
)
def test_options_that_are_alike_are_of_one_class_and_stand_side_by_side(alike):
    places = sorted(getattr(MOSCOW, name) for name in alike)
    assert places == list(range(places[0], places[0] + len(alike)))
    (number,) = {int(CLASS_OF[place]) for place in places}
    assert list(CLASS_OF).count(number) == len(alike) == CLASS_SIZE[number]


def test_calm_comes_first_among_classes():
    assert tuple(CLASSES) == ("calm", "pressure", "force", "stand_down", "hold", "launch")
    assert CLASS_OF.tolist() == [3, 0, 0, 4, 1, 1, 2, 2, 2, 5]
    assert CLASS_SIZE.tolist() == [2, 2, 3, 1, 1, 1]
