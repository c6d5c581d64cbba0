"""What a guarantee changes, against the baseline or against its own twin without troops: differences first, then the sorting."""

from dataclasses import dataclass

from ...model.outcomes import EVENTS
from .by_mindset import NAMES
from .intervals import Interval, median, paired_difference, plain, share
from .placebo import Noise, distinguishable
from .structures import STRUCTURES
from .verdict import VERDICT, Pairing


@dataclass(frozen=True)
class Changes:
    """What changes among the futures of one group: all, or one mindset."""

    futures: int
    failure_difference: Interval
    """Share of futures that fail with, less the share that fail without."""
    war_difference: Interval
    """The same for renewed war."""
    verdict: dict[str, Interval]
    noise_floor: Interval

    def stands_out(self, category: str) -> bool:
        """Whether a share of the verdict is distinguishable from the noise."""
        return distinguishable(self.verdict[category], self.noise_floor)

    def as_json(self) -> dict[str, object]:
        """The same as plain maps."""
        return {
            "futures": self.futures,
            "failure_difference": plain(self.failure_difference),
            "war_difference": plain(self.war_difference),
            "verdict": {
                name: {**estimate._asdict(), "distinguishable": self.stands_out(name)} for name, estimate in self.verdict.items()
            },
            "noise_floor": plain(self.noise_floor),
        }


@dataclass(frozen=True)
class Contrast:
    """One contrast of a policy."""

    against: str
    """Name of what it is contrasted with."""
    troops_alone: bool
    """Whether that is its twin without troops."""
    overall: Changes
    by_mindset: dict[str, Changes]
    by_reading: dict[str, dict[str, Interval]]
    """By rival structure and reading, the change in failure among the futures in which it was drawn."""
    part: Interval
    """Share of pairs that part: in which some event comes at another time, or only in one."""
    parting_week: Interval
    """Median week in which they part, of those that do."""
    parting_event: str | None
    """The event at which they most often part."""
    raises_failure: dict[str, Interval]
    """By mindset, for how much of the range of fear and affront it raises failure."""

    def as_json(self) -> dict[str, object]:
        """The same as plain maps."""
        content = {
            **self.overall.as_json(),
            "parting": {"share": plain(self.part), "median_week": plain(self.parting_week), "event": self.parting_event},
            "by_mindset": {name: changes.as_json() for name, changes in self.by_mindset.items()},
        }
        if self.troops_alone:
            content["raises_failure_over_fear_and_affront"] = plain(self.raises_failure)
        return content


def contrast(against: str, troops_alone: bool, pairing: Pairing, noise: Noise) -> Contrast:
    """The contrast that follows from pairs of futures and from the placebo."""
    parted_by = pairing.parted_by.sum(axis=0)
    return Contrast(
        against=against,
        troops_alone=troops_alone,
        overall=changes(pairing, noise),
        by_mindset={name: changes(pairing.of(kind), noise.of(kind)) for kind, name in enumerate(NAMES)},
        by_reading=by_reading(pairing),
        part=share(int(parted_by.sum()), pairing.futures),
        parting_week=median(pairing.parted_in.sum(axis=0)),
        parting_event=EVENTS[parted_by.argmax()].name if parted_by.any() else None,
        raises_failure={name: each.share() for name, each in zip(NAMES, pairing.provocation, strict=True)},
    )


def changes(pairing: Pairing, noise: Noise) -> Changes:
    """What changes among the pairs folded in."""
    total = pairing.futures
    return Changes(
        futures=total,
        failure_difference=paired_difference(*pairing.failures_only(), total),
        war_difference=paired_difference(*pairing.wars_only(), total),
        verdict={each.name: share(int(n), total) for each, n in zip(VERDICT, pairing.verdicts(), strict=True)},
        noise_floor=noise.floor(),
    )


def by_reading(pairing: Pairing) -> dict[str, dict[str, Interval]]:
    """The change in failure by rival structure and reading; not observed for a reading that no future drew."""
    counts = pairing.by_reading.sum(axis=0)
    found: dict[str, dict[str, Interval]] = {}
    for each, readings in zip(STRUCTURES, counts, strict=True):
        found[each.name] = {
            reading: paired_difference(int(pairs[1, 0]), int(pairs[0, 1]), int(pairs.sum()))
            for reading, pairs in zip(each.readings, readings, strict=False)
        }
    return found
