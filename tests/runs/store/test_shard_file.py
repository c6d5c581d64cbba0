"""A shard is believed only when it has proved that it is whole and of this store, by every way of reading that is offered."""

import os
import shutil
import sys

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reassure.runs.batch.batch import extend, resume
from reassure.runs.batch.summary import summaries
from reassure.runs.store import shard_file
from reassure.runs.store.examination import findings
from reassure.runs.store.query import ask
from reassure.runs.store.refusal import DamagedError, ForeignError, StoreError
from reassure.runs.store.store import Store


def examined(store):
    for finding in findings(store):
        raise StoreError(finding.says)


READINGS = {
    "table": lambda store: store.table(["run"]),
    "frame": lambda store: store.frame(["outcome"]),
    "row": lambda store: [store.row(point, 3) for point in store.manifest.points],
    "summary": lambda store: list(summaries(store)),
    "query": lambda store: ask(store, "SELECT count(*) FROM futures"),
    "check": examined,
}


@pytest.fixture(params=READINGS)
def reading(request):
    """One of the ways to read a store."""
    if request.param == "query":
        pytest.importorskip("duckdb")
    return READINGS[request.param]


def test_a_whole_store_can_be_read(kept, reading):
    reading(Store(kept))


def test_a_bit_that_flips_anywhere_is_noticed(folder, shard, reading):
    whole, store = shard.read_bytes(), Store(folder)
    draw = np.random.default_rng(5)
    start_of_footer = len(whole) - 8 - int.from_bytes(whole[-8:-4], "little")
    places = [*draw.integers(0, len(whole), 70), *draw.integers(start_of_footer, len(whole), 70), *range(5), *range(-5, 0)]
    for place in places:
        harmed = bytearray(whole)
        harmed[place] ^= 1 << int(draw.integers(8))
        shard.write_bytes(harmed)
        with pytest.raises(StoreError, match=r"is damaged: .*'reassure resume"):
            reading(store)


def cut_short(path):
    path.write_bytes(path.read_bytes()[:-100])


def empty(path):
    path.write_bytes(b"")


def noise(path):
    path.write_bytes(os.urandom(10_000))


def longer(path):
    path.write_bytes(path.read_bytes() + b"\0")


def folder_instead(path):
    path.unlink()
    path.mkdir()


def pipe_instead(path):
    path.unlink()
    os.mkfifo(path)


def device_instead(path):
    path.unlink()
    path.symlink_to("/dev/zero")


def huge(path):
    with path.open("wb") as file:
        file.truncate(2**40)  # takes no room


def without_a_checksum(path):
    table = pq.read_table(path, partitioning=None)
    labels = {key: value for key, value in table.schema.metadata.items() if key != b"reassure.checksum"}
    pq.write_table(table.replace_schema_metadata(labels), path)


def taken_away(path):
    path.unlink()


@pytest.mark.skipif(os.name == "nt", reason="needs pipes and devices")
@pytest.mark.parametrize(
    "harm", [cut_short, empty, noise, longer, folder_instead, pipe_instead, device_instead, huge, without_a_checksum, taken_away]
)
def test_damage_of_any_kind_is_told_in_one_line(folder, shard, reading, harm):
    store = Store(folder)
    harm(shard)
    with pytest.raises(DamagedError if reading is not examined else StoreError) as refusal:
        reading(store)
    assert str(shard) in str(refusal.value) and "\n" not in str(refusal.value)


def of_another_seed(path, others):
    shutil.copy(others / "futures" / path.name, path)


def of_other_points(path, others):
    shutil.copy(max(path.parent.iterdir()), path)


def with_other_columns(path, others):
    pq.write_table(pa.table({"run": range(60), "point": range(60)}), path)


@pytest.mark.parametrize(
    ("harm", "whose"),
    [
        (of_another_seed, "it is of seed 2, not 1"),
        (of_other_points, "it is of points 3 to 4, not 0 to 2"),
        (with_other_columns, "it has no label reassure.rules"),
    ],
)
def test_a_shard_of_another_batch_is_refused_by_every_way_of_reading_and_writing(folder, shard, others, reading, harm, whose):
    harm(shard, others)
    theirs, manifest = shard.read_bytes(), (folder / "manifest.json").read_bytes()
    for work in (lambda: reading(Store(folder)), lambda: resume(folder), lambda: extend(folder, 5)):
        with pytest.raises(ForeignError if reading is not examined else StoreError, match=f"is not of this batch: {whose}"):
            work()
    assert (shard.read_bytes(), (folder / "manifest.json").read_bytes()) == (theirs, manifest)  # nothing is played over it


def test_arrow_is_handed_memory_of_its_own():
    # its threads let go of what they read when Python may have ended already: of 150 commands 9 were ended so, with a status of -6
    content = bytes(range(256)) * 40
    holders = sys.getrefcount(content)
    handed = shard_file._handed_over(content)
    assert handed.to_pybytes() == content and sys.getrefcount(content) == holders
