"""Kills: batch, resume and extend die at random moments, are begun again, and must end as a batch never disturbed."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from ..store.manifest import MANIFEST, load
from .ordeal import BATCH, MORE, Ordeal, Reference, carried_out, ended, halved, reassure, shards_in


def kills(number: int, seed: int, undisturbed: Reference, scratch: Path, advance: Callable[[], object]) -> list[Ordeal]:
    """So many kills, the commands in turn; `advance` is called after each."""
    found = []
    for each in range(number):
        found.append(kill(each, seed, undisturbed, scratch / f"killed {each}"))
        shutil.rmtree(scratch / f"killed {each}", ignore_errors=True)
        advance()
    return found


def kill(number: int, seed: int, undisturbed: Reference, folder: Path) -> Ordeal:
    """Kill one command at a random moment of its life, the first seconds included, and go on."""
    random = Random(f"{seed} {number}")
    command = ("batch", "resume", "extend")[number % 3]
    words, wanted = _prepare(command, random, undisturbed, folder)
    process = reassure(*words)
    after = random.uniform(0.0, undisturbed.seconds[command])
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    left = len(shards_in(folder))
    return ended(f"{command} killed", f"after {after:.1f} s", left, folder, wanted, _go_on(command, undisturbed, folder))


def _prepare(command: str, random: Random, undisturbed: Reference, folder: Path) -> tuple[Sequence[str | Path], Path]:
    """What is to be carried out, on what it finds, and the store it should end with."""
    if command == "batch":
        return (*BATCH, "--out", folder), undisturbed.batch
    if command == "resume":
        halved(undisturbed.batch, folder, random)
        return ("resume", folder), undisturbed.batch
    shutil.copytree(undisturbed.batch, folder)
    return ("extend", folder, *MORE), undisturbed.extended


def _go_on(command: str, undisturbed: Reference, folder: Path) -> tuple[int, str]:
    """What somebody does after a crash: resume what is there, and ask again for what had not begun."""
    if command == "batch" and not (folder / MANIFEST).exists():
        return carried_out(*BATCH, "--out", folder)
    if command == "extend" and load(folder).rounds == load(undisturbed.batch).rounds:
        return carried_out("extend", folder, *MORE)
    return carried_out("resume", folder)
