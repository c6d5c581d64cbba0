import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents import campaign

POWER = st.floats(0.05, 2.0)
QUALITY = st.floats(1.0, 4.0)


@given(POWER, QUALITY, st.floats(1.0, 5.0))
def test_even_chances_lie_at_the_square_root_of_the_defenders_quality(defender, quality, certainty):
    # T30; X14: parity at three to one needs quality nine
    assert campaign.victory_chance(defender * math.sqrt(quality), defender, quality, certainty) == pytest.approx(0.5)


@given(POWER, POWER, QUALITY)
def test_one_side_wins_what_the_other_loses(attacker, defender, quality):
    won = campaign.victory_chance(attacker, defender, quality, 2.2)
    lost = campaign.victory_chance(defender * quality, attacker, quality, 2.2)
    assert won + lost == pytest.approx(1.0)


@given(POWER, POWER, QUALITY)
def test_more_attackers_win_more_often(attacker, defender, quality):
    assert campaign.victory_chance(attacker * 1.1, defender, quality, 2.2) > campaign.victory_chance(
        attacker, defender, quality, 2.2
    )


@pytest.mark.parametrize(
    ("attacker", "defender", "quality", "certainty", "chance"),
    [
        (1.0, 1.0, 1.0, 2.2, 0.5),
        (2.0, 1.0, 1.0, 2.0, 0.8),  # odds are the square of the ratio
        (1.0, 2.0, 1.0, 2.0, 0.2),
        (2.0, 1.0, 2.0, 2.0, 2 / 3),
        (2.0, 1.0, 1.0, 4.0, 16 / 17),
        (3.0, 1.0, 9.0, 2.2, 0.5),  # X14
    ],
)
def test_the_square_law(attacker, defender, quality, certainty, chance):
    assert campaign.victory_chance(attacker, defender, quality, certainty) == pytest.approx(chance)


@pytest.mark.parametrize(
    ("defence", "capability", "reinforced"),
    [(0.5, 0.0, 0.5), (0.5, 1.0, 0.8625), (0.0, 1.0, 0.0875), (1.0, 1.0, 1.6375), (1.0, 0.4, 1.255)],
)
def test_the_coalition_adds_little_to_the_defence(seen, defence, capability, reinforced):
    # C28: a force of full capability is worth about half of Ukraine's strength, of which a twelfth is its own
    assert campaign.reinforced(defence, capability, seen().uncertainties) == pytest.approx(reinforced)


@pytest.mark.parametrize(
    ("intelligence", "air_defence", "crisis", "factor"),
    [
        (0.0, 0.0, 0, 1.0),
        (1.0, 0.0, 0, 1.15),  # C15
        (0.0, 1.0, 0, 1.08),  # C16
        (1.0, 1.0, 0, 1.23),
        (0.5, 0.5, 0, 1.115),
        (0.0, 0.0, 1, 1.025),  # a quarter of a mobilisation is seen without help
        (1.0, 0.0, 1, 1.15 * 1.085),  # with it seventeen twentieths
        (0.5, 0.0, 1, 1.075 * 1.055),
        (0.0, 1.0, 1, 1.08 * 1.025),
    ],
)
def test_warning_and_air_defence_help_the_defender(seen, intelligence, air_defence, crisis, factor):
    world = seen("bare_ceasefire")
    situation = world.situation
    situation.intelligence, situation.air_defence, situation.crisis = intelligence, air_defence, crisis
    assert campaign.defence(0.6, situation, world.uncertainties) == pytest.approx(0.6 * factor)


@pytest.mark.parametrize(("capability", "price"), [(0.0, 0.4), (0.5, 1.0), (1.0, 1.6)])
def test_a_clash_costs_a_quarter_even_with_states_that_can_do_little(seen, capability, price):
    # C18, C31
    assert campaign.clash_price(capability, seen().uncertainties) == pytest.approx(price)


@pytest.fixture(scope="module")
def war(seen):
    """The five terms of a war at parity, but for what is changed."""

    def terms(
        value=1.0, cost=1.0, russian=0.8, defence=0.8, capability=0.0, answer=0.0, punishment=0.0, legal=0.0, surge=0.0, **set_
    ):
        assumed = seen(**set_).uncertainties
        return campaign.war_terms(value, cost, russian, defence, capability, answer, punishment, legal, surge, assumed)

    return terms


ALONE, TOGETHER = 0.373553, 0.163670
"""Chances of winning at parity against Ukraine alone, and with a coalition of full capability beside it."""


@pytest.mark.parametrize(
    ("war_with", "aim", "fighting", "punishment", "clash", "shadow"),
    [
        ({}, ALONE, -0.44, 0, 0, 0),  # nobody answers
        ({"value": 2}, 2 * ALONE, -0.44, 0, 0, 0),
        ({"cost": 0.75}, ALONE, -0.33, 0, 0, 0),
        ({"russian": 1.2}, 0.592671, -0.366667, 0, 0, 0),
        ({"defence": 1.0}, 0.267387, -0.495, 0, 0, 0),
        ({"punishment": 0.1}, ALONE, -0.44, -0.1, 0, 0),
        ({"punishment": 0.1, "cost": 0.75}, ALONE, -0.33, -0.075, 0, 0),
        ({"answer": 1}, ALONE, -0.44, 0, -0.4, -0.045),  # flags alone
        ({"answer": 1, "capability": 1}, TOGETHER, -0.44, 0, -1.6, -0.045),
        ({"answer": 0.5, "capability": 1}, (ALONE + TOGETHER) / 2, -0.44, 0, -0.8, -0.0225),
        ({"answer": 0.25, "capability": 1}, 0.75 * ALONE + 0.25 * TOGETHER, -0.44, 0, -0.4, -0.01125),
        ({"answer": 1, "capability": 0.5}, 0.241609, -0.44, 0, -1.0, -0.045),
        ({"answer": 1, "capability": 1, "surge": 1}, TOGETHER, -0.44, 0, -2.4, -0.045),
        ({"answer": 1, "capability": 1, "surge": 0.5}, TOGETHER, -0.44, 0, -2.0, -0.045),
        ({"legal": 1}, ALONE, -0.44, 0, 0, -0.15),
        ({"legal": 0.5}, ALONE, -0.44, 0, 0, -0.0375),
        ({"legal": 1, "answer": 1}, ALONE, -0.44, 0, -0.4, -0.195),
        ({"legal": 1, "answer": 1, "cost": 2, "punishment": 0.1}, ALONE, -0.88, -0.2, -0.8, -0.39),
    ],
)
def test_what_a_war_would_bring(war, war_with, aim, fighting, punishment, clash, shadow):
    assert war(**war_with) == pytest.approx((aim, fighting, punishment, clash, shadow), abs=2e-6)


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        ({"value": 1.2}, 1),  # T7
        ({"cost": 1.2}, -1),  # T1
        ({"russian": 1.0}, 1),
        ({"defence": 1.0}, -1),
        ({"answer": 0.5}, -1),
        ({"answer": 0.5, "capability": 1.0}, -1),
        ({"punishment": 0.2}, -1),  # C35
        ({"legal": 1.0}, -1),
        ({"military_cost": 0.6}, -1),
    ],
)
def test_what_makes_war_worth_more_or_less(war, change, sign):
    assert (sum(war(**change)) - sum(war())) * sign > 0


def test_resolve_and_capability_multiply(war):
    # C31: with either near zero the clash costs little
    both = war(answer=0.9, capability=0.9)[3]
    assert both < 2 * war(answer=0.9, capability=0.0)[3] < 0
    assert both < 5 * war(answer=0.1, capability=0.9)[3] < 0
