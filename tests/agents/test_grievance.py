import pytest

from reassure.agents import grievance
from reassure.model.uncertainties import UNCERTAINTIES

SEEN = ("air", "basing", "mission", "hedge", "ukrainian_power", "troops", "expected")
LINE, CITIES, REAR = ({"share_on_line": line, "share_in_cities": cities} for line, cities in ((1, 0), (0, 1), (0, 0)))


@pytest.fixture(scope="module")
def felt(seen):
    """Fear and affront where nothing is there to be minded (nobody consents, nobody watches), but for what is said."""
    base = seen("bare_ceasefire", fear_size=1, affront_size=1, share_in_cities=0, share_on_line=0, monitors=0, russian_consent=0)

    def at(**set_):
        world = base.copy()
        world.situation.ukrainian_power = 0.6
        for name, value in set_.items():
            place = world.situation if name in SEEN else world.levers if name in world.levers.dtype.names else world.uncertainties
            place[name] = value
        grievance.resent(world.russia, world.situation, world.levers, world.uncertainties)
        return float(world.russia.fear), float(world.russia.affront)

    return at


def test_where_nothing_is_there_nothing_is_minded(felt):
    assert felt() == (0.0, 0.0)


@pytest.mark.parametrize(
    ("there", "fear"),
    [
        ({"air": 1}, 0.16),  # C10
        ({"air": 0.5}, 0.08),
        ({"basing": 1}, 0.12),  # C19
        ({"hedge": 1}, 0.12),  # C43
        ({"mission": 1}, 0.0),  # a mission without a soldier is not there to be feared
        ({"mission": 1, "troops": 4, **REAR}, 0.10 + 0.009362),  # C46: by half where flags show by half
        ({"mission": 1, "troops": 1000, **LINE}, 0.30 + 0.199203),
        ({"ukrainian_power": 0.65}, 0.0),  # strength that is felt as harmless
        ({"ukrainian_power": 0.69}, 0.01),
        ({"ukrainian_power": 1.05}, 0.10),
        ({"troops": 1000, **LINE}, 0.30),  # T14: nearness
        ({"troops": 1000, **CITIES}, 0.15),
        ({"troops": 1000, **REAR}, 0.075),
        ({"troops": 1000, "share_on_line": 0.25, "share_in_cities": 0.5}, 0.30 * (0.25 + 0.25 + 0.0625)),
        ({"troops": 30, **LINE}, 0.189636),  # 63 per cent of the most it can be
        ({"troops": 15, **LINE}, 0.118041),
        ({"air": 1, "basing": 1, "hedge": 1, "mission": 1, "ukrainian_power": 1.05, "troops": 30, **LINE}, 0.866106),
        ({"air": 1, "russian_consent": 1}, 0.08),  # C33
        ({"air": 1, "russian_consent": 0.5}, 0.12),
        ({"air": 1, "monitors": 1}, 0.12),  # C29
        ({"air": 1, "monitors": 0.4}, 0.144),
        ({"air": 1, "monitors": 1, "russian_consent": 1}, 0.06),
        ({"air": 1, "fear_size": 2}, 0.32),
        ({"air": 1, "fear_size": 0}, 0.0),
        ({"air": 1, "affront_size": 2}, 0.16),
    ],
)
def test_fear_counts_what_could_hurt(felt, there, fear):
    assert felt(**there)[0] == pytest.approx(fear, abs=1e-6)


@pytest.mark.parametrize(
    ("there", "affront"),
    [
        ({"air": 1, "basing": 1, "hedge": 1, "ukrainian_power": 1.2}, 0.0),  # no flag on the ground
        ({"troops": 4, **CITIES}, 0.1 + 0.011420),  # flags by half, and few soldiers
        ({"troops": 12, **CITIES}, 0.15 + 0.031102),
        ({"troops": 40, **CITIES}, 0.181818 + 0.075855),  # flags flat in number, great numbers by 63 per cent
        ({"troops": 40, **LINE}, 0.334974),
        ({"troops": 40, **REAR}, 0.193254),
        ({"troops": 40, "share_on_line": 0.25, "share_in_cities": 0.5}, 0.257673 * 1.0125),
        ({"mission": 1, **CITIES}, 0.0),  # nobody is there to be resented
        ({"mission": 1, "troops": 4, **CITIES}, 0.111420 + 0.075),  # C46: by half where flags show by half
        ({"mission": 1, "troops": 40, **LINE}, 0.334974 + 0.177273),
        ({"mission": 1, "troops": 40, **REAR}, 0.193254 + 0.102273),
        ({"mission": 1, "troops": 40, **CITIES}, 0.257673 + 0.136364),
        ({"mission": 1, "troops": 40, "russian_consent": 1, **CITIES}, 0.2 * 0.394036),  # C33: consent takes most of it away
        ({"mission": 1, "troops": 40, "russian_consent": 0.5, **CITIES}, 0.6 * 0.394036),
        ({"mission": 1, "troops": 40, "monitors": 1, **CITIES}, 0.394036),
        ({"mission": 1, "troops": 40, "affront_in_cities": 0.5, **CITIES}, 0.5 * 0.394036),  # by default cities are the measure
        ({"mission": 1, "troops": 40, "affront_size": 2, **CITIES}, 2 * 0.394036),
        ({"mission": 1, "troops": 40, "affront_size": 0, **CITIES}, 0.0),
        ({"mission": 1, "troops": 40, "fear_size": 2, **CITIES}, 0.394036),
    ],
)
def test_affront_counts_what_can_be_seen(felt, there, affront):
    assert felt(**there)[1] == pytest.approx(affront, abs=1e-6)


