"""What is read from a stored world is what the Mesa agents say, and what the log tells is what `reassure play` tells."""

import numpy as np
import pytest

from reassure.agents.chance import WHO
from reassure.agents.profiles import ALLIES
from reassure.model.scenario import load
from reassure.model.wargame import Wargame
from reassure.runs.story.chronicle import chronicle, situation_of
from reassure.runs.story.decisions import sector_name
from reassure.runs.story.narrative import telling_of
from reassure.runs.story.phrases import answer_sentence, attack_sentence, choice_sentence
from reassure.runs.story.snapshot import moment
from reassure.runs.view.drawing.log import LOOK_BACK, draw_log, entries_of
from reassure.runs.view.drawing.reasons import draw_decision
from reassure.runs.view.drawing.recorded import actor_name, latest_decision, latest_vote


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
        assert latest_decision(world, number) == agent.explain()
        assert latest_vote(world, number) is None
    voted = 0
    for index, ally in enumerate(model.allies):
        assert latest_decision(world, WHO.first_ally + index) == ally.explain()
        assert latest_vote(world, WHO.first_ally + index) == ally.explain_answer()
        voted += ally.explain_answer() is not None
    assert voted > 0


def test_a_number_without_an_actor_is_refused():
    for number in (-1, 0, WHO.first_ally + len(ALLIES)):
        with pytest.raises(ValueError, match="actors are numbered 1 to"):
            actor_name(number)


def test_every_actors_decision_is_drawn_with_all_its_reasons(model, futures):
    history = np.frombuffer(model.state, model._worlds.dtype)
    for actor in range(WHO.russia, WHO.first_ally + len(ALLIES)):
        made = latest_decision(history[-1], actor)
        told = "".join(futures.parsed(draw_decision(history, actor)).itertext())
        assert actor_name(actor) in told
        for weighed in made.weighed:
            assert weighed.meaning in told
            for reason in weighed.reasons:
                assert reason.meaning in told and reason.source in told


def test_before_the_first_decision_that_is_what_is_said(futures):
    assert "nothing to decide so far" in draw_decision(futures.played(weeks=3)[:1], WHO.russia)


def test_odds_are_as_wide_as_they_are_probable(futures):
    history = futures.played(weeks=60, run=3)
    made = latest_decision(history[-1], WHO.russia)
    strip = next(element for element in futures.parsed(draw_decision(history, WHO.russia)).iter() if element.tag.endswith("}svg"))
    widths = [float(bar.get("width")) for bar in strip if bar.tag.endswith("}rect")]
    assert np.allclose(widths, [560 * weighed.probability for weighed in made.weighed], atol=0.1)


def test_the_log_tells_what_the_chronicle_tells(futures):
    history = futures.played("paris_declaration", weeks=40, orders=("30:russia:strike",))
    entries = {entry.week: entry for entry in entries_of(history, most=LOOK_BACK)}
    told = 0
    before = moment(history[0])
    replay = Wargame("paris_declaration", rng=7, weeks=40, orders=["30:russia:strike"])
    for week in chronicle(replay, with_allies=False):
        telling = telling_of(week, situation_of(before))
        before = moment(replay.world)
        if telling is None:
            assert week.week not in entries or not entries[week.week].decisions
            continue
        entry = entries[week.week]
        answered = (attack_sentence(week.answer), answer_sentence(week.answer)) if week.answer else ()
        assert (
            tuple(sentence for _, sentence in entry.decisions)
            == tuple(choice_sentence(made, sector_name(made)) for made in telling.decisions) + answered
        )
        assert entry.happened == telling.happened and entry.rung == week.rung
        numbers = {"Russia": WHO.russia, "Ukraine": WHO.ukraine, "United States": WHO.united_states}
        assert [actor for actor, _ in entry.decisions if actor] == [numbers[made.actor] for made in telling.decisions]
        told += len(entry.decisions) + len(entry.happened)
    assert told > 5


def test_the_log_is_newest_first_and_dated(futures):
    history = futures.played("paris_declaration", weeks=40, orders=("30:russia:strike",))
    entries = entries_of(history)
    assert [entry.week for entry in entries] == sorted((entry.week for entry in entries), reverse=True)
    drawing = draw_log(history, load("paris_declaration"))
    assert f"Week {entries[0].week:g}, " in drawing and f"Week {entries[0].week:g}<" in draw_log(history)
    assert "Nothing has been decided yet" in draw_log(history[:1])
