"""How numbers, decisions, answers and happenings are said in one sentence each."""

from collections.abc import Collection, Mapping
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

NEEDS_ENTRY = ("seizure", "war")
"""Acts over which states whose soldiers are untouched may vote for force and yet not fight (`model/answer.py`)."""

WAR_ENDS = {
    "defence_breaks": "The defence breaks after {time} of war.",
    "offensive_breaks": "The offensive breaks after {time} of war, without taking ground.",
    "stalemate": "The war stands still after {time}.",
    "goes_on": "The war still goes on after {time}: the record ends.",
}

SPOKEN = {"protest": "Moscow protests", "threats": "Moscow threatens", "nuclear_signalling": "Moscow makes nuclear threats"}
"""The ladder of words, as it is said in a heading; silence goes without saying."""

BEGINNINGS = {
    "moscow": "A crisis begins: the army is gathered; the capitals are alarmed.",
    "accident": "An incident grows into a crisis that nobody chose; the capitals are alarmed.",
    "kyiv_pressed": "While Kyiv presses its luck, an incident grows into a crisis that nobody chose; the capitals are alarmed.",
    "grab": "The grab for ground opens a crisis; the capitals are alarmed.",
}

SAID: Mapping[str, str] = {
    "simmering": "For the second year, violations have killed 25 people: the ceasefire simmers.",
    "renewed_war": "GENERAL WAR.",
    "attack_on_force": "The foreign force is under attack for the first time.",
    "clash": "Coalition states fight Russian forces in Ukraine.",
    "wider_war": "The fighting goes beyond Ukraine.",
    "withdrawal": "Little is left of the foreign presence: it counts as ended.",
    "nuclear_use": "A nuclear weapon is used.",
    "grab_fails": "The grab is thrown back.",
    "defence_gives_way": "The defence gives way: more falls than was attacked.",
    "counter_attack_fails": "The counter-attack fails.",
    "out_of_hand": "The counter-attack runs out of hand: the fighting spreads along the front.",
}
"""Happenings that need no detail. What is missing here and in `happening_sentence` is told by a decision or in passing."""


def lasting(weeks: float) -> str:
    """A time in whole weeks, never less than one."""
    whole = max(1, round(weeks))
    return "1 week" if whole == 1 else f"{whole} weeks"


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
    act = what_was_done(answer)
    if not answer.votes and not answer.present:
        return f"Ukraine alone faces {act}{where}."
    text = f"Before the coalition: {act}{where}"
    if answer.touched:
        dead = f"{answer.deaths:.0f} of its soldiers die" if answer.deaths >= 0.5 else "nobody dies"
        return f"{text}; the force is hit, {dead}."
    return text + ("; the force is not touched." if answer.present else "; no foreign troops are there.")


def answer_sentence(answer: Answer) -> str:
    """How the coalition voted and what came of it."""
    if not answer.votes:
        return "Nobody else has a say in the answer: no foreign troops there, and no guarantee that binds anyone."
    return (
        f"{_voters(answer)}; for force {percent(answer.share)} of the weight, {percent(answer.quorum)} needed: {_verdict(answer)}."
        f" Force: {several(answer.names('force'))}. Pressure: {several(answer.names('pressure'))}."
        f" Restraint: {several(answer.names('restraint'))}."
    )


def what_was_done(answer: Answer) -> str:
    """The act that had to be answered: one of Moscow's, or what nobody ordered."""
    return ACTS[answer.act] if answer.ordered_by_moscow else UNORDERED[answer.act]


def _voters(answer: Answer) -> str:
    """Who votes, and what a vote weighs."""
    if len(answer.votes) == 1:
        return "1 state votes, the only one with troops there" if answer.present else "1 state votes, the only one bound"
    weighed = "by the troops each has there" if answer.present else "one voice each"
    return f"{len(answer.votes)} states vote, {weighed}"


def _verdict(answer: Answer) -> str:
    """What is carried; agreeing to fight is not yet fighting for those whose soldiers are untouched (A18)."""
    if not answer.force:
        return "no answer by force"
    if answer.act in NEEDS_ENTRY and not answer.touched and not answer.fought:
        return "force is carried, but states whose soldiers are untouched do not go to war over it"
    return "force is carried"


def happened_sentences(happened: Collection[Happening]) -> tuple[str, ...]:
    """The happenings of a week that are worth a heading. An end of the presence that its mandate's lapse brings is told with it."""
    lapse = any(happening.name == "mandate_lapses" for happening in happened)
    told = (happening_sentence(happening) for happening in happened if not (lapse and happening.name == "withdrawal"))
    return tuple(filter(None, told))


def _comes_into_force(authority: Mapping[str, Any]) -> str:
    """What is authorised, and by whom."""
    if authority["forced"]:
        begins = "The alliance's agreement is taken for granted: its guarantee comes into force"
    elif authority["alliance"]:
        begins = "The alliance agrees: its guarantee comes into force"
    else:
        begins = "The guarantee comes into force"
    return begins + (", and with it the mandate for a force." if authority["presence"] else ".")


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
        "crisis_ends": lambda: f"The crisis {'ends in war' if detail['in_war'] else 'is over'} after {lasting(detail['weeks'])}.",
        "authorisation": lambda: _comes_into_force(detail),
        "mandate_renewed": lambda: f"The mandate is renewed for a year, until week {detail['until_week']:.0f}.",
        "mandate_lapses": lambda: "The mandate lapses" + ("; the foreign troops are to go home." if detail["troops"] else "."),
        "deadly_contact": lambda: (
            "Deadly contact between the force and Russian units"
            + ("; it grows into a fight." if detail["becomes_a_fight"] else "; it stays an incident.")
        ),
        "clash_settled": lambda: f"The clash is settled after {lasting(detail['weeks'])}.",
        "war_ends": lambda: WAR_ENDS[detail["result"]].format(time=lasting(detail["weeks"])),
    }
    return told[name]() if name in told else None


def share_of(made: Explanation, options: set[str]) -> float:
    """The probability with which this decision would have fallen on one of these options."""
    return sum(weighed.probability for weighed in made.weighed if weighed.option in options)
