import pytest

from reassure.agents.chance import WHO
from reassure.agents.choice import NOTHING
from reassure.agents.probing import SHOWN
from reassure.agents.russia import CONDUCT, MOSCOW
from reassure.agents.sectors import grab_chance, retake_chance
from reassure.agents.situation import ACT
from reassure.agents.ukraine import KYIV
from reassure.model import contest, turn
from reassure.model.answer import answer, probe_the_line
from reassure.model.crisis import BY, begin_crisis, end_crisis, own_making
from reassure.model.deeds import after_kyiv, after_moscow
from reassure.model.fighting import open_war
from reassure.model.outcomes import END, EVENT, ORIGIN

DONETSK, ZAPORIZHZHIA, LUHANSK = 3, 4, 2


def taken(seen, *sectors, **set_):
    """A world in a crisis over ground just taken."""
    world = seen("bare_ceasefire", **set_)
    world.week = 9.0
    for index in sectors:
        contest.contest_ground(world, index)
    begin_crisis(world, BY.grab)
    return world


def ground(world, index=DONETSK):
    sector = world.situation.sectors[index]
    return int(sector.lost), int(sector.contested), int(world.russia.gains)


def eroded(world):
    return bool(world.outcome.worst == END.eroded), int(world.outcome.first[EVENT.erosion])


def test_ground_taken_is_fought_for_and_not_yet_lost(seen):
    world = taken(seen, DONETSK)
    assert ground(world) == (1, 1, 1)
    assert eroded(world) == (False, NOTHING)


def ends(world, how):
    if how == "stand_down":
        end_crisis(world)
    if how == "war":
        open_war(world, ORIGIN.moscow_launched)
    if how == "horizon":
        world.horizon = world.week + 1.0
        world.luck.step = int(world.week)
        turn.close_week(world)


@pytest.mark.parametrize("how", ["stand_down", "war", "horizon"])
@pytest.mark.parametrize("regained", [False, True])
def test_it_is_lost_when_the_contest_is_over_and_it_was_not_taken_back(seen, how, regained):
    world = taken(seen, DONETSK)
    if regained:
        contest.regain_ground(world, DONETSK)
    ends(world, how)
    assert world.outcome.first[EVENT.erosion] == (NOTHING if regained else 9)
    assert world.outcome.worst == {"war": END.renewed_war}.get(how, END.held if regained else END.eroded)
    assert ground(world) == ((0, 0, 0) if regained else (1, 0, 1))


def test_what_is_taken_back_is_worth_what_it_was(seen):
    world = taken(seen, DONETSK)
    contest.regain_ground(world, DONETSK)
    assert ground(world) == (0, 0, 0)


def test_a_counter_attack_takes_back_only_what_is_still_fought_for(seen):
    world = taken(seen, DONETSK)
    end_crisis(world)
    contest.contest_ground(world, DONETSK)
    assert ground(world) == (2, 1, 2)
    contest.regain_ground(world, DONETSK)
    assert ground(world) == (1, 0, 1)


def test_ground_lost_with_nobody_left_to_fight_for_it_is_lost_at_once(seen):
    world = seen("bare_ceasefire")
    world.week = 6.0
    contest.lose_ground(world, DONETSK)
    assert ground(world) == (1, 0, 1)
    assert eroded(world) == (True, 6)


# -- a counter-attack


@pytest.mark.parametrize(
    ("beside", "regained", "russian", "ukrainian", "confidence"),
    [(-0.01, 1, 0.57, 0.62, 0.62), (0.01, 0, 0.57, 0.57, 0.5)],
)
def test_what_a_counter_attack_brings_and_costs(seen, lucky, beside, regained, russian, ukrainian, confidence):
    world = taken(seen, DONETSK)
    chance = float(retake_chance(world.situation.sectors[DONETSK], world.situation, world.uncertainties))
    lucky(world, WHO.ukraine, seizure=[(chance + min(beside, 0), chance + max(beside, 0))], spill=[(0.06, 1.0)])
    world.field.russian_power, world.field.ukrainian_power, world.ukraine.confidence = 0.6, 0.62, 0.5
    contest.counter_attack(world, DONETSK)
    assert world.russia.gains == 1 - regained
    assert (world.field.russian_power, world.field.ukrainian_power) == (pytest.approx(russian), pytest.approx(ukrainian))
    assert world.ukraine.confidence == pytest.approx(confidence)
    assert (world.field.counter_attacks, world.field.pending_war, world.ladder.deed) == (1, 0, 5)


