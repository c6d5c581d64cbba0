"""A batch begun, finished and extended: what the commands of the same names do."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ...model.future import LARGEST_COUNTER, whole
from ..console.command_line import command
from ..ensemble.compiling import ensure_compiled
from ..ensemble.futures import cores
from ..files import results_folder as folders
from ..files.whole import UNFINISHED, sweep_out
from ..store.folder import look_into
from ..store.lock import LOCK, alone
from ..store.manifest import MANIFEST, Manifest, load, save
from ..store.refusal import DamagedError, StoreError, refuse_unspeakable
from ..store.shard_file import examine
from ..store.shards import FUTURES, Shard
from ..store.soundness import refuse_too_many_shards
from .drive import Threads, Workers, carry_out
from .experiment import Request, a_round, prepare, refuse_too_many


@dataclass(frozen=True)
class Outlook:
    """What there is to do in a store."""

    total: int
    """Futures of the whole batch."""
    kept: int
    """Futures that are there already."""
    damaged: tuple[str, ...] = ()
    """Why shards are played again."""
    strays: tuple[str, ...] = ()
    """What in the folder is not of the batch."""


Look = Callable[[Outlook], object]
"""Is told, before any future is played, what there is to do."""
Advance = Callable[[int], object]


def nobody(_: object) -> None:
    """Tell nobody."""


def begin(request: Request, out: Path, workers: Workers | None = None, look: Look = nobody, advance: Advance = nobody) -> Manifest:
    """Run a batch into a new folder. Raises DeclarationError, before anything is written, for whatever is not right."""
    manifest = prepare(request)
    refuse_unspeakable(out)
    folders.check(out)
    _refuse_taken(out)
    ensure_compiled()
    try:
        (out / FUTURES).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make {out / FUTURES}: {error.strerror or error}") from None
    with alone(out):
        _refuse_taken(out)
        save(manifest, out)
        shards = manifest.shards
        look(Outlook(sum(shard.rows for shard in shards), 0))
        carry_out(out, manifest, shards, workers or Threads(), advance)
    return manifest


def resume(out: Path, workers: Workers | None = None, look: Look = nobody, advance: Advance = nobody) -> Manifest:
    """Finish what is missing in a store, and only that. Raises StoreError, among others if other rules wrote it."""
    load(out).refuse_to_extend(out)
    with alone(out):
        manifest = load(out)
        missing = _missing(out, manifest, look)
        carry_out(out, manifest, missing, workers or Threads(), advance)
    return manifest


def extend(out: Path, runs: int, workers: Workers | None = None, look: Look = nobody, advance: Advance = nobody) -> Manifest:
    """Add further runs to every point of a store, and finish what is missing. Raises StoreError as `resume` does."""
    load(out).refuse_to_extend(out)
    with alone(out):
        manifest = load(out)
        whole("runs", manifest.runs + runs, 1, LARGEST_COUNTER)
        refuse_too_many((manifest.runs + runs) * len(manifest.points))
        manifest = manifest.extended(a_round(manifest.experiment, manifest.runs, runs))
        refuse_too_many_shards(manifest)
        missing = _missing(out, manifest, look)
        save(manifest, out)
        carry_out(out, manifest, missing, workers or Threads(), advance)
    return manifest


def _missing(out: Path, manifest: Manifest, look: Look) -> list[Shard]:
    """The shards that are not there whole. Raises ForeignError for one of another batch, which is not to be played over."""
    ensure_compiled()
    try:
        (out / FUTURES).mkdir(exist_ok=True)
        sweep_out(out)
        sweep_out(out / FUTURES)
    except OSError as error:
        raise StoreError(f"cannot write in {out}: {error.strerror or error}") from None
    found = look_into(out, manifest)
    damaged = _damaged(out, manifest, found.shards)
    lost = damaged.keys() | set(found.missing)
    missing = [shard for shard in manifest.shards if shard in lost]
    total, lacking = (sum(shard.rows for shard in each) for each in (manifest.shards, missing))
    look(Outlook(total, total - lacking, tuple(damaged.values()), tuple(found.remarks())))
    return missing


def _damaged(out: Path, manifest: Manifest, there: list[Shard]) -> dict[Shard, str]:
    """What is wrong with shards that are there. Every bit of them is read."""

    def wrong_with(shard: Shard) -> str | None:
        try:
            examine(out, manifest, shard, manifest.schema)
        except DamagedError as error:
            return str(error)
        return None

    with ThreadPoolExecutor(cores()) as pool:
        told = dict(zip(there, pool.map(wrong_with, there), strict=True))
    return {shard: wrong for shard, wrong in told.items() if wrong}


def _refuse_taken(out: Path) -> None:
    """Raise StoreError if a folder holds anything already, but for what is there of a batch that was killed as it began."""
    if (out / MANIFEST).exists():
        resume, extend = command("resume", out), command("extend", out)
        raise StoreError(f"{out} holds a batch already; '{resume}' finishes it, '{extend}' adds runs")
    inside = [*out.iterdir(), *(out / FUTURES).glob("*")] if out.is_dir() else []
    if any(path not in {out / LOCK, out / FUTURES, out / (MANIFEST + UNFINISHED)} for path in inside):
        raise StoreError(f"{out} is not empty; a batch goes into a folder of its own")
