"""The front: Ukraine's sectors along the line of contact, the forces of three sides in each, and what was done this week."""

from functools import cache

import numpy as np

from ....agents.chance import WHO
from ....agents.record import part
from ....model.theatre import SECTORS
from ...story.phrases import place, soldiers
from . import geography, palette
from .acts import Act, acts_of
from .assaults import KYIV, marks_of
from .marks import disc, radius
from .markup import circle, drawing, escape, group, heading, legend, path, rect, svg, text
from .projection import FRONT

POWER_DISC = 27.0
"""Radius in pixels of a land power of 1, that of Russia's army in early 2022; area goes with power."""
FORCE_DISC = 5.2
"""Radius in pixels of a thousand foreign soldiers on this map."""
VIOLATIONS_A_DOT = 250.0
"""Violations of the ceasefire in a week that one dot stands for."""
GOLDEN = 0.6180339887498949
"""Step of a sequence that spreads dots evenly along a line, always the same way (van der Corput's idea with the golden section)."""
WEST = (92.4, 191.5)
NAMES = {
    "north": (198.0, 76.0, "end"),
    "sumy_kharkiv": (352.0, 68.0, "middle"),
    "luhansk_lyman": (477.0, 101.0, "end"),
    "donetsk": (477.0, 188.0, "end"),
    "zaporizhzhia": (374.0, 238.0, "start"),
    "kherson_dnipro": (309.0, 279.0, "start"),
    "odesa_coast": (251.0, 316.0, "middle"),
    "west": (92.4, 191.5, "middle"),
}
"""Where the sectors' names stand, in pixels, and which end of the text stands there."""


def draw_front(history: np.ndarray, chosen: int | None = None, twin: np.ndarray | None = None) -> str:
    """The front at the last week of a history: title, map, key, and the week's acts in words."""
    world = history[-1]
    acts = acts_of(history)
    told = "".join(f"<li>{escape(act.sentence)}</li>" for act in acts) or "<li>Nothing yet: the ceasefire begins.</li>"
    return drawing(
        "front",
        [
            heading("The front", "forces by sector, and what was done this week"),
            legend(
                [("Russian", palette.RUSSIA), ("Ukrainian land power", palette.UKRAINE), ("foreign soldiers", palette.COALITION)],
                "round",
            ),
            svg(
                FRONT.width,
                FRONT.height,
                "Ukraine and its line of contact. " + " ".join(act.sentence for act in acts),
                _content(world, acts, chosen),
                "front pickable",
            ),
            f'<ul class="acts">{told}</ul>',
            _without(world, twin, len(history)),
            f'<p class="note">Discs to scale. {posture(world)}{_ground_lost(world)}'
            f" One dot: {VIOLATIONS_A_DOT:.0f} violations this week.</p>",
        ],
    )


def _content(world: np.record, acts: tuple[Act, ...], chosen: int | None) -> list[str]:
    lost = part(world, "situation", "sectors")["lost"].tolist()
    content = [_base(), _incidents(float(part(world, "field", "violations")))]
    content += [_lost(index) for index in range(len(SECTORS)) if lost[index]]
    content += [_sector(index, world, bool(lost[index])) for index in range(len(SECTORS))]
    content += [mark for act in acts for mark in marks_of(act)]
    return content


def posture(world: np.record) -> str:
    """Where the foreign soldiers stand, in words."""
    troops = float(part(world, "coalition", "troops"))
    if troops <= 0:
        return "No foreign soldiers are there."
    cities, on_line = float(part(world, "levers", "share_in_cities")), float(part(world, "levers", "share_on_line"))
    parts = [("in the rear", 1 - cities - on_line), ("in cities", cities), ("on the line", on_line)]
    told = ", ".join(f"{share:.0%} {where}" for where, share in parts if share > 0.004).replace("%", " %")
    return f"Of {soldiers(troops)} foreign soldiers {told}."


