"""Small batches that the tests share, and what it means that two stores hold the same rows."""

from types import SimpleNamespace

import pyarrow as pa
import pytest

from reassure.runs.batch import run
from reassure.runs.store.store import Store

RUNS, WEEKS = 60, 52
FORCE = "limited_reassurance_force"


def rows_of(folder):
    """All rows of a store, by point and run, as bytes and types that either are equal or are not."""
    table = Store(folder).table().sort_by([("point", "ascending"), ("run", "ascending")])
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table.combine_chunks().unify_dictionaries())
    return table.num_rows, sink.getvalue().to_pybytes()


@pytest.fixture(scope="session")
def plain(tmp_path_factory):
    """A batch of one scenario, its twin, the baseline and both placebos; to be read only."""
    return run(FORCE, out=tmp_path_factory.mktemp("plain") / "store", runs=RUNS, weeks=WEEKS, seed=3)


@pytest.fixture(scope="session")
def swept(tmp_path_factory):
    """A batch that sweeps a lever and an uncertainty; to be read only."""
    return run(
        FORCE,
        out=tmp_path_factory.mktemp("swept") / "store",
        runs=40,
        weeks=26,
        sweep={"troop_ceiling": [5, 15], "fear_size": "0:2:3"},
    )


@pytest.fixture(scope="session")
def stores():
    """`stores.rows_of(folder)`, `stores.force`, `stores.runs`, `stores.weeks`."""
    return SimpleNamespace(rows_of=rows_of, force=FORCE, runs=RUNS, weeks=WEEKS)
