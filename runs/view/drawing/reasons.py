"""Why an actor chose as it did: its options with their odds and the draw, and the terms that made them, each with its source."""

import numpy as np

from ....agents.actor import Explanation, Reason, Weighed
from ....agents.chance import FIRST_ALLY
from ...decisions import sector_name
from ...phrases import choice_sentence, option, percent, signed, small
from ...reasons import Contest, contest
from . import palette
from .markup import drawing, escape, heading, line, path, rect, svg, text, width_of
from .recorded import actor_name, latest_decision, latest_vote

WIDTH = 560.0
STRIP = 26.0
TERM_NAMES, ROW = 150.0, 30.0
SMALLEST_SHOWN = 0.005
"""Difference in utility below which a term is left out of the chart; the tables below it hold all."""
MOST_TERMS = 9
SHADES = ("#d9e4ef", "#b9d0e6", "#93b7d9", "#6d9dc8", "#4a80b2", "#2f679b", "#1d5288", "#133c66", "#0b294a", "#061a31")
"""Options in order of escalation, from the mildest."""


def draw_decision(history: np.ndarray, actor: int) -> str:
    """The latest decision of an actor (numbered as in `agents/chance.py`) at the last week of `history`, as HTML.

    Raises ValueError for a number that no actor has.
    """
    name = actor_name(actor)
    world = history[-1]
    made = latest_decision(world, actor)
    if made is None:
        return drawing("decision", [heading(f"Why: {name}", "nothing decided yet"), "<p>It has had nothing to decide so far.</p>"])
    content = [heading(f"Why: {name}", _when(made, world)), f"<p>{escape(choice_sentence(made, sector_name(made)))}</p>"]
    content += _pictures(made, "the leaning its government keeps" if actor >= FIRST_ALLY else "the draw")
    vote = latest_vote(world, actor)
    if vote is not None:
        content += [f"<h3>Its latest vote on an attack <span>{escape(_when(vote, world))}</span></h3>"]
        content += [f"<p>{escape(choice_sentence(vote, None))}</p>", *_pictures(vote, "the draw")]
    return drawing("decision", content)


def _when(made: Explanation, world: np.record) -> str:
    week = made.step * float(world["weeks_per_step"])
    now = made.step == int(world["outcome"]["last_step"])
    return f"{made.node} decision, {'this week' if now else f'in week {week:g}'}"


def _pictures(made: Explanation, drawn: str) -> list[str]:
    between = contest(made)
    content = [_odds(made, drawn)]
    if between.rival is not None:
        content.append(_terms(between))
    content.append(_tables(made))
    return content


def _odds(made: Explanation, drawn: str) -> str:
    """The options side by side from the mildest up, each as wide as it is probable, and the draw held against them."""
    height = 34 + STRIP + 17 * len(made.weighed) + 8
    at = WIDTH * min(1.0, max(0.0, made.draw))
    content = [
        path(f"M{at:.1f},22l-5,-8h10z", palette.ACCENT),
        text(min(max(at, 60), WIDTH - 60), 10, f"{drawn}: {small(made.draw)}", "small strong", "middle", palette.ACCENT),
    ]
    start = 0.0
    for place, weighed in enumerate(made.weighed):
        wide = WIDTH * weighed.probability
        fill = _shade(place, len(made.weighed))
        chosen = weighed.option == made.chosen
        content.append(rect(start, 24, wide, STRIP, fill, f"stroke='{palette.INK if chosen else palette.PAPER}' stroke-width='{2 if chosen else 0.6}'"))
        name = option(weighed.option)
        if wide > width_of(name, palette.SMALL) + 8:
            content.append(text(start + wide / 2, 24 + STRIP / 2 + 4, name, "strong" if chosen else "", "middle", palette.ink_on(fill)))
        start += wide
    content.append(line(at, 22, at, 26 + STRIP, palette.ACCENT, 1.6))
    top = 34 + STRIP + 12
    for place, weighed in enumerate(made.weighed):
        y = top + 17 * place
        kind = "strong" if weighed.option == made.chosen else ""
        content += [
            rect(0, y - 9, 10, 10, _shade(place, len(made.weighed))),
            text(16, y, f"{option(weighed.option)}", kind),
            text(152, y, percent(weighed.probability), kind, "end"),
            text(164, y, weighed.meaning + (" – on order" if made.ordered and kind else ""), "small faint"),
        ]
    said = ", ".join(f"{option(weighed.option)} {percent(weighed.probability)}" for weighed in made.weighed)
    return svg(WIDTH, height, f"Options and their odds: {said}; {drawn} {small(made.draw)}; chosen: {option(made.chosen)}", content)


