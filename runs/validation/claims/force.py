"""Claims about the force and the states that would send it: planning, willingness, rotation, tasks, place."""

from ....model.future import FIVE_YEARS
from ..verification.experiment import (
    ATTACKS,
    AUTHORISED,
    BELIEF,
    CONFIDENCE,
    CRISES,
    EARLY_MOBILISATIONS,
    FAILURE,
    GRABS,
    JOINERS,
    TROOPS,
    VIOLATIONS,
    WAR,
    WIDER,
)
from .claim import BARE, FORCE, MISSION, Arm, Claim, Depends, Lies, Outweighs, Stays, arm, down, up

ALONE = {
    "us_backstop": 0,
    "us_intelligence": 0,
    "us_air_steady": 0,
    "us_air_surge": 0,
    "us_air_defence": 0,
    "us_logistics": 0,
    "us_basing": 0,
}
"""Europe alone: Washington promises and lends nothing."""
WEEKS_WITHOUT_FRANCE = FIVE_YEARS
"""So long France is kept out of every cabinet meeting, four weeks apart."""
WITHOUT_FRANCE = tuple(f"{week}:france:stay_out" for week in range(0, WEEKS_WITHOUT_FRANCE, 4))

CLAIMS = (
    Claim(
        "C1",
        "Defence chiefs plan; the political decisions are still to come, and take time",
        ("agents/ally.py:act", "agents/commitment.py:carry_out", "uncertainty:decision_lag"),
        (
            down(TROOPS, arm(FORCE, decision_lag=26), arm(FORCE, decision_lag=4)),
            up(WAR, arm(FORCE, decision_lag=26), arm(FORCE, decision_lag=4)),
        ),
    ),
    Claim(
        "C2",
        "The aim is a durable ceasefire without an automatic combat mission of the alliance",
        ("lever:nato_mission", "model/mandate.py:update_mandate", "model/fighting.py:fight_clash"),
        (up(WIDER, arm(MISSION, consensus_forced="on"), arm(FORCE)),),
        "The automatic link is the mission flag: it is off in every shipped scenario but the full mission.",
    ),
    Claim(
        "C3",
        "The force has two purposes that may part: to reassure Kyiv and to make another invasion less likely",
        ("agents/ukraine.py:warranted_confidence", "outcome:kyiv_confidence", "outcome:renewed_war"),
        (
            up(CONFIDENCE, arm(FORCE), arm(FORCE, troop_ceiling=0)),
            down(WAR, arm(FORCE), arm(FORCE, troop_ceiling=0)),
            up(CONFIDENCE, arm(FORCE, **ALONE), arm(FORCE, troop_ceiling=0, **ALONE)),
            Stays(WAR, 0.02, arm(FORCE, **ALONE), arm(FORCE, troop_ceiling=0, **ALONE)),
        ),
        "The last two show the parting: without Washington presence still reassures.",
    ),
    Claim(
        "C4",
        "Deployment comes only after a ceasefire, and Russia can see it coming",
        ("lever:deploy_start", "model/deployment.py:deploy", "model/observation.py:look_ahead", "agents/foresight.py:anticipate"),
        (
            Depends(
                EARLY_MOBILISATIONS,
                1,
                (
                    arm(FORCE, weeks_to_deploy=104, anticipation_weight=2),
                    arm(FORCE, troop_ceiling=0, anticipation_weight=2),
                    arm(FORCE, weeks_to_deploy=104, anticipation_weight=0),
                    arm(FORCE, troop_ceiling=0, anticipation_weight=0),
                ),
            ),
        ),
        "That Russia delays the ceasefire itself is left out: every future begins with one.",
    ),
    Claim(
        "C5",
        "The United Kingdom and France lead, and others follow",
        ("agents/willingness.py:weigh_mood", "uncertainty:join_leaders", "uncertainty:join_contagion"),
        (
            down(
                JOINERS,
                Arm(FORCE, orders=WITHOUT_FRANCE, weeks=WEEKS_WITHOUT_FRANCE),
                Arm(FORCE, weeks=WEEKS_WITHOUT_FRANCE),
            ),
        ),
    ),
    Claim(
        "C7",
        "To send troops is voluntary, so the coalition stays below what Europe could muster",
        ("agents/commitment.py:weigh", "model/deployment.py:count_commitments", "outcome:troops"),
        (Lies(TROOPS, 1.0, 30.0, arm(FORCE, troop_ceiling=150)),),
        "A23: above 30 thousand should be rare without an American backstop; the ceiling is lifted here so that it does not bind.",
    ),
    Claim(
        "C13",
        "Europe must supply the bulk, and rotation ties down several units for each one deployed",
        ("model/beginning.py:sustainable_contingent", "uncertainty:rotation"),
        (down(TROOPS, arm(FORCE, rotation=4, troop_ceiling=150), arm(FORCE, rotation=1, troop_ceiling=150)),),
    ),
    Claim(
        "C18",
        "Even a limited presence raises the price of an offensive for Moscow (contested)",
        ("agents/response.py:answer_score", "agents/campaign.py:clash_price", "model/observation.py:touch_of_war"),
        (
            down(WAR, arm(FORCE, troop_ceiling=5), arm(FORCE, troop_ceiling=0)),
            down(FAILURE, arm(FORCE, troop_ceiling=5), arm(FORCE, troop_ceiling=0)),
        ),
    ),
    Claim(
        "C21",
        "Governments differ by how near they feel the threat and by politics at home",
        ("agents/willingness.py:weigh_nation", "agents/ally.py:change_government", "uncertainty:join_threat"),
        (up(JOINERS, arm(FORCE, join_threat=2), arm(FORCE, join_threat=0)),),
        "State by state: the sign T22 correlates contributions with threat.",
    ),
    Claim(
        "C22",
        "Some hold back for fear of escalation",
        ("agents/willingness.py:weigh_mood", "uncertainty:join_escalation"),
        (down(JOINERS, arm(FORCE, join_escalation=1.6), arm(FORCE, join_escalation=0)),),
    ),
    Claim(
        "C23",
        "Hungary and Slovakia oppose, which blocks a mission of the alliance but not a coalition of the willing",
        ("agents/commitment.py:weigh", "model/mandate.py:consensus", "outcome:authorisation"),
        (
            Lies(AUTHORISED, 0.0, 0.5, arm(MISSION)),
            down(AUTHORISED, arm(MISSION), arm(MISSION, nato_mission="off")),
        ),
    ),
    Claim(
        "C24",
        "The United Kingdom, France, the Baltic and Nordic states are those that would",
        ("agents/profiles.py:ALLIES", "agents/willingness.py:weigh_nation", "outcome:joiners"),
        (Lies(JOINERS, 4.0, 14.0, arm(FORCE)),),
        "About six to ten states were named in 2025; the band allows for those that come and go over five years.",
    ),
    Claim(
        "C25",
        "Divergence makes the coalition narrow, and breadth would weigh in Moscow",
        ("agents/belief.py:signals", "uncertainty:belief_cohesion"),
        (
            up(BELIEF, arm(FORCE, belief_cohesion=1), arm(FORCE, belief_cohesion=0)),
            down(WAR, arm(FORCE, belief_cohesion=1), arm(FORCE, belief_cohesion=0)),
        ),
    ),
    Claim(
        "C26",
        "The force is political deterrence, no substitute for Ukraine's own army",
        ("agents/campaign.py:defence", "agents/campaign.py:reinforced", "lever:arms"),
        (
            down(WAR, arm(FORCE, arms=1), arm(FORCE, arms=0)),
            Outweighs(
                WAR,
                (
                    ("arms, none to full", arm(FORCE, arms=1), arm(FORCE, arms=0)),
                    ("troops, none to 25 thousand", arm(FORCE), arm(FORCE, troop_ceiling=0)),
                ),
            ),
        ),
    ),
    Claim(
        "C27",
        "It draws a red line, and what lies outside the line stays exposed",
        ("model/observation.py:cover_of", "agents/russian_force.py:weigh_seizure", "agents/sectors.py:pick_sector"),
        (
            down(
                GRABS,
                arm(FORCE, share_in_cities=0, share_on_line=1),
                arm(FORCE, share_in_cities=0, share_on_line=0),
            ),
        ),
        "That grabs go to the least covered sector is the sign T10.",
    ),
    Claim(
        "C28",
        "It is not built to beat a full-scale campaign",
        ("agents/campaign.py:reinforced", "uncertainty:denial"),
        (Stays(WAR, 0.02, arm(FORCE, denial=0.25), arm(FORCE, denial=0)),),
    ),
    Claim(
        "C29",
        "It stabilises, observes and deters: observation makes misreading and accident rarer",
        ("model/incidents.py:stumble", "model/violations.py:count_violations", "lever:monitors"),
        (
            down(CRISES, arm(FORCE, monitors=1), arm(FORCE, monitors=0)),
            down(VIOLATIONS, arm(FORCE, monitors=1), arm(FORCE, monitors=0)),
        ),
        "Observation is a lever of its own: it need not be the force that observes.",
    ),
    Claim(
        "C30",
        "Ukraine remains the principal defender, with a window of vulnerability while it rearms",
        ("model/support.py:ukrainian_power_after", "agents/foresight.py:anticipate", "uncertainty:ukrainian_base"),
        (
            down(WAR, arm(BARE, ukrainian_base=0.9), arm(BARE, ukrainian_base=0.3)),
            Depends(
                EARLY_MOBILISATIONS,
                1,
                (
                    arm(BARE, arms=1, anticipation_weight=2),
                    arm(BARE, arms=0, anticipation_weight=2),
                    arm(BARE, arms=1, anticipation_weight=0),
                    arm(BARE, arms=0, anticipation_weight=0),
                ),
            ),
        ),
    ),
    Claim(
        "C53",
        "Presence may be kept to cities and the rear: a weaker tripwire, fewer accidents",
        (
            "lever:share_in_cities",
            "lever:share_on_line",
            "model/observation.py:touch_of_war",
            "model/incidents.py:meet_by_accident",
        ),
        (
            down(ATTACKS, arm(FORCE, share_in_cities=0), arm(FORCE, share_in_cities=0, share_on_line=1)),
            up(WAR, arm(FORCE, share_in_cities=0), arm(FORCE, share_in_cities=0, share_on_line=1)),
            up(
                WAR,
                arm(FORCE, share_in_cities=0, fear_size=0, affront_size=0),
                arm(FORCE, share_in_cities=0, share_on_line=1, fear_size=0, affront_size=0),
            ),
        ),
        "A force on the line deters more and is resented more; the last experiment leaves resentment (C32) out.",
    ),
)
