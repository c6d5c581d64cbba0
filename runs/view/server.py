"""The page's server: its port, its settings, its life. Nothing is fetched from elsewhere, and nothing is told to anyone."""

import errno
import importlib.util
import os
import socket
import threading
import warnings
import webbrowser
from importlib import metadata
from typing import Any

from ...agents.names import DeclarationError

PAGE = "reassure.runs.view.app"
NEEDED = ("solara", "uvicorn", "ipyvuetify")
"""Modules that the extra `view` brings; its files for the browser are looked for by name of the package."""
SETTINGS = {
    "SOLARA_APP": PAGE,
    "SOLARA_MODE": "production",
    "SOLARA_CHECK_HOOKS": "off",  # complains of a component of Mesa's that is not used here
    "SOLARA_TELEMETRY_MIXPANEL_ENABLE": "False",
    "SOLARA_THEME_SHOW_BANNER": "False",
    "SOLARA_THEME_TITLE": "Reassure",
    "SOLARA_KERNEL_CULL_TIMEOUT": "10m",
}
"""The server's settings, unless the environment says otherwise: no telemetry, no banner; a tab
that has gone without a word is forgotten after ten minutes."""


class ServerError(DeclarationError):
    """The page cannot be served; the text is one line."""


def check_installed() -> None:
    """Raise ServerError if what the browser view needs is not installed."""
    if any(importlib.util.find_spec(name) is None for name in NEEDED) or not _assets():
        raise ServerError("the browser view is not installed; install it with: pip install 'reassure[view]'")


def _assets() -> bool:
    """Whether the page's own fonts and scripts are here; without them the page would stay blank."""
    try:
        metadata.version("solara-assets")
    except metadata.PackageNotFoundError:
        return False
    return True


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at a host and port (0: any free one). Raises ServerError if that cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.socket(family, kind, protocol)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen()
        except OSError:
            listener.close()
            raise
    except UnicodeError:
        raise ServerError(f"{host!r} is no name of a host") from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ServerError(f"port {port} is in use; choose another with --port, or --port 0 for any free one") from None
        raise ServerError(f"cannot listen at {host} port {port}: {error.strerror or error}") from None
    return listener


def address_of(listener: socket.socket, query: str) -> str:
    """The address at which the page shows what a query names."""
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}/?{query}"


def serve(listener: socket.socket, address: str, open_browser: bool) -> None:
    """Serve the page until interrupted."""
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
    import uvicorn

    # on the loopback address Solara falls back to the stricter cookie and says so at length
    warnings.filterwarnings("ignore", message="Cookies with samesite=none")
    config = uvicorn.Config("solara.server.starlette:app", log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    if open_browser:
        threading.Thread(target=_open_when_started, args=(server, address), daemon=True).start()
    server.run(sockets=[listener])


def _open_when_started(server: Any, address: str) -> None:
    pause = threading.Event()
    while not server.started:
        if server.should_exit:
            return
        pause.wait(0.05)
    webbrowser.open(address)
