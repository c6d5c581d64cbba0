"""A real cluster of several processes on this machine, one of which is killed while it plays."""

import os
import signal
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
