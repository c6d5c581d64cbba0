import pytest

from reassure.agents.declaration import DeclarationError
from reassure.model.levers import LEVERS, TROOP_LEVERS

NOTHING_BY_DEFAULT = {
    "troop_ceiling", "share_on_line", "response_policy", "conditional_cover", "legal_form", "mandate_years", "nato_mission", "consensus_forced",
    "russian_consent", "imposed_terms", "us_backstop", "us_intelligence", "us_air_steady", "us_air_surge", "us_air_defence", "us_logistics",
    "us_basing", "us_ground_troops",
}  # fmt: skip


def test_who_decides_nothing_promises_nothing_and_leaves_the_rest_as_it_is():
    # no force, no law, no Washington; support at about a third of what could be given
    defaults = LEVERS.defaults()
    assert {name for name, value in defaults.items() if value == 0} == NOTHING_BY_DEFAULT
    assert {name: value for name, value in defaults.items() if value != 0} == {
        "share_in_cities": 0.3,
        "deploy_start": 4,
        "weeks_to_deploy": 26,
        "rules_of_engagement": 0.3,
        "response_hours": 48,  # the middle of the plan of 24, 48 and 72 hours
        "response_quorum": 0.5,
        "monitors": 0.3,
        "arms": 0.35,
        "sanctions": 0.35,
        "sanctions_automatic": 0.2,
        "isolation": 0.2,
    }


@pytest.mark.parametrize(
    ("lever", "word", "number"),
    [
        ("legal_form", "none", 0.0),
        ("legal_form", "political", 0.33),
        ("legal_form", "time_limited", 0.6),
        ("legal_form", "treaty", 1.0),
        ("response_policy", "concede", -1.0),
        ("response_policy", "reciprocal", 0.0),
        ("response_policy", "escalate", 1.0),
        ("nato_mission", "on", 1.0),
        ("conditional_cover", "off", 0.0),
    ],
)
def test_words_stand_for_the_codes_of_the_case_library(lever, word, number):
    assert LEVERS[lever].parse(word) == number


@pytest.mark.parametrize(
    ("lever", "least", "most"),
    [
        ("troop_ceiling", 0, 150),  # A22
        ("us_ground_troops", 0, 50),
        ("deploy_start", 0, 520),
        ("weeks_to_deploy", 1, 208),
        ("response_hours", 0, 168),
        ("response_quorum", 0.05, 1),
        ("mandate_years", 0, 20),
        ("arms", 0, 1),
    ],
)
def test_a_lever_ends_where_the_question_ends(lever, least, most):
    declared = LEVERS[lever]
    assert (declared.parse(least), declared.parse(most)) == (least, most)
    for beyond in (least - 0.01, most + 0.01):
        with pytest.raises(DeclarationError, match=lever):
            declared.parse(beyond)


@pytest.mark.parametrize("lever", ["deploy_start", "response_hours"])
def test_weeks_and_hours_are_whole(lever):
    with pytest.raises(DeclarationError, match="whole number"):
        LEVERS[lever].parse(4.5)


@pytest.mark.parametrize(
    ("lever", "word"),
    [
        ("troop_ceiling", "Largest foreign force"),
        ("share_in_cities", "protects cities"),
        ("share_on_line", "line of contact"),
        ("rules_of_engagement", "observe only"),
        ("response_quorum", "vote for force"),
        ("nato_mission", "alliance as a body"),
        ("consensus_forced", "taken as given"),
        ("monitors", "monitoring"),
        ("russian_consent", "Moscow has agreed"),
        ("imposed_terms", "third parties forced"),
        ("us_backstop", "stand behind"),
        ("us_intelligence", "intelligence"),
        ("us_air_steady", "quiet times"),
        ("us_air_surge", "crisis"),
        ("us_air_defence", "missile defence"),
        ("us_logistics", "maintenance"),
        ("us_basing", "Bases"),
        ("arms", "Ukraine's own forces"),
        ("sanctions", "renewed aggression"),
        ("sanctions_automatic", "without a new decision"),
        ("isolation", "isolate"),
    ],
)
def test_a_lever_is_told_by_its_own_name(lever, word):
    assert word in LEVERS[lever].meaning
    assert LEVERS[lever].source


def test_a_twin_has_no_troops_of_anybody():
    assert set(TROOP_LEVERS) == {name for name, declared in LEVERS.items() if declared.unit == "thousand soldiers"}
