"""What rules keep instead of working it out every week is, in every week, what working it out again would give."""

import pytest

from reassure.agents.ally import last_sitting
from reassure.agents.commitment import set_bar_odds
from reassure.agents.situation import BAR_ODDS
from reassure.model.course import Course
from reassure.model.revision import revise
from reassure.model.scenario import SHIPPED, load
from reassure.model.support import bind_attention


def again(course):
    """The kept numbers of a course, and the same worked out anew on a copy of its world."""
    kept, fresh = course.world, course.world.copy()
    bind_attention(fresh)
    set_bar_odds(fresh.situation.bar_odds, fresh.uncertainties)
    return kept, fresh


@pytest.mark.parametrize("preset", SHIPPED)
def test_nothing_kept_goes_stale(preset):
    troops = set()
    for run in range(6):
        course = Course(load(preset), 4, run, weeks=160)
        while course.running:
            course.step()
            if course.week == 60 and course.running:
                revise(course.world, {**load(preset).levers, "troop_ceiling": 8.0})
            kept, fresh = again(course)
            assert kept.field.attention_left == fresh.field.attention_left, course.week
            assert all(kept.situation.bar_odds[name] == fresh.situation.bar_odds[name] for name in BAR_ODDS.names)
            assert kept.situation.last_sitting <= last_sitting(float(course.week), kept.uncertainties)
            troops.add(float(kept.coalition.troops))
    if preset in {"limited_reassurance_force", "paris_declaration"}:
        assert len(troops) > 20  # they came and went, so that something could have gone stale
