"""A stretch of weeks in which nothing grave happens, told in passing: what stood, what moved, who changed sides."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from ...agents.explanation import Explanation
from .chronicle import Week
from .phrases import percent, short_date, soldiers

CONDUCT = {"comply": "quiet; Moscow complies", "coerce": "Moscow coerces", "probe": "Moscow keeps probing"}

MOVES = {
    ("out", "supporting"): "Support without troops",
    ("pledged", "supporting"): "Pledge not made good",
    ("supporting", "pledged"): "Pledge troops",
    ("out", "pledged"): "Pledge troops",
    ("pledged", "deployed"): "Send troops",
    ("deployed", "out"): "Bring their troops home",
    ("supporting", "out"): "Withdraw their support",
    ("pledged", "out"): "Take back their pledge",
}

VETOES = {
    "veto": ("Block the alliance", "Would block the alliance, were it asked"),
    "veto_lifted": ("No longer block it", "Would no longer block it"),
}
"""Blocking the alliance and ceasing to, where its consensus is needed and where that is taken for granted."""

POWERS = {"Russian": "russian_power", "Ukrainian": "ukrainian_power"}

POLICIES = {
    "withdraw": "ends deliveries",
    "withhold": "holds most of it back",
    "slow_walk": "delivers late and in part",
    "deliver": "delivers what was promised",
    "deliver_more": "delivers all of it and early",
}

KYIV = {
    "hedge": "builds its long-range arm",
    "retaliate": "answers violations in kind",
    "press": "presses its luck again",
}
"""What of Kyiv's conduct is told in passing; pressing its luck for the first time has a heading of its own."""


def span(weeks: Sequence[Week]) -> str:
    """Which weeks, with dates."""
    first, last = weeks[0], weeks[-1]
    if len(weeks) == 1:
        return f"Week {first.week:g} ({short_date(first.date)})"
    return f"Weeks {first.week:g}-{last.week:g} ({short_date(first.date)} to {short_date(last.date)})"


def summary(weeks: Sequence[Week], stood: dict[str, Any]) -> str:
    """What stood over these weeks, in one line; `stood` is the situation before them."""
    last = weeks[-1].situation
    if last["war"]:
        state = f"general war; {_powers(stood, last)}"
    elif last["clash"]:
        state = "the clash goes on"
    elif last["crisis"]:
        state = "the crisis goes on"
    else:
        state = CONDUCT[last["conduct"]]
    return f"{span(weeks)}: {state}; {_troops(stood['troops'], last['troops'])}"


def _powers(before: dict[str, Any], after: dict[str, Any]) -> str:
    """How both armies fare, as an index of land power."""
    sides = (f"{name} {before[key]:.2f} \N{RIGHTWARDS ARROW} {after[key]:.2f}" for name, key in POWERS.items())
    return f"land power (1: Russia's of early 2022): {', '.join(sides)}"


def _troops(before: float, after: float) -> str:
    if soldiers(before) == soldiers(after):
        return f"troops {soldiers(after)}" if after else "no foreign troops"
    return f"troops {soldiers(before)} \N{RIGHTWARDS ARROW} {soldiers(after)}"


def asides(weeks: Sequence[Week], stood: dict[str, Any], told: Sequence[Explanation] = ()) -> list[str]:
    """What moved meanwhile, a sentence each, with the weeks in brackets; `told` are decisions that have a line of their own."""
    moved: dict[str, list[str]] = defaultdict(list)
    for week in weeks:
        for name, detail in week.happened:
            mark = f"{detail.get('country', '')} ({week.week:g})"
            if name == "ally_moves":
                moved[_move(detail)].append(mark)
            elif name == "government_changes":
                moved["New government"].append(mark)
            elif name in VETOES:
                moved[VETOES[name][detail["overruled"]]].append(mark)
    moves = (f"{verb}: {', '.join(names)}." for verb, names in moved.items())
    reviewed = any(made.actor == "United States" for made in told)
    washington = _washington(weeks, stood["washington"], reviewed)
    return [sentence for sentence in (washington, _kyiv(weeks, stood["kyiv"]), *moves) if sentence]


def _move(detail: dict) -> str:
    if detail["from"] == detail["to"]:
        if detail["share"] == 1.0:
            return "Send all they can keep up"
        return "Leave a smaller contingent" if detail["share"] < 0.5 else "Go back to what was pledged"
    return MOVES.get((detail["from"], detail["to"]), f"From {detail['from']} to {detail['to']}")


def _washington(weeks: Sequence[Week], policy: str, reviewed: bool) -> str:
    """Elections, and changes of policy unless the review that brought them is told by itself."""
    parts = []
    for week in weeks:
        for name, detail in week.happened:
            if name == "american_election":
                parts.append(f"{'new presidential term' if detail['presidential'] else 'midterm election'} ({week.week:g})")
        now = week.situation["washington"]
        if now != policy and not reviewed:
            parts.append(f"{POLICIES[now]} ({week.week:g})")
        policy = now
    return f"Washington: {', '.join(parts)}." if parts else ""


def _kyiv(weeks: Sequence[Week], conduct: str) -> str:
    """Answers in kind and the long arm; restraint and field works go without saying."""
    times: dict[str, list[str]] = defaultdict(list)
    for week in weeks:
        for made in week.decisions:
            if made.actor == "Ukraine" and made.chosen in KYIV and (made.chosen != "press" or conduct == "press"):
                times[KYIV[made.chosen]].append(f"{week.week:g}")
        conduct = week.situation["kyiv"]
    if not times:
        return ""
    told = ", ".join(f"{verb} ({', '.join(when)})" for verb, when in times.items())
    return f"Kyiv: {told}; its confidence that others would come is {percent(weeks[-1].situation['kyiv_confidence'])}."