def soldiers_in(world: np.record) -> list[float]:
    """Foreign soldiers by sector, in thousands: in cities where cities are, on the line by its length, the rest in the west."""
    troops = float(part(world, "coalition", "troops"))
    cities, on_line = float(part(world, "levers", "share_in_cities")), float(part(world, "levers", "share_on_line"))
    rear = troops * max(0.0, 1 - cities - on_line)
    spread = [troops * (cities * sector.city_share + on_line * sector.frontage) for sector in SECTORS]
    return [there + (rear if sector.name == "west" else 0.0) for there, sector in zip(spread, SECTORS, strict=True)]


@cache
def _base() -> str:
    """What never changes: countries, occupied land, the line of contact, the capital."""
    fills = {geography.UKRAINE: "#f7ecc4", geography.RUSSIA: "#e9d3d5", geography.CRIMEA: "none"}
    drawn = [rect(0, 0, FRONT.width, FRONT.height, palette.SEA)]
    shapes = {outline.number: outline for outline in geography.outlines("ukraine", FRONT)}
    drawn += [
        path(shape.path, fills.get(shape.number, palette.LAND), "#cfc8b8", 0.7)
        for shape in shapes.values()
        if shape.number != geography.CRIMEA
    ]
    x, y = geography.contact(FRONT)
    inland = slice(geography.BORDER_ENDS, geography.COAST_BEGINS + 1)
    border = geography.through(x[: geography.BORDER_ENDS + 1], y[: geography.BORDER_ENDS + 1])
    coast = geography.through(x[geography.COAST_BEGINS :], y[geography.COAST_BEGINS :])
    drawn += [
        '<defs><pattern id="held" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="1.6" height="6" fill="{palette.RUSSIA}"/></pattern>'
        f'<clipPath id="land"><path d="{shapes[geography.UKRAINE].path}"/></clipPath></defs>',
        path(geography.occupied(FRONT), "url(#held)", more='clip-path="url(#land)" opacity=".45"'),
        path(shapes[geography.CRIMEA].path, "url(#held)", more='opacity=".45"'),
        path(border, stroke=palette.FAINT, width=1.6, more='stroke-dasharray="2 3"'),
        path(coast, stroke=palette.FAINT, width=1.6, more='stroke-dasharray="2 3"'),
        path(geography.through(x[inland], y[inland]), stroke=palette.RUSSIA, width=2.6, more='stroke-linejoin="round"'),
        rect(KYIV[0] - 3, KYIV[1] - 3, 6, 6, palette.INK),
        text(KYIV[0] - 6, KYIV[1] + 4, "Kyiv", "strong halo", "end"),
    ]
    for name, longitude, latitude in (
        ("Russia", 40.2, 46.6),
        ("Belarus", 28.0, 52.5),
        ("Crimea", 34.3, 45.2),
        ("Moldova", 28.3, 47.6),
    ):
        drawn.append(text(*FRONT.point(longitude, latitude), name, "small faint halo minor", "middle"))
    return "".join(drawn)


def _sector(index: int, world: np.record, lost: bool) -> str:
    """A sector's name and its forces: Moscow's behind the line, Kyiv's before it, foreign soldiers further back."""
    sector = SECTORS[index]
    russian = float(part(world, "field", "russian_power")) * sector.russian_share
    ukrainian = float(part(world, "field", "ukrainian_power")) * sector.ukrainian_share
    foreign = soldiers_in(world)[index]
    content = []
    if sector.frontage > 0:
        x, y, dx, dy = geography.outward(index, FRONT)
        gap = 4.0
        theirs, ours = radius(russian, POWER_DISC), radius(ukrainian, POWER_DISC)
        content += [
            disc(x + dx * (theirs + gap), y + dy * (theirs + gap), russian, palette.RUSSIA, POWER_DISC),
            disc(
                x - dx * (ours + gap),
                y - dy * (ours + gap),
                ukrainian,
                palette.UKRAINE,
                POWER_DISC,
                f'style="stroke:{palette.UKRAINE_INK}"',
            ),
        ]
        reach = gap + 2 * ours + radius(foreign, FORCE_DISC) + 1
        x, y = x - dx * reach, y - dy * reach
    else:
        x, y = WEST
    if foreign > 0:
        content.append(disc(x, y, foreign, palette.COALITION, FORCE_DISC, 'class="posture"'))
    across, down, anchor = NAMES[sector.name]
    if sector.name == "west":
        down += radius(foreign, FORCE_DISC) + 13 if foreign else 0
    content.append(
        text(across, down, shown(index), "sector strong halo" if sector.frontage > 0 or foreign > 0 else "sector faint", anchor)
    )
    said = f"{place(sector.name)}: {sector.meaning}. Land power, Russian {russian:.2f}, Ukrainian {ukrainian:.2f}"
    said += f"; {soldiers(foreign)} foreign soldiers" if foreign > 0 else ""
    return group(
        content, said + ("; ground has been lost here." if lost else "."), "", {"sector": sector.name, "actor": WHO.ukraine}
    )


