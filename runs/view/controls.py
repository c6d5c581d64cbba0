"""The page's controls: native HTML elements in Vue templates, each labelled and within reach of the keyboard.

A template gets plain values and calls one function per deed; several sliders in one template cost one message, not one widget each.
"""

from collections.abc import Callable
from typing import Any

import solara

Event = Callable[[Any], None] | None


@solara.component_vue("widgets/controls.vue")
def Controls(
    week: int,
    played: int,
    horizon: int,
    day: str,
    playing: bool,
    at_end: bool,
    pace: float,
    paces: list,
    twin: bool,
    has_twin: bool,
    event_toggle: Event = None,
    event_step: Event = None,
    event_back: Event = None,
    event_reset: Event = None,
    event_go: Event = None,
    event_set_pace: Event = None,
    event_set_twin: Event = None,
) -> None: ...


@solara.component_vue("widgets/picture.vue")
def Picture(html: str, event_pick: Event = None) -> None: ...


@solara.component_vue("widgets/plan.vue")
def Plan(
    week: int,
    at_end: bool,
    stands: dict,
    groups: list,
    scenarios: list,
    sought: str,
    numbers: dict,
    event_seek: Event = None,
    event_begin: Event = None,
    event_branch: Event = None,
) -> None: ...


@solara.component_vue("widgets/actor.vue")
def Actor(chosen: int, actors: list, week: int, orders: list, event_choose: Event = None, event_order: Event = None) -> None: ...


@solara.component_vue("widgets/keep.vue")
def Keep(query: str, file: str, file_name: str, largest: int, event_open: Event = None) -> None: ...


@solara.component_vue("widgets/notice.vue")
def Notice(kind: str, text: str, action: str, event_act: Event = None) -> None: ...


@solara.component_vue("widgets/condition.vue")
def Condition(conditional: bool, event_choose: Event = None) -> None: ...
