"""Tripwires: flat in number, strong only as far as they can fight, hollow without enablers, two-sided in deaths (T15 to T18)."""

from collections.abc import Callable, Iterator

import numpy as np

from .....agents import campaign, russia, sectors
from .....agents.situation import ACT
from ....ensemble.intervals import Interval
from ..check import Check, Scope
from ..experiment import ANSWERED, ATTACKS, CLASHES, CONFIDENCE, GRABS, VIOLATIONS, WITHDRAWALS, Told, relative_difference, spread
from ..experiment import WAR as WARS
from ..judgement import about_nothing, in_draws, on_average, possible, with_interval
from ..sequences import average
from ..settings import Draws
from . import minds
from .arms import ARRIVED, TARGET, Whole

FEW, MANY = 2.0, 20.0
"""Thousand soldiers of a flat tripwire (T15)."""
FLAT = 0.05
"""How far apart answers may lie and still count as near equal: a few thousand and tens of thousands moved support by 3 points
each, with intervals of about 2 (A19)."""
LITTLE_CONFIDENCE = 0.10
"""What presence far from the front and without combat adds to acceptance (A36): "little"."""
FLAT_WAR = 0.03
"""Points within which war counts as flat: one in ten of a war rate of about 30 per cent (assumption)."""
NO_ENABLERS = {
    "us_backstop": 0,
    "us_intelligence": 0,
    "us_air_steady": 0,
    "us_air_surge": 0,
    "us_air_defence": 0,
    "us_logistics": 0,
    "us_basing": 0,
}


