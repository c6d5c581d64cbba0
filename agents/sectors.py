"""Where to act: the chance of a grab, and the choice among sectors within a class of acts.

Sectors are weighted by frontage, so that splitting one in two changes no class probability: the expected best of several is
I = ln(sum w exp(s U)) / s with weights that sum to 1.
"""

import math

from .arithmetic import exp, log
from .campaign import victory_chance
from .choice import NOTHING
from .rule import rule
from .uncertainty import About, Fixed, coefficients

DENIAL_STATED_FOR = 0.25
"""The value of `denial` at which `grab_denial` is stated: a scale."""


NUMBERS = coefficients(
    About.MOSCOW,
    Fixed("sector_precision", "per utility", 1, 20, 9,
        "How surely Moscow takes the better sector.", "as between options, T11; assumption", luck=400),
    Fixed("grab_warning", "share", 0, 0.6, 0.2,
        "How much full intelligence strengthens the defence against a sudden grab.", "C15; size assumption", luck=401),
    Fixed("grab_denial", "share", 0, 2, 0.8,
        "How much a fully capable force strengthens it where it stands, if it may fight.", "C16, T16; size assumption", luck=402),
    Fixed("grab_denial_rules", "share, 0 to 1", 0.2, 1, 0.45,
        "Rules of engagement under which a force denies ground as `grab_denial` says; in proportion less or more under others.",
        "C39, T29: the rules of the limited force; size assumption", luck=804),
    Fixed("hasty_defence", "quality ratio", 1, 1.6, 1.3,
        "Quality of a defence that stands on ground it has only just taken, square law.",
        "T30; hasty against prepared defence, Dupuy 1979, from memory; size assumption", luck=862),
)  # fmt: skip


@rule
def grab_chance(sector, situation, levers, assumed):
    """Chance that a sudden grab in this sector succeeds: the local balance on the square law, terrain as the defender's quality.

    Warning by intelligence and a combat-capable force nearby help the defender (C15, C16, T16), the force as far as its rules let
    it fight (C39). Where nobody defends, a grab succeeds.
    """
    attacker = situation.russian_power * sector.russian_share
    defender = situation.ukrainian_power * sector.ukrainian_share * (1.0 + assumed.grab_warning * situation.intelligence)
    if attacker <= 0.0:
        return 0.0
    if defender <= 0.0:
        return 1.0
    allowed = levers.rules_of_engagement / assumed.grab_denial_rules
    defender *= 1.0 + assumed.grab_denial * allowed * sector.cover * situation.capability * (assumed.denial / DENIAL_STATED_FOR)
    return victory_chance(attacker, defender, sector.terrain, assumed.war_certainty)


@rule
def retake_chance(sector, situation, assumed):
    """Chance that Ukraine takes back ground just lost in a sector: the local balance the other way round, before it is dug in."""
    attacker = situation.ukrainian_power * sector.ukrainian_share
    defender = situation.russian_power * sector.russian_share
    if attacker <= 0.0:
        return 0.0
    if defender <= 0.0:
        return 1.0
    return victory_chance(attacker, defender, assumed.hasty_defence, assumed.war_certainty)


@rule
def pick_sector(utilities, odds, sectors, count, draw, ordered, assumed):
    """The sector chosen (weights frontage x exp(s U)) and the value of being free to choose: I - U of that sector.

    `odds` is where the weights are worked out. `ordered` names the sector if an order does, else NOTHING. Sectors with no frontage
    are never chosen.
    """
    best = -math.inf
    for index in range(count):
        if sectors[index].frontage > 0.0 and utilities[index] > best:
            best = utilities[index]
    total = 0.0
    frontage = 0.0
    for index in range(count):
        if sectors[index].frontage > 0.0:
            odds[index] = sectors[index].frontage
            if utilities[index] < best:
                odds[index] *= exp(assumed.sector_precision * (utilities[index] - best))
            total += odds[index]
            frontage += sectors[index].frontage
    inclusive = best + log(total / frontage) / assumed.sector_precision
    picked = NOTHING
    last = NOTHING
    reached = 0.0
    for index in range(count):
        if sectors[index].frontage > 0.0:
            last = index
            reached += odds[index]
            if picked == NOTHING and draw * total < reached:
                picked = index
    if picked == NOTHING:
        picked = last
    if ordered != NOTHING and ordered < count:
        picked = ordered
    return picked, inclusive - utilities[picked]
