"""Ablation: each channel switched off in turn, and what it contributes to what a package and its troops change.

A contribution is the contrast with every channel at work less the contrast with one switched off, in every arm alike, over the same
luck: negative if the channel makes the package deter, positive if it makes it fail.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from ....model.parameters import adjusted
from ....model.scenario import BASELINE, Scenario, load
from ...ensemble.futures import Policy, play
from ...ensemble.intervals import Interval, share
from ..verification.channels import CHANNELS, Channel
from ..verification.experiment import FAILURE, FIVE_YEARS, WAR, difference, difference_of_differences

PACKAGE, TROOPS = "package", "troops"
"""The two contrasts: the package against the bare ceasefire, and against its own twin without troops."""
MEASURES = (FAILURE, WAR)


@dataclass(frozen=True)
class Contribution:
    """What one channel contributes to one contrast of one scenario."""

    scenario: str
    contrast: str
    channel: Channel
    without: Mapping[str, Interval]
    """The contrast with the channel switched off, by the name of the measure."""
    adds: Mapping[str, Interval]
    """The full contrast less that."""
    changed: Interval
    """Share of the package's futures whose worst outcome is another with the channel switched off."""


@dataclass(frozen=True)
class Ablation:
    """What every channel contributes, and the full contrasts."""

    runs: int
    seed: int
    weeks: int
    full: Mapping[tuple[str, str], Mapping[str, Interval]]
    """By scenario and contrast: the change with every channel at work, by the name of the measure."""
    contributions: tuple[Contribution, ...]
    taken_as_agreed: frozenset[str] = frozenset()
    """Missions that need the consensus of the alliance, and were given it."""

    @property
    def scenarios(self) -> list[str]:
        """The scenarios, in order."""
        return list(dict.fromkeys(scenario for scenario, _ in self.full))

    def of(self, channel: Channel) -> list[Contribution]:
        """What one channel contributes, everywhere."""
        return [each for each in self.contributions if each.channel == channel]

    def idle(self) -> list[Channel]:
        """Channels that change no future at all: a defect, or superfluous."""
        return [channel for channel in CHANNELS if all(not each.changed.value for each in self.of(channel))]

    def without_clear_contribution(self) -> list[Channel]:
        """Channels of which no contrast shows a contribution distinguishable from nothing, though futures change."""
        return [
            channel
            for channel in CHANNELS
            if channel not in self.idle()
            and all(each.adds[measure.name].sign == 0 for each in self.of(channel) for measure in MEASURES)
        ]


def as_if_agreed(scenario: Scenario) -> Scenario:
    """A mission that needs consensus, taken as if the alliance agreed: otherwise there is next to nothing to take apart."""
    return scenario.with_levers({"consensus_forced": "on"}) if scenario.levers["nato_mission"] else scenario


def arms_played(scenarios: Iterable[Scenario]) -> int:
    """How many arms an ablation plays."""
    return (1 + len(CHANNELS)) * (1 + sum(2 if scenario.has_troops else 1 for scenario in scenarios))


def ablate(
    scenarios: Iterable[Scenario], runs: int, seed: int, weeks: int = FIVE_YEARS, advance: Callable[[int], object] | None = None
) -> Ablation:
    """Play every scenario, its twin and the bare ceasefire with every channel at work and with each switched off in turn."""
    chosen = [as_if_agreed(scenario) for scenario in scenarios]
    whole = _arms(chosen, {}, runs, seed, weeks, advance)
    full = {
        key: {each.name: difference(each, whole[key[0], "with"], whole[key]) for each in MEASURES} for key in _contrasts(chosen)
    }
    found = []
    for channel in CHANNELS:
        without = _arms(chosen, channel.off, runs, seed, weeks, advance)
        for key in _contrasts(chosen):
            four = [whole[key[0], "with"], whole[key], without[key[0], "with"], without[key]]
            worst = [arm["worst"] for arm in (four[0], four[2])]
            found.append(
                Contribution(
                    *key,
                    channel,
                    {each.name: difference(each, four[2], four[3]) for each in MEASURES},
                    {each.name: difference_of_differences(each, four) for each in MEASURES},
                    share(int((worst[0] != worst[1]).sum()), runs),
                )
            )
    agreed = frozenset(scenario.name for scenario in chosen if scenario.levers["nato_mission"])
    return Ablation(runs, seed, weeks, full, tuple(found), agreed)


def _contrasts(scenarios: list[Scenario]) -> list[tuple[str, str]]:
    """Every contrast, by scenario and kind; only those with troops have the second."""
    return [(scenario.name, kind) for scenario in scenarios for kind in ((PACKAGE, TROOPS) if scenario.has_troops else (PACKAGE,))]


def _arms(
    scenarios: list[Scenario],
    changes: Mapping[str, float],
    runs: int,
    seed: int,
    weeks: int,
    advance: Callable[[int], object] | None,
) -> dict[tuple[str, str], np.ndarray]:
    """Outcomes by scenario and what the package is held against (or "with" for the package itself)."""

    def played(scenario: Scenario) -> np.ndarray:
        return play(Policy(adjusted(scenario, dict(changes)), weeks), runs, seed, advance=advance)

    bare = played(load(BASELINE))
    arms = {}
    for scenario in scenarios:
        arms[scenario.name, "with"] = played(scenario)
        arms[scenario.name, PACKAGE] = bare
        if scenario.has_troops:
            arms[scenario.name, TROOPS] = played(scenario.without_troops())
    return arms
