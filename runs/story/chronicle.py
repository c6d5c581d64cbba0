"""A future week by week: what stood, who decided what and why, how the coalition answered, what happened."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from ...agents.explanation import Explanation
from ...agents.russia import CONDUCTS
from ...agents.ukraine import OPTIONS as KYIV_OPTIONS
from ...agents.united_states import OPTIONS as WASHINGTON_OPTIONS
from ...model.course import Course
from ...model.future import date_of
from ...model.outcomes import RUNGS, WORDS
from ...model.theatre import SECTOR_NAMES
from .answers import Answer, answer_json, answer_of
from .decisions import decision_json, decisions_of
from .happenings import Happening, happenings
from .snapshot import Moment, moment


@dataclass(frozen=True)
class Week:
    """One step of a future: what stood at its end, and everything decided, answered and suffered in it.

    `cooling`: nothing done in it reached its `rung`, on which the ladder still stands on its way down from an earlier week.
    `situation` is public; `credibility` holds the answer to a general war as promised, as it truly would be and as Moscow believes;
    `minds` is what only the reader sees.
    """

    week: float
    date: date
    rung: str
    cooling: bool
    words: str
    situation: dict[str, Any]
    credibility: dict[str, float]
    minds: dict[str, float]
    decisions: tuple[Explanation, ...]
    answer: Answer | None
    happened: tuple[Happening, ...]


def chronicle(model: Course, with_allies: bool = True) -> Iterator[Week]:
    """Play a model to its end, week by week. `with_allies`: also the allies' own decisions, of which there are many."""
    before = moment(model.world)
    while model.running:
        model.step()
        after = moment(model.world)
        yield week_between(model.world, date_of(model.preset, before.week), before, after, with_allies)
        before = after


def week_between(world: np.record, day: date, before: Moment, after: Moment, with_allies: bool = True) -> Week:
    """The week that lies between two moments of a future and begins on that day; `world` is the second."""
    decisions = decisions_of(world, with_allies)
    return Week(
        week=before.week,
        date=day,
        rung=RUNGS[after.ladder.rung],
        cooling=after.ladder.rung > after.ladder.deed,
        words=WORDS[after.ladder.words],
        situation=situation_of(after),
        credibility=credibility_of(after),
        minds=minds_of(after),
        decisions=decisions,
        answer=answer_of(world, before, after, decisions),
        happened=happenings(before, after),
    )


def situation_of(now: Moment) -> dict[str, Any]:
    """The public facts that matter: troops in thousands, powers as an index (1: Russian land power of early 2022), the rest 0 to 1.

    `violations` and `deaths` are this week's; `ground_lost` names the sectors in which Moscow holds ground taken since,
    `ground_contested` those in which it is still fought for.
    """
    field, coalition = now.field, now.coalition
    return {
        "troops": coalition.troops,
        "pledged": coalition.promised_troops,
        "joiners": coalition.joiners,
        "authorised": bool(coalition.authorised),
        "legal": now.situation.legal,
        "russian_power": field.russian_power,
        "ukrainian_power": field.ukrainian_power,
        "conduct": CONDUCTS[field.conduct],
        "tension": field.tension,
        "crisis": bool(field.crisis),
        "war": bool(field.war),
        "clash": bool(field.clash),
        "violations": field.violations,
        "deaths": field.deaths,
        "ground_lost": [name for name, lost in zip(SECTOR_NAMES, now.lost, strict=False) if lost],
        "ground_contested": [name for name, fought in zip(SECTOR_NAMES, now.contested, strict=False) if fought],
        "washington": WASHINGTON_OPTIONS[now.united_states.policy].name,
        "kyiv": KYIV_OPTIONS[now.ukraine.conduct].name,
        "kyiv_confidence": now.ukraine.confidence,
        "attention": field.attention,
        "arms": now.situation.arms,
        "sanctions": now.situation.sanctions,
    }


def credibility_of(now: Moment) -> dict[str, float]:
    """The three figures of the credibility gap: chance of an answer with force to a general war."""
    coalition = now.coalition
    return {"promised": coalition.promised_answer, "true": coalition.true_answer, "believed": coalition.believed_answer}


def minds_of(now: Moment) -> dict[str, float]:
    """What goes on in heads: Moscow's belief that the coalition is hard, its fear, affront and grievance; the others' will."""
    russia = now.russia
    return {
        "belief": russia.belief,
        "fear": russia.fear,
        "affront": russia.affront,
        "grievance": russia.grievance,
        "foreseen_war": russia.foreseen_war,
        "washington_will": now.united_states.will,
        "common_will": now.coalition.will,
    }


def week_json(week: Week) -> dict[str, Any]:
    """The week as one object for `play --json`."""
    return {
        "week": int(week.week) if week.week == int(week.week) else week.week,
        "date": week.date.isoformat(),
        "rung": week.rung,
        "words": week.words,
        "situation": week.situation,
        "credibility": week.credibility,
        "minds": week.minds,
        "decisions": [decision_json(made) for made in week.decisions],
        "answers": answer_json(week.answer) if week.answer else None,
        "events": [happening.json() for happening in week.happened],
    }
