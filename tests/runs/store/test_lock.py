import errno
import os
import subprocess
import sys

import pytest

from reassure.runs.store.lock import LOCK, alone
from reassure.runs.store.refusal import StoreError

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


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX locks")
@pytest.mark.parametrize("answer", [errno.ENOTSUP, errno.ENOSYS, errno.ENOLCK, errno.EINVAL, errno.EBADF, errno.EIO])
def test_a_drive_that_cannot_lock_is_written_all_the_same(tmp_path, monkeypatch, answer):
    def cannot(*_):
        raise OSError(answer, os.strerror(answer))

    monkeypatch.setattr("fcntl.flock", cannot)
    with alone(tmp_path):
        assert f"process {os.getpid()}" in (tmp_path / LOCK).read_text()


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX locks")
@pytest.mark.parametrize("answer", [errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES])
def test_held_is_held_whoever_holds_it(tmp_path, monkeypatch, answer):
    def held(*_):
        raise OSError(answer, os.strerror(answer))

    monkeypatch.setattr("fcntl.flock", held)
    (tmp_path / LOCK).write_bytes(b"\xff\xfe")  # another program's
    with pytest.raises(StoreError, match="is being written by"), alone(tmp_path):
        pass


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_file_in_place_of_the_lock_is_refused(tmp_path):
    os.mkfifo(tmp_path / LOCK)
    with pytest.raises(StoreError, match="cannot write in"), alone(tmp_path):
        pass
