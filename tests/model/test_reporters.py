import pytest

from reassure.model.outcomes import END, RUNG, SPEECH
from reassure.model.reporters import MODEL
from reassure.model.wargame import Wargame


@pytest.fixture(scope="module")
def model():
    return Wargame("bare_ceasefire", rng=1, weeks=4)


@pytest.mark.parametrize(
    ("reporter", "part", "name", "value", "told"),
    [
        ("rung", "ladder", "rung", RUNG.probing, "probing"),
        ("words", "ladder", "words", SPEECH.threats, "threats"),
        ("worst", "outcome", "worst", END.eroded, "eroded"),
        ("troops", "coalition", "troops", 7.5, 7.5),
        ("joiners", "coalition", "joiners", 7, 7),
        ("belief", "russia", "belief", 0.7, 0.7),
        ("promised_answer", "coalition", "promised_answer", 0.7, 0.7),
        ("true_answer", "coalition", "true_answer", 0.7, 0.7),
        ("believed_answer", "coalition", "believed_answer", 0.7, 0.7),
        ("kyiv_confidence", "ukraine", "confidence", 0.7, 0.7),
        ("violations", "field", "violations", 7.5, 7.5),
        ("deaths", "field", "deaths", 7.5, 7.5),
        ("russian_power", "field", "russian_power", 0.75, 0.75),
        ("ukrainian_power", "field", "ukrainian_power", 0.75, 0.75),
        ("washington_will", "united_states", "will", 0.7, 0.7),
    ],
)
def test_each_week_the_collector_is_told_what_is_the_case(model, reporter, part, name, value, told):
    before = MODEL[reporter](model)
    model.world[part][name] = value
    assert MODEL[reporter](model) == told != before
    assert type(told) in {str, int, float} and type(MODEL[reporter](model)) is type(told)


def test_weeks_are_counted_whole(model):
    model.world.week = 2.5
    assert MODEL["week"](model) == 2
