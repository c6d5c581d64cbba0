"""Moscow's belief that the coalition is hard: from signals it can see, corrected by answers it has met.

In log odds a signal or an answer adds its likelihood ratio (Bayes; X11): belief = sg(signals + evidence).
"""

from .curves import at_least, chance_of, clamp, saturating
from .rule import phrase, rule
from .structure import reputation_forms
from .uncertainty import About, Fixed, Uniform, coefficients

MOST_EVIDENCE = 3.0
"""Bound of the index of lessons, in log odds: twenty to one, more than which no record of answers makes anyone."""

NUMBERS = coefficients(
    About.MOSCOW,
    Fixed("belief_base", "log odds", -4, -1, -2.5,
        "Belief that a coalition with nothing to show is hard.", "C50; assumption", luck=26),
    Fixed("belief_legal", "log odds", 0, 2.6, 1.3, "Weight of the legal form.", "A18, C37", luck=27),
    Fixed("belief_presence", "log odds", 0, 0.9, 0.45, "Weight of flags on the ground, flat in number.", "A19, T15", luck=28),
    Fixed("belief_capability", "log odds", 0, 3.2, 1.6, "Weight of fighting capability.", "C31", luck=29),
    Fixed("belief_rules", "log odds", 0, 1.2, 0.6, "Weight of the rules of engagement.", "T29", luck=30),
    Fixed("belief_cohesion", "log odds", 0, 1, 0.5, "Weight of the number of flags.", "C25", luck=31),
    Fixed("belief_backstop", "log odds", 0, 1.4, 0.7, "Weight of Washington's backing, given its conduct.", "C8, C12", luck=32),
    Fixed("belief_surge", "log odds", 0, 2.4, 1.2,
        "Weight of a crisis surge that Washington really makes.", "RAND RR2533", luck=33),
    Fixed("belief_undelivered", "log odds", 0, 1.8, 0.9, "Weight of pledges overdue.", "C47, C50", luck=34),
    Uniform("updating", "factor", 0, 1.5, 0.75,
        "How much Moscow learns from answers; studies disagree.",
        "2.9: Press 2005, Mercer 1996 v. Weisiger & Yarhi-Milo 2015", luck=35),
    Fixed("memory_half_life", "weeks", 52, 400, 104, "How fast such lessons fade.", "assumption", luck=36),
    Fixed("lesson_answered", "log odds", 0, 1.5, 0.6,
        "What an attack answered with force teaches about the coalition's hardness, before it is scaled by `updating`.",
        "sign: T26; size assumption", luck=450),
    Fixed("lesson_left_alone", "log odds", -1.5, 0, -0.55,
        "What an attack on the force left unanswered teaches about the coalition's hardness, before it is scaled by `updating`.",
        "sign: T26; size assumption", luck=451),
    Fixed("lesson_soft_elsewhere", "log odds", -0.6, 0, -0.17,
        "What a probe elsewhere left unanswered teaches about the coalition's hardness, before it is scaled by `updating`.",
        "sign: T26; size assumption", luck=452),
    Fixed("lesson_soft_on_seizure", "log odds", -1, 0, -0.28,
        "What a grab for ground elsewhere left unanswered teaches about the coalition's hardness, before it is scaled by "
        "`updating`.",
        "sign: 2.9; size assumption", luck=453),
    Fixed("lesson_stood_by", "log odds", 0, 1, 0.25,
        "What Washington standing behind the coalition in a crisis teaches about the coalition's hardness, before it is scaled "
        "by `updating`.",
        "sign: 2.9; size assumption", luck=456),
    Fixed("lesson_let_down", "log odds", -1.5, 0, -0.45,
        "What a demand conceded by Washington in a crisis teaches about the coalition's hardness, and its failing to stand by it "
        "as far as it had promised to, before it is scaled by `updating`.",
        "signs: 2.9, T27; size assumption", luck=457),
    Fixed("belief_presence_half", "thousand", 0.5, 6, 3,
        "Soldiers at which flags count half; nearly flat beyond ten thousand.", "A19, T15; size assumption", luck=459),
    Fixed("belief_cohesion_contributors", "states", 6, 24, 12,
        "States with troops there at which the number of flags says all it can.", "C25; size assumption", luck=460),
    Fixed("belief_cohesion_legal", "share", 0, 0.8, 0.4,
        "Cohesion that a treaty shows though nobody is there.", "C25, C37; size assumption", luck=461),
    Fixed("belief_rules_neutral", "index", 0, 0.6, 0.3,
        "Rules of engagement that say neither resolve nor want of it.", "C39; assumption", luck=462),
    Fixed("belief_stood_by", "log odds", 0, 0.8, 0.4,
        "What Washington standing behind the coalition in a crisis shows, before any surge.",
        "sign: C8, C12; size assumption", luck=463),
    Fixed("belief_let_down", "log odds", 0, 0.8, 0.4,
        "What Washington failing to do so takes away, had it promised in full.", "sign: C48, C50; size assumption", luck=464),
)  # fmt: skip


@rule
def signals(troops, capability, legal, situation, levers, assumed):
    """Log odds of a hard coalition from what can be seen: law, flags, capability, rules, cohesion, Washington, overdue pledges.

    Numbers of troops count through capability alone; presence counts flat. `troops` and `capability` are arguments because
    anticipation asks the same of a year ahead.
    """
    presence = saturating(troops, assumed.belief_presence_half)
    cohesion = clamp(
        at_least(situation.contributors / assumed.belief_cohesion_contributors, assumed.belief_cohesion_legal * legal), 0.0, 1.0
    )
    return (
        assumed.belief_base
        + assumed.belief_legal * legal
        + assumed.belief_presence * presence
        + assumed.belief_capability * capability
        + assumed.belief_rules * (levers.rules_of_engagement - assumed.belief_rules_neutral) * presence
        + assumed.belief_cohesion * cohesion
        + assumed.belief_backstop * assumed.us_multiplier * (2.0 * situation.backing - 1.0) * levers.us_backstop
        - assumed.belief_undelivered * situation.overdue
    )


@phrase
def shown_by_standing_by(levers, assumed):
    """Log odds of a hard coalition that Washington adds by standing behind it in a crisis."""
    return assumed.us_multiplier * (assumed.belief_stood_by + assumed.belief_surge * levers.us_air_surge)


@phrase
def shown_by_failing_to(levers, assumed):
    """Log odds that it takes away by not doing so: as much as it had promised."""
    return assumed.us_multiplier * assumed.belief_let_down * levers.us_backstop


@rule
def believe(russia, situation, levers, assumed):
    """Moscow's belief (0 to 1) as things stand; also lets old lessons fade. In a crisis Washington's stance is plain to see."""
    russia.evidence *= situation.pace.memory
    log_odds = signals(situation.troops, situation.capability, situation.legal, situation, levers, assumed)
    if situation.crisis == 1 and situation.stood_behind >= 1.0:
        log_odds += shown_by_standing_by(levers, assumed)
    if situation.crisis == 1 and situation.stood_behind <= 0.0:
        log_odds -= shown_by_failing_to(levers, assumed)
    russia.belief = chance_of(log_odds + russia.evidence)


@rule
def learn(russia, lesson, assumed):
    """Add what an answer teaches (log odds), scaled by how much this Moscow updates at all and kept within bounds."""
    if reputation_forms(assumed):
        russia.evidence = clamp(russia.evidence + assumed.updating * lesson, -MOST_EVIDENCE, MOST_EVIDENCE)
