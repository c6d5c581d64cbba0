"""The page's server: its port, its settings, its life. Nothing is fetched from elsewhere, and nothing is told to anyone."""

import errno
import importlib.util
import ipaddress
import re
import socket
import threading
import warnings
import webbrowser
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from .surroundings import FILES, ServerError, home_of, prepare

NEEDED = ("solara", "uvicorn", "ipyvuetify")
"""Modules that the extra `view` brings; its files for the browser are looked for by name of the package."""
HOST = re.compile(r"[\w.:%-]{1,253}")
"""Letters, figures and what stands between them in names and addresses of machines."""


def check_installed() -> None:
    """Raise ServerError if what the browser view needs is not installed."""
    if any(importlib.util.find_spec(name) is None for name in NEEDED):
        raise ServerError("the browser view is not installed; install it with: pip install 'reassure[view]'")
    for package in FILES:
        home_of(package)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at a host and port (0: any free one). Raises ServerError if that cannot be had."""
    if not HOST.fullmatch(host):
        raise ServerError(f"{host[:80]!r} is no name of a host")
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
        raise ServerError(f"{host[:80]!r} is no name of a host") from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ServerError(f"port {port} is in use; choose another with --port, or --port 0 for any free one") from None
        raise ServerError(f"cannot listen at {host} port {port}: {error.strerror or error}") from None
    return listener


def address_of(listener: socket.socket, query: str, host: str = "") -> str:
    """The address at which the page shows what a query names, by the name it listens at if `host` is one."""
    figures, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(figures, f"[{figures}]" if ":" in figures else figures)
    if ":" not in host and any(letter.isalpha() for letter in host):
        shown = host
    return f"http://{shown}:{port}/?{query}"


def beyond_this_machine(listener: socket.socket) -> bool:
    """Whether the page can be opened from other machines."""
    return not ipaddress.ip_address(listener.getsockname()[0].partition("%")[0]).is_loopback


def warning(port: int) -> str:
    """What it means that the page can be opened from other machines."""
    return (
        f"Whoever can reach this machine at port {port} can open this page, see everything on it and use this machine's processor."
        "\nThere is no password, and what is sent can be read on the way. Without --host the page is for this machine alone; from"
        f"\nanother, reach it by: ssh -L {port}:localhost:{port} {socket.gethostname()}"
    )


def serve(listener: socket.socket, address: str, open_browser: bool) -> None:
    """Serve the page at an address until interrupted."""
    prepare()
    import uvicorn

    # on the loopback address Solara falls back to the stricter cookie and says so at length
    warnings.filterwarnings("ignore", message="Cookies with samesite=none")
    page = partial(_application, urlsplit(address).hostname or "", beyond_this_machine(listener))
    config = uvicorn.Config(page, factory=True, log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    if open_browser:
        threading.Thread(target=_open_when_started, args=(server, address), daemon=True).start()
    server.run(sockets=[listener])


def _application(host: str, beyond: bool) -> Any:
    from .site import application  # takes two seconds, within the server's own start

    return application(host, beyond)


def _open_when_started(server: Any, address: str) -> None:
    pause = threading.Event()
    while not server.started:
        if server.should_exit:
            return
        pause.wait(0.05)
    webbrowser.open(address)
