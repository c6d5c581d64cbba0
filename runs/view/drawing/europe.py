"""The map: who stands where, whose troops go to Ukraine, and what happens at the front (in a map of its own beside it)."""

from functools import cache

import numpy as np

from ....agents.chance import WHO
from ....agents.commitment import STATUS
from ....agents.profiles import ALLIES
from ....agents.record import part
from ....agents.russia import CONDUCTS
from ....model.scenario import Scenario
from ...story.phrases import soldiers
from . import geography, names, palette
from .marks import bow, disc, radius
from .markup import circle, drawing, escape, group, heading, legend, line, path, rect, svg, text
from .offshore import AMERICAN_TROOPS, CANADIAN_TROOPS, canada, washington, washington_said
from .projection import EUROPE
from .stance import COLOURS, COUNTED, MEANINGS, stances

HUB = EUROPE.point(27.0, 49.3)
"""Where the whole foreign force is drawn, in the middle of western Ukraine."""
MOSCOW, KYIV = EUROPE.point(37.617, 55.756), EUROPE.point(30.523, 50.45)
CANADA = next(index for index, ally in enumerate(ALLIES) if ally.iso3 == "CAN")
NEIGHBOURS = (
    ("Belarus", 27.8, 53.3),
    ("Switz.", 8.1, 46.7),
    ("Austria", 14.0, 47.35),
    ("Serbia", 20.9, 44.1),
    ("Ireland", -7.9, 53.1),
)
"""Countries that do not act here but that a reader looks for."""
FAINTEST_FLOW = 0.7
FLOW_OF_A_THOUSAND = 0.75
"""Width of a flow of troops in pixels: the least, and what each thousand soldiers add."""
SOURCE = (
    "Outlines: Natural Earth (public domain), Crimea shown as Ukraine's, occupied. The line of contact is a sketch, "
    "not that of any day. Positions and figures are this model's; it explores assumptions and does not forecast."
)


def draw_map(history: np.ndarray, scenario: Scenario, chosen: int | None = None) -> str:
    """Europe at the last week of `history`, as HTML; the front is a map of its own (`front.py`).

    `chosen`: the actor that is outlined, numbered as in `agents/chance.py`. What can be chosen carries `data-actor`.
    """
    return drawing(
        "map",
        [
            heading("Who stands where", "allies by what they have committed; discs: soldiers in Ukraine, in thousands"),
            legend([(MEANINGS[name], COLOURS[name]) for name in MEANINGS if name in _worth_a_key(history[-1], scenario)]),
            europe(history[-1], chosen),
            f'<p class="phone">{escape(alternative(history[-1]))} {escape(washington_said(history[-1]))}</p>',
            f'<p class="source">{SOURCE}</p>',
        ],
    )


def _worth_a_key(world: np.record, scenario: Scenario) -> set[str]:
    """The stances that the legend explains: all those there are, and the plain ones always; blocking needs an alliance to block."""
    always = {"out", "supporting", "opposed"} | ({"pledged", "deployed"} if scenario.has_troops else set())
    return always | set(stances(world)) | ({"blocking"} if scenario.levers["nato_mission"] > 0 else set())


def europe(world: np.record, chosen: int | None) -> str:
    """The map of Europe as SVG."""
    stands = stances(world)
    allies = part(world, "allies")
    troops = allies["troops"].tolist()
    committed = np.where(allies["status"] >= STATUS.pledged, allies["sustainable"] * allies["share"], 0.0).tolist()
    content = [rect(0, 0, EUROPE.width, EUROPE.height, palette.SEA), _land()]
    content += [_outline(index, stands[index], troops[index], chosen) for index in range(len(ALLIES)) if index != CANADA]
    content += [_russia(world, chosen), _ukraine(world, chosen), _fixed_names()]
    content += [_flow(*_home(index), troops[index]) for index in np.argsort(troops).tolist() if troops[index] > 0]
    american = float(part(world, "coalition", "american_troops"))
    content += [_flow(*AMERICAN_TROOPS, american)] if american > 0 else []
    content += [_mark(index, stands[index], troops[index], committed[index]) for index in range(len(ALLIES)) if index != CANADA]
    content += [_force(world), _kyiv(), washington(world, chosen), canada(stands[CANADA], troops[CANADA], CANADA, chosen), _scale()]
    return svg(
        EUROPE.width, EUROPE.height, f"Map of Europe. {alternative(world)} {washington_said(world)}", content, "europe pickable"
    )