@pytest.mark.parametrize(("spill", "war"), [((0.05, 0.06), 1), ((0.06, 0.07), 0)])
def test_a_counter_attack_in_seventeen_grows_into_a_war_that_the_coalition_must_answer(seen, lucky, spill, war):
    world = lucky(taken(seen, DONETSK), WHO.ukraine, spill=[spill])
    contest.counter_attack(world, DONETSK)
    assert (world.field.pending_war, world.field.war) == (war, 0)
    turn.face_contact(world)
    assert (world.situation.attack.act == ACT.war) == bool(war)
    assert world.field.pending_war == 0


@pytest.mark.parametrize(("option", "sector", "attacks"), [(KYIV.counter_attack, DONETSK, 1), (KYIV.press, NOTHING, 0)])
def test_only_a_counter_attack_is_one(seen, option, sector, attacks):
    world = taken(seen, DONETSK)
    made = world.ukraine.decision
    made.step, made.chosen, made.sector = int(world.luck.step), option, sector
    after_kyiv(world)
    assert world.field.counter_attacks == attacks


# -- the defence gives way


@pytest.mark.parametrize(
    ("chance", "beside", "falls"),
    [(0.5, -1, False), (0.3, -1, False), (0.75, -0.01, True), (0.75, 0.01, False), (1.0, -0.01, True), (1.0, 0.01, False)],
)
def test_the_defence_may_give_way_where_the_odds_were_better_than_even(seen, chance, beside, falls):
    world = taken(seen, DONETSK)
    there = float(grab_chance(world.situation.sectors[ZAPORIZHZHIA], world.situation, world.levers, world.uncertainties))
    contest.give_way(world, DONETSK, chance, max(0.0, (2 * chance - 1) * there + beside))
    assert world.russia.gains == 1 + falls
    assert world.situation.sectors[ZAPORIZHZHIA].contested == falls  # worth more than the other neighbour


@pytest.mark.parametrize(
    ("index", "lost", "neighbour"),
    [
        (DONETSK, (), ZAPORIZHZHIA),
        (DONETSK, (ZAPORIZHZHIA,), LUHANSK),
        (DONETSK, (ZAPORIZHZHIA, LUHANSK), NOTHING),
        (0, (), 1),
        (6, (), 5),
    ],
)
def test_it_gives_way_to_the_side_where_most_is_to_be_had(seen, index, lost, neighbour):
    world = taken(seen, index, *lost)
    assert contest.neighbour_to_fall(world, index) == neighbour


# -- the crisis over it


@pytest.mark.parametrize(
    ("origin", "sectors", "own"),
    [(BY.moscow, (), 1), (BY.accident, (), 0), (BY.kyiv, (), 0), (BY.grab, (), 1), (BY.grab, (DONETSK,), 0)],
)
def test_whose_making_a_crisis_is(seen, origin, sectors, own):
    world = taken(seen, *sectors)
    world.field.crisis_origin = origin
    assert own_making(world) == own


@pytest.mark.parametrize(("regained", "conduct"), [(False, CONDUCT.coerce), (True, CONDUCT.comply)])
def test_moscow_stops_where_it_stands_and_keeps_up_the_pressure_or_restores_calm(seen, regained, conduct):
    world = taken(seen, DONETSK)
    world.field.conduct = CONDUCT.probe
    if regained:
        contest.regain_ground(world, DONETSK)
    end_crisis(world)
    assert world.field.conduct == conduct


# -- what a test shows


@pytest.mark.parametrize(("draw", "gap"), [((0.0, 0.3), 1), ((0.7, 1.0), 0)])
def test_a_probe_that_finds_the_line_weak_gives_an_opportunity(seen, lucky, draw, gap):
    world = seen("bare_ceasefire")
    sector = world.situation.sectors[DONETSK]
    sector.russian_share = sector.ukrainian_share = 0.3
    sector.terrain = 1.0
    world.situation.russian_power = world.situation.ukrainian_power = 0.6
    world.situation.intelligence = 0.0
    lucky(world, WHO.russia, seizure=[draw])  # at even odds half of the tests show weakness
    made = world.russia.decision
    made.step, made.chosen, made.sector = int(world.luck.step), MOSCOW.probe, DONETSK
    after_moscow(world)
    answer(world)
    assert (world.russia.gap, world.russia.shown, world.russia.shown_sector) == (gap, 1 + gap, DONETSK)
    made.chosen, made.sector = MOSCOW.coerce, NOTHING
    after_moscow(world)
    assert world.russia.shown == 0  # forgotten with the conduct


@pytest.mark.parametrize("draw", [(0.0, 0.3), (0.7, 1.0)])
def test_a_probe_thrown_back_by_force_shows_strength_whatever_the_line(seen, lucky, draw):
    world = seen("bare_ceasefire")
    lucky(world, WHO.russia, seizure=[draw])
    probe_the_line(world, DONETSK, True)
    assert (world.russia.gap, world.russia.shown, world.russia.shown_sector) == (0, SHOWN.strength, DONETSK)
