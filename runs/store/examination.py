"""Everything that is not as it should be in a store: every bit of it is read."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from ..console.command_line import command
from ..ensemble.futures import cores
from .refusal import DamagedError, ForeignError
from .shard_file import examine
from .shards import Shard
from .store import Store

LONG = 20
"""Neighbouring shards that are missing are named one by one up to so many."""
Kind = Literal["damaged", "foreign", "missing", "unfinished", "stray"]


@dataclass(frozen=True)
class Finding:
    """Something in a store that is not as it should be."""

    kind: Kind
    """Damaged, of another batch, not there, half-written, or a file that has no business there."""
    file: str
    """Its name."""
    says: str
    """What is wrong with it, in a line."""


def findings(store: Store, advance: Callable[[int], object] = lambda futures: None) -> Iterator[Finding]:
    """What is wrong with a store, shards in their order first. `advance` is told how many futures have just been read."""
    place = store.found.folder
    expected = store.schema

    def wrong_with(shard: Shard) -> Finding | None:
        try:
            examine(store.folder, store.manifest, shard, expected)
        except (DamagedError, ForeignError) as error:
            return Finding("damaged" if isinstance(error, DamagedError) else "foreign", shard.name, str(error))
        return None

    with ThreadPoolExecutor(cores()) as pool:
        for shard, finding in zip(store.shards, pool.map(wrong_with, store.shards), strict=True):
            advance(shard.rows)
            if finding:
                yield finding
    yield from _missing(store)
    for name in store.found.unfinished:
        yield Finding("unfinished", name, f"{place / name} is half-written; {_resume(store)} sweeps it out")
    for name in store.found.strays:
        yield Finding("stray", name, f"{place / name} is not of this batch, and other programs that read the folder read it too")


def _missing(store: Store) -> Iterator[Finding]:
    """What is not there; of a long gap only where it begins and ends."""
    place, gone = store.found.folder, set(store.found.missing)
    for is_gap, neighbours in groupby(store.manifest.shards, gone.__contains__):
        gap = list(neighbours) if is_gap else []
        if len(gap) > LONG:
            futures = sum(shard.rows for shard in gap)
            told = f"{place / gap[0].name} and all to {gap[-1].name}, {len(gap):,} files, are not there"
            yield Finding("missing", gap[0].name, f"{told}; {_resume(store)} plays their {futures:,} futures")
            continue
        for shard in gap:
            told = f"{place / shard.name} is not there; {_resume(store)} plays its {shard.rows:,} futures"
            yield Finding("missing", shard.name, told)


def _resume(store: Store) -> str:
    return f"'{command('resume', store.folder)}'"
