"""What was done in the week just played, where, and in which words: for the map and the headline."""

from enum import StrEnum
from typing import NamedTuple

import numpy as np

from ....agents.choice import NOTHING
from ....agents.record import part
from ....agents.russia import MOSCOW
from ....agents.ukraine import KYIV
from ....model.crisis import BY
from ....model.outcomes import EVENT, RUNG
from ....model.theatre import SECTOR_NAMES
from ...story.phrases import place


class Kind(StrEnum):
    """Kinds of act that the map has a mark for."""

    COERCION = "coercion"
    PROBE = "probe"
    SEIZURE = "seizure"
    CONTEST = "contest"
    STRIKE = "strike"
    CONTACT = "contact"
    MOBILISATION = "mobilisation"
    OFFENSIVE = "offensive"
    CLASH = "clash"
    WIDER = "wider"
    NUCLEAR = "nuclear"
    GROUND = "ground"
    HEDGE = "hedge"
    RETALIATION = "retaliation"
    PRESSING = "pressing"
    COUNTER_ATTACK = "counter_attack"
    INCIDENTS = "incidents"


class Act(NamedTuple):
    """Something done this week: its kind, the sector it was done in (None: nowhere in particular), and a sentence."""

    kind: Kind
    sector: int | None
    sentence: str


def acts_of(history: np.ndarray) -> tuple[Act, ...]:
    """Everything done in the last week of a history, the gravest first; nothing at week 0."""
    now = history[-1]
    if len(history) < 2:
        return ()
    before = history[-2]
    found = [*_beyond(now), *_fighting(now), *_moscow(now), *_contact(now, before), *_ground(now, before), *_kyiv(now)]
    return (*found, *_incidents(now))


def chosen_this_week(world: np.record, field: str) -> tuple[int, int]:
    """The option that a capital chose in the step just played, and its sector; NOTHING for either if there is none."""
    made = part(world, field, "decision")
    if part(made, "step") != part(world, "outcome", "last_step") or part(made, "chosen") == NOTHING:
        return NOTHING, NOTHING
    return int(part(made, "chosen")), int(part(made, "sector"))


def _beyond(now: np.record) -> list[Act]:
    if part(now, "ladder", "deed") == RUNG.nuclear_use:
        return [Act(Kind.NUCLEAR, None, "A nuclear weapon is used.")]
    if part(now, "outcome", "first")[EVENT.wider_war] != NOTHING:
        return [Act(Kind.WIDER, None, "The fighting has gone beyond Ukraine.")]
    return []


def _fighting(now: np.record) -> list[Act]:
    acts = []
    chosen, _ = chosen_this_week(now, "russia")
    if part(now, "field", "clash"):
        acts.append(Act(Kind.CLASH, None, "Coalition states fight Russian forces in Ukraine."))
    if chosen == MOSCOW.launch:
        acts.append(Act(Kind.OFFENSIVE, None, "Moscow launches the general offensive."))
    elif part(now, "field", "war"):
        weeks = float(part(now, "field", "war_weeks"))
        acts.append(Act(Kind.OFFENSIVE, None, f"General war along the whole front, week {weeks:.0f} of it."))
    return acts


def _moscow(now: np.record) -> list[Act]:
    chosen, sector = chosen_this_week(now, "russia")
    where = sector if sector >= 0 else None
    name = place(SECTOR_NAMES[sector]) if sector >= 0 else ""
    touched = bool(part(now, "situation", "attack", "touched"))
    deaths = float(part(now, "situation", "attack", "deaths"))
    hit = f" The force is hit: {deaths:.0f} of its soldiers die." if touched and deaths >= 0.5 else ""
    if chosen == MOSCOW.probe:
        return [Act(Kind.PROBE, where, f"Moscow probes in {name}{', where it meets the force' if touched else ''}.")]
    if chosen == MOSCOW.seize:
        return [Act(Kind.SEIZURE, where, f"Moscow grabs for ground in {name}.{hit}")]
    if chosen == MOSCOW.strike:
        return [Act(Kind.STRIKE, None, f"Moscow strikes the foreign force.{hit}")]
    if part(now, "field", "crisis"):
        weeks = max(1.0, float(part(now, "field", "crisis_weeks")))
        if chosen == MOSCOW.mobilise:
            return [Act(Kind.MOBILISATION, None, "Moscow mobilises an army for a general offensive.")]
        if part(now, "field", "crisis_origin") == BY.grab:
            return [Act(Kind.CONTEST, None, f"The crisis over the grab for ground goes on, week {weeks:.0f}.")]
        return [Act(Kind.MOBILISATION, None, f"An army stands mobilised, week {weeks:.0f} of the crisis.")]
    if chosen == MOSCOW.coerce:
        return [Act(Kind.COERCION, None, "Moscow coerces: hybrid attacks, threats, nuclear signalling.")]
    return []


def _contact(now: np.record, before: np.record) -> list[Act]:
    fight = bool(part(now, "field", "pending_contact"))
    attacked = part(now, "outcome", "attacks") > part(before, "outcome", "attacks")
    if attacked and part(before, "field", "pending_contact"):
        return [Act(Kind.STRIKE, None, "Deadly contact has become a fight with the force, which nobody ordered.")]
    if fight or (part(now, "ladder", "deed") == RUNG.attack_on_force and not attacked):
        return [Act(Kind.CONTACT, None, "Deadly contact between the force and Russian units.")]
    return []


def _ground(now: np.record, before: np.record) -> list[Act]:
    lost, was = (part(world, "situation", "sectors")["lost"] for world in (now, before))
    fought_for = part(now, "situation", "sectors")["contested"]
    acts = []
    for index, name in enumerate(SECTOR_NAMES):
        if lost[index] > was[index]:
            how = "taken and fought for" if fought_for[index] else "lost"
            acts.append(Act(Kind.GROUND, index, f"Ground is {how} in {place(name)}."))
        elif lost[index] < was[index]:
            acts.append(Act(Kind.GROUND, index, f"Ukraine takes back ground in {place(name)}."))
    return acts


DEEDS_OF_KYIV = {
    KYIV.hedge: (Kind.HEDGE, "Kyiv builds and uses its own long arm."),
    KYIV.retaliate: (Kind.RETALIATION, "Kyiv answers violations in kind."),
    KYIV.press: (Kind.PRESSING, "Kyiv presses its luck: raids and local pushes."),
}


def _kyiv(now: np.record) -> list[Act]:
    chosen, sector = chosen_this_week(now, "ukraine")
    if chosen == KYIV.counter_attack:
        return [Act(Kind.COUNTER_ATTACK, sector, f"Ukraine counter-attacks in {place(SECTOR_NAMES[sector])}.")]
    return [Act(DEEDS_OF_KYIV[chosen][0], None, DEEDS_OF_KYIV[chosen][1])] if chosen in DEEDS_OF_KYIV else []


def _incidents(now: np.record) -> list[Act]:
    violations, deaths = float(part(now, "field", "violations")), float(part(now, "field", "deaths"))
    if violations <= 0:
        return []
    dead = "nobody dies" if deaths < 0.5 else f"{deaths:.0f} die{'s' if round(deaths) == 1 else ''}"
    return [
        Act(Kind.INCIDENTS, None, f"{violations:,.0f} violation{'' if round(violations) == 1 else 's'} of the ceasefire; {dead}.")
    ]
