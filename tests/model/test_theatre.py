import math

import pytest

from reassure.agents.situation import SECTOR_SLOTS
from reassure.model.theatre import SECTOR_NAMES, SECTORS, Sector

BY_NAME: dict[str, Sector] = {sector.name: sector for sector in SECTORS}


@pytest.mark.parametrize("share", ["frontage", "russian_share", "ukrainian_share", "city_share"])
def test_shares_sum_to_one(share):
    assert sum(getattr(sector, share) for sector in SECTORS) == pytest.approx(1.0, abs=1e-12)
    assert all(getattr(sector, share) >= 0 for sector in SECTORS)


def test_sectors_run_along_the_front_from_north_to_the_coast_and_the_rear_comes_last():
    assert SECTOR_NAMES == (
        "north",
        "sumy_kharkiv",
        "luhansk_lyman",
        "donetsk",
        "zaporizhzhia",
        "kherson_dnipro",
        "odesa_coast",
        "west",
    )
    front = [sector.latitude for sector in SECTORS[:-1]]
    assert front == sorted(front, reverse=True)
    assert len(SECTORS) <= SECTOR_SLOTS


@pytest.mark.parametrize(
    ("sector", "town", "latitude", "longitude"),
    [
        ("north", "Chernihiv", 51.49, 31.29),
        ("sumy_kharkiv", "Kharkiv", 49.99, 36.23),
        ("luhansk_lyman", "Lyman", 48.99, 37.81),
        ("donetsk", "Kramatorsk", 48.74, 37.58),
        ("zaporizhzhia", "Orikhiv", 47.57, 35.78),
        ("kherson_dnipro", "Kherson", 46.64, 32.61),
        ("odesa_coast", "Odesa", 46.48, 30.73),
        ("west", "Lviv", 49.84, 24.03),
    ],
)
def test_each_sector_lies_where_its_town_lies(sector, town, latitude, longitude):
    assert BY_NAME[sector].latitude == pytest.approx(latitude, abs=0.4)
    assert BY_NAME[sector].longitude == pytest.approx(longitude, abs=0.4)


@pytest.mark.parametrize(
    ("sector", "odds"),
    [
        ("zaporizhzhia", 1.10),
        ("sumy_kharkiv", 1.14),
        ("luhansk_lyman", 1.22),
        ("north", 1.26),
        ("donetsk", 1.48),
        ("kherson_dnipro", 1.73),
        ("odesa_coast", 2.0),
        ("west", 3.0),
    ],
)
def test_how_many_to_one_an_attacker_needs_for_an_even_battle(sector, odds):
    # open steppe the least, the fortress belt half as many again, a wide river nearly twice, a coast twice as many
    assert math.sqrt(BY_NAME[sector].terrain) == pytest.approx(odds, abs=0.005)


@pytest.mark.parametrize(
    ("sector", "worth"),
    [
        ("donetsk", 120),
        ("zaporizhzhia", 100),
        ("sumy_kharkiv", 90),
        ("luhansk_lyman", 90),
        ("kherson_dnipro", 70),
        ("odesa_coast", 70),
        ("north", 50),
        ("west", 30),
    ],
)
def test_what_ground_is_worth_to_moscow_as_a_percentage_of_the_land_bridge(sector, worth):
    # it claims Donetsk above all, then the land bridge; the north was given up in 2022
    assert BY_NAME[sector].value * 100 == pytest.approx(worth * BY_NAME["zaporizhzhia"].value)
    assert BY_NAME["zaporizhzhia"].value == 1.0


@pytest.mark.parametrize(
    ("sector", "frontage", "superiority"),
    [
        # percentage of the front, and Russian over Ukrainian share of the two armies, in per cent
        ("north", 22, 67),
        ("sumy_kharkiv", 18, 88),
        ("luhansk_lyman", 12, 125),
        ("donetsk", 20, 114),
        ("zaporizhzhia", 18, 106),
        ("kherson_dnipro", 8, 71),
        ("odesa_coast", 2, 67),
    ],
)
def test_moscow_masses_in_the_east_and_kyiv_guards_the_flanks(sector, frontage, superiority):
    place = BY_NAME[sector]
    assert 100 * place.frontage == pytest.approx(frontage)
    assert 100 * place.russian_share / place.ukrainian_share == pytest.approx(superiority, abs=0.5)


def test_cities_are_guarded_where_they_are():
    guarded = {sector.name: round(100 * sector.city_share) for sector in SECTORS if sector.city_share}
    assert guarded == {"north": 40, "sumy_kharkiv": 22, "zaporizhzhia": 8, "kherson_dnipro": 8, "odesa_coast": 22}


def test_only_missiles_reach_the_west():
    west = SECTORS[-1]
    assert (west.name, west.frontage, west.russian_share, west.ukrainian_share, west.city_share) == ("west", 0, 0, 0, 0)


def test_every_sector_says_where_it_is():
    assert len({sector.meaning for sector in SECTORS}) == len(SECTORS)
