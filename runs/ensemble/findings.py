"""The findings of a comparison in plain sentences, for the terminal."""

from collections.abc import Iterator

from ...model.outcomes import ORIGIN
from ...model.scenario import AGREED
from ...model.uncertainties import UNCERTAINTIES
from .comparison import Comparison, Result
from .contrast import Changes, Contrast
from .intervals import Interval, share
from .origins import NAMES as NAMES_OF_ORIGINS
from .origins import SPOKEN
from .structures import STRUCTURE_NAMES
from .summary import authorisation
from .switched import COVER
from .verdict import DETERRED, ESCALATED, NOT_DETERRED, PROVOKED, PROVOKED_AND_ESCALATED, VERDICT
from .wording import AS_A_BID, a_mindset, called, heading, inserted, listed, percent, points, spoken

CHANGED = (DETERRED, NOT_DETERRED, PROVOKED, ESCALATED, PROVOKED_AND_ESCALATED)
"""The categories that a sentence counts; what is left is held anyway."""
FEWEST_FUTURES = 30
"""Below so many futures of a kind no sentence is made of their outcomes."""


def contrasts(comparison: Comparison) -> Iterator[str]:
    """A sentence for each contrast of each scenario: the package against the baseline, the troops against the twin."""
    for result in comparison.results.values():
        if result.entry.twin_of:
            continue
        for contrast in result.contrasts.values():
            told = f"{difference(contrast.overall)}; {sorting(contrast.overall)}. {parting(contrast)}"
            yield f"{_heading(comparison, result, contrast)}: {told}"


def _heading(comparison: Comparison, result: Result, contrast: Contrast) -> str:
    name = inserted(result)
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
    return f"of 100 futures {listed(counted)}, the rest held anyway"


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


def disputed(comparison: Comparison) -> Iterator[str]:
    """How to read the table of rival readings, and what stands in dispute in it, a sentence each."""
    played = any(result.switched for result in comparison.results.values())
    cover = ", and conditional cover is switched in futures played for that" if played else ""
    yield (
        "Points: by how many of 100 failures change. Nobody knows which reading is right: each future draws one of the "
        f"two{cover}. A sign is clear if the whole 95 % interval lies on one side of zero; where one reading alone is clear the "
        "other may yet share its sign: more runs (--runs) tell."
    )
    for each in (*(UNCERTAINTIES[name] for name in STRUCTURE_NAMES), COVER):
        yield f"{spoken(each.name).capitalize()}: {each.meaning}"


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
    return f"{heading(result)}: over the range of Russian fear and affront the troops raise failure on {listed(parts)}."


def missions(comparison: Comparison) -> Iterator[str]:
    """How often a mission that needs consensus came about, and what happened when it did and when it did not."""
    for result in comparison.results.values():
        if not result.entry.scenario.is_a_bid or result.entry.twin_of:
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
        apart = '; what it does stands under "if it comes about"' if result.entry.name + AGREED in comparison.results else ""
        name = heading(result).removesuffix(AS_A_BID)
        yield (
            f"{name} needs the consensus of 32 and is authorised in {percent(often.value)} % of futures ({percent(often.low)}-"
            f"{percent(often.high)}); {ending}. Which futures agree is not chance, so this is not its effect{apart}."
        )
