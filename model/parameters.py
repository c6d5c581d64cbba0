"""What a `Wargame` takes, openly: its own keywords, every lever and uncertainty by name, and Mesa's `scenario` that holds such.

The list is made from the declarations. `inspect.signature`, `help` and Mesa's own page read it.
"""

import copy
from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Any, ParamSpec

import numpy as np

from ..agents.declaration import DeclarationError, Quantity, nearest
from .future import LARGEST_SEED, fresh_seed, whole
from .levers import LEVERS
from .scenario import Scenario
from .uncertainties import UNCERTAINTIES

Parameters = ParamSpec("Parameters")
GENERATORS = (np.random.Generator, np.random.BitGenerator, np.random.SeedSequence)
"""What Mesa takes for a seed besides a whole number; from version 4 on its scenarios hold nothing else."""


def opened(init: Callable[Parameters, None]) -> Callable[Parameters, None]:
    """An `__init__` whose further keywords are levers and uncertainties, with each of them listed, and `scenario` unpacked.

    What a field of the scenario and a keyword both give is as the keyword says: Mesa's page has the defaults of a class of
    scenarios in the one and what its sliders say in the other.
    """
    written = [each for each in signature(init).parameters.values() if each.kind is not Parameter.VAR_KEYWORD]
    declared = [Parameter(name, Parameter.KEYWORD_ONLY, default=None) for name in (*LEVERS, *UNCERTAINTIES)]
    listed = signature(init).replace(parameters=[*written, *declared])
    fields_allowed = listed.parameters.keys() - {"self", "scenario"}

    @wraps(init)
    def made(*arguments: Parameters.args, **keywords: Parameters.kwargs) -> None:
        given: Any = keywords
        if isinstance(given.get("scenario"), type):  # a class of scenarios stands for its defaults, as in Mesa 4
            given["scenario"] = given["scenario"]()
        fields = _fields(given.get("scenario"))
        for name in fields:
            if name not in fields_allowed:
                raise DeclarationError(f"{unknown(name)} (a field of the scenario)")
        named = {*list(listed.parameters)[: len(arguments)], *given}
        init(*arguments, **{**{name: value for name, value in fields.items() if name not in named}, **given})

    made.__signature__ = listed  # type: ignore[attr-defined]
    made.__doc__ = "\n".join([HEADING, *map(_line, (*LEVERS.values(), *UNCERTAINTIES.values()))])
    return made


HEADING = """Every lever and uncertainty may be given by name, as a number or as text. None is as good as not given.

A lever that is not given is as the preset has it; an uncertainty that is not given is drawn.
"""


def _line(quantity: Quantity) -> str:
    text = f"{quantity.name}: {quantity.range_text()} ({quantity.unit}), by default {quantity.text(quantity.default)}. "
    return text + quantity.meaning


def _fields(scenario: Any) -> dict[str, Any]:
    """What a scenario of Mesa's gives, the seed among it. Raises DeclarationError for anything else."""
    if scenario is None:
        return {}
    if not hasattr(scenario, "rng"):
        raise DeclarationError("scenario takes a Scenario of Mesa's (from 3.5 on); a scenario of this game goes first, as preset")
    return {"rng": scenario.rng, **dict(scenario)}


def without_model(scenario: Any) -> Any:
    """A copy of a scenario of Mesa's that belongs to no model: 3.5 lets one belong to a single model, and pickles that with it."""
    alone = copy.copy(scenario)
    if hasattr(alone, "model"):
        object.__setattr__(alone, "model", None)  # its own way is barred while that model runs
    return alone


def seed_of(rng: object) -> int:
    """The seed that `rng` stands for: itself, the next number of a generator, a fresh one for None. Raises DeclarationError."""
    if rng is None:
        return fresh_seed()
    if isinstance(rng, GENERATORS):
        return int(np.random.default_rng(copy.deepcopy(rng)).integers(LARGEST_SEED, dtype=np.uint64, endpoint=True))
    return whole("rng, the seed,", rng, 0, LARGEST_SEED)


def adjusted(scenario: Scenario, values: dict[str, Any]) -> Scenario:
    """The scenario with some levers and uncertainties set by name, None being none. Raises DeclarationError for an unknown name."""
    for name in values:
        if name not in LEVERS and name not in UNCERTAINTIES:
            raise DeclarationError(unknown(name))
    given = {name: value for name, value in values.items() if value is not None}
    levers = {name: value for name, value in given.items() if name in LEVERS}
    pins = {name: value for name, value in given.items() if name in UNCERTAINTIES}
    if levers:
        scenario = scenario.with_levers(levers)
    return scenario.with_pins(pins) if pins else scenario


def unknown(name: str) -> str:
    """What to say to someone who names neither a lever nor an uncertainty."""
    return f"unknown lever or uncertainty {name!r}; {nearest(name, [*LEVERS, *UNCERTAINTIES])}"
