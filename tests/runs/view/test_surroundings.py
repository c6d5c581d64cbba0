"""Our page with our settings, whatever the environment says and wherever the packages lie."""

import http.client
import json
import os
import subprocess
import sys

import pytest

from reassure.runs.view import surroundings
from reassure.runs.view.surroundings import ServerError, home_of

FOREIGN = {
    "SOLARA_APP": "other.py",
    "SOLARA_MODE": "development",
    "solara_mode": "development",
    "SOLARA_KERNEL_CULL_TIMEOUT": "never",
    "SOLARA_TELEMETRY_MIXPANEL_ENABLE": "True",
    "SOLARA_THEME_TITLE": "Another",
    "SOLARA_ASSETS_PROXY": "False",
    "SOLARA_ASSETS_CDN": "https://evil.example/",
    "SOLARA_ASSETS_EXTRA_LOCATIONS": "/etc",
    "SOLARA_OAUTH_PRIVATE": "True",
    "SOLARA_STATE_BACKEND": "redis",
    "SOLARA_SSG_ENABLED": "True",
    "SOLARA_USE_PDB": "perhaps",
}
"""Settings that would show another page, open ours, break it or tell others of it."""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Makes a package whose files for the browser lie in a folder, the package in another below it."""

    def make(packages, *files, name="ipyvue"):
        (tmp_path / packages / f"{name}.dist-info").mkdir(parents=True)
        (tmp_path / packages / f"{name}.dist-info" / "METADATA").write_text(f"Name: {name}\nVersion: 1\n")
        for file in files:
            (tmp_path / file).mkdir(parents=True)
        monkeypatch.syspath_prepend(tmp_path / packages)
        return tmp_path

    return make


VUE = surroundings.FILES["ipyvue"]


@pytest.mark.parametrize("packages", [".", "lib/python3.13/site-packages", "Lib/site-packages", "lib64/python3/dist-packages"])
def test_files_are_found_above_their_package(package, packages):
    folder = package(packages, *VUE)
    assert home_of("ipyvue").resolve() == folder.resolve()


@pytest.mark.parametrize("files", [(), VUE[:1]])
def test_missing_files_are_one_line(package, files):
    package("lib/site-packages", *files)
    with pytest.raises(ServerError, match="the page's files are missing") as refusal:
        home_of("ipyvue")
    assert "\n" not in str(refusal.value)


def test_a_missing_package_is_one_line(monkeypatch):
    monkeypatch.setitem(surroundings.FILES, "no-such-package", ("share/x",))
    with pytest.raises(ServerError, match="not installed"):
        home_of("no-such-package")


def test_a_folder_that_stands_in_the_pages_way_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / surroundings.PAGE).mkdir()
    with pytest.raises(ServerError, match="stands in the page's way"):
        surroundings.prepare()


def settings_under(environment):
    """The settings that Solara has, started by us in an environment; read in a process of its own."""
    code = (
        "import json; from reassure.runs.view.surroundings import prepare; prepare();"
        "import solara.settings as s, solara.server.settings as t;"
        "print(json.dumps([s.main.dict(), s.assets.dict(), *(getattr(t, name).dict() for name in"
        " ('main', 'telemetry', 'theme', 'kernel', 'oauth', 'state', 'ssg'))], default=str, sort_keys=True))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True, env={**os.environ, **environment}
    )
    return json.loads(told.stdout)


@pytest.fixture
def dotenv(tmp_path):
    """The package by which Solara reads files of settings, as far as it matters."""
    (tmp_path / "dotenv.py").write_text("import os\ndef load_dotenv(): os.environ['SOLARA_USE_PDB'] = 'True'\n")
    return str(tmp_path)


def test_no_setting_comes_from_elsewhere(dotenv):
    pytest.importorskip("solara", reason="the page needs the extra 'view'")
    usual = settings_under({})
    for told in ({**FOREIGN, "SOLARA_USE_PDB": "True"}, {"PYTHONPATH": dotenv}):
        others = settings_under(told)
        for settings in (*usual, *others):
            settings.pop("server_session_id", None)  # made up at every start
        assert others == usual
    assert usual[2]["mode"] == "production" and usual[3]["mixpanel_enable"] is False


def test_where_a_proxy_shows_the_page_may_be_said():
    pytest.importorskip("solara", reason="the page needs the extra 'view'")
    said = settings_under({"SOLARA_ROOT_PATH": "/user/me", "SOLARA_BASE_URL": "https://hub.example/user/me/"})
    assert (said[2]["root_path"], said[2]["base_url"]) == ("/user/me", "https://hub.example/user/me/")


def test_our_page_is_shown_whatever_the_environment(serve, monkeypatch):
    pytest.importorskip("solara", reason="the page needs the extra 'view'")
    for name, value in FOREIGN.items():
        monkeypatch.setenv(name, value)
    address = serve("--run", "7").wait_for(r"Watch at (\S+)")
    connection = http.client.HTTPConnection(address.split("/")[2], timeout=60)
    connection.request("GET", "/")
    answer = connection.getresponse()
    assert answer.status == 200
    assert "<title>Reassure</title>" in answer.read().decode()
