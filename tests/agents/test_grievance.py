import pytest

from reassure.agents import grievance


@pytest.fixture(scope="module")
def felt(seen):
    """Fear and affront at 20 thousand soldiers, but for what is changed in the situation or declared."""

    def at(troops=20.0, **set_):
        changed = {
            name: set_.pop(name) for name in ("air", "basing", "mission", "hedge", "ukrainian_power", "pledged") if name in set_
        }
        world = seen(troops=troops, fear_size=set_.pop("fear_size", 1), affront_size=set_.pop("affront_size", 1), **set_)
        for name, value in changed.items():
            world.situation[name] = value
        grievance.resent(world.russia, world.situation, world.levers, world.uncertainties)
        return world.russia.fear, world.russia.affront

    return at


@pytest.mark.parametrize(
    ("change", "fear", "affront"),
    [
        ({"troops": 60.0}, 1, 1),
        ({"troops": 0.0}, -1, -1),
        ({"share_in_cities": 0.0, "share_on_line": 1.0}, 1, 1),  # T14: nearness
        ({"share_in_cities": 0.0, "share_on_line": 0.0}, -1, -1),
        ({"air": 1.0}, 1, 0),
        ({"basing": 1.0}, 1, 0),
        ({"hedge": 1.0}, 1, 0),
        ({"ukrainian_power": 1.0}, 1, 0),
        ({"mission": 1}, 1, 1),
        ({"russian_consent": 1.0}, -1, -1),  # C33
        ({"monitors": 1.0}, -1, 0),
        ({"fear_size": 0}, -1, 0),
        ({"affront_size": 0}, 0, -1),
        ({"fear_size": 2}, 1, 0),
        ({"affront_size": 2}, 0, 1),
    ],
)
def test_fear_counts_what_could_hurt_and_affront_what_can_be_seen(felt, change, fear, affront):
    after, before = felt(**change), felt()
    for new, old, sign in zip(after, before, (fear, affront), strict=True):
        assert int(new > old + 1e-4) - int(new < old - 1e-4) == sign


@pytest.mark.parametrize(("troops", "pledged", "counted"), [(0.0, 20.0, 8.0), (15.0, 20.0, 15.0), (10.0, 0.0, 10.0)])
def test_an_announcement_counts_for_two_fifths(seen, troops, pledged, counted):
    situation = seen(troops=troops).situation
    situation.pledged = pledged
    assert grievance.felt_troops(situation) == pytest.approx(counted)


def test_what_is_felt_follows_the_troops_as_they_come_and_go(seen):
    world = seen(fear_size=1, affront_size=1)
    felt = []
    for troops in (0.0, 20.0, 40.0, 20.0, 0.0):
        world.situation.troops, world.situation.pledged = troops, 0.0
        grievance.resent(world.russia, world.situation, world.levers, world.uncertainties)
        felt.append((float(world.russia.fear), float(world.russia.affront)))
    assert felt[0] == felt[4] < felt[1] == felt[3] < felt[2]
    assert felt[0][1] < felt[1][1] < felt[2][1]


@pytest.mark.parametrize("mindset", ["security_seeker", "opportunist", "revisionist", "prestige_driven"])
def test_grievance_is_what_is_felt_by_the_weights_of_the_mindset(seen, mindset):
    world = seen(troops=20.0, mindset=mindset, imposed_terms=0.5)
    russia = world.russia
    grievance.resent(russia, world.situation, world.levers, world.uncertainties)
    summed = 0.5 * russia.base_grievance + 0.05 + russia.fear_weight * russia.fear + russia.affront_weight * russia.affront
    assert russia.grievance == pytest.approx(summed)
    russia.normalised = 0.4
    grievance.resent(russia, world.situation, world.levers, world.uncertainties)
    assert russia.grievance == pytest.approx(0.6 * summed)


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
