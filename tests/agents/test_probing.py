import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents.probing import SHOWN, as_tested, shows_weakness

CHANCES = st.floats(0.0, 1.0)


def mind(seen, shown, sector=4, tells=0.5):
    world = seen("bare_ceasefire", probe_tells=tells)
    world.russia.shown, world.russia.shown_sector = shown, sector
    return world.russia, world.uncertainties


@pytest.mark.parametrize(
    ("shown", "chance", "then"),
    [
        # even odds become three to one, up or down, by a test that tells half
        (SHOWN.weakness, 0.5, 0.75),
        (SHOWN.strength, 0.5, 0.25),
        (SHOWN.nothing, 0.5, 0.5),
        (SHOWN.weakness, 0.2, 3 / 7),
        (SHOWN.strength, 0.8, 4 / 7),
        (SHOWN.weakness, 1.0, 1.0),
        (SHOWN.strength, 0.0, 0.0),
    ],
)
def test_what_a_test_has_shown_changes_the_odds_there_and_nowhere_else(seen, shown, chance, then):
    russia, assumed = mind(seen, shown)
    assert as_tested(chance, russia, 4, assumed) == pytest.approx(then)
    assert as_tested(chance, russia, 3, assumed) == chance


@given(CHANCES, st.floats(0.0, 0.9))
def test_before_the_test_its_mean_is_the_chance_as_it_was(seen, chance, tells):
    # Bayes
    russia, assumed = mind(seen, SHOWN.weakness, tells=tells)
    weak = shows_weakness(chance, assumed)
    if_weak = as_tested(chance, russia, 4, assumed)
    russia.shown = SHOWN.strength
    assert weak * if_weak + (1 - weak) * as_tested(chance, russia, 4, assumed) == pytest.approx(chance, abs=1e-12)


@pytest.mark.parametrize(("chance", "tells", "weak"), [(0.8, 0.0, 0.5), (0.8, 0.5, 0.65), (0.2, 0.5, 0.35), (0.8, 0.9, 0.77)])
def test_a_weak_line_shows_itself_as_weak_as_far_as_a_test_tells_anything(seen, chance, tells, weak):
    _, assumed = mind(seen, SHOWN.nothing, tells=tells)
    assert shows_weakness(chance, assumed) == pytest.approx(weak)
