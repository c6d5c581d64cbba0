"""A stretch of weeks in which nothing grave happens, told in passing: what stood, what moved, who changed sides."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from .chronicle import Week
from .phrases import percent, short_date, soldiers

CONDUCT = {"comply": "quiet; Moscow complies", "coerce": "Moscow coerces", "probe": "Moscow keeps probing"}

MOVES = {
    ("out", "supporting"): "Support without troops",
    ("pledged", "supporting"): "Pledge not made good",
    ("supporting", "pledged"): "Pledge troops",
    ("out", "pledged"): "Pledge troops",
    ("pledged", "deployed"): "Send troops",
    ("deployed", "out"): "Withdraw",
    ("supporting", "out"): "Turn away",
    ("pledged", "out"): "Take back the pledge",
}

POLICIES = {
    "withdraw": "ends deliveries",
    "withhold": "withholds",
    "slow_walk": "slow-walks",
    "deliver": "delivers",
    "deliver_more": "delivers more",
}

KYIV = {"hedge": "hedges", "retaliate": "retaliates", "press": "presses its luck again"}
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
        state = "general war"
    elif last["clash"]:
        state = "the clash goes on"
    elif last["crisis"]:
        state = "the crisis goes on"
    else:
        state = CONDUCT[last["conduct"]]
    return f"{span(weeks)}: {state}; {_troops(stood['troops'], last['troops'])}"


def _troops(before: float, after: float) -> str:
    if soldiers(before) == soldiers(after):
        return f"troops {soldiers(after)}" if after else "no foreign troops"
    return f"troops {soldiers(before)} \N{RIGHTWARDS ARROW} {soldiers(after)}"


def asides(weeks: Sequence[Week], stood: dict[str, Any]) -> list[str]:
    """What moved meanwhile, a sentence each, with the weeks in brackets."""
    told: dict[str, list[str]] = defaultdict(list)
    for week in weeks:
        for name, detail in week.happened:
            mark = f"{detail.get('country', '')} ({week.week:g})"
            if name == "ally_moves":
                told[_move(detail)].append(mark)
            elif name == "government_changes":
                told["New government"].append(mark)
            elif name in {"veto", "veto_lifted"}:
                told["Block the alliance" if name == "veto" else "No longer block it"].append(mark)
    moves = (f"{verb}: {', '.join(names)}." for verb, names in told.items())
    return [sentence for sentence in (_washington(weeks, stood["washington"]), _kyiv(weeks, stood["kyiv"]), *moves) if sentence]


def _move(detail: dict) -> str:
    if detail["from"] == detail["to"]:
        return "Reinforce" if detail["share"] == 1.0 else "Draw down" if detail["share"] < 0.5 else "Cut back to the pledge"
    return MOVES.get((detail["from"], detail["to"]), f"From {detail['from']} to {detail['to']}")


def _washington(weeks: Sequence[Week], policy: str) -> str:
    """Elections and changes of policy."""
    parts = []
    for week in weeks:
        for name, detail in week.happened:
            if name == "american_election":
                parts.append(f"{'new presidential term' if detail['presidential'] else 'midterm election'} ({week.week:g})")
        now = week.situation["washington"]
        if now != policy:
            parts.append(f"{POLICIES[now]} ({week.week:g})")
        policy = now
    return f"Washington: {', '.join(parts)}." if parts else ""


def _kyiv(weeks: Sequence[Week], conduct: str) -> str:
    """Retaliation and the long arm; restraint and field works go without saying."""
    times: dict[str, list[str]] = defaultdict(list)
    for week in weeks:
        for made in week.decisions:
            if made.actor == "Ukraine" and made.chosen in KYIV and (made.chosen != "press" or conduct == "press"):
                times[KYIV[made.chosen]].append(f"{week.week:g}")
        conduct = week.situation["kyiv"]
    if not times:
        return ""
    told = ", ".join(f"{verb} ({', '.join(when)})" for verb, when in times.items())
    return f"Kyiv: {told}; its confidence in the guarantee is {percent(weeks[-1].situation['kyiv_confidence'])}."
