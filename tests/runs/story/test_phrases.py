from dataclasses import replace
from datetime import date

import pytest

from reassure.agents.explanation import Explanation, Weighed
from reassure.model.calendar import next_election
from reassure.model.course import Course
from reassure.model.orders import parse_order
from reassure.model.scenario import load
from reassure.runs.story import phrases
from reassure.runs.story.answers import Answer, Vote
from reassure.runs.story.chronicle import chronicle
from reassure.runs.story.happenings import Happening
from reassure.runs.story.narrative import standing
from reassure.runs.story.phrases import signed, small
from reassure.runs.story.quiet_weeks import asides, summary
from reassure.runs.story.reasons import contest
from reassure.runs.story.turning_point import turning_point


@pytest.fixture(scope="module")
def week():
    """A week in which nothing happened, to be changed."""
    (first,) = chronicle(Course(load("bare_ceasefire"), seed=1, run=0, weeks=1), with_allies=False)
    return replace(first, decisions=(), happened=(), answer=None)


@pytest.mark.parametrize(
    ("number", "text"), [(0.997, "+1.00"), (-0.999, "\N{MINUS SIGN}1.00"), (0.131, "+.13"), (-2.5, "\N{MINUS SIGN}2.50")]
)
def test_a_difference_is_rounded_as_any_number_and_a_draw_never_to_certainty(number, text):
    assert signed(number) == text
    assert small(0.997) == ">.99"


def test_what_counts_of_a_presidential_election_is_told_as_the_inauguration():
    start = load("bare_ceasefire").start
    week, presidential = next_election(date(2028, 11, 8))
    assert presidential and date(2028, 11, 8).toordinal() + 7 * week == date(2029, 1, 20).toordinal()
    weeks = list(chronicle(Course(load("bare_ceasefire"), seed=1, run=0, weeks=200)))
    (inaugurated,) = (
        each for each in weeks for name, detail in each.happened if name == "american_election" and detail["presidential"]
    )
    assert 0 <= 7 * inaugurated.week - (date(2029, 1, 20) - start).days < 7
    (told,) = (sentence for sentence in asides([inaugurated], inaugurated.situation) if sentence.startswith("Washington"))
    assert "new presidential term" in told and "election" not in told


@pytest.mark.parametrize(
    ("touched", "present", "deaths", "sentence"),
    [
        (False, True, 0.0, "Before the coalition: the probe in Donetsk; the force is not touched."),
        (True, True, 0.0, "Before the coalition: the probe in Donetsk; the force is hit, nobody dies."),
        (True, True, 3.2, "Before the coalition: the probe in Donetsk; the force is hit, 3 of its soldiers die."),
    ],
)
def test_an_attack_is_told_with_what_it_hits(touched, present, deaths, sentence):
    assert phrases.attack_sentence(Answer("probe", True, "donetsk", touched, present, deaths, (), 0.0, 0.5)) == sentence


def answered(votes, **changed):
    """An answer of so many states, all alike."""
    explained = Explanation("France", 3, "answer", "force", None, 0.5, False, False, ())
    known = {"act": "probe", "ordered_by_moscow": True, "sector": "donetsk", "touched": False, "present": False, "deaths": 0.0}
    return Answer(**{**known, "share": float(bool(votes)), "quorum": 0.5, **changed}, votes=(Vote(1.0, explained),) * votes)


@pytest.mark.parametrize(
    ("answer", "attacked", "said"),
    [
        (
            answered(0),
            "Ukraine alone faces the probe in Donetsk.",
            "Nobody else has a say in the answer: no foreign troops there, and no guarantee that binds anyone.",
        ),
        (
            answered(2),
            "Before the coalition: the probe in Donetsk; no foreign troops are there.",
            "2 states vote, one voice each; for force 100 % of the weight, 50 % needed: force is carried. Force: France, France.",
        ),
        (
            answered(1, present=True, share=0.0),
            "Before the coalition: the probe in Donetsk; the force is not touched.",
            "1 state votes, the only one with troops there; for force 0 % of the weight, 50 % needed: no answer by force.",
        ),
        (
            answered(1, act="war", sector=None),
            "Before the coalition: the general offensive; no foreign troops are there.",
            "force is carried, but states whose soldiers are untouched do not go to war over it.",
        ),
        (answered(1, act="war", sector=None, fought=True), "the general offensive", "50 % needed: force is carried."),
        (answered(1, act="war", sector=None, present=True, touched=True, fought=True), "the force is hit", "force is carried."),
        (
            answered(1, act="strike", sector=None, ordered_by_moscow=False, present=True, touched=True, fought=True),
            "Before the coalition: deadly contact, which nobody ordered and which has become a fight; the force is hit, nobody dies.",
            "force is carried.",
        ),
    ],
)
def test_an_answer_is_told_by_who_has_a_say_and_what_comes_of_it(answer, attacked, said):
    assert attacked in phrases.attack_sentence(answer)
    assert said in phrases.answer_sentence(answer)


