import numpy as np
import pytest

from reassure.agents import ukraine
from reassure.agents.chance import PURPOSE, WHO, deal_opportunities, uniform
from reassure.agents.choice import NOTHING, add_up, begin, logit
from reassure.agents.quorum import call_quorum
from reassure.agents.russia import CONDUCT
from reassure.agents.ukraine import KYIV, KYIV_TERM


def chances(world, confidence=0.3, **situation):
    """Kyiv's probabilities at a confidence, with something of the situation changed."""
    world.ukraine.confidence = confidence
    for name, value in situation.items():
        world.situation[name] = value
    made = world.ukraine.decision
    begin(made, 0, 0)
    ukraine.weigh(world.ukraine, world.situation, world.levers, world.uncertainties)
    add_up(made)
    logit(made, world.uncertainties.kyiv_precision)
    assert made.open.tolist() == [1, 1, 1, 1, 1, 0]  # nothing has been lost that could be taken back
    return made.probability.copy()


@pytest.mark.parametrize(
    ("option", "before", "after"),
    [
        (KYIV.press, {"confidence": 0.3}, {"confidence": 0.9}),  # T31: emboldening
        (KYIV.hedge, {"confidence": 0.9}, {"confidence": 0.2}),  # C43
        (KYIV.hedge, {"arms": 0.1}, {"arms": 0.9}),
        (KYIV.retaliate, {"conduct": 0}, {"conduct": 1}),
        (KYIV.retaliate, {"conduct": 1}, {"conduct": 2}),
        (KYIV.fortify, {"arms": 0.1}, {"arms": 0.9}),  # C30
        (KYIV.fortify, {"russian_power_later": 0.6}, {"russian_power_later": 1.0}),  # T3
    ],
)
def test_what_moves_kyiv(seen, option, before, after):
    assert chances(seen("bare_ceasefire"), **after)[option] > 1.05 * chances(seen("bare_ceasefire"), **before)[option]


def test_quiet_and_doubt_make_for_restraint(seen):
    assert chances(seen("bare_ceasefire"), 0.3).argmax() in {KYIV.restrain, KYIV.fortify}


@pytest.mark.parametrize("emboldening", [0, 1, 3])
def test_how_much_confidence_tempts_is_an_uncertainty(seen, emboldening):
    world = seen("bare_ceasefire", emboldening=emboldening)
    chances(world, 0.9)
    assert world.ukraine.decision.terms[KYIV.press, KYIV_TERM.confidence] == pytest.approx(0.9 * emboldening)


def test_conditional_cover_holds_kyiv_back_as_far_as_attribution_goes(seen):
    # T32, T33
    pressing = [
        chances(seen(conditional_cover=cover, monitors=0), 0.9, intelligence=intelligence)[KYIV.press]
        for cover, intelligence in (("off", 1.0), ("on", 0.0), ("on", 1.0))
    ]
    assert pressing[0] > 1.05 * pressing[1] > 1.05 * pressing[2]


def ask_one(world, votes=1.0):
    """So many states have to agree, by the quorum of the plan."""
    call_quorum(world.situation.quorum, votes, 0.0, 0.0, world.levers, world.uncertainties)


@pytest.mark.parametrize(
    ("troops", "set_", "share"),
    [
        (0.0, {}, 0.32),
        (25.0, {"share_in_cities": 0, "share_on_line": 0}, 0.42),  # the planned size; far from the front, no combat
        (25.0, {"share_in_cities": 0, "share_on_line": 1, "rules_of_engagement": 1}, 0.61),  # near the front, would fight
    ],
)
def test_confidence_at_acceptance_is_the_survey_of_kyiv(seen, troops, set_, share):
    # A36
    world = seen("bare_ceasefire", **set_)
    world.situation.troops, world.situation.overdue, world.situation.legal = troops, 0.0, 0.0
    ask_one(world)
    warranted = ukraine.warranted_confidence(world.situation, 0.0, world.levers, world.uncertainties)
    assert warranted == pytest.approx(share, abs=0.005)


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        ({"troops": 20.0}, 1),
        ({"legal": 1.0}, 1),
        ({"arms": 0.9}, 1),
        ({"backing": 1.0}, 1),
        ({"backing": 0.0}, -1),
        ({"overdue": 1.0}, -1),
    ],
)
def test_what_warrants_confidence(seen, change, sign):
    def warranted(**situation):
        world = seen(troops=5.0)
        for name, value in situation.items():
            world.situation[name] = value
        return ukraine.warranted_confidence(world.situation, 0.0, world.levers, world.uncertainties)

    assert (warranted(**change) - warranted()) * sign > 0.01


