"""The parts of the page: thin components between the desk on one side and drawings and controls on the other."""

import logging
from collections.abc import Callable

import numpy as np
import solara

from ...agents.actors import KYIV, MOSCOW, PARTNERS, WASHINGTON
from ...agents.mindset import MINDSETS
from ...model.future import date_of
from ...model.orders import Order, options_of
from ...model.outcomes import WORST
from ...model.theatre import SECTOR_NAMES
from ..docs_pages.glossary import GLOSSARY
from ..ensemble.origins import NAMES as ORIGIN_NAMES
from ..ensemble.origins import SPOKEN
from ..story.phrases import long_date, option, percent, place
from .address import LARGEST_FILE, query, to_file
from .controls import Actor, Condition, Controls, Keep, Notice, Picture, Plan
from .desk import Desk
from .drawing.europe import draw_map
from .drawing.front import draw_front
from .drawing.headline import draw_headline
from .drawing.ladder import draw_ladder
from .drawing.log import draw_log
from .drawing.markup import escape
from .drawing.odds import draw_odds
from .drawing.reasons import draw_decision
from .drawing.series import draw_series
from .drawing.strip import draw_twin_strip
from .odds import Odds
from .plan import lever_groups, numbers, scenario_facts, scenarios, stands
from .redraw import weeks_drawn

LOG = logging.getLogger(__name__)

PACES = ({"seconds": 1.0, "name": "slow"}, {"seconds": 0.2, "name": "brisk"}, {"seconds": 0.0, "name": "fast"})
"""Seconds between a week's picture and the next week."""

ALL_ACTORS = [
    {"number": actor.number, "name": actor.name}
    for actor in (MOSCOW, KYIV, WASHINGTON, *sorted(PARTNERS, key=lambda actor: actor.name))
]
"""The capitals, then the allies by name."""

LONGEST_SEARCH = 200
"""Characters of a search that are read."""

LEVER_GROUPS = lever_groups()
SCENARIOS = scenarios()


def drawn(desk: Desk, draw: Callable[..., str], *arguments: object) -> str:
    """A drawing, marked with its week, or, should it fail, a line that says so: one bad picture is not to take the page with it."""
    try:
        picture = draw(*arguments)
    except Exception as error:
        LOG.exception("%s failed", draw.__name__)
        picture = f'<p class="failed">This picture could not be drawn ({escape(type(error).__name__)}: {escape(error)}).</p>'
    return f'<div data-drawn="{desk.session.week}">{picture}</div>'


@solara.component
def ControlBar(desk: Desk) -> None:
    """Playing, stepping, scrubbing; and what went wrong, if anything did."""
    weeks_drawn.get()
    session = desk.session
    day = long_date(date_of(session.preset, session.week))
    Controls(
        week=session.week,
        played=session.recording.week,
        horizon=session.future.weeks,
        day=day,
        playing=desk.player.playing,
        at_end=session.at_end,
        pace=desk.player.pause_seconds,
        paces=list(PACES),
        twin=session.twin is not None,
        has_twin=session.recording.future.preset.has_troops,
        event_toggle=lambda _: desk.toggle(),
        event_step=lambda _: desk.step(),
        event_back=lambda _: desk.back(),
        event_reset=lambda _: desk.reset(),
        event_go=desk.go,
        event_set_pace=desk.set_pace,
        event_set_twin=desk.show_twin,
    )
    Notice(kind="alert", text=session.message, action="Dismiss", event_act=lambda _: desk.dismiss())


@solara.component
def PlanPanel(desk: Desk) -> None:
    """Scenario, luck, horizon, levers, and the numbers of the rules."""
    weeks_drawn.get()
    sought, seek = solara.use_state("")
    session = desk.session
    scenario = session.preset
    future = session.future
    known = SCENARIOS
    if future.scenario not in {one["name"] for one in SCENARIOS} or future.levers or future.title:
        here = {**scenario_facts(session.recording.future.preset), "name": future.scenario}
        known = [here, *(one for one in SCENARIOS if one["name"] != future.scenario)]
    Plan(
        week=session.week,
        at_end=session.at_end,
        stands=stands(future, scenario),
        groups=LEVER_GROUPS,
        scenarios=known,
        sought=sought,
        numbers=numbers(scenario, sought),
        event_seek=lambda words: seek(str(words)[:LONGEST_SEARCH]),
        event_begin=desk.begin,
        event_branch=desk.branch,
    )


@solara.component
def Headline(desk: Desk) -> None:
    """The state of affairs in a sentence; carries the week on screen for whoever waits for it."""
    weeks_drawn.get()
    session = desk.session
    html = drawn(desk, draw_headline, session.history, session.preset, session.future.seed, session.future.run)
    Picture(html=f'<div data-week="{session.week}" data-future="{escape(query(session.future))}">{html}</div>')


@solara.component
def MapPanel(desk: Desk) -> None:
    """Europe; choosing a country shows its decision."""
    weeks_drawn.get()
    session = desk.session
    Picture(html=drawn(desk, draw_map, session.history, session.preset, desk.chosen), event_pick=desk.choose)


@solara.component
def FrontPanel(desk: Desk) -> None:
    """The front: the sectors and the forces of the three sides."""
    weeks_drawn.get()
    Picture(html=drawn(desk, draw_front, desk.session.history, desk.chosen, _twin(desk)), event_pick=desk.choose)


