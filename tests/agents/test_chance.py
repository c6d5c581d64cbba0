import ast
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kurtosis

from reassure.agents import chance
from reassure.agents.profiles import ALLIES
from reassure.agents.rule import FLOORS
from reassure.agents.situation import PACE

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
    assert max(chance.PURPOSE) < chance.PURPOSES_PER_ACTOR


NUMBERS = {
    "uncertainty": 0,
    "leaning": 1,
    "resolve": 2,
    "lag": 3,
    "review": 4,
    "government": 5,
    "opportunity": 6,
    "conduct": 7,
    "sector": 8,
    "crisis_choice": 9,
    "election": 10,
    "policy": 11,
    "vote": 12,
    "mishap": 13,
    "contact": 14,
    "touch": 15,
    "casualties": 16,
    "seizure": 17,
    "spill": 18,
    "mandate": 19,
    "escalation": 20,
    "war": 21,
    "kyiv": 22,
}
"""What each purpose's number was when it was first written down; it is never given to another."""


def test_a_purpose_keeps_its_number():
    assert {name: getattr(chance.PURPOSE, name) for name in NUMBERS} == NUMBERS


SHARED = {
    (
        "WHO.world",
        "PURPOSE.touch",
    ),  # first: whether an act touches the force; second: exit after a strike, or a guarantor's entry into a war
    ("WHO.world", "PURPOSE.war"),  # first: how effective the offensive is; second: what becomes of a clash
    ("actor", "PURPOSE.leaning"),  # an ally's first government
    ("WHO.first_ally + ally.luck", "PURPOSE.leaning"),  # and its later ones, in later steps
}
"""Pairs of actor and purpose drawn at more than one place: each place takes another half or falls in another step."""


def test_each_draw_is_made_in_one_place():
    places: dict[tuple[str, str], int] = {}
    for path in [*Path(FLOORS, "agents").glob("*.py"), *Path(FLOORS, "model").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and path.name != "chance.py":
                drawn = {"uniforms": 1, "uniform": 1, "normals": 1, "uniforms_at": 2}.get(node.func.id)
                if drawn:
                    pair = (ast.unparse(node.args[drawn]), ast.unparse(node.args[drawn + 1]))
                    places[pair] = places.get(pair, 0) + 1
    assert {pair for pair, count in places.items() if count > 1} <= SHARED
    dealt = {"PURPOSE.opportunity", "PURPOSE.mishap"}  # for everyone at once, in chance.py itself
    assert {purpose for _, purpose in places} == {f"PURPOSE.{name}" for name in chance.PURPOSE._fields} - dealt


def test_opportunities_are_dealt_by_a_counter_of_their_own():
    here = luck(seed=5, run=3, step=7)
    never, always = np.zeros(1, PACE)[0], np.ones(1, PACE)[0]  # chances of nought and one
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


def test_weekly_noise_has_mean_nought_and_spread_one_and_both_are_apart():
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