def _lost(index: int) -> str:
    """Ground taken since the ceasefire: a bulge of the line, not to scale."""
    xs, ys = geography.stretch(index, FRONT)
    if len(xs) < 2:
        return ""
    x, y, dx, dy = geography.outward(index, FRONT)
    data = geography.through(xs, ys) + f"Q{x - dx * 44:.1f},{y - dy * 44:.1f} {xs[0]:.1f},{ys[0]:.1f}Z"
    return group(
        [path(data, palette.RUSSIA, palette.RUSSIA, 1.5, 'fill-opacity=".55"')],
        f"Ground lost in {place(SECTORS[index].name)}",
        "ground",
    )


@cache
def _dots() -> tuple[tuple[float, float], ...]:
    """Places for dots along the line of contact, as many as a bad week needs."""
    xs, ys = geography.contact(FRONT)
    xs, ys = xs[4 : geography.COAST_BEGINS + 1], ys[4 : geography.COAST_BEGINS + 1]
    length = np.append(0.0, np.hypot(np.diff(xs), np.diff(ys)).cumsum())
    made = []
    for step in range(160):
        along = (step * GOLDEN) % 1.0 * length[-1]
        off = ((step * GOLDEN * GOLDEN * 7) % 1.0 - 0.5) * 11
        x, y = np.interp(along, length, xs), np.interp(along, length, ys)
        made.append((float(x) + off, float(y) + off))
    return tuple(made)


def _incidents(violations: float) -> str:
    count = min(len(_dots()), round(violations / VIOLATIONS_A_DOT))
    return "".join(circle(x, y, 1.5, palette.ACCENT, 'class="incident" opacity=".8"') for x, y in _dots()[:count])


def shown(index: int) -> str:
    """A sector's name on the map."""
    return place(SECTORS[index].name) if SECTORS[index].frontage > 0 else "west (rear)"


def _ground_lost(world: np.record) -> str:
    lost = part(world, "situation", "sectors")["lost"].tolist()
    taken = [place(sector.name) for sector, gone in zip(SECTORS, lost, strict=False) if gone]
    return f" Ground lost so far (not to scale): {', '.join(taken)}." if taken else ""


def _without(world: np.record, twin: np.ndarray | None, steps: int) -> str:
    """What differs at the front without the troops, under the same luck."""
    if twin is None:
        return ""
    other = twin[min(len(twin), steps) - 1]
    lost, there = ((part(each, "situation", "sectors")["lost"] > 0).sum() for each in (world, other))
    war, there_war = (bool(part(each, "field", "war")) for each in (world, other))
    if lost == there and war == there_war:
        return '<p class="note">Without the troops the same luck leaves the front as it is here.</p>'
    words = f"{int(there)} sector{'' if there == 1 else 's'} lost{', general war' if there_war else ''}"
    here = f"{int(lost)} sector{'' if lost == 1 else 's'} lost{', general war' if war else ''}"
    return f'<p class="note">The same luck without the troops: {words}; with them: {here}.</p>'
