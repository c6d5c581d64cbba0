"""The week's decisions in plain sentences, newest first: the same sentences as `reassure play` prints."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ....agents.actors import CAPITALS
from ....agents.explanation import Explanation
from ....model.future import date_of
from ....model.scenario import Scenario
from ....model.world import WORLD
from ...story.chronicle import Week, situation_of, week_between
from ...story.decisions import sector_name
from ...story.narrative import telling_of
from ...story.phrases import answer_sentence, attack_sentence, choice_sentence, long_date
from ...story.quiet_weeks import asides
from ...story.snapshot import moment
from . import palette
from .markup import drawing, escape, heading

MOST = 12
"""How many weeks that have something to tell are shown."""
LOOK_BACK = 52
"""How many weeks back the log looks for them."""
KEPT = 160
"""Weeks whose sentences are remembered, over all the futures being watched; the two records of a week take some 70 kB."""
NUMBERS = {capital.name: capital.number for capital in CAPITALS}
"""Whose decisions lead to a why."""
NO_DAY = date.min
"""The log dates its weeks itself: the record of a world does not know on which day its ceasefire began."""


class Entry(NamedTuple):
    """What is told of one week: its number and rung, decisions with their odds, what happened, and what is told in passing.

    A decision comes with the number of who made it; the coalition's answer to an attack with none.
    """

    week: float
    rung: str
    decisions: tuple[tuple[int | None, str], ...]
    happened: tuple[str, ...]
    asides: tuple[str, ...]


def draw_log(entries: np.ndarray | Iterable[Entry], scenario: Scenario | None = None) -> str:
    """The log as HTML, from a history (with its scenario, for the dates) or from entries, newest first."""
    told = entries_of(entries) if isinstance(entries, np.ndarray) else list(entries)
    items = "".join(_item(entry, scenario) for entry in told) or "<li>Nothing has been decided yet.</li>"
    return drawing("log", [heading("Who did what", "latest first; with the odds of each choice"), f"<ol>{items}</ol>"])


def _item(entry: Entry, scenario: Scenario | None) -> str:
    colour = palette.RUNG_COLOURS[entry.rung]
    rung = entry.rung.replace("_", " ")
    chip = f'<span class="rung" style="background:{colour};color:{palette.ink_on(colour)}">{escape(rung)}</span>'
    lines = [f"<p><b>{escape(sentence)}</b></p>" for sentence in entry.happened]
    lines += [_decided(actor, sentence) for actor, sentence in entry.decisions]
    lines += [f'<p class="aside">{escape(sentence)}</p>' for sentence in entry.asides]
    when = f"Week {entry.week:g}" + (f", {long_date(date_of(scenario, entry.week))}" if scenario else "")
    return f'<li><div class="when">{escape(when)}{chip}</div>{"".join(lines)}</li>'


def _decided(actor: int | None, sentence: str) -> str:
    """A decision; who made it can be chosen."""
    if actor is None:
        return f"<p>{escape(sentence)}</p>"
    return f'<p data-actor="{actor}" tabindex="0" role="button">{escape(sentence)}</p>'


def entries_of(history: np.ndarray, most: int = MOST) -> list[Entry]:
    """The latest weeks of a history that have something to tell, newest first."""
    found: list[Entry] = []
    for step in range(len(history) - 1, max(0, len(history) - 1 - LOOK_BACK), -1):
        entry = entry_of(history[step - 1 : step], history[step : step + 1])
        if entry is not None:
            found.append(entry)
        if len(found) == most:
            break
    return found


def entry_of(before: np.ndarray, after: np.ndarray) -> Entry | None:
    """What is told of the week between two records (arrays of one world each); None for a week in which nothing happens."""
    return _told(before.tobytes(), after.tobytes())


@lru_cache(maxsize=KEPT)
def _told(before: bytes, after: bytes) -> Entry | None:
    worlds = np.frombuffer(before + after, WORLD)
    was, now = moment(worlds[0]), moment(worlds[1])
    week = week_between(worlds[1], NO_DAY, was, now, with_allies=False)
    stood = situation_of(was)
    telling = telling_of(week, stood)
    passing = tuple(asides([week], stood, telling.decisions if telling else ()))
    if telling is None:
        return Entry(week.week, week.rung, (), (), passing) if passing else None
    return Entry(week.week, week.rung, tuple(_decisions(week, telling.decisions)), telling.happened, passing)


def _decisions(week: Week, decisions: Iterable[Explanation]) -> Iterator[tuple[int | None, str]]:
    """The decisions that matter, and how the coalition answered."""
    for made in decisions:
        yield NUMBERS.get(made.actor), choice_sentence(made, sector_name(made))
    if week.answer:
        yield None, attack_sentence(week.answer)
        yield None, answer_sentence(week.answer)
