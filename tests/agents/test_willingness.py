import numpy as np
import pytest

from reassure.agents import willingness as rules
from reassure.agents.commitment import INERTIA_WORTH, STATUS, VETO_BAR
from reassure.agents.profiles import ALLIES

INDEX = {profile.iso3: index for index, profile in enumerate(ALLIES)}


def ally(world, code):
    return world.allies[INDEX[code]]


def willing(world, code="FRA", **situation):
    """An ally's willingness, with something of the situation changed."""
    for name, value in situation.items():
        world.situation[name] = value
    each = ally(world, code)
    rules.weigh_mood(world.coalition.mood, world.situation, float(world.coalition.will), world.levers, world.uncertainties)
    up = rules.weigh_willingness(each, world.coalition.mood, world.situation)
    assert each.willingness == pytest.approx(each.reasons.sum())
    assert up == pytest.approx(np.exp(world.uncertainties.join_precision * each.willingness))
    return float(each.willingness)


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        ({"britain_in": 1.0}, 1),  # C5, T19
        ({"share_in": 0.5}, 1),  # Granovetter
        ({"tension": 0.8}, -1),  # C22
        ({"weariness": 0.8}, -1),
        ({"hostility": 0.9}, 1),  # C21
        ({"backing": 1.0}, 1),  # C8
        ({"backing": 0.0}, -1),
        ({"mission": 1}, 1),
    ],
)
def test_what_moves_a_government(seen, change, sign):
    assert (willing(seen(), **change) - willing(seen())) * sign > 0.05


@pytest.mark.parametrize(("form", "clarity"), [("none", 0.0), ("political", 0.0), ("time_limited", 0.15), ("treaty", -0.4)])
def test_a_clear_mandate_eases_and_a_treaty_frightens(seen, form, clarity):
    # C6, C42
    world = seen(legal_form=form)
    willing(world)
    assert ally(world, "FRA").reasons[rules.JOIN_TERM.legal_clarity] == clarity


def test_stances_order_the_governments(seen):
    world = seen()
    assert willing(world, "GBR") > willing(world, "DNK") > willing(world, "HUN")
    assert willing(world, "HUN") < VETO_BAR < willing(world, "DEU")


def test_who_is_in_stays_where_he_would_not_have_come(seen):
    world = seen()
    each = ally(world, "FRA")
    outside = willing(world)
    each.status = STATUS.deployed
    assert willing(world) == pytest.approx(outside + INERTIA_WORTH)


def test_a_threat_has_a_part_of_its_own_and_a_part_for_all(seen):
    # C21: nearness to the war, and what Moscow's conduct shows
    calm, hostile = seen(), seen()
    willing(calm, "EST")
    near = ally(calm, "EST").reasons[rules.JOIN_TERM.threat]
    willing(hostile, "EST", hostility=0.9)
    willing(calm, "PRT")
    assert ally(hostile, "EST").reasons[rules.JOIN_TERM.threat] > near > ally(calm, "PRT").reasons[rules.JOIN_TERM.threat]


@pytest.mark.parametrize("score", ["stance", "threat", "opinion", "cost"])
def test_what_is_a_states_own_waits_for_it_to_be_weighed(seen, score):
    world = seen()
    before = willing(world)
    ally(world, "FRA")[score] += 0.5
    assert willing(world) == before
    rules.weigh_nation(ally(world, "FRA"), world.uncertainties)
    assert (willing(world) > before) == (score != "cost")
