"""What a store goes through, and how it is afterwards, beside one that was never disturbed."""

import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pyarrow.parquet as pq

from .. import cli
from ..console.interpreter import this_python
from ..store.lock import LOCK
from ..store.shards import FUTURES

BATCH = (
    "batch",
    "limited_reassurance_force",
    "--sweep",
    "troop_ceiling=5,10,15,30",
    "--runs",
    "4000",
    "--weeks",
    "104",
    "--seed",
    "7",
)
"""A batch of some tens of shards that takes a few seconds."""
MORE = ("--runs", "2000")
"""What `extend` adds to it."""


@dataclass(frozen=True)
class Ordeal:
    """One disturbance, and what became of the store once somebody had gone on."""

    name: str
    moment: str
    """When it happened, in words."""
    left: int
    """Whole shards there when it had happened."""
    lost: int
    """Rows missing at the end."""
    doubled: int
    """Rows there twice at the end."""
    equal: bool
    """Whether every file of the store is, to the byte, that of the undisturbed batch."""
    wrong: str = ""
    """What else went wrong; empty if nothing did."""

    @property
    def well(self) -> bool:
        """Whether nothing was lost, doubled, different or else wrong."""
        return self.equal and not self.lost and not self.doubled and not self.wrong


@dataclass(frozen=True)
class Reference:
    """A batch that was never disturbed, the same extended, and how many seconds the commands take."""

    batch: Path
    extended: Path
    seconds: dict[str, float]


def command_line(*words: str | Path) -> list[str]:
    """The real command, in this environment."""
    return [*this_python(), "-m", cli.__name__, *map(str, words)]


def reassure(*words: str | Path) -> subprocess.Popen[str]:
    """Start the real command in a process group of its own."""
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        command_line(*words), stdin=quiet, stdout=quiet, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def carried_out(*words: str | Path) -> tuple[int, str]:
    """Status and standard error of the real command."""
    process = reassure(*words)
    _, errors = process.communicate()
    return process.returncode, errors.strip()


def reference(folder: Path) -> Reference:
    """Play the undisturbed batch, and its extension, below a folder. Raises RuntimeError if they cannot be played."""
    batch, extended = folder / "batch", folder / "extended"
    playing = _timed(*BATCH, "--out", batch)
    shutil.copytree(batch, extended)
    return Reference(batch, extended, {"batch": playing, "resume": playing, "extend": _timed("extend", extended, *MORE)})


def _timed(*words: str | Path) -> float:
    begun = time.perf_counter()
    status, errors = carried_out(*words)
    if status:
        raise RuntimeError(errors)
    return time.perf_counter() - begun


def halved(store: Path, folder: Path, random: Random) -> None:
    """Copy a store with most of its shards missing."""
    shutil.copytree(store, folder)
    shards = shards_in(folder)
    for shard in random.sample(shards, len(shards) * 3 // 4):
        shard.unlink()


def ended(name: str, moment: str, left: int, folder: Path, wanted: Path, last: tuple[int, str], wrong: str = "") -> Ordeal:
    """How a store is at the end; `last` is status and standard error of the command that went on."""
    status, errors = last
    there, should = _rows(folder), _rows(wanted)
    lost, doubled = len({*should} - {*there}), len(there) - len({*there})
    return Ordeal(name, moment, left, lost, doubled, _files(folder) == _files(wanted), wrong or (errors if status else ""))


def shards_in(folder: Path) -> list[Path]:
    """The shards that are there."""
    return sorted((folder / FUTURES).glob("*.parquet"))


def _rows(folder: Path) -> list[tuple[int, int]]:
    """Point and run of every row in a store's folder, by its shards alone."""
    tables = [pq.read_table(path, columns=["point", "run"], partitioning=None) for path in shards_in(folder)]
    return [pair for table in tables for pair in zip(table["point"].to_pylist(), table["run"].to_pylist(), strict=True)]


def _files(folder: Path) -> dict[str, bytes]:
    """Every file but the lock, what is half-written included."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != LOCK]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
