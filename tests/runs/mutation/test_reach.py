import pytest

from reassure.runs.mutation.checkout import Checkout, mutants_of
from reassure.runs.mutation.reach import mentions, rules_reached_by

MODULE = """
from .rule import rule

SHARE = 0.5
SPEED = 2.0
ORDER = 3.0
TWICE = 2.0 * ORDER

NUMBERS = coefficients("Kyiv", Fixed("calm", "utility", 0, 1, 0.3, "Meaning.", "source", luck=1))


@rule
def half(x):
    return x * SHARE


@rule
def feel(x, assumed):
    return x * SHARE + assumed.calm


def plain(x):
    return x * SPEED
"""


@pytest.fixture
def checkout(small):
    (small.root / "agents/mood.py").write_text(MODULE)
    (small.root / "tests/agents/test_mood.py").write_text("from reassure.agents.mood import SPEED\n")
    return Checkout(small.root)


@pytest.mark.parametrize(
    ("place", "rules"),
    [
        ("half", {"agents/mood.py half"}),
        ("SHARE", {"agents/mood.py half", "agents/mood.py feel", "agents/numbers_of.py half"}),  # by name, wherever it stands
        ("NUMBERS.calm", {"agents/mood.py feel"}),
        ("SPEED", None),  # other code reads it
        ("ORDER", None),
    ],
)
def test_through_which_rules_a_mutant_could_show(checkout, place, rules):
    mutant = next(each for each in mutants_of(checkout.sites(["agents/mood.py"])) if f" {place} " in each.name)
    assert rules_reached_by(checkout, mutant) == (None if rules is None else frozenset(rules))


def test_a_test_file_that_names_it_is_used_whole(checkout):
    mutants = {each.site.split(" ")[1]: each for each in mutants_of(checkout.sites(["agents/mood.py"]))}
    assert mentions(checkout, "tests/agents/test_mood.py", mutants["SPEED"])
    assert not mentions(checkout, "tests/agents/test_mood.py", mutants["SHARE"])
