"""The ladder: named rungs, today's rung, words apart from deeds, and the path of the last half-year."""

import numpy as np

from ....model.ladder import WEEKS_PER_RUNG_DOWN
from ....model.outcomes import RUNG, RUNGS, WORDS
from . import palette
from .markup import circle, drawing, group, heading, line, path, rect, svg, text, through

PATH_WEEKS = 26
"""Weeks of the past that are drawn (assumption: as far back as a reader asks)."""
WIDTH, ROW, TOP, NAMES = 360.0, 22.0, 6.0, 150.0
MEANINGS = {
    "calm": "no deed that breaks the ceasefire",
    "violations": "breaches of the ceasefire",
    "pressure": "hybrid attacks, threats",
    "probing": "limited attacks in one sector",
    "mobilisation": "an army is gathered; a crisis",
    "ground_grab": "a grab for ground",
    "attack_on_force": "the foreign force is attacked",
    "general_war": "a general offensive",
    "clash": "coalition states fight Russian forces",
    "wider_war": "fighting beyond Ukraine",
    "nuclear_use": "a nuclear weapon is used",
}
"""Each rung in a few words."""


def draw_ladder(history: np.ndarray, twin: np.ndarray | None = None) -> str:
    """The ladder at the last week of `history`, with the twin's path as a dashed line if there is one. HTML."""
    steps = _steps(history)
    deeds, words = history["ladder"]["rung"][-steps:], history["ladder"]["words"][-steps:]
    rung, said = int(deeds[-1]), WORDS[int(words[-1])]
    height = TOP + ROW * len(RUNGS) + 64
    right = WIDTH - 14
    xs = np.linspace(NAMES + 14, right, steps) if steps > 1 else np.array([right])
    content = [_row(index, rung) for index in range(len(RUNGS))]
    y = TOP + ROW * (len(RUNGS) - RUNG.nuclear_use)
    content += [line(0, y, WIDTH, y, palette.INK, 1, "3 2.5"), text(NAMES + 8, y + 11, "nuclear threshold", "small faint")]
    if twin is not None:
        other = twin["ladder"]["rung"][len(history) - steps : len(history)]
        if len(other):
            content.append(path(_stairs(xs[: len(other)], other), stroke=palette.TWIN, width=1.6, more='stroke-dasharray="3 2"'))
            if other[-1] != rung:
                content.append(text(right, _middle(int(other[-1])) + 12, "without troops", "small halo", "end", palette.TWIN))
    content.append(path(_stairs(xs, deeds), stroke=palette.INK, width=2.0, more='stroke-linejoin="round"'))
    content.append(circle(right, _middle(rung), 5, palette.RUNG_COLOURS[RUNGS[rung]], f'stroke="{palette.INK}" stroke-width="2"'))
    content += _words(xs, words, TOP + ROW * len(RUNGS) + 20)
    name, loud = RUNGS[rung].replace("_", " "), said.replace("_", " ")
    alternative = f"Ladder of escalation. Deeds: {name}, rung {rung} of {RUNG.nuclear_use}. Words: {loud}."
    return drawing(
        "ladder",
        [
            heading("The ladder", f"deeds: {name}; words: {loud}"),
            svg(WIDTH, height, alternative, content),
            f'<p class="note">{MEANINGS[RUNGS[rung]].capitalize()}. '
            f"The world climbs at once and comes down a rung in {WEEKS_PER_RUNG_DOWN:g} weeks without a deed on it.</p>",
        ],
    )


def _steps(history: np.ndarray) -> int:
    """How many of the last records make up the path."""
    per_week = 1.0 / float(history["weeks_per_step"][-1])
    return int(min(len(history), PATH_WEEKS * per_week + 1))


def _middle(rung: int) -> float:
    return TOP + ROW * (len(RUNGS) - rung - 0.5)


def _row(index: int, rung: int) -> str:
    name = RUNGS[index]
    y = TOP + ROW * (len(RUNGS) - index - 1)
    now = index == rung
    fill = palette.RUNG_COLOURS[name]
    content = [
        rect(0, y + 1, NAMES, ROW - 2, fill, "" if now else 'fill-opacity=".32"'),
        line(NAMES, y + ROW, WIDTH, y + ROW, "#eceff1", 0.7),
        text(8, y + ROW / 2 + 4, index, "small faint" if not now else "small strong", fill=palette.ink_on(fill) if now else ""),
        text(27, y + ROW / 2 + 4, name.replace("_", " "), "strong" if now else "", fill=palette.ink_on(fill) if now else ""),
    ]
    if now:
        content.append(rect(0, y + 1, NAMES, ROW - 2, "none", f'stroke="{palette.INK}" stroke-width="1.6"'))
    return group(content, f"Rung {index}: {name.replace('_', ' ')}, {MEANINGS[name]}")


def _stairs(xs: np.ndarray, rungs: np.ndarray) -> str:
    """A line that keeps its rung until the next week."""
    ys = np.array([_middle(int(rung)) for rung in rungs])
    return through(np.repeat(xs, 2)[1:], np.repeat(ys, 2)[:-1])


def _words(xs: np.ndarray, words: np.ndarray, top: float) -> list[str]:
    """The ladder of words: its own small staircase below that of deeds."""
    size = 10.0
    drawn = [text(0, top + 4, "words", "small faint"), line(0, top - 13, WIDTH, top - 13, palette.INK, 0.8)]
    now = WORDS[int(words[-1])]
    drawn.append(text(36, top + 4, now.replace("_", " "), "strong"))
    base = top + 3 * size - 6
    gap = float(xs[1] - xs[0]) if len(xs) > 1 else 8.0
    for x, word in zip(xs.tolist(), words.tolist(), strict=True):
        high = 2 + word * size * 0.8
        fill = ("#e3e6e9", "#b9c0c7", "#8f6f4d", palette.RUSSIA)[word]
        drawn.append(rect(x - gap, base - high, max(1.0, gap - 0.8), high, fill))
    drawn += [
        text(NAMES + 14 - gap, base + 12, f"{len(xs) - 1} weeks ago" if len(xs) > 1 else "", "small faint"),
        text(xs[-1], base + 12, "now", "small faint", "end"),
    ]
    return drawn
