import os
import tempfile
from pathlib import Path

import pytest

from reassure.agents import rule_cache as kept
from reassure.agents.rule_cache import KEPT_CACHES, SEAL, RuleCache

POSIX = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="asks who owns a folder")
FORM = {"a compiled form": [1.0, 2.0, 3.0]}


def found():
    return kept.rule_cache.__wrapped__()


@pytest.fixture
def homes(tmp_path, monkeypatch):
    """A cache and a temporary folder of our own."""
    for name in ("cache", "temporary"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path


def test_what_is_kept_is_read_by_the_next(tmp_path):
    RuleCache(tmp_path).keep("a.rule-1.nbc", FORM)
    cache = RuleCache(tmp_path)
    assert cache.read("a.rule-1.nbc") == FORM and cache.used == {"a.rule-1.nbc"}
    assert cache.read("a.rule-2.nbc") is None and cache.used == {"a.rule-1.nbc"}
    assert [path.name for path in tmp_path.iterdir()] == ["a.rule-1.nbc"]


def whole(tmp_path):
    RuleCache(tmp_path).keep("a.rule-1.nbc", FORM)
    return (tmp_path / "a.rule-1.nbc").read_bytes()


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[: SEAL // 2],
        lambda content: content[:-1],
        lambda content: content + b"x",
        lambda content: b"\0" * len(content),
        lambda content: content[:SEAL] + b"\x80\x05cbuiltins\nKeyboardInterrupt\n)R.",
        *(lambda content, at=at: content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :] for at in (0, SEAL, SEAL + 20, -1)),
    ],
)
def test_what_is_damaged_is_thrown_away_with_one_word_and_made_again(tmp_path, capfd, damage):
    (tmp_path / "a.rule-1.nbc").write_bytes(damage(whole(tmp_path))[: 10**6])
    cache = RuleCache(tmp_path)
    assert cache.read("a.rule-1.nbc") is None and cache.read("a.rule-1.nbc") is None
    assert capfd.readouterr().err.count("damaged; compiling those again") == 1
    cache.keep("a.rule-1.nbc", FORM)
    assert RuleCache(tmp_path).read("a.rule-1.nbc") == FORM


def test_the_form_of_another_rule_is_not_taken_for_this_one(tmp_path):
    (tmp_path / "a.rule-2.nbc").write_bytes(whole(tmp_path))
    assert RuleCache(tmp_path).read("a.rule-2.nbc") is None


@POSIX
def test_a_file_of_another_users_is_not_read(tmp_path, monkeypatch):
    whole(tmp_path)
    stranger = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: stranger)
    assert RuleCache(tmp_path).read("a.rule-1.nbc") is None


def test_a_folder_in_the_place_of_a_file_stops_nobody(tmp_path, capfd):
    (tmp_path / "a.rule-1.nbc").mkdir()
    cache = RuleCache(tmp_path)
    assert cache.read("a.rule-1.nbc") is None
    cache.keep("a.rule-1.nbc", FORM)
    assert capfd.readouterr().err.count("\n") == 2


def test_where_nothing_more_can_be_written_it_goes_on_and_says_so_once(tmp_path, capfd):
    cache = RuleCache(tmp_path / "removed")
    cache.keep("a.rule-1.nbc", FORM)
    cache.keep("a.rule-2.nbc", FORM)
    assert cache.is_full
    assert capfd.readouterr().err.count("cannot be kept") == 1


def test_a_place_that_cannot_be_used_gives_way_to_the_temporary_folder_and_that_to_none(homes, monkeypatch):
    assert found().folder.is_relative_to(homes / "cache" / "reassure")
    (homes / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(homes / "file"))
    assert found().folder.is_relative_to(homes / "temporary") and str(homes / "file") in found().hindrance
    monkeypatch.setattr(tempfile, "tempdir", str(homes / "file"))
    assert found().folder is None
    assert str(homes / "file") in found().hindrance


def nobody():
    raise RuntimeError("Could not determine home directory.")


@pytest.mark.parametrize("cache", [None, "", "of/this/folder"])
def test_without_a_home_the_temporary_folder_is_used(homes, monkeypatch, cache):
    monkeypatch.delenv("XDG_CACHE_HOME") if cache is None else monkeypatch.setenv("XDG_CACHE_HOME", cache)
    monkeypatch.setattr(Path, "home", nobody)
    assert found().folder.is_relative_to(homes / "temporary")
    monkeypatch.setattr(Path, "home", lambda: homes / "nowhere")
    assert found().folder.is_relative_to(homes / "temporary") and not (homes / "nowhere").exists()
    monkeypatch.setattr(Path, "home", lambda: homes)
    assert found().folder.is_relative_to(homes / ".cache" / "reassure")


def test_without_a_temporary_folder_the_cache_is_used(homes, monkeypatch):
    def none_usable():
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr(tempfile, "gettempdir", none_usable)
    assert found().folder.is_relative_to(homes / "cache")
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
    assert found().folder is None


@POSIX
def test_the_folder_is_the_users_alone(homes):
    folder = found().folder
    assert [path.stat().st_mode & 0o777 for path in (folder, folder.parent)] == [0o700, 0o700]


@POSIX
@pytest.mark.parametrize("planted", ["reassure", "reassure/version"])
@pytest.mark.parametrize("hindrance", ["others may write in it", "it is not a folder", "it belongs to another user"])
def test_a_folder_that_others_can_have_put_something_into_is_not_used(homes, monkeypatch, planted, hindrance):
    monkeypatch.setattr(kept, "fingerprint", lambda: "version")
    monkeypatch.setattr(tempfile, "tempdir", os.devnull)
    folder = homes / "cache" / planted
    folder.parent.mkdir(exist_ok=True, mode=0o700)
    if hindrance == "it is not a folder":
        (homes / "elsewhere").mkdir()
        folder.symlink_to(homes / "elsewhere")
    else:
        folder.mkdir()
    if hindrance == "others may write in it":
        folder.chmod(0o775)
    if hindrance == "it belongs to another user":
        look = Path.lstat
        stranger = os.geteuid() + 1
        monkeypatch.setattr(
            Path,
            "lstat",
            lambda path: os.stat_result([*look(path)[:4], stranger, *look(path)[5:]]) if path == folder else look(path),
        )
    assert found().folder is None
    assert f"{folder}: {hindrance}" in found().hindrance


def test_only_the_latest_caches_are_kept(tmp_path):
    folders = [tmp_path / str(number) for number in range(9)]
    for folder in folders:
        folder.mkdir()
    kept._forget_old_caches(folders[0])
    left = {folder.name for folder in tmp_path.iterdir()}
    assert "0" in left
    assert len(left) == KEPT_CACHES
