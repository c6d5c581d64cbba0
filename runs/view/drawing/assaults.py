"""The marks of what was done in a week, where it fell on the map of the front."""

from ....model.theatre import SECTORS
from . import geography, palette
from .acts import Act, Kind
from .marks import arrow, burst
from .markup import circle, group, path, text
from .projection import FRONT

KYIV = FRONT.point(30.523, 50.45)


def marks_of(act: Act) -> list[str]:
    """The mark of an act, where it fell; ground that was taken stays on the map and is drawn with it."""
    if act.kind in ARROWS and act.sector is not None:
        return [group([_attack(act.sector, *ARROWS[act.kind])], act.sentence, str(act.kind))]
    if act.kind == Kind.COUNTER_ATTACK and act.sector is not None:
        return [group([_push(act.sector, 40, 8)], act.sentence, str(act.kind))]
    if act.kind == Kind.OFFENSIVE:
        fronts = [index for index, sector in enumerate(SECTORS) if sector.frontage > 0.05]
        return [group([_attack(index, 50.0, 8.0) for index in fronts], act.sentence, str(act.kind))]
    if act.kind in PLACED:
        (longitude, latitude), size, fill = PLACED[act.kind]
        x, y = FRONT.point(longitude, latitude)
        name = text(x, y + size + 12, WORDS[act.kind], "sector strong halo", "middle", fill)
        return [group([burst(x, y, size, fill), name], act.sentence, str(act.kind))]
    if act.kind == Kind.MOBILISATION:
        return [group(_camps(), act.sentence, str(act.kind))]
    if act.kind in (Kind.HEDGE, Kind.RETALIATION, Kind.PRESSING):
        return [group(_kyiv(act.kind), act.sentence, str(act.kind))]
    return []


ARROWS = {Kind.PROBE: (36.0, 6.0), Kind.SEIZURE: (58.0, 11.0)}
"""Length and thickness of the arrow of an attack in one sector."""
ARROWS_ABOVE = {"luhansk_lyman", "sumy_kharkiv"}
"""Sectors whose arrows stand on the other side of their discs, where there is room."""
WORDS = {
    Kind.STRIKE: "strike",
    Kind.CONTACT: "contact",
    Kind.CLASH: "clash",
    Kind.WIDER: "wider war",
    Kind.NUCLEAR: "nuclear use",
}


def _attack(sector: int, length: float, thick: float) -> str:
    """An arrow over the line, beside the discs of the sector."""
    x, y, dx, dy = geography.outward(sector, FRONT)
    aside = (8 + thick) * (-1 if SECTORS[sector].name in ARROWS_ABOVE else 1)
    return arrow(x - dx * 16 - dy * aside, y - dy * 16 + dx * aside, -dx, -dy, length, thick, palette.ACCENT)


def _camps() -> list[str]:
    """Where a mobilised army is drawn: behind the front, in no place that anybody reported."""
    made = []
    for longitude, latitude in ((34.6, 52.1), (40.3, 51.3), (41.3, 48.95)):
        x, y = FRONT.point(longitude, latitude)
        made.append(
            circle(x, y, 9, palette.PAPER, f'fill-opacity=".5" stroke="{palette.ACCENT}" stroke-width="2.2" stroke-dasharray="4 2"')
        )
        made.append(circle(x, y, 4, palette.ACCENT))
    return [*made, text(*FRONT.point(35.3, 52.05), "army mobilised", "sector strong halo", "start", palette.ACCENT)]


PLACED = {
    Kind.STRIKE: ((26.2, 50.1), 15.0, palette.ACCENT),
    Kind.CONTACT: ((34.6, 48.9), 9.0, palette.BLOCKING),
    Kind.CLASH: ((34.6, 48.9), 17.0, palette.ACCENT),
    Kind.WIDER: ((23.2, 51.3), 20.0, palette.RUNG_COLOURS["wider_war"]),
    Kind.NUCLEAR: ((29.3, 48.7), 26.0, palette.RUNG_COLOURS["nuclear_use"]),
}
"""Acts that fall on no sector: where their mark stands (longitude, latitude), how large, in which colour."""


def _kyiv(kind: Kind) -> list[str]:
    """Kyiv's acts, in its own colour: a long arc into Russia, or small pushes over the line."""
    if kind == Kind.HEDGE:
        ends = (FRONT.point(37.6, 52.3), FRONT.point(39.6, 51.0))
        return [
            path(
                f"M{KYIV[0]:.1f},{KYIV[1]:.1f}Q{(KYIV[0] + x) / 2:.1f},{min(KYIV[1], y) - 34:.1f} {x:.1f},{y:.1f}",
                stroke=palette.UKRAINE_INK,
                width=1.8,
                more='stroke-dasharray="5 3"',
            )
            + circle(x, y, 3.2, palette.UKRAINE_INK)
            for x, y in ends
        ]
    return [_push(index, 24, 4) for index in ((2, 3, 4) if kind == Kind.PRESSING else (1, 3))]


def _push(sector: int, length: float, thick: float) -> str:
    """An arrow of Ukraine's over the line of a sector."""
    x, y, dx, dy = geography.outward(sector, FRONT)
    return arrow(x + dx * 12 + dy * 12, y + dy * 12 - dx * 12, dx, dy, length, thick, palette.UKRAINE_INK)
