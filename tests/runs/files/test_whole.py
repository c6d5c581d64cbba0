import errno

import pytest

from reassure.runs.files.whole import CannotWriteError, sweep_out, write_whole


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
