import json

import pytest

from reassure.model.levers import LEVERS
from reassure.model.scenario import load
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.cli import run
from reassure.runs.ensemble.futures import Policy, play
from reassure.runs.figures.channels import draw_channels
from reassure.runs.validation.ablation import ablation, ablation_page
from reassure.runs.validation.verification.channels import CHANNELS
from reassure.runs.validation.verification.experiment import FAILURE, difference

RUNS = 300


@pytest.fixture(scope="module")
def found():
    return ablation.ablate([load("limited_reassurance_force"), load("external_guarantees")], RUNS, seed=3)


def test_channels_switch_what_is_declared_and_are_at_work_otherwise():
    assert len({channel.name for channel in CHANNELS}) == len(CHANNELS) == 12
    force = load("full_nato_mission")
    for channel in CHANNELS:
        for name, value in channel.off.items():
            declared = {**LEVERS, **UNCERTAINTIES}[name]
            assert declared.low <= value <= declared.high
            if name in LEVERS:
                assert force.levers[name] != value
            elif name != "attention_half_life":
                assert value == 0 != declared.default


def test_each_contrast_of_each_scenario_is_taken_apart(found):
    assert list(found.full) == [
        ("limited_reassurance_force", "package"),
        ("limited_reassurance_force", "troops"),
        ("external_guarantees", "package"),
    ]
    assert len(found.contributions) == 3 * len(CHANNELS)


def test_contrast_and_contribution_add_up(found):
    for each in found.contributions:
        full = found.full[each.scenario, each.contrast][FAILURE.name].value
        assert each.without[FAILURE.name].value + each.adds[FAILURE.name].value == pytest.approx(full)


def test_the_full_contrast_is_that_of_the_ensembles(found):
    with_it, without = (play(Policy(load(name)), RUNS, 3) for name in ("external_guarantees", "bare_ceasefire"))
    assert found.full["external_guarantees", "package"][FAILURE.name] == difference(FAILURE, with_it, without)


def test_no_troops_no_tripwire_and_yet_no_channel_is_idle_everywhere(found):
    outside = {each.channel.name: each for each in found.contributions if each.scenario == "external_guarantees"}
    assert outside["tripwire"].changed.value == outside["denial"].changed.value == 0
    assert outside["sanctions"].changed.value > 0.05
    assert found.idle() == []


def test_a_mission_is_taken_as_if_agreed():
    assert ablation.as_if_agreed(load("full_nato_mission")).levers["consensus_forced"] == 1
    assert ablation.as_if_agreed(load("paris_declaration")) == load("paris_declaration")


def test_the_page_and_the_figure_name_every_channel(found):
    text = ablation_page.markdown(found, "reassure ablation")
    drawn = draw_channels(found)
    words = [text_of.get_text() for axes in drawn.axes for text_of in axes.texts]
    for channel in CHANNELS:
        assert channel.called in text
        assert channel.called in words
    assert "does not forecast" in text


def test_the_command_saves_a_page_a_figure_and_json(tmp_path, capsys):
    assert run(["ablation", "external_guarantees", "--runs", "20", "--out", str(tmp_path / "new"), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert {path.name for path in (tmp_path / "new").iterdir()} == {"ablation.md", "ablation.png", "ablation.svg", "ablation.json"}
    assert json.loads((tmp_path / "new" / "ablation.json").read_text()) == printed
    assert len(printed["contributions"]) == len(CHANNELS)


@pytest.mark.parametrize("arguments", [["nowhere"], ["--runs", "1"], ["--seed", "x"]])
def test_what_cannot_be_done_is_said_in_one_line(arguments, capsys):
    assert run(["ablation", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1
