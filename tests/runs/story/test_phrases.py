from datetime import date

import pytest

from reassure.model.calendar import next_election
from reassure.model.course import Course
from reassure.model.scenario import load
from reassure.runs.story import phrases
from reassure.runs.story.answers import Answer
from reassure.runs.story.chronicle import chronicle
from reassure.runs.story.phrases import signed, small
from reassure.runs.story.quiet_weeks import asides


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
        (False, False, 0.0, "Before the coalition: the probe in Donetsk; no foreign troops are there."),
        (False, True, 0.0, "Before the coalition: the probe in Donetsk; the force is not touched."),
        (True, True, 0.0, "Before the coalition: the probe in Donetsk; the force is hit, nobody dies."),
        (True, True, 3.2, "Before the coalition: the probe in Donetsk; the force is hit, 3 of its soldiers die."),
    ],
)
def test_an_attack_is_told_with_what_it_hits(touched, present, deaths, sentence):
    assert phrases.attack_sentence(Answer("probe", True, "donetsk", touched, present, deaths, (), 0.0, 0.5)) == sentence
