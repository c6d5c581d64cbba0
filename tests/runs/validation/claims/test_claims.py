"""Every claim is there, every carrier exists, and the experiments run and mean what they say."""

import json

import pytest

from reassure.agents.names import DeclarationError
from reassure.runs.cli import run
from reassure.runs.validation.claims import CLAIMS
from reassure.runs.validation.claims import claims_page as page
from reassure.runs.validation.claims.carriers import link, locate
from reassure.runs.validation.claims.claim import BARE, FORCE, Depends, Lies, Outweighs, Stays, arm, down, up
from reassure.runs.validation.claims.trials import Laboratory, Result
from reassure.runs.validation.verification.experiment import CONFIDENCE, TROOPS, VIOLATIONS, WAR

ARMED, UNARMED = arm(BARE, arms=1), arm(BARE, arms=0)


@pytest.fixture(scope="module")
def laboratory():
    return Laboratory(400, 1)


def test_every_claim_is_there_once_with_carriers_and_experiments():
    assert [claim.label for claim in CLAIMS] == [f"C{number}" for number in range(1, 54)]
    assert all(claim.carriers and claim.trials and claim.words for claim in CLAIMS)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.label)
def test_every_carrier_exists(claim):
    for carrier in claim.carriers:
        file, name = locate(carrier)
        assert f"](../{file})" in link(carrier)
        assert name in link(carrier)


@pytest.mark.parametrize("carrier", ["agents/ally.py:nothing", "agents/nobody.py:act", "lever:charm", "outcome:arms"])
def test_a_carrier_that_does_not_exist_is_refused(carrier):
    with pytest.raises(DeclarationError):
        locate(carrier)


def test_a_sign_can_be_shown_and_contradicted(laboratory):
    assert laboratory.find(down(WAR, ARMED, UNARMED)).result is Result.SHOWN
    assert laboratory.find(up(WAR, ARMED, UNARMED)).result is Result.CONTRADICTED
    assert laboratory.find(up(WAR, ARMED, ARMED)).result is Result.NOT_SHOWN


def test_little_and_much_can_be_told_apart(laboratory):
    assert laboratory.find(Stays(WAR, 0.02, ARMED, ARMED)).result is Result.SHOWN
    assert laboratory.find(Stays(WAR, 0.001, ARMED, UNARMED)).result is Result.CONTRADICTED
    assert laboratory.find(Lies(TROOPS, 0.0, 1.0, ARMED)).result is Result.SHOWN
    assert laboratory.find(Lies(VIOLATIONS, 0.0, 1.0, ARMED)).result is Result.CONTRADICTED


def test_the_larger_swing_outweighs_the_smaller(laboratory):
    strong, weak = ("arms", ARMED, UNARMED), ("nothing", ARMED, ARMED)
    assert laboratory.find(Outweighs(WAR, (strong, weak))).result is Result.SHOWN
    assert laboratory.find(Outweighs(WAR, (weak, strong))).result is Result.CONTRADICTED


def test_a_change_that_depends_on_another_is_found(laboratory):
    arms = (
        arm(FORCE),
        arm(FORCE, troop_ceiling=0),
        arm(FORCE, confidence_presence=0),
        arm(FORCE, troop_ceiling=0, confidence_presence=0),
    )
    assert laboratory.find(Depends(CONFIDENCE, 1, arms)).result is Result.SHOWN


def test_the_page_names_every_claim_with_its_figures(laboratory):
    judged = list(laboratory.judge(CLAIMS[12:14]))
    text = page.markdown(judged, 400, 1)
    assert "## C13" in text and "does not forecast" in text and "thousand troops there" in text
    assert "(../model/beginning.py)" in text


def test_the_command_writes_a_page_and_prints_json(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("reassure.runs.validation.claims.CLAIMS", CLAIMS[20:22])
    place = tmp_path / "claims.md"
    assert run(["claims", "--runs", "40", "--out", str(place), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [each["claim"] for each in found["claims"]] == ["C21", "C22"]
    assert "does not forecast" in found["note"]
    assert "## C22" in place.read_text()


@pytest.mark.parametrize(
    "arguments", [["--runs", "1"], ["--runs", "many"], ["--seed", "-1"], ["--out", "/nowhere/at/all.md", "--runs", "2"]]
)
def test_what_cannot_be_done_is_said_in_one_line(arguments, capsys, monkeypatch):
    monkeypatch.setattr("reassure.runs.validation.claims.CLAIMS", CLAIMS[21:22])
    assert run(["claims", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1
