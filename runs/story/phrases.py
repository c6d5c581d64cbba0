"""How numbers, decisions, answers and happenings are said in one sentence each."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ...agents.actors import SEATS
from ...agents.explanation import Explanation
from .answers import Answer
from .happenings import Happening
from .reasons import contest

ACTS = {"probe": "the probe", "seizure": "the grab for ground", "strike": "the strike on the force", "war": "the general offensive"}

UNORDERED = {
    "strike": "deadly contact, which nobody ordered and which has become a fight",
    "war": "a general war, which nobody ordered and into which the fight over lost ground has grown",
}
"""Attacks that nobody ordered, by what the coalition has to answer them as."""

WAR_ENDS = {
    "defence_breaks": "The defence breaks",
    "offensive_breaks": "The offensive breaks",
    "stalemate": "The war stands still",
}

BEGINNINGS = {
    "moscow": "A crisis begins: the army is gathered; the capitals are alarmed.",
    "accident": "A crisis begins that nobody chose.",
    "kyiv_pressed": "A crisis begins that nobody chose, while Kyiv presses its luck.",
    "grab": "The grab for ground opens a crisis; the capitals are alarmed.",
}

SAID: Mapping[str, str] = {
    "authorisation": "The guarantee comes into force, and with it any presence under it.",
    "simmering": "A second year's violations have killed 25: the ceasefire simmers.",
    "renewed_war": "GENERAL WAR.",
    "attack_on_force": "The foreign force is under attack for the first time.",
    "clash": "Coalition states fight Russian forces in Ukraine.",
    "wider_war": "The fighting goes beyond Ukraine.",
    "withdrawal": "The foreign presence is ended: the troops that are there go home.",
    "nuclear_use": "A nuclear weapon is used.",
    "concession": "Washington concedes a demand.",
    "mandate_lapses": "The mandate lapses.",
    "grab_fails": "The grab is thrown back.",
    "defence_gives_way": "The defence gives way: more falls than was attacked.",
    "counter_attack_fails": "The counter-attack fails.",
    "out_of_hand": "The counter-attack runs out of hand: the fighting spreads along the front.",
}
"""Happenings that need no detail. What is missing here and in `happening_sentence` is told by a decision or in passing."""


def percent(share: float) -> str:
    """A probability or share in whole per cent, without claiming that small is none."""
    if 0.0 < share < 0.005:
        return "<1 %"
    if 0.995 <= share < 1.0:
        return ">99 %"
    return f"{share:.0%}".replace("%", " %")


def small(number: float) -> str:
    """A number between 0 and 1 to two places without the zero: .74."""
    if 0.995 <= number < 1.0:
        return ">.99"
    return f"{number:.2f}".removeprefix("0")


def signed(number: float) -> str:
    """A difference with its sign: +.13 or a minus and .08."""
    return ("+" if number >= 0 else "\N{MINUS SIGN}") + f"{abs(number):.2f}".removeprefix("0")


def soldiers(thousands: float) -> str:
    """Thousands of soldiers as soldiers, to the nearest ten."""
    return f"{10 * round(100 * thousands):,}"


def short_date(day: date) -> str:
    """5 Jan 2026."""
    return f"{day.day} {day:%b %Y}"


def long_date(day: date) -> str:
    """5 January 2026."""
    return f"{day.day} {day:%B %Y}"


def place(sector: str | None) -> str:
    """A sector as people write it."""
    return "" if sector is None else sector.replace("_", "-").title()


def option(name: str) -> str:
    """An option as people write it."""
    return name.replace("_", " ")


def several(names: list[str]) -> str:
    """Names in a row."""
    return ", ".join(names) if names else "nobody"


def capital(actor: str) -> str:
    """Moscow, Kyiv, Washington; an ally goes by its country's name."""
    return SEATS.get(actor, actor)


def choice_sentence(made: Explanation, sector: str | None) -> str:
    """Who chose what, where, how probable it was, the draw, and what was the likeliest of the others."""
    between = contest(made)
    where = f" in {place(sector)}" if sector else ""
    odds = "on order; left alone " if made.ordered else ""
    odds = f"{odds}{percent(between.chosen.probability)}, draw {small(made.draw)}"
    text = f"{capital(made.actor)} chooses {option(made.chosen)}{where} ({odds}): {between.chosen.meaning}."
    if between.rival:
        word = "Likelier" if between.rival.probability > between.chosen.probability else "Next"
        text += f" {word}: {option(between.rival.option)}, {percent(between.rival.probability)}."
    return text


def attack_sentence(answer: Answer) -> str:
    """What was attacked, and at what price to the coalition."""
    where = f" in {place(answer.sector)}" if answer.sector else ""
    act = ACTS[answer.act] if answer.ordered_by_moscow else UNORDERED[answer.act]
    text = f"Before the coalition: {act}{where}"
    if answer.touched:
        dead = f"{answer.deaths:.0f} of its soldiers die" if answer.deaths >= 0.5 else "nobody dies"
        return f"{text}; the force is hit, {dead}."
    return text + ("; the force is not touched." if answer.present else "; no foreign troops are there.")


def answer_sentence(answer: Answer) -> str:
    """How the coalition voted and what came of it."""
    if not answer.votes:
        return "Nobody has a say in the answer: no troops there, no guarantee that binds."
    verdict = "force is carried" if answer.force else "no answer by force"
    return (
        f"{len(answer.votes)} vote; for force {percent(answer.share)} of the weight, {percent(answer.quorum)} needed: {verdict}."
        f" Force: {several(answer.names('force'))}. Pressure: {several(answer.names('pressure'))}."
        f" Restraint: {several(answer.names('restraint'))}."
    )


def happening_sentence(happening: Happening) -> str | None:
    """A happening worth a heading as one sentence; None for what is told in passing or by a decision."""
    name, detail = happening
    if name in SAID:
        return SAID[name]
    told: dict[str, Any] = {
        "gap_found": lambda: f"The test shows Moscow that the line in {place(detail['sector'])} is weak.",
        "ground_taken": lambda: (
            f"{'More ground' if detail['again'] else 'Ground'} is taken in {place(detail['sector'])}; it is fought for."
        ),
        "ground_lost": lambda: f"{'More ground' if detail['again'] else 'Ground'} is lost in {place(detail['sector'])}.",
        "ground_regained": lambda: f"Ukraine takes back what it had just lost in {place(detail['sector'])}.",
        "ground_kept": lambda: (
            f"The ground taken in {place(detail['sector'])} stays in Moscow's hands"
            + ("." if detail["in_war"] else ": a new line stands.")
        ),
        "crisis_begins": lambda: BEGINNINGS[detail["origin"]],
        "crisis_ends": lambda: f"The crisis is over after {detail['weeks']:.0f} weeks" + (": in war." if detail["in_war"] else "."),
        "mandate_renewed": lambda: f"The mandate is renewed until week {detail['until_week']:.0f}.",
        "deadly_contact": lambda: (
            "Deadly contact between the force and Russian units"
            + ("; it grows into a fight." if detail["becomes_a_fight"] else "; it stays an incident.")
        ),
        "clash_settled": lambda: f"The clash is settled after {detail['weeks']:.0f} weeks.",
        "war_ends": lambda: f"{WAR_ENDS.get(detail['result'], 'The war goes on')} after {detail['weeks']:.0f} weeks of war.",
    }
    return told[name]() if name in told else None


def share_of(made: Explanation, options: set[str]) -> float:
    """The probability with which this decision would have fallen on one of these options."""
    return sum(weighed.probability for weighed in made.weighed if weighed.option in options)
