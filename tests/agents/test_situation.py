import numpy as np
import pytest

from reassure.agents.choice import NOTHING
from reassure.agents.situation import ACT, ACTS, BAR_ODDS, NO_ATTACK, PACE, SECTOR_SLOTS, SITUATION


def test_acts_stand_by_gravity():
    assert ACT.probe < ACT.seizure < ACT.strike < ACT.war
    assert ACTS == ("probe", "seizure", "strike", "war")


def test_no_act_is_no_attack():
    assert NO_ATTACK == NOTHING
    assert NO_ATTACK not in ACT


def test_there_is_room_for_a_sector_split_in_two(seen):
    situation = seen().situation
    assert situation.sector_count == 8
    assert situation.sector_count < SECTOR_SLOTS


@pytest.mark.parametrize("share", ["frontage", "russian_share", "ukrainian_share", "city_share"])
def test_shares_of_the_front_sum_to_one(seen, share):
    assert seen().situation.sectors[share].sum() == pytest.approx(1.0)


@pytest.mark.parametrize("name", PACE.names)
def test_every_pace_is_set_at_week_0_and_lies_between_0_and_1(fresh, name):
    assert 0.0 < fresh().situation.pace[name] < 1.0


@pytest.mark.parametrize("name", BAR_ODDS.names)
def test_every_bar_leaves_odds(fresh, name):
    assert fresh().situation.bar_odds[name] > 0.0


def test_what_nobody_can_know_is_not_seen():
    hidden = {"mindset", "belief", "value", "will", "national_will", "leaning", "luck", "seed_low", "run"}
    assert not hidden & set(SITUATION.names)


def test_what_is_seen_a_year_ahead_is_also_seen_now():
    ahead = [name.removesuffix("_later") for name in SITUATION.names if name.endswith("_later")]
    assert len(ahead) == 7
    assert set(ahead) <= set(SITUATION.names)


def test_a_situation_begins_as_plain_numbers():
    blank = np.zeros(1, SITUATION)[0]
    assert blank.tobytes() == bytes(SITUATION.itemsize)
    assert SITUATION.itemsize % 8 == 0
