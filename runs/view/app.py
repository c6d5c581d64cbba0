"""The page: `solara run reassure.runs.view.app`, or `reassure view`, which also compiles first and says the address.

A page of our own on Mesa's Solara stack. It plays the very future of the Mesa model, in compiled code, and counts its redrawings
for Mesa's `update_counter` too, so a component made for `SolaraViz` can be put on it. It does not use Mesa's `ModelController`, for
three reasons found on both Mesa lines: a click on Reset or Pause that falls between two weeks lets one more step through, into the
*new* model; an exception in Reset or Step replaces the whole page by a traceback; and it knows only the present, while this page
scrubs, steps back and branches.
"""

import solara
from solara.server import settings

from ..ensemble.compiling import ensure_compiled
from . import style
from .desk import Desk
from .panels import (
    ControlBar,
    DecisionPanel,
    FrontPanel,
    GlossaryPanel,
    Headline,
    KeepPanel,
    LadderPanel,
    LogPanel,
    MapPanel,
    OddsPanel,
    PlanPanel,
    SeriesPanel,
)
from .redraw import redraw

# `solara run` passes by the settings of `server.py`: there too nothing is told to anyone, and nothing is compiled by surprise
settings.telemetry.mixpanel_enable = False
settings.theme.show_banner = False
ensure_compiled()


@solara.component
def Page() -> None:
    """One viewer's page: the desk is made here, once for each tab and each address."""
    search = solara.use_router().search or ""
    known, set_known = solara.use_state(0)

    def seat() -> Desk:
        return Desk(search, redraw, lambda: set_known(lambda before: before + 1))

    desk = solara.use_memo(seat, [search])
    solara.use_effect(lambda: desk.close, [desk])
    solara.Title("Reassure: a future, week by week")
    solara.Style(style.CSS)
    with solara.Div(classes=["desk-page"]):
        ControlBar(desk)
        with solara.v.Html(tag="main", class_="sheet"):
            with solara.Div(classes=["top"]):
                Headline(desk)
                PlanPanel(desk)
            with solara.Div(classes=["columns"]):
                with solara.Div(classes=["broad"]):
                    MapPanel(desk)
                    DecisionPanel(desk)
                with solara.Div(classes=["slim"]):
                    LadderPanel(desk)
                    OddsPanel(desk, known)
                    FrontPanel(desk)
            LogPanel(desk)
            SeriesPanel(desk)
            KeepPanel(desk)
            GlossaryPanel()


@solara.component
def Layout(children: list | None = None) -> solara.Element:
    """Nothing around the page: no bar and no drawer that would take its room."""
    return solara.Div(children=children or [])
