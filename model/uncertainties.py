"""Every uncertainty, gathered from the blocks beside the rules that use them (`agents/uncertainty.py`)."""

from types import ModuleType

from ..agents import (
    ally,
    belief,
    campaign,
    commitment,
    counter_attack,
    foresight,
    grievance,
    mindset,
    probing,
    quorum,
    response,
    russia,
    russian_force,
    russian_pressure,
    sectors,
    structure,
    ukraine,
    united_states,
    vote,
    willingness,
)
from ..agents.declaration import Declarations
from ..agents.record import FLOAT, INTEGER, floats, record
from ..agents.uncertainty import About, Block, Fixed
from . import (
    answer,
    beginning,
    bloodshed,
    contest,
    credibility,
    crisis,
    deeds,
    deployment,
    fighting,
    incidents,
    mandate,
    observation,
    reckoning,
    support,
    violations,
)

MODULES = (
    mindset,
    structure,
    grievance,
    belief,
    campaign,
    foresight,
    sectors,
    probing,
    russia,
    russian_pressure,
    russian_force,
    quorum,
    response,
    willingness,
    commitment,
    ally,
    vote,
    united_states,
    ukraine,
    counter_attack,
    beginning,
    support,
    deployment,
    mandate,
    credibility,
    observation,
    answer,
    deeds,
    crisis,
    violations,
    bloodshed,
    incidents,
    fighting,
    contest,
    reckoning,
)
"""The modules that declare uncertainties, each in blocks beside its rules."""


def blocks_of(module: ModuleType) -> tuple[Block, ...]:
    """The blocks of uncertainties that a module declares."""
    return tuple(block for block in vars(module).values() if isinstance(block, Block))


def gathered() -> list[Fixed]:
    """Every uncertainty, by whom it is about. Raises ValueError if two share a luck number or one has none."""
    found = [each for module in MODULES for block in blocks_of(module) for each in block]
    numbers = [each.luck for each in found]
    wrong = [each.name for each in found if each.luck < 0 or numbers.count(each.luck) > 1]
    if wrong:
        raise ValueError(f"every uncertainty needs a luck number of its own: {', '.join(wrong)}")
    return sorted(found, key=lambda each: list(About).index(About(each.about)))


UNCERTAINTIES: Declarations[Fixed] = Declarations("uncertainty", *gathered())

UNCERTAINTIES_RECORD = floats(UNCERTAINTIES)
"""The uncertainties of one future, as drawn or pinned, as a record."""

DRAWING = record(
    ("kind", INTEGER),
    ("luck", INTEGER),
    ("low", FLOAT),
    ("high", FLOAT),
    ("default", FLOAT),
    ("spread", FLOAT),
    ("pinned", INTEGER),
    ("value", FLOAT),
)
"""How one uncertainty is to be drawn and by which luck number, or that it is pinned and to what."""
