"""The manifest: what a store holds and how it came about, in full, as a JSON file that a person can read."""

import hashlib
import importlib.metadata
import json
import platform
import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
from pydantic import TypeAdapter, ValidationError

from ...agents.names import DeclarationError
from ...model.bounded_file import CannotReadError, content_of
from ..files.whole import write_whole
from .asked_for import Experiment, Many
from .point import Point
from .refusal import StoreError, refuse_unspeakable
from .rulebook import difference, rulebook, rules_hash
from .schema import schema, varied
from .shards import Round, Shard, cut
from .soundness import refuse_unsound

MANIFEST = "manifest.json"
RULES = "reassure.rules"
"""The label by which a shard says what rules it was written by, the only one that it had in older versions."""
VERSIONED = ("reassure", "mesa", "numpy", "numba", "llvmlite", "scipy", "pyarrow")
LARGEST = 2**28
"""Bytes of a manifest: a design of 65,536 points takes a quarter of that."""
MOST_TABLES = 4_000_000
"""Lists and maps in a manifest: each costs some hundred bytes of memory before it is known whether it belongs there."""
FORMAT = 1
"""The format of a store that is written here, and the newest that is read; raised when older versions could not read it."""


@dataclass(frozen=True)
class Manifest:
    """A store's experiment, points and rounds, and by which rules and versions it is written."""

    format: Literal[1]
    experiment: Experiment
    points: Many[Point]
    rounds: Many[Round]
    shard_rows: int
    rules: str
    """The hash of the rulebook."""
    rulebook: dict[str, str]
    """A hash for each file of it."""
    versions: dict[str, str]
    checksum: str = ""
    """Of all the rest; empty in stores of older versions, whose shards have none either."""

    @property
    def runs(self) -> int:
        """How many runs every point has."""
        return sum(each.runs for each in self.rounds)

    @cached_property
    def shards(self) -> list[Shard]:
        """All shards that a complete store has, in order."""
        return list(cut(self.points, self.rounds, self.shard_rows))

    @cached_property
    def varied(self) -> tuple[str, ...]:
        """The uncertainties that have a column in the rows: what is drawn, and what the points pin differently."""
        scenarios = self.experiment.scenarios
        return varied([{**scenarios[point.scenario].pins, **point.pins} for point in self.points])

    @cached_property
    def schema(self) -> pa.Schema:
        """What the rows consist of by the rules that are installed here."""
        return schema(self.varied)

    @cached_property
    def identity(self) -> str:
        """A hash of everything that was asked for and of every point; it stays the same when runs are added."""
        content = _plain(self)
        return _digest({"experiment": content["experiment"], "points": content["points"]})[:16]

    def labels(self, shard: Shard) -> dict[str, str]:
        """What a shard of this store says of itself, under keys of Parquet's metadata: what it is of."""
        return {
            RULES: self.rules,
            "reassure.seed": str(self.experiment.seed),
            "reassure.weeks": str(self.experiment.weeks),
            "reassure.experiment": self.identity,
            "reassure.points": _span(shard.first_point, shard.points),
            "reassure.runs": _span(shard.first_run, shard.runs),
        }

    @property
    def other_rules(self) -> str | None:
        """Which rules differ from those installed here, in words; None if they are the same."""
        return difference(self.rulebook, rulebook())

    def extended(self, added: Round) -> "Manifest":
        """The same with a further round."""
        return replace(self, rounds=[*self.rounds, added]).sealed()

    def sealed(self) -> "Manifest":
        """The same with the checksum that it ought to have."""
        return replace(self, checksum=_digest({**_plain(self), "checksum": ""}))

    def refuse_other_rules(self, folder: Path) -> None:
        """Raise StoreError if the store was written by other rules than are installed here, saying which differ."""
        if differing := self.other_rules:
            raise StoreError(
                f"{folder} was written by other rules, those of reassure {self._version}: {differing} differ; "
                "its futures cannot be played on by these"
            )

    def refuse_to_extend(self, folder: Path) -> None:
        """Raise StoreError if nothing can be added to the store: other rules wrote it, or its shards cannot prove themselves."""
        self.refuse_other_rules(folder)
        if not self.checksum:
            raise StoreError(
                f"{folder} was written by reassure {self._version}, before shards had checksums; it can be read, but nothing is "
                "added to it: run the same batch into a new folder"
            )

    def remarks(self, folder: Path) -> list[str]:
        """What somebody who reads the store ought to know of how it was written."""
        told = []
        if differing := self.other_rules:
            told.append(
                f"{folder} was written by other rules, those of reassure {self._version}: {differing} differ; it is read as it is"
            )
        if not self.checksum:
            told.append(f"{folder} was written before shards had checksums: damage to its rows may go unnoticed")
        return told

    @property
    def _version(self) -> str:
        return self.versions.get("reassure", "?")


