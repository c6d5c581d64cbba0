"""A batch begun, finished and extended: what the commands of the same names do."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ...model.future import LARGEST_COUNTER, whole
from ..console.command_line import command
from ..ensemble.compiling import ensure_compiled
from ..ensemble.futures import cores
from ..files import results_folder as folders
from ..files.whole import sweep_out
from ..store.lock import LOCK, alone
from ..store.manifest import MANIFEST, Manifest, load, save
from ..store.refusal import StoreError
from ..store.shards import FUTURES, Shard, check
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


Look = Callable[[Outlook], object]
"""Is told, before any future is played, what there is to do."""
Advance = Callable[[int], object]


def nobody(_: object) -> None:
    """Tell nobody."""


def begin(request: Request, out: Path, workers: Workers | None = None, look: Look = nobody, advance: Advance = nobody) -> Manifest:
    """Run a batch into a new folder. Raises DeclarationError, before anything is written, for whatever is not right."""
    manifest = prepare(request)
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
    manifest = load(out)
    manifest.refuse_other_rules(out)
    with alone(out):
        _finish(out, load(out), workers, look, advance)
    return manifest


def extend(out: Path, runs: int, workers: Workers | None = None, look: Look = nobody, advance: Advance = nobody) -> Manifest:
    """Add further runs to every point of a store, and finish what is missing. Raises StoreError as `resume` does."""
    manifest = load(out)
    manifest.refuse_other_rules(out)
    with alone(out):
        manifest = load(out)
        whole("runs", manifest.runs + runs, 1, LARGEST_COUNTER)
        refuse_too_many((manifest.runs + runs) * len(manifest.points))
        added = a_round(manifest.experiment, manifest.runs, runs)
        manifest = manifest.extended(added)
        save(manifest, out)
        _finish(out, manifest, workers, look, advance)
    return manifest


def _finish(out: Path, manifest: Manifest, workers: Workers | None, look: Look, advance: Advance) -> None:
    ensure_compiled()
    try:
        (out / FUTURES).mkdir(exist_ok=True)
        sweep_out(out)
        sweep_out(out / FUTURES)
    except OSError as error:
        raise StoreError(f"cannot write in {out}: {error.strerror or error}") from None
    shards = manifest.shards
    missing, damaged = _examined(out, manifest, shards)
    total, lacking = (sum(shard.rows for shard in each) for each in (shards, missing))
    look(Outlook(total, total - lacking, damaged))
    if missing:
        carry_out(out, manifest, missing, workers or Threads(), advance)


def _examined(out: Path, manifest: Manifest, shards: Iterable[Shard]) -> tuple[list[Shard], tuple[str, ...]]:
    """The shards that are not there whole, and what is wrong with those that are there. Every bit of them is read."""
    damaged = []

    def is_whole(shard: Shard) -> bool:
        if not (out / FUTURES / shard.name).exists():
            return False
        try:
            check(out, shard, manifest.rules, manifest.varied)
        except StoreError as error:
            damaged.append(str(error))
            return False
        return True

    with ThreadPoolExecutor(cores()) as pool:
        whole = dict(zip(shards, pool.map(is_whole, shards), strict=True))
    return [shard for shard, there in whole.items() if not there], tuple(damaged)


def _refuse_taken(out: Path) -> None:
    """Raise StoreError if a folder holds anything already."""
    if (out / MANIFEST).exists():
        resume, extend = command("resume", out), command("extend", out)
        raise StoreError(f"{out} holds a batch already; '{resume}' finishes it, '{extend}' adds runs")
    if out.is_dir() and any(path.name not in {LOCK, FUTURES} for path in out.iterdir()):
        raise StoreError(f"{out} is not empty; a batch goes into a folder of its own")
