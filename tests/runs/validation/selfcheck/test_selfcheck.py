"""The bits that come with the program are those of the rules, and a difference is found where it begins."""

import json

import numpy as np
import pytest

from reassure.model.scenario import SHIPPED
from reassure.runs.cli import run
from reassure.runs.validation.selfcheck import bits
from reassure.runs.validation.selfcheck.origin import Origin, interpreted, origin, record


@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_bits_are_those_of_the_rules(scenario):
    runs = 200
    assert bits.bits_of(scenario, runs) == bits.written()[scenario][: runs * bits.DIGITS], (
        "the rules give other bits: say why, and run python -m reassure.runs.validation.selfcheck"
    )


def test_every_scenario_has_a_thousand():
    assert set(bits.written()) == set(SHIPPED)
    assert all(len(each) == bits.RUNS * bits.DIGITS for each in bits.written().values())


def test_one_changed_bit_is_found_with_its_week_and_field():
    one = record("paris_declaration", 3)
    assert origin(one, one.copy()) is None
    other = one.copy()
    other[17]["russia"]["belief"] = np.nextafter(other[17]["russia"]["belief"], 1.0)
    other[30]["week"] += 1
    assert origin(one, other) == Origin(17, "russia.belief")
    other = one.copy()
    other[9]["allies"][4]["decision"]["utility"][2] += 1e-12
    assert origin(one, other) == Origin(9, "allies[4].decision.utility[2]")
    assert origin(one, one[:5]) == Origin(5, "over")


def test_compiled_and_interpreted_rules_play_one_future_to_the_last_bit():
    assert origin(record("limited_reassurance_force", 11), interpreted("limited_reassurance_force", 11)) is None


def test_a_machine_that_differs_is_told_where_and_by_its_status(capsys, monkeypatch):
    wrong = {name: text for name, text in bits.written().items() if name == "bare_ceasefire"}
    wrong["bare_ceasefire"] = "0" * bits.DIGITS + wrong["bare_ceasefire"][bits.DIGITS :]
    monkeypatch.setattr(bits, "written", lambda: wrong)
    assert run(["selfcheck", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)["scenarios"]["bare_ceasefire"]
    assert (told["differing"], told["first"]) == (1, 0)
    assert "run 0: compiled and interpreted rules agree here" in told["begins"]


def test_which_runs_differ():
    a = "".join(f"{number:0{bits.DIGITS}x}" for number in range(5))
    b = a[: 2 * bits.DIGITS] + "f" * bits.DIGITS + a[3 * bits.DIGITS :]
    assert bits.differing(a, b) == [2]


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("russia.belief", "russia.belief"),
        ("allies[1].willingness", "allies[1].willingness"),
        ("ukraine.decision.terms[4, 2]", "Ukraine, press, term confidence (ukraine.decision.terms[4, 2])"),
        ("united_states.decision.utility[0]", "United States, withdraw, utility (united_states.decision.utility[0])"),
        ("allies[1].decision.probability[1]", "France, stay_out, probability (allies[1].decision.probability[1])"),
        ("allies[1].answer.terms[0, 0]", "France, "),
    ],
)
def test_a_place_in_a_decision_is_told_by_actor_option_and_term(field, place):
    assert Origin(3, field).place.startswith(place)
