"""Two processes that write in one store at the same time."""

import time
from pathlib import Path
from random import Random

from ..console.status import REFUSED
from .ordeal import Ordeal, Reference, carried_out, ended, halved, reassure, shards_in


def two_writers(number: int, seed: int, undisturbed: Reference, folder: Path) -> Ordeal:
    """`resume` twice, a moment apart: both may come to the end, or one is refused and names the other."""
    random = Random(f"{seed} {number}")
    halved(undisturbed.batch, folder, random)
    first = reassure("resume", folder)
    moment = random.uniform(0.0, undisturbed.seconds["resume"] / 2)
    time.sleep(moment)
    second = reassure("resume", folder)
    told = [(process.communicate()[1], process.returncode) for process in (first, second)]
    wrong = "; ".join(errors for errors, status in told if not _as_it_should(status, errors))
    left = len(shards_in(folder))
    return ended("two writers", f"{moment:.1f} s apart", left, folder, undisturbed.batch, carried_out("resume", folder), wrong)


def _as_it_should(status: int, errors: str) -> bool:
    return status == 0 or (status == REFUSED and errors.count("\n") == 1 and "is being written by" in errors)
