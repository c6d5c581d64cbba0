"""What a comparison shows, in one line: the titles of figures."""

from ...agents.mindset import MINDSETS
from .comparison import Comparison, Result
from .wording import a_mindset, heading, listed


def troops_headline(comparison: Comparison) -> str:
    """What the troops alone do, over all scenarios that have any."""
    alone = {result.entry.name: result.troops_alone.overall for result in with_troops(comparison) if result.troops_alone}
    signs = [each.failure_difference.sign for each in alone.values()]
    sizes = [-100 * (each.failure_difference.value or 0.0) for each in alone.values()]
    if not alone:
        return "None of these packages has troops"
    if all(sign < 0 for sign in signs):
        return f"Troops alone save {_span(sizes)} of 100 ceasefires, net of those they break"
    if all(sign > 0 for sign in signs):
        return f"Troops alone break {_span([-size for size in sizes])} of 100 ceasefires, net of those they save"
    best, worst = max(sizes), min(sizes)
    if not any(signs):
        return "Troops alone make no clear difference to whether the ceasefire fails"
    if min(signs) < 0 < max(signs):
        return f"Troops can save or break the ceasefire: from {best:.1f} of 100 saved to {-worst:.1f} broken, by the form"
    if max(signs) == 0:
        return f"Troops alone save up to {best:.1f} of 100 ceasefires, in {_count(signs, -1)} of {len(signs)} packages"
    return f"Troops alone break up to {-worst:.1f} of 100 ceasefires, in {_count(signs, 1)} of {len(signs)} packages"


def package_headline(comparison: Comparison) -> str:
    """What the whole packages change, for a comparison without troops."""
    changed = [
        (-100 * (contrast.overall.failure_difference.value or 0.0), heading(result))
        for result in comparison.results.values()
        for contrast in result.contrasts.values()
    ]
    size, name = max(changed, key=lambda each: abs(each[0]))
    return f"{name}: {abs(size):.1f} of 100 ceasefires {'saved' if size >= 0 else 'broken'}, net of the reverse"


def mindset_headline(comparison: Comparison) -> str:
    """Against which Moscow the troops help and with which they backfire."""
    found: dict[int, list[str]] = {-1: [], 1: []}
    for mindset in MINDSETS:
        signs = {
            result.troops_alone.by_mindset[mindset.name].failure_difference.sign
            for result in with_troops(comparison)
            if result.troops_alone
        }
        for sign in (-1, 1):
            if sign in signs and -sign not in signs:
                found[sign].append(a_mindset(mindset.name))
    saves, breaks = listed(found[-1], "or"), listed(found[1], "or")
    if saves and breaks:
        return f"Troops help against {saves}; they backfire with {breaks}"
    if saves:
        few = len(found[-1]) < len(MINDSETS)
        return f"Troops help against {saves}" + ("; with no other Moscow is the effect clear" if few else ": every kind of Moscow")
    if breaks:
        return f"Troops backfire with {breaks}; against no kind of Moscow do they clearly help"
    return "With no kind of Moscow do the troops clearly change whether the ceasefire fails"


def with_troops(comparison: Comparison) -> list[Result]:
    """The results of the scenarios that have a twin."""
    return [result for result in comparison.results.values() if result.entry.twin]


def _span(numbers: list[float]) -> str:
    texts = sorted({f"{number:.1f}" for number in numbers}, key=float)
    return texts[0] if len(texts) == 1 else f"{texts[0]} to {texts[-1]}"


def _count(signs: list[int], wanted: int) -> int:
    return sum(sign == wanted for sign in signs)
