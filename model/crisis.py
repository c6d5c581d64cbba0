"""A crisis: an army is gathered, ground grabbed for, a confrontation stumbled into. How it begins, is conceded in, and ends."""

from ..agents.belief import learn
from ..agents.curves import clamp
from ..agents.probing import SHOWN
from ..agents.rule import phrase, rule
from ..agents.russia import CONDUCT
from ..agents.table import ranked_names
from ..agents.ukraine import shake
from ..agents.uncertainty import About, Fixed, coefficients
from ..agents.united_states import WASHINGTON
from .contest import ground_is_contested, settle_contest
from .events import deed, note, words
from .outcomes import EVENT, ORIGIN, RUNG, SPEECH
from .support import stir_attention

BY = ranked_names(nobody=0, moscow=1, accident=2, kyiv=3, grab=4)
"""How a crisis began: an army gathered, a stumble, one while Kyiv pressed its luck, a grab for ground; or that there is none."""

NUMBERS = coefficients(
    About.FIELD,
    Fixed("tension_crisis", "index", 0, 0.5, 0.15, "Tension that the beginning of a crisis adds.", "assumption", luck=680),
    Fixed("attention_crisis", "index", 0, 0.4, 0.1,
        "Outside attention that the beginning of a crisis or a strike on the force stirs.", "sign: 2.2; size assumption", luck=681),
    Fixed("tension_stand_down", "index", 0, 0.3, 0.1, "Tension that Moscow's standing down takes away.", "assumption", luck=682),
    Fixed("confidence_stood_by", "share, 0 to 1", 0, 0.15, 0.04,
        "What Kyiv's confidence gains if Washington stood behind the coalition in a crisis.",
        "C8, A36 for the scale; size assumption", luck=683),
    Fixed("confidence_conceded", "share, 0 to 1", -0.3, 0, -0.1,
        "What a demand conceded by Washington in a crisis does to Kyiv's confidence.", "C47, T27; size assumption", luck=684),
    Fixed("confidence_failed_by", "share, 0 to 1", -0.2, 0, -0.05,
        "What it does to Kyiv's confidence if Washington promised to stand behind the coalition and did not.",
        "C8, C47; size assumption", luck=685),
)  # fmt: skip


@phrase
def set_conduct(world, conduct):
    """Moscow's standing conduct until the next opportunity; what a test has shown is forgotten with it."""
    world.field.conduct = conduct
    world.russia.shown = SHOWN.nothing


@rule
def begin_crisis(world, origin):
    """An army is gathered, ground is grabbed for, or the sides have stumbled into a confrontation; the capitals are alarmed."""
    field = world.field
    assumed = world.uncertainties
    field.crisis = 1
    field.crisis_weeks = 0.0
    field.crisis_origin = origin
    field.conceded = 0
    field.tension = clamp(field.tension + assumed.tension_crisis, 0.0, 1.0)
    world.outcome.crises += 1
    world.coalition.alarm = 1
    stir_attention(field, assumed.attention_crisis)
    deed(world, RUNG.mobilisation)
    words(world, SPEECH.threats)


@rule
def end_crisis(world):
    """Moscow stands down; what the crisis taught it about the coalition stays.

    With ground in hand it stops where it stands and keeps up the pressure; without, it restores calm.
    """
    field = world.field
    field.crisis = 0
    field.crisis_origin = 0
    assumed = world.uncertainties
    conduct = CONDUCT.comply
    if ground_is_contested(world) == 1:
        conduct = CONDUCT.coerce
    settle_contest(world)
    field.tension = clamp(field.tension - assumed.tension_stand_down, 0.0, 1.0)
    set_conduct(world, conduct)
    stance = world.united_states.stance_in_crisis
    if stance == WASHINGTON.back:
        learn(world.russia, assumed.lesson_stood_by, assumed)
        shake(world.ukraine, assumed.confidence_stood_by)
    elif stance == WASHINGTON.concede:
        learn(world.russia, assumed.lesson_let_down, assumed)
        shake(world.ukraine, assumed.confidence_conceded)
    elif world.levers.us_backstop > 0.0:
        learn(world.russia, assumed.lesson_let_down * world.levers.us_backstop, assumed)
        shake(world.ukraine, assumed.confidence_failed_by)


@rule
def note_concession(world):
    """A demand conceded by Washington in a crisis is noted once; it makes Moscow's standing down easier (agents/russia.py)."""
    if world.field.crisis == 1 and world.united_states.stance_in_crisis == WASHINGTON.concede:
        world.field.conceded = 1
        note(world, EVENT.concession)


@rule
def own_making(world):
    """1 if Moscow made the crisis and has nothing in hand to show for it, so that backing down costs it face; else 0."""
    origin = world.field.crisis_origin
    if origin == BY.moscow or (origin == BY.grab and ground_is_contested(world) == 0):
        return 1
    return 0


@phrase
def origin_of_launch(field):
    """Who began a war that Moscow launches: whoever set off the crisis in which it does."""
    if field.crisis_origin == BY.kyiv:
        return ORIGIN.kyiv_pressed
    if field.crisis_origin == BY.accident:
        return ORIGIN.accident
    if field.crisis_origin == BY.grab:
        return ORIGIN.grab_spread
    return ORIGIN.moscow_launched
