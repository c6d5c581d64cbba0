"""What was done this week is found in the records and drawn where it fell."""

import pytest

from reassure.agents.ukraine import KYIV
from reassure.model.scenario import load
from reassure.model.theatre import SECTOR_NAMES
from reassure.runs.view.drawing.acts import Act, Kind, acts_of
from reassure.runs.view.drawing.assaults import marks_of
from reassure.runs.view.drawing.front import draw_front
from reassure.runs.view.drawing.headline import draw_headline, sentence


def kinds(history):
    return [act.kind for act in acts_of(history)]


@pytest.mark.parametrize(
    ("order", "kind", "said"),
    [
        ("10:russia:probe", Kind.PROBE, "probes in"),
        ("9:russia:probe 10:russia:seize", Kind.SEIZURE, "grabs for ground in"),
        ("10:russia:mobilise", Kind.MOBILISATION, "mobilises"),
        ("10:russia:coerce", Kind.COERCION, "coerces"),
        ("10:ukraine:press", Kind.PRESSING, "presses its luck"),
        ("10:ukraine:hedge", Kind.HEDGE, "long arm"),
        ("10:ukraine:retaliate", Kind.RETALIATION, "in kind"),
    ],
)
def test_an_ordered_act_is_seen_in_its_week_and_not_before(order, kind, said, futures):
    history = futures.played("bare_ceasefire", weeks=11, orders=tuple(order.split()))
    act = next(act for act in acts_of(history) if act.kind == kind)
    assert said in act.sentence
    assert kind not in kinds(futures.played("bare_ceasefire", weeks=11, orders=("10:russia:comply", "10:ukraine:restrain")))
    assert act.sector is None or 0 <= act.sector < len(SECTOR_NAMES)
    if kind != Kind.COERCION:
        assert f'class="{kind}"' in draw_front(history)


def test_ground_taken_is_fought_for_and_may_be_taken_back(futures):
    history = futures.copied(futures.played(weeks=6))
    sector = history[-1:]["situation"]["sectors"][0, 3]
    sector["lost"], sector["contested"] = 1, 1
    assert "Ground is taken and fought for in Donetsk." in [act.sentence for act in acts_of(history)]
    sector["contested"] = 0
    assert "Ground is lost in Donetsk." in [act.sentence for act in acts_of(history)]
    history[-2:-1]["situation"]["sectors"][0, 3]["lost"] = 2
    assert "Ukraine takes back ground in Donetsk." in [act.sentence for act in acts_of(history)]


def test_a_counter_attack_is_drawn_where_it_falls(futures):
    history = futures.copied(futures.played(weeks=6))
    made = history[-1:]["ukraine"]["decision"]
    made["step"], made["chosen"], made["sector"] = history[-1]["outcome"]["last_step"], KYIV.counter_attack, 3
    act = next(act for act in acts_of(history) if act.kind == Kind.COUNTER_ATTACK)
    assert act.sentence == "Ukraine counter-attacks in Donetsk."
    assert marks_of(act)


def test_a_strike_on_the_force_and_the_clash_that_may_follow(futures):
    history = futures.played("paris_declaration", weeks=40, orders=("30:russia:strike",))[:32]
    assert Kind.STRIKE in kinds(history)
    assert (Kind.CLASH in kinds(history)) == bool(history[-1]["field"]["clash"])


def test_war_fills_the_front_with_arrows_and_leads(futures):
    history = futures.copied(futures.played(weeks=6))
    history[-1:]["field"]["war"], history[-1:]["field"]["war_weeks"] = 1, 3.0
    act = next(act for act in acts_of(history) if act.kind == Kind.OFFENSIVE)
    assert "".join(marks_of(act)).count("<path") >= 6
    assert sentence(history).startswith("General war along the whole front")


def test_there_is_a_mark_for_every_kind_that_has_a_place():
    for kind in Kind:
        told = marks_of(Act(kind, 3, "said"))
        assert bool(told) == (kind not in {Kind.COERCION, Kind.CONTEST, Kind.GROUND, Kind.INCIDENTS})


def test_nothing_is_done_before_the_first_week(futures):
    assert acts_of(futures.played(weeks=3)[:1]) == ()


def test_violations_are_told_as_the_record_counts_them(futures):
    history = futures.played(weeks=6)
    assert acts_of(history)[-1].sentence.startswith(f"{history[-1]['field']['violations']:,.0f} violation")


def test_the_headline_is_one_sentence_with_date_week_and_worst(futures):
    history = futures.played("bare_ceasefire", weeks=30, run=1)
    for end in (1, 2, 17, 31):
        told = sentence(history[:end])
        assert "." not in told.rstrip(".") and told[0].isupper()
    drawing = draw_headline(history, load("bare_ceasefire"), 7, 1)
    assert "30 weeks into the ceasefire" in drawing and "seed 7, run 1" in drawing and "worst so far" in drawing
