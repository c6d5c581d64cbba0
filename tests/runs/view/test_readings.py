import numpy as np
import pytest

from reassure.agents.mindset import MINDSETS
from reassure.model.outcomes import ORIGINS
from reassure.model.wargame import Wargame
from reassure.runs.ensemble.futures import roll_out
from reassure.runs.ensemble.intervals import share
from reassure.runs.ensemble.structures import STRUCTURE_NAMES
from reassure.runs.view import odds
from reassure.runs.view.address import Future
from reassure.runs.view.odds import Tally, averaged
from reassure.runs.view.readings import HIDDEN, Readings, effective
from reassure.runs.view.recording import opened


def readings_of(recording, count=40):
    return Readings(recording.future.preset, recording.history(0), count)


@pytest.fixture(scope="module")
def recording():
    return opened(Future(run=7, week=52))


def chosen_by_moscow(recording):
    """The weeks in which Moscow chose."""
    history = recording.history(recording.week)
    return [week for week in range(recording.week) if history["russia"]["decision"]["step"][week + 1] == week]


def test_before_moscow_has_chosen_every_reading_counts_alike(recording):
    first = chosen_by_moscow(recording)[0]
    weights = readings_of(recording).weights(recording.history(first))
    assert np.allclose(weights, 1 / 40)
    assert effective(weights) == pytest.approx(40)


def test_a_choice_weighs_each_reading_by_the_chance_it_gave_to_it(recording):
    first = chosen_by_moscow(recording)[0]
    readings = readings_of(recording, 6)
    before = recording.history(first)[-1:]
    chosen = int(recording.history(first + 1)[-1].russia.decision.chosen)
    chances = []
    for number in range(6):
        model = Wargame(recording.future.preset, rng=1, run=7)
        model.restore(readings.applied(before, number).tobytes())
        model.step()
        chances.append(float(model.world.russia.decision.probability[chosen]))
    assert np.allclose(readings.weights(recording.history(first + 1)), np.array(chances) / sum(chances))
    assert len(set(chances)) > 1


def test_weights_do_not_depend_on_when_they_are_asked_for(recording):
    step_by_step, at_once = readings_of(recording, 10), readings_of(recording, 10)
    for week in range(0, 53, 4):
        early = step_by_step.weights(recording.history(week))
    assert np.array_equal(early, at_once.weights(recording.history(52)))
    assert sum(at_once.by_mindset(early)) == pytest.approx(1)


def test_readings_of_a_pinned_moscow_are_that_moscow(recording):
    pins = {name: float(recording.history(0)[0].uncertainties[name]) for name in HIDDEN["uncertainties"]}
    pinned = opened(Future(run=7, week=30, pins=pins))
    readings = readings_of(pinned, 8)
    state = pinned.history(30)[-1:]
    for number in range(8):
        same = readings.applied(state, number)
        same["russia"]["value"] = state["russia"]["value"]
        assert same.tobytes() == state.tobytes()
    averaged_tally, conditional = Tally(state, readings, pinned.history(30)), Tally(state)
    averaged_tally.add(60)
    conditional.add(60)
    assert np.array_equal(averaged_tally.counts, conditional.counts)


def test_an_ordered_choice_tells_nothing():
    plain = opened(Future(run=7, week=20))
    first = chosen_by_moscow(plain)[0]
    chosen = int(plain.history(first + 1)[-1].russia.decision.chosen)
    ordered = opened(Future(run=7, week=first + 1).ordered(_order(first, chosen)))
    assert np.allclose(readings_of(ordered, 10).weights(ordered.history(first + 1)), 0.1)


def _order(week, option):
    from reassure.model.orders import Order

    return Order(week, 1, option)


def test_what_moscow_does_tells_in_the_mean_towards_what_it_is():
    told = []
    for run in range(10):
        recording = opened(Future(run=run, week=30))
        readings = readings_of(recording, 24)
        weights = readings.weights(recording.history(recording.week))
        truth = int(recording.history(0)[0].russia.mindset)
        prior = float((readings.mindsets == truth).mean())
        told.append(readings.by_mindset(weights)[truth] - prior)
    assert np.mean(told) > 0


def test_readings_are_drawn_from_the_declared_distributions(recording):
    readings = readings_of(recording, 200)
    counts = np.bincount(readings.mindsets, minlength=len(MINDSETS))
    assert (abs(counts - 50) < 3.9 * np.sqrt(200 * 0.25 * 0.75)).all()


@pytest.mark.parametrize("structure", STRUCTURE_NAMES)
def test_rival_structures_are_open_too_unless_pinned(recording, structure):
    state = recording.history(30)[-1:]
    drawn = readings_of(recording, 40)
    either = [float(drawn.applied(state, number)[0].uncertainties[structure]) for number in range(40)]
    assert set(either) == {0.0, 1.0}
    assert [float(drawn.applied(state, number)[0].outcome[structure]) for number in range(40)] == either
    pinned = readings_of(opened(Future(run=7, week=30, pins={structure: 1.0})), 10)
    assert {float(pinned.applied(state, number)[0].uncertainties[structure]) for number in range(10)} == {1.0}


def test_a_tally_adds_up_to_the_same_however_it_is_cut(recording):
    state = recording.history(30)[-1:]
    in_pieces, whole = Tally(state), Tally(state)
    for _ in range(4):
        in_pieces.add(25)
    whole.add(100)
    assert np.array_equal(in_pieces.counts, whole.counts)
    assert np.array_equal(whole.counts, np.bincount(roll_out(state, 100)["worst"], minlength=6))
    assert whole.odds().worst[1] == share(int(whole.counts[1]), 100)
    began = roll_out(state, 100)["began"]
    wars = int((began > 0).sum())
    assert whole.odds().began == tuple(share(int((began == origin).sum()), wars) for origin in range(1, len(ORIGINS)))
    assert (whole.odds().week, whole.odds().futures, whole.odds().mindsets) == (30, 100, None)


@pytest.mark.parametrize("averaging", [False, True])
def test_odds_asked_for_while_futures_are_added_are_those_before(recording, monkeypatch, averaging):
    history = recording.history(30)
    tally = Tally(history[-1:], readings_of(recording) if averaging else None, history)
    tally.add(40)
    before = tally.odds()
    for name in ("share", "averaged"):
        known = getattr(odds, name)
        monkeypatch.setattr(odds, name, lambda *counted, known=known: (tally.add(5), known(*counted))[1])
    assert tally.odds() == before
    assert tally.futures == 40 + 5 * 12
    assert tally.odds().futures == 100


def test_the_averaged_interval_is_wilsons_where_readings_do_not_matter_and_wider_where_they_do():
    one_each = averaged(np.repeat([1, 0], [30, 70]), np.ones(100, int), 1e9)
    assert one_each == pytest.approx(share(30, 100), abs=1e-9)
    apart = averaged(np.array([50, 0]), np.array([50, 50]), 2.0)
    assert apart.high - apart.low > 3 * (share(50, 100).high - share(50, 100).low)
    never = averaged(np.array([0, 0]), np.array([50, 50]), 2.0)
    assert never.value == 0 and never.high > 0.5
    assert averaged(np.zeros(2, int), np.zeros(2, int), 2.0).value is None
