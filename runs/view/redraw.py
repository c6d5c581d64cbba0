"""When to draw anew: a counter of our own, and Mesa's beside it where a component made for Mesa is on the page.

Mesa's own stands in a package whose import takes two seconds, most of a page's start.
"""

import sys

import solara

weeks_drawn = solara.reactive(0)
"""Read by every component that shows the week; one more each time it changes."""

MESA = "mesa.visualization.utils"


def redraw() -> None:
    """Have everything drawn anew that reads the counter, or Mesa's `update_counter`."""
    weeks_drawn.value += 1
    if MESA in sys.modules:
        sys.modules[MESA].force_update()