@solara.component
def LadderPanel(desk: Desk) -> None:
    """The ladder of deeds and words."""
    weeks_drawn.get()
    Picture(html=drawn(desk, draw_ladder, desk.session.history, _twin(desk)))


@solara.component
def OddsPanel(desk: Desk, known: int) -> None:
    """What may come from here; `known` counts the times that better odds were to be had."""
    weeks_drawn.get()
    points = desk.outlook.points()
    wanted = desk.conditional
    current = next((point for point in points if point.week == desk.session.week), None)
    shown = [(point.week, dict(zip((outcome.name for outcome in WORST), point.worst, strict=True))) for point in points]
    latest = points[-1] if points else None
    html = drawn(desk, draw_odds, shown, condition_text(latest, wanted), wars_text(latest))
    late = points and current is None
    waiting = f"Week {desk.session.week} is being worked out; shown as from week {points[-1].week}." if late else ""
    note = f'<p class="note late">{waiting}</p>'
    with solara.Div(classes=["odds-panel"]):
        Picture(html=f'<div data-odds="{current.futures if current else 0}" data-known="{known}">{html}{note}</div>')
        Condition(conditional=wanted, event_choose=desk.condition)


def wars_text(odds: Odds | None) -> str:
    """Who or what begins the wars that may come from here, in a sentence; nothing if none was seen."""
    if odds is None or odds.began[0].value is None:
        return ""
    told = [
        f"{SPOKEN[name]} {percent(each.value)} ({percent(each.low)} to {percent(each.high)})"
        for name, each in zip(ORIGIN_NAMES, odds.began, strict=True)
        if each.value and each.low is not None and each.high is not None
    ]
    return f"Of the wars seen from here, begun by: {', '.join(told)}."


def condition_text(odds: Odds | None, conditional: bool) -> str:
    """What the chances are conditional on, in a sentence."""
    futures = f" {odds.futures:,} futures." if odds else ""
    if conditional:
        return f"Given this future's hidden Moscow and all else it has drawn; only the luck from here on is open.{futures}"
    weights = ""
    if odds and odds.mindsets:
        weights = ": " + ", ".join(
            f"{option(mindset.name)} {percent(weight)}" for mindset, weight in zip(MINDSETS, odds.mindsets, strict=True)
        )
    return (
        "Averaged over what Moscow may be, each reading drawn from the prior and weighted by how likely it would have made "
        f"Moscow's choices so far{weights}. All else as this future has drawn it.{futures}"
    )


@solara.component
def DecisionPanel(desk: Desk) -> None:
    """The latest decision of the chosen actor, and an order to it."""
    weeks_drawn.get()
    session = desk.session
    Actor(
        chosen=desk.chosen,
        actors=ALL_ACTORS,
        week=session.week,
        orders=[{"text": order.text, "name": order_words(order)} for order in desk.orders()],
        event_choose=desk.choose,
        event_order=desk.order,
    )
    Picture(html=drawn(desk, draw_decision, session.history, desk.chosen))


def order_words(order: Order) -> str:
    """An order as a person reads it: the option, and where."""
    taken = options_of(order.actor)[order.option]
    where = f" in {place(SECTOR_NAMES[order.sector])}" if order.sector >= 0 else ""
    return f"{option(taken.name)}{where}: {taken.meaning}"


@solara.component
def LogPanel(desk: Desk) -> None:
    """The week's decisions in plain sentences."""
    weeks_drawn.get()
    Picture(html=drawn(desk, draw_log, desk.session.history, desk.session.preset), event_pick=desk.choose)


@solara.component
def SeriesPanel(desk: Desk) -> None:
    """How it got here, the twin and the branch left behind beside it."""
    weeks_drawn.get()
    session = desk.session
    left = session.past_branch
    past = None if left is None else left.history(left.week)
    text = ""
    if left is not None:
        text = f"Beside it: the course left in week {session.left_in}, with the same luck, as far as it was played."
    Notice(kind="status", text=text, action="Take it off", event_act=lambda _: desk.forget_branch())
    Picture(html=drawn(desk, draw_series, session.history, session.future.weeks, _twin(desk), past))
    if session.twin is not None:
        Picture(html=drawn(desk, draw_twin_strip, session.history, _twin(desk), session.future.weeks))


@solara.component
def KeepPanel(desk: Desk) -> None:
    """The address and the file that bring this picture back."""
    weeks_drawn.get()
    future = desk.session.future
    Keep(
        query=query(future),
        file=to_file(future),
        file_name=f"{future.scenario}_seed_{future.seed}_run_{future.run}_week_{future.week}.json",
        largest=LARGEST_FILE,
        event_open=desk.open_file,
    )


@solara.component
def GlossaryPanel() -> None:
    """What the terms mean."""
    entries = "".join(f"<dt>{escape(entry.term)}</dt><dd>{escape(entry.meaning)}</dd>" for entry in GLOSSARY)
    Picture(html=f'<details class="glossary"><summary>Glossary</summary><dl>{entries}</dl></details>')


def _twin(desk: Desk) -> np.ndarray | None:
    twin = desk.session.twin
    return None if twin is None else twin.history(desk.session.week)
