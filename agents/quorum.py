"""What makes an answer by force agreed, and in time: the quorum, the voters, the hours. One reckoning for all who foresee it.

Each of N voters votes for force with the same log odds x, the coalition answers if the share of its votes for force reaches the
quorum q. The chance of that is taken as logistic in x: sg(sqrt(N) (x - h)), where h is the log odds of q' = q + (1/2 - q) / N. It
is exact for one voter, who needs no quorum, and becomes the sharp majority of the law of large numbers for many (Condorcet 1785);
a test holds it against the binomial.
"""

import math

from .arithmetic import exp, log
from .curves import chance_of
from .record import floats
from .rule import phrase, rule
from .uncertainty import About, Fixed, coefficients

QUORUM = floats(("votes", "agreement", "hurdle"))
"""Who must agree. `votes`: effective number of voters (Laakso & Taagepera 1979: one over the sum of squared shares); 0 if no vote
of theirs can reach what is needed. `agreement`: the steepness sqrt(N); 0 where nobody else need agree. `hurdle`: the leaning, in
log odds, at which agreement is an even bet."""

NUMBERS = coefficients(
    About.COALITION,
    Fixed("american_troops_vote_from", "readiness, 0 to 1", 0.1, 0.9, 0.5,
        "How far Washington must stand behind the coalition for its own ground troops to count for force.",
        "C8, C9; size assumption", luck=652),
    Fixed("seizure_hours", "hours", 24, 240, 96,
        "Time in which a grab for ground is typically complete.", "24/48/72 hour plan, evidence part 1; size assumption", luck=660),
    Fixed("seizure_fought", "share", 0.2, 1, 0.5,
        "What an answer by force that comes in time leaves of the chance that a grab succeeds.",
        "sign: T16; size assumption", luck=661),
    Fixed("rules_that_slow", "share", 0, 1, 0.5,
        "How much longer a decided answer takes under rules that only let the force observe, where every step must be asked for.",
        "C39; size assumption", luck=803),
)  # fmt: skip


@rule
def call_quorum(quorum, votes, american, stood_behind, levers, assumed):
    """What has to be agreed among so many votes, if this share of all troops (`american`) votes as Washington stands."""
    quorum.votes = votes
    needed = levers.response_quorum
    if american > 0.0 and stood_behind >= assumed.american_troops_vote_from:
        needed -= american
    if needed <= 0.0:
        quorum.votes = 1.0
        quorum.agreement = 0.0
        quorum.hurdle = 0.0
        return
    if votes <= 0.0 or needed > 1.0 - american:
        quorum.votes = 0.0
        quorum.agreement = 0.0
        quorum.hurdle = 0.0
        return
    share = needed / (1.0 - american)
    share += (0.5 - share) / at_least_one(votes)
    quorum.agreement = math.sqrt(at_least_one(votes))
    quorum.hurdle = log(share / (1.0 - share))


@phrase
def at_least_one(votes):
    """An effective number of voters is never below one; rounding may be."""
    if votes < 1.0:
        return 1.0
    return votes


@rule
def agreed_chance(leaning, quorum):
    """Chance that the coalition agrees on force if each of its voters leans to it by `leaning` (log odds)."""
    if quorum.votes <= 0.0:
        return 0.0
    if quorum.agreement == 0.0:
        return 1.0
    return chance_of(quorum.agreement * (leaning - quorum.hurdle))


@rule
def hours_until_answer(levers, assumed):
    """Hours from an attack to the effect of an answer: as planned, and longer the narrower the rules of engagement (C39)."""
    return levers.response_hours * (1.0 + assumed.rules_that_slow * (1.0 - levers.rules_of_engagement))


@rule
def in_time(levers, assumed):
    """Chance that a decided answer takes effect before a grab for ground is complete, which takes an exponential time."""
    return exp(-hours_until_answer(levers, assumed) / assumed.seizure_hours)


@phrase
def foiled_by_answer(levers, assumed):
    """Share of the chance of a grab that a decided answer takes away: only as far as it comes in time."""
    return in_time(levers, assumed) * (1.0 - assumed.seizure_fought)
