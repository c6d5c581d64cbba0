"""The real page: a server of its own, headless Chromium, and a watch on everything that is not to happen."""

import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest

SECONDS = 60
OUTPUT = Path(__file__).resolve().parents[3] / "output" / "page"
"""Where screenshots and timings are kept, for people to look at."""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def what_is_missing():
    """What the browser tests need and have not got, in words; None if all is there."""
    wanted = {"solara": "the extra 'view'", "playwright": "the Python package playwright"}
    for module, name in wanted.items():
        if importlib.util.find_spec(module) is None:
            return f"the page is tested in a browser, which needs {name}"
    return None if CHROMIUM else "the page is tested in a browser, which needs Debian's chromium"


class Server:
    """A server of the page: its address, how long it took to say it, and its log."""

    def __init__(self, command, log):
        self.started = time.monotonic()
        self._log = log
        self._file = log.open("w")
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self._process = subprocess.Popen(
            command, stdout=self._file, stderr=subprocess.STDOUT, env=environment, start_new_session=True, cwd=log.parent
        )

    def wait_for(self, pattern):
        """The first group of a pattern, as soon as the log holds it."""
        while (found := re.search(pattern, self.said())) is None:
            assert self._process.poll() is None, self.said()
            assert time.monotonic() - self.started < SECONDS, self.said()
            time.sleep(0.02)
        return found[1]

    def wait_until_it_answers(self, port):
        while socket.socket().connect_ex(("127.0.0.1", port)):
            assert self._process.poll() is None, self.said()
            assert time.monotonic() - self.started < SECONDS, self.said()
            time.sleep(0.05)

    def said(self):
        return self._log.read_text()

    def stop(self):
        """Interrupt it as Ctrl-C does; gives the exit status."""
        os.killpg(self._process.pid, signal.SIGINT)
        try:
            status = self._process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            raise
        finally:
            self._file.close()
        return status


def check_log(said):
    assert "Could not load URL" not in said
    assert "Traceback" not in said
    assert "broke off" not in said


@pytest.fixture(scope="session")
def serve(tmp_path_factory):
    """Starts a server of the page with some arguments of `reassure view`."""
    servers = []

    def start(*arguments, command=None):
        command = command or [sys.executable, "-m", "reassure.runs.cli", "view", "--no-browser", "--port", "0", *arguments]
        servers.append(Server(command, tmp_path_factory.mktemp("server") / "log.txt"))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()
        check_log(server.said())


@pytest.fixture(scope="session")
def served(serve):
    """The server most tests share, with the address it said."""
    server = serve("--run", "7")
    return SimpleNamespace(server=server, address=server.wait_for(r"Watch at (\S+)"))


@pytest.fixture(scope="session")
def browser():
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser, served):
    """Opens the page at a query, in a tab of its own; at the end nothing may have gone wrong in any of them."""
    wrong, contexts = [], []

    def open_at(query="run=7", width=1280, height=800, week=None):
        context = browser.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
        page.on("request", lambda request: None if _is_local(request.url) else wrong.append(request.url))
        page.goto(f"{served.address.split('?')[0]}?{query}")
        page.wait_for_selector("[data-week]" if week is None else f'[data-week="{week}"]')
        return page

    yield open_at
    for context in contexts:
        for page in context.pages:
            page.goto("about:blank")  # as a viewer leaves: the page tells its server, which then works no more for it
        context.close()
    assert not wrong


def _is_local(url):
    parts = urlsplit(url)
    return parts.scheme in {"data", "blob", "about"} or parts.hostname == "127.0.0.1"


@pytest.fixture(scope="session")
def keep():
    """Keeps a picture of a page, or a line of text, as test output."""
    OUTPUT.mkdir(parents=True, exist_ok=True)

    def picture(page, name, full=False):
        page.screenshot(path=OUTPUT / f"{name}.png", full_page=full)

    def line(name, text):
        (OUTPUT / f"{name}.txt").write_text(text + "\n")

    return SimpleNamespace(picture=picture, line=line)
