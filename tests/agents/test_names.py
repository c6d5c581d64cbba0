import pytest

from reassure.agents.names import DeclarationError, nearest, one_line

FRUIT = ("Apple", "Banana", "Cherry")
MANY = [f"fruit_{letter}" for letter in "abcdefghijklm"]


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("aple", FRUIT, "did you mean 'Apple'?"),
        ("BANANA", FRUIT, "did you mean 'Banana'?"),
        ("che", FRUIT, "did you mean 'Cherry'?"),  # only one has it in it
        ("xyz", FRUIT, "there are: Apple, Banana, Cherry"),
        ("", FRUIT, "there are: Apple, Banana, Cherry"),
        ("zzzzz", MANY[:12], "there are: " + ", ".join(MANY[:12])),
        ("presence", ("confidence", "confidence_presence"), "did you mean 'confidence_presence'?"),  # before what is merely alike
    ],
)
def test_the_hint_names_what_is_nearest_or_what_there_is(word, known, hint):
    assert nearest(word, known) == hint


def test_of_a_long_list_only_the_least_far_are_named():
    hint = nearest("qqqqqqqqq", MANY)
    assert hint.startswith("the least far are: ")
    named = hint.removeprefix("the least far are: ").split(", ")
    assert len(named) == 5
    assert set(named) <= set(MANY)


def test_a_word_of_any_length_is_compared_quickly():
    assert nearest("x" * 10_000_000, MANY).startswith("the least far are: ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("as it is", "as it is"),
        ("  two\n lines\tand a tab ", "two lines and a tab"),
        ("a bell\x07", "a bell\\x07"),
        ("red \x1b[31m", "red \\x1b[31m"),
        ("é stays", "é stays"),
        ("x" * 400, "x" * 400),
        ("a" * 300 + "b" * 300, "a" * 200 + " ... " + "b" * 200),
        ("a" * 401, "a" * 200 + " ... " + "a" * 200),
    ],
)
def test_a_message_is_one_printable_line_of_bounded_length(text, line):
    assert one_line(text) == line
    assert str(DeclarationError(text)) == line


def test_a_refusal_is_an_error_of_value():
    assert issubclass(DeclarationError, ValueError)
