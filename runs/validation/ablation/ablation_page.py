"""How an ablation is written down: what each channel is, what it contributes, and which contribute nothing."""

from collections.abc import Sequence

from ...docs_pages.reference import table
from ...ensemble.comparison import NOTE
from ...ensemble.intervals import plain
from ...ensemble.wording import points, spoken
from ..verification.channels import CHANNELS, Channel
from ..verification.experiment import FAILURE
from .ablation import MEASURES, PACKAGE, TROOPS, Ablation, Contribution

CONTRASTS = {PACKAGE: "whole package, against the bare ceasefire", TROOPS: "troops alone, against the same package without them"}
FIGURE = "ablation.png"


def markdown(ablation: Ablation, command: str) -> str:
    """The page `docs/ablation.md`."""
    channels = table(
        ("channel", "what it does", "switched", "source"),
        ((each.called, each.meaning, each.switched, each.source) for each in CHANNELS),
    )
    sections = [_section(ablation, scenario) for scenario in ablation.scenarios]
    return "\n".join(
        [
            f"""# Ablation: what each channel contributes

Written by `{command}`: {ablation.runs:,} futures of {ablation.weeks} weeks for every arm, seed {ablation.seed}.
{NOTE}

Every channel is switched off in turn, in the package, in its twin without troops and in the bare ceasefire alike. A contribution is
the contrast with all channels at work less the contrast with this one switched off, in percentage points with its paired 95 per
cent interval: below zero the channel makes the guarantee prevent failures (or wars), above zero it makes it bring them about.
Contributions of channels that work through each other overlap and need not add up, and what a channel does to the twin counts
against what it does to the troops. The last column is the share of the package's futures that end otherwise without the channel.
The mission of the alliance is taken as if it were agreed.

![What each channel contributes]({FIGURE})

{channels}
""",
            *sections,
            _nothing(ablation),
        ]
    )


def _section(ablation: Ablation, scenario: str) -> str:
    blocks = [f"## {heading(ablation, scenario)}\n"]
    for contrast, words in CONTRASTS.items():
        if (scenario, contrast) not in ablation.full:
            continue
        full = ablation.full[scenario, contrast]
        rows = [
            ("**all channels at work: the contrast itself**", *(points(full[each.name]) for each in MEASURES), ""),
            *(_row(each) for each in ablation.contributions if (each.scenario, each.contrast) == (scenario, contrast)),
        ]
        headings = ("channel", *(f"adds to {each.name}" for each in MEASURES), "futures changed, %")
        blocks.append(f"{words[0].upper()}{words[1:]}:\n\n{table(headings, rows)}\n")
    return "\n".join(blocks)


def heading(ablation: Ablation, scenario: str) -> str:
    """A scenario's name, and that a mission was taken as agreed."""
    name = spoken(scenario).capitalize().replace("nato", "NATO")
    return f"{name}, as if agreed" if scenario in ablation.taken_as_agreed else name


def _row(each: Contribution) -> tuple[str, ...]:
    changed = f"{100 * (each.changed.value or 0.0):.1f}"
    return each.channel.called, *(points(each.adds[measure.name]) for measure in MEASURES), changed


def _nothing(ablation: Ablation) -> str:
    """Which channels change nothing, or nothing that can be told from chance."""
    idle, unclear = ablation.idle(), ablation.without_clear_contribution()
    return f"""## Channels that change nothing

{_named(idle, "No channel is without effect: each changes some futures.", "These change no future at all")}
{_named(unclear, "Each contributes to some contrast.", "These change futures, but no contrast by more than chance")}
"""


def _named(channels: Sequence[Channel], none: str, some: str) -> str:
    return f"{some}: {', '.join(each.called for each in channels)}." if channels else none


def headline(ablation: Ablation) -> str:
    """The finding, in a sentence: what makes guarantees deter most and what undoes most of it, in the sum of the scenarios."""
    adds = {
        channel.called: sum(each.adds[FAILURE.name].value or 0.0 for each in ablation.of(channel) if each.contrast == PACKAGE)
        for channel in CHANNELS
    }
    best, worst = min(adds, key=lambda name: adds[name]), max(adds, key=lambda name: adds[name])
    return f"{best[:1].upper()}{best[1:]} does most to make guarantees deter, {worst} most to undo that"


def as_json(ablation: Ablation) -> dict[str, object]:
    """The ablation as one JSON object."""
    return {
        "note": NOTE,
        "runs": ablation.runs,
        "seed": ablation.seed,
        "weeks": ablation.weeks,
        "channels": [
            {"name": each.name, "meaning": each.meaning, "off": dict(each.off), "source": each.source} for each in CHANNELS
        ],
        "contrasts": [
            {"scenario": scenario, "contrast": contrast, "change": plain(dict(full))}
            for (scenario, contrast), full in ablation.full.items()
        ],
        "contributions": [
            {
                "scenario": each.scenario,
                "contrast": each.contrast,
                "channel": each.channel.name,
                "without": plain(dict(each.without)),
                "adds": plain(dict(each.adds)),
                "futures_changed": plain(each.changed),
            }
            for each in ablation.contributions
        ],
        "change_no_future": [each.name for each in ablation.idle()],
        "no_clear_contribution": [each.name for each in ablation.without_clear_contribution()],
    }
