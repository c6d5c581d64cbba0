"""The findings of a comparison in plain sentences, for the terminal and for the titles of figures."""

from collections.abc import Iterator

from ...agents.mindset import MINDSETS
from ...model.outcomes import ORIGIN
from .comparison import Comparison, Result
from .contrast import Changes, Contrast
from .intervals import Interval, share
from .origins import NAMES as NAMES_OF_ORIGINS
from .origins import SPOKEN
from .summary import authorisation
from .verdict import DETERRED, ESCALATED, NOT_DETERRED, PROVOKED, PROVOKED_AND_ESCALATED, VERDICT

CHANGED = (DETERRED, NOT_DETERRED, PROVOKED, ESCALATED, PROVOKED_AND_ESCALATED)
"""The categories that a sentence counts; what is left is held anyway."""
FEWEST_FUTURES = 30
"""Below so many futures of a kind no sentence is made of their outcomes."""


PROPER = {"nato": "NATO", "paris": "Paris"}
"""Words of scenario names that are written otherwise in a sentence."""


def spoken(name: str) -> str:
    """A declared name or a scenario's name as words."""
    return name.replace("_", " ")


def called(result: Result) -> str:
    """A scenario's name within a sentence."""
    return " ".join(PROPER.get(word, word) for word in spoken(result.entry.name).split())


def heading(result: Result) -> str:
    """A scenario's name at the beginning of a line."""
    name = called(result)
    return name[:1].upper() + name[1:]


def percent(value: float | None) -> str:
    """A share in per cent, one decimal; a dash if it was not observed."""
    return "-" if value is None else f"{100 * value:.1f}"


def points(interval: Interval, between: str = " ") -> str:
    """A difference of shares in percentage points with its interval; `between` stands between the two."""
    if interval.value is None or interval.low is None or interval.high is None:
        return "not observed"
    value, low, high = (_signed(100 * each) for each in (interval.value, interval.low, interval.high))
    return f"{value}{between}({low} to {high})"


def _signed(number: float) -> str:
    text = f"{number:+.1f}"
    return text[1:] if text[1:] == "0.0" else text


def contrasts(comparison: Comparison) -> Iterator[str]:
    """A sentence for each contrast of each scenario: the package against the baseline, the troops against the twin."""
    for result in comparison.results.values():
        if result.entry.twin_of:
            continue
        for contrast in result.contrasts.values():
            told = f"{difference(contrast.overall)}; {sorting(contrast.overall)}. {parting(contrast)}"
            yield f"{_heading(comparison, result, contrast)}: {told}"


def _heading(comparison: Comparison, result: Result, contrast: Contrast) -> str:
    name = called(result)
    if contrast.troops_alone:
        return f"Troops alone ({name} against the same package without troops)"
    return f"The package ({name} against {called(comparison.results[contrast.against])})"


def difference(changes: Changes) -> str:
    """How failures change, with the paired interval."""
    if not changes.failure_difference.sign:
        return f"no clear change in failures, {points(changes.failure_difference)} points"
    return f"failures change by {points(changes.failure_difference)} points"


def sorting(changes: Changes) -> str:
    """How many futures of a hundred are deterred, provoked and so on; those that do not stand out from the noise are marked."""
    counted = [
        f"{percent(changes.verdict[name].value)} {spoken(name)}{'' if changes.stands_out(name) else NOISE_MARK}"
        for name in (VERDICT[category].name for category in CHANGED)
        if percent(changes.verdict[name].value) != "0.0"
    ]
    if not counted:
        return "no future fails in either"
    counted[0] = counted[0].replace(" ", " are ", 1)
    return f"of 100 futures {_listed(counted)}, the rest held anyway"


NOISE_MARK = "~"
NOISE_LEGEND = "~ not distinguishable from the noise: a lever moved by one per cent changes about as many futures"


def parting(contrast: Contrast) -> str:
    """When the two futures part, and by what."""
    if contrast.parting_event is None:
        return "The two never part."
    week = f"{contrast.parting_week.value:.0f}"
    return f"They part in {percent(contrast.part.value)} of 100, half of those by week {week}, most often at {an_event(contrast)}."


def an_event(contrast: Contrast) -> str:
    """The event at which the two most often part, in words."""
    return {"attack_on_force": "an attack on the force", "erosion": "a loss of ground", "clash": "a clash"}.get(
        contrast.parting_event or "", spoken(contrast.parting_event or "")
    )


def origins(comparison: Comparison) -> str | None:
    """Which share of the wars Moscow begins of its own accord, scenario by scenario, and what begins most of the others."""
    told = []
    for result in comparison.results.values():
        counts = result.tally.began.sum(axis=0)
        total = int(counts[ORIGIN.none + 1 :].sum())
        if result.entry.twin_of or not total:
            continue
        launched = share(int(counts[ORIGIN.moscow_launched]), total)
        others = max(NAMES_OF_ORIGINS[1:], key=lambda name: counts[getattr(ORIGIN, name)])
        most = f", else mostly {SPOKEN[others]}" if launched.value != 1.0 else ""
        told.append(f"{called(result)} {percent(launched.value)} ({percent(launched.low)}-{percent(launched.high)}){most}")
    if not told:
        return None
    return f"Of 100 wars {SPOKEN[NAMES_OF_ORIGINS[0]]} begins so many: {'; '.join(told)}."


def provocations(result: Result) -> str | None:
    """For how much of the range of fear and affront the troops raise failure, by mindset; None if they change next to nothing."""
    contrast = result.troops_alone
    if contrast is None or all(each.value is None for each in contrast.raises_failure.values()):
        return None
    if not any(contrast.overall.stands_out(VERDICT[category].name) for category in (DETERRED, PROVOKED)):
        return None
    parts = [
        f"{percent(each.value)} % ({percent(each.low)}-{percent(each.high)}) for {a_mindset(name)}"
        for name, each in contrast.raises_failure.items()
        if each.value is not None
    ]
    return f"{heading(result)}: over the range of Russian fear and affront the troops raise failure on {_listed(parts)}."


def a_mindset(name: str) -> str:
    """A mindset as the noun a sentence needs."""
    noun = "prestige-driven Moscow" if name == "prestige_driven" else spoken(name)
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def missions(comparison: Comparison) -> Iterator[str]:
    """How often a mission that needs consensus came about, and what happened when it did and when it did not."""
    for result in comparison.results.values():
        if not result.entry.scenario.levers["nato_mission"] or result.entry.twin_of:
            continue
        facts = authorisation(result.tally)
        with_it, without_it = (int(result.tally.worst[:, authorised].sum()) for authorised in (1, 0))
        told = [
            f"of those {name}, {percent(fails.value)} % fail ({percent(fails.low)}-{percent(fails.high)})"
            for name, fails, futures in (
                ("authorised", facts["failure_given_authorised"], with_it),
                ("never authorised", facts["failure_given_not_authorised"], without_it),
            )
            if isinstance(fails, Interval) and futures >= FEWEST_FUTURES
        ]
        rare = "too few to tell what then follows" if with_it < FEWEST_FUTURES else None
        often = facts["authorised"]
        assert isinstance(often, Interval)
        ending = "; ".join(filter(None, [*told, rare]))
        yield (
            f"{heading(result)} needs the consensus of 32 and is authorised in {percent(often.value)} % of futures "
            f"({percent(often.low)}-{percent(often.high)}); {ending}. Which futures agree is not chance, so this is not its effect."
        )


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
    saves, breaks = _listed(found[-1], "or"), _listed(found[1], "or")
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


def _listed(words: list[str], last: str = "and") -> str:
    """Words as a list in a sentence."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""
