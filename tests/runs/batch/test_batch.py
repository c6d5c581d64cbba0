"""Batches that survive: whatever is lost, what is played again is the same to the last byte."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from reassure.agents.declaration import DeclarationError
from reassure.runs.batch import open_store, run
from reassure.runs.batch.batch import Outlook, begin, extend, resume
from reassure.runs.batch.drive import Threads
from reassure.runs.batch.experiment import Request
from reassure.runs.files.whole import CannotWriteError
from reassure.runs.store.manifest import MANIFEST
from reassure.runs.store.refusal import StoreError
from reassure.runs.store.shards import FUTURES

SMALL = Request(["limited_reassurance_force"], runs=60, weeks=52, seed=3)


def copy(store, tmp_path):
    return shutil.copytree(store.folder, tmp_path / "copy")


def files(folder):
    return {path.name: path.read_bytes() for path in (folder / FUTURES).iterdir()}


@pytest.fixture
def in_small_shards(monkeypatch):
    monkeypatch.setattr("reassure.runs.batch.experiment.rows_a_shard", lambda futures: 25)


def test_rows_do_not_depend_on_shards_or_threads(plain, stores, tmp_path, in_small_shards):
    begin(SMALL, tmp_path / "store", Threads(3))
    assert len(files(tmp_path / "store")) == 13
    assert stores.rows_of(tmp_path / "store") == stores.rows_of(plain.folder)


def test_resume_plays_what_is_missing_and_only_that(plain, tmp_path):
    folder, whole = copy(plain, tmp_path), files(plain.folder)
    lost = sorted(whole)[1:3]
    for name in lost:
        (folder / FUTURES / name).unlink()
    (folder / FUTURES / (lost[0] + ".part")).write_bytes(b"half")
    kept = {path.name: path.stat().st_mtime_ns for path in (folder / FUTURES).glob("*.parquet")}
    looks, done = [], []
    resume(folder, look=looks.append, advance=done.append)
    assert files(folder) == whole
    assert looks == [Outlook(total=plain.futures, kept=plain.futures - sum(done))]
    assert 0 < sum(done) < plain.futures
    assert all((folder / FUTURES / name).stat().st_mtime_ns == when for name, when in kept.items())


def test_damaged_shards_are_told_and_played_again(plain, tmp_path):
    folder, whole = copy(plain, tmp_path), files(plain.folder)
    first, second = sorted(whole)[:2]
    (folder / FUTURES / first).write_bytes(whole[first][: len(whole[first]) // 2])
    (folder / FUTURES / second).write_bytes(whole[second][:60] + b"\xff" + whole[second][61:])
    looks = []
    resume(folder, look=looks.append)
    assert sorted(name for told in looks[0].damaged for name in (first, second) if name in told) == [first, second]
    assert files(folder) == whole


def test_a_whole_batch_resumed_plays_nothing(plain, tmp_path):
    done = []
    resume(copy(plain, tmp_path), advance=done.append)
    assert not done


def test_extending_gives_the_rows_of_a_longer_batch(tmp_path, stores):
    without = {"weeks": 26, "placebo": False, "scenarios": ["limited_reassurance_force"]}
    begin(Request(runs=30, **without), tmp_path / "short")
    extend(tmp_path / "short", 25)
    begin(Request(runs=55, **without), tmp_path / "long")
    assert stores.rows_of(tmp_path / "short") == stores.rows_of(tmp_path / "long")
    assert open_store(tmp_path / "short").manifest.runs == 55


def test_runs_beyond_the_counter_of_luck_are_refused_and_not_noted(plain, tmp_path):
    folder = copy(plain, tmp_path)
    with pytest.raises(DeclarationError, match="runs is a whole number from 1 to 4294967295"):
        extend(folder, 2**32 - 1)
    assert (folder / MANIFEST).read_bytes() == (plain.folder / MANIFEST).read_bytes()


@pytest.mark.parametrize("work", [resume, lambda folder: extend(folder, 10)])
def test_other_rules_are_refused_and_nothing_is_touched(plain, tmp_path, monkeypatch, work):
    folder, whole = copy(plain, tmp_path), files(plain.folder)
    theirs = {**plain.manifest.rulebook, "model/fighting.py": "0" * 16}
    monkeypatch.setattr("reassure.runs.store.manifest.rulebook", lambda: theirs)
    with pytest.raises(StoreError, match=r"written by other rules, those of reassure .*: model/fighting.py"):
        work(folder)
    assert files(folder) == whole
    assert (folder / MANIFEST).read_bytes() == (plain.folder / MANIFEST).read_bytes()


def test_a_full_disk_is_one_line_and_what_was_written_is_kept(plain, stores, tmp_path, monkeypatch, in_small_shards):
    synced, real = [], os.fsync

    def fills_up(file):
        synced.append(file)
        if len(synced) > 6:  # the manifest, two shards, and the names of each
            raise OSError(errno.ENOSPC, "No space left on device")
        real(file)

    monkeypatch.setattr("os.fsync", fills_up)
    with pytest.raises(CannotWriteError, match=r"cannot write .*: No space left on device"):
        begin(SMALL, tmp_path / "store", Threads(1))
    monkeypatch.undo()
    kept = files(tmp_path / "store")
    assert len(kept) == 2
    assert all(name.endswith(".parquet") for name in kept)
    resume(tmp_path / "store")
    assert stores.rows_of(tmp_path / "store") == stores.rows_of(plain.folder)


def test_an_interruption_keeps_what_is_whole(plain, stores, tmp_path, in_small_shards):
    told = []

    def interrupted(done):
        told.append(done)
        if len(told) > 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        begin(SMALL, tmp_path / "store", Threads(1), advance=interrupted)
    assert 0 < len(files(tmp_path / "store")) < 13
    resume(tmp_path / "store")
    assert stores.rows_of(tmp_path / "store") == stores.rows_of(plain.folder)


def test_a_folder_in_which_a_batch_was_killed_as_it_began_is_free(tmp_path, stores, plain):
    (tmp_path / "store" / FUTURES).mkdir(parents=True)
    (tmp_path / "store" / ".lock").write_text("")
    (tmp_path / "store" / f"{MANIFEST}.part").write_text("half")
    begin(SMALL, tmp_path / "store")
    assert files(tmp_path / "store") == files(plain.folder)


def test_shards_without_a_manifest_are_not_played_over(plain, tmp_path):
    folder = copy(plain, tmp_path)
    (folder / MANIFEST).unlink()
    with pytest.raises(StoreError, match="is not empty"):
        begin(SMALL, folder)
    assert files(folder) == files(plain.folder)


KILLED = ["batch", "limited_reassurance_force", "--runs", "4000", "--weeks", "52", "--seed", "3", "--no-placebo", "--out"]


def test_killed_by_the_system_and_resumed_it_equals_one_that_was_not(tmp_path, stores):
    store = tmp_path / "killed"
    command = [sys.executable, "-m", "reassure.runs.cli"]
    for _ in range(2):  # killed twice: while it began, and while it resumed
        before = len(list((store / FUTURES).glob("*.parquet"))) if store.exists() else 0
        arguments = ["resume", str(store)] if store.exists() else [*KILLED, str(store)]
        with subprocess.Popen([*command, *arguments], stdout=subprocess.DEVNULL) as process:
            while len(list((store / FUTURES).glob("*.parquet"))) < before + 3:
                assert process.poll() is None, "it ended before it could be killed"
                time.sleep(0.005)
            os.kill(process.pid, signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
    there = open_store(store)
    assert there.missing > 0
    assert there.table().num_rows == there.futures  # whole shards and nothing else
    done = subprocess.run([*command, "resume", str(store)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    undisturbed = run("limited_reassurance_force", out=tmp_path / "whole", runs=4000, weeks=52, seed=3, placebo=False)
    assert files(store) == files(undisturbed.folder)
    assert (store / MANIFEST).read_bytes() == (undisturbed.folder / MANIFEST).read_bytes()
