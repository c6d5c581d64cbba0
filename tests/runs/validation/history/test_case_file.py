"""Files of cases, anyone's: what is read, and what is refused in one line that names line, column and what was expected."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.runs.validation.history.case import End, Force, Law
from reassure.runs.validation.history.case_file import CaseFileError, read_cases
from reassure.runs.validation.history.codebook import NEEDED
from reassure.runs.validation.history.library import first_coding, second_coding

GOOD = {
    "case_id": "X1",
    "force_type": "tripwire",
    "combat_capable": "0.3",
    "air_isr_enablers": "0.2",
    "gp_backing": ".5",
    "legal_commitment": "treaty",
    "challenger_consented": "0.5",
    "challenger_value": "0.9",
    "local_balance_ch_to_prot": "2.5",
    "sanctions_threat": "1",
    "post_war_ceasefire": "1",
    "outcome_5y": "major",
}


def text_of(*rows, columns=None):
    out = io.StringIO()
    writer = csv.DictWriter(out, columns or list(GOOD), lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.fixture
def read(tmp_path):
    def reading(content, name="mine.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_cases(path)

    return reading


def test_a_row_is_read_as_it_stands(read):
    (case,) = read(text_of(GOOD)).cases
    assert (case.case_id, case.force_type, case.legal_commitment, case.outcome) == ("X1", Force.TRIPWIRE, Law.TREATY, End.MAJOR)
    assert (case.combat_capable, case.gp_backing, case.local_balance, case.post_war) == (0.3, 0.5, 2.5, True)
    assert (case.guarantors, case.either_side, case.case_name) == (1, False, "X1")


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("force_type", "army", "none, observer, interposition, tripwire or denial, not 'army'"),
        ("force_type", "", "none, observer, interposition, tripwire or denial, not nothing"),
        ("combat_capable", "1.01", "a number from 0 to 1, not '1.01'"),
        ("air_isr_enablers", "-0.1", "a number from 0 to 1, not '-0.1'"),
        ("gp_backing", "nan", "a number from 0 to 1, not 'nan'"),
        ("gp_backing", "0,5", "a number from 0 to 1, not '0,5'"),
        ("gp_backing", "1_0e-1", "a number from 0 to 1, not '1_0e-1'"),
        ("challenger_value", "high", "a number from 0 to 1, not 'high'"),
        ("challenger_value", "\N{ARABIC-INDIC DIGIT ONE}", "a number from 0 to 1, not"),
        ("legal_commitment", "alliance", "none, political, time_limited or treaty, not 'alliance'"),
        ("challenger_consented", "yes", "a number from 0 to 1, not 'yes'"),
        ("local_balance_ch_to_prot", "0", "a number from 0.001 to 1000, not '0'"),
        ("local_balance_ch_to_prot", "inf", "a number from 0.001 to 1000, not 'inf'"),
        ("local_balance_ch_to_prot", "1e99", "a number from 0.001 to 1000, not '1e99'"),
        ("sanctions_threat", "2", "a number from 0 to 1, not '2'"),
        ("post_war_ceasefire", "0.5", "0 or 1, not '0.5'"),
        ("outcome_5y", "failed", "held, low_level or major, not 'failed'"),
        ("start_year", "long ago", "a year from 1000 to 2200, not 'long ago'"),
        ("start_year", "1950.5", "a year from 1000 to 2200, not '1950.5'"),
        ("years_to_failure", "-1", "a number from 0 to 500, not '-1'"),
        ("case_id", "   ", "a name of its own, not nothing"),
        ("case_id", "x" * 2000, "a name of its own, not 'xxxx"),
    ],
)
def test_a_bad_cell_is_told_by_line_column_and_what_was_expected(read, column, cell, expected):
    bad = {**GOOD, "case_id": "X2", column: cell}
    with pytest.raises(CaseFileError) as refused:
        read(text_of(GOOD, bad, columns=[*GOOD, *({column} - GOOD.keys())]))
    assert f"mine.csv: line 3, {column}: expected {expected}" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "there is nothing in it"),
        ("\n\n  \n", "there is nothing in it"),
        (text_of(), "there is no case in it"),
        (text_of(GOOD).replace(",", ";"), "separated by commas"),
        (text_of(GOOD).replace(",", "\t"), "separated by commas"),
        (
            text_of(GOOD).replace("gp_backing", "backing").replace("force_type", "force"),
            "line 1: the columns force_type, gp_backing are missing",
        ),
        (text_of(GOOD).replace("gp_backing", "backing"), "line 1: the column gp_backing is missing (did you mean 'backing'?)"),
        (text_of(GOOD).replace("gp_backing", "challenger_value"), "line 1: the column challenger_value stands there twice"),
        (text_of(GOOD, {**GOOD, "case_id": " X1 "}), "line 3, case_id: 'X1' stands in line 2 already"),
        (text_of(GOOD) + "X2,none\n", "line 3: 12 cells expected, as in the heading, not 2"),
        (text_of(GOOD)[:-1] + ",more\n", "line 2: 12 cells expected, as in the heading, not 13"),
        (text_of(GOOD) + '"X2\n', "line 3 is not CSV"),
        (text_of(GOOD).encode() + "X2, caf\xe9\n".encode("latin-1"), "line 3 is not UTF-8"),
        (text_of(GOOD) + "a\0b\n", "line 3 holds a zero byte"),
        (text_of(*({**GOOD, "case_id": f"X{each}"} for each in range(1001))), "1,001 cases; at most 1,000 are read"),
    ],
)
def test_a_file_that_is_not_right_is_told(read, content, told):
    with pytest.raises(CaseFileError, match=r"mine\.csv: ") as refused:
        read(content)
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(CaseFileError, match="there is no file"):
        read_cases(tmp_path / "missing.csv")
    with pytest.raises(Exception, match="is a folder"):
        read_cases(tmp_path)


def test_the_first_fault_is_told_and_the_others_are_counted(read):
    bad = [{**GOOD, "case_id": f"X{each}", "gp_backing": "9"} for each in range(2, 5)]
    with pytest.raises(CaseFileError, match=r"line 3, gp_backing: .* \(and 2 more rows are not right\)$"):
        read(text_of(GOOD, *bad))


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + text_of(GOOD).encode(),
        text_of(GOOD).encode("utf-16"),
        text_of(GOOD).replace("\n", "\r\n"),
        text_of(GOOD).replace("\n", "\r"),
        "\n\n" + text_of(GOOD).replace("\n", "\n\n ,, \n") + "\n\n",
        text_of(GOOD).upper().replace("X1", "X1"),
        text_of(GOOD).replace(",", " , "),
        text_of({**GOOD, "x": 'a, "b"\nc'}, columns=["x", *reversed(GOOD)]),
        text_of({**GOOD, "outside_troops": "many", "split": "test"}, columns=[*GOOD, "outside_troops", "split"]),
    ],
)
def test_files_as_spreadsheets_write_them_say_the_same(read, content):
    assert read(content).cases == read(text_of(GOOD)).cases


def test_lines_are_counted_as_an_editor_does(read):
    long = {**GOOD, "note": "one\ntwo\nthree"}
    bad = {**GOOD, "case_id": "X2", "gp_backing": "no", "note": ""}
    with pytest.raises(CaseFileError, match="line 5, gp_backing"):
        read(text_of(long, bad, columns=[*GOOD, "note"]))


@pytest.mark.parametrize("missing", NEEDED)
def test_no_needed_column_may_be_missing(read, missing):
    with pytest.raises(CaseFileError, match=f"line 1: the column {missing} is missing"):
        read(text_of(GOOD, columns=[name for name in GOOD if name != missing]))


@pytest.mark.parametrize(
    ("values", "either"),
    [
        ({}, False),
        ({"challenger": "Egypt/Israel dyad"}, True),
        ({"protege": "a Dyad"}, True),
        ({"initiator_of_failure": "Both"}, True),
        ({"initiator_of_failure": "challenger"}, False),
    ],
)
def test_cases_that_either_side_may_have_begun_are_known(read, values, either):
    (case,) = read(text_of({**GOOD, **values}, columns=[*GOOD, *values])).cases
    assert case.either_side is either


@pytest.mark.parametrize(
    ("guarantors", "count"), [("", 1), ("UN", 1), ("UN;USA", 2), (" UK ; France;Russia; ", 3), ("NATO (UK, USA)", 1)]
)
def test_guarantors_are_counted_by_semicolons(read, guarantors, count):
    (case,) = read(text_of({**GOOD, "guarantors": guarantors}, columns=[*GOOD, "guarantors"])).cases
    assert case.guarantors == count


@pytest.mark.parametrize(
    ("values", "doubts"),
    [
        ({"years_to_failure": "3"}, 0),
        ({"years_to_failure": "7"}, 1),
        ({"outcome_5y": "low_level", "years_to_failure": "3"}, 1),
        ({"outcome_5y": "low_level", "years_to_failure": "5.5"}, 0),
        ({"start_year": "1983", "failure_year": "1986", "years_to_failure": "4"}, 1),
        ({"start_year": "1983", "failure_year": "1986", "years_to_failure": "3"}, 0),
    ],
)
def test_what_does_not_go_together_is_remarked_and_not_refused(read, values, doubts):
    found = read(text_of({**GOOD, **values}, columns=[*GOOD, *(values.keys() - GOOD.keys())]))
    assert len(found.cases) == 1
    assert len(found.remarks) == doubts
    assert all(remark.startswith("line 2: ") for remark in found.remarks)


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: (text_of(GOOD) + text).encode("utf-8", "surrogatepass")))
def test_whatever_the_bytes_a_file_is_read_or_refused_in_one_line(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    try:
        assert read_cases(path).cases
    except CaseFileError as refused:
        assert "\n" not in str(refused)


@pytest.mark.parametrize("coding", [first_coding, second_coding])
def test_the_library_is_whole_and_goes_together(coding):
    found = coding()
    assert len(found.cases) == 42
    assert sum(case.post_war for case in found.cases) == 28
    assert found.remarks == ()


def test_both_codings_are_of_the_same_cases_with_the_same_outcomes():
    first, second = first_coding().cases, second_coding().cases
    assert [case.case_id for case in first] == [case.case_id for case in second]
    assert [case.outcome for case in first] == [case.outcome for case in second]
    assert sum(a.challenger_value != b.challenger_value for a, b in zip(first, second, strict=True)) == 35
