"""What a backtest found, in sentences made from its figures: each says the contrary where the figures do."""

from ...ensemble.intervals import Interval
from ...ensemble.wording import listed, spoken
from .backtest import MODEL, Findings
from .reliability import in_the_large
from .rivals import BASE_RATES, RIVALS
from .scores import AUC, BRIER, LOG, LOWER_IS_BETTER
from .variants import VARIANTS

SPOKEN = {BRIER: "Brier", LOG: "log", AUC: "AUC"}
AS_CODED, WITHOUT_HINDSIGHT, WITH_NOISE, SCRAMBLED, STRAIGHT = (variant.name for variant in VARIANTS)
CHANCE = 0.5
"""The AUC of whoever orders by the throw of a coin."""


def number(value: float | None) -> str:
    """A score, two digits."""
    return "-" if value is None else f"{value:.2f}"


def estimate(found: Interval) -> str:
    """A score with its interval."""
    if found.low is None or found.high is None:
        return number(found.value)
    return f"{number(found.value)} ({number(found.low)} to {number(found.high)})"


def difference(found: Interval) -> str:
    """A difference of scores, signed, with its interval."""
    if found.value is None or found.low is None or found.high is None:
        return "not observed"
    return f"{_signed(found.value)} ({_signed(found.low)} to {_signed(found.high)})"


def _signed(value: float) -> str:
    text = f"{value:+.2f}"
    return text if float(text) else text[1:]


def verdict(found: Interval, score: str) -> str:
    """What a difference, the model less a rival, says of the model in a score."""
    better = -found.sign if LOWER_IS_BETTER[score] else found.sign
    return {1: "better than", 0: "not to be told from", -1: "worse than"}[better]


def reached(tested: Findings) -> str:
    """Whether the model beats its rivals, by the Brier score."""
    model = tested.scores[MODEL][BRIER].value
    parts = []
    for rival in RIVALS:
        found = tested.less(rival.name, BRIER)
        own = number(tested.scores[rival.name][BRIER].value)
        parts.append(f"{verdict(found, BRIER)} {rival.name} ({own}; {difference(found)})")
    return f"In its Brier score, {number(model)}, the model is {listed(parts)}."


def ordered(tested: Findings) -> str:
    """Whether it knows which cases go to major failure, and whether it knows more of that than the stakes."""
    found = tested.scores[MODEL][AUC].interval
    if found.value is None:
        return "With no major failure, or nothing else, there is no order to be found."
    worse, better = found.high is not None and found.high < CHANCE, found.low is not None and found.low > CHANCE
    said = "better than chance" if better else "worse than chance" if worse else "no better than chance, as far as can be told"
    stakes = RIVALS[-1].name
    against = tested.less(stakes, AUC)
    alone = number(tested.scores[stakes][AUC].value)
    return (
        f"It orders major failures {said}, AUC {estimate(found)}, and is {verdict(against, AUC)} {stakes}, {alone} "
        f"({difference(against)})."
    )


def few(tested: Findings) -> str:
    """What so few cases can show."""
    count = len(tested.sample.readings)
    order = tested.scores[MODEL][AUC].interval
    least = smallest_difference(tested.less(BASE_RATES.name, BRIER))
    if least is None:
        return f"{_cases(count)} can show nothing about a forecaster."
    width = f"leave the AUC open over {order.high - order.low:.2f}, and " if None not in (order.low, order.high) else ""  # type: ignore[operator]
    return f"{_cases(count)} {width}would show a difference from base rates in the Brier score only from about {least:.2f} on."


def smallest_difference(found: Interval) -> float | None:
    """The smallest difference whose interval would not have held nought: half the width of the interval."""
    return None if found.low is None or found.high is None else (found.high - found.low) / 2


def told_otherwise(tested: Findings) -> str:
    """What the hindsight columns, noise and the kind of force are worth to the model."""
    coded = tested.told[AS_CODED].scores[BRIER]
    said = []
    for name, words in (
        (WITHOUT_HINDSIGHT, "Without the hindsight columns"),
        (WITH_NOISE, "with noise in the judged ones"),
        (SCRAMBLED, "with the kind of force scrambled"),
    ):
        other = tested.told[name].scores[BRIER]
        said.append(f"{words} the Brier score is {number(other.value)} ({_change(other.less(coded))})")
    without = tested.told[WITHOUT_HINDSIGHT].scores[BRIER].less(tested.scores[BASE_RATES.name][BRIER])
    return f"{', '.join(said)}. Without hindsight the model is {verdict(without, BRIER)} base rates ({difference(without)})."


def leaning(tested: Findings) -> str:
    """Whether its chances are too high or too low on the whole."""
    parts = []
    for each in in_the_large(tested.told[AS_CODED].forecast):
        lean = {1: "too much", 0: "about as much as happened", -1: "too little"}[each.excess.sign]
        parts.append(f"{spoken(each.outcome)} {each.expected:.2f}, {lean} ({each.happened:.2f})")
    return f"On the whole it expects {', '.join(parts)}."


def all_of(tested: Findings) -> list[str]:
    """Every sentence about one sample."""
    return [reached(tested), ordered(tested), leaning(tested), told_otherwise(tested), few(tested)]


def _cases(count: int) -> str:
    return f"{count} cases" if count > 1 else "One case"


def _change(found: Interval) -> str:
    said = {1: "worse", 0: "no clear change", -1: "better"}[found.sign]
    return f"{said}, {difference(found)}"
