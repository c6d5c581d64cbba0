import pytest

from reassure.model.events import deed, note, words, worsen
from reassure.model.outcomes import END, EVENT, RUNG, SPEECH


@pytest.mark.parametrize("event", EVENT, ids=EVENT._fields)
def test_what_happens_first_is_kept_by_its_week_and_nothing_else_is_touched(fresh, event):
    world = fresh()
    kept = world.outcome.first.tolist()
    world.week = 7.5
    note(world, event)
    kept[event] = 7
    assert world.outcome.first.tolist() == kept
    world.week = 9.0
    note(world, event)
    assert world.outcome.first.tolist() == kept


def test_what_happens_in_the_first_week_is_not_noted_again(fresh):
    world = fresh()
    note(world, EVENT.clash)
    world.week = 3.0
    note(world, EVENT.clash)
    assert world.outcome.first[EVENT.clash] == 0


@pytest.mark.parametrize(
    ("reached", "worst"),
    [
        ((END.eroded,), 2),
        ((END.simmering, END.renewed_war), 3),
        ((END.clash, END.renewed_war, END.eroded), 4),
        ((END.wider_war, END.clash), 5),
    ],
)
def test_a_future_is_known_by_the_worst_it_reached(fresh, reached, worst):
    world = fresh()
    for each in reached:
        worsen(world, each)
    assert world.outcome.worst == worst


@pytest.mark.parametrize(
    ("done", "said", "rung", "loudest"),
    [
        ((RUNG.pressure,), (SPEECH.protest,), 2, 1),
        ((RUNG.pressure, RUNG.ground_grab), (SPEECH.protest, SPEECH.threats), 5, 2),
        ((RUNG.nuclear_use, RUNG.clash, RUNG.probing), (SPEECH.nuclear_signalling, SPEECH.threats), 10, 3),
    ],
)
def test_a_week_is_known_by_its_highest_deed_and_its_gravest_word(fresh, done, said, rung, loudest):
    world = fresh()
    for each in done:
        deed(world, each)
    for each in said:
        words(world, each)
    assert (world.ladder.deed, world.ladder.words) == (rung, loudest)
    assert (world.ladder.rung, world.outcome.peak_rung) == (0, 0)
