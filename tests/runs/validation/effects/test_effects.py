"""Every lever and uncertainty has its effects told; what acts is found to act, what is dead is found dead; the page is up to date."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from reassure.agents.declaration import Declarations, Quantity
from reassure.agents.uncertainty import Fixed
from reassure.model.levers import LEVERS
from reassure.model.outcomes import END, EVENT, OUTCOME
from reassure.model.scenario import load
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.docs_pages.sources import SOURCES, codes_in
from reassure.runs.ensemble.intervals import Interval
from reassure.runs.validation.claims import CLAIMS
from reassure.runs.validation.effects import effects_page, effects_table
from reassure.runs.validation.effects.__main__ import again, main
from reassure.runs.validation.effects.effect import Plan, find
from reassure.runs.validation.effects.ends import compared, compared_text, declared, held
from reassure.runs.validation.effects.expected import EXPECTED, Expected, read
from reassure.runs.validation.effects.judged import Agreement, Verdict, judge
from reassure.runs.validation.effects.multiplicity import chance_of, level, widened
from reassure.runs.validation.effects.places import (
    ALL_SCENARIOS,
    ON_ANY_PRIZE,
    PLACES,
    PRIZE,
    RANDOM_SETTINGS,
    random_settings,
)
from reassure.runs.validation.effects.recorded import EVERS, FIELDS, RECORDED, WORSTS, parted
from reassure.runs.validation.verification.experiment import FAILURE, difference
from reassure.runs.validation.verification.settings import any_values

DOCS = Path(__file__).parents[4] / "docs"
DEAD = Fixed("dead", "share", 0, 1, 0.5, "Read by no rule.", "made up")
FEW = Plan(runs=150, settings=8, futures=5)


@pytest.fixture(scope="module")
def findings():
    acts = [find(declared()[name], FEW) for name in ("arms", "legal_form", "violations_base")]
    return [*acts, find(DEAD, FEW, lambda scenario, _name, _value: scenario)]


@pytest.fixture(scope="module")
def judged(findings):
    expected = {name: (Expected(name, "failure", direction, "T1"),) for name, direction in (("arms", "down"), ("dead", "up"))}
    return {each.finding.name: each for each in judge(findings, expected)}


def test_a_lever_known_to_act_is_found_to_act(judged):
    arms = judged["arms"]
    assert arms.verdict is Verdict.ACTS
    assert abs(arms.most.change.value) == arms.size > 0.1
    assert arms.finding.across["failure"].high < -0.05 and arms.finding.parted > 0.5
    assert arms.expected[0][1] is Agreement.AGREES


def test_a_dead_quantity_is_found_dead(judged):
    dead = judged["dead"]
    assert dead.verdict is Verdict.NOTHING and dead.most is None and dead.finding.parted == 0.0
    assert dead.expected[0][1] is Agreement.UNDECIDED
    assert all(effect.change.value == 0.0 for effect in dead.finding.effects)


def test_what_moves_violations_alone_acts_on_them(judged):
    base = judged["violations_base"]
    assert base.verdict in {Verdict.ACTS, Verdict.MEANS}
    assert {effect.outcome: effect.change.sign for effect in base.finding.effects if effect.place == ALL_SCENARIOS}[
        "violations_per_year"
    ] == 1


def test_a_quantity_that_moves_a_mean_and_no_share_is_told_from_one_that_acts(findings):
    dead = findings[-1]
    clear = [
        replace(each, change=Interval(0.1, 0.09, 0.11)) if (each.place, each.outcome) == (ALL_SCENARIOS, "belief") else each
        for each in dead.effects
    ]
    (found,) = judge([replace(dead, effects=tuple(clear))], {})
    assert (found.verdict, found.most.outcome, found.size) == (Verdict.MEANS, "belief", 0.0)


def test_what_may_be_luck_is_neither_an_effect_nor_nothing(findings):
    dead = findings[-1]
    doubtful = [replace(each, change=Interval(0.01, -0.01, 0.03)) if each.outcome == "clash" else each for each in dead.effects]
    (found,) = judge([replace(dead, effects=tuple(doubtful))], {})
    assert (found.verdict, found.most, found.size) == (Verdict.UNCLEAR, None, -1.0)


def test_every_outcome_is_looked_at_in_every_place(findings):
    for finding in findings:
        assert [(each.place, each.outcome) for each in finding.effects] == [(place, name) for place in PLACES for name in RECORDED]


def test_an_effect_is_the_paired_difference_of_the_same_futures(findings):
    from reassure.runs.ensemble.futures import Policy, play

    low, high = (play(Policy(held(load("paris_declaration"), "arms", end)), FEW.runs, FEW.seed) for end in (0.0, 1.0))
    found = next(each for each in findings[0].effects if (each.place, each.outcome) == ("paris_declaration", "failure"))
    assert found.change == difference(FAILURE, high, low)
    assert (found.earlier, found.later) == (0.0, 1.0)


def test_all_scenarios_are_their_mean(findings):
    changes = {each.place: each.change.value for each in findings[0].effects if each.outcome == "failure"}
    mean = np.mean([change for place, change in changes.items() if place not in {ALL_SCENARIOS, RANDOM_SETTINGS}])
    assert changes[ALL_SCENARIOS] == pytest.approx(mean) == findings[0].across["failure"].value


def test_of_named_values_every_two_are_compared(findings):
    assert compared(LEVERS["legal_form"]) == (0.0, 0.33, 0.6, 1.0)
    assert findings[1].comparisons == 6 * findings[0].comparisons
    assert len({(each.earlier, each.later) for each in findings[1].effects}) > 1


def test_every_end_can_be_held_in_every_place():
    for scenario in (load("full_nato_mission"), *random_settings(3)):
        for name, quantity in declared().items():
            for value in compared(quantity):
                made = held(scenario, name, value)
                kept = {**made.levers, **made.pins}[name]
                assert kept == value or (name.startswith("share_") and kept < value and made.levers["share_in_cities"] <= 1)


def test_a_new_quantity_shifts_nothing_else_in_a_random_setting():
    more = Declarations("uncertainty", DEAD, *UNCERTAINTIES.values())
    before, after = any_values(UNCERTAINTIES, 5), any_values(more, 5)
    assert {name: value for name, value in after.items() if name != "dead"} == before
    setting = random_settings(6)[5]
    fixed = {name: value for name, value in setting.pins.items() if name in before}
    assert fixed and all(before[name] == value for name, value in fixed.items())
    assert random_settings(6)[:3] == random_settings(3)


def test_the_prize_is_drawn_only_for_what_shows_under_no_other():
    ours, any_prize = random_settings(6), random_settings(6, any_prize=True)
    assert all(PRIZE not in setting.pins for setting in ours)
    assert len({setting.pins[PRIZE] for setting in any_prize}) == 6
    for one, other in zip(ours, any_prize, strict=True):
        assert one.levers == other.levers
        assert one.pins == {name: value for name, value in other.pins.items() if name != PRIZE}


@pytest.mark.parametrize("name", sorted(ON_ANY_PRIZE))
def test_what_shows_under_other_prizes_alone_is_looked_for_there(name):
    changes = {each.place: each.change.value for each in find(UNCERTAINTIES[name], FEW).effects if each.outcome == "worst_held"}
    assert {place for place, change in changes.items() if change} == {RANDOM_SETTINGS}


def test_every_event_and_every_worst_is_recorded():
    assert set(EVERS) == set(EVENT._fields) and len(WORSTS) == len(END)
    assert {"failure", "kyiv_confidence", "troops"} < set(RECORDED)
    assert set(FIELDS) < set(OUTCOME.names)


def test_pairs_part_by_anything_of_their_course_but_not_by_what_was_drawn():
    one = np.zeros(4, OUTCOME)
    other = one.copy()
    other["first"][1, 3] = 7
    other["sums"][2, 0] = 0.5
    other["fear_size"][3] = 1.0
    assert parted(one, other).tolist() == [False, True, True, False]


@pytest.mark.parametrize(
    ("change", "chance"),
    [
        (Interval(0.0, 0.0, 0.0), 1.0),
        (Interval(None, None, None), 1.0),
        (Interval(0.1, 0.1, 0.1), 0.0),
        (Interval(1.96, 0.0, 3.92), 0.05),
        (Interval(-1.96, -3.92, 0.0), 0.05),
    ],
)
def test_the_chance_of_a_difference(change, chance):
    assert chance_of(change) == pytest.approx(chance, abs=1e-4)


def test_the_level_lies_between_that_of_one_and_that_of_all():
    assert level([0.9, 0.9], [1, 1]) == pytest.approx(0.025)
    assert level([0.001, 0.9], [1, 1]) == pytest.approx(0.025)
    assert level([0.001, 0.04], [1, 1]) == pytest.approx(0.05)
    assert level([0.001, 0.04], [10, 10]) == pytest.approx(0.025)  # ten times the comparisons: the second is luck


def test_a_stricter_interval_is_wider_and_a_plain_one_is_itself():
    plain = Interval(1.0, 0.0, 2.0)
    assert widened(plain, 0.05) == pytest.approx(plain)
    strict = widened(plain, 0.001)
    assert strict.low < 0.0 and strict.high > 2.0


def test_expectations_are_of_what_there_is_and_have_sources():
    known = {*SOURCES, *(claim.label for claim in CLAIMS)}
    for name, expected in EXPECTED.items():
        assert name in declared()
        for each in expected:
            codes = codes_in(each.source)
            assert set(codes) <= known and (codes or each.source == "RAND RR2533"), each
    assert len(EXPECTED.keys() & LEVERS.keys()) > 25


@pytest.mark.parametrize("line", ["arms,charm,up,T1", "arms,failure,sideways,T1", "arms,failure,up,T1\narms,failure,down,T1"])
def test_an_expectation_that_cannot_be_is_refused(tmp_path, line):
    place = tmp_path / "expected.csv"
    place.write_text(f"quantity,outcome,direction,source\n{line}\n")
    with pytest.raises(ValueError, match=r"expected\.csv"):
        read(place)


def test_the_command_writes_page_and_table(tmp_path, monkeypatch, capsys):
    some = {name: declared()[name] for name in ("arms", "monitors")}
    monkeypatch.setattr("reassure.runs.validation.effects.__main__.declared", lambda: some)
    out = tmp_path / "effects.md"
    assert main(["--out", str(out), "--runs", "100", "--settings", "3", "--futures", "2", "--threads", "1"]) == 0
    text = out.read_text()
    assert "## Levers" in text and "| `arms` | 0 to 1 |" in text and "does not forecast" in text
    assert len(out.with_suffix(".csv").read_text().splitlines()) == 1 + 2 * len(some)
    assert "2 of 2 quantities" in capsys.readouterr().err


def test_the_page_says_the_command_that_writes_it():
    assert again(Plan(), Path("docs/effects.md")) == "python -m reassure.runs.validation.effects --out docs/effects.md"
    assert "--runs 7 --out" in again(replace(Plan(), runs=7), Path("x.md"))


def rows_of(text, title):
    """The rows of the table of a section, cell by cell, without its head."""
    section = re.search(rf"^## {re.escape(title)}\n\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE).group(1)
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


@pytest.mark.parametrize(
    ("title", "listed"),
    [("Levers", LEVERS), ("Uncertainties, by the size of their effect", UNCERTAINTIES)],
    ids=["levers", "uncertainties"],
)
def test_the_page_has_a_row_for_each_quantity_as_it_is_declared_now(title, listed):
    head, *rows = rows_of((DOCS / "effects.md").read_text(encoding="utf-8"), title)
    rows = [row for row in rows if set(row[0]) != {"-"}]
    assert tuple(head) == effects_page.COLUMNS
    assert {row[0]: row[1] for row in rows} == {f"`{name}`": compared_text(quantity) for name, quantity in listed.items()}
    assert len(rows) == len(listed)
    for row in rows:
        expected = EXPECTED.get(row[0].strip("`"), ())
        assert [each.rsplit(": ", 1)[0] for each in row[-1].split("; ")] == ([each.text for each in expected] or ["none stated"])


def test_what_the_page_counts_is_what_it_lists():
    text = (DOCS / "effects.md").read_text(encoding="utf-8")
    counted = re.search(r"(\d+) act, (\d+) move means alone, (\d+) cannot be told apart from luck, (\d+) move nothing", text)
    act, *others = map(int, counted.groups())
    titles = ("What moves means alone", "What cannot be told apart from luck", "What moves nothing")
    assert [len(rows_of(text, title)[2:]) for title in titles] == others
    assert act + sum(others) == len(declared())
    assert "does not forecast" in text and "docs/effects.md" in text


def test_the_table_has_every_quantity_with_every_outcome():
    with (DOCS / "effects.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert tuple(head) == effects_table.COLUMNS
    assert sorted({row[0] for row in rows}) == sorted(declared()) and len(rows) == 2 * len(declared())
    assert all(cell for row in rows for cell in row)


def test_the_ends_are_those_of_the_range_unless_an_end_is_no_amount():
    assert compared(Quantity("x", "", 1, 3, 2, "", "")) == (1, 3)
    assert compared(LEVERS["mandate_years"])[0] > 0
