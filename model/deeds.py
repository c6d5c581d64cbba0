"""What Moscow's and Kyiv's choices set off: conduct, attacks to be answered, crises."""

from ..agents.arithmetic import exp
from ..agents.chance import PURPOSE, WHO, normals_from, uniforms
from ..agents.choice import NOTHING, chosen_at
from ..agents.curves import clamp
from ..agents.rule import rule
from ..agents.russia import CONDUCT, MOSCOW
from ..agents.situation import ACT
from ..agents.ukraine import KYIV
from ..agents.uncertainty import About, Fixed, coefficients
from .contest import counter_attack
from .crisis import BY, begin_crisis, end_crisis, set_conduct
from .events import deed, note, words
from .outcomes import EVENT, RUNG, SPEECH
from .support import stir_attention

NUCLEAR_SIGNALLING_FROM = 0.5
"""Tension above which threats turn to nuclear signalling (C33, 2.10): a label of the ladder of words, which moves nobody."""

NUMBERS = coefficients(
    About.FIELD,
    Fixed("casualty_spread", "s.d. of log", 0, 1.5, 1.1,
        "Spread of own losses in an attack: a factor of three.", "assumption", luck=98),
    Fixed("tension_step_down", "index", 0, 0.3, 0.1, "Tension that Moscow's easing off takes away.", "assumption", luck=670),
    Fixed("tension_coercion", "index", 0, 0.1, 0.03,
        "Tension that a turn to hybrid attacks and threats adds.", "C33; size assumption", luck=671),
    Fixed("tension_probing", "index", 0, 0.2, 0.05, "Tension that a probe adds.", "assumption", luck=673),
    Fixed("tension_assault", "index", 0, 0.6, 0.25,
        "Tension that a grab for ground or a strike on the force adds.", "assumption", luck=674),
    Fixed("tension_pressing", "index", 0, 0.2, 0.05,
        "Tension that Kyiv's pressing its luck adds.", "T31; size assumption", luck=679),
)  # fmt: skip


@rule
def attack(world, act, sector, touched):
    """Put an attack before the coalition. Own deaths are drawn within a factor of three of the expected."""
    situation = world.situation
    situation.attack.act = act
    situation.attack.sector = sector
    situation.attack.touched = touched
    situation.attack.deaths = 0.0
    if touched == 1:
        first, second = uniforms(world.luck, WHO.world, PURPOSE.casualties)
        normal, _ = normals_from(first, second)
        situation.attack.deaths = situation.expected_deaths[act] * exp(world.uncertainties.casualty_spread * normal)
        if act != ACT.probe:
            note(world, EVENT.attack_on_force)
            world.outcome.attacks += 1
            deed(world, RUNG.attack_on_force)


@rule
def touches(world, cover):
    """Whether an act touches the force, given the chance that it does."""
    first, _ = uniforms(world.luck, WHO.world, PURPOSE.touch)
    if world.coalition.troops > 0.0 and first < cover:
        return 1
    return 0


@rule
def after_moscow(world):
    """What Moscow's choice of this step sets off."""
    chosen = chosen_at(world.russia.decision, world.luck.step)
    field = world.field
    assumed = world.uncertainties
    situation = world.situation
    sector = world.russia.decision.sector
    if chosen == NOTHING:
        return
    if chosen == MOSCOW.comply or chosen == MOSCOW.step_down:
        set_conduct(world, CONDUCT.comply)
    if chosen == MOSCOW.step_down:
        field.tension = clamp(field.tension - assumed.tension_step_down, 0.0, 1.0)
    if chosen == MOSCOW.coerce:
        set_conduct(world, CONDUCT.coerce)
        field.tension = clamp(field.tension + assumed.tension_coercion, 0.0, 1.0)
        deed(world, RUNG.pressure)
        words(world, SPEECH.threats)
        if field.tension > NUCLEAR_SIGNALLING_FROM:
            words(world, SPEECH.nuclear_signalling)
    if chosen == MOSCOW.probe:
        set_conduct(world, CONDUCT.probe)
        field.tension = clamp(field.tension + assumed.tension_probing, 0.0, 1.0)
        deed(world, RUNG.probing)
        attack(world, ACT.probe, sector, touches(world, situation.sectors[sector].cover))
    if chosen == MOSCOW.seize:
        field.tension = clamp(field.tension + assumed.tension_assault, 0.0, 1.0)
        deed(world, RUNG.ground_grab)
        attack(world, ACT.seizure, sector, touches(world, situation.sectors[sector].cover))
    if chosen == MOSCOW.strike:
        field.tension = clamp(field.tension + assumed.tension_assault, 0.0, 1.0)
        stir_attention(field, assumed.attention_crisis)
        attack(world, ACT.strike, NOTHING, 1)
    if chosen == MOSCOW.mobilise:
        world.outcome.mobilisations += 1
        note(world, EVENT.mobilisation)
        begin_crisis(world, BY.moscow)
    if chosen == MOSCOW.stand_down:
        end_crisis(world)
    if chosen == MOSCOW.launch:
        if field.crisis_origin == BY.moscow:
            world.outcome.launches += 1
        attack(world, ACT.war, NOTHING, touches(world, situation.touch_war))


@rule
def after_kyiv(world):
    """What Kyiv's choice of this step sets off at once."""
    chosen = chosen_at(world.ukraine.decision, world.luck.step)
    if chosen == KYIV.counter_attack:
        counter_attack(world, world.ukraine.decision.sector)
    if chosen == KYIV.press:
        world.outcome.presses += 1
        world.field.tension += world.uncertainties.tension_pressing
        if world.field.tension > 1.0:
            world.field.tension = 1.0
