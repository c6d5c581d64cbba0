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


@pytest.mark.parametrize(("capability", "factor"), [(0.0, 1.0), (1.0, 1.0 + 2.2 * 0.25 + 0.35 * 0.25 / 0.5)])
def test_the_coalition_adds_little_to_the_defence(seen, capability, factor):
    # C28; with 0.25 of denial at full capability
    assert campaign.reinforced(0.5, capability, seen().uncertainties) == pytest.approx(0.5 * factor)


@pytest.mark.parametrize(("intelligence", "air_defence", "crisis"), [(0.0, 0.0, 0), (1.0, 0.0, 0), (1.0, 1.0, 0), (1.0, 1.0, 1)])
def test_warning_and_air_defence_help_the_defender(seen, intelligence, air_defence, crisis):
    situation = seen("bare_ceasefire").situation
    situation.intelligence, situation.air_defence, situation.crisis = intelligence, air_defence, crisis
    factor = (1 + 0.15 * intelligence + 0.08 * air_defence) * (1 + crisis * 0.1 * (0.25 + 0.6 * intelligence))
    assert campaign.defence(0.6, situation) == pytest.approx(0.6 * factor)


@pytest.fixture(scope="module")
def war(seen):
    """The five terms of a war at parity, but for what is changed."""

    def terms(
        value=1.0, cost=1.0, russian=0.8, defence=0.8, capability=0.0, answer=0.0, punishment=0.0, legal=0.0, surge=0.0, **set_
    ):
        assumed = seen(**set_).uncertainties
        return campaign.war_terms(value, cost, russian, defence, capability, answer, punishment, legal, surge, assumed)

    return terms


def test_a_war_that_nobody_answers(war):
    aim, fighting, punishment, clash, shadow = war(punishment=0.1)
    assert aim == pytest.approx(1 / (1 + math.exp(2.2 * 0.5 * math.log(1.6))))
    assert fighting == pytest.approx(-0.44)
    assert punishment == pytest.approx(-0.1)
    assert clash == shadow == 0.0


def test_a_war_that_is_answered_for_certain(war):
    aim, fighting, _, clash, shadow = war(capability=1.0, answer=1.0, legal=1.0, surge=1.0)
    together = 0.8 * (1 + 2.2 * 0.25) + 0.35 * 0.25
    assert aim == pytest.approx(1 / (1 + math.exp(-2.2 * (math.log(0.8 / together) - 0.5 * math.log(1.6)))))
    assert fighting == pytest.approx(-0.44)
    assert clash == pytest.approx(-1.6 * 1.5)
    assert shadow == pytest.approx(-0.15 * 1.3)


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
    # C31: with either near nought the clash costs little
    both = war(answer=0.9, capability=0.9)[3]
    assert both < 2 * war(answer=0.9, capability=0.0)[3] < 0
    assert both < 5 * war(answer=0.1, capability=0.9)[3] < 0
