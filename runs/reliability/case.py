"""One input of the fuzzer: a command line, the files it finds around it, and what has been done to the store it may name."""

from dataclasses import dataclass, field

STORE, OTHER_STORE = "store", "other"
"""Folders of two small batches that some cases find in theirs: the second of another seed."""


@dataclass(frozen=True)
class Damage:
    """Bytes put in place of a file of the store; None: the file is gone. `source` in its place: a copy of that file of `other`."""

    place: str
    content: bytes | None = None
    source: str | None = None


@dataclass(frozen=True)
class Case:
    """What is tried. Everything is relative to a folder of its own, in which the command runs."""

    kind: str
    arguments: tuple[str, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    needs_store: bool = False
    damage: tuple[Damage, ...] = ()
    interrupted_after: float | None = None
    """Seconds until Ctrl-C; None for never."""

    def told(self) -> str:
        """The case in a few lines: what to type, and on what."""
        lines = [f"{self.kind}: reassure {' '.join(map(ascii, self.arguments))}"]
        lines += [f"  file {name!a}: {content[:300]!r}" for name, content in self.files.items()]
        lines += [f"  {each.place!a}: {each.source or (each.content or b'nothing')[:300]!r}" for each in self.damage]
        return "\n".join(line[:1_000] for line in lines)
