"""A crisis: an army is gathered, or the sides have stumbled into a confrontation. How it begins, is conceded in, and ends."""

from ..agents.belief import learn
from ..agents.curves import clamp
from ..agents.rule import phrase, rule
from ..agents.russia import CONDUCT
from ..agents.ukraine import shake
from ..agents.united_states import WASHINGTON
from .events import deed, note, words
from .outcomes import EVENT, RUNG, SPEECH
from .support import rouse

BY_MOSCOW, BY_ACCIDENT, BY_KYIV = 1, 2, 3
"""How a crisis began."""


@phrase
def set_conduct(world, conduct):
    """Moscow's standing conduct until the next opportunity."""
    world.field.conduct = conduct


@rule
def begin_crisis(world, origin):
    """An army is gathered, or the sides have stumbled into a confrontation; the capitals are alarmed."""
    field = world.field
    field.crisis = 1
    field.crisis_weeks = 0.0
    field.crisis_origin = origin
    field.conceded = 0
    field.tension = clamp(field.tension + 0.15, 0.0, 1.0)
    world.outcome.crises += 1
    world.coalition.alarm = 1
    rouse(field, 0.1)
    deed(world, RUNG.mobilisation)
    words(world, SPEECH.threats)


@rule
def end_crisis(world):
    """Moscow stands down; what the crisis taught it about the coalition stays."""
    field = world.field
    field.crisis = 0
    field.crisis_origin = 0
    field.tension = clamp(field.tension - 0.1, 0.0, 1.0)
    set_conduct(world, CONDUCT.comply)
    assumed = world.uncertainties
    stance = world.united_states.stance_in_crisis
    if stance == WASHINGTON.back:
        learn(world.russia, assumed.lesson_stood_by, assumed)
        shake(world.ukraine, 0.04)
    elif stance == WASHINGTON.concede:
        learn(world.russia, assumed.lesson_conceded, assumed)
        shake(world.ukraine, -0.10)
    elif world.levers.us_backstop > 0.0:
        learn(world.russia, assumed.lesson_failed_to_stand_by * world.levers.us_backstop, assumed)
        shake(world.ukraine, -0.05)


@rule
def note_concession(world):
    """A demand conceded by Washington in a crisis is noted once; it makes Moscow's standing down easier (agents/russia.py)."""
    if world.field.crisis == 1 and world.united_states.stance_in_crisis == WASHINGTON.concede:
        world.field.conceded = 1
        note(world, EVENT.concession)
