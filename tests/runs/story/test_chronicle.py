"""What a chronicle says of a future must be what its record holds."""

import pytest

from reassure.model.orders import parse_order
from reassure.model.wargame import Wargame
from reassure.runs.story.chronicle import chronicle, week_json
from reassure.runs.story.ending import ending_json
from reassure.runs.story.reasons import contest

WEEKS = 60


@pytest.fixture(scope="module", params=["limited_reassurance_force", "full_nato_mission"])
def model(request):
    return Wargame(request.param, rng=3, run=1, weeks=WEEKS)


@pytest.fixture(scope="module")
def weeks(model):
    return list(chronicle(model))


@pytest.fixture(scope="module")
def decisions(weeks):
    return [made for week in weeks for made in week_json(week)["decisions"]]


def test_every_week_is_told_once(weeks, model):
    assert [week.week for week in weeks] == list(range(model.week))
    assert weeks[1].date.toordinal() - weeks[0].date.toordinal() == 7


def test_all_four_kinds_of_actor_are_heard(decisions):
    assert {"russia", "ukraine", "united_states", "france"} <= {made["actor"] for made in decisions}


def test_terms_sum_to_the_utility(decisions):
    for made in decisions:
        for option in made["options"]:
            assert sum(term["value"] for term in option["terms"]) == pytest.approx(option["utility"], abs=1e-9), made["actor"]


def test_every_term_names_its_source(decisions):
    assert all(term["source"] for made in decisions for option in made["options"] for term in option["terms"])


def test_probabilities_sum_to_one(decisions):
    for made in decisions:
        assert sum(option["probability"] for option in made["options"]) == pytest.approx(1.0)


def test_the_draw_held_against_the_cumulative_probabilities_gives_the_choice(decisions):
    for made in decisions:
        reached = 0.0
        for option in made["options"]:
            reached += option["probability"]
            if made["draw"] < reached:
                break
        assert option["option"] == made["option"]
        assert option["probability"] == made["probability"]
        assert not made["ordered"]


def test_reasons_are_the_difference_between_two_options(weeks):
    for week in weeks:
        for made in week.decisions:
            between = contest(made)
            if between.rival:
                total = sum(weight.difference for weight in between.weights)
                assert total == pytest.approx(between.chosen.utility - between.rival.utility, abs=1e-9)


def test_an_order_is_marked_and_what_it_overrode_is_kept():
    model = Wargame("limited_reassurance_force", rng=1, weeks=3, orders=[parse_order("2:russia:mobilise", 3)])
    (made,) = (made for week in chronicle(model) for made in week.decisions if made.ordered)
    assert (made.actor, made.chosen) == ("Russia", "mobilise")
    assert sum(weighed.probability for weighed in made.weighed) == pytest.approx(1.0)
    assert ending_json(model)["orders"] == [{"order": "2:russia:mobilise", "state": "obeyed"}]


def test_an_attack_is_answered_by_votes_that_add_up():
    model = Wargame(
        "limited_reassurance_force",
        rng=1,
        weeks=40,
        orders=[parse_order(order, 40) for order in ("38:russia:probe", "39:russia:seize@donetsk")],
    )
    week = list(chronicle(model))[-1]
    answer = week.answer
    assert (answer.act, answer.sector, answer.ordered_by_moscow) == ("seizure", "donetsk", True)
    total = sum(vote.weight for vote in answer.votes)
    for_force = sum(vote.weight for vote in answer.votes if vote.explanation.chosen == "force")
    assert answer.share == pytest.approx(for_force / total if total else 0.0)
    assert answer.force == (bool(answer.votes) and answer.share >= answer.quorum)


def test_happenings_of_a_mobilisation():
    model = Wargame("limited_reassurance_force", rng=1, weeks=4, orders=[parse_order("2:russia:mobilise", 4)])
    weeks = list(chronicle(model))
    names = [happening.name for happening in weeks[2].happened]
    assert "mobilisation" in names and "crisis_begins" in names
    assert week_json(weeks[2])["events"][0] == {"event": "mobilisation", "first": True}
    assert weeks[3].situation["crisis"]
    assert "mobilisation" not in [happening.name for happening in weeks[3].happened]


def test_firsts_agree_with_the_outcome(weeks, model):
    told = {happening.name: int(week.week) for week in weeks for happening in week.happened if happening.detail.get("first")}
    assert told == {name: week for name, week in ending_json(model)["first"].items() if week is not None}


def test_leaving_the_allies_out_changes_nothing_else():
    def told(with_allies):
        model = Wargame("limited_reassurance_force", rng=1, run=2, weeks=20)
        return [(week.situation, week.minds, week.happened) for week in chronicle(model, with_allies)], model.state

    assert told(True) == told(False)
