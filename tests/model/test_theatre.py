import pytest

from reassure.agents.situation import SECTOR_SLOTS
from reassure.model.theatre import SECTOR_NAMES, SECTORS


@pytest.mark.parametrize("share", ["frontage", "russian_share", "ukrainian_share", "city_share"])
def test_shares_sum_to_one(share):
    assert sum(getattr(sector, share) for sector in SECTORS) == pytest.approx(1.0, abs=1e-12)
    assert all(getattr(sector, share) >= 0 for sector in SECTORS)


def test_sectors_lie_in_ukraine_and_have_names_of_their_own():
    assert all(44 < sector.latitude < 53 and 22 < sector.longitude < 41 for sector in SECTORS)
    assert len(set(SECTOR_NAMES)) == len(SECTORS) <= SECTOR_SLOTS
    assert all(sector.terrain >= 1 and sector.value > 0 and sector.meaning for sector in SECTORS)


def test_only_missiles_reach_the_west():
    west = SECTORS[-1]
    assert (west.name, west.frontage, west.russian_share, west.ukrainian_share) == ("west", 0, 0, 0)
