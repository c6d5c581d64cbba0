"""What can be seen: the only view of the world that a capital gets.

The world writes this record at every step; agents read it. True wills, Moscow's mindset and the luck to come are not in it.
"""

from .choice import NOTHING
from .quorum import QUORUM
from .record import FLOAT, INTEGER, floats, record
from .table import ranked_names

SECTOR_SLOTS = 10
"""Room for sectors; eight are named, and a test splits one."""

SECTOR = record(
    ("frontage", FLOAT),
    ("value", FLOAT),
    ("terrain", FLOAT),
    ("russian_share", FLOAT),
    ("ukrainian_share", FLOAT),
    ("city_share", FLOAT),
    ("cover", FLOAT),
    ("lost", INTEGER),
    ("contested", INTEGER),
)
"""One stretch of the front. Shares of frontage, both armies and city protection sum to 1 over the sectors; `cover` is the chance
that an offensive there touches the force. `value` is what ground there is worth to Moscow;
`lost` counts how often it has taken ground there that it still holds, `contested` how much of that is still fought for."""

ACT = ranked_names(probe=0, seizure=1, strike=2, war=3)
ACTS = ACT._fields
"""Acts that can be answered, by gravity."""

ATTACK = record(("act", INTEGER), ("sector", INTEGER), ("touched", INTEGER), ("deaths", FLOAT))
"""The attack to be answered now: `act` is NOTHING when there is none; `deaths` are the coalition's own."""

NO_ATTACK = NOTHING
"""In place of an act: there is nothing to be answered."""

PACE = floats(
    (
        "strategic",
        "conduct",
        "kyiv",
        "washington",
        "will",
        "delivered",
        "memory",
        "confidence",
        "hedge",
        "works",
        "tension",
        "weariness",
        "hostility",
        "announced",
        "rearmament",
        "rearmament_in_a_year",
        "friction_in_quiet",
        "friction_under_pressure",
        "normalised",
        "bloodshed",
    )
)
"""How fast things go, a step: set once, at week 0, from the rates declared (`model/pace.py`).

The first four are the chances that an opportunity falls within a step; the others what a step leaves of a gap or of a quantity
that fades, 0 to 1.
"""

BAR_ODDS = floats(("withdraw", "support", "deploy", "reinforce", "reinforce_in_crisis", "veto", "inertia"))
"""What each bar of an ally's scale leaves of the odds of the step above it, and what inertia makes of them
(`agents/commitment.py`); set once, at week 0."""

SITUATION = record(
    ("week", FLOAT),
    ("weeks_per_step", FLOAT),
    ("accounted", INTEGER),
    ("last_sitting", FLOAT),
    ("pace", PACE),
    ("bar_odds", BAR_ODDS),
    ("quorum", QUORUM),
    ("quorum_later", QUORUM),
    # the force and the guarantee
    ("troops", FLOAT),
    ("expected", FLOAT),
    ("troops_later", FLOAT),
    ("overdue", FLOAT),
    ("touch_war", FLOAT),
    ("touch_war_later", FLOAT),
    ("capability", FLOAT),
    ("capability_later", FLOAT),
    ("capability_surged", FLOAT),
    ("legal", FLOAT),
    ("legal_later", FLOAT),
    ("contributors", FLOAT),
    ("share_in", FLOAT),
    ("britain_in", FLOAT),
    ("france_in", FLOAT),
    ("mission", INTEGER),
    ("mission_pending", INTEGER),
    ("presence_allowed", INTEGER),
    # Washington's conduct, as it shows
    ("backing", FLOAT),
    ("intelligence", FLOAT),
    ("air", FLOAT),
    ("air_defence", FLOAT),
    ("basing", FLOAT),
    ("stood_behind", FLOAT),
    ("conceded", INTEGER),
    # powers and support
    ("russian_power", FLOAT),
    ("russian_power_later", FLOAT),
    ("ukrainian_power", FLOAT),
    ("ukrainian_power_later", FLOAT),
    ("hedge", FLOAT),
    ("confidence", FLOAT),
    ("arms", FLOAT),
    ("sanctions", FLOAT),
    ("punishment", FLOAT),
    ("attention", FLOAT),
    # the mood
    ("tension", FLOAT),
    ("weariness", FLOAT),
    ("hostility", FLOAT),
    ("bloodshed", FLOAT),
    ("conduct", INTEGER),
    ("crisis", INTEGER),
    ("crisis_weeks", FLOAT),
    ("kyiv_began", INTEGER),
    ("own_making", INTEGER),
    ("gathered", INTEGER),
    ("fighting", INTEGER),
    ("attack", ATTACK),
    ("expected_deaths", FLOAT, (len(ACTS),)),
    ("expected_toll", FLOAT, (len(ACTS),)),
    ("mean_stance", FLOAT),
    ("sector_count", INTEGER),
    ("sectors", SECTOR, (SECTOR_SLOTS,)),
)
"""What everyone sees.

Troops in thousands; shares, chances and moods 0 to 1; powers as an index (1 = Russian land power of early 2022). `accounted`: 1
if somebody may look at the account of what was chosen; the ensemble plays without, and chooses the same. `last_sitting`: week in
which cabinets last could sit. `quorum`: who must agree to an answer (`agents/quorum.py`). `expected`: troops that the schedule
announces for a year from now. `contributors`: states whose troops are there. `..._later` is what everyone can expect a year from
now, `..._surged` what there would be in a crisis in which Washington stands behind the coalition. `overdue`: share of pledged
troops past their date. `touch_war`: chance that a general offensive touches the force. `stood_behind`: 1 if Washington backs the
coalition now, 0 if it does not, -0.5 if it has conceded, between as far as its daily conduct suggests. `expected_deaths`,
`expected_toll`: own deaths if an act touches the force, and how they weigh. `mean_stance`: the middle of all national stances at
the start. `kyiv_began`: 1 if Kyiv began the present confrontation; `own_making`: 1 if Moscow did and has nothing to show for it;
`gathered`: 1 if it has gathered an army for it. `bloodshed`: how far deaths by violations are felt, 0 to 1. `punishment`: expected
sanctions and isolation, in Moscow's utility.
"""
