"""What is drawn of a decision holds all of it, and what the log tells is what `reassure play` tells."""

import numpy as np
import pytest

from reassure.agents.actors import ACTORS, MOSCOW, actor_of, latest_decision
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


@pytest.fixture(scope="module")
def model():
    """A future in which everybody has decided and, since the force is struck, voted."""
    played = Wargame("paris_declaration", rng=7, weeks=40, orders=["30:russia:strike"])
    for _ in range(33):
        played.step()
    return played


def test_every_actors_decision_is_drawn_with_all_its_reasons(model, futures):
    history = np.frombuffer(model.state, model._worlds.dtype)
    for actor in range(WHO.russia, WHO.first_ally + len(ALLIES)):
        made = latest_decision(history[-1], actor_of(actor))
        told = "".join(futures.parsed(draw_decision(history, actor)).itertext())
        assert ACTORS[actor].name in told
        for weighed in made.weighed:
            assert weighed.meaning in told
            for reason in weighed.reasons:
                assert reason.meaning in told and reason.source in told


def test_before_the_first_decision_that_is_what_is_said(futures):
    assert "nothing to decide so far" in draw_decision(futures.played(weeks=3)[:1], WHO.russia)


def test_odds_are_as_wide_as_they_are_probable(futures):
    history = futures.played(weeks=60, run=3)
    made = latest_decision(history[-1], MOSCOW)
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
