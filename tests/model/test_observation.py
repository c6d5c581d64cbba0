import numpy as np
import pytest

from reassure.model import observation
from reassure.model.crisis import BY_ACCIDENT, BY_KYIV


def cover(world):
    return np.array([sector.cover for sector in world.situation.sectors[:8]])


@pytest.mark.parametrize("troops", [1.0, 10.0, 40.0])
def test_posture_decides_what_an_offensive_touches(seen, troops):
    # C27, C53
    rear, cities, line = (
        cover(seen(troops=troops, share_in_cities=share, share_on_line=near)) for share, near in ((0, 0), (1, 0), (0, 1))
    )
    assert not rear.any()
    assert cities.argmax() == 6  # Odesa: most protection for its length
    assert (cities[2:4] == 0).all()  # no city is guarded in Luhansk and Donetsk
    assert np.ptp(line[:7]) < 1e-12
    assert line[7] == cities[7] == 0.0
    assert (cities <= 1).all() and (line <= 1).all()


def test_nobody_there_touches_nobody(seen):
    world = seen(troops=0.0, share_on_line=0.3)
    assert not cover(world).any()
    assert world.situation.touch_war == 0.0


def test_a_sector_split_in_two_has_the_cover_of_the_whole(seen):
    world = seen(troops=12.0, share_on_line=0.3)
    half = world.situation.sectors[0].copy()
    half.frontage, half.city_share = half.frontage / 2, half.city_share / 2
    assert observation.cover_of(half, 12.0, world.levers, world.uncertainties) == pytest.approx(
        world.situation.sectors[0].cover, abs=1e-15
    )


@pytest.mark.parametrize(("cities", "line", "most"), [(0, 0, 0.35), (1, 0, 0.8), (0, 1, 0.95), (0.5, 0.5, 0.875)])
def test_missiles_reach_even_the_rear(seen, cities, line, most):
    world = seen(share_in_cities=cities, share_on_line=line)
    assert observation.touch_of_war(3.0, world.levers, world.uncertainties) == pytest.approx(most / 2)
    assert observation.touch_of_war(1e9, world.levers, world.uncertainties) == pytest.approx(most)


@pytest.mark.parametrize(
    ("authorised", "mandate_end", "troops", "kept"), [(1, 1000.0, 20.0, 1.0), (1, 30.0, 20.0, 0.65), (0, 30.0, 0.0, 1.0)]
)
def test_what_everyone_can_expect_in_a_year(seen, authorised, mandate_end, troops, kept):
    world = seen(troops=20.0)
    world.coalition.authorised, world.coalition.mandate_end = authorised, mandate_end
    observation.look_ahead(world)
    assert world.situation.troops_later == pytest.approx(troops * kept)
    assert world.situation.legal_later == pytest.approx(world.situation.legal * kept)


def test_announced_troops_are_expected(seen):
    world = seen(troops=5.0)
    world.coalition.promised_troops, world.coalition.mandate_end = 25.0, 1000.0
    observation.look_ahead(world)
    assert world.situation.troops_later == 25.0
    assert world.situation.capability_later > world.situation.capability
    assert world.situation.touch_war_later > world.situation.touch_war


def test_both_armies_are_expected_to_rebuild(seen):
    world = seen("bare_ceasefire", arms=1)
    situation = world.situation
    assert situation.russian_power_later > situation.russian_power
    assert situation.ukrainian_power_later > situation.ukrainian_power


@pytest.mark.parametrize(("origin", "began"), [(0, 0), (BY_ACCIDENT, 0), (BY_KYIV, 1)])
def test_everyone_knows_whether_kyiv_began_it(seen, origin, began):
    world = seen()
    world.field.crisis, world.field.crisis_origin = 1, origin
    observation.observe(world)
    assert world.situation.kyiv_began == began


@pytest.mark.parametrize(("war", "clash", "fighting"), [(0, 0, 0), (1, 0, 1), (0, 1, 1)])
def test_a_fight_is_seen(seen, war, clash, fighting):
    world = seen()
    world.field.war, world.field.clash = war, clash
    observation.observe(world)
    assert world.situation.fighting == fighting


def test_agents_see_nothing_of_the_luck_to_come():
    from reassure.agents.situation import SITUATION

    assert not {"mindset", "will", "national_will", "luck", "leaning", "effectiveness"} & set(SITUATION.names)
