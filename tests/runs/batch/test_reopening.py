import pytest

from reassure.model.outcomes import BROUGHT_BY, EVENTS, WORST
from reassure.model.wargame import Wargame
from reassure.runs.batch.reopening import decisive_week, differences
from reassure.runs.store.refusal import StoreError
from reassure.runs.story.divergence import parting


@pytest.fixture(scope="module")
def reopened(swept):
    return swept.reopen(run=11, point=swept.manifest.points[-1].number)


def test_a_future_is_opened_as_it_was_played(reopened):
    model = Wargame(reopened.scenario, rng=reopened.seed, run=reopened.run, weeks=reopened.weeks)
    while model.running:
        model.step()
    outcome = model.world.outcome
    assert WORST[int(outcome.worst)].name == reopened.stored["outcome"]
    for event, first in zip(EVENTS, outcome.first, strict=True):
        assert reopened.stored[f"week_of_{event.name}"] == (None if first < 0 else first)
    assert model.world.uncertainties.fear_size == reopened.stored["fear_size"] == 2.0
    assert differences(reopened) == []


def test_a_row_that_is_not_that_future_is_noticed(reopened):
    reopened.stored["mean_belief"] += 1e-15
    assert differences(reopened) == ["mean_belief"]
    reopened.stored["mean_belief"] -= 1e-15


def test_the_decisive_week_is_that_in_which_it_parts_from_its_twin(plain):
    for run in range(len(plain.frame(["run"])["run"].unique())):
        future = plain.reopen(run)
        parted = parting(future.scenario, future.twin, future.seed, future.run, future.weeks)
        if parted is not None:
            break
    week, why = decisive_week(future)
    assert week == parted.week
    assert "without the troops" in why


def test_without_a_twin_it_is_that_of_the_worst_it_reached(plain):
    brought_by = {WORST[end].name: f"week_of_{EVENTS[event].name}" for end, event in BROUGHT_BY.items()}
    frame = plain.frame(["point", "run", "outcome", *brought_by.values()])
    row = frame[(frame["point"] == 0) & (frame["outcome"] != "held")].iloc[0]
    assert decisive_week(plain.reopen(int(row["run"]), point=0)) == (
        row[brought_by[row["outcome"]]],
        f"it reaches the worst it reaches: {row['outcome']}",
    )


@pytest.mark.parametrize(("run", "point", "message"), [(60, None, "RUN is a whole"), (-1, None, "RUN is"), (0, 5, "--point is a")])
def test_a_future_that_is_not_there_is_refused(plain, run, point, message):
    with pytest.raises(StoreError, match=message):
        plain.reopen(run, point)


def test_other_rules_would_be_another_future(plain, monkeypatch):
    monkeypatch.setattr("reassure.runs.store.manifest.rulebook", dict)
    with pytest.raises(StoreError, match="other rules"):
        plain.reopen(0)
