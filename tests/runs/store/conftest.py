"""A small store to be read only, and copies of it to be harmed."""

import json
import shutil

import pyarrow.parquet as pq
import pytest

from reassure.runs.batch import run

OPTIONS = {"runs": 20, "weeks": 26}


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """The folder of a small store; to be read only."""
    return run("limited_reassurance_force", out=tmp_path_factory.mktemp("kept") / "store", seed=1, **OPTIONS).folder


@pytest.fixture(scope="session")
def others(tmp_path_factory):
    """The folder of the same batch with another seed, so that its shards bear the same names; to be read only."""
    return run("limited_reassurance_force", out=tmp_path_factory.mktemp("others") / "store", seed=2, **OPTIONS).folder


@pytest.fixture
def folder(kept, tmp_path):
    """A copy of `kept`."""
    return shutil.copytree(kept, tmp_path / "store")


@pytest.fixture
def shard(folder):
    """The file of the copy's first shard."""
    return min((folder / "futures").iterdir())


@pytest.fixture
def older(folder):
    """A copy as an older version wrote it: nothing in it has a checksum, and shards say no more of themselves than their rules."""
    manifest = json.loads((folder / "manifest.json").read_text())
    del manifest["checksum"]
    (folder / "manifest.json").write_text(json.dumps(manifest))
    for path in (folder / "futures").iterdir():
        table = pq.read_table(path, partitioning=None)
        labels = {b"reassure.rules": table.schema.metadata[b"reassure.rules"]}
        pq.write_table(table.replace_schema_metadata(labels), path, write_page_checksum=True)
    return folder
