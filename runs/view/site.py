"""The page as a web application: Solara's, with the files that are here and no others, behind the gate."""

import ctypes
import gc
import os
import sys
import threading
import time

import solara.lab
from solara.server import settings
from solara.server.starlette import StaticCdn, app
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from .gate import Gate, names_of

SECONDS_TO_CLOSE = 1.5
"""After a viewer has left, until Solara has let go of what was theirs."""


class OnlyWhatIsHere(StaticCdn):
    """The page's scripts and fonts. Solara's own would fetch from elsewhere what is asked for, and delete a folder that is."""

    lookup_path = StaticFiles.lookup_path


def application(host: str, beyond: bool) -> ASGIApp:
    """The page that is shown at `host`; `beyond`: it can be reached from other machines."""
    app.router.routes.insert(0, Mount("/_solara/cdn", app=OnlyWhatIsHere(directory=settings.assets.proxy_cache_dir)))
    if sys.platform == "linux":
        _give_memory_back()
    return Gate(app, names_of(host, beyond), os.environ.get("SOLARA_BASE_URL", ""))


def _give_memory_back() -> None:
    """Have the C library return what viewers who have left held: it keeps most of it otherwise, in an arena for each thread."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is None:
        return
    left = threading.Event()

    def run() -> None:
        while left.wait():
            left.clear()
            time.sleep(SECONDS_TO_CLOSE)
            gc.collect()
            trim(0)

    threading.Thread(target=run, name="memory", daemon=True).start()
    solara.lab.on_kernel_start(lambda: left.set)
