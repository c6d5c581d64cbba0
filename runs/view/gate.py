"""Who may speak to the page's server: whoever opened the page itself, and no other site through that person's browser.

A browser lets any site talk to a server on this machine: by a websocket, or by a name of the site's that suddenly means this
machine (DNS rebinding). Both show in what a browser sends: the name asked for (`Host`) and the site that asks (`Origin`).

- Asked for may be an address in figures, behind which no name of theirs can stand; `localhost`; the name that `--host` gave; the
  names of this machine, if the page is open beyond it. Any port: `ssh -L 9000:localhost:8765` asks for `localhost:9000`.
- Whoever says where it comes from must come from what it asks for. On a websocket a browser always says, so there one has to.
- Behind a proxy that gives the page another name, `SOLARA_BASE_URL` says which; that name may be asked for and come from.

It keeps out other sites, not other people: whoever can reach the port can open the page.
"""

import ipaddress
import logging
import re
import socket
from collections.abc import Iterable
from urllib.parse import unquote_plus, urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from ...agents.names import one_line

LOG = logging.getLogger(__name__)

PLACE = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^\s\[\]/\\?#@:]+)(?::\d{0,5})?")
"""What a `Host` says, in small letters: a name or an address, and perhaps a port."""
ANOTHERS = ("kernelid", "modelid")
"""What Solara takes from an address to open the session of another tab: here every tab has one of its own."""


def names_of(host: str, beyond: bool) -> set[str]:
    """The names of a page that is shown at `host`; `beyond`: it can be reached from other machines."""
    return {"localhost", host, *((socket.gethostname(), socket.getfqdn(), f"{socket.gethostname()}.local") if beyond else ())}


class Gate:
    """An application behind the gate."""

    def __init__(self, app: ASGIApp, names: Iterable[str], base_url: str = ""):
        """`names` may be asked for; `base_url` is where a proxy shows the page, if there is one."""
        proxied = urlsplit(base_url.lower())
        self._app = app
        self._names = {name.lower() for name in names} | {proxied.hostname or "localhost"}
        self._proxied = {proxied.netloc} - {""}
        self._told: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may come in, refuse the rest in one line, and send away from another tab's session."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        spoken = scope["type"] == "websocket"
        refusal = self._refusal(Headers(scope=scope), spoken)
        if refusal:
            self._tell(refusal)
            answer = WebSocketClose(1008, refusal) if spoken else PlainTextResponse(f"Refused: {refusal}.\n", 403)
            await answer(scope, receive, send)
        elif not spoken and _own(scope["query_string"]) != scope["query_string"]:
            await RedirectResponse("?" + _own(scope["query_string"]).decode("latin-1"), 303)(scope, receive, send)
        elif spoken:
            await self._converse(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _converse(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A websocket, which may say what it likes: what breaks it off is one line in the log."""
        try:
            await self._app(scope, receive, send)
        except Exception as error:
            cause: BaseException = error
            while isinstance(cause, BaseExceptionGroup):
                cause = cause.exceptions[0]
            LOG.warning("a connection broke off (%s: %s)", type(cause).__name__, one_line(str(cause)))
            LOG.debug("it broke off here", exc_info=error)

    def _refusal(self, headers: Headers, spoken: bool) -> str:
        """Why this is not let in; nothing if it is."""
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        place = PLACE.fullmatch(hosts[0].lower()) if len(hosts) == 1 else None
        if place is None or not self._may_be_asked_for(place["name"].strip("[]")):
            return f"this page is not at {', '.join(hosts)[:100]!r} (behind a proxy, SOLARA_BASE_URL says where it is)"
        if not {_place_of(origin) for origin in origins} <= {hosts[0].lower(), *self._proxied}:
            return f"asked for from another site, {', '.join(origins)[:100]!r} (behind a proxy, SOLARA_BASE_URL says where it is)"
        return "asked for by no page" if spoken and not origins else ""

    def _may_be_asked_for(self, name: str) -> bool:
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in self._names or name.endswith(".localhost")
        return True

    def _tell(self, refusal: str) -> None:
        if refusal not in self._told and len(self._told) < 100:
            self._told.add(refusal)
            LOG.warning("refused: %s", refusal)


def _place_of(origin: str) -> str | None:
    """The name and port that an origin speaks of; None for one that is no site, such as `null`."""
    try:
        return urlsplit(origin).netloc.lower() or None
    except ValueError:
        return None


def _own(query: bytes) -> bytes:
    """The query of an address, without another tab's session in it."""
    return b"&".join(part for part in query.split(b"&") if unquote_plus(part.partition(b"=")[0].decode("latin-1")) not in ANOTHERS)
