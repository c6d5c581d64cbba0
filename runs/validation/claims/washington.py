"""Claims about the United States: backstop, red line, enablers, volatility, the credibility gap."""

from ..verification.experiment import BELIEF, CONFIDENCE, DEATHS, FAILURE, GRABS, JOINERS, LAUNCHED, PRESSES, WAR
from .claim import BARE, FORCE, Claim, Depends, Outweighs, arm, down, up
from .force import ALONE

ENABLERS = tuple(name for name in ALONE if name != "us_backstop")
NONE, FULL = dict.fromkeys(ENABLERS, 0), dict.fromkeys(ENABLERS, 1)
WITHDRAWN, COMMITTED = {**NONE, "us_backstop": 0}, {**FULL, "us_backstop": 1}
"""The whole of what Washington may promise short of troops, at both ends."""

CLAIMS = (
    Claim(
        "C8",
        "An American role is sought above all for credibility",
        ("agents/belief.py:signals", "agents/willingness.py:weigh_mood", "lever:us_backstop", "uncertainty:us_multiplier"),
        (
            down(WAR, arm(FORCE, us_backstop=1), arm(FORCE, us_backstop=0)),
            up(JOINERS, arm(FORCE, us_backstop=1), arm(FORCE, us_backstop=0)),
        ),
    ),
    Claim(
        "C9",
        "American ground troops are excluded, which caps what the force can deny",
        ("lever:us_ground_troops", "model/deployment.py:deploy"),
        (
            down(GRABS, arm(FORCE, us_ground_troops=30), arm(FORCE, us_ground_troops=0)),
            down(WAR, arm(FORCE, us_ground_troops=30), arm(FORCE, us_ground_troops=0)),
        ),
        "The lever is zero in every shipped scenario.",
    ),
    Claim(
        "C10",
        "Air support and other help short of ground troops remain possible, in quiet and in crisis",
        ("model/credibility.py:air_that_applies", "lever:us_air_steady", "lever:us_air_surge", "agents/belief.py:believe"),
        (
            down(WAR, arm(FORCE, us_air_steady=1), arm(FORCE, us_air_steady=0)),
            down(WAR, arm(FORCE, us_air_surge=1), arm(FORCE, us_air_surge=0)),
            down(LAUNCHED, arm(FORCE, us_air_surge=1), arm(FORCE, us_air_surge=0)),
            down(WAR, arm(FORCE, us_air_steady=1, fear_size=0), arm(FORCE, us_air_steady=0, fear_size=0)),
        ),
        "Steady air near Russia is feared (C32), and fear outweighs what it deters; the last experiment leaves fear out.",
    ),
    Claim(
        "C11",
        "The American position may change, and that it may costs credibility",
        ("agents/united_states.py:drift", "uncertainty:election_spread", "uncertainty:will_noise"),
        (
            down(
                BELIEF,
                arm(FORCE, election_spread=0.5, midterm_spread=0.3, will_noise=0.1),
                arm(FORCE, election_spread=0, midterm_spread=0, will_noise=0),
            ),
        ),
        "Moscow judges by conduct as it shows; it does not discount a promise for being changeable in itself.",
    ),
    Claim(
        "C12",
        "American help multiplies European credibility rather than adding to it",
        ("model/credibility.py:dependence", "model/credibility.py:fighting_capability"),
        (
            Depends(
                WAR,
                -1,
                (
                    arm(FORCE, **COMMITTED),
                    arm(FORCE, troop_ceiling=0, **COMMITTED),
                    arm(FORCE, **WITHDRAWN),
                    arm(FORCE, troop_ceiling=0, **WITHDRAWN),
                ),
            ),
        ),
    ),
    Claim(
        "C14",
        "Missing American brigades must be made up for by air cover",
        ("model/credibility.py:fighting_capability", "lever:us_air_steady"),
        (
            down(FAILURE, arm(FORCE, us_air_steady=1), arm(FORCE, us_air_steady=0)),
            up(BELIEF, arm(FORCE, us_air_steady=1), arm(FORCE, us_air_steady=0)),
            down(FAILURE, arm(FORCE, us_air_steady=1, fear_size=0), arm(FORCE, us_air_steady=0, fear_size=0)),
        ),
        "Air cover convinces Moscow, and frightens it (C32); the last experiment leaves fear out. That air cover may mean strikes "
        "on Russian air defence, and climb the ladder so, is not modelled: no figure was found.",
    ),
    Claim(
        "C15",
        "Persistent reconnaissance and shared intelligence leave less room for surprise and doubt",
        ("agents/sectors.py:grab_chance", "agents/campaign.py:defence", "agents/response.py:attribution", "lever:us_intelligence"),
        (
            down(GRABS, arm(FORCE, us_intelligence=1), arm(FORCE, us_intelligence=0)),
            down(
                PRESSES,
                arm(FORCE, us_intelligence=1, monitors=0, conditional_cover="on"),
                arm(FORCE, us_intelligence=0, monitors=0, conditional_cover="on"),
            ),
        ),
        "Attribution shows where cover is conditional: a Kyiv that would be seen presses less.",
    ),
    Claim(
        "C16",
        "Air defence spares lives and reassures",
        ("agents/campaign.py:defence", "lever:us_air_defence"),
        (
            down(WAR, arm(FORCE, us_air_defence=1), arm(FORCE, us_air_defence=0)),
            down(DEATHS, arm(FORCE, us_air_defence=1), arm(FORCE, us_air_defence=0)),
            up(CONFIDENCE, arm(FORCE, us_air_defence=1), arm(FORCE, us_air_defence=0)),
        ),
        "Air defence strengthens the defence in war, and spares lives only by making pressure pay less: missiles and drones "
        "against the depth are not counted while the ceasefire holds, so Kyiv's confidence does not feel it.",
    ),
    Claim(
        "C17",
        "Logistics bound what can be kept up and how soon it comes",
        ("model/credibility.py:fighting_capability", "model/deployment.py:moved", "lever:us_logistics", "lever:weeks_to_deploy"),
        (
            down(WAR, arm(FORCE, us_logistics=1), arm(FORCE, us_logistics=0)),
            up(WAR, arm(FORCE, weeks_to_deploy=104), arm(FORCE, weeks_to_deploy=13)),
        ),
    ),
    Claim(
        "C19",
        "Real-time intelligence, targeting, strategic air and basing could be decisive",
        ("model/credibility.py:fighting_capability", "lever:us_intelligence", "lever:us_basing"),
        (
            down(WAR, arm(FORCE, **FULL), arm(FORCE, **NONE)),
            Outweighs(
                WAR,
                (
                    ("enablers, none to full", arm(FORCE, **FULL), arm(FORCE, **NONE)),
                    ("troops, none to 25 thousand", arm(FORCE), arm(FORCE, troop_ceiling=0)),
                ),
            ),
        ),
    ),
    Claim(
        "C20",
        "Without American brigades the calculus of deterrence is another",
        ("agents/foresight.py:foreseen_answer", "model/answer.py:count_votes", "lever:us_ground_troops"),
        (
            up(BELIEF, arm(FORCE, us_ground_troops=20), arm(FORCE)),
            down(FAILURE, arm(FORCE, us_ground_troops=20), arm(FORCE)),
        ),
    ),
    Claim(
        "C31",
        "Enablers make the presence credible: resolve times capability, little if either is little",
        ("agents/campaign.py:clash_price", "model/credibility.py:fighting_capability"),
        (
            Depends(
                WAR,
                -1,
                (arm(FORCE, **FULL), arm(FORCE, troop_ceiling=0, **FULL), arm(FORCE, **NONE), arm(FORCE, troop_ceiling=0, **NONE)),
            ),
        ),
    ),
    Claim(
        "C44",
        "Scenario 1, a limited European force: plausible, protested, and of little effect if America is light",
        ("model/scenario.py:load", "model/credibility.py:dependence"),
        (
            up(FAILURE, arm(FORCE, **WITHDRAWN), arm(FORCE)),
            down(FAILURE, arm(FORCE), arm(BARE)),
        ),
    ),
    Claim(
        "C48",
        "The gap over American commitment is the single biggest constraint",
        ("lever:us_backstop", "uncertainty:will_level", "uncertainty:us_multiplier"),
        (
            Outweighs(
                WAR,
                (
                    (
                        "American commitment",
                        arm(FORCE, will_level=0.98, **COMMITTED),
                        arm(FORCE, will_level=0.02, **WITHDRAWN),
                    ),
                    ("arms for Ukraine", arm(FORCE, arms=1), arm(FORCE, arms=0)),
                    ("Ukraine's own base", arm(FORCE, ukrainian_base=0.9), arm(FORCE, ukrainian_base=0.3)),
                    ("years Russia takes to rebuild", arm(FORCE, reconstitution_years=2), arm(FORCE, reconstitution_years=10)),
                    ("allied troops allowed", arm(FORCE, troop_ceiling=150), arm(FORCE, troop_ceiling=0)),
                    ("legal form", arm(FORCE, legal_form="treaty"), arm(FORCE, legal_form="none")),
                    ("sanctions", arm(FORCE, sanctions=1), arm(FORCE, sanctions=0)),
                    ("Russian consent", arm(FORCE, russian_consent=1), arm(FORCE, russian_consent=0)),
                ),
            ),
        ),
        "Each is moved alone over its whole declared range around the scenario; interactions are not counted. The second to fourth "
        "are the local balance; the range of Ukraine's own base, .3 to .9 of Russian power in 2022, is an assumption, and wide.",
    ),
    Claim(
        "C49",
        "The gap can be closed by capabilities, basing and legal clarity",
        ("model/credibility.py:fighting_capability", "lever:us_basing", "lever:legal_form"),
        (
            down(WAR, arm(FORCE, **{**FULL, "us_basing": 0.3}), arm(FORCE)),
            down(WAR, arm(FORCE, us_basing=1), arm(FORCE, us_basing=0)),
            down(WAR, arm(FORCE, us_basing=1, fear_size=0), arm(FORCE, us_basing=0, fear_size=0)),
            down(WAR, arm(FORCE, legal_form="treaty", mandate_years=0), arm(FORCE)),
        ),
        "Bases are feared (C32), and fear outweighs what they add; the third experiment leaves fear out.",
    ),
)
