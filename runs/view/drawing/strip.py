"""Week by week this world beside the same luck without the troops: a strip of rungs each, and where the two part."""

from itertools import groupby

import numpy as np

from ....model.outcomes import RUNGS
from . import palette
from .forks import Fork, fork
from .markup import drawing, escape, heading, line, rect, svg, text

WIDTH, LEFT, RIGHT, BAND, TOP = 720.0, 84.0, 6.0, 24.0, 22.0


def draw_twin_strip(history: np.ndarray, twin: np.ndarray, horizon: float) -> str:
    """Two strips from week 0 to `horizon`, coloured by rung: above with the troops, below without. HTML."""
    twin = twin[: len(history)]
    found = fork(history, twin)
    rows = (("with", history), ("without", twin))
    content = []
    for place, (name, world) in enumerate(rows):
        y = TOP + place * (BAND + 5)
        content += [text(LEFT - 8, y + BAND / 2 + 4, name, "strong" if place == 0 else "", "end")]
        content.append(rect(LEFT, y, WIDTH - LEFT - RIGHT, BAND, "#f1f3f5"))
        content += _strip(world, y, horizon)
    bottom = TOP + 2 * BAND + 5
    content += _axis(bottom, horizon)
    if found is not None:
        x = _x((found.step - 1) * float(history["weeks_per_step"][-1]), horizon)
        content.append(line(x, TOP - 5, x, bottom + 4, palette.INK, 1.4))
        late = x > WIDTH * 0.7
        content.append(text(x + (-4 if late else 4), TOP - 6, "here they part", "small strong", "end" if late else "start"))
    rungs = [_now(world) for _, world in rows]
    alternative = f"Rungs week by week. Now with the troops: {rungs[0]}; without them: {rungs[1]}."
    return drawing(
        "strip",
        [
            heading("The same luck without the troops", f"now: {rungs[0]} with them, {rungs[1]} without"),
            svg(WIDTH, bottom + 24, alternative, content),
            _key(history, twin),
            f'<p class="note">{escape(_told(found, history))}</p>',
        ],
    )


def _now(world: np.ndarray) -> str:
    return RUNGS[int(world["ladder"]["rung"][-1])].replace("_", " ")


def _x(week: float, horizon: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * min(1.0, week / max(1.0, horizon))


def _strip(world: np.ndarray, y: float, horizon: float) -> list[str]:
    """Equal neighbours are one rectangle."""
    weeks = np.array(world["week"])
    drawn = []
    start = 1
    for rung, run in groupby(world["ladder"]["rung"][1:].tolist()):
        end = start + len(list(run))
        left, right = _x(float(weeks[start - 1]), horizon), _x(float(weeks[end - 1]), horizon)
        drawn.append(rect(left, y, right - left, BAND, palette.RUNG_COLOURS[RUNGS[rung]]))
        start = end
    return drawn


def _axis(bottom: float, horizon: float) -> list[str]:
    step = 52 if horizon > 52 else max(1, round(horizon / 4))
    drawn = []
    for week in range(0, int(horizon) + 1, step):
        x = _x(week, horizon)
        name = "start" if week == 0 else f"year {week // 52}" if step == 52 else f"week {week}"
        anchor = "start" if week == 0 else "end" if x > WIDTH - RIGHT - 16 else "middle"
        drawn += [line(x, bottom, x, bottom + 4, palette.FAINT, 0.8), text(x, bottom + 18, name, "small faint", anchor)]
    return drawn


def _key(history: np.ndarray, twin: np.ndarray) -> str:
    """The rungs there are, with their colours."""
    seen = sorted(set(history["ladder"]["rung"].tolist()) | set(twin["ladder"]["rung"].tolist()))
    items = (
        f'<span><i style="background:{palette.RUNG_COLOURS[RUNGS[rung]]}"></i>{RUNGS[rung].replace("_", " ")}</span>'
        for rung in seen
    )
    return f'<div class="legend">{"".join(items)}</div>'


def _told(found: Fork | None, history: np.ndarray) -> str:
    if found is None:
        return "So far every capital has chosen alike in both."
    return f"They part in week {(found.step - 1) * float(history['weeks_per_step'][-1]):g}. {found.sentence}"
