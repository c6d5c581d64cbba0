"""What Moscow can do and why: its options, the terms they are weighed by, and the record of its mind."""

import numpy as np

from .choice import Option, Term, decision
from .record import FLOAT, INTEGER, record
from .response import ANSWER_TERMS
from .situation import SECTOR_SLOTS
from .table import places, ranked, ranked_names

OPTIONS = ranked(
    Option("stand_down", 0, "back out of the crisis: go home, or stop where it stands"),
    Option("step_down", 1, "ease off and offer calm"),
    Option("comply", 2, "live with things as they are"),
    Option("hold", 3, "keep the army at readiness and wait"),
    Option("coerce", 4, "hybrid attacks, threats, nuclear signalling"),
    Option("probe", 5, "test one sector with limited attacks"),
    Option("seize", 6, "grab ground in one sector"),
    Option("mobilise", 7, "gather an army for a general offensive"),
    Option("strike", 8, "strike the foreign force"),
    Option("launch", 9, "begin the general offensive"),
)
MOSCOW = places(OPTIONS)

TERMS = ranked(
    Term("status_quo", 0, "grievance: what living with things as they are costs", "C32, T13, T14; sizes assumption"),
    Term("waiting", 1, "a window that closes makes waiting costly, one that opens makes it pay", "T3, X2; weight assumption"),
    Term("aim", 2, "value of what the act may win, times the chance of winning it", "A13, T7; 2.1"),
    Term("leverage", 3, "what pressure wins from a doubtful coalition and an anxious Kyiv", "C47, C50; size assumption"),
    Term("information", 4, "what a test of an unsure coalition is worth", "T26; size assumption"),
    Term("fighting", 5, "cost of the fighting itself", "T1; A30, A31"),
    Term("punishment", 6, "sanctions and isolation to be expected", "C35, C36, A44: wide"),
    Term("clash", 7, "fighting the states whose troops stand there", "C18, C27, C31"),
    Term("escalation", 8, "shadow of a war beyond Ukraine", "T8, C52"),
    Term("own_cost", 9, "what the act costs in itself", "assumption"),
    Term("audience", 10, "price of backing down before one's own public", "2.2: Fearon 1997; T27: Huth 1988"),
    Term("choice_of_sector", 11, "being free to choose where", "nested logit: expected best of several"),
    Term("choice_in_crisis", 12, "being free to choose again once the others have shown themselves", "2.4: backward induction; X4"),
)
MOSCOW_TERM = places(TERMS)

CLASSES = {
    "calm": ("step_down", "comply"),
    "pressure": ("coerce", "probe"),
    "force": ("seize", "mobilise", "strike"),
    "stand_down": ("stand_down",),
    "hold": ("hold",),
    "launch": ("launch",),
}
"""Nests of the logit: options that are alike, by class."""
CLASS_OF = np.array([next(place for place, alike in enumerate(CLASSES.values()) if option.name in alike) for option in OPTIONS])
CLASS_SIZE = np.array([float(len(alike)) for alike in CLASSES.values()])

MOSCOW_NODE = ranked_names(conduct=0, strategic=1, crisis=2, gap=3)
NODES = MOSCOW_NODE._fields
"""Daily conduct, a campaign season, a crisis, and a gap in the line that a test has just found."""

CONDUCT = ranked_names(comply=0, coerce=1, probe=2)
CONDUCTS = CONDUCT._fields
"""Standing conduct, from calm to the gravest."""

RUSSIA_RECORD = record(
    ("mindset", INTEGER),
    ("full_value", FLOAT),
    ("value", FLOAT),
    ("cost", FLOAT),
    ("precision", FLOAT),
    ("fear_weight", FLOAT),
    ("affront_weight", FLOAT),
    ("base_grievance", FLOAT),
    ("stand_down_cost", FLOAT),
    ("normalised", FLOAT),
    ("felt_troops", FLOAT),
    ("weight_of_troops", FLOAT),
    ("flags_shown", FLOAT),
    ("show_of_troops", FLOAT),
    ("fear", FLOAT),
    ("affront", FLOAT),
    ("grievance", FLOAT),
    ("evidence", FLOAT),
    ("belief", FLOAT),
    ("foreseen_war", FLOAT),
    ("war_utility", FLOAT),
    ("waiting_cost", FLOAT),
    ("gains", INTEGER),
    ("answer_terms", FLOAT, (len(ANSWER_TERMS),)),
    ("sector_utility", FLOAT, (SECTOR_SLOTS,)),
    ("sector_chance", FLOAT, (SECTOR_SLOTS,)),
    ("sector_odds", FLOAT, (SECTOR_SLOTS,)),
    ("probe_sector", INTEGER),
    ("seize_sector", INTEGER),
    ("shown", INTEGER),
    ("shown_sector", INTEGER),
    ("gap", INTEGER),
    ("decision", decision(OPTIONS, TERMS)),
)
"""Moscow's mind.

In utility (1: Ukraine's full submission to a typical revisionist): `full_value` of the aim and what quiet years leave of it
(`value`), `grievance`, `waiting_cost`, `war_utility`. `evidence` in log odds; `belief`, `foreseen_war`, `normalised` 0 to 1;
`gains` counts grabs whose ground it still holds. `felt_troops` in thousands, with the weight and the show they have in its
eyes (`flags_shown`, 0 to 1: that there are flags at all). `answer_terms`,
`sector_utility`, `sector_chance` and `sector_odds` are where it works out what it foresees. `shown`: what the standing probe
showed in `shown_sector` (`agents/probing.py`); `gap`: 1 if that was weakness, last week.
"""
