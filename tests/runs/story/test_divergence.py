"""Where two futures with the same luck part."""

from reassure.model.course import Course
from reassure.model.orders import parse_order
from reassure.model.scenario import load
from reassure.model.wargame import Wargame
from reassure.runs.story.chronicle import chronicle
from reassure.runs.story.divergence import parted, parting

FORCE = load("limited_reassurance_force")


def test_the_same_policy_does_not_part():
    assert parting(FORCE, FORCE, seed=1, weeks=30) is None


def test_policies_part_at_the_first_decision_that_differs():
    other = FORCE.with_levers({"arms": 0.0, "sanctions": 1.0, "legal_form": "none"})
    found = parting(FORCE, other, seed=1, weeks=80)
    assert found is not None
    lived = [list(chronicle(Wargame(scenario, rng=1, weeks=80), with_allies=False)) for scenario in (FORCE, other)]
    before = [
        [(made.actor, made.chosen, made.sector) for week in weeks if week.week < found.week for made in week.decisions]
        for weeks in lived
    ]
    assert before[0] == before[1]
    assert found.actor in ("Russia", "Ukraine", "United States")
    here, there = (
        [
            (made.chosen, made.sector)
            for week in weeks
            if week.week == found.week
            for made in week.decisions
            if made.actor == found.actor
        ]
        for weeks in lived
    )
    assert here != there


def test_an_order_parts_futures_where_it_is_given():
    plain = Course(FORCE, 1, weeks=6).history()
    ordered = Course(FORCE, 1, weeks=6, orders=[parse_order("3:russia:mobilise", 6)]).history()
    found = parted(plain, ordered)
    assert (found.week, found.actor, found.b.option) == (3, "Russia", "mobilise")
    assert found.json()["actor"] == "russia"
