import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as some

from reassure.runs.store.point import Point
from reassure.runs.store.refusal import StoreError
from reassure.runs.store.schema import DRAWN, schema
from reassure.runs.store.shards import FUTURES, Round, Shard, check, cut, encode, read, rows_a_shard


def point(number, role="scenario", baseline=None):
    return Point(number, "force", role, "force", [], {}, {}, baseline)


@given(
    some.integers(1, 20),
    some.integers(0, 5),
    some.lists(some.tuples(some.integers(1, 300), some.integers(0, 300)), min_size=1, max_size=3),
    some.integers(1, 100),
)
def test_every_future_lies_in_one_shard_and_none_is_too_large(ordinary, placebos, asked, shard_rows):
    points = [point(n) for n in range(ordinary)] + [point(ordinary + n, "placebo") for n in range(placebos)]
    rounds, first = [], 0
    for runs, placebo_runs in asked:
        rounds.append(Round(first, runs, min(runs, placebo_runs)))
        first += runs
    shards = list(cut(points, rounds, shard_rows))
    assert all(1 <= shard.rows <= shard_rows for shard in shards)
    assert len({shard.name for shard in shards}) == len(shards)
    held = [
        (number, run)
        for shard in shards
        for number in range(shard.first_point, shard.first_point + shard.points)
        for run in range(shard.first_run, shard.first_run + shard.runs)
    ]
    assert len(held) == len(set(held))
    assert set(held) == {
        (each.number, run)
        for each in points
        for a_round in rounds
        for run in range(a_round.first_run, a_round.first_run + (a_round.placebo_runs if each.role == "placebo" else a_round.runs))
    }


def test_the_size_of_a_shard_has_bounds():
    assert (rows_a_shard(10), rows_a_shard(200_000), rows_a_shard(10**9)) == (1_000, 3_125, 10_000)


@pytest.fixture
def stored(tmp_path):
    shard = Shard(0, 0, 1, 50)
    table = pa.table([pa.nulls(50, field.type) for field in schema()], schema=schema())
    table = table.set_column(0, "point", pa.array(range(50), pa.int32())).set_column(1, "run", pa.array(range(50), pa.int64()))
    (tmp_path / FUTURES).mkdir()
    path = tmp_path / FUTURES / shard.name
    path.write_bytes(encode(table, "rules"))
    return tmp_path, shard, path


def test_a_whole_shard_passes(stored):
    folder, shard, path = stored
    check(folder, shard, "rules", DRAWN)
    assert read(folder, shard, ["run"])["run"].to_pylist() == list(range(50))
    assert pq.ParquetFile(path).metadata.num_row_groups == 1


def flip(path):
    content = bytearray(path.read_bytes())
    content[50] ^= 1  # within the first page
    path.write_bytes(content)


def cut_short(path):
    path.write_bytes(path.read_bytes()[:-100])


def empty(path):
    path.write_bytes(b"")


def other_table(path):
    pq.write_table(pa.table({"run": range(50)}), path)


@pytest.mark.parametrize("harm", [flip, cut_short, empty, other_table])
def test_a_damaged_shard_is_named_in_one_line(stored, harm):
    folder, shard, path = stored
    harm(path)
    with pytest.raises(StoreError, match=r"is damaged: .*'reassure resume") as refusal:
        check(folder, shard, "rules", DRAWN)
    assert str(path) in str(refusal.value)


def test_a_shard_of_other_rules_is_not_taken_for_ones_own(stored):
    folder, shard, _ = stored
    with pytest.raises(StoreError, match="other rules"):
        check(folder, shard, "others", DRAWN)
