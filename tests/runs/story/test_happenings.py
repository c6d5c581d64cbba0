"""What is told of ground that is fought for is what changed between two moments."""

import pytest

from reassure.model.crisis import BY
from reassure.runs.story.happenings import Happening, happenings
from reassure.runs.story.phrases import happening_sentence
from reassure.runs.story.snapshot import moment

DONETSK = 3


def told(seen, was=(), now=(), fought_before=(), fought_now=(), **field):
    """The sentences about a step in which the ground lost and fought for changes, and with it what is counted in the field."""
    before, after = moment(seen("bare_ceasefire")), moment(seen("bare_ceasefire"))
    for at, lost, contested in ((before, was, fought_before), (after, now, fought_now)):
        for index in lost:
            at.lost[index] += 1
        for index in contested:
            at.contested[index] += 1
    for name, value in field.items():
        setattr(after.outcome if name == "crises" else after.field, name, value)
    return [sentence for sentence in map(happening_sentence, happenings(before, after)) if sentence]


@pytest.mark.parametrize(
    ("change", "sentences"),
    [
        ({"now": (3,), "fought_now": (3,)}, ["Ground is taken in Donetsk; it is fought for."]),
        ({"was": (3,), "now": (3, 3), "fought_now": (3,)}, ["More ground is taken in Donetsk; it is fought for."]),
        (
            {"now": (3, 4), "fought_now": (3, 4)},
            [
                "Ground is taken in Donetsk; it is fought for.",
                "Ground is taken in Zaporizhzhia; it is fought for.",
                "The defence gives way: more falls than was attacked.",
            ],
        ),
        ({"now": (3, 4), "war": 1}, ["Ground is lost in Donetsk.", "Ground is lost in Zaporizhzhia."]),
        (
            {"was": (3,), "fought_before": (3,), "counter_attacks": 1},
            ["Ukraine takes back what it had just lost in Donetsk."],
        ),
        (
            {"was": (3,), "now": (3,), "fought_before": (3,), "fought_now": (3,), "counter_attacks": 1, "pending_war": 1},
            ["The counter-attack fails.", "The counter-attack runs out of hand: the fighting spreads along the front."],
        ),
        (
            {"was": (3,), "now": (3,), "fought_before": (3,)},
            ["The ground taken in Donetsk stays in Moscow's hands: a new line stands."],
        ),
        (
            {"was": (3,), "now": (3,), "fought_before": (3,), "war": 1},
            ["The ground taken in Donetsk stays in Moscow's hands."],
        ),
        (
            {"crises": 1, "crisis": 1, "crisis_origin": BY.grab},
            ["The grab is thrown back.", "The grab for ground opens a crisis; the capitals are alarmed."],
        ),
        ({}, []),
    ],
)
def test_what_is_told_of_ground(seen, change, sentences):
    assert told(seen, **change) == sentences


def test_a_test_that_found_the_line_weak_is_told(seen):
    before, after = moment(seen("bare_ceasefire")), moment(seen("bare_ceasefire"))
    after.russia.gap, after.russia.shown_sector = 1, DONETSK
    assert happenings(before, after) == (Happening("gap_found", {"sector": "donetsk"}),)
    assert happening_sentence(*happenings(before, after)) == "The test shows Moscow that the line in Donetsk is weak."
