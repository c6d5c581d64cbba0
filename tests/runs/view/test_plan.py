import pytest

from reassure.agents.names import DeclarationError
from reassure.model.levers import LEVERS
from reassure.model.orders import parse_order
from reassure.model.scenario import SHIPPED, load
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.view.address import Change, Future
from reassure.runs.view.plan import GROUPS, SHOWN, asked_for, lever_groups, numbers, scenarios, stands


def test_every_lever_has_one_control_that_says_what_the_declaration_says():
    controls = [lever for group in lever_groups() for lever in group["levers"]]
    assert [control["name"] for control in controls] == list(LEVERS)
    assert [group["name"] for group in lever_groups()] == [name for name, _ in GROUPS]
    for control in controls:
        declared = LEVERS[control["name"]]
        assert (control["meaning"], control["source"]) == (declared.meaning, declared.source)
        assert (control["low"], control["high"]) == (declared.low, declared.high)


def test_whatever_a_control_can_say_is_taken():
    for group in lever_groups():
        for control in group["levers"]:
            declared = LEVERS[control["name"]]
            for text in control["choices"] or [str(control["low"]), str(control["high"]), str(control["low"] + control["step"])]:
                assert declared.low <= declared.parse(text) <= declared.high


def test_the_value_of_every_shipped_scenario_comes_back_from_its_text():
    assert [one["name"] for one in scenarios()] == list(SHIPPED)
    for one in scenarios():
        levers = load(one["name"]).levers
        assert {name: LEVERS[name].parse(text) for name, text in one["levers"].items()} == levers


def test_beginning_anew_keeps_what_was_not_touched_and_drops_what_was_done_on_the_way():
    future = Future(run=7, week=30, levers={"monitors": 0.9}, pins={"mindset": 2.0}, orders=(parse_order("3:fra:pledge", 260),))
    future = future.revised(20, {"arms": 0.1})
    asked = asked_for(future, {"seed": " 5 ", "weeks": "100", "levers": {"arms": "0.8", "legal_form": "treaty"}})
    assert asked == Future(
        seed=5, run=7, weeks=100, levers={"monitors": 0.9, "arms": 0.8, "legal_form": 1.0}, pins={"mindset": 2.0}
    )
    other = asked_for(future, {"scenario": "paris_declaration"})
    assert (other.scenario, other.levers, other.pins, other.run) == ("paris_declaration", {}, {}, 7)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"seed": "x"}, "seed is a whole number"),
        ({"run": ""}, "run is a whole number"),
        ({"weeks": "0"}, "horizon is a whole number from 1 to 5200"),
        ({"scenario": "<b>"}, "unknown scenario '<b>'"),
        ({"levers": {"arms": "2"}}, "arms takes a number"),
        ({"levers": {"x": "2"}}, "unknown lever"),
        ({"fixes": {"x": "2"}}, "unknown uncertainty"),
        ({"fixes": {"tension_crisis": "9"}}, "tension_crisis takes a number"),
        ({"fixes": {"mindset": "cheerful"}}, "mindset"),
    ],
)
def test_what_does_not_fit_is_refused(asked, message):
    with pytest.raises(DeclarationError, match=message):
        asked_for(Future(), asked)


def test_what_stands_is_what_is_in_force_in_the_week_on_screen():
    future = Future(changes=(Change(4, {"arms": 0.9}),))
    assert stands(future, future.preset_at(3))["levers"]["arms"] == "0.6"
    assert stands(future, future.preset_at(4))["levers"]["arms"] == "0.9"


def test_a_number_is_fixed_fixed_otherwise_and_let_go():
    future = Future(pins={"mindset": 2.0, "tension_crisis": 0.2})
    assert asked_for(future, {"fixes": {"tension_crisis": " 0.3 "}}).pins == {"mindset": 2.0, "tension_crisis": 0.3}
    assert asked_for(future, {"fixes": {"mindset": "", "attention_crisis": ""}}).pins == {"tension_crisis": 0.2}
    assert asked_for(future, {"fixes": {"mindset": "opportunist"}}).pins["mindset"] == 1.0


def test_numbers_are_found_by_words_of_name_meaning_source_and_subject():
    found = numbers(load("bare_ceasefire"), "tension_crisis")["found"]
    assert [each["name"] for each in found] == ["tension_crisis"]
    declared = UNCERTAINTIES["tension_crisis"]
    assert (found[0]["meaning"], found[0]["source"], found[0]["about"]) == (declared.meaning, declared.source, declared.about)
    assert found[0]["stands"] == declared.text(declared.default)


def test_a_search_shows_a_screenful_and_counts_the_rest():
    everything = numbers(load("bare_ceasefire"), "a")
    assert len(everything["found"]) == SHOWN and everything["more"] > 300
    assert numbers(load("bare_ceasefire"), "  ") == numbers(load("bare_ceasefire"), "zebra") == {"found": [], "more": 0}


def test_a_drawn_number_says_how_it_is_drawn_and_a_fixed_one_where():
    drawn = numbers(load("bare_ceasefire"), "mindset moscow")["found"]
    mindset = next(each for each in drawn if each["name"] == "mindset")
    assert mindset["stands"].startswith("drawn (") and "revisionist" in mindset["choices"]
    pinned = numbers(load("bare_ceasefire").with_pins({"mindset": 1.0}), "mindset")["found"]
    assert next(each for each in pinned if each["name"] == "mindset")["stands"] == "opportunist"


def test_what_is_fixed_stands_in_force():
    future = Future(pins={"mindset": 1.0, "tension_crisis": 0.2})
    assert stands(future, future.preset)["pins"] == {"mindset": "opportunist", "tension_crisis": "0.2"}
