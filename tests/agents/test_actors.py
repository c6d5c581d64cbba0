"""Every actor once, and what is read of its decisions is what its Mesa agent says."""

import pytest

from reassure.agents.actors import ACTORS, CAPITALS, PARTNERS, actor_of, latest_decision, latest_vote
from reassure.agents.chance import WHO
from reassure.agents.profiles import ALLIES
from reassure.model.wargame import Wargame


@pytest.fixture(scope="module")
def model():
    """A future in which everybody has decided and, since the force is struck, voted."""
    played = Wargame("paris_declaration", rng=7, weeks=40, orders=["30:russia:strike"])
    for _ in range(33):
        played.step()
    return played


def test_every_actor_explains_itself_as_its_agent_does(model):
    world = model.world
    for number, agent in ((WHO.russia, model.russia), (WHO.ukraine, model.ukraine), (WHO.united_states, model.united_states)):
        assert latest_decision(world, actor_of(number)) == agent.explain()
        assert latest_vote(world, actor_of(number)) is None
    voted = 0
    for index, ally in enumerate(model.allies):
        assert latest_decision(world, actor_of(WHO.first_ally + index)) == ally.explain()
        assert latest_vote(world, actor_of(WHO.first_ally + index)) == ally.explain_answer()
        voted += ally.explain_answer() is not None
    assert voted > 0


def test_a_number_without_an_actor_is_refused():
    for number in (-1, 0, WHO.first_ally + len(ALLIES)):
        with pytest.raises(ValueError, match="actors are numbered 1 to"):
            actor_of(number)


def test_every_actor_stands_once_under_its_own_number():
    assert len(ACTORS) == len(CAPITALS) + len(PARTNERS) == 3 + len(ALLIES)
    assert all(actor.number == number for number, actor in ACTORS.items())
    for field in ("name", "code"):
        assert len({getattr(actor, field) for actor in ACTORS.values()}) == len(ACTORS)


@pytest.mark.parametrize(
    ("number", "name", "seat", "code"),
    [
        (WHO.russia, "Russia", "Moscow", "russia"),
        (WHO.ukraine, "Ukraine", "Kyiv", "ukraine"),
        (WHO.united_states, "United States", "Washington", "united_states"),
        (WHO.first_ally + [ally.iso3 for ally in ALLIES].index("FRA"), "France", "France", "fra"),
    ],
)
def test_what_each_goes_by(number, name, seat, code):
    assert actor_of(number)[:4] == (number, name, seat, code)
