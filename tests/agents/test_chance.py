import ast
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kurtosis

from reassure.agents import chance
from reassure.agents.profiles import ALLIES
from reassure.agents.situation import PACE
from reassure.agents.source import FLOORS

ONES = 0xFFFFFFFF
COUNTER = st.tuples(*[st.integers(0, ONES)] * 4)


@pytest.mark.parametrize(
    ("counter", "key", "words"),
    [
        ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
        ((ONES,) * 4, (ONES,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
        (
            (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
            (0xA4093822, 0x299F31D0),
            (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
        ),
    ],
)
def test_known_answers_of_philox(counter, key, words):
    # Random123, kat_vectors, "philox4x32 10"
    assert chance.philox(*counter, *key) == words


@given(COUNTER, COUNTER, st.integers(0, ONES), st.integers(0, ONES))
def test_two_counters_never_give_the_same_words(one, other, low, high):
    assert (chance.philox(*one, low, high) == chance.philox(*other, low, high)) == (one == other)


def test_every_actor_and_purpose_has_a_number_of_its_own():
    actors = range(chance.WHO.first_ally + len(ALLIES))
    keys = [actor * chance.PURPOSES_PER_ACTOR + purpose for actor in actors for purpose in chance.PURPOSE]
    assert len(set(keys)) == len(keys)
    assert max(keys) <= ONES
    assert 0 <= min(chance.PURPOSE) <= max(chance.PURPOSE) < chance.PURPOSES_PER_ACTOR
    assert len(set(chance.WHO)) == len(chance.WHO)
    assert max(chance.WHO) == chance.WHO.first_ally


SHARED = {
    (
        "WHO.world",
        "touch",
    ),  # first: whether an act touches the force; second: exit after a strike, or a guarantor's entry into a war
    ("WHO.world", "war"),  # first: how effective the offensive is; second: what becomes of a clash
}
"""Pairs of actor and purpose drawn at more than one place: each place takes another half."""


def test_each_draw_is_made_in_one_place():
    places: dict[tuple[str, str], int] = {}
    for path in [*Path(FLOORS, "agents").glob("*.py"), *Path(FLOORS, "model").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and path.name != "chance.py":
                drawn = {"uniforms": 1, "uniform": 1, "normals": 1, "uniforms_at": 2}.get(node.func.id)
                if drawn:
                    pair = (ast.unparse(node.args[drawn]), ast.unparse(node.args[drawn + 1]).removeprefix("PURPOSE."))
                    places[pair] = places.get(pair, 0) + 1
    assert {pair for pair, count in places.items() if count > 1} <= SHARED
    dealt = {"opportunity", "mishap"}  # for everyone at once, in chance.py itself
    assert {purpose for _, purpose in places} == set(chance.PURPOSE._fields) - dealt


HERE = {"seed": 5 + (9 << 32), "run": 3, "branch": 2, "step": 7}
"""A place in the space of luck; what is drawn there was worked out with another implementation of Philox, in plain Python."""


def test_a_draw_never_changes():
    at = luck(**HERE)
    drawn = (pytest.approx(0.9199764132360962, abs=1e-15), pytest.approx(0.04747464557415515, abs=1e-15))
    assert chance.uniforms_at(luck(**{**HERE, "step": 90}), 7, 1, 21) == drawn
    assert chance.uniforms(at, 1, 21) == drawn
    assert chance.uniform(at, 1, 21) == drawn[0]
    assert chance.normals(at, 1, 21) == pytest.approx(chance.normals_from(0.9199764132360962, 0.04747464557415515))


def test_two_words_make_one_number_of_52_bits_and_a_half():
    assert chance.open_unit(0, 0) == 2.0**-53
    assert chance.open_unit(ONES, ONES) == 1.0 - 2.0**-53
    assert chance.open_unit(1 << 31, 0) == 0.5 + 2.0**-53
    assert chance.open_unit(0, 1 << 31) == 2.0**-27 + 2.0**-53
    assert chance.open_unit(1 << 6, 0) == 2.0**-26 + 2.0**-53
    assert chance.open_unit((1 << 6) - 1, (1 << 6) - 1) == 2.0**-53


@pytest.mark.parametrize(
    ("word", "number"), [(0, 2.0**-33), (1 << 31, 0.5 + 2.0**-33), (ONES, 1.0 - 2.0**-33), (1 << 30, 0.25 + 2.0**-33)]
)
def test_one_word_makes_a_number_between_zero_and_one(word, number):
    assert chance.unit(word) == number


@pytest.mark.parametrize(
    ("word", "likely", "falls"), [(1 << 30, 0.26, 1), (1 << 30, 0.25, 0), (0, 0.0, 0), (0, 2.0**-33, 0), (ONES, 1.0, 1)]
)
def test_an_opportunity_falls_if_its_number_lies_below_its_chance(word, likely, falls):
    assert chance.falls(word, likely) == falls


@pytest.mark.parametrize(
    ("pace", "dealt"),
    [
        ((0.8205, 0.603, 0.5632, 0.6987), (1, 1, 1, 1)),
        ((0.8204, 0.6028, 0.5631, 0.6986), (0, 0, 0, 0)),
        ((0.8205, 0.6028, 0.5632, 0.6986), (1, 0, 1, 0)),
        ((0.8204, 0.603, 0.5631, 0.6987), (0, 1, 0, 1)),
    ],
)
def test_each_opportunity_is_dealt_by_a_word_of_its_own(pace, dealt):
    here, paces = luck(**HERE), np.zeros(1, PACE)[0]
    here.strategic = here.conduct = here.kyiv = here.washington = 9
    paces.strategic, paces.conduct, paces.kyiv, paces.washington = pace
    chance.deal_opportunities(here, paces)
    assert (here.strategic, here.conduct, here.kyiv, here.washington) == dealt


def test_mishaps_are_dealt_by_a_word_each():
    here = luck(**HERE)
    chance.deal_mishaps(here)
    dealt = (here.will_noise, here.violations_noise, here.contact, here.crisis)
    assert dealt == pytest.approx((0.3926374778, 0.8640640850, 0.0590938019, 0.2599762095), abs=1e-9)


@pytest.mark.parametrize(
    ("first", "second", "normals"),
    [
        (0.6065306597126334, 1e-12, (1.0, 0.0)),  # e^-1/2: radius one
        (0.6065306597126334, 0.25, (0.0, 1.0)),
        (0.6065306597126334, 0.5, (-1.0, 0.0)),
        (0.1353352832366127, 0.75, (0.0, -2.0)),  # e^-2: radius two
        (0.1353352832366127, 1 / 12, (1.7320508, 1.0)),
    ],
)
def test_two_uniforms_make_two_normals(first, second, normals):
    # Box and Muller 1958
    assert chance.normals_from(first, second) == pytest.approx(normals, abs=1e-7)


@pytest.mark.parametrize(
    ("word", "noise"),
    [
        (0, -2.449453),
        (ONES, 2.449453),
        (0xFFFF, -0.0),
        (0xFFFF0000, 0.0),
        (0x80000000, -1.224708),
        (0x8000, -1.224708),
        (0xFFFFC000, 1.837117),
    ],
)
def test_noise_is_the_sum_of_both_halves_of_a_word(word, noise):
    assert chance.wavering(word) == pytest.approx(noise, abs=1e-6)


def test_opportunities_are_dealt_by_a_counter_of_their_own():
    here = luck(seed=5, run=3, step=7)
    never, always = np.zeros(1, PACE)[0], np.ones(1, PACE)[0]  # chances of zero and one
    chance.deal_opportunities(here, never)
    assert [here.strategic, here.conduct, here.kyiv, here.washington] == [0, 0, 0, 0]
    chance.deal_opportunities(here, always)
    assert [here.strategic, here.conduct, here.kyiv, here.washington] == [1, 1, 1, 1]
    alone = always.copy()
    alone.strategic = alone.kyiv = alone.washington = 0.0
    chance.deal_opportunities(here, alone)
    assert [here.strategic, here.conduct, here.kyiv, here.washington] == [0, 1, 0, 0]


def luck(seed=0, run=0, branch=0, step=0):
    record = np.zeros(1, chance.LUCK)[0]
    record.seed_low, record.seed_high = seed & ONES, seed >> 32
    record.run, record.branch, record.step = run, branch, step
    return record


@pytest.mark.parametrize("field", ["seed", "run", "branch", "step"])
@pytest.mark.parametrize("edge", [1, 2**31, ONES])
def test_each_coordinate_counts_up_to_its_edge(field, edge):
    at = chance.uniforms_at(luck(), 0, chance.WHO.world, chance.PURPOSE.war)
    moved = luck(**{field: edge})
    assert chance.uniforms_at(moved, int(moved.step), chance.WHO.world, chance.PURPOSE.war) != at


def test_both_halves_of_the_seed_count():
    assert len({chance.uniforms_at(luck(seed=seed), 0, 0, 0) for seed in (5, 5 << 32, 5 | 5 << 32)}) == 3


@pytest.mark.parametrize(("high", "low"), [(0, 0), (ONES, ONES), (0, ONES), (ONES, 0)])
def test_neither_end_of_the_interval_is_reached(high, low):
    assert 0.0 < chance.open_unit(high, low) < 1.0


def test_uniforms_are_even_and_their_halves_independent():
    drawn = np.array([chance.uniforms_at(luck(run=run), 7, chance.WHO.russia, chance.PURPOSE.conduct) for run in range(4000)])
    assert np.all((drawn > 0) & (drawn < 1))
    assert np.abs(drawn.mean(axis=0) - 0.5).max() < 4 * np.sqrt(1 / 12 / 4000)
    assert np.abs(drawn.var(axis=0) - 1 / 12).max() < 0.006
    assert abs(np.corrcoef(drawn.T)[0, 1]) < 4 / np.sqrt(4000)


def test_steps_runs_and_actors_are_independent():
    def series(run, actor):
        return [chance.uniforms_at(luck(run=run), step, actor, chance.PURPOSE.vote)[0] for step in range(2000)]

    rows = np.array([series(0, 4), series(1, 4), series(0, 5)])
    apart = np.corrcoef(np.vstack([rows, np.roll(rows[0], 1)]))
    assert np.abs(apart - np.eye(4)).max() < 4 / np.sqrt(2000)


@given(st.integers(0, chance.WORD))
def test_noise_stays_within_two_and_a_half_and_turns_with_its_word(word):
    assert abs(chance.wavering(word)) < 2.45
    assert chance.wavering(word) == pytest.approx(-chance.wavering(chance.WORD - word), abs=1e-12)


def test_weekly_noise_has_mean_zero_and_spread_one_and_both_are_apart():
    world_luck = luck()
    drawn = []
    for step in range(4000):
        world_luck.step = step
        chance.deal_mishaps(world_luck)
        drawn.append((world_luck.will_noise, world_luck.violations_noise))
    assert np.mean(drawn, axis=0) == pytest.approx([0, 0], abs=0.05)
    assert np.std(drawn, axis=0) == pytest.approx([1, 1], abs=0.03)
    assert abs(np.corrcoef(np.transpose(drawn))[0, 1]) < 0.05
    in_a_week, in_four = np.ravel(np.transpose(drawn)), np.reshape(np.transpose(drawn), (-1, 4)).sum(axis=1)
    assert kurtosis(in_a_week) == pytest.approx(-0.6, abs=0.15)
    assert kurtosis(in_four) == pytest.approx(-0.15, abs=0.3)


def test_normals_have_the_moments_of_normals():
    drawn = np.array([chance.normals_from(*chance.uniforms_at(luck(run=run), 0, 0, 0)) for run in range(4000)])
    assert np.abs(drawn.mean(axis=0)).max() < 4 / np.sqrt(4000)
    assert np.abs(drawn.var(axis=0) - 1).max() < 4 * np.sqrt(2 / 4000)
    assert np.abs((drawn**3).mean(axis=0)).max() < 4 * np.sqrt(15 / 4000)
    assert np.abs((drawn**4).mean(axis=0) - 3).max() < 4 * np.sqrt(96 / 4000)


@pytest.mark.parametrize(("first", "logistic"), [(0.5, 0.0), (0.75, np.log(3)), (0.25, -np.log(3))])
def test_logistic_numbers_invert_the_logistic_curve(first, logistic):
    assert chance.logistic_from(first) == pytest.approx(logistic, abs=1e-15)
