"""Ukraine's counter-attack on ground just lost: where, and what it is worth, before the new line is dug in."""

from .choice import NOTHING
from .rule import rule
from .sectors import retake_chance
from .uncertainty import About, Fixed, coefficients

NUMBERS = coefficients(
    About.KYIV,
    Fixed("contest_rate", "a year", 12, 104, 26,
        "Kyiv's opportunities to choose while ground just lost is fought for.", "one in two weeks; assumption", luck=863),
    Fixed("kyiv_provoked_by_grab", "utility", 0, 1, 0.4,
        "Provocation by ground just taken.", "Huth 1988 (tit for tat); size chosen after seeing results, so fitted", luck=864),
    Fixed("counter_attack_value", "utility", 0.3, 2.5, 1.2,
        "What regaining ground just lost, in a sector of average worth, is worth to Kyiv.", "C2, A38; size assumption", luck=865),
    Fixed("counter_attack_cost", "utility", 0.2, 1.2, 0.5, "Own cost of a counter-attack.", "assumption", luck=866),
)  # fmt: skip


@rule
def worth_of_regaining(sector, situation, assumed):
    """What a counter-attack in a sector may win, times the chance that it does."""
    return assumed.counter_attack_value * sector.value * retake_chance(sector, situation, assumed)


@rule
def ground_to_regain(situation, assumed):
    """The contested sector in which a counter-attack is worth most, or NOTHING outside a crisis over ground."""
    best = NOTHING
    most = 0.0
    if situation.crisis == 1:
        for index in range(situation.sector_count):
            sector = situation.sectors[index]
            if sector.contested > 0:
                worth = worth_of_regaining(sector, situation, assumed)
                if best == NOTHING or worth > most:
                    best = index
                    most = worth
    return best
