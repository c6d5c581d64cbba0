"""Where two futures with the same luck part."""

from reassure.model.orders import parse_order
from reassure.model.scenario import load
from reassure.model.wargame import Wargame
from reassure.runs.story.chronicle import chronicle
from reassure.runs.story.divergence import first_difference, parting

FORCE = load("limited_reassurance_force")


def test_the_same_policy_does_not_part():
    assert parting(FORCE, FORCE, seed=1, weeks=30) is None


def test_policies_part_at_the_first_decision_that_differs():
    other = FORCE.with_levers({"arms": 0.0, "sanctions": 1.0, "legal_form": "none"})
    parted = parting(FORCE, other, seed=1, weeks=80)
    assert parted is not None
    lived = [list(chronicle(Wargame(scenario, rng=1, weeks=80), with_allies=False)) for scenario in (FORCE, other)]
    before = [
        [(made.actor, made.chosen, made.sector) for week in weeks if week.week < parted.week for made in week.decisions]
        for weeks in lived
    ]
    assert before[0] == before[1]
    assert parted.actor in ("Russia", "Ukraine", "United States")
    here, there = (
        [
            (made.chosen, made.sector)
            for week in weeks
            if week.week == parted.week
            for made in week.decisions
            if made.actor == parted.actor
        ]
        for weeks in lived
    )
    assert here != there


def test_an_order_parts_futures_where_it_is_given():
    plain = Wargame(FORCE, rng=1, weeks=6)
    ordered = Wargame(FORCE, rng=1, weeks=6, orders=[parse_order("3:russia:mobilise", 6)])
    parted = first_difference(chronicle(plain), chronicle(ordered))
    assert (parted.week, parted.actor, parted.b.option) == (3, "Russia", "mobilise")
    assert parted.json()["actor"] == "russia"
