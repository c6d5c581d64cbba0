import collections
import csv
import io
import math

import pytest

from reassure.agents import profiles
from reassure.agents.names import DeclarationError


def test_thirty_europeans_and_canada_choose_whether_to_join():
    assert len(profiles.ALLIES) == 31
    assert all(ally.in_nato for ally in profiles.ALLIES)
    assert {"GBR", "FRA", "TUR", "ISL", "CAN"} <= {ally.iso3 for ally in profiles.ALLIES}
    assert not {"USA", "RUS", "UKR"} & {ally.iso3 for ally in profiles.ALLIES}


def test_allies_stand_by_their_luck_numbers_wherever_their_rows_stand():
    numbers = [ally.luck for ally in profiles.ALLIES]
    assert numbers == sorted(set(numbers))
    order = [row["iso3"] for row in csv.DictReader(io.StringIO(profiles.TABLE.decode()))]
    assert [profile.iso3 for profile in profiles.PROFILES] == order
    assert {ally.iso3 for ally in profiles.ALLIES} == set(order) - {"RUS", "UKR", "USA"}
    assert [each.luck for each in (profiles.RUSSIA, profiles.UKRAINE, profiles.UNITED_STATES)] == [-1, -1, -1]


SITES = {
    "Kaliningrad": (54.71, 20.51),
    "Pskov": (57.82, 28.33),
    "St Petersburg": (59.94, 30.31),
    "Murmansk": (68.97, 33.08),
    "Minsk": (53.90, 27.56),
    "Belgorod": (50.60, 36.59),
    "Sevastopol": (44.60, 33.53),
    "Moscow": (55.76, 37.62),
}
"""The eight Russian or Belarusian bases and cities, degrees north and east."""


def kilometres(one, other):
    """Along a great circle."""
    (a, b), (c, d) = (map(math.radians, each) for each in (one, other))
    return 6371.0 * math.acos(math.sin(a) * math.sin(c) + math.cos(a) * math.cos(c) * math.cos(b - d))


@pytest.mark.parametrize("ally", profiles.ALLIES, ids=lambda ally: ally.iso3)
def test_felt_threat_is_nearness_to_the_nearest_site(ally):
    # C21: a factor e a thousand kilometres
    away = {site: kilometres((ally.latitude, ally.longitude), place) for site, place in SITES.items()}
    assert ally.nearest_site == min(away, key=away.get)
    assert ally.threat == pytest.approx(math.exp(-away[ally.nearest_site] / 1000), abs=0.02)


def test_who_borders_russia_or_belarus():
    assert {ally.iso3 for ally in profiles.ALLIES if ally.borders_russia} == {"NOR", "FIN", "EST", "LVA", "LTU", "POL"}


def test_who_is_not_in_the_coalition():
    assert {ally.iso3 for ally in profiles.ALLIES if not ally.in_coalition} == {"HUN", "MKD", "SVK"}


def test_stances_are_those_of_2025():
    counts = collections.Counter(ally.stance for ally in profiles.ALLIES)
    assert counts == {
        "willing_lead": 2, "willing": 7, "conditional": 5, "non_troop_support": 14, "opposed": 2, "uncommitted": 1
    }  # fmt: skip
    assert profiles.STANCES[0] == "willing_lead"
    assert profiles.STANCES[-1] == "opposed"


def test_every_number_has_a_source_and_a_confidence():
    for profile in profiles.PROFILES:
        needed = {"stance", "personnel", "spending"}
        needed |= {"poll"} if profile.support is not None else set()
        needed |= {"oppose_fighting"} if profile.oppose_fighting is not None else set()
        needed |= {"threat"} if profile.threat is not None else set()
        needed |= {"vote"} if profile.vote_by_law is not None else set()
        assert needed == set(profile.sources), profile.country
        assert all(source.confidence in profiles.CONFIDENCE for source in profile.sources.values())


