"""Compile the rules once, first, and say so; two processes share the work from both ends of the list.

Called before anything that would otherwise compile by surprise, several times over or without a word: workers, test processes,
the page's server. Later starts load the compiled rules in well under a second.
"""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path

import numba
import numpy as np
from llvmlite.binding import get_host_cpu_features, get_host_cpu_name

from ...agents import ally, russia, ukraine, united_states, vote
from ...agents.rule_cache import RuleCache, rule_cache, tell
from ...model import deployment, turn
from ...model.beginning import begin_future
from ...model.future import blank_world, drawings
from ...model.loop import play_futures
from ...model.order_of_play import ORDER_OF_PLAY
from ...model.orders import NO_ORDERS
from ...model.scenario import BASELINE, load
from ...model.world import cells_of
from ..console.interpreter import this_python

DONE = "compiled-for-"
"""A file whose name begins so, and ends with a hash of a processor, lists the files of rules that have been compiled for it."""


def entries() -> list[tuple[Callable, tuple]]:
    """The rules that the Mesa model calls, with arguments of the right types: the steps of a week, and what its agents do."""
    scenario = load(BASELINE)
    worlds = blank_world(scenario)
    world = worlds[0]
    seen = (world.situation, world.levers, world.uncertainties, world.luck)
    an_ally, mood, will, alarm = world.allies[0], world.coalition.mood, 0.0, 0
    return [
        (begin_future, (world, cells_of(worlds, "uncertainties")[0], drawings(scenario))),
        *((getattr(turn, step.name), (world, NO_ORDERS) if step.orders else (world,)) for step in ORDER_OF_PLAY if not step.agents),
        (united_states.drift, (world.united_states, world.situation, world.uncertainties, world.luck)),
        (united_states.act, (world.united_states, *seen)),
        (deployment.allies_have_a_turn, (world,)),
        (ally.act, (an_ally, world.situation, mood, alarm, *seen[1:])),
        (russia.act, (world.russia, *seen)),
        (vote.has_a_say, (an_ally, world.situation)),
        (vote.vote, (an_ally, world.situation, will, *seen[1:])),
        (ukraine.act, (world.ukraine, *seen)),
    ]


def compile_entries(backwards: bool = False) -> None:
    """Compile every entry, or load it where it has been compiled already."""
    listed = entries()
    for function, arguments in reversed(listed) if backwards else listed:
        if hasattr(function, "compile"):
            function.compile(tuple(numba.typeof(argument) for argument in arguments))


def compile_loop() -> None:
    """Compile the loop of the ensemble by playing no future at all."""
    worlds = blank_world(load(BASELINE))
    play_futures(
        worlds,
        worlds.view(np.float64),
        worlds.view(np.float64).copy(),
        cells_of(worlds, "uncertainties")[0],
        drawings(load(BASELINE)),
        NO_ORDERS,
        0,
        np.zeros(0, np.int64),
        np.zeros((0, 1)),
        0,
    )
    if hasattr(turn.play_week, "compile"):
        turn.play_week.compile((numba.typeof(worlds[0]), numba.typeof(NO_ORDERS)))  # a single week, for whoever watches one future


def ensure_compiled(say: Callable[[str], object] | None = None) -> None:
    """Make sure that the rules are compiled, saying so first if they are not; `say` defaults to a line on standard error.

    Where nothing can be kept each process compiles for itself; that is said once.
    """
    if numba.config.DISABLE_JIT:
        return
    say = say or tell
    kept = rule_cache()
    if kept.folder is None:
        _say_that_nothing_is_kept(say, kept.hindrance)
    elif not _is_compiled(kept.folder):
        with _alone(kept.folder / "compiling", say):
            if not _is_compiled(kept.folder):
                _compile(kept, kept.folder, say)


def _compile(kept: RuleCache, folder: Path, say: Callable[[str], object]) -> None:
    """Compile everything, with the help of a second process, and write down what there is now."""
    others = any(path.name != _done() for path in folder.glob(f"{DONE}*"))
    once = f"for this kind of processor, {get_host_cpu_name()}" if others else "for this version"
    where = f", into {folder} ({kept.hindrance})" if kept.hindrance else ""
    say(f"Compiling the rules, once {once} (about a minute){where} ...")
    with _helped(folder):
        compile_entries()
    compile_loop()
    if not kept.is_full:
        with suppress(OSError):
            (folder / _done()).write_text(json.dumps(sorted(kept.used)), encoding="utf-8")


def _is_compiled(folder: Path) -> bool:
    """Whether everything that was compiled for this processor is still there; whether it is whole shows when it is read."""
    try:
        listed = json.loads((folder / _done()).read_text(encoding="utf-8"))
        return bool(listed) and all((folder / name).is_file() for name in listed)
    except (OSError, ValueError, TypeError):
        return False


@cache
def _done() -> str:
    """The name of the file that says so for this processor; a home may be shared by machines of several kinds."""
    features = ",".join(name for name, there in sorted(get_host_cpu_features().items()) if there)
    return DONE + hashlib.sha256(f"{get_host_cpu_name()} {features}".encode()).hexdigest()[:12]


@cache
def _say_that_nothing_is_kept(say: Callable[[str], object], hindrance: str) -> None:
    say(
        f"Compiled rules cannot be kept ({hindrance}), so every start compiles them anew, about a minute. "
        "XDG_CACHE_HOME may name a folder of your own for them."
    )


@contextmanager
def _helped(folder: Path) -> Iterator[None]:
    """A second process compiles from the other end of the list, if it finds these very rules; none where it cannot be started."""
    try:
        other = subprocess.Popen(
            [*this_python(), "-m", __spec__.name, str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        yield
        return
    with other:
        try:
            yield
        finally:
            other.kill()  # what it is at by now has been compiled here too


@contextmanager
def _alone(place: Path, say: Callable[[str], object]) -> Iterator[None]:
    """Let one process at a time pass, where system and drive can lock files; elsewhere several may compile the same."""
    with ExitStack() as held:
        with suppress(ImportError, OSError):
            import fcntl

            lock = held.enter_context(place.open("w"))
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Another process is compiling the rules; waiting for it (about a minute) ...")
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    if sys.argv[1:] == [str(rule_cache().folder)]:
        compile_entries(backwards=True)
