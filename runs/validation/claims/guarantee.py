"""Claims about law, caution, the scenarios and the paper promise."""

from ..verification.experiment import (
    ANSWERED,
    AUTHORISED,
    BELIEF,
    BELIEVED,
    CLASH_GIVEN_FAILURE,
    CLASHES,
    CONFIDENCE,
    GAP,
    JOINERS,
    RUNG,
    TROOPS,
    WAR,
    WIDER,
)
from .claim import BARE, FORCE, MISSION, OUTSIDE, Claim, Lies, Stays, arm, down, up

TREATY = {"legal_form": "treaty", "mandate_years": 0}
LIMITED = {"legal_form": "time_limited", "mandate_years": 2}

CLAIMS = (
    Claim(
        "C6",
        "Legal arrangements outside the alliance are needed, and the firmer the more they bind",
        ("lever:legal_form", "model/mandate.py:law_in_force", "agents/response.py:answer_score"),
        (
            up(BELIEF, arm(FORCE, legal_form="treaty"), arm(FORCE, legal_form="none")),
            up(ANSWERED, arm(FORCE, legal_form="treaty"), arm(FORCE, legal_form="none")),
        ),
    ),
    Claim(
        "C37",
        "Deterrence does more when paired with legal commitments, which cost face to break",
        ("agents/response.py:answer_score", "uncertainty:answer_legal", "lever:legal_form"),
        (up(ANSWERED, arm(FORCE, answer_legal=2), arm(FORCE, answer_legal=0)),),
    ),
    Claim(
        "C38",
        "If Western soldiers are hit, to respond is politically dear, and more deaths may mean less response",
        ("agents/response.py:answer_score", "uncertainty:answer_deaths"),
        (down(ANSWERED, arm(FORCE, answer_deaths=1), arm(FORCE, answer_deaths=0)),),
        "That the first deaths draw a state in is the other side of the sign T18.",
    ),
    Claim(
        "C39",
        "Caution will be built in: narrow rules, high authority, delay, which keep the ladder low and cost credibility",
        ("lever:rules_of_engagement", "lever:response_hours", "lever:response_quorum", "model/answer.py:answer_seizure"),
        (
            down(BELIEF, arm(FORCE, rules_of_engagement=0), arm(FORCE, rules_of_engagement=1)),
            down(ANSWERED, arm(FORCE, response_quorum=0.9), arm(FORCE, response_quorum=0.2)),
            down(CLASHES, arm(FORCE, rules_of_engagement=0), arm(FORCE, rules_of_engagement=1)),
            down(RUNG, arm(FORCE, rules_of_engagement=0), arm(FORCE, rules_of_engagement=1)),
        ),
    ),
    Claim(
        "C40",
        "A guarantee can cover what is held while borders stay unsettled, as for West Germany in 1955",
        ("lever:legal_form", "agents/foresight.py:foreseen_fight", "runs/validation/history/library.py:first_coding"),
        (down(WAR, arm(BARE, **TREATY), arm(BARE)),),
        "The model knows held ground only: no recognition enters any rule. The case itself is in the library for the back-test.",
    ),
    Claim(
        "C41",
        "The choice is between a standing treaty and a limited arrangement: the first deters more and fails worse",
        ("lever:legal_form", "lever:mandate_years", "model/mandate.py:renewal_chance"),
        (
            up(CONFIDENCE, arm(FORCE, **TREATY), arm(FORCE, **LIMITED)),
            down(WAR, arm(FORCE, **TREATY), arm(FORCE, **LIMITED)),
            up(ANSWERED, arm(FORCE, **TREATY), arm(FORCE, **LIMITED)),
            up(CLASH_GIVEN_FAILURE, arm(FORCE, **TREATY), arm(FORCE, **LIMITED)),
        ),
        "The treaty frightens off contributors (C42), so a smaller force is touched less often: an attack on it is answered more "
        "readily, yet fewer of the failures become clashes.",
    ),
    Claim(
        "C42",
        "The treaty would be a seismic change; the limited form is politically easier",
        ("agents/willingness.py:weigh_mood",),
        (
            down(
                JOINERS,
                arm(FORCE, legal_form="treaty", mandate_years=0),
                arm(FORCE, legal_form="time_limited", mandate_years=0),
            ),
        ),
        "Both without an end of the mandate, so that only the form differs.",
    ),
    Claim(
        "C43",
        "The limited form reassures Kyiv less",
        ("agents/ukraine.py:warranted_confidence", "uncertainty:confidence_legal"),
        (
            down(
                CONFIDENCE,
                arm(FORCE, legal_form="time_limited", mandate_years=0),
                arm(FORCE, legal_form="treaty", mandate_years=0),
            ),
        ),
    ),
    Claim(
        "C45",
        "Scenario 2, guarantees from outside: less early escalation, more lasting insecurity",
        ("model/scenario.py:load", "agents/vote.py:has_a_say"),
        (
            down(CLASHES, arm(OUTSIDE), arm(FORCE)),
            down(CONFIDENCE, arm(OUTSIDE), arm(FORCE)),
            up(WAR, arm(OUTSIDE), arm(FORCE)),
        ),
        "Support is the same in both forms, so that forms are compared and not amounts.",
    ),
    Claim(
        "C46",
        "Scenario 3, a full mission of the alliance: the most escalatory, and off the table for now",
        ("model/mandate.py:consensus", "model/fighting.py:fight_clash", "lever:consensus_forced"),
        (
            Lies(AUTHORISED, 0.0, 0.5, arm(MISSION)),
            up(CLASHES, arm(MISSION, consensus_forced="on"), arm(FORCE)),
            up(WIDER, arm(MISSION, consensus_forced="on"), arm(FORCE)),
            up(CLASH_GIVEN_FAILURE, arm(MISSION, consensus_forced="on"), arm(FORCE)),
        ),
    ),
    Claim(
        "C47",
        "The plan is partly theatre: more is pledged than will be delivered, and that is noticed",
        ("uncertainty:theatre", "model/deployment.py:overdue_share", "agents/belief.py:signals"),
        (
            down(TROOPS, arm(FORCE, theatre=1), arm(FORCE, theatre=0)),
            up(GAP, arm(FORCE, theatre=1), arm(FORCE, theatre=0)),
            down(BELIEVED, arm(FORCE, theatre=1), arm(FORCE, theatre=0)),
        ),
    ),
    Claim(
        "C50",
        "Without closing the gap any guarantee becomes a paper promise",
        ("agents/belief.py:signals", "outcome:credibility_gap", "outcome:believed_answer"),
        (
            Stays(WAR, 0.02, arm(BARE, legal_form="political"), arm(BARE)),
            up(WAR, arm(BARE, legal_form="political"), arm(FORCE)),
        ),
        "A political form with nothing behind it, against nothing at all and against the limited force.",
    ),
    Claim(
        "C52",
        "A guarantee that is too strong could set off a larger war",
        ("model/fighting.py:fight_clash", "agents/campaign.py:war_terms", "outcome:wider_war"),
        (
            up(WIDER, arm(FORCE, **TREATY), arm(FORCE, legal_form="none", mandate_years=0)),
            up(
                WIDER,
                arm(MISSION, consensus_forced="on"),
                arm(MISSION, consensus_forced="on", troop_ceiling=0),
            ),
        ),
    ),
)
