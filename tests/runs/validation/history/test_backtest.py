"""The backtest as a whole: independent of names, order and company; sentences that turn with the figures; command and frame."""

import json
from dataclasses import replace

import numpy as np
import pytest

from reassure.runs.cli import run
from reassure.runs.commands.backtest import FEWEST
from reassure.runs.ensemble.intervals import Interval
from reassure.runs.validation.history import backtest as work
from reassure.runs.validation.history import backtest_page, sentences
from reassure.runs.validation.history.backtest import BOTH, Findings, Sample, Told, backtest, futures_played, samples_of
from reassure.runs.validation.history.case import End
from reassure.runs.validation.history.case_file import CaseFile
from reassure.runs.validation.history.forecast import one_by_one
from reassure.runs.validation.history.library import FIRST, first_coding, second_coding
from reassure.runs.validation.history.reliability import bands, in_the_large
from reassure.runs.validation.history.rivals import RIVALS
from reassure.runs.validation.history.scores import AUC, BRIER
from reassure.runs.validation.history.variants import FEWEST_RUNS, VARIANTS

FEW = CaseFile("few", first_coding().cases[:6])


@pytest.fixture(scope="module")
def found():
    return backtest([FEW], FEWEST_RUNS)


def test_every_case_stands_alone(found):
    """Shuffled, renamed and in other company, a case has the same chances."""
    cases = [replace(case, case_id=f"Y{place}", case_name="y") for place, case in enumerate(FEW.cases)]
    shuffled = CaseFile("other", tuple(reversed(cases[2:])) + second_coding().cases[:1])
    again = backtest([shuffled], FEWEST_RUNS)
    for name in (variant.name for variant in VARIANTS if variant.pooled):
        before = found.tested[0].told[name].forecast.chances
        assert again.tested[0].told[name].forecast.chances[:-1] == pytest.approx(before[:1:-1])


def test_progress_counts_every_future():
    told = []
    backtest([FEW], FEWEST_RUNS, advance=told.append)
    assert sum(told) == futures_played([FEW], FEWEST_RUNS)


def test_two_codings_make_a_third_sample_in_which_a_case_is_one():
    first, second = CaseFile("a", FEW.cases), CaseFile("b", second_coding().cases[1:7])
    samples = samples_of([first, second])
    assert [sample.name for sample in samples] == ["a", "b", BOTH]
    assert sorted(len(readings) for readings in samples[-1].readings) == [1, 1, 2, 2, 2, 2, 2]
    both = backtest([first, second], FEWEST_RUNS).tested
    place, other, together = (tested.sample.ids.index("POL1939") for tested in both)
    assert both[2].chances[together] == pytest.approx((both[0].chances[place] + both[1].chances[other]) / 2)
    assert len(both[2].chances) == 7


def test_pins_reach_every_case(monkeypatch):
    seen = []
    monkeypatch.setattr(work, "chances_of", lambda versions, runs, pins, advance: seen.append(pins) or np.full(3, 1 / 3))
    backtest([FEW], FEWEST_RUNS, {"updating": 0.4})
    assert all(pins["updating"] == 0.4 for pins in seen)
    assert any(pins.get("prize_steepness") == 1 for pins in seen)


def told(chances, outcomes, case):
    """Findings made up: these chances of cases that ended so; every way of telling them the same."""
    readings = [[replace(case, case_id=str(place), outcome=End(outcome))] for place, outcome in enumerate(outcomes)]
    sample = Sample("made up", readings)
    forecast = one_by_one(np.array(chances, float), sample.weights)
    return Findings(
        sample,
        {variant.name: Told(variant, forecast) for variant in VARIANTS},
        {rival.name: rival.forecast(readings) for rival in RIVALS},
    )


ENDED = ["held"] * 12 + ["major"] * 8
KNOWING = [[0.98, 0.01, 0.01]] * 12 + [[0.01, 0.01, 0.98]] * 8
CONTRARY = [[0.01, 0.01, 0.98]] * 12 + [[0.98, 0.01, 0.01]] * 8
RATES = [[0.6, 0.0, 0.4]] * 20


@pytest.mark.parametrize(
    ("chances", "reached", "ordered"),
    [
        (KNOWING, "the model is better than base rates", "orders major failures better than chance"),
        (CONTRARY, "the model is worse than base rates", "orders major failures worse than chance"),
        (RATES, "the model is not to be told from base rates", "orders major failures no better than chance"),
    ],
)
def test_sentences_turn_with_the_figures(case, chances, reached, ordered):
    made = told(chances, ENDED, case)
    if chances is RATES:  # leave-one-out rates are a little worse than the rates of all, in every resample
        made = told([[0.55, 0.03, 0.42]] * 10 + [[0.4, 0.0, 0.6]] * 10, ["held", "major"] * 10, case)
    assert reached in sentences.reached(made)
    assert ordered in sentences.ordered(made)


def test_what_is_expected_too_often_is_said(case):
    assert "held 0.60, about as much as happened" in sentences.leaning(told(RATES, ENDED, case))
    assert "major 0.98, too much" in sentences.leaning(told([[0.01, 0.01, 0.98]] * 20, ENDED, case))
    assert "held 0.01, too little" in sentences.leaning(told([[0.01, 0.01, 0.98]] * 20, ENDED, case))


