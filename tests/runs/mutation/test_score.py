import pytest

from reassure.runs.mutation.mutation_page import markdown
from reassure.runs.mutation.reasons import EQUIVALENT, MAY_LIVE, Reason
from reassure.runs.mutation.results import Result
from reassure.runs.mutation.score import by, file_of, kind_of, score, survivors


def result(name, verdict, change="1.0 -> 2.0"):
    return Result(name, change, verdict, "", "", "")


RESULTS = [
    result("agents/a.py f number 1 x 2", "killed"),
    result("agents/a.py f number 1 sign", "hangs"),
    result("agents/a.py f number 1 x .5", "survives"),
    result("model/b.py g term 1 dropped", "raises"),
    result("model/b.py g term 2 dropped", "survives"),
]


def test_what_only_raises_or_changes_nothing_does_not_count():
    found = score(RESULTS, equivalent=[Reason("model/b.py g term 2 dropped", "1.0 -> 2.0", "a factor of one")])
    assert (found.killed, found.hangs, found.survived, found.raised, found.equivalent) == (2, 1, 1, 1, 1)
    assert found.share == pytest.approx(2 / 3)
    assert "2 of 3 mutants killed (67%" in str(found)


def test_a_reason_for_another_change_is_none():
    found = score(RESULTS, equivalent=[Reason("model/b.py g term 2 dropped", "3.0 -> 6.0", "it was another number then")])
    assert (found.survived, found.equivalent) == (2, 0)


def test_the_score_by_file_and_by_kind():
    assert {name: (each.killed, each.counted) for name, each in by(RESULTS, file_of).items()} == {
        "agents/a.py": (2, 3),
        "model/b.py": (0, 1),
    }
    assert set(by(RESULTS, kind_of)) == {"number", "term"}


def test_the_page_names_every_survivor():
    page = markdown(RESULTS, sites=3, of=30, seed=7, untried=2)
    for name, _ in survivors(RESULTS):
        assert name.mutant in page
    assert "no reason given" in page
    assert "2 mutants of the draw are not tried yet" in page


def test_every_reason_is_of_a_mutant_that_there_is():
    from pathlib import Path

    from reassure.runs.mutation.checkout import Checkout, mutants_of

    checkout = Checkout(Path(__file__).resolve().parents[3])
    there = {(each.name, each.change) for each in mutants_of(checkout.sites(checkout.modules()))}
    stale = [each.mutant for each in (*EQUIVALENT, *MAY_LIVE) if (each.mutant, each.change) not in there]
    assert not stale