@pytest.mark.parametrize(
    ("troops", "expected", "counted"), [(0.0, 20.0, 8.0), (15.0, 20.0, 15.0), (10.0, 0.0, 10.0), (8.1, 20, 8.1)]
)
def test_an_announcement_counts_for_two_fifths(seen, felt, troops, expected, counted):
    world = seen("bare_ceasefire")
    world.situation.troops, world.situation.expected = troops, expected
    assert grievance.felt_troops(world.situation, world.uncertainties) == pytest.approx(counted)
    assert felt(troops=troops, expected=expected, **CITIES) == felt(troops=counted, **CITIES)


def test_what_is_felt_follows_the_troops_as_they_come_and_go(seen):
    world = seen(fear_size=1, affront_size=1)
    felt = []
    for troops in (0.0, 20.0, 40.0, 20.0, 0.0):
        world.situation.troops, world.situation.expected = troops, 0.0
        grievance.resent(world.russia, world.situation, world.levers, world.uncertainties)
        felt.append((float(world.russia.fear), float(world.russia.affront)))
        assert world.russia.felt_troops == troops
    assert felt[0] == felt[4] < felt[1] == felt[3] < felt[2]
    assert felt[0][1] < felt[1][1] < felt[2][1]


@pytest.mark.parametrize(
    ("has", "minds"),
    [
        ({"base_grievance": 0.4}, 0.2),  # of what it minds at any rate half weighs in daily life
        ({"imposed_terms": 1.0}, 0.1),  # T34: terms imposed by others
        ({"imposed_terms": 0.5}, 0.05),
        ({"fear_weight": 2.0}, 0.4),  # fear .20, affront .15
        ({"affront_weight": 3.0}, 0.45),
        ({"base_grievance": 0.4, "imposed_terms": 0.5, "fear_weight": 2.0, "affront_weight": 3.0}, 1.1),
        ({"base_grievance": 0.4, "imposed_terms": 0.5, "fear_weight": 2.0, "affront_weight": 3.0, "normalised": 0.25}, 0.825),
        ({"base_grievance": 0.4, "fear_weight": 2.0, "normalised": 1.0}, 0.0),
    ],
)
def test_grievance_is_the_value_lost_by_living_with_things_as_they_are(seen, has, minds):
    world = seen("bare_ceasefire", fear_size=1, affront_size=1, share_in_cities=1, share_on_line=0, monitors=0)
    russia, situation = world.russia, world.situation
    # a mission of which all flags show and nothing else is minded: fear .20, affront .15 in the cities
    situation.ukrainian_power, situation.mission, situation.troops = 0.6, 1, 1000.0
    world.uncertainties.affront_flags_half = 0.0
    world.uncertainties.fear_troops = world.uncertainties.affront_flags = world.uncertainties.affront_numbers = 0.0
    for name in ("base_grievance", "fear_weight", "affront_weight", "normalised"):
        russia[name] = has.get(name, 0.0)
    world.levers.imposed_terms = has.get("imposed_terms", 0.0)
    grievance.resent(russia, situation, world.levers, world.uncertainties)
    assert (russia.fear, russia.affront) == (pytest.approx(0.2), pytest.approx(0.15))
    assert russia.grievance == pytest.approx(minds)


def test_prestige_minds_flags_and_the_seeker_minds_capability(seen):
    moved = {}
    for mindset in ("security_seeker", "prestige_driven"):
        before, after = (
            seen(mindset=mindset, fear_size=1, affront_size=1),
            seen(troops=20.0, mindset=mindset, fear_size=1, affront_size=1),
        )
        for world in (before, after):
            grievance.resent(world.russia, world.situation, world.levers, world.uncertainties)
        moved[mindset] = (
            after.russia.fear_weight * (after.russia.fear - before.russia.fear),
            after.russia.affront_weight * (after.russia.affront - before.russia.affront),
        )
    assert moved["security_seeker"][0] > moved["security_seeker"][1]
    assert moved["prestige_driven"][1] > moved["prestige_driven"][0]


@pytest.mark.parametrize("size", ["fear_size", "affront_size"])
def test_the_two_sizes_lie_anywhere_from_nothing_to_double_because_no_data_exist(fresh, size):
    drawn = [float(fresh("bare_ceasefire", run=run).uncertainties[size]) for run in range(40)]
    assert 0.0 <= min(drawn) < 0.2
    assert 1.8 < max(drawn) <= 2.0
    assert UNCERTAINTIES[size].default == 1.0  # the middle: as they are written down


def test_each_size_says_of_what_it_is_the_size():
    assert "fear" in UNCERTAINTIES["fear_size"].meaning and "affront" in UNCERTAINTIES["affront_size"].meaning
