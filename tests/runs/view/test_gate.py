"""Whoever opened the page may speak to its server; no other site may, by whatever name it asks."""

import asyncio
import http.client
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

pytest.importorskip("starlette", reason="the page needs the extra 'view'")

from reassure.runs.view.gate import Gate, names_of

OPENED = "let in"


async def passed_on(scope, receive, send):
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    else:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": OPENED.encode()})


def run_apart(coroutine):
    """Run it to its end in a thread of its own: Playwright keeps a loop running in that of the tests."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


def ask(gate, kind="http", query=b"", path="/", **headers):
    """What the gate answers to a request with these headers; a header may be given several times, as a list."""
    sent = []
    told = [
        (name.encode(), value.encode())
        for name, given in headers.items()
        for value in (given if isinstance(given, list) else [given])
    ]
    scope = {"type": kind, "method": "GET", "path": path, "query_string": query, "headers": told, "extensions": {}}

    async def send(message):
        sent.append(message)

    run_apart(gate(scope, None, send))
    first = sent[0]
    body = b"".join(message.get("body", b"") for message in sent).decode()
    return SimpleNamespace(status=first.get("status", first["type"]), body=body, headers=dict(first.get("headers", [])))


def is_let_in(answer):
    return answer.status in {200, "websocket.accept"}


HERE = Gate(passed_on, names_of("127.0.0.1", beyond=False))


@pytest.mark.parametrize(
    "host",
    [
        "localhost:8765",
        "localhost:9000",
        "LOCALHOST",
        "127.0.0.1:8765",
        "[::1]:8765",
        "127.0.0.2",
        "192.168.1.7:8765",
        "page.localhost:80",
    ],
)
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_the_page_is_asked_for_by_an_address_in_figures_or_as_localhost_at_any_port(host, kind):
    assert is_let_in(ask(HERE, kind, host=host, origin=f"http://{host}"))


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost.evil.example", "evil-localhost", "localhost."),
        *(
            "",
            "127.0.0.1@evil.example",
            "evil.example#127.0.0.1",
            "[::1",
            "[evil]",
            "localhost:8765:1",
            "localhost:x",
            " localhost",
        ),
    ],
)
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_another_name_is_refused(host, kind):
    assert not is_let_in(ask(HERE, kind, host=host, origin=f"http://{host}"))


@pytest.mark.parametrize("hosts", [[], ["localhost", "evil.example"], ["localhost", "localhost"]])
def test_one_name_is_asked_for(hosts):
    assert ask(HERE, host=hosts).status == 403


@pytest.mark.parametrize(
    "origin",
    [
        *("https://evil.example", "http://localhost:3000", "http://localhost", "http://127.0.0.1:8765", "null", "", "file://"),
        *("http://203.0.113.9:8765", "http://localhost:8765.evil.example", "http://[", "http://evil@localhost:8765"),
    ],
)
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_another_site_is_refused_in_one_line(origin, kind):
    answer = ask(HERE, kind, host="localhost:8765", origin=origin)
    assert answer.status in {403, "websocket.close"}
    assert answer.body.count("\n") == (kind == "http")


def test_all_that_it_says_it_comes_from_counts():
    assert ask(HERE, host="localhost:8765", origin=["http://localhost:8765", "https://evil.example"]).status == 403


def test_what_is_no_browser_may_look_but_not_take_part():
    assert is_let_in(ask(HERE, host="localhost:8765"))
    assert not is_let_in(ask(HERE, "websocket", host="localhost:8765"))


def test_beyond_this_machine_its_names_may_be_asked_for():
    name = socket.gethostname()
    for beyond in (False, True):
        gate = Gate(passed_on, names_of("board.example", beyond))
        assert is_let_in(ask(gate, host=f"{name}:8765")) is (beyond or name == "localhost")
        assert is_let_in(ask(gate, host="board.example:8765"))
        assert not is_let_in(ask(gate, host=f"{name}.evil.example"))


def test_behind_a_proxy_its_name_may_be_asked_for_and_come_from():
    gate = Gate(passed_on, names_of("127.0.0.1", beyond=False), "https://Hub.example/user/me/")
    for host in ("hub.example", "localhost:8765"):
        assert is_let_in(ask(gate, "websocket", host=host, origin="https://hub.example"))
    assert not is_let_in(ask(gate, "websocket", host="hub.example", origin="https://evil.example"))
    assert not is_let_in(ask(gate, "websocket", host="hub.example", origin="null"))


@pytest.mark.parametrize(
    ("query", "own"),
    [
        (b"run=7&kernelid=abc&week=3", b"?run=7&week=3"),
        (b"kernel%69d=abc", b"?"),
        (b"modelid=1&order=2%3Arussia", b"?order=2%3Arussia"),
    ],
)
def test_another_tabs_session_is_taken_out_of_an_address(query, own):
    answer = ask(HERE, query=query, host="localhost")
    assert (answer.status, answer.headers[b"location"]) == (303, own)
    assert is_let_in(ask(HERE, query=own[1:], host="localhost"))


def test_a_refusal_is_told_once(caplog):
    gate = Gate(passed_on, names_of("127.0.0.1", beyond=False))
    for number in range(300):
        ask(gate, host="evil.example\x1b[2J")
        ask(gate, host=f"{number}.example")
    assert [record.message.count("\n") for record in caplog.records] == [0] * 100
    assert "\x1b" not in caplog.text


def test_what_breaks_off_a_connection_is_told_in_one_line(caplog):
    async def fails(scope, receive, send):
        raise ExceptionGroup("many", [ExceptionGroup("few", [ValueError("not\nright")])])

    ask_nothing = {"type": "websocket", "query_string": b"", "headers": [(b"host", b"localhost"), (b"origin", b"http://localhost")]}
    run_apart(Gate(fails, {"localhost"})(ask_nothing, None, None))
    assert [record.message for record in caplog.records] == ["a connection broke off (ValueError: not right)"]


@pytest.fixture
def asked(served):
    """Asks the real server for a path, with these headers; gives the answer, read."""

    def ask_it(path, method="GET", **headers):
        place = served.address.split("/")[2]
        connection = http.client.HTTPConnection(place, timeout=20)
        connection.request(method, path, headers={"Host": place, **headers})
        answer = connection.getresponse()
        return SimpleNamespace(status=answer.status, headers=dict(answer.headers), body=answer.read().decode("utf-8", "replace"))

    return ask_it


UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "cmVhc3N1cmUgcGFnZSEhIQ==",
}
CHANNELS = "/jupyter/api/kernels/nobody/channels?session_id=1"


def test_the_real_server_stands_behind_the_gate(asked):
    assert asked("/").status == 200
    assert asked("/", Host="evil.example").status == 403
    assert asked("/", Origin="https://evil.example").status == 403
    for headers in ({"Origin": "https://evil.example"}, {}, {"Host": "evil.example", "Origin": "http://evil.example"}):
        assert asked(CHANNELS, **UPGRADE, **headers).status == 403
    assert not [name for name in asked("/").headers if name.lower().startswith("access-control")]


@pytest.mark.parametrize("folder", ["static", "_solara/cdn", "jupyter/nbextensions", "static/public", "static/assets"])
def test_no_file_outside_is_served(asked, folder):
    for up in ("../" * 12, "..%2f" * 12, "%2e%2e/" * 12, "..%5c" * 12, "/"):
        assert asked(f"/{folder}/{up}etc/passwd").status in {400, 404}


def test_a_script_that_is_not_here_is_not_fetched(asked):
    answer = asked("/_solara/cdn/no-such-package@1.0.0/index.js")
    assert answer.status == 404


def test_asking_for_a_folder_of_scripts_does_not_delete_it(tmp_path):
    pytest.importorskip("solara", reason="the page needs the extra 'view'")
    from reassure.runs.view.site import OnlyWhatIsHere

    (tmp_path / "package" / "scripts").mkdir(parents=True)
    (tmp_path / "package" / "scripts" / "index.js").write_text("1")
    files = OnlyWhatIsHere(directory=tmp_path)
    for asked_for in ("package/scripts", "package", "package/scripts/none.js"):
        answer, _ = files.lookup_path(asked_for)
        assert not answer or not Path(answer).is_file()
    assert Path(files.lookup_path("package/scripts/index.js")[0]).read_text() == "1"


def test_a_header_cannot_say_where_the_scripts_come_from(asked):
    told = {"X-Script-Name": "//evil.example", "Script-Name": "//evil.example", "X-Forwarded-Host": "evil.example"}
    assert "evil.example" not in asked("/", **told).body
    assert "evil.example" not in asked("/").body