def test_pledges_add_up_to_what_the_evidence_says():
    assert sum(ally.troops_low for ally in profiles.ALLIES) == pytest.approx(10.2)
    assert sum(ally.troops_high for ally in profiles.ALLIES) == pytest.approx(37.1)


@pytest.mark.parametrize(
    ("iso3", "net_opinion"),
    [("GBR", 0.25), ("POL", -0.23), ("ESP", 0.06), ("NOR", 0.0)],  # two figures; two; support only; no poll
)
def test_net_opinion(iso3, net_opinion):
    assert profiles.find(iso3).net_opinion == pytest.approx(net_opinion)


@pytest.mark.parametrize(
    ("typed", "iso3"),
    [
        ("GBR", "GBR"),
        ("gbr", "GBR"),
        ("France", "FRA"),
        ("united kingdom", "GBR"),
        ("United_Kingdom", "GBR"),
        ("UKRAINE", "UKR"),
        ("turkiye", "TUR"),
        ("TÜRKİYE".casefold(), "TUR"),
    ],
)
def test_a_state_is_found_by_code_or_name(typed, iso3):
    assert profiles.find(typed).iso3 == iso3


@pytest.mark.parametrize("typed", ["north_macedonia", "North-Macedonia", "NORTH  MACEDONIA"])
def test_underscores_hyphens_and_cases_do_not_matter(typed):
    assert profiles.find(typed).iso3 == "MKD"


@pytest.mark.parametrize(("typed", "hint"), [("Frnace", "'France'"), ("polnad", "'Poland'"), ("GBX", "'GBR'"), ("", "USA")])
def test_an_unknown_state_names_the_nearest(typed, hint):
    with pytest.raises(DeclarationError, match=hint):
        profiles.find(typed)


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("stance", "keen", "ALB, stance: 'keen' is not one of willing_lead"),
        ("active_personnel_k", "many", "ALB, active_personnel_k: 'many' is not a number"),
        ("spending_usd_bn", "-1", "ALB, spending_usd_bn: -1 is not between 0 and 2000"),
        ("spending_usd_bn", "nan", "ALB, spending_usd_bn: nan is not between"),
        ("in_nato", "yes", "ALB, in_nato: 'yes' is not 0 or 1"),
        ("spending_source", "", "ALB, spending_source: needs a source"),
        ("vote_by_law", "next May", "ALB, vote_by_law: 'next May' is not a day, as 2027-05-13"),
        ("vote_by_law", "2027-05-13", "ALB, vote_every_years: '' is not a number"),
        ("personnel_confidence", "sure", "ALB, personnel_source: needs a source with a confidence"),
        ("troops_low_k", "3", "ALB, troops_high_k: 0 is not between 3 and 200"),
        ("troops_low_k", "-1", "ALB, troops_low_k: -1 is not between 0 and 200"),
        ("troops_high_k", "201", "ALB, troops_high_k: 201 is not between 0 and 200"),
        ("active_personnel_k", "5001", "ALB, active_personnel_k: 5001 is not between 0 and 5000"),
        ("poll_support_pct", "101", "ALB, poll_support_pct: 101 is not between 0 and 100"),
        ("threat", "1.1", "ALB, threat: 1.1 is not between 0 and 1"),
        ("latitude", "91", "ALB, latitude: 91 is not between -90 and 90"),
        ("longitude", "181", "ALB, longitude: 181 is not between -180 and 180"),
        ("luck", "", "every ally needs a luck number of its own"),
        ("luck", "0", "every ally needs a luck number of its own"),
        ("iso3", "FRA", "FRA stands there twice"),
    ],
)
def test_a_wrong_cell_is_refused_by_row_and_column(column, cell, message):
    rows = list(csv.DictReader(io.StringIO(profiles.TABLE.decode())))
    next(row for row in rows if row["iso3"] == "ALB")[column] = cell
    table = io.StringIO()
    writer = csv.DictWriter(table, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    with pytest.raises(ValueError, match=message):
        profiles.read(table.getvalue().encode())
