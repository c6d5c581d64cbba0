import copy

import pytest

from reassure.agents.choice import NOTHING
from reassure.agents.commitment import STATUS, STEP
from reassure.agents.profiles import ALLIES
from reassure.agents.russia import MOSCOW
from reassure.agents.situation import ACT
from reassure.agents.ukraine import KYIV
from reassure.agents.united_states import WASHINGTON
from reassure.model.observation import look_ahead
from reassure.model.wargame import Wargame


@pytest.fixture
def model():
    """After a quiet week, with what everyone can expect of the year to come."""
    made = Wargame("limited_reassurance_force", rng=3, weeks=20)
    made.step()
    look_ahead(made.world)
    return made


@pytest.fixture
def capitals(model):
    """The capitals by name."""
    return {agent.name: agent for agent in model.agents}


def test_every_capital_goes_by_its_name(capitals):
    assert set(capitals) == {"Russia", "Ukraine", "United States"} | {profile.country for profile in ALLIES}


@pytest.mark.parametrize(("name", "field"), [("Russia", "russia"), ("Ukraine", "ukraine"), ("United States", "united_states")])
def test_a_capital_looks_its_record_up_in_the_world_as_it_is(model, capitals, name, field):
    assert capitals[name].record.tobytes() == model.world[field].tobytes()
    model.restore(copy.deepcopy(model).state)
    model.world[field].decision.draw = 0.125
    assert capitals[name].record.decision.draw == 0.125


def test_every_ally_has_a_record_and_a_profile_of_its_own(model):
    for index, agent in enumerate(model.allies):
        assert (agent.index, agent.profile, agent.record.luck) == (index, ALLIES[index], ALLIES[index].luck)
        assert agent.record.tobytes() == model.world.allies[index].tobytes()


@pytest.mark.parametrize(
    ("name", "option", "latest"),
    [
        ("Russia", MOSCOW.probe, "probe"),
        ("Ukraine", KYIV.hedge, "hedge"),
        ("United States", WASHINGTON.withhold, "withhold"),
        ("France", STEP.pledge, "pledge"),
    ],
)
def test_a_step_takes_the_turn_of_that_capital_alone(model, capitals, name, option, latest):
    capitals[name].record.decision.order = option
    others = {each: agent.record.tobytes() for each, agent in capitals.items() if each != name}
    capitals[name].step()
    told = capitals[name].explain()
    assert (capitals[name].latest, told.actor, told.chosen, told.ordered) == (latest, name, latest, True)
    assert {each: agent.record.tobytes() for each, agent in capitals.items() if each != name} == others


def test_washingtons_will_drifts_before_it_acts(model, capitals):
    model.world.luck.will_noise = 1.0
    power = model.world.united_states
    power.will = power.level = 0.5
    capitals["United States"].step()
    assert power.will == pytest.approx(0.53)


@pytest.mark.parametrize(("chosen", "step", "now"), [(KYIV.hedge, 7, True), (KYIV.hedge, 6, False), (NOTHING, 7, False)])
def test_a_decision_is_of_now_if_it_fell_in_the_step_just_played(model, capitals, chosen, step, now):
    made = capitals["Ukraine"].record.decision
    made.chosen, made.step, model.world.outcome.last_step = chosen, step, 7
    assert capitals["Ukraine"].decided_now is now


@pytest.mark.parametrize("status", STATUS._fields)
def test_an_ally_tells_its_status(model, status):
    model.allies[3].record.status = getattr(STATUS, status)
    assert model.allies[3].status == status


def test_an_ally_votes_and_explains_its_vote(model, capitals):
    france = capitals["France"]
    assert france.explain_answer() is None
    attack = model.world.situation.attack
    attack.act, attack.touched, attack.deaths = ACT.strike, 1, 30.0
    france.record.troops = 2.0
    france.vote()
    told = france.explain_answer()
    assert (told.actor, told.node) == ("France", "answer")
    assert [each.option for each in told.weighed] == ["restraint", "pressure", "force"]
    for each in told.weighed:
        assert each.utility == pytest.approx(sum(reason.value for reason in each.reasons))


def test_an_allys_reasons_are_told_one_by_one(model, capitals):
    france = capitals["France"]
    france.record.decision.order = STEP.pledge
    france.step()
    pledge = next(each for each in france.explain().weighed if each.option == "pledge")
    assert {"base", "stance", "bars"} <= {reason.name for reason in pledge.reasons}