def test_what_so_few_cases_can_show_is_worked_out(case):
    made = told([*KNOWING[:10], *RATES[:10]], ENDED, case)
    auc, against = made.scores["model"][AUC].interval, made.less("base rates", BRIER)
    said = sentences.few(made)
    assert said.startswith(f"20 cases leave the AUC open over {auc.high - auc.low:.2f}, ")
    assert f"{(against.high - against.low) / 2:.2f}" in said
    assert "One case can show nothing" in sentences.few(told(RATES[:1], ENDED[:1], case))
    assert "no order to be found" in sentences.ordered(told(RATES[:3], ENDED[:3], case))
    assert sentences.smallest_difference(Interval(0.1, -0.1, 0.5)) == pytest.approx(0.3)


def test_expected_and_happened_are_counted(case):
    forecast = told(KNOWING, ENDED, case).told["as coded"].forecast
    low, middle, high = bands(forecast)
    assert (low.cases, middle.cases, high.cases) == (12, 0, 8)
    assert (low.happened.value, middle.expected, high.happened.value) == (0, None, 1)
    held = in_the_large(forecast)[0]
    assert (held.expected, held.happened) == (pytest.approx(0.592), pytest.approx(0.6))
    assert held.excess.value == pytest.approx(-0.008)


def test_cases_that_either_side_began_are_left_out_where_asked(case):
    made = told(KNOWING, ENDED, case)
    assert made.one_sided is None
    readings = [[replace(each[0], either_side=place < 5)] for place, each in enumerate(made.sample.readings)]
    count, model, base = Findings(Sample("x", readings), made.told, made.rivals).one_sided
    assert count == 15
    assert model[BRIER].value == pytest.approx(0.0006)
    assert base[BRIER].value > 0.4


def test_the_page_holds_the_findings_the_codebook_and_the_mapping(found):
    page = backtest_page.markdown(found, [FEW], "reassure backtest few.csv")
    for text in (*sentences.all_of(found.tested[0]), "| `challenger_value` |", "`us_backstop`", "does not forecast", "BEL1914"):
        assert text in page
    json.dumps(backtest_page.as_json(found, [FEW]), allow_nan=False)


@pytest.fixture
def few(tmp_path):
    path = tmp_path / "few.csv"
    path.write_text("".join(FIRST.read_text().splitlines(keepends=True)[:5]))
    return path


def test_the_command_prints_and_writes(few, tmp_path, capsys):
    page = tmp_path / "page.md"
    assert run(["backtest", str(few), "--runs", str(FEWEST), "--table", "--out", str(page)]) == 0
    out = capsys.readouterr().out
    assert "Few: 4 cases" in out
    assert "POL1939" in out
    assert "does not forecast" in out
    assert "4 cases" in page.read_text()
    assert run(["backtest", str(few), "--runs", str(FEWEST), "--json"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert [each["case_id"] for each in content["samples"][0]["by_case"]] == ["BEL1870", "BEL1914", "POL1939", "BER1949"]
    assert sum(content["samples"][0]["by_case"][0]["chances"].values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--runs", "63"], "--runs is a whole number from 64"),
        (["nowhere.csv"], "there is no file nowhere.csv"),
        (["--out", "/proc/nowhere/x"], "is not a folder"),
    ],
)
def test_the_command_refuses_in_one_line(words, told, capsys):
    assert run(["backtest", *words]) == 2
    assert told in capsys.readouterr().err


def test_a_bad_row_is_refused_in_one_line(few, capsys):
    few.write_text(few.read_text().replace(",treaty,", ",pact,", 1))
    assert run(["backtest", str(few)]) == 2
    refused = capsys.readouterr().err
    assert refused.count("\n") == 1
    assert "few.csv: line 3, legal_commitment: expected none, political, time_limited or treaty, not 'pact'" in refused


def test_doubts_about_a_file_are_noted(few, capsys):
    few.write_text(few.read_text().replace(",major,1939,0,", ",low_level,1939,0,"))
    assert run(["backtest", str(few), "--runs", str(FEWEST)]) == 0
    assert "line 4: outcome_5y is low_level, but years_to_failure 0" in capsys.readouterr().err


def test_the_fewest_runs_of_the_command_play_every_version():
    assert FEWEST == FEWEST_RUNS


def test_the_frame_has_a_row_a_case(few):
    pytest.importorskip("pandas")
    from reassure.runs.validation.history.frame import backtest as frame_of

    by_file = frame_of(few, runs=FEWEST)
    by_cases = frame_of(FEW.cases[:4], runs=FEWEST)
    assert by_file["case_id"].tolist() == ["BEL1870", "BEL1914", "POL1939", "BER1949"]
    assert by_file.filter(like="chance_").sum(axis=1).tolist() == pytest.approx([1] * 4)
    assert by_file.drop(columns="sample").equals(by_cases.drop(columns="sample"))
    assert by_file["brier"].mean() == pytest.approx(by_file.attrs["samples"][0]["scores"]["model"]["brier"]["value"])
    assert (by_file["happened_major"] == [0, 1, 1, 0]).all()
