import shlex

import pytest

from reassure.runs.console.command_line import command

PLACES = ["out", "my results", "it's", "a;rm -rf b", "$HOME", "tab\there", "-x", "Ä*[1]"]


@pytest.mark.parametrize("place", PLACES)
def test_a_command_means_in_a_shell_what_it_says(place):
    assert shlex.split(command("resume", place)) == ["reassure", "resume", place]


def test_what_needs_no_quotes_has_none():
    assert command("play", "bare_ceasefire", "--seed", 7) == "reassure play bare_ceasefire --seed 7"
