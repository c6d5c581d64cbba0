"""Claims about Russia: red lines, partial credibility, sanctions, a second invasion."""

from ..verification.experiment import FAILURE, VIOLATIONS, WAR
from .claim import BARE, FORCE, Claim, arm, down, up

CLAIMS = (
    Claim(
        "C32",
        "To Moscow any Western presence is a red line, under whatever flag",
        ("agents/grievance.py:fear", "agents/grievance.py:affront", "agents/grievance.py:resent"),
        (
            up(VIOLATIONS, arm(FORCE, fear_size=2, affront_size=2), arm(FORCE, fear_size=0, affront_size=0)),
            up(FAILURE, arm(FORCE, fear_size=2, affront_size=2), arm(FORCE, fear_size=0, affront_size=0)),
            up(
                VIOLATIONS,
                arm(FORCE, fear_size=2, affront_size=2),
                arm(FORCE, troop_ceiling=0, fear_size=2, affront_size=2),
            ),
        ),
    ),
    Claim(
        "C33",
        "Moscow threatens consequences for guarantees made without it",
        ("agents/grievance.py:fear", "agents/grievance.py:affront", "model/ladder.py:open_ladder", "lever:russian_consent"),
        (
            down(VIOLATIONS, arm(FORCE, russian_consent=1), arm(FORCE, russian_consent=0)),
            down(FAILURE, arm(FORCE, russian_consent=1), arm(FORCE, russian_consent=0)),
        ),
        "Whether Moscow accepts the ceasefire at all is outside the model.",
    ),
    Claim(
        "C34",
        "Deterrence need not be perfect to work: partial credibility shifts choices by degrees",
        ("agents/choice.py:nested_logit", "agents/russia.py:decide"),
        (
            down(WAR, arm(FORCE, legal_form="political", mandate_years=0), arm(FORCE, legal_form="none", mandate_years=0)),
            down(
                WAR,
                arm(FORCE, legal_form="time_limited", mandate_years=0),
                arm(FORCE, legal_form="political", mandate_years=0),
            ),
            down(WAR, arm(FORCE, legal_form="treaty", mandate_years=0), arm(FORCE, legal_form="time_limited", mandate_years=0)),
        ),
    ),
    Claim(
        "C35",
        "Deterrence does more when paired with sanctions",
        ("model/support.py:punishment", "model/support.py:russian_growth", "lever:sanctions", "lever:sanctions_automatic"),
        (
            down(WAR, arm(FORCE, sanctions=1), arm(FORCE, sanctions=0)),
            down(WAR, arm(FORCE, sanctions_automatic=1), arm(FORCE, sanctions_automatic=0)),
        ),
    ),
    Claim(
        "C36",
        "Deterrence does a little more when paired with diplomatic isolation",
        ("model/support.py:punishment", "lever:isolation"),
        (down(WAR, arm(FORCE, isolation=1), arm(FORCE, isolation=0)),),
    ),
    Claim(
        "C51",
        "What is to be prevented is a second invasion once Russia has rebuilt",
        ("model/support.py:russian_power_after", "uncertainty:reconstitution_years", "agents/foresight.py:war_later"),
        (up(WAR, arm(BARE, reconstitution_years=2), arm(BARE, reconstitution_years=10)),),
    ),
)
