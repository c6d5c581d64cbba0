"""A real cluster of several processes on this machine, one of which is killed while it plays."""

import json
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from reassure.runs.batch import run

distributed = pytest.importorskip("distributed", reason="the extra 'cluster' (dask.distributed) is not installed")

BATCH = {"runs": 2000, "weeks": 104, "seed": 4, "placebo": False}


@pytest.fixture
def cluster():
    with distributed.LocalCluster(
        n_workers=3, threads_per_worker=2, processes=True, dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster


def test_a_killed_worker_loses_nothing_and_nothing_is_there_twice(tmp_path, cluster):
    from reassure.runs.batch.cluster import Cluster

    futures = tmp_path / "cluster" / "futures"
    killed = []

    def kill_one(pid):
        while not list(futures.glob("*.parquet")):
            time.sleep(0.02)
        os.kill(pid, signal.SIGKILL)
        killed.append((pid, len(list(futures.glob("*.parquet")))))

    with distributed.Client(cluster) as client:
        victim = next(iter(client.run(os.getpid).values()))
        killer = threading.Thread(target=kill_one, args=(victim,))
        killer.start()
        played = run("limited_reassurance_force", out=tmp_path / "cluster", workers=Cluster(client), **BATCH)
        killer.join()
    here = run("limited_reassurance_force", out=tmp_path / "here", **BATCH)
    assert killed[0][1] < len(here.paths), "it was killed when all was done"
    assert played.missing == 0
    assert [path.name for path in played.paths] == [path.name for path in here.paths]
    for one, other in zip(played.paths, here.paths, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_of_a_killed_scheduler_there_is_our_line_alone(tmp_path):
    place, store = tmp_path / "scheduler.json", tmp_path / "store"

    def started(module, *arguments, **further):
        return subprocess.Popen([sys.executable, "-m", module, *map(str, arguments)], **further)

    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = started("distributed.cli.dask_scheduler", "--scheduler-file", place, "--port", 0, "--no-dashboard", **silent)
    worker = started("distributed.cli.dask_worker", "--scheduler-file", place, "--no-nanny", "--no-dashboard", **silent)
    try:
        while not place.exists():
            assert scheduler.poll() is None
            time.sleep(0.05)
        address = json.loads(place.read_text())["address"]
        options = ["--runs", "40000", "--out", store, "--scheduler", address]
        batch = started("reassure.runs.cli", "batch", "limited_reassurance_force", *options, stderr=subprocess.PIPE, text=True)
        while not list((store / "futures").glob("*.parquet")):
            assert batch.poll() is None
            time.sleep(0.05)
        scheduler.kill()
        _, error = batch.communicate(timeout=120)
    finally:
        for process in (scheduler, worker):
            process.kill()
            process.wait()
    assert batch.returncode == 2
    assert error.startswith("reassure: the cluster ") and error.endswith("what was finished is kept\n") and error.count("\n") == 1


def test_other_rules_on_a_worker_are_refused(monkeypatch):
    from reassure.runs.batch import work
    from reassure.runs.store.refusal import StoreError
    from reassure.runs.store.shards import Shard

    job = work.Job(Shard(0, 0, 1, 1), (), (), 1, 8, {**work.rulebook(), "model/turn.py": "x"}, (), {})
    with pytest.raises(StoreError, match=r"a worker has other rules: model/turn.py"):
        work.do(job)


def test_where_there_is_no_cluster_the_refusal_is_one_line(tmp_path, capsys, monkeypatch):
    from reassure.runs.cli import run as reassure

    monkeypatch.setattr("reassure.runs.batch.cluster.PATIENCE", 0.3)
    assert reassure(["batch", "--runs", "2", "--out", str(tmp_path / "store"), "--scheduler", "tcp://127.0.0.1:9"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("reassure: no cluster with a worker at tcp://127.0.0.1:9") and error.count("\n") == 1
    assert not (tmp_path / "store").exists()
