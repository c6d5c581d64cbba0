"""What lies in a store's folder of shards: those that belong there, and whatever else."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..files.whole import UNFINISHED
from .manifest import Manifest
from .refusal import StoreError
from .shards import FUTURES, Shard

NAMED = 3
"""How many strays a remark names; `reassure check` names all."""


@dataclass(frozen=True)
class Found:
    """What there is, by name; nothing has been opened."""

    folder: Path
    shards: list[Shard]
    """In the order of the manifest."""
    missing: list[Shard]
    unfinished: list[str]
    """Shards that are being written, or were when a process was killed."""
    strays: list[str]
    """What does not belong there; other programs that read the folder read it too."""

    def remarks(self) -> Iterator[str]:
        """A line about strays, if there are any."""
        if self.strays:
            named = ", ".join(self.strays[:NAMED])
            further = f" and {len(self.strays) - NAMED} more" if len(self.strays) > NAMED else ""
            yield f"{self.folder} holds what is not of this batch and is not read: {named}{further}"


def look_into(folder: Path, manifest: Manifest) -> Found:
    """What is in the folder of shards, against what the manifest says belongs there. Raises StoreError if it cannot be read."""
    place = folder / FUTURES
    try:
        names = {path.name for path in place.iterdir()}
    except FileNotFoundError:
        names = set()
    except OSError as error:
        raise StoreError(f"cannot read {place}: {error.strerror or error}") from None
    there = [shard for shard in manifest.shards if shard.name in names]
    missing = [shard for shard in manifest.shards if shard.name not in names]
    names -= {shard.name for shard in there}
    unfinished = {name for name in names if name.endswith(UNFINISHED)}
    return Found(place, there, missing, sorted(unfinished), sorted(names - unfinished))
