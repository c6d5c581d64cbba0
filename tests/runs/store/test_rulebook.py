"""What counts as a rule of the game, and what is mere writing."""

import ast

import pytest

from reassure.runs.store.rulebook import _substance, difference, rulebook

BEFORE = '''
"""A rule."""
LIMIT = 3.0
"""Of something."""
def grow(x: float) -> float:
    """Grows."""
    # by two
    return x * 2 + LIMIT
'''


def substance(text):
    return list(_substance(ast.parse(text)))


@pytest.mark.parametrize(
    "after",
    [
        BEFORE.replace("A rule", "Another word"),
        BEFORE.replace("Of something", "Of all"),
        BEFORE.replace("# by two", "# twice"),
        BEFORE.replace("x * 2 + LIMIT", "(x*2)  +  LIMIT"),
        BEFORE.replace("x: float", "x").replace(" -> float", ""),
    ],
)
def test_words_and_layout_do_not_count(after):
    assert after != BEFORE
    assert substance(after) == substance(BEFORE)


@pytest.mark.parametrize(
    "after",
    [
        BEFORE.replace("3.0", "3.1"),
        BEFORE.replace("x * 2 + LIMIT", "x * (2 + LIMIT)"),
        BEFORE.replace("x * 2", "x ** 2"),
        BEFORE.replace("return x * 2 + LIMIT", "x * 2 + LIMIT"),
        BEFORE.replace("grow", "shrink"),
        BEFORE.replace("3.0", "None"),
    ],
)
def test_what_is_computed_counts(after):
    assert substance(after) != substance(BEFORE)


def test_the_rulebook_holds_rules_and_data_and_nothing_of_the_uses():
    book = rulebook()
    assert {"agents/russia.py", "agents/chance.py", "model/turn.py", "model/beginning.py", "agents/profiles.csv"} <= book.keys()
    assert all(name.startswith(("agents/", "model/")) for name in book)


def test_a_difference_names_the_files():
    book = rulebook()
    assert difference(book, book) is None
    assert "agents/russia.py" in difference(book, {**book, "agents/russia.py": "x"})
    assert " and 2 more" in difference({str(name): "a" for name in range(6)}, {str(name): "b" for name in range(6)})
