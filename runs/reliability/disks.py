"""A disk that fills up, and one that can only be read, while a batch is played; each is mounted for it alone."""

import shlex
import shutil
import subprocess
from pathlib import Path
from random import Random

from ..console.status import REFUSED
from .ordeal import BATCH, Ordeal, Reference, command_line, ended, halved, shards_in

MOUNTED = "mounted"
PRIVATE = ("unshare", "--map-root-user", "--mount", "sh", "-eu", "-c")
"""What gives a shell file systems of its own, where the system lets everybody have them."""


def can_mount() -> bool:
    """Whether a file system can be mounted here for one process alone."""
    if shutil.which(PRIVATE[0]) is None:
        return False
    return subprocess.run([*PRIVATE, "mount -t tmpfs none /mnt"], capture_output=True, check=False).returncode == 0


def full_disk(undisturbed: Reference, scratch: Path) -> Ordeal:
    """`batch` on a disk with room for half of it; then room is made, and `resume` goes on."""
    half = sum(path.stat().st_size for path in shards_in(undisturbed.batch)) // 2
    store = scratch / MOUNTED / "store"
    steps = [
        _mounted(f"size={half}"),
        _refused(*BATCH, "--out", store),
        _mounted("remount,size=100m"),
        *_gone_on(store),
    ]
    return _on_a_disk("disk full", "half-way", steps, undisturbed, scratch)


def read_only_disk(undisturbed: Reference, scratch: Path) -> Ordeal:
    """`resume` of a store on a disk that cannot be written; then it can."""
    halved(undisturbed.batch, scratch / "half", Random(0))
    store = scratch / MOUNTED / "store"
    steps = [
        _mounted("size=100m"),
        shlex.join(["cp", "-r", str(scratch / "half"), str(store)]),
        _mounted("remount,ro"),
        _refused("resume", store),
        _mounted("remount,rw"),
        *_gone_on(store),
    ]
    return _on_a_disk("disk read-only", "from the start", steps, undisturbed, scratch)


def _mounted(options: str) -> str:
    return f"mount -t tmpfs -o {options} none {MOUNTED}"


def _refused(*words: str | Path) -> str:
    """A command that must be refused; what it says is kept."""
    called = shlex.join(command_line(*words))
    return f"status=0; {called} >/dev/null 2>refusal || status=$?; echo $status >status; ls {MOUNTED}/store/futures >left"


def _gone_on(store: Path) -> list[str]:
    """The command that goes on, and a copy of the store to outlive the disk."""
    return [shlex.join(command_line("resume", store)) + " >/dev/null 2>last", f"cp -r {MOUNTED}/store after"]


def _on_a_disk(name: str, moment: str, steps: list[str], undisturbed: Reference, scratch: Path) -> Ordeal:
    """Take the steps on a disk of their own, and see how the store is afterwards."""
    (scratch / MOUNTED).mkdir()
    taken = subprocess.run([*PRIVATE, "\n".join(steps)], cwd=scratch, capture_output=True, text=True, check=False)
    refusal = (scratch / "refusal").read_text(encoding="utf-8")
    left = len((scratch / "left").read_text(encoding="utf-8").split())
    as_it_should = (scratch / "status").read_text().strip() == str(REFUSED) and refusal.count("\n") == 1
    last = taken.returncode, taken.stderr + (scratch / "last").read_text(encoding="utf-8")
    return ended(name, moment, left, scratch / "after", undisturbed.batch, last, "" if as_it_should else f"it said {refusal!r}")