def alternative(world: np.record) -> str:
    """The map in words, for those who do not see it."""
    count = dict.fromkeys(MEANINGS, 0)
    for stance in stances(world):
        count[stance] += 1
    told = ", ".join(f"{number} {MEANINGS[name] if number == 1 else COUNTED[name]}" for name, number in count.items() if number)
    return f"Of {len(ALLIES)} allies: {told}. Foreign soldiers in Ukraine: {soldiers(part(world, 'coalition', 'troops'))}."


@cache
def _land() -> str:
    """Every country that is no actor, and the pattern for occupied land."""
    hatch = (
        '<defs><pattern id="occupied" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="1.4" height="5" fill="{palette.RUSSIA}"/></pattern></defs>'
    )
    actors = {*geography.ALLY_OF, geography.RUSSIA, geography.UKRAINE, geography.CRIMEA}
    drawn = (
        path(outline.path, palette.LAND, "#dcd7cb", 0.6)
        for outline in geography.outlines("europe", EUROPE)
        if outline.number not in actors
    )
    return hatch + "".join(drawn)


@cache
def _path_of(number: str) -> str:
    return next(outline.path for outline in geography.outlines("europe", EUROPE) if outline.number == number)


def _country(data: str, fill: str) -> str:
    return f'<path class="country" d="{data}" fill="{fill}" stroke="{palette.BORDER}" stroke-width=".8"/>'


def _outline(index: int, stance: str, troops: float, chosen: int | None) -> str:
    profile = ALLIES[index]
    said = f"{profile.country}: {MEANINGS[stance]}" + (f", {soldiers(troops)} soldiers in Ukraine" if troops > 0 else "")
    number = geography.NUMBERS[profile.iso3]
    return group(
        [_country(_path_of(number), COLOURS[stance])],
        said,
        _chosen(WHO.first_ally + index, chosen),
        {"actor": WHO.first_ally + index},
    )


def _chosen(actor: int, chosen: int | None) -> str:
    return "chosen" if actor == chosen else ""


def _russia(world: np.record, chosen: int | None) -> str:
    conduct = CONDUCTS[part(world, "field", "conduct")]
    said = f"Russia: conduct {conduct}, land power {part(world, 'field', 'russian_power'):.2f} (1: that of early 2022)"
    content = [
        _country(_path_of(geography.RUSSIA), palette.RUSSIA),
        rect(MOSCOW[0] - 2.5, MOSCOW[1] - 2.5, 5, 5, palette.PAPER),
        text(MOSCOW[0] + 6, MOSCOW[1] + 3.5, "Moscow", "small light"),
        text(MOSCOW[0] + 14, MOSCOW[1] - 44, "Russia", "strong light"),
    ]
    return group(content, said, _chosen(WHO.russia, chosen), {"actor": WHO.russia})


def _ukraine(world: np.record, chosen: int | None) -> str:
    said = (
        f"Ukraine: land power {part(world, 'field', 'ukrainian_power'):.2f}, "
        f"confidence in the guarantee {part(world, 'ukraine', 'confidence'):.0%}"
    )
    content = [
        _country(_path_of(geography.UKRAINE), palette.UKRAINE),
        f'<clipPath id="ukraine"><path d="{_path_of(geography.UKRAINE)}"/></clipPath>',
        path(geography.occupied(EUROPE), "url(#occupied)", more='clip-path="url(#ukraine)" opacity=".75"'),
        path(_path_of(geography.CRIMEA), "url(#occupied)", more='opacity=".75"'),
        path(_contact_path(), stroke=palette.RUSSIA, width=2.0, more='stroke-linejoin="round" stroke-dasharray="4 2"'),
    ]
    return group(content, said, _chosen(WHO.ukraine, chosen), {"actor": WHO.ukraine})


