"""Four rival readings of what moves Moscow.

They are rivals, not parameters to be averaged away: every result is also shown for each. Values are shares of the value of
Ukraine's full submission to a typical revisionist (1 = that value); all are assumptions from argument, tried in a prototype.
"""

from collections.abc import Iterator
from typing import NamedTuple

from .rule import phrase, rule
from .table import places, ranked
from .uncertainty import About, Category, Fixed, LogNormal, Normal, circumstances, coefficients


class Mindset(NamedTuple):
    """What one kind of Moscow wants, minds and can bear: the defaults of its traits."""

    name: str
    rank: int
    """Its number as a value of the uncertainty `mindset`; never given to another."""
    value: float
    fear_weight: float
    affront_weight: float
    grievance: float
    cost_factor: float
    precision_factor: float
    stand_down_cost: float
    meaning: str


MINDSETS = ranked(
    Mindset(
        "security_seeker", 0, 0.45, 1.3, 0.35, 0.0, 1.0, 1.0, 0.05, "fears encirclement; wants little more than to be left safe"
    ),
    Mindset("opportunist", 1, 0.95, 0.2, 0.15, 0.0, 1.0, 1.2, 0.05, "takes what is cheap and leaves what is dear"),
    Mindset("revisionist", 2, 1.10, 0.35, 0.35, 0.10, 0.75, 1.0, 0.15, "means to undo Ukraine's independence and will pay for it"),
    Mindset("prestige_driven", 3, 0.60, 0.40, 1.3, 0.04, 0.9, 0.9, 0.30, "minds rank and humiliation most"),
)
MINDSET = places(MINDSETS)


class Trait(NamedTuple):
    """One thing in which mindsets differ."""

    name: str
    luck: int
    """Luck number of this trait of the first mindset; room is left for ten."""
    unit: str
    low: float
    high: float
    meaning: str
    source: str

    def of(self, mindset: Mindset) -> Fixed:
        """The coefficient that says how much of it a mindset has."""
        return Fixed(
            f"{mindset.name}_{self.name}",
            self.unit,
            self.low,
            self.high,
            getattr(mindset, self.name),
            f"{mindset.name.replace('_', ' ').capitalize()}: {self.meaning}.",
            self.source,
            luck=self.luck + mindset.rank,
        )


TRAITS = (
    Trait("value", 300, "utility", 0, 2, "value of the aim", "A13; assumption from argument"),
    Trait("fear_weight", 310, "factor", 0, 2,
          "how much capability and nearness of others lower the value of the status quo", "C32, T13; assumption"),
    Trait("affront_weight", 320, "factor", 0, 2, "how much foreign flags lower it", "C32, T14; assumption"),
    Trait("grievance", 330, "utility", 0, 0.5, "what it resents in any case", "assumption from argument"),
    Trait("cost_factor", 340, "factor", 0.5, 2, "how heavily costs weigh", "assumption from argument"),
    Trait("precision_factor", 350, "factor", 0.5, 2, "how surely it takes the better option", "T11; assumption"),
    Trait("stand_down_cost", 360, "utility", 0, 0.6,
          "price of backing down from a crisis of its own making", "2.2: Fearon 1997; size assumption"),
)  # fmt: skip
"""In what mindsets differ."""


def traits() -> Iterator[Fixed]:
    """Every trait of every mindset, as a coefficient of its own."""
    for mindset in MINDSETS:
        for trait in TRAITS:
            yield trait.of(mindset)


NUMBERS = coefficients(
    About.MOSCOW,
    *traits(),
    Fixed("prize_steepness", "exponent", 1, 4, 2,
        "How steeply what Moscow may win and what it resents rise with the value of the prize: twice the value, two to this power.",
        "shape fitted to the cases: of the dear prizes 14 of 19 were lost, of the lesser 2 of 23, coded in hindsight; "
        "size assumption", luck=830),
)  # fmt: skip

CIRCUMSTANCES = circumstances(
    About.MOSCOW,
    Category("mindset", "one of four", 0, len(MINDSETS) - 1, 0,
        "Which Russia this is; equal chances stand for ignorance.",
        "rival readings of Moscow's aims; prior: assumption",
        choices=tuple(((mindset.name, float(place)) for place, mindset in enumerate(MINDSETS))), luck=0),
    Normal("value_shift", "utility", -0.5, 0.5, 0,
        "How far this Moscow's value of the aim departs from its mindset's.", "A13; assumption", spread=0.12, luck=1),
    Fixed("challenger_value", "0 to 1, codebook", 0, 1, 0.9,
        "Value of the prize as the case library codes it: what Moscow may win and what it resents rise with it; Ukraine is at the "
        "extreme.", "cases.csv, evidence weak spot 7", luck=2),
    LogNormal("cost_sensitivity", "factor", 0.5, 2, 1,
        "How heavily costs weigh in Moscow beside its mindset's own factor.", "assumption", spread=0.15, luck=3),
)  # fmt: skip


@phrase
def put_on(russia, value, fear_weight, affront_weight, grievance, cost, precision, stand_down_cost):
    """Write the traits of a mindset into Moscow's record."""
    russia.full_value = value
    russia.fear_weight = fear_weight
    russia.affront_weight = affront_weight
    russia.base_grievance = grievance
    russia.cost = cost
    russia.precision = precision
    russia.stand_down_cost = stand_down_cost


@rule
def take_on(russia, mindset, assumed):
    """Moscow as its mindset makes it where the prize is Ukraine, before this run's own draws."""
    if mindset == MINDSET.security_seeker:
        put_on(
            russia,
            assumed.security_seeker_value,
            assumed.security_seeker_fear_weight,
            assumed.security_seeker_affront_weight,
            assumed.security_seeker_grievance,
            assumed.security_seeker_cost_factor,
            assumed.security_seeker_precision_factor,
            assumed.security_seeker_stand_down_cost,
        )
    if mindset == MINDSET.opportunist:
        put_on(
            russia,
            assumed.opportunist_value,
            assumed.opportunist_fear_weight,
            assumed.opportunist_affront_weight,
            assumed.opportunist_grievance,
            assumed.opportunist_cost_factor,
            assumed.opportunist_precision_factor,
            assumed.opportunist_stand_down_cost,
        )
    if mindset == MINDSET.revisionist:
        put_on(
            russia,
            assumed.revisionist_value,
            assumed.revisionist_fear_weight,
            assumed.revisionist_affront_weight,
            assumed.revisionist_grievance,
            assumed.revisionist_cost_factor,
            assumed.revisionist_precision_factor,
            assumed.revisionist_stand_down_cost,
        )
    if mindset == MINDSET.prestige_driven:
        put_on(
            russia,
            assumed.prestige_driven_value,
            assumed.prestige_driven_fear_weight,
            assumed.prestige_driven_affront_weight,
            assumed.prestige_driven_grievance,
            assumed.prestige_driven_cost_factor,
            assumed.prestige_driven_precision_factor,
            assumed.prestige_driven_stand_down_cost,
        )
