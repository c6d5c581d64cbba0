"""What became of a future: the worst it reached, when each event first happened, means, and what became of its orders."""

from typing import Any

from ...agents.choice import NOTHING
from ...agents.mindset import MINDSETS
from ...model.course import Course
from ...model.orders import OBEYED, REFUSED, WAITING
from ...model.outcomes import EVENTS, MEAN_SPANS, MEANS, ORIGINS, RUNGS, WORST, failed

ORDER_STATES = {WAITING: "never_due", OBEYED: "obeyed", REFUSED: "refused"}


def ending_json(model: Course) -> dict[str, Any]:
    """The outcome of a model that has been played: the last line of `play --json`."""
    outcome = model.world.outcome
    return {
        "scenario": model.preset.name,
        "seed": model.seed,
        "run": model.run,
        "weeks": model.weeks,
        "weeks_played": model.week,
        "mindset": MINDSETS[int(outcome.mindset)].name,
        "worst": WORST[int(outcome.worst)].name,
        "failed": bool(failed(outcome.worst)),
        "began": ORIGINS[int(outcome.began)].name,
        "peak_rung": RUNGS[int(outcome.peak_rung)],
        "first": {event.name: _week_or_none(outcome.first[index]) for index, event in enumerate(EVENTS)},
        "counts": {name: int(outcome[name]) for name in ("crises", "mobilisations", "launches", "attacks", "clashes")},
        "means": means(model),
        "orders": [{"order": order.text, "state": ORDER_STATES[state]} for order, state in model.order_states()],
        "note": "explores assumptions, does not forecast",
    }


def means(model: Course) -> dict[str, float | None]:
    """Means over the weeks of ceasefire lived; None if there were none. Violations and deaths are a year's."""
    outcome = model.world.outcome
    lived = float(outcome.weeks)
    return {
        mean.name: float(outcome.sums[index]) / lived * MEAN_SPANS[index] if lived else None for index, mean in enumerate(MEANS)
    }


def _week_or_none(week: int) -> int | None:
    return None if week == NOTHING else int(week)
