"""What is told of ground that is fought for is what changed between two moments."""

import pytest

from reassure.agents.choice import NOTHING
from reassure.model.crisis import BY
from reassure.model.outcomes import EVENT
from reassure.runs.story.happenings import Happening, happenings
from reassure.runs.story.phrases import SAID, happened_sentences, happening_sentence
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


@pytest.mark.parametrize(
    ("levers", "sentence"),
    [
        ({"troop_ceiling": 0.0, "nato_mission": 0.0, "consensus_forced": 0.0}, "The guarantee comes into force."),
        (
            {"troop_ceiling": 25.0, "nato_mission": 0.0, "consensus_forced": 0.0},
            "The guarantee comes into force, and with it the mandate for a force.",
        ),
        (
            {"troop_ceiling": 60.0, "nato_mission": 1.0, "consensus_forced": 0.0},
            "The alliance agrees: its guarantee comes into force, and with it the mandate for a force.",
        ),
        (
            {"troop_ceiling": 60.0, "nato_mission": 1.0, "consensus_forced": 1.0},
            "The alliance's agreement is taken for granted: its guarantee comes into force, and with it the mandate for a force.",
        ),
    ],
)
def test_what_comes_into_force_is_what_was_planned_and_whose(seen, levers, sentence):
    before, after = moment(seen("bare_ceasefire")), moment(seen("bare_ceasefire"))
    before.outcome.first[EVENT.authorisation], after.outcome.first[EVENT.authorisation] = NOTHING, 0
    for name, value in levers.items():
        setattr(after.levers, name, value)
    assert happened_sentences(happenings(before, after)) == (sentence,)


@pytest.mark.parametrize(
    ("troops", "sentences"),
    [(0.0, ("The mandate lapses.",)), (12.0, ("The mandate lapses; the foreign troops are to go home.",))],
)
def test_the_end_of_a_presence_is_told_with_the_lapse_that_brings_it(seen, troops, sentences):
    before, after = moment(seen("bare_ceasefire")), moment(seen("bare_ceasefire"))
    before.coalition.authorised, before.coalition.troops = 1, troops
    after.coalition.authorised = 0
    if troops:
        before.outcome.first[EVENT.withdrawal], after.outcome.first[EVENT.withdrawal] = NOTHING, 104
    assert happened_sentences(happenings(before, after)) == sentences


def test_a_presence_that_melts_away_under_its_mandate_is_told_by_itself(seen):
    before, after = moment(seen("bare_ceasefire")), moment(seen("bare_ceasefire"))
    before.outcome.first[EVENT.withdrawal], after.outcome.first[EVENT.withdrawal] = NOTHING, 104
    assert happened_sentences(happenings(before, after)) == (SAID["withdrawal"],)


@pytest.mark.parametrize(
    ("clash", "weeks", "opened", "sentences"),
    [
        ((1, 0), 9.0, 0, ("The clash is settled after 9 weeks.",)),
        ((0, 0), 1.0, 1, ("The clash is settled after 1 week.",)),
        ((0, 1), 1.0, 1, ()),
        ((1, 1), 2.0, 0, ()),
    ],
)
def test_a_clash_that_is_settled_is_told_even_in_the_week_that_began_it(seen, clash, weeks, opened, sentences):
    before, after = moment(seen("bare_ceasefire")), moment(seen("bare_ceasefire"))
    before.field.clash, after.field.clash = clash
    after.field.clash_weeks = weeks
    after.outcome.clashes += opened
    assert happened_sentences(happenings(before, after)) == sentences


@pytest.mark.parametrize(
    ("gains", "attacker", "week", "war_weeks", "sentence"),
    [
        (1, 0.9, 50.0, 3.0, "The defence breaks after 3 weeks of war."),
        (0, 0.4, 50.0, 24.0, "The offensive breaks after 24 weeks of war, without taking ground."),
        (0, 0.4, 260.0, 24.0, "The offensive breaks after 24 weeks of war, without taking ground."),
        (0, 0.9, 260.0, 2.0, "The war still goes on after 2 weeks: the record ends."),
        (0, 0.9, 260.0, 104.0, "The war stands still after 104 weeks."),
    ],
)
def test_how_a_war_stands_when_the_record_ends_is_told(seen, gains, attacker, week, war_weeks, sentence):
    before, after = moment(seen("bare_ceasefire")), moment(seen("bare_ceasefire"))
    after = after._replace(over=True, week=week, horizon=260.0)
    before.field.war = after.field.war = 1
    after.field.attacker_start, after.field.attacker, after.field.war_weeks = 1.0, attacker, war_weeks
    after.russia.gains = before.russia.gains + gains
    assert happened_sentences(happenings(before, after)) == (sentence,)


@pytest.mark.parametrize(
    ("in_war", "weeks", "sentence"),
    [
        (0, 0.0, "The crisis is over after 1 week."),
        (0, 4.0, "The crisis is over after 5 weeks."),
        (1, 4.0, "The crisis ends in war after 5 weeks."),
    ],
)
def test_a_crisis_that_war_ends_is_not_called_over(seen, in_war, weeks, sentence):
    before, after = moment(seen("bare_ceasefire")), moment(seen("bare_ceasefire"))
    before.field.crisis, before.field.crisis_weeks = 1, weeks
    after.field.crisis, after.field.war = 0, in_war
    assert happened_sentences(happenings(before, after)) == (sentence,)
