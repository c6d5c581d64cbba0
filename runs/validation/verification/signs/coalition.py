"""Coalitions: cascades that hang on a leader, who carries the burden, rotation (T19 to T23)."""

from collections.abc import Iterator

import numpy as np
from scipy.stats import spearmanr

from .....agents.chance import WHO
from .....agents.choice import NOTHING
from .....agents.commitment import STEP
from .....agents.profiles import ALLIES
from .....model.beginning import sustainable_contingent
from .....model.future import FIVE_YEARS
from .....model.observation import BRITAIN, FRANCE
from .....model.orders import Order
from .....model.uncertainties import UNCERTAINTIES
from ..check import Check
from ..experiment import JOINERS, TROOPS, Told, difference, plain_average
from ..judgement import Sample, in_draws, on_average
from ..settings import CROWDED, Draws, draw_of, last_worlds
from . import asked, minds
from .arms import Whole

WEEKS_BETWEEN_REVIEWS = int(UNCERTAINTIES["weeks_between_sittings"].default)
WHILE_ORDERED = FIVE_YEARS
"""Weeks over which one state is ordered to stay out at every meeting."""
RANKS = Told("rank correlation")
"""What the figures of T20 and T22 are."""
FEWEST_CONTRIBUTORS = 5
"""With fewer a rank correlation says nothing."""


def checks(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T19 to T23."""
    yield from leader(draws, whole)
    yield from burden(whole)
    yield transfer(draws)
    yield from threat(draws, whole)
    yield from rotation(draws, whole)


def leader(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T19: one leader's threshold moves more states than one."""
    lost = []
    for world in minds.copies(draws):
        world.coalition.weariness = world.field.tension = 0.0
        world.allies[FRANCE].stance = world.allies[BRITAIN].stance = 10.0
        lost.append(asked.cascade(world, NOTHING) - asked.cascade(world, FRANCE) - 1)
    source = "Granovetter 1978; C5"
    statement = "As a leader's threshold passes the point at which it stays out, other states drop out at once"
    yield in_draws("T19", statement, source, np.array(lost), unit="further states")
    orders = [Order(week, WHO.first_ally + FRANCE, STEP.stay_out) for week in range(0, WHILE_ORDERED, WEEKS_BETWEEN_REVIEWS)]
    kept_out = whole.arm(CROWDED, WHILE_ORDERED, orders)
    change = difference(JOINERS, kept_out, whole.arm(CROWDED, WHILE_ORDERED), whole.count)
    remark = f"France kept out of every cabinet's decision for {WHILE_ORDERED} weeks; its own absence is counted"
    yield on_average("T19", "Without France fewer states send troops", source, JOINERS, change, -1, whole.pairs, remark=remark)


def by_rank(worlds: np.ndarray, quantity: str) -> np.ndarray:
    """In each world with enough contributors, the rank correlation of contribution per spending with a quantity of the states."""
    found = []
    for world in worlds:
        allies = world["allies"]
        there = (allies["troops"] > 0) & (allies["spending"] > 0)
        if there.sum() >= FEWEST_CONTRIBUTORS:
            contribution = allies["troops"][there] / allies["spending"][there]
            found.append(float(spearmanr(contribution, allies[quantity][there]).statistic))
    return np.array(found)


def burden(whole: Whole) -> Iterator[Check]:
    """T20: in a collective good the great carry more than their share."""
    found = by_rank(last_worlds(whole.count, whole.seed), "spending")
    finding = (
        "Here the small carry more of their means. What a state sends follows its usable forces, which in small and poorer states "
        "are larger in proportion to spending, and states follow others in (contagion) rather than leave it "
        "to them. There is no best reply to what others give, so the exploitation of the great by the small has no carrier."
    )
    yield correlated("T20", "Contribution as a share of means rises with means", "Olson & Zeckhauser 1966", found, finding)


def correlated(label: str, statement: str, source: str, found: np.ndarray, finding: str = "") -> Check:
    """A sign of a rank correlation over worlds of the whole model."""
    return on_average(
        label,
        statement,
        source,
        RANKS,
        plain_average(found),
        1,
        Sample(len(found), f"{len(found)} worlds after two years"),
        finding,
    )


def transfer(draws: Draws) -> Check:
    """T21: what one contributor gains and another loses leaves the total as it was."""
    moved = []
    for place, world in enumerate(minds.copies(draws)):
        draw = draw_of("giver and taker", place, draws.seed)
        giver, taker = (world.allies[int(index)] for index in draw.choice(len(ALLIES), 2, replace=False))
        before = sum(sustainable_contingent(state, world.uncertainties) for state in (giver, taker))
        shift = 0.1 * float(giver.active)
        giver.active -= shift
        taker.active += shift
        moved.append(sum(sustainable_contingent(state, world.uncertainties) for state in (giver, taker)) - before)
    return in_draws(
        "T21",
        "Moving a tenth of one contributor's forces to another leaves the total that both can keep up unchanged",
        "Warr 1983; Bergstrom, Blume & Varian 1986",
        1e-9 - np.abs(moved),
        "Neutral only where both are limited by rotation. Where a reported contingent is larger than rotation allows it stands as "
        "reported, and a transfer moves the total. The theory's own mechanism, each giving less as others give more, is "
        "not in the model.",
        unit="thousand soldiers short of a change",
    )


def threat(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T22: a private benefit, nearness to the threat, breaks neutrality: the threatened give more of what they have."""

    def eager(world: np.record) -> float:
        return float(np.mean([minds.willing(world, index) for index in range(len(ALLIES))]))

    def nearer(world: np.record) -> None:
        for state in world.allies:
            state.threat = state.threat + 0.2

    source = "Olson & Zeckhauser 1966 (impure goods)"
    margins = minds.changes(draws, eager, nearer)
    yield in_draws("T22", "A state that feels nearer the threat is more willing", source, margins, unit="score")
    found = by_rank(last_worlds(whole.count, whole.seed), "threat")
    yield correlated("T22", "The threatened contribute more of their means", source, found)


def rotation(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T23: what can be kept up is linear in the pool and falls as one over one plus rotation."""
    errors = []
    for world in minds.copies(draws):
        state, assumed = world.allies[int(world.luck.run) % len(ALLIES)], world.uncertainties
        state.reported = 0.0
        once = sustainable_contingent(state, assumed)
        state.active *= 2.0
        twice = sustainable_contingent(state, assumed)
        kept = assumed.rotation
        assumed.rotation = 2.0 * kept + 1.0
        rotated = sustainable_contingent(state, assumed)
        errors.append(max(abs(twice - 2.0 * once), abs(rotated - once)))
    source = "2.7; A23, A24"
    statement = "Twice the pool keeps up twice the force; twice one plus rotation keeps up half"
    yield in_draws("T23", statement, source, 1e-9 - np.array(errors), unit="thousand soldiers short of an error")
    statement = "Slower rotation keeps up fewer troops"
    arms = {**CROWDED, "rotation": 4}, {**CROWDED, "rotation": 1}
    yield whole.sign("T23", statement, source, TROOPS, -1, *arms)
