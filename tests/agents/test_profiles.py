import csv

import pytest

from reassure.agents import profiles
from reassure.agents.names import DeclarationError


def test_thirty_europeans_and_canada_choose_whether_to_join():
    assert len(profiles.ALLIES) == 31
    assert all(ally.in_nato for ally in profiles.ALLIES)
    assert {"GBR", "FRA", "TUR", "ISL", "CAN"} <= {ally.iso3 for ally in profiles.ALLIES}
    assert not {"USA", "RUS", "UKR"} & {ally.iso3 for ally in profiles.ALLIES}


def test_the_order_of_allies_is_the_order_of_the_table():
    with profiles.TABLE.open(encoding="utf-8") as file:
        order = [row["iso3"] for row in csv.DictReader(file)]
    assert [profile.iso3 for profile in profiles.PROFILES] == order
    assert [ally.iso3 for ally in profiles.ALLIES] == [code for code in order if code not in {"RUS", "UKR", "USA"}]


def test_every_number_has_a_source_and_a_confidence():
    for profile in profiles.PROFILES:
        needed = {"stance", "personnel", "spending"}
        needed |= {"poll"} if profile.support is not None else set()
        needed |= {"oppose_fighting"} if profile.oppose_fighting is not None else set()
        needed |= {"threat"} if profile.threat is not None else set()
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
    [("GBR", "GBR"), ("gbr", "GBR"), ("France", "FRA"), ("united kingdom", "GBR"), ("United_Kingdom", "GBR"), ("UKRAINE", "UKR")],
)
def test_a_state_is_found_by_code_or_name(typed, iso3):
    assert profiles.find(typed).iso3 == iso3


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
        ("personnel_confidence", "sure", "ALB, personnel_source: needs a source with a confidence"),
        ("troops_low_k", "3", "ALB, troops_high_k: 0 is not between 3 and 200"),
    ],
)
def test_a_wrong_cell_is_refused_by_row_and_column(tmp_path, column, cell, message):
    with profiles.TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    next(row for row in rows if row["iso3"] == "ALB")[column] = cell
    table = tmp_path / "profiles.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(ValueError, match=message):
        profiles.read(table)
