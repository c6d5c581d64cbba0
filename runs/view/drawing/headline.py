"""The state of affairs in one sentence, in a newspaper's voice but plain; date, week, and the worst so far."""

import numpy as np

from ....agents.record import part
from ....agents.russia import CONDUCTS
from ....model.future import date_of
from ....model.outcomes import WORST
from ....model.scenario import Scenario
from ....model.theatre import SECTOR_NAMES
from ...story.phrases import long_date, place, soldiers
from .acts import Kind, acts_of
from .markup import escape

QUIET = {
    "comply": "Moscow lives with the ceasefire",
    "coerce": "Moscow presses by hybrid attacks and threats",
    "probe": "Moscow keeps probing the line",
}
"""What is said of an ordinary week, by Moscow's conduct."""
GRAVEST = (
    Kind.NUCLEAR,
    Kind.WIDER,
    Kind.CLASH,
    Kind.OFFENSIVE,
    Kind.STRIKE,
    Kind.SEIZURE,
    Kind.COUNTER_ATTACK,
    Kind.CONTEST,
    Kind.MOBILISATION,
    Kind.CONTACT,
    Kind.PROBE,
)
"""Acts that make the headline, the gravest first."""


def draw_headline(history: np.ndarray, scenario: Scenario, seed: int, run: int) -> str:
    """The headline at the last week of `history`, as HTML."""
    world = history[-1]
    week = float(part(world, "week"))
    day = long_date(date_of(scenario, week))
    worst = WORST[int(part(world, "outcome", "worst"))]
    weeks = "The ceasefire begins" if week == 0 else f"{week:g} week{'' if week == 1 else 's'} into the ceasefire"
    ended = " · this future is over" if part(world, "over") else ""
    return (
        f'<div class="drawing headline"><h1>{escape(sentence(history))}</h1>'
        f"<p>{escape(day)} · {escape(weeks)}{ended} · worst so far: <b>{escape(worst.name.replace('_', ' '))}</b> "
        f"({escape(worst.meaning)}) · {escape(scenario.title)}, seed {escape(seed)}, run {escape(run)}</p></div>"
    )


def sentence(history: np.ndarray) -> str:
    """What a reader needs to know first: the gravest act of the week or Moscow's conduct, then the force."""
    world = history[-1]
    if len(history) < 2:
        return f"A ceasefire begins; {_force(world)}"
    grave = {act.kind: act.sentence for act in reversed(acts_of(history))}
    first = next((grave[kind].rstrip(".") for kind in GRAVEST if kind in grave), None)
    if first is None:
        first = QUIET[CONDUCTS[part(world, "field", "conduct")]] + _lost(world)
    first = first.split(". ")[0].split(": ")[0]
    return f"{first}; {_force(world, 'there' if 'Ukraine' in first else 'in Ukraine')}"


def _lost(world: np.record) -> str:
    lost = part(world, "situation", "sectors")["lost"].tolist()
    names = [place(name) for name, gone in zip(SECTOR_NAMES, lost, strict=False) if gone]
    return f" and holds ground taken in {' and '.join(names)}" if names else ""


def _force(world: np.record, where: str = "in Ukraine") -> str:
    troops = float(part(world, "coalition", "troops"))
    pledged = float(part(world, "coalition", "promised_troops"))
    if troops >= 0.05:
        if troops > pledged + 0.5:
            return f"{soldiers(troops)} foreign soldiers are still {where} and on their way out"
        return f"{soldiers(troops)} foreign soldiers stand {where}"
    if pledged >= 0.05:
        return f"{soldiers(pledged)} foreign soldiers are pledged, none has arrived"
    return f"no foreign soldier stands {where}"
