"""Why an actor chose as it did: its options with their odds and the draw, and the terms that made them, each with its source."""

from collections.abc import Iterable

import numpy as np

from ....agents.actors import actor_of, latest_decision, latest_vote
from ....agents.chance import WHO
from ....agents.explanation import Explanation, Weighed
from ...numbers.behind import behind
from ...story.decisions import sector_name
from ...story.phrases import choice_sentence, option, percent, signed, small
from ...story.reasons import SMALLEST, Contest, Weight, contest
from . import palette
from .markup import drawing, escape, heading, line, number, path, rect, svg, text, width_of

WIDTH = 560.0
STRIP = 26.0
BAR, HALF = 170.0, 55.0
"""Room for a term's bar, and the longest one to either side; beyond it stands its size."""
MOST_NUMBERS = 4
"""How many of the numbers behind a term are named beside its bar; the tables below the chart name all."""
TERMS_OF = {WHO.russia: "MOSCOW_TERM", WHO.ukraine: "KYIV_TERM", WHO.united_states: "WASHINGTON_TERM"}
"""Which table of terms an actor weighs by."""
MOST_TERMS = 9
"""How many terms the chart shows; the tables below it hold all."""
SHADES = ("#d9e4ef", "#b9d0e6", "#93b7d9", "#6d9dc8", "#4a80b2", "#2f679b", "#1d5288", "#133c66", "#0b294a", "#061a31")
"""Options in order of escalation, from the mildest."""


def draw_decision(history: np.ndarray, actor: int) -> str:
    """The latest decision of an actor (numbered as in `agents/chance.py`) at the last week of `history`, as HTML.

    Raises ValueError for a number that no actor has.
    """
    who = actor_of(actor)
    world = history[-1]
    made = latest_decision(world, who)
    if made is None:
        return drawing(
            "decision", [heading(f"Why: {who.name}", "nothing decided yet"), "<p>It has had nothing to decide so far.</p>"]
        )
    content = [heading(f"Why: {who.name}", _when(made, world)), f"<p>{escape(choice_sentence(made, sector_name(made)))}</p>"]
    content += _pictures(
        made, TERMS_OF.get(actor, "JOIN_TERM"), "the leaning its government keeps" if actor >= WHO.first_ally else "the draw"
    )
    vote = latest_vote(world, who)
    if vote is not None:
        content += [f"<h3>Its latest vote on an attack <span>{escape(_when(vote, world))}</span></h3>"]
        content += [f"<p>{escape(choice_sentence(vote, None))}</p>", *_pictures(vote, "ANSWER_TERM", "the draw")]
    return drawing("decision", content)


def _when(made: Explanation, world: np.record) -> str:
    week = made.step * float(world["weeks_per_step"])
    now = made.step == int(world["outcome"]["last_step"])
    return f"{made.node} decision, {'this week' if now else f'in week {week:g}'}"


def _pictures(made: Explanation, table: str, drawn: str) -> list[str]:
    between = contest(made)
    content = [_odds(made, drawn)]
    if between.rival is not None:
        content.append(_terms(between, between.rival, table))
    content.append(_tables(made, table))
    return content


def _odds(made: Explanation, drawn: str) -> str:
    """The options side by side from the mildest up, each as wide as it is probable, and the draw held against them."""
    at = WIDTH * min(1.0, max(0.0, made.draw))
    content = [
        path(f"M{number(at)},23l-5,-8h10z", palette.ACCENT),
        text(min(max(at, 150), WIDTH - 150), 11, f"{drawn}: {small(made.draw)}", "small strong", "middle", palette.ACCENT),
    ]
    rows = []
    start = 0.0
    for place, weighed in enumerate(made.weighed):
        wide = WIDTH * weighed.probability
        fill = _shade(place, len(made.weighed))
        chosen = weighed.option == made.chosen
        frame = f'stroke="{palette.INK if chosen else palette.PAPER}" stroke-width="{2 if chosen else 0.6}"'
        content.append(rect(start, 25, wide, STRIP, fill, frame))
        name = option(weighed.option)
        if wide > width_of(name, palette.SMALL) + 8:
            kind = "strong" if chosen else ""
            content.append(text(start + wide / 2, 25 + STRIP / 2 + 4, name, kind, "middle", palette.ink_on(fill)))
        start += wide
        rows.append(_option_row(weighed, fill, chosen, made.ordered and chosen))
    content.append(line(at, 23, at, 27 + STRIP, palette.ACCENT, 1.6))
    said = ", ".join(f"{option(weighed.option)} {percent(weighed.probability)}" for weighed in made.weighed)
    alternative = f"Options and their odds: {said}; {drawn} {small(made.draw)}; chosen: {option(made.chosen)}"
    return svg(WIDTH, 30 + STRIP, alternative, content) + f"<table>{''.join(rows)}</table>"


