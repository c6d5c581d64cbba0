import errno
import os
from pathlib import Path

import pytest

from reassure.runs.files.results_folder import save
from reassure.runs.files.whole import CannotWriteError, check_file, sweep_out, write_whole


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path):
    write_whole(tmp_path / "a", b"first")
    write_whole(tmp_path / "a", b"second")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"second")]


def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    write_whole(tmp_path / "a", b"first")

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotWriteError, match="No space left on device"):
        write_whole(tmp_path / "a", b"second")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"first")]


def test_what_a_killed_process_left_is_swept_out(tmp_path):
    (tmp_path / "a.part").write_bytes(b"half")
    (tmp_path / "b").write_bytes(b"whole")
    sweep_out(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_text_is_written_as_utf_8(tmp_path):
    write_whole(tmp_path / "a", "Kyjiv \u2192 Київ\n")
    assert (tmp_path / "a").read_bytes().decode() == "Kyjiv \u2192 Київ\n"


def test_a_file_that_can_be_written_is_let_through_and_nothing_made(tmp_path):
    check_file(None)
    check_file(tmp_path / "new.md")
    (tmp_path / "old.md").write_text("old")
    check_file(tmp_path / "old.md")
    assert [path.name for path in tmp_path.iterdir()] == ["old.md"]


@pytest.mark.parametrize("name", ["", "nowhere/x.md", "file/x.md", "a\0b", "x" * 300])
def test_a_file_that_cannot_be_written_is_refused_before_the_work(tmp_path, name):
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWriteError, match=r"^--out: ") as refusal:
        check_file(tmp_path / name)
    assert "\n" not in str(refusal.value)


def test_a_command_that_takes_minutes_asks_first_whether_it_can_write(tmp_path, capsys, monkeypatch):
    from reassure.runs.cli import run
    from reassure.runs.ensemble import compiling

    monkeypatch.setattr(compiling, "ensure_compiled", lambda: pytest.fail("work has begun"))
    for command in ("calibration", "claims", "verify", "bench"):
        assert run([command, "--out", str(tmp_path / "nowhere" / "x.md")]) == 2
        assert capsys.readouterr().err.startswith("reassure: --out: ")


@pytest.mark.parametrize("answer", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF])
def test_a_drive_that_cannot_be_asked_to_keep_it_has_written_it(tmp_path, monkeypatch, answer):
    def cannot(_):
        raise OSError(answer, os.strerror(answer))

    monkeypatch.setattr("os.fsync", cannot)
    write_whole(tmp_path / "a", b"all")
    assert (tmp_path / "a").read_bytes() == b"all"


def denied(times):
    """`Path.replace` that is denied so many times, as where a scanner has the file open."""
    real, left = Path.replace, iter(range(times))

    def replace(self, target):
        if next(left, None) is not None:
            raise PermissionError(errno.EACCES, "Access is denied")
        return real(self, target)

    return replace


def test_a_file_that_somebody_has_open_is_renamed_a_little_later(tmp_path, monkeypatch):
    monkeypatch.setattr("reassure.runs.files.whole.WAITS", (0, 0, 0))
    write_whole(tmp_path / "a", b"first")
    monkeypatch.setattr("pathlib.Path.replace", denied(3))
    write_whole(tmp_path / "a", b"second")
    assert (tmp_path / "a").read_bytes() == b"second"
    monkeypatch.setattr("pathlib.Path.replace", denied(2))
    save(tmp_path / "folder", {"comparison.json": {}})
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["comparison.json"]
    monkeypatch.undo()
    monkeypatch.setattr("reassure.runs.files.whole.WAITS", (0, 0, 0))
    monkeypatch.setattr("pathlib.Path.replace", denied(4))
    with pytest.raises(CannotWriteError, match="Access is denied"):
        write_whole(tmp_path / "a", b"third")


@pytest.mark.skipif(os.name != "posix", reason="needs devices and pipes")
def test_a_device_or_a_pipe_is_not_replaced_by_a_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/null")):
        with pytest.raises(CannotWriteError, match="not a regular file"):
            check_file(path)
