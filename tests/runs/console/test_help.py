import inspect
import re

import pytest

from reassure.runs.cli import run
from reassure.runs.commands.group import COMMANDS, command_of
from reassure.runs.console.command_line import COMMAND, UNBROKEN, unbroken

WIDTHS = ["60", "80", "200"]


@pytest.fixture
def help_of(capsys, monkeypatch):
    def told(*words, columns):
        monkeypatch.setenv("COLUMNS", columns)
        assert run([*words, "--help"]) == 0
        return capsys.readouterr().out

    return told


def as_words(text):
    return " ".join(text.split())


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_is_printed_as_it_is_written(name, columns, help_of):
    told = help_of(name, columns=columns)
    command = command_of(name)
    written = [inspect.getdoc(command.callback), *(each.help for each in command.params if each.help)]
    for text in written:
        assert as_words(text) in as_words(told)
        for found in COMMAND.findall(text):
            assert found in told, "a command stays on one line"
    assert not re.search(r"[\N{NO-BREAK SPACE}\N{HORIZONTAL ELLIPSIS}]", told)


@pytest.mark.parametrize("columns", WIDTHS)
def test_the_list_of_commands_says_of_each_in_full_what_it_is_for(columns, help_of):
    told = as_words(help_of(columns=columns))
    for name in COMMANDS:
        purpose = inspect.getdoc(command_of(name).callback).partition("\n\n")[0]
        assert f"{name} {as_words(purpose)}" in told


def test_an_example_of_an_order_has_no_flag_in_it(help_of):
    assert "12:france:withdraw or 30:russia:probe@donetsk" in as_words(help_of("play", columns="80"))


def test_only_the_blanks_of_a_command_are_held():
    text = "see `reassure resume DIR` and (reassure show), or reassurance forces, as Reassure is"
    assert unbroken(text).replace(UNBROKEN, "_") == text.replace("reassure resume DIR", "reassure_resume_DIR").replace(
        "reassure show", "reassure_show"
    )
