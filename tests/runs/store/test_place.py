import errno
import os
import subprocess
import sys

import pytest

from reassure.runs.store.lock import alone
from reassure.runs.store.place import StoreError, sweep_out, write_whole


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path):
    write_whole(tmp_path / "a", b"first")
    write_whole(tmp_path / "a", b"second")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"second")]


def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    write_whole(tmp_path / "a", b"first")

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StoreError, match="No space left on device"):
        write_whole(tmp_path / "a", b"second")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"first")]


def test_what_a_killed_process_left_is_swept_out(tmp_path):
    (tmp_path / "a.part").write_bytes(b"half")
    (tmp_path / "b").write_bytes(b"whole")
    sweep_out(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


HOLD = "import sys, pathlib, time; from reassure.runs.store.lock import alone\nwith alone(pathlib.Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX locks")
def test_a_second_process_is_refused_and_a_killed_one_lets_go(tmp_path):
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match=f"is being written by process {holder.pid} on "), alone(tmp_path):
            pass
        holder.kill()
    with alone(tmp_path):
        pass
