"""What happened in a step besides decisions: found by holding the moment after it against the moment before."""

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from ...agents.choice import NOTHING
from ...agents.commitment import STATUSES
from ...agents.profiles import ALLIES
from ...model.crisis import BY
from ...model.outcomes import EVENT, EVENTS, RUNG
from ...model.theatre import SECTOR_NAMES
from .snapshot import Moment

ORIGINS = {BY.moscow: "moscow", BY.accident: "accident", BY.kyiv: "kyiv_pressed", BY.grab: "grab"}
"""How a crisis began, in words."""


class Happening(NamedTuple):
    """Something that happened: its name, and what is to be said about it."""

    name: str
    detail: dict[str, Any]

    def json(self) -> dict[str, Any]:
        """The happening as one flat object."""
        return {"event": self.name, **self.detail}


def happenings(before: Moment, after: Moment) -> tuple[Happening, ...]:
    """Everything that the step between two moments brought about, the first occurrences of outcome events first."""
    return tuple(Happening(name, detail) for part in PARTS for name, detail in part(before, after))


Found = Iterator[tuple[str, dict[str, Any]]]


def _firsts(before: Moment, after: Moment) -> Found:
    for event, was, now in zip(EVENTS, before.outcome.first, after.outcome.first, strict=True):
        if was == NOTHING != now:
            yield event.name, {"first": True, **(_authority(after) if event.name == "authorisation" else {})}


def _authority(after: Moment) -> dict[str, bool]:
    """What comes into force: whether a force may go there, whether it is the alliance's, and whether that was asked at all."""
    levers = after.levers
    return {
        "presence": levers.troop_ceiling + levers.us_ground_troops > 0.0,
        "alliance": levers.nato_mission > 0.0,
        "forced": levers.consensus_forced > 0.0,
    }


def _elections(before: Moment, after: Moment) -> Found:
    if after.united_states.next_election != before.united_states.next_election:
        presidential = bool(before.united_states.next_is_presidential)
        counted = "inauguration" if presidential else "election day"
        yield "american_election", {"presidential": presidential, "counted_from": counted}


def _governments(before: Moment, after: Moment) -> Found:
    for index in np.flatnonzero(before.allies["next_government"] != after.allies["next_government"]):
        yield "government_changes", {"country": ALLIES[index].country}


def _moves(before: Moment, after: Moment) -> Found:
    was, now = before.allies, after.allies
    for index in np.flatnonzero((was["status"] != now["status"]) | (was["share"] != now["share"])):
        yield (
            "ally_moves",
            {
                "country": ALLIES[index].country,
                "from": STATUSES[was["status"][index]],
                "to": STATUSES[now["status"][index]],
                "share": float(now["share"][index]),
            },
        )
    for index in np.flatnonzero(was["vetoes"] != now["vetoes"]):
        name = "veto" if now["vetoes"][index] else "veto_lifted"
        yield name, {"country": ALLIES[index].country, "overruled": after.levers.consensus_forced > 0.0}


def _mandate(before: Moment, after: Moment) -> Found:
    was, now = before.coalition, after.coalition
    if was.authorised and not now.authorised:
        yield "mandate_lapses", {"troops": was.troops}
    if was.authorised and now.authorised and math.isfinite(was.mandate_end) and now.mandate_end > was.mandate_end:
        yield "mandate_renewed", {"until_week": now.mandate_end}


def _crises(before: Moment, after: Moment) -> Found:
    began = after.outcome.crises > before.outcome.crises
    if before.field.crisis and (began or not after.field.crisis):
        yield "crisis_ends", {"weeks": before.field.crisis_weeks + before.weeks_per_step, "in_war": bool(after.field.war)}
    if began:
        yield "crisis_begins", {"origin": ORIGINS.get(after.field.crisis_origin, ORIGINS[BY.moscow])}


def _contact(before: Moment, after: Moment) -> Found:
    if after.field.pending_contact:
        yield "deadly_contact", {"becomes_a_fight": True}
    elif after.ladder.deed == RUNG.attack_on_force and after.outcome.attacks == before.outcome.attacks:
        yield "deadly_contact", {"becomes_a_fight": False}


def _tests(_before: Moment, after: Moment) -> Found:
    if after.russia.gap:
        yield "gap_found", {"sector": SECTOR_NAMES[after.russia.shown_sector]}


def _ground(before: Moment, after: Moment) -> Found:
    """Ground taken and still fought for, taken back, or lost: by a new line, or because nobody is left to fight for it."""
    sectors = range(len(SECTOR_NAMES))
    taken = [index for index in sectors if after.lost[index] > before.lost[index]]
    for index in taken:
        fought_for = bool(after.contested[index])
        again = bool(before.lost[index])
        yield "ground_taken" if fought_for else "ground_lost", {"sector": SECTOR_NAMES[index], "again": again}
    if not taken and after.outcome.crises > before.outcome.crises and after.field.crisis_origin == BY.grab:
        yield "grab_fails", {}
    if len(taken) > 1 and not after.field.war:
        yield "defence_gives_way", {}
    regained = [index for index in sectors if after.lost[index] < before.lost[index]]
    for index in regained:
        yield "ground_regained", {"sector": SECTOR_NAMES[index]}
    if after.field.counter_attacks > before.field.counter_attacks and not regained:
        yield "counter_attack_fails", {}
    if after.field.pending_war:
        yield "out_of_hand", {}
    kept = [index for index in sectors if before.contested[index] and not after.contested[index] and index not in regained]
    for index in kept:
        yield "ground_kept", {"sector": SECTOR_NAMES[index], "in_war": bool(after.field.war)}


def _clash(before: Moment, after: Moment) -> Found:
    """A clash that is settled, be it in the very week that began it."""
    began = after.outcome.clashes > before.outcome.clashes
    if (before.field.clash or began) and not after.field.clash:
        yield "clash_settled", {"weeks": after.field.clash_weeks}


def _war(before: Moment, after: Moment) -> Found:
    field = after.field
    if not (field.war and after.over) or after.outcome.first[EVENT.wider_war] != NOTHING:
        return
    if after.russia.gains > before.russia.gains:
        yield "war_ends", {"result": "defence_breaks", "weeks": field.war_weeks}
    elif field.war_weeks >= after.uncertainties.longest_war:
        yield "war_ends", {"result": "stalemate", "weeks": field.war_weeks}
    elif after.week < after.horizon or field.attacker <= (1.0 - after.uncertainties.breaking_point) * field.attacker_start:
        yield "war_ends", {"result": "offensive_breaks", "weeks": field.war_weeks}
    else:
        yield "war_ends", {"result": "goes_on", "weeks": field.war_weeks}


PARTS = (_firsts, _elections, _governments, _moves, _mandate, _tests, _ground, _crises, _contact, _clash, _war)