def test_a_small_force_reassures_and_a_large_one_little_more(seen):
    # T17, A36: presence counts at once and saturates
    ladder = [
        ukraine.warranted_confidence(world.situation, 0.0, world.levers, world.uncertainties)
        for world in (seen(troops=troops, us_backstop=0) for troops in (0.0, 10.0, 20.0, 40.0))
    ]
    assert np.all(np.diff(ladder) > 0)
    assert np.all(np.diff(ladder, 2) < 0)


def test_confidence_closes_a_fiftieth_of_the_gap_in_a_week(seen):
    world = seen()
    world.ukraine.confidence, world.ukraine.hedge, world.ukraine.works = 0.9, 1.0, 1.0
    target = ukraine.warranted_confidence(world.situation, 0.0, world.levers, world.uncertainties)
    ukraine.feel(world.ukraine, world.situation, 0.0, world.levers, world.uncertainties)
    assert world.ukraine.confidence == pytest.approx(target + (0.9 - target) * np.exp(-0.02))
    assert world.ukraine.hedge == pytest.approx(np.exp(-0.015))
    assert world.ukraine.works == pytest.approx(np.exp(-0.005))


def act(world):
    return int(ukraine.act(world.ukraine, world.situation, world.levers, world.uncertainties, world.luck))


@pytest.mark.parametrize(
    ("option", "works", "hedge"),
    [(KYIV.restrain, 0, 0), (KYIV.fortify, 0.1, 0), (KYIV.hedge, 0, 0.25), (KYIV.retaliate, 0, 0), (KYIV.press, 0, 0.1)],
)
def test_an_order_is_obeyed_and_does_what_it_says(seen, option, works, hedge):
    world = seen()
    world.ukraine.decision.order = option
    assert act(world) == option
    assert (world.ukraine.conduct, world.ukraine.decision.ordered) == (option, 1)
    assert (world.ukraine.works, world.ukraine.hedge) == (works, hedge)


def test_opportunities_fall_at_their_rate(seen):
    world = seen()
    chosen = 0
    for run in range(1500):
        world.luck.run = run
        deal_opportunities(world.luck, world.situation.pace)
        chosen += act(world) != NOTHING
    assert chosen / 1500 == pytest.approx(1 - np.exp(-13 / 52), abs=4 * np.sqrt(0.2 / 1500))


def test_in_a_war_nothing_is_chosen(seen):
    world = seen()
    world.situation.fighting = 1
    world.ukraine.decision.order = KYIV.press
    assert act(world) == NOTHING


@pytest.mark.parametrize(
    ("option", "term", "worth"),
    [
        (KYIV.restrain, KYIV_TERM.calm, 0.35),
        (KYIV.fortify, KYIV_TERM.means, 0.24),
        (KYIV.fortify, KYIV_TERM.window, 0.16),
        (KYIV.fortify, KYIV_TERM.own_cost, -0.3),
        (KYIV.hedge, KYIV_TERM.insecurity, 0.324),
        (KYIV.hedge, KYIV_TERM.provocation, 0.3),
        (KYIV.hedge, KYIV_TERM.own_cost, -0.75),
        (KYIV.retaliate, KYIV_TERM.provocation, 0.6),
        (KYIV.retaliate, KYIV_TERM.cover_at_risk, -0.2),
        (KYIV.retaliate, KYIV_TERM.own_cost, -0.25),
        (KYIV.press, KYIV_TERM.confidence, 0.8),
        (KYIV.press, KYIV_TERM.window, 0.06),
        (KYIV.press, KYIV_TERM.cover_at_risk, -0.6),
        (KYIV.press, KYIV_TERM.own_cost, -0.9),
    ],
)
def test_what_weighs_in_kyiv(seen, option, term, worth):
    world = seen("bare_ceasefire", conditional_cover="on")
    world.ukraine.works = 0.5
    chances(
        world,
        0.4,
        arms=0.6,
        russian_power_later=0.9,
        ukrainian_power_later=0.7,
        conduct=CONDUCT.probe,
        intelligence=1.0,  # who began is plain to see
    )
    assert world.ukraine.decision.terms[option, term] == pytest.approx(worth)


