"""`python -m reassure.runs.reliability`: bad inputs by the thousand, kills by the dozen, and the page about both."""

import argparse
import sys
import tempfile
from pathlib import Path

from ..console.progress import progress_bar
from ..files.whole import write_whole
from . import clusters, disks
from .fuzzing import fuzz
from .killing import kills
from .ordeal import Ordeal, reference
from .reliability_page import markdown
from .writers import two_writers

WRITERS = 10
"""How often two write at once."""


def main(arguments: list[str]) -> int:
    """Status 0; 1 if anything went wrong, all of which is told."""
    asked = _parser().parse_args(arguments)
    only = (asked.only[0], int(asked.only[1])) if asked.only else None
    with progress_bar(False) as progress:
        task = progress.add_task("Bad input", total=1 if only else asked.inputs)
        survey = fuzz(asked.inputs, asked.seed, only, _tell, lambda: progress.advance(task))
    ordeals, not_tried = _ordeals(asked.kills, asked.seed) if asked.kills and not only else ([], [])
    unwell = [each for each in ordeals if not each.well]
    for each in unwell:
        _tell(str(each))
    wrong = len(survey.findings) + len(unwell)
    print(f"{survey.tried.total():,} inputs, {len(ordeals)} stores killed or starved: {wrong} things went wrong.")
    if asked.out:
        write_whole(asked.out, markdown(survey, ordeals, not_tried))
    return 1 if wrong else 0


def _tell(text: str) -> None:
    print(text, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m reassure.runs.reliability", description=__doc__, allow_abbrev=False)
    parser.add_argument("--inputs", type=int, default=5_000, help="bad inputs (%(default)s)")
    parser.add_argument("--kills", type=int, default=50, help="kills; with 0 no store suffers anything (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of inputs and moments (%(default)s)")
    parser.add_argument("--only", nargs=2, metavar=("KIND", "NUMBER"), help="try one input again")
    parser.add_argument("--out", type=Path, help="write the page into this file")
    return parser


def _ordeals(number: int, seed: int) -> tuple[list[Ordeal], list[str]]:
    """All that stores are put through, and what of it cannot be done here."""
    found, not_tried = [], []
    with tempfile.TemporaryDirectory() as scratch, progress_bar(False) as progress:
        folder = Path(scratch)
        task = progress.add_task("Sudden death", total=number + WRITERS)
        undisturbed = reference(folder / "undisturbed")
        found += kills(number, seed, undisturbed, folder, advance=lambda: progress.advance(task))
        for each in range(WRITERS):
            found.append(two_writers(each, seed, undisturbed, folder / f"written {each}"))
            progress.advance(task)
        if disks.can_mount():
            found += [
                disks.full_disk(undisturbed, _made(folder / "full")),
                disks.read_only_disk(undisturbed, _made(folder / "read-only")),
            ]
        else:
            not_tried.append("disks full and read-only, because nothing can be mounted here")
        if clusters.has_dask():
            found += [
                clusters.worker_killed(undisturbed, folder / "worker"),
                clusters.scheduler_killed(undisturbed, folder / "scheduler"),
            ]
        else:
            not_tried.append("clusters, because Dask is not installed")
    return found, not_tried


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
