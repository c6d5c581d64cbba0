"""Counter-based random numbers: common luck that cannot be broken.

A draw is a pure function of (seed, run, branch, step, actor, purpose), by Philox 4x32-10 (Salmon et al. 2011, SC'11, "Parallel
random numbers: as easy as 1, 2, 3"). No draw depends on how many came before it, so the same run of the same seed meets the
same luck under every policy, whatever the threads, the order or the levers.
"""

import math

from .arithmetic import cosine_and_sine, log
from .record import FLOAT, INTEGER, record
from .rule import phrase, rule
from .table import numbered

WORD_BITS = 32
"""Bits of one of the four counters (step, actor and purpose, run, branch) and of the words made of them."""
HALF_BITS = WORD_BITS // 2
"""Bits of half a word."""
WORD = (1 << WORD_BITS) - 1
"""Largest value of a word."""
HALF_WORD = (1 << HALF_BITS) - 1
"""Largest value of half a word."""
SPARE_BITS = 6
"""Bits of each word left out where two make one number: 52 bits and a half are all that a floating-point number holds."""
KEPT = float(1 << WORD_BITS - SPARE_BITS)
"""How many values the rest of the word has."""

PHILOX = numbered(rounds=10, first=0xD2511F53, second=0xCD9E8D57, golden_ratio=0x9E3779B9, root_of_three=0xBB67AE85)
"""The constants of Philox 4x32-10 as published: rounds, two multipliers, two steps of the key."""

SPREAD_OF_NOISE = math.sqrt(6.0)
"""What brings the sum of two uniforms to a spread of one."""

LUCK = record(
    ("seed_low", INTEGER),
    ("seed_high", INTEGER),
    ("run", INTEGER),
    ("branch", INTEGER),
    ("step", INTEGER),
    ("strategic", INTEGER),
    ("conduct", INTEGER),
    ("kyiv", INTEGER),
    ("washington", INTEGER),
    ("will_noise", FLOAT),
    ("violations_noise", FLOAT),
    ("contact", FLOAT),
    ("crisis", FLOAT),
)
"""Where in the space of luck a future stands: 64-bit seed in two halves, run, branch (0 = the future itself), step.

And what chance brings in this step: 1 for those to whom an opportunity falls (Moscow's strategic acts and daily conduct, Kyiv,
Washington's review), the noise (mean zero, spread one) by which Washington's will and the violations waver, and the uniforms
that decide about deadly contact and about a crisis that nobody chose.
"""

PURPOSES_PER_ACTOR = 256
"""Room for purposes between the counters of one actor and the next."""

PURPOSE = numbered(
    uncertainty=0,
    leaning=1,
    resolve=2,
    lag=3,
    review=4,
    government=5,
    opportunity=6,
    conduct=7,
    sector=8,
    crisis_choice=9,
    election=10,
    policy=11,
    vote=12,
    mishap=13,
    contact=14,
    touch=15,
    casualties=16,
    seizure=17,
    spill=18,
    mandate=19,
    escalation=20,
    war=21,
    kyiv=22,
)
"""What a draw is for. Two purposes never share a number, and that of one that falls away goes to `retired`: old luck stays."""

WHO = numbered(world=0, russia=1, ukraine=2, united_states=3, first_ally=4)
"""Who draws; an ally draws as the first ally plus the number that its row of `profiles.csv` bears."""


@rule
def philox(step, key, run, branch, seed_low, seed_high):
    """Four independent 32-bit words for a counter and a 64-bit key: Philox 4x32 with ten rounds."""
    a, b, c, d = int(step), int(key), int(run), int(branch)
    low, high = int(seed_low), int(seed_high)
    for _ in range(PHILOX.rounds):
        first = PHILOX.first * a
        second = PHILOX.second * c
        a, b, c, d = (
            (((second >> WORD_BITS) & WORD) ^ b ^ low) & WORD,
            second & WORD,
            (((first >> WORD_BITS) & WORD) ^ d ^ high) & WORD,
            first & WORD,
        )
        low = (low + PHILOX.golden_ratio) & WORD
        high = (high + PHILOX.root_of_three) & WORD
    return a, b, c, d