@pytest.mark.parametrize(("conduct", "provoked"), [(CONDUCT.comply, 0.0), (CONDUCT.coerce, 0.2), (CONDUCT.probe, 0.3)])
def test_provocation_grows_with_moscows_conduct(seen, conduct, provoked):
    world = seen("bare_ceasefire")
    chances(world, 0.4, conduct=conduct)
    assert world.ukraine.decision.terms[KYIV.hedge, KYIV_TERM.provocation] == provoked


@pytest.mark.parametrize(("russian", "ukrainian", "window"), [(0.6, 0.8, 0.0), (0.7, 0.7, 0.0), (0.9, 0.7, 0.2), (3.0, 0.5, 1.0)])
def test_only_a_russia_that_rebuilds_faster_opens_a_window(seen, russian, ukrainian, window):
    world = seen("bare_ceasefire")
    chances(world, 0.4, russian_power_later=russian, ukrainian_power_later=ukrainian)
    assert world.ukraine.decision.terms[KYIV.fortify, KYIV_TERM.window] == pytest.approx(0.8 * window)


@pytest.mark.parametrize(
    ("change", "log_odds"),
    [
        ({"arms": 0.35}, 0.0),  # what is habit reassures nobody
        ({"arms": 0.85}, 0.25),
        ({"backing": 1.0}, 0.6),
        ({"backing": 0.0}, -0.6),
        ({"overdue": 0.5}, -0.4),
        ({"evidence": 1.0}, 0.3),
        ({"legal": 0.5}, 0.6),
        ({"troops": 6.0}, 0.265),  # half of what presence far from the front is worth
    ],
)
def test_what_confidence_is_made_of_in_log_odds(seen, change, log_odds):
    world = seen("bare_ceasefire", us_backstop=1, share_in_cities=0, share_on_line=0)
    still = {"arms": 0.35, "backing": 0.5, "overdue": 0.0, "legal": 0.0, "troops": 0.0}
    for name, value in {**still, **{k: v for k, v in change.items() if k != "evidence"}}.items():
        world.situation[name] = value
    evidence = change.get("evidence", 0.0)
    share = ukraine.warranted_confidence(world.situation, evidence, world.levers, world.uncertainties)
    assert np.log(share / (1 - share)) == pytest.approx(-0.75 + log_odds)


@pytest.mark.parametrize(("start", "change", "end"), [(0.5, 0.2, 0.7), (0.95, 0.2, 1.0), (0.05, -0.2, 0.0)])
def test_a_deed_builds_or_spends_confidence_at_once(seen, start, change, end):
    world = seen()
    world.ukraine.confidence = start
    ukraine.shake(world.ukraine, change)
    assert world.ukraine.confidence == pytest.approx(end)


@pytest.mark.parametrize(("option", "field"), [(KYIV.fortify, "works"), (KYIV.hedge, "hedge"), (KYIV.press, "hedge")])
def test_works_and_the_long_arm_are_complete_at_one(seen, option, field):
    world = seen()
    world.ukraine[field] = 0.97
    world.ukraine.decision.order = option
    act(world)
    assert world.ukraine[field] == 1.0


@pytest.mark.parametrize(
    ("set_", "log_odds"),
    [
        (  # a quarter of half a shield, which comes 12 hours late
            {"share_in_cities": 0.3, "share_on_line": 0.2, "rules_of_engagement": 0.5, "rules_that_slow": 0.5},
            0.265 + 0.11875 * np.exp(-12 / 96),
        ),
        ({"share_in_cities": 0.3, "share_on_line": 0.2, "rules_of_engagement": 0.5, "rules_that_slow": 0}, 0.265 + 0.11875),
        ({"share_in_cities": 0.3, "share_on_line": 0.2, "rules_of_engagement": 0}, 0.265),  # nobody fights
        ({"share_in_cities": 0, "share_on_line": 0, "rules_of_engagement": 1}, 0.265),  # nobody is near
        ({"share_in_cities": 0, "share_on_line": 0.4, "rules_of_engagement": 1}, 0.265 + 0.19),
    ],
)
def test_a_force_shields_as_far_as_it_stands_near_and_may_fight_in_time(seen, set_, log_odds):
    world = seen("bare_ceasefire", us_backstop=0, **set_)
    situation = world.situation
    situation.arms, situation.overdue, situation.legal, situation.troops = 0.35, 0.0, 0.0, 6.0
    ask_one(world)
    share = ukraine.warranted_confidence(situation, 0.0, world.levers, world.uncertainties)
    assert np.log(share / (1 - share)) == pytest.approx(-0.75 + log_odds)


