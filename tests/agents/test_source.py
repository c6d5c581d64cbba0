import importlib
import os
import py_compile
import shutil
import sys

import pytest

from reassure.agents import curves
from reassure.agents.source import FLOORS, SOURCES


@pytest.fixture
def house(tmp_path, monkeypatch):
    """Both lower floors copied into a package of another name, which can be imported; gives its folder."""
    folder = tmp_path / f"house_{tmp_path.name.replace('-', '_')}"
    for floor in ("agents", "model"):
        shutil.copytree(FLOORS / floor, folder / floor, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in [name for name in sys.modules if name.split(".")[0] == folder.name]:
        del sys.modules[name]
    for place in [place for place in sys.path_importer_cache if place.startswith(str(tmp_path))]:
        del sys.path_importer_cache[place]


def module(house, name):
    return importlib.import_module(f"{house.name}.{name}")


def rewrite(path, old, new):
    """Change a file so that its length and time tell nothing."""
    before = path.stat()
    text = path.read_bytes()
    assert old in text and len(old) == len(new)
    path.write_bytes(text.replace(old, new, 1))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("validated", [py_compile.PycInvalidationMode.TIMESTAMP, py_compile.PycInvalidationMode.UNCHECKED_HASH])
def test_byte_code_of_an_older_text_is_never_run(house, validated):
    place = house / "agents" / "sectors.py"
    text = place.read_bytes()
    place.write_bytes(text + b"\nWITNESS = 1\n")
    py_compile.compile(place, doraise=True, invalidation_mode=validated)
    rewrite(place, b"WITNESS = 1", b"WITNESS = 2")
    assert module(house, "agents.sectors").WITNESS == 2


def test_what_is_written_after_the_start_is_not_run_and_not_fingerprinted(house):
    fingerprint = module(house, "agents.fingerprint").fingerprint()
    rewrite(house / "agents" / "profiles.csv", b"France", b"Gallia")
    place = house / "model" / "levers.py"
    place.write_text(place.read_text(encoding="utf-8") + "\nraise RuntimeError\n", encoding="utf-8")
    module(house, "model.levers")
    assert "France" in [profile.country for profile in module(house, "agents.profiles").PROFILES]
    assert module(house, "agents.fingerprint").fingerprint() == fingerprint


def test_a_module_that_was_not_there_at_the_start_asks_for_another(house):
    module(house, "agents")
    (house / "agents" / "afterthought.py").write_text("")
    with pytest.raises(ImportError, match="younger than this process"):
        module(house, "agents.afterthought")


def test_an_editors_own_files_are_no_modules(house):
    (house / "agents" / ".#curves.py").symlink_to("nobody@nowhere.1")
    assert "agents/curves.py" in module(house, "agents.source").SOURCES


def test_the_rules_of_this_process_are_run_as_read():
    assert type(curves.__spec__.loader).__name__ == "AsRead"
    assert SOURCES["agents/curves.py"] == (FLOORS / "agents" / "curves.py").read_bytes()
    assert SOURCES["agents/profiles.csv"] == (FLOORS / "agents" / "profiles.csv").read_bytes()
