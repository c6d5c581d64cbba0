"""The page that says what was tried and what came of it."""

from collections import Counter
from pathlib import Path

from reassure.runs.reliability.fuzzing import Fuzzer, Survey
from reassure.runs.reliability.ordeal import Ordeal
from reassure.runs.reliability.reliability_page import markdown

PAGE = Path(__file__).parents[3] / "docs" / "reliability.md"


def test_the_page_counts_what_went_well_and_what_went_wrong():
    survey = Survey(3, Counter({"SQL": 7, "orders": 5}), Counter({"SQL": 2}), Counter({"orders": 1}), 1, 0.25, ["it hung"])
    ordeals = [Ordeal("batch killed", "after 1 s", left, lost, 0, not lost) for left, lost in ((0, 0), (9, 4))]
    page = markdown(survey, ordeals, ["clusters, because Dask is not installed"])
    assert "12 inputs made by a grammar with the seed 3" in page and "| all | 12 | 2 | 1 |" in page
    assert "Found to be wrong: 1" in page and "Nothing went wrong" not in page
    assert "\n- batch killed, after 1 s: not as if undisturbed" in page
    assert "| batch killed | 2 | 0 to 9 | 4 | 0 | 1 of 2 | 1 |" in page
    assert "Not tried: clusters, because Dask is not installed." in page


def test_the_page_that_is_kept_tells_of_every_kind_of_input_and_of_fifty_kills(tmp_path):
    page = PAGE.read_text(encoding="utf-8")
    fuzzer = Fuzzer(tmp_path, Survey(1), print)
    fuzzer.make_stores()
    assert all(f"| {kind} |" in page for kind in fuzzer.kinds())
    kills = [
        line.split("|")[2]
        for line in page.splitlines()
        if " killed |" in line and line.startswith(("| batch", "| resume", "| extend"))
    ]
    assert sum(map(int, kills)) >= 50