@phrase
def open_unit(high, low):
    """A number strictly between 0 and 1 from two 32-bit words: 52 bits and a half, so that neither end is reached."""
    return ((high >> SPARE_BITS) * KEPT + (low >> SPARE_BITS) + 0.5) / (KEPT * KEPT)


@rule
def uniforms_at(luck, step, actor, purpose):
    """Two independent uniforms in (0, 1) for an actor's purpose at a step."""
    a, b, c, d = philox(step, actor * PURPOSES_PER_ACTOR + purpose, luck.run, luck.branch, luck.seed_low, luck.seed_high)
    return open_unit(a, b), open_unit(c, d)


@phrase
def uniforms(luck, actor, purpose):
    """Two independent uniforms in (0, 1) for an actor's purpose at the present step."""
    return uniforms_at(luck, luck.step, actor, purpose)


@phrase
def uniform(luck, actor, purpose):
    """One uniform in (0, 1) for an actor's purpose at the present step."""
    first, _ = uniforms_at(luck, luck.step, actor, purpose)
    return first


@phrase
def unit(word):
    """A number strictly between 0 and 1 from one 32-bit word: fine enough where nothing rarer than one in a million is decided."""
    return (word + 0.5) / (WORD + 1.0)


@phrase
def falls(word, chance):
    """1 if an opportunity of that chance falls, by a 32-bit word."""
    if unit(word) < chance:
        return 1
    return 0


@rule
def deal_opportunities(luck, pace):
    """Chance comes first in the order of play: to whom an opportunity falls in this step. One counter, one word for each."""
    strategic, conduct, kyiv, washington = philox(
        luck.step, WHO.world * PURPOSES_PER_ACTOR + PURPOSE.opportunity, luck.run, luck.branch, luck.seed_low, luck.seed_high
    )
    luck.strategic = falls(strategic, pace.strategic)
    luck.conduct = falls(conduct, pace.conduct)
    luck.kyiv = falls(kyiv, pace.kyiv)
    luck.washington = falls(washington, pace.washington)


@rule
def normals_from(first, second):
    """Two independent standard normals from two uniforms (Box and Muller 1958)."""
    radius = math.sqrt(-2.0 * log(first))
    cosine, sine = cosine_and_sine(second)
    return radius * cosine, radius * sine


@rule
def normals(luck, actor, purpose):
    """Two independent standard normals for an actor's purpose at the present step."""
    first, second = uniforms(luck, actor, purpose)
    return normals_from(first, second)


@phrase
def wavering(word):
    """Noise of mean zero and spread one from one 32-bit word: its two halves, each uniform, added up.

    What wavers every week need not be normal: four weeks of it added up have an excess kurtosis of -0.15. Without logarithm, root
    and sine a future takes a sixteenth less time.
    """
    return SPREAD_OF_NOISE * (((word >> HALF_BITS) + (word & HALF_WORD) + 1.0) / (HALF_WORD + 1.0) - 1.0)


@rule
def deal_mishaps(luck):
    """What else chance brings in this step: noise, contact and crises that nobody chose. One counter, one word for each draw."""
    first, second, contact, crisis = philox(
        luck.step, WHO.world * PURPOSES_PER_ACTOR + PURPOSE.mishap, luck.run, luck.branch, luck.seed_low, luck.seed_high
    )
    luck.will_noise = wavering(first)
    luck.violations_noise = wavering(second)
    luck.contact = unit(contact)
    luck.crisis = unit(crisis)


@rule
def logistic_from(first):
    """A standard logistic number from one uniform."""
    return log(first / (1.0 - first))


def set_seed(luck, seed: int) -> None:
    """Let a record of luck draw by this seed, 0 to 2^64-1."""
    luck.seed_low, luck.seed_high = seed & 0xFFFFFFFF, seed >> 32
