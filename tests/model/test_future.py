from datetime import date
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from reassure.agents.choice import NOTHING
from reassure.agents.declaration import DeclarationError
from reassure.agents.profiles import ALLIES, STANCE
from reassure.model.future import blank_world, date_of, drawings, fresh_seed, new_world, whole
from reassure.model.scenario import load
from reassure.model.uncertainties import UNCERTAINTIES

BARE = load("bare_ceasefire")


@pytest.mark.parametrize(
    ("value", "number"),
    [(42, 42), ("42", 42), (42.0, 42), (np.int64(42), 42), (np.uint64(2**64 - 1), 2**64 - 1), (2**53 + 1, 2**53 + 1)],
)
def test_whole_numbers(value, number):
    assert whole("seed", value, 0, 2**64 - 1) == number


@pytest.mark.parametrize(
    "value",
    [
        -1,
        2**64,
        1.5,
        np.float64(1.5),
        np.float32(1.9),
        Decimal("1.5"),
        Fraction(3, 2),
        np.bool_(1),
        "1.5",
        "x",
        "",
        True,
        None,
        float("nan"),
        float("inf"),
        [],
        np.array([1, 2]),
        1 + 2j,
    ],
)
def test_what_is_no_whole_number_in_range(value):
    with pytest.raises(DeclarationError, match="whole number from 0 to 18446744073709551615") as refusal:
        whole("seed", value, 0, 2**64 - 1)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "bad",
    [
        {"seed": -1}, {"seed": 2**64}, {"run": -1}, {"run": 2**32}, {"branch": 2**32}, {"weeks": 0}, {"weeks": 5201}, {"weeks": 1.5}, {"seed": "x"},
    ],
)  # fmt: skip
def test_counters_out_of_range_are_refused(bad):
    with pytest.raises(DeclarationError, match="whole number"):
        new_world(BARE, **{"seed": 1, **bad})


@pytest.mark.parametrize(
    "edge", [{"seed": 0}, {"seed": 2**64 - 1}, {"run": 2**32 - 1}, {"branch": 2**32 - 1}, {"weeks": 1}, {"weeks": 5200}]
)
def test_counters_at_the_edge_are_not(edge):
    world = new_world(BARE, **{"seed": 1, **edge})[0]
    seed = edge.get("seed", 1)
    assert (int(world.luck.seed_high) << 32 | int(world.luck.seed_low)) == seed


def test_fresh_seeds_are_seeds_and_differ():
    seeds = {fresh_seed() for _ in range(20)}
    assert len(seeds) == 20
    for seed in seeds:
        assert whole("seed", seed, 0, 2**64 - 1) == seed


def test_before_any_luck_nothing_is_decided():
    world = blank_world(BARE)[0]
    assert world.russia.decision.chosen == world.ukraine.decision.order == world.allies[3].answer.step == NOTHING
    assert set(world.outcome.first) == {NOTHING}
    assert np.isfinite(blank_world(BARE).view(np.float64)[blank_world(BARE).view(np.int64) != NOTHING]).all()


def test_a_world_is_made_of_its_arguments_alone():
    one, other = new_world(BARE, 5, run=3, weeks=20), new_world(BARE, 5, run=3, weeks=20)
    assert one.tobytes() == other.tobytes()
    assert one.tobytes() != new_world(BARE, 5, run=4, weeks=20).tobytes()
    assert one.tobytes() != new_world(BARE, 6, run=3, weeks=20).tobytes()


def test_the_plan_the_states_and_the_front_stand_in_the_record():
    world = blank_world(load("limited_reassurance_force"), weeks=40, steps_per_week=4)[0]
    assert (world.weeks_per_step, world.horizon, world.levers.troop_ceiling) == (0.25, 40.0, 25.0)
    assert (world.situation.attack.act, world.situation.attack.sector, world.situation.sector_count) == (NOTHING, NOTHING, 8)
    assert sum(sector.frontage for sector in world.situation.sectors) == pytest.approx(1.0)
    france = next(ally for ally, profile in zip(world.allies, ALLIES, strict=True) if profile.iso3 == "FRA")
    assert (france.borders, france.declared_stance) == (0, STANCE.willing_lead)
    assert france.opinion == pytest.approx(0.2)  # A39: 49 for, 29 against
    assert 100 < france.active < 400 and 50 < france.spending < 100 and 2 <= france.reported <= 15


def test_elections_fall_on_their_dates():
    world = blank_world(BARE)[0]
    days = (date(2026, 11, 3) - BARE.start).days
    assert world.united_states.next_election == pytest.approx(days / 7)
    assert world.united_states.next_is_presidential == 0


@pytest.mark.parametrize(
    ("week", "day"), [(0, date(2026, 1, 5)), (1, date(2026, 1, 12)), (52, date(2027, 1, 4)), (0.5, date(2026, 1, 9))]
)
def test_a_week_has_a_date(week, day):
    assert BARE.start == date(2026, 1, 5)
    assert date_of(BARE, week) == day


def test_a_pinned_uncertainty_is_pinned_in_the_table_of_draws():
    table = drawings(BARE.with_pins({"fear_size": 1.25}))
    names = list(UNCERTAINTIES)
    pinned = [(name, float(row.value)) for name, row in zip(names, table, strict=True) if row.pinned]
    assert pinned == [("fear_size", 1.25)]
    row = table[names.index("reconstitution_years")]
    assert (row.low, row.default, row.high, row.luck) == (2.0, 5.0, 10.0, 80)