def _option_row(weighed: Weighed, fill: str, chosen: bool, ordered: bool) -> str:
    name = f"<b>{escape(option(weighed.option))}</b>" if chosen else escape(option(weighed.option))
    return (
        f'<tr><td><i style="background:{fill}"></i>{name}{" (on order)" if ordered else ""}</td>'
        f'<td class="number">{escape(percent(weighed.probability))}</td><td><small>{escape(weighed.meaning)}</small></td></tr>'
    )


def _shade(place: int, count: int) -> str:
    return SHADES[round(place * (len(SHADES) - 1) / max(1, count - 1))]


def _terms(between: Contest, rival: Weighed, table: str) -> str:
    """What spoke for the choice and for its rival, term by term, as bars to either side."""
    strongest = sorted(between.weights, key=lambda weight: -abs(weight.difference))[:MOST_TERMS]
    weights = [weight for weight in between.weights if weight in strongest and abs(weight.difference) >= SMALLEST]
    chosen, other = option(between.chosen.option), option(rival.option)
    title = f"<h3>What weighed between {escape(chosen)} and {escape(other)} <span>difference in utility</span></h3>"
    if not weights:
        return title + '<p class="note">Nothing that is worth a bar: the two were alike.</p>'
    reach = max(abs(weight.difference) for weight in weights)
    rows = "".join(_term_row(weight, reach, between.chosen.option, rival.option, table) for weight in weights)
    sides = (
        f'<span style="color:{palette.AGAINST}">\N{LEFTWARDS ARROW} for {escape(other)}</span> · '
        f'<span style="color:{palette.FOR}">for {escape(chosen)} \N{RIGHTWARDS ARROW}</span>'
    )
    return f'{title}<table class="terms"><tr><th>term and its source</th><th>{sides}</th></tr>{rows}</table>'


def _term_row(weight: Weight, reach: float, chosen: str, other: str, table: str) -> str:
    difference, reason = weight
    numbers = dict.fromkeys(number for each in (chosen, other) for number in _numbers(table, each, reason.name))
    name = reason.name.replace("_", " ")
    wide = HALF * abs(difference) / reach
    right = difference > 0
    bar = [
        line(BAR / 2, 0, BAR / 2, 20, palette.INK, 0.8),
        rect(BAR / 2 if right else BAR / 2 - wide, 3, wide, 14, palette.FOR if right else palette.AGAINST),
        text(BAR / 2 + (wide + 4 if right else -wide - 4), 14, signed(difference), "small", "start" if right else "end"),
    ]
    said = f"{name}: {signed(difference)} for {option(chosen if right else other)}"
    return (
        f"<tr><td><b>{escape(name)}</b>: {escape(reason.meaning)} <small>[{escape(reason.source)}]</small>{_named(numbers)}</td>"
        f'<td class="bar">{svg(BAR, 20, said, bar, largest=1.0)}</td></tr>'
    )


def _numbers(table: str, chosen: str, term: str) -> tuple[str, ...]:
    """The declared numbers behind a term: those that its own line reads, or, where it reads none, those behind what it reads."""
    found = behind(table, chosen, term)
    return found.direct or found.through


def _named(numbers: Iterable[str]) -> str:
    """The declared numbers behind a term, by the names under which they are changed."""
    names = list(numbers)
    if not names:
        return ""
    more = f" and {len(names) - MOST_NUMBERS} more" if len(names) > MOST_NUMBERS else ""
    shown = ", ".join(f"<code>{escape(name)}</code>" for name in names[:MOST_NUMBERS])
    return f'<br/><small class="numbers">numbers: {shown}{more}</small>'


def _tables(made: Explanation, table: str) -> str:
    """Every option with every term: what the picture leaves out."""
    return "".join(_table(weighed, weighed.option == made.chosen, table) for weighed in made.weighed)


def _table(weighed: Weighed, chosen: bool, table: str) -> str:
    rows = "".join(
        f"<tr><td>{escape(reason.name.replace('_', ' '))}</td><td class='number'>{escape(signed(reason.value))}</td>"
        f"<td>{escape(reason.meaning)}</td><td>{escape(reason.source)}</td>"
        f"<td>{escape(', '.join(_numbers(table, weighed.option, reason.name)))}</td></tr>"
        for reason in weighed.reasons
    )
    taken = " (chosen)" if chosen else ""
    name = f"{option(weighed.option)}{taken}: utility {signed(weighed.utility)}, {percent(weighed.probability)}"
    return (
        f"<details><summary>{escape(name)}</summary>"
        "<table><tr><th>term</th><th>utility</th><th>meaning</th><th>source</th><th>numbers</th></tr>"
        f"{rows}</table></details>"
    )