def checks(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T15 to T18."""
    yield from flat_tripwire(draws, whole)
    yield from combat_strength(draws, whole)
    yield from without_enablers(draws, whole)
    yield from deaths(draws, whole)


def station(world: np.record, troops: float) -> None:
    """Put this many thousand soldiers there, as everyone can see."""
    coalition = world.coalition
    coalition.troops = coalition.allied_troops = coalition.promised_troops = troops
    minds.look(world)


def flat_tripwire(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T15: at the same prospect of success two thousand bind as much as twenty."""
    apart, votes = [], []
    for few, many in zip(minds.copies(draws), minds.copies(draws), strict=True):
        foreseen = []
        for world, troops in ((few, FEW), (many, MANY)):
            world.uncertainties.belief_capability = 0.0
            station(world, troops)
            world.situation.capability = 0.2
            world.situation.touch_war = 1.0
            minds.in_crisis_as_seen(world)
            foreseen.append(float(world.russia.foreseen_war))
        apart.append(foreseen[1] - foreseen[0])
        votes.append(minds.answering(many) - minds.answering(few))
    source = "Schelling 1966; Musgrave & Ward 2023"
    spare = "probability short of 5 points apart"
    statement = "At equal capability the vote of a state whose troops are attacked is the same with two thousand as with twenty"
    part = in_draws("T15", statement, source, FLAT - np.abs(votes), unit=spare)
    yield part
    statement = "At equal capability the answer that Moscow foresees differs by less than 5 points between two thousand and twenty"
    finding = (
        f"More troops raise the foreseen answer by {with_interval(average(np.array(apart)))}, more than five points where beliefs "
        "lean on flags: in Moscow's belief flags count half at three thousand soldiers and are flat only from about ten on."
    )
    yield in_draws("T15", statement, source, FLAT - np.abs(apart), finding, unit=spare)
    fixed = {"answer_success": 0, "answer_deaths": 0, "belief_capability": 0}
    for pins, words in ((fixed, "with prospects of success held equal"), ({}, "with the prospects that numbers bring")):
        arms = {**TARGET, **pins, "troop_ceiling": MANY}, {**TARGET, **pins, "troop_ceiling": FEW}
        change = whole.change(ANSWERED, *arms)
        statement = f"Twenty thousand soldiers under attack are answered for as often as two thousand, {words}"
        wars = WARS.text(whole.change(WARS, *arms))
        yield about_nothing("T15", statement, source, ANSWERED, change, FLAT, whole.pairs, remark=f"effect on {wars}", part=part)


def combat_strength(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T16: combat strength works through the fait accompli more than through the great war."""
    margins = []
    for plain, doubled in zip(minds.copies(draws), minds.copies(draws), strict=True):
        troops = float(plain.coalition.troops)
        chances = []
        for world, strength in ((plain, troops), (doubled, 2 * troops)):
            world.levers.share_on_line, world.levers.share_in_cities = 1.0, 0.0
            station(world, strength)
            seen, assumed = world.situation, world.uncertainties
            grabs = sum(
                float(place.frontage) * sectors.grab_chance(place, seen, world.levers, assumed)
                for place in seen.sectors
                if place.frontage > 0
            )
            held = campaign.reinforced(campaign.defence(seen.ukrainian_power, seen, assumed), seen.capability, assumed)
            war = campaign.victory_chance(seen.russian_power, held, assumed.defender_advantage, assumed.war_certainty)
            chances.append((grabs, war))
        margins.append(1 - chances[1][0] / chances[0][0] - (1 - chances[1][1] / chances[0][1]))
    source = "Reiter & Poast 2021; RAND RR2533"
    statement = "Doubling a force that can fight cuts the chance that a grab succeeds by a larger part than that of a war"
    finding = (
        "What a force denies a grab (`grab_denial`) and what it adds in a war are numbers of their own, without data; where a "
        "small one of the first meets a large one of the second, the order turns."
    )
    remark = "a force on the line"
    part = in_draws("T16", statement, source, np.array(margins), finding, remark, "of the chance")
    yield part
    single, double = {**ARRIVED, "us_ground_troops": 15}, {**ARRIVED, "us_ground_troops": 30}
    statement = "Doubling combat troops (15 to 30 thousand Americans) makes grabs of ground rarer"
    yield whole.sign("T16", statement, source, GRABS, -1, double, single)
    yield whole.sign("T16", "Doubling combat troops makes renewed war rarer", source, WARS, -1, double, single)
    arms = whole.arm(double), whole.arm(single)
    (grabs, moved), (wars, moved_too) = (relative_difference(each, *arms, whole.count) for each in (GRABS, WARS))
    half = spread(moved - moved_too, whole.count)
    more = (grabs.value or 0.0) - (wars.value or 0.0)
    yield on_average(
        "T16",
        "Doubling combat troops cuts grabs by a larger part than it cuts wars",
        source,
        Told("change of grabs less change of wars, each as a part of itself,", points=True),
        Interval(more, more - half, more + half),
        -1,
        whole.pairs,
        part=part,
        remark=f"grabs {100 * (grabs.value or 0.0):+.0f} per cent of themselves, wars {100 * (wars.value or 0.0):+.0f}",
    )


def without_enablers(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T17: presence without enablers reassures a little and deters hardly."""

    def gain(world: np.record) -> float:
        minds.in_crisis(world)
        utility = world.russia.decision.utility
        return float(utility[russia.MOSCOW.launch] - utility[russia.MOSCOW.stand_down])

    def enable(share: float) -> Callable[[np.record], None]:
        def before(world: np.record) -> None:
            for name in NO_ENABLERS:
                world.levers[name] = share
            world.united_states.delivered = 1.0
            world.uncertainties.us_multiplier = 1.0
            station(world, 0.0)

        return before

    def arrive(world: np.record) -> None:
        station(world, 25.0)

    source = "Blankenship & Lin-Greenberg 2022; RAND RR2533"
    bare, enabled = (minds.changes(draws, gain, arrive, before=enable(share)) for share in (0.0, 1.0))
    statement = "Twenty-five thousand soldiers deter a launch less without enablers than with them"
    remark = f"without enablers they change what launching promises over standing down by {with_interval(average(bare))}"
    yield in_draws("T17", statement, source, bare - enabled, remark=remark, unit="utility")
    present = {**ARRIVED, **NO_ENABLERS, "us_ground_troops": 0}
    arms = {**present, "troop_ceiling": 25}, {**present, "troop_ceiling": 0}
    confidence, war, violations = (whole.change(each, *arms) for each in (CONFIDENCE, WARS, VIOLATIONS))
    statement = "Presence without enablers raises Kyiv's confidence only a little"
    yield about_nothing("T17", statement, source, CONFIDENCE, confidence, LITTLE_CONFIDENCE, whole.pairs)
    statement = "Presence without enablers leaves renewed war about where it was"
    yield about_nothing("T17", statement, source, WARS, war, FLAT_WAR, whole.pairs)
    statement = "Presence without enablers leaves violations where they were or raises them"
    yield on_average("T17", statement, source, VIOLATIONS, violations, 1, whole.pairs)


def deaths(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T18: own deaths may draw a coalition in or drive it out."""
    drawn_in, driven_out, more_deaths = [], [], []
    for world in minds.copies(draws):
        spared = minds.answering(world, ACT.war, touched=0.0)
        struck = minds.answering(world, ACT.war, touched=1.0)
        drawn_in.append(struck > spared)
        few, many = (minds.answering(world, ACT.strike, deaths=each) for each in (20.0, 200.0))
        driven_out.append(many < few)
        more_deaths.append(few - many)
    source = "Schelling 1966; Beirut 1983, Rwanda 1994"
    statement = "That own soldiers are killed at all draws a state in"
    yield possible("T18", statement, source, Scope.PART, np.array(drawn_in))
    statement = "Tenfold deaths drive it out again, as far as success looks poor"
    remark = f"200 deaths instead of 20 change an answer by {with_interval(average(-np.array(more_deaths)))}"
    yield possible("T18", statement, source, Scope.PART, np.array(driven_out), remark)
    plain = whole.arm(TARGET)
    attacked = ATTACKS.of(plain) > 0
    for measure, words in ((CLASHES, "fights"), (WITHDRAWALS, "leaves")):
        seen = measure.of(plain)[attacked] > 0
        statement = f"A coalition whose force has been attacked {words}"
        yield possible("T18", statement, source, Scope.WHOLE, seen, among="futures in which the force was attacked")
    statement = "The more deaths deter, the less often attacks are answered"
    yield whole.sign("T18", statement, source, ANSWERED, -1, {**TARGET, "answer_deaths": 1}, {**TARGET, "answer_deaths": 0})
