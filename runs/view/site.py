"""The page as a web application: Solara's, with the files that are here and no others, behind the gate."""

import os

from solara.server import settings
from solara.server.starlette import StaticCdn, app
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from .gate import Gate, names_of


class OnlyWhatIsHere(StaticCdn):
    """The page's scripts and fonts. Solara's own would fetch from elsewhere what is asked for, and delete a folder that is."""

    lookup_path = StaticFiles.lookup_path


def application(host: str, beyond: bool) -> ASGIApp:
    """The page that is shown at `host`; `beyond`: it can be reached from other machines."""
    app.router.routes.insert(0, Mount("/_solara/cdn", app=OnlyWhatIsHere(directory=settings.assets.proxy_cache_dir)))
    return Gate(app, names_of(host, beyond), os.environ.get("SOLARA_BASE_URL", ""))
