"""A world at one moment as plain values: what a chronicle reads, copied out of the record once a step."""

from types import SimpleNamespace
from typing import NamedTuple

import numpy as np

from ...agents.record import part


class Moment(NamedTuple):
    """Parts of a world, each with the fields of its record; `allies`, `lost`, `contested` are copied columns, by ally or sector."""

    week: float
    weeks_per_step: float
    horizon: float
    over: bool
    field: SimpleNamespace
    coalition: SimpleNamespace
    ladder: SimpleNamespace
    outcome: SimpleNamespace
    united_states: SimpleNamespace
    ukraine: SimpleNamespace
    russia: SimpleNamespace
    situation: SimpleNamespace
    uncertainties: SimpleNamespace
    levers: SimpleNamespace
    allies: dict[str, np.ndarray]
    lost: list[int]
    contested: list[int]


def moment(world: np.record) -> Moment:
    """The world as it stands, owing nothing to its record any more."""
    return Moment(
        week=float(world["week"]),
        weeks_per_step=float(world["weeks_per_step"]),
        horizon=float(world["horizon"]),
        over=bool(world["over"]),
        field=_values(part(world, "field")),
        coalition=_values(part(world, "coalition")),
        ladder=_values(part(world, "ladder")),
        outcome=_values(part(world, "outcome")),
        united_states=_values(part(world, "united_states"), ("will", "policy", "next_election", "next_is_presidential")),
        ukraine=_values(part(world, "ukraine"), ("confidence", "conduct")),
        russia=_values(
            part(world, "russia"), ("belief", "fear", "affront", "grievance", "foreseen_war", "gains", "gap", "shown_sector")
        ),
        situation=_values(part(world, "situation"), ("legal", "arms", "sanctions")),
        uncertainties=_values(part(world, "uncertainties"), ("longest_war", "breaking_point")),
        levers=_values(part(world, "levers"), ("troop_ceiling", "us_ground_troops", "nato_mission", "consensus_forced")),
        allies={name: part(world, "allies")[name].copy() for name in ("status", "share", "vetoes", "next_government")},
        lost=part(world, "situation", "sectors")["lost"].tolist(),
        contested=part(world, "situation", "sectors")["contested"].tolist(),
    )


def _values(record: np.record, names: tuple[str, ...] | None = None) -> SimpleNamespace:
    """Fields of a record (all of them, or these) as Python numbers; arrays as lists, since NumPy would hand out views of them."""
    if names is None:
        values = (value.tolist() if isinstance(value, np.ndarray) else value for value in record.item())
        return SimpleNamespace(**dict(zip(record.dtype.names or (), values, strict=True)))
    return SimpleNamespace(**{name: part(record, name).item() for name in names})
