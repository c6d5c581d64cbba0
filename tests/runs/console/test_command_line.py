import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from reassure.runs.console.command_line import command

PLACES = ["out", "my results", "it's", "a;rm -rf b", "$HOME", "-x", "Ä*[1]"]
UNSEEN = ["tab\there", "a\x1b[31mred", "line\nbreak's", "back\\slash\x07", os.fsdecode(b"not utf \xff"), "\u202e"]


@pytest.mark.parametrize("place", PLACES)
def test_a_command_means_in_a_shell_what_it_says(place):
    assert shlex.split(command("resume", place)) == ["reassure", "resume", place]


def test_a_folder_that_looks_like_an_option_is_said_as_a_folder():
    assert command("summary", Path("-x"), "--row", 1) == "reassure summary ./-x --row 1"


def test_what_needs_no_quotes_has_none():
    assert command("play", "bare_ceasefire", "--seed", 7) == "reassure play bare_ceasefire --seed 7"


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize("place", UNSEEN)
def test_what_cannot_be_shown_is_spelled_and_means_the_same(place):
    told = command("resume", place)
    assert told.isprintable()
    done = subprocess.run(["bash", "-c", told.replace("reassure resume", "printf %s", 1)], capture_output=True, check=True)
    assert done.stdout == os.fsencode(place)