@pytest.mark.parametrize(
    ("quorum", "votes", "share"),
    [
        (0.5, 1.0, 1.0),  # an even bet: what those asked reckoned with
        (0.5, 9.0, 1.0),
        (0.2, 9.0, 2.0 / (1.0 + np.exp(-3.0 * np.log((1 - 7 / 30) / (7 / 30))))),
        (0.8, 9.0, 2.0 / (1.0 + np.exp(3.0 * np.log((1 - 7 / 30) / (7 / 30))))),
        (0.8, 0.0, 0.0),  # whom nobody can call
    ],
)
def test_a_shield_counts_as_far_as_states_as_likely_to_agree_as_not_would_answer(seen, quorum, votes, share):
    world = seen(
        "bare_ceasefire", us_backstop=0, share_in_cities=0, share_on_line=0.4, rules_of_engagement=1, response_quorum=quorum
    )
    situation = world.situation
    situation.arms, situation.overdue, situation.legal, situation.troops = 0.35, 0.0, 0.0, 6.0
    ask_one(world, votes)
    found = ukraine.warranted_confidence(situation, 0.0, world.levers, world.uncertainties)
    assert np.log(found / (1 - found)) == pytest.approx(-0.75 + 0.265 + 0.19 * share)


@pytest.mark.parametrize(("promise", "backing", "log_odds"), [(0.5, 1.0, 0.3), (0.5, 0.25, -0.15), (0.0, 1.0, 0.0)])
def test_washingtons_conduct_counts_as_far_as_it_has_promised(seen, promise, backing, log_odds):
    world = seen("bare_ceasefire", us_backstop=promise)
    situation = world.situation
    situation.arms, situation.overdue, situation.legal, situation.troops = 0.35, 0.0, 0.0, 0.0
    situation.backing = backing
    share = ukraine.warranted_confidence(situation, 0.0, world.levers, world.uncertainties)
    assert np.log(share / (1 - share)) == pytest.approx(-0.75 + log_odds)


@pytest.mark.parametrize(
    ("shown", "cover", "retaliate", "press"), [(1.0, "on", -0.2, -0.6), (0.0, "on", -0.05, -0.15), (1.0, "off", 0.0, 0.0)]
)
def test_cover_is_at_risk_as_far_as_it_can_be_shown_who_began(seen, shown, cover, retaliate, press):
    # T32, T33: a quarter is seen by anybody
    world = seen("bare_ceasefire", conditional_cover=cover, monitors=0)
    chances(world, intelligence=shown)
    terms = world.ukraine.decision.terms
    assert terms[KYIV.retaliate, KYIV_TERM.cover_at_risk] == pytest.approx(retaliate)
    assert terms[KYIV.press, KYIV_TERM.cover_at_risk] == pytest.approx(press)


def test_a_choice_of_kyiv_worked_by_hand(seen):
    # restrain .35; fortify .24 + .16 - .3; hedge .324 + .3 - .75; retaliate .6 - .25; press .8 + .06 - .9
    world = seen("bare_ceasefire")
    world.ukraine.works, world.ukraine.confidence = 0.5, 0.4
    situation = world.situation
    situation.arms, situation.russian_power_later, situation.ukrainian_power_later = 0.6, 0.9, 0.7
    situation.conduct = CONDUCT.probe
    world.luck.kyiv, world.luck.step = 1, 6
    chosen = act(world)
    made = world.ukraine.decision
    worth = np.array([0.35, 0.10, -0.126, 0.35, -0.04])
    assert made.utility[:5] == pytest.approx(worth)
    assert made.probability[:5] == pytest.approx(np.exp(4 * worth) / np.exp(4 * worth).sum())
    assert made.probability[KYIV.counter_attack] == 0.0
    assert (made.step, made.node, made.chosen) == (6, ukraine.NODES.index("conduct"), chosen)
    assert made.draw == uniform(world.luck, WHO.ukraine, PURPOSE.kyiv)
    assert chosen == world.ukraine.conduct


def test_without_an_opportunity_conduct_stands(seen):
    world = seen()
    world.ukraine.conduct, world.luck.kyiv = KYIV.hedge, 0
    assert act(world) == NOTHING
    assert world.ukraine.conduct == KYIV.hedge
    assert not world.ukraine.decision.open.any()