@cache
def _contact_path() -> str:
    x, y = geography.contact(EUROPE)
    return geography.through(
        x[geography.BORDER_ENDS : geography.COAST_BEGINS + 1], y[geography.BORDER_ENDS : geography.COAST_BEGINS + 1]
    )


@cache
def _fixed_names() -> str:
    made = []
    for name, longitude, latitude in NEIGHBOURS:
        x, y = EUROPE.point(longitude, latitude)
        made.append(text(x, y + 3, name, "small faint minor", "middle"))
    return "".join(made)


def _home(index: int) -> tuple[float, float]:
    """Where an ally's troops set out."""
    return CANADIAN_TROOPS if index == CANADA else names.mark(ALLIES[index].iso3)


def _flow(x: float, y: float, troops: float) -> str:
    width = FAINTEST_FLOW + FLOW_OF_A_THOUSAND * troops
    return path(
        bow(x, y, *HUB), stroke=palette.INK, width=round(width, 2), more='opacity=".38" stroke-linecap="round" class="flow"'
    )


def _mark(index: int, stance: str, troops: float, committed: float) -> str:
    """An ally's name, its troops as a disc and, round it, what it has committed as a ring."""
    iso3 = ALLIES[index].iso3
    place = names.place_of(iso3)
    x, y = names.mark(iso3)
    across, down = names.label(iso3, radius(max(troops, committed)))
    content = []
    if place.in_the_sea:
        content.append(line(x, y, across + (2 if place.anchor == "end" else -2), down - 3, palette.FAINT, 0.6))
    if committed > troops + 0.005:
        content.append(circle(x, y, radius(committed), "none", f'stroke="{palette.INK}" stroke-width="1" stroke-dasharray="2 1.6"'))
    if troops > 0:
        content.append(disc(x, y, troops, palette.INK, more='class="troops"'))
    if radius(troops) > 8.5:
        content.append(text(x, y + 3.3, f"{troops:.1f}", "small light", "middle"))
    kind = "" if iso3 in names.BIG else "small minor"
    dark = not place.in_the_sea and palette.ink_on(COLOURS[stance]) == palette.PAPER
    content.append(text(across, down, names.shown(iso3), f"{kind} {'on-dark' if dark else 'halo'}".strip(), place.anchor))
    return f'<g pointer-events="none">{"".join(content)}</g>'


def _force(world: np.record) -> str:
    """All foreign soldiers in Ukraine as one disc on the scale of the others."""
    troops = float(part(world, "coalition", "troops"))
    if troops <= 0:
        return text(HUB[0], HUB[1] + 4, "no foreign troops", "small halo", "middle")
    said = soldiers(troops)
    content = [disc(*HUB, troops, palette.COALITION, more='class="force"')]
    right = HUB[0] + radius(troops) + 4
    content += [text(right, HUB[1] + 5, said, "strong halo"), text(right, HUB[1] + 16, "foreign soldiers", "small halo minor")]
    return group(content, f"{said} foreign soldiers in Ukraine")


@cache
def _kyiv() -> str:
    name = text(*EUROPE.point(33.2, 51.15), "Ukraine", "strong halo", "middle")
    mark = rect(KYIV[0] - 2.5, KYIV[1] - 2.5, 5, 5, palette.INK)
    return group([name, mark, text(KYIV[0] + 6, KYIV[1] + 3.5, "Kyiv", "small halo")], "Ukraine", "", {"actor": WHO.ukraine})


@cache
def _scale() -> str:
    """The key to the discs."""
    x, y = EUROPE.width - 142, EUROPE.height - 22
    big, small = radius(10), radius(1)
    content = [
        rect(x - 22, y - 22, 156, 38, palette.PAPER, 'opacity=".85" rx="3"'),
        circle(x, y - 3, big, palette.INK),
        circle(x + 24, y - 3, small, palette.INK),
        text(x + 34, y - 6, "10,000 and 1,000", "small"),
        text(x + 34, y + 6, "soldiers; ring: pledged", "small"),
    ]
    return group(content, kind="desk")