@pytest.mark.parametrize(
    ("overruled", "sentences"),
    [
        (False, ["Block the alliance: Slovakia (3).", "No longer block it: Hungary (3)."]),
        (True, ["Would block the alliance, were it asked: Slovakia (3).", "Would no longer block it: Hungary (3)."]),
    ],
)
def test_nobody_blocks_an_alliance_whose_agreement_is_taken_for_granted(week, overruled, sentences):
    blocks = Happening("veto", {"country": "Slovakia", "overruled": overruled})
    lifts = Happening("veto_lifted", {"country": "Hungary", "overruled": overruled})
    assert asides([replace(week, week=3, happened=(blocks, lifts))], week.situation) == sentences


@pytest.mark.parametrize(
    ("rung", "cooling", "words", "said"),
    [
        ("calm", False, "silence", "rung: calm"),
        ("ground_grab", False, "threats", "rung: ground grab; Moscow threatens"),
        ("ground_grab", True, "protest", "rung: cooling, at the height of ground grab; Moscow protests"),
        ("general_war", False, "nuclear_signalling", "rung: general war; Moscow makes nuclear threats"),
    ],
)
def test_a_heading_says_whether_the_ladder_only_cools(week, rung, cooling, words, said):
    assert standing(replace(week, rung=rung, cooling=cooling, words=words)) == said


def test_a_week_is_cooling_when_nothing_done_in_it_reached_its_rung():
    model = Course(load("bare_ceasefire"), seed=1, run=0, weeks=8, orders=[parse_order("2:russia:probe", 8)])
    cooling = [(each.rung, each.cooling) for each in chronicle(model)]
    assert cooling[2] == ("probing", False)
    assert any(left for _, left in cooling[3:])
    assert not any(left for rung, left in cooling if rung == "calm")


def test_the_printed_reasons_and_the_rest_add_up():
    for told in chronicle(Course(load("limited_reassurance_force"), seed=1, run=0, weeks=120)):
        for made in told.decisions:
            between = contest(made)
            if between.rival:
                named = (*between.speaking_for(), *between.speaking_against())
                total = sum(weight.difference for weight in named) + between.left_out(named)
                assert total == pytest.approx(between.chosen.utility - between.rival.utility, abs=1e-9)


def test_a_review_that_is_told_is_not_told_again_in_passing(week):
    reviewed = Explanation("United States", 3, "review", "withhold", None, 0.5, False, False, ())
    stood = {**week.situation, "washington": "slow_walk"}
    held = replace(week, week=3, happened=(), decisions=(), situation={**week.situation, "washington": "withhold"})
    assert asides([held], stood) == ["Washington: holds most of it back (3)."]
    assert asides([held], stood, [reviewed]) == []


def test_armies_are_followed_through_a_war(week):
    before = {**week.situation, "war": True, "russian_power": 1.02, "ukrainian_power": 0.6}
    after = replace(week, week=3, situation={**before, "russian_power": 0.7, "ukrainian_power": 0.5, "troops": 0.0})
    assert "Russian 1.02 \N{RIGHTWARDS ARROW} 0.70, Ukrainian 0.60 \N{RIGHTWARDS ARROW} 0.50" in summary([after], before)


@pytest.mark.parametrize(("share", "said"), [(0.004, "was never near"), (0.2, "came nearest to worse in week 3")])
def test_no_week_came_near_to_worse_where_the_chance_was_next_to_nothing(week, share, said):
    options = tuple(Weighed(name, name, 0.0, chance, ()) for name, chance in (("comply", 1.0 - share), ("mobilise", share)))
    chose = Explanation("Russia", 3, "strategic", "comply", None, 0.1, False, False, options)
    (sentence,) = turning_point([replace(week, week=3, decisions=(chose,), answer=None)], {"failed": False})
    assert said in sentence


def test_nobody_is_said_to_have_voted_where_nobody_has_a_say(week):
    told = turning_point(
        [replace(week, week=3, decisions=(), happened=(), answer=answered(0, act="seizure"))],
        {"failed": True, "worst": "eroded", "first": {"erosion": 3}},
    )
    assert told == ["Week 3: nobody else has a say in the answer to the grab for ground."]
