"""One week: the steps of `model/order_of_play.py`, each a rule on the world, and the compiled week that plays them so."""

import math

from ..agents.ally import act as ally_acts
from ..agents.ally import last_sitting
from ..agents.chance import deal_mishaps, deal_opportunities
from ..agents.choice import NOTHING
from ..agents.rule import phrase, rule
from ..agents.russia import act as russia_acts
from ..agents.russia import perceive
from ..agents.situation import ACT, NO_ATTACK
from ..agents.ukraine import act as ukraine_acts
from ..agents.ukraine import feel
from ..agents.united_states import act as united_states_acts
from ..agents.united_states import drift
from ..agents.vote import has_a_say, vote
from ..agents.willingness import weigh_mood
from .answer import answer
from .bloodshed import remember_deaths
from .contest import settle_contest
from .credibility import measure_gap
from .crisis import note_concession
from .deeds import after_kyiv, after_moscow, attack, touches
from .deployment import allies_have_a_turn, count_commitments, deploy
from .fighting import fight_clash, fight_war
from .incidents import contact_attack, meet_by_accident, stumble, subside
from .ladder import climb_or_descend, open_ladder
from .mandate import update_mandate
from .observation import look_ahead, observe, observe_field, observe_washington
from .orders import deliver_orders, take_back_orders
from .reckoning import fade, reckon
from .support import fade_and_rebuild
from .violations import count_violations


@rule
def open_week(world):
    """A new step begins: chance gives opportunities, everyone sees what last week's deeds changed."""
    deal_opportunities(world.luck, world.situation.pace)
    deal_mishaps(world.luck)
    open_ladder(world)
    observe_field(world)
    observe_washington(world)


@rule
def somebody_looks_ahead(world):
    """Whether Moscow or Kyiv may have something to weigh this week; else nobody asks what a year will bring."""
    luck = world.luck
    ordered = world.russia.decision.order != NOTHING or world.ukraine.decision.order != NOTHING
    return ordered or luck.strategic + luck.conduct + luck.kyiv + world.russia.gap + world.field.crisis > 0


@rule
def before_moscow(world):
    """After Washington and the allies: the force moves, both armies rebuild, everyone looks again and ahead."""
    world.coalition.alarm = 0
    note_concession(world)
    deploy(world)
    fade_and_rebuild(world)
    observe(world)
    if somebody_looks_ahead(world):
        look_ahead(world)
    perceive(world.russia, world.situation, world.levers, world.uncertainties)
    measure_gap(world)


@rule
def face_contact(world):
    """Last week's deadly contact or counter-attack may have become a fight that must be answered now."""
    field = world.field
    act = contact_attack(world)
    if act != NO_ATTACK and field.war == 0 and field.clash == 0:
        attack(world, act, NOTHING, 1)
    if field.pending_war == 1:
        field.pending_war = 0
        attack(world, ACT.war, NOTHING, touches(world, world.situation.touch_war))


@rule
def close_week(world):
    """Fighting, incidents, ladder, moods, outcomes; then the clock moves on."""
    field = world.field
    field.violations = 0.0
    field.deaths = 0.0
    if field.clash == 1:
        fight_clash(world)
    if field.war == 1 and world.over == 0:
        fight_war(world)
    if field.war == 0:
        count_violations(world)
        remember_deaths(world)
        if field.clash == 0:
            meet_by_accident(world)
            stumble(world)
    subside(world)
    if field.crisis == 1:
        field.crisis_weeks += world.weeks_per_step
    fade(world)
    climb_or_descend(world)
    reckon(world)
    world.outcome.last_step = world.luck.step
    world.outcome.joiners = world.coalition.joiners
    world.outcome.troops = world.coalition.troops
    world.outcome.confidence = world.ukraine.confidence
    world.luck.step += 1
    if world.luck.step * world.weeks_per_step >= world.horizon:
        world.over = 1
    if world.over == 1:
        settle_contest(world)
    world.week = world.luck.step * world.weeks_per_step


@phrase
def washington_acts(world):
    """Washington's will drifts; it reviews deliveries, or takes a stance in a crisis."""
    drift(world.united_states, world.situation, world.uncertainties, world.luck)
    united_states_acts(world.united_states, world.situation, world.levers, world.uncertainties, world.luck)


@phrase
def set_the_mood(world):
    """What counts this week in all allies alike, worked out once if any of them has a turn."""
    if allies_have_a_turn(world):
        world.situation.last_sitting = last_sitting(world.week, world.uncertainties)
        weigh_mood(world.coalition.mood, world.situation, world.coalition.will, world.levers, world.uncertainties)


@phrase
def allies_act(world):
    """Every ally whose turn it is, or all of them in an alarm."""
    coalition = world.coalition
    if allies_have_a_turn(world):
        by_now = world.week
        if coalition.alarm == 1:
            by_now = math.inf
        for index in range(len(world.allies)):
            ally = world.allies[index]
            if ally.next_turn <= by_now:
                ally_acts(ally, world.situation, coalition.mood, coalition.alarm, world.levers, world.uncertainties, world.luck)


@phrase
def count_allies(world):
    """Count who is pledged, deployed and blocking, if anybody had a turn."""
    if allies_have_a_turn(world):
        count_commitments(world)


@phrase
def moscow_acts(world):
    """Moscow chooses, if an opportunity falls or a crisis is on."""
    russia_acts(world.russia, world.situation, world.levers, world.uncertainties, world.luck)


@phrase
def allies_vote(world):
    """Those who have a say vote on an attack, if there is one."""
    if world.situation.attack.act != NO_ATTACK:
        for index in range(len(world.allies)):
            ally = world.allies[index]
            if has_a_say(ally, world.situation):
                vote(ally, world.situation, world.coalition.will, world.levers, world.uncertainties, world.luck)


@phrase
def kyiv_feels(world):
    """Kyiv's confidence moves towards what is warranted."""
    feel(world.ukraine, world.situation, world.russia.evidence, world.levers, world.uncertainties)


@phrase
def kyiv_acts(world):
    """Kyiv chooses its conduct, if an opportunity falls."""
    ukraine_acts(world.ukraine, world.situation, world.levers, world.uncertainties, world.luck)


@phrase
def play_week(world, orders):
    """One step of one future: the order of play, compiled."""
    open_week(world)
    deliver_orders(world, orders)
    washington_acts(world)
    update_mandate(world)
    set_the_mood(world)
    allies_act(world)
    count_allies(world)
    before_moscow(world)
    face_contact(world)
    moscow_acts(world)
    after_moscow(world)
    allies_vote(world)
    answer(world)
    kyiv_feels(world)
    kyiv_acts(world)
    after_kyiv(world)
    take_back_orders(world, orders)
    close_week(world)
