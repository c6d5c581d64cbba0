import numpy as np
import pytest

from reassure.model import outcomes
from reassure.model.outcomes import EVENTS, EVER, MEAN_SPANS, MEANS, ORIGINS, WORST
from reassure.model.wargame import Wargame


@pytest.mark.parametrize("declared", [*WORST, *EVENTS, *MEANS, *ORIGINS], ids=lambda declared: declared.name)
def test_everything_recorded_has_unit_meaning_and_source(declared):
    assert declared.name and declared.unit and declared.meaning and declared.source


def test_the_worst_outcomes_are_in_order():
    assert [declared.name for declared in WORST] == ["held", "simmering", "eroded", "renewed_war", "clash", "wider_war"]
    assert set(EVER) <= {declared.name for declared in EVENTS}
    assert len(outcomes.RUNGS) == outcomes.RUNG.nuclear_use + 1


def test_places_in_stored_tables_stay():
    # folders of results keep these by place
    assert [declared.name for declared in EVENTS] == [
        "simmering", "erosion", "mobilisation", "renewed_war", "attack_on_force", "clash", "wider_war", "withdrawal",
        "nuclear_use", "authorisation", "concession",
    ]  # fmt: skip
    assert [declared.name for declared in MEANS] == [
        "violations_per_year", "deaths_per_year", "kyiv_confidence", "credibility_gap", "belief", "joiners", "troops",
        "believed_answer",
    ]  # fmt: skip
    assert [declared.name for declared in ORIGINS] == [
        "none", "moscow_launched", "kyiv_pressed", "accident", "grab_spread", "clash_spread",
    ]  # fmt: skip
    assert [declared.name for declared in WORST] == list(outcomes.END._fields)
    assert [declared.name for declared in EVENTS] == list(outcomes.EVENT._fields)


def test_deeds_and_words_are_told_from_mild_to_grave():
    assert outcomes.RUNGS == (
        "calm", "violations", "pressure", "probing", "mobilisation", "ground_grab", "attack_on_force", "general_war", "clash",
        "wider_war", "nuclear_use",
    )  # fmt: skip
    assert outcomes.WORDS == ("silence", "protest", "threats", "nuclear_signalling")


def test_a_ceasefire_simmers_from_25_deaths_in_two_years():
    assert outcomes.DEATHLY_YEAR == 25  # the codebook's and the conflict data's threshold
    assert outcomes.RECURRENT == 2  # "recurrent lethal violation": in more than one year


@pytest.mark.parametrize(("worst", "fails"), [(0, False), (1, False), (2, True), (3, True), (4, True), (5, True)])
def test_a_ceasefire_fails_when_eroded_or_worse(worst, fails):
    assert outcomes.failed(worst) == fails
    assert outcomes.failed(np.array([worst, 0])).tolist() == [fails, False]


def test_pressing_is_counted_as_often_as_kyiv_chooses_it():
    game = Wargame("limited_reassurance_force", rng=2, weeks=60, orders=["3:ukraine:press"])
    pressed = 0
    while game.running:
        game.step()
        made = game.ukraine.explain()
        pressed += bool(game.ukraine.decided_now and made.chosen == "press")
    assert game.world.outcome.presses == pressed >= 1


def test_what_is_counted_by_the_year_is_stated_for_a_year_and_all_else_as_it_is():
    spans = dict(zip((mean.name for mean in MEANS), MEAN_SPANS, strict=True))
    assert {name for name, span in spans.items() if span == 52.0} == {"violations_per_year", "deaths_per_year"}
    assert {span for name, span in spans.items() if not name.endswith("_per_year")} == {1.0}
