from hypothesis import given
from hypothesis import strategies as some

from reassure.runs.store.point import Point
from reassure.runs.store.shards import Round, cut, how_many, rows_a_shard


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
    assert len(shards) == how_many(points, rounds, shard_rows)
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
