import math

import pytest


@pytest.mark.parametrize(
    ("pace", "rate", "value", "week", "half_week"),
    [
        ("strategic", "strategic_rate", 2.6, 1 - math.exp(-0.05), 1 - math.exp(-0.025)),  # so many opportunities a year
        ("conduct", "conduct_rate", 5.2, 1 - math.exp(-0.1), 1 - math.exp(-0.05)),
        ("kyiv", "kyiv_rate", 5.2, 1 - math.exp(-0.1), 1 - math.exp(-0.05)),
        ("washington", "policy_rate", 5.2, 1 - math.exp(-0.1), 1 - math.exp(-0.05)),
        ("will", "will_return", 0.06, math.exp(-0.06), math.exp(-0.03)),  # such a share of a gap a week
        ("delivered", "delivery_speed", 0.4, math.exp(-0.4), math.exp(-0.2)),
        ("confidence", "confidence_speed", 0.06, math.exp(-0.06), math.exp(-0.03)),
        ("hedge", "hedge_fades", 0.04, math.exp(-0.04), math.exp(-0.02)),
        ("works", "works_fade", 0.02, math.exp(-0.02), math.exp(-0.01)),
        ("tension", "tension_fades", 0.08, math.exp(-0.08), math.exp(-0.04)),
        ("hostility", "hostility_follows", 0.12, math.exp(-0.12), math.exp(-0.06)),
        ("friction_under_pressure", "friction_returns", 0.3, math.exp(-0.3), math.exp(-0.15)),
        ("normalised", "normalisation_lost", 0.04, math.exp(-0.04), math.exp(-0.02)),
        ("memory", "memory_half_life", 100, 0.5**0.01, 0.5**0.005),  # half of it in so many weeks
        ("weariness", "weariness_half_life", 100, 0.5**0.01, 0.5**0.005),
        ("announced", "announcement_half_life", 100, 0.5**0.01, 0.5**0.005),
        ("friction_in_quiet", "quiet_half_life", 100, 0.5**0.01, 0.5**0.005),
        ("rearmament", "ukrainian_rearmament", 40, math.exp(-1 / 40), math.exp(-1 / 80)),  # all but 1/e in so many weeks
        ("rearmament_in_a_year", "ukrainian_rearmament", 40, math.exp(-1.3), math.exp(-1.3)),
    ],
)
def test_what_a_rate_does_in_a_step(fresh, pace, rate, value, week, half_week):
    for steps_per_week, expected in ((1, week), (2, half_week)):
        world = fresh(steps_per_week=steps_per_week, **{rate: value})
        assert world.situation.pace[pace] == pytest.approx(expected, rel=1e-12)
