"""The channels through which a guarantee works, each with what switches it off. Declared once."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Channel:
    """One channel: its name, what it does, the levers and uncertainties that switch it off and to what, where it comes from."""

    name: str
    meaning: str
    off: Mapping[str, float]
    source: str

    @property
    def called(self) -> str:
        """The channel within a sentence."""
        return self.name.replace("_", " ").replace("us ", "US ")

    @property
    def switched(self) -> str:
        """What is switched, in words."""
        return ", ".join(f"`{name}` = {value:g}" for name, value in self.off.items())


CHANNELS = (
    Channel("denial", "what the force adds to the defence itself", {"denial": 0}, "C28, T16"),
    Channel(
        "tripwire",
        "own troops under attack, and flags as a sign of it",
        {"answer_touched": 0, "belief_presence": 0},
        "2.6: Schelling 1966, A19",
    ),
    Channel(
        "commitment",
        "the law binds, and troops bind attention",
        {"answer_legal": 0, "belief_legal": 0, "attention_presence": 0},
        "C37, 2.2",
    ),
    Channel("provocation", "fear of capability, affront at flags", {"fear_size": 0, "affront_size": 0}, "C32, T13, T14"),
    Channel("emboldening", "a confident Kyiv presses its luck", {"emboldening": 0}, "T31"),
    Channel("us_multiplier", "European credibility hangs on Washington's conduct", {"us_multiplier": 0}, "C8, C12"),
    Channel(
        "sanctions",
        "punishment to be expected, and a brake on rearmament",
        {"sanctions": 0, "sanctions_cost": 0},
        "C35, A44",
    ),
    Channel("belief_updating", "Moscow learns from answers it has met", {"updating": 0}, "2.9, T26"),
    Channel("contagion", "states join as others join", {"join_contagion": 0}, "2.7, T19"),
    Channel("anticipation", "windows that close or open", {"anticipation_weight": 0}, "T3, X2"),
    Channel(
        "attention",
        "outside attention, and with it arms and sanctions, fades; switched to the slowest fading declared",
        {"attention_half_life": 400},
        "2.2; assumption",
    ),
    Channel("crisis_surge", "reinforcement from the air in a crisis", {"us_air_surge": 0, "belief_surge": 0}, "C10, RAND RR2533"),
)
"""In the order of the model's description."""
