"""The ladder of deeds: up at once, down at most one rung in four weeks without a deed on the rung; words kept apart."""

from ..agents.rule import rule
from ..agents.russia import CONDUCT
from .outcomes import RUNG, SPEECH

WEEKS_PER_RUNG_DOWN = 4.0
"""Weeks without a deed on a rung before the world steps down by one: a convention of the scale, which moves nobody."""

PROTEST_WITHOUT_CONSENT = 0.5
"""Consent below which Moscow protests at a presence (C33): a label of the ladder of words, which moves nobody."""


@rule
def open_ladder(world):
    """A new step: standing conduct and a standing crisis are deeds; words start no louder than protest at the presence."""
    ladder = world.ladder
    ladder.deed = 0
    ladder.words = 0
    if world.coalition.promised_troops > 0.0 and world.levers.russian_consent < PROTEST_WITHOUT_CONSENT:
        ladder.words = SPEECH.protest
    if world.field.conduct != CONDUCT.comply:
        ladder.deed = RUNG.pressure
    if world.field.crisis == 1:
        ladder.deed = RUNG.mobilisation


@rule
def climb_or_descend(world):
    """Move to this step's highest deed, or down one rung if the rung has been empty long enough."""
    ladder = world.ladder
    if ladder.deed >= ladder.rung:
        ladder.rung = ladder.deed
        ladder.weeks_since_deed = 0.0
    else:
        ladder.weeks_since_deed += world.weeks_per_step
        if ladder.weeks_since_deed >= WEEKS_PER_RUNG_DOWN:
            ladder.rung -= 1
            ladder.weeks_since_deed = 0.0
    if ladder.rung > world.outcome.peak_rung:
        world.outcome.peak_rung = ladder.rung
