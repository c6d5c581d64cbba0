import os
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from reassure.runs.batch import run as play_batch
from reassure.runs.batch.reopening import decisive_week
from reassure.runs.cli import run
from reassure.runs.view import server
from reassure.runs.view.address import parse_query


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "unknown scenario 'nowhere'"),
        (["--seed", "-1"], "--seed is a whole number from 0"),
        (["--week", "9", "--weeks", "8"], "--week is a whole number from 0 to 8"),
        (["--set", "arms=2"], "arms takes a number"),
        (["--order", "2:russia"], "an order is written"),
        (["--port", "x"], "--port is a whole number from 0 to 65535"),
        (["--port", "70000"], "--port is a whole number from 0 to 65535"),
        (["--point", "1"], "--point belongs to --replay DIR RUN"),
        (["--replay", "nowhere", "3", "--port", "0"], "holds no batch"),
        (["--replay", "nowhere", "3", "--seed", "2"], "leave out --seed"),
    ],
)
def test_a_refusal_is_one_line_on_standard_error_and_status_2(arguments, message, capsys, monkeypatch):
    monkeypatch.setattr(server, "check_installed", lambda: None)
    assert run(["view", *arguments]) == 2
    said = capsys.readouterr()
    assert message in said.err and said.err.count("\n") == 1 and not said.out


@pytest.mark.parametrize(
    "host",
    [
        "..",
        "",
        " ",
        "a b",
        "a\nb",
        "*",
        "a" * 300,
        "\N{PILE OF POO}",
        "b\udcff",
        "http://localhost",
        "localhost/x",
        "-1",
        "256.1.1.1",
    ],
)
def test_what_is_no_host_is_one_line(host, capsys, monkeypatch):
    monkeypatch.setattr(server, "check_installed", lambda: None)
    assert run(["view", "--host", host, "--port", "0"]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1 and len(said.err) < 200 and not said.out


@pytest.mark.parametrize(("host", "beyond"), [("0.0.0.0", True), ("127.0.0.1", False), ("127.0.0.9", False), ("localhost", False)])
def test_open_to_other_machines_it_says_what_that_means(host, beyond, capsys, monkeypatch):
    monkeypatch.setattr(server, "check_installed", lambda: None)
    monkeypatch.setattr(server, "serve", lambda listener, address, open_browser: None)
    assert run(["view", "--host", host, "--port", "0", "--no-browser"]) == 0
    said = capsys.readouterr().out
    assert ("There is no password" in said) is beyond
    assert ("Whoever can reach this machine" in said) is beyond


def test_the_address_has_the_name_that_was_given():
    with server.listening("localhost", 0) as listener:
        port = listener.getsockname()[1]
        assert server.address_of(listener, "run=7", "localhost") == f"http://localhost:{port}/?run=7"
        assert server.address_of(listener, "run=7", "127.0.0.1") == server.address_of(listener, "run=7")


def test_a_busy_port_is_one_line(capsys, monkeypatch):
    monkeypatch.setattr(server, "check_installed", lambda: None)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert run(["view", "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert f"port {port} is in use" in said and said.count("\n") == 1


def test_an_address_of_another_machine_is_one_line(capsys, monkeypatch):
    monkeypatch.setattr(server, "check_installed", lambda: None)
    assert run(["view", "--host", "192.0.2.1", "--port", "0"]) == 2
    assert "cannot listen at 192.0.2.1" in capsys.readouterr().err


def test_a_missing_extra_is_one_line_and_says_how_to_get_it():
    hide = "import importlib.util as u; real = u.find_spec; u.find_spec = lambda n, *a: None if n == 'solara' else real(n, *a); "
    command = hide + "from reassure.runs.cli import run; raise SystemExit(run(['view']))"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, timeout=120, env=os.environ, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "reassure: the browser view is not installed; install it with: pip install 'reassure[view]'\n"


def test_it_listens_on_this_machine_alone_unless_told_otherwise():
    with server.listening("127.0.0.1", 0) as listener:
        host, port = listener.getsockname()
        assert host == "127.0.0.1"
        assert server.address_of(listener, "run=7") == f"http://127.0.0.1:{port}/?run=7"


def test_a_stored_run_opens_at_its_decisive_week(tmp_path, capsys, monkeypatch):
    opened = []
    monkeypatch.setattr(server, "check_installed", lambda: None)
    monkeypatch.setattr(server, "serve", lambda listener, address, open_browser: opened.append(address))
    batch = play_batch("limited_reassurance_force", out=tmp_path / "store", runs=12, weeks=104, seed=3, levers={"arms": 0.5})
    assert run(["view", "--replay", str(batch.folder), "11", "--no-browser", "--port", "0"]) == 0
    week, why = decisive_week(batch.reopen(11))
    said = capsys.readouterr().out
    assert f"Opens at week {week}: {why}." in said
    future = parse_query(urlsplit(opened[0]).query)
    assert (future.seed, future.run, future.weeks, future.week) == (3, 11, 104, week)
    assert future.preset == batch.reopen(11).scenario