def _shade(place: int, count: int) -> str:
    return SHADES[round(place * (len(SHADES) - 1) / max(1, count - 1))]


def _terms(between: Contest) -> str:
    """What spoke for the choice and for its rival, term by term, as bars to either side."""
    assert between.rival is not None
    weights = [weight for weight in between.weights if abs(weight.difference) >= SMALLEST_SHOWN]
    weights = sorted(sorted(weights, key=lambda weight: -abs(weight.difference))[:MOST_TERMS], key=lambda weight: -weight.difference)
    chosen, rival = option(between.chosen.option), option(between.rival.option)
    title = f"<h3>What weighed between {escape(chosen)} and {escape(rival)} <span>difference in utility, term by term</span></h3>"
    if not weights:
        return title + '<p class="note">Nothing that is worth a bar: the two were alike.</p>'
    reach = max(abs(weight.difference) for weight in weights)
    middle, half = TERM_NAMES + 130, 92.0
    content = [
        text(middle - 6, 11, f"\N{LEFTWARDS ARROW} for {rival}", "small strong", "end", palette.AGAINST),
        text(middle + 6, 11, f"for {chosen} \N{RIGHTWARDS ARROW}", "small strong", "start", palette.FOR),
        line(middle, 16, middle, 18 + ROW * len(weights), palette.INK, 0.8),
    ]
    for place, (difference, reason) in enumerate(weights):
        y = 18 + ROW * place
        wide = half * abs(difference) / reach
        left = middle if difference > 0 else middle - wide
        content += [
            text(TERM_NAMES - 8, y + 15, reason.name.replace("_", " "), "strong", "end"),
            rect(left, y + 5, wide, 14, palette.FOR if difference > 0 else palette.AGAINST),
            text(middle + wide + 4 if difference > 0 else middle - wide - 4, y + 16, signed(difference), "small", "start" if difference > 0 else "end"),
            *_lines(middle + half + 42, y + 10, reason),
        ]
    said = "; ".join(f"{weight.reason.name.replace('_', ' ')} {signed(weight.difference)}" for weight in weights)
    return title + svg(WIDTH, 24 + ROW * len(weights), f"For {chosen} against {rival}: {said}", content)


def _lines(x: float, y: float, reason: Reason) -> list[str]:
    """A term's meaning, cut to the room there is, and its source below it; both whole in the tooltip and in the table."""
    room = WIDTH - x
    told = f"<title>{escape(reason.meaning)} [{escape(reason.source)}]</title>"
    return [f"<g>{told}", text(x, y, _cut(reason.meaning, room), "small"), text(x, y + 11, _cut(reason.source, room), "small faint"), "</g>"]


def _cut(content: str, room: float) -> str:
    if width_of(content, palette.TINY) <= room:
        return content
    kept = content
    while kept and width_of(kept + "…", palette.TINY) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,;:") + "…"


def _tables(made: Explanation) -> str:
    """Every option with every term: what the picture leaves out."""
    return "".join(_table(weighed, weighed.option == made.chosen) for weighed in made.weighed)


def _table(weighed: Weighed, chosen: bool) -> str:
    rows = "".join(
        f"<tr><td>{escape(reason.name.replace('_', ' '))}</td><td class='number'>{escape(signed(reason.value))}</td>"
        f"<td>{escape(reason.meaning)}</td><td>{escape(reason.source)}</td></tr>"
        for reason in weighed.reasons
    )
    name = f"{option(weighed.option)}{' (chosen)' if chosen else ''}: utility {signed(weighed.utility)}, {percent(weighed.probability)}"
    return (
        f"<details><summary>{escape(name)}</summary><table><tr><th>term</th><th>utility</th><th>meaning</th><th>source</th></tr>"
        f"{rows}</table></details>"
    )