def _span(first: int, count: int) -> str:
    return f"{first} to {first + count - 1}"


ADAPTER = TypeAdapter(Manifest)


def new_manifest(experiment: Experiment, points: list[Point], first_round: Round, shard_rows: int) -> Manifest:
    """The manifest of a store that these rules on this machine are about to write."""
    book = rulebook()
    return Manifest(1, experiment, points, [first_round], shard_rows, rules_hash(book), dict(book), versions_here()).sealed()


def versions_here() -> dict[str, str]:
    """The versions that rows may depend on, the kind of machine among them."""
    installed = {name: importlib.metadata.version(name) for name in VERSIONED}
    return {**installed, "python": platform.python_version(), "machine": platform.machine(), "system": platform.system()}


def save(manifest: Manifest, folder: Path) -> None:
    """Write the manifest, whole or not at all. Raises StoreError if it would be too large to be read again."""
    content = as_text(manifest)
    if len(content) > LARGEST or _tables(content) > MOST_TABLES:
        raise StoreError(f"{len(manifest.points):,} points are too many for one store; spread them over several")
    write_whole(folder / MANIFEST, content)


def _tables(content: bytes) -> int:
    return content.count(b"[") + content.count(b"{")


def as_text(manifest: Manifest) -> bytes:
    """The manifest as JSON: the same for the same manifest."""
    return (json.dumps(_plain(manifest), indent=1, ensure_ascii=False, allow_nan=False) + "\n").encode()


def _plain(manifest: Manifest) -> dict[str, Any]:
    content: dict[str, Any] = ADAPTER.dump_python(manifest, mode="json", warnings=False)
    for scenario in content["experiment"]["scenarios"].values():
        scenario["explicit"].sort()
    return content


def _digest(content: dict[str, Any]) -> str:
    """The same for the same values, in whatever order and layout a file has them."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, allow_nan=False).encode()).hexdigest()


def load(folder: Path) -> Manifest:
    """The manifest of the store in a folder. Raises StoreError if there is none, or if it is damaged."""
    refuse_unspeakable(folder)
    path = folder / MANIFEST
    try:
        content = content_of(path, LARGEST)
    except FileNotFoundError:
        raise StoreError(f"{folder} holds no batch: there is no {MANIFEST} in it") from None
    except CannotReadError as error:
        raise StoreError(str(error)) from None
    if _tables(content) > MOST_TABLES:
        raise StoreError(f"{path} has more than {MOST_TABLES:,} lists and maps in it; no manifest has")
    try:
        manifest = ADAPTER.validate_json(content, strict=True)
    except ValidationError as failure:
        _refuse_newer(path, content)
        first = failure.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise _damaged(path, f"{place}: {first['msg']}" if place else first["msg"]) from None
    if rules_hash(manifest.rulebook) != manifest.rules:
        raise _damaged(path, "its hash of the rules does not fit its rulebook")
    try:
        refuse_unsound(manifest)
    except DeclarationError as error:
        raise _damaged(path, str(error)) from None
    if manifest.checksum and manifest.sealed() != manifest:
        raise _damaged(path, "its checksum does not fit: something in it is not as it was written")
    return manifest


def _refuse_newer(path: Path, content: bytes) -> None:
    """Raise StoreError for a format that is not known here yet: such a store is good, and nothing of it must be repaired."""
    told = re.search(rb'"format"\s*:\s*(\d{1,9})\b', content)
    if told and int(told[1]) > FORMAT:
        raise StoreError(
            f"{path} was written by a newer version of reassure (store format {int(told[1])}; this one reads {FORMAT}): "
            "open it with that version"
        )


def _damaged(path: Path, reason: str) -> StoreError:
    return StoreError(
        f"{path} is damaged: {reason}; the shards beside it are untouched, and the same 'reassure batch' into a new folder "
        "writes the same manifest, which can be put in its place"
    )
