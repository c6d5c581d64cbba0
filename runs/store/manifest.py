"""The manifest: what a store holds and how it came about, in full, as a JSON file that a person can read."""

import importlib.metadata
import json
import platform
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from ...model.scenario import Scenario
from ..files.whole import write_whole
from .point import Point
from .refusal import StoreError
from .rulebook import difference, rulebook, rules_hash
from .schema import varied
from .shards import Round, Shard, cut

MANIFEST = "manifest.json"
VERSIONED = ("reassure", "mesa", "numpy", "numba", "llvmlite", "scipy", "pyarrow")
Method = Literal["none", "grid", "latin", "sobol"]


@dataclass(frozen=True)
class Design:
    """The values at which levers and uncertainties are set: a row a combination, a column an axis."""

    method: Method
    axes: list[str]
    rows: list[list[float]]

    def at(self, row: int) -> dict[str, float]:
        """The values of one row by name."""
        return dict(zip(self.axes, self.rows[row], strict=True))


@dataclass(frozen=True)
class Experiment:
    """What was asked for, with nothing left to look up elsewhere."""

    title: str
    summary: str
    baseline: str
    scenarios: dict[str, Scenario]
    """By name, the baseline first; what was set and pinned throughout is in them already."""
    levers: dict[str, float]
    """Set in every scenario but the baseline."""
    pins: dict[str, float]
    """Pinned throughout."""
    design: Design
    seed: int
    weeks: int
    placebo: bool
    """Whether placebos are played, for the noise floor."""


LARGEST = 2**28
"""Bytes of a manifest: a design of 65,536 points takes a twentieth of that."""
FORMAT = 1
"""The format of a store that is written here, and the newest that is read."""


@dataclass(frozen=True)
class Manifest:
    """A store's experiment, points and rounds, and by which rules and versions it is written."""

    format: Literal[1]
    experiment: Experiment
    points: list[Point]
    rounds: list[Round]
    shard_rows: int
    rules: str
    """The hash of the rulebook."""
    rulebook: dict[str, str]
    """A hash for each file of it."""
    versions: dict[str, str]

    @property
    def runs(self) -> int:
        """How many runs every point has."""
        return sum(each.runs for each in self.rounds)

    @property
    def shards(self) -> list[Shard]:
        """All shards that a complete store has, in order."""
        return list(cut(self.points, self.rounds, self.shard_rows))

    @cached_property
    def varied(self) -> tuple[str, ...]:
        """The uncertainties that have a column in the rows: what is drawn, and what the points pin differently."""
        scenarios = self.experiment.scenarios
        return varied([{**scenarios[point.scenario].pins, **point.pins} for point in self.points])

    def extended(self, added: Round) -> "Manifest":
        """The same with a further round."""
        return replace(self, rounds=[*self.rounds, added])

    def refuse_other_rules(self, folder: Path) -> None:
        """Raise StoreError if the store was written by other rules than are installed here, saying which differ."""
        differing = difference(self.rulebook, rulebook())
        if differing:
            raise StoreError(
                f"{folder} was written by other rules, those of reassure {self.versions.get('reassure', '?')}: {differing} differ; "
                "its futures cannot be played on by these"
            )


ADAPTER = TypeAdapter(Manifest)


def new_manifest(experiment: Experiment, points: list[Point], first_round: Round, shard_rows: int) -> Manifest:
    """The manifest of a store that these rules on this machine are about to write."""
    book = rulebook()
    return Manifest(1, experiment, points, [first_round], shard_rows, rules_hash(book), dict(book), versions_here())


def versions_here() -> dict[str, str]:
    """The versions that rows may depend on, the kind of machine among them."""
    installed = {name: importlib.metadata.version(name) for name in VERSIONED}
    return {**installed, "python": platform.python_version(), "machine": platform.machine(), "system": platform.system()}


def save(manifest: Manifest, folder: Path) -> None:
    """Write the manifest, whole or not at all."""
    write_whole(folder / MANIFEST, as_text(manifest))


def as_text(manifest: Manifest) -> bytes:
    """The manifest as JSON: the same for the same manifest."""
    content: dict[str, Any] = ADAPTER.dump_python(manifest, mode="json", warnings=False)
    for scenario in content["experiment"]["scenarios"].values():
        scenario["explicit"].sort()
    return (json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False) + "\n").encode()


def load(folder: Path) -> Manifest:
    """The manifest of the store in a folder. Raises StoreError if there is none, or if it is damaged."""
    path = folder / MANIFEST
    try:
        if path.exists() and not path.is_file():
            raise StoreError(f"{path} is not a regular file, so no manifest")
        if path.stat().st_size > LARGEST:
            raise StoreError(f"{path} is larger than {LARGEST:,} bytes; no manifest is")
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise StoreError(f"{folder} holds no batch: there is no {MANIFEST} in it") from None
    except (OSError, ValueError) as error:
        raise StoreError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from None
    _refuse_newer(path, content)
    try:
        manifest = ADAPTER.validate_json(content)
    except ValidationError as failure:
        first = failure.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise _damaged(path, f"{place}: {first['msg']}" if place else first["msg"]) from None
    if rules_hash(manifest.rulebook) != manifest.rules:
        raise _damaged(path, "its hash of the rules does not fit its rulebook")
    if [point.number for point in manifest.points] != list(range(len(manifest.points))):
        raise _damaged(path, "its points are not numbered in order")
    return manifest


def _refuse_newer(path: Path, content: bytes) -> None:
    """Raise StoreError for a format that is not known here yet: such a store is good, and nothing of it must be repaired."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return
    number = told.get("format") if isinstance(told, dict) else None
    if isinstance(number, int) and number > FORMAT:
        raise StoreError(
            f"{path} was written by a newer version of reassure (store format {number}; this one reads {FORMAT}): "
            "open it with that version"
        )


def _damaged(path: Path, reason: str) -> StoreError:
    return StoreError(
        f"{path} is damaged: {reason}; the shards beside it are untouched, and the same 'reassure batch' into a new folder "
        "writes the same manifest, which can be put in its place"
    )
