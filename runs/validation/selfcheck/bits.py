"""The bits of a thousand futures of every scenario, as short hashes, one a run."""

import hashlib
import json
from pathlib import Path

import numpy as np

from ....model.scenario import SHIPPED, load
from ...ensemble.futures import Policy, play

PLACE = Path(__file__).with_name("bits.json")
RUNS, SEED = 1_000, 1
DIGITS = 8
"""Hexadecimal digits kept of each run's hash: one in four thousand million differs unseen."""


def bits_of(scenario: str, runs: int = RUNS) -> str:
    """The hashes of a scenario's futures under the seed, one after another, each of `DIGITS` digits."""
    outcomes = play(Policy(load(scenario)), runs, SEED)
    columns = [np.asarray(outcomes[name]) for name in outcomes.dtype.names or ()]
    rows = [column.astype(column.dtype.newbyteorder("<"), copy=False).reshape(runs, -1) for column in columns]
    return "".join(hashlib.sha256(b"".join(row[run].tobytes() for row in rows)).hexdigest()[:DIGITS] for run in range(runs))


def written() -> dict[str, str]:
    """The hashes that come with the program, by scenario."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


def made(runs: int = RUNS) -> dict[str, str]:
    """The hashes of every scenario, as played here and now."""
    return {scenario: bits_of(scenario, runs) for scenario in SHIPPED}


def differing(here: str, there: str) -> list[int]:
    """The runs in which two rows of hashes differ, as far as the shorter goes."""
    ends = range(0, min(len(here), len(there)), DIGITS)
    return [start // DIGITS for start in ends if here[start : start + DIGITS] != there[start : start + DIGITS]]
