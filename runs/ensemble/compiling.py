"""Compile the rules once, first, and say so; two processes share the work from both ends of the list.

Called before anything that would otherwise compile by surprise, several times over or without a word: workers, test processes,
the page's server. Later starts load the compiled rules in well under a second.
"""

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numba
import numpy as np
from llvmlite.binding import get_host_cpu_features, get_host_cpu_name

from ...agents import ally, russia, ukraine, united_states, vote
from ...agents import rule as rules
from ...model import deployment, turn
from ...model.beginning import begin_future
from ...model.future import blank_world, drawings
from ...model.loop import play_futures
from ...model.order_of_play import ORDER_OF_PLAY
from ...model.orders import NO_ORDERS
from ...model.scenario import BASELINE, load
from ...model.world import cells_of

DONE = "compiled-for-"
"""A file whose name begins so, and ends with a hash of a processor, says that every rule has been compiled there for it."""


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

    Without a cache (no writable place, or compilation switched off) this does nothing: each process then compiles for itself.
    """
    if rules.CACHE is None or _is_compiled(rules.CACHE):
        return
    others = any(rules.CACHE.glob(f"{DONE}*"))
    once = f"for this kind of processor, {get_host_cpu_name()}" if others else "for this version"
    (say or _tell)(f"Compiling the rules, once {once} (about a minute) ...")
    with _alone(rules.CACHE / "compiling"):
        if _is_compiled(rules.CACHE):
            return
        with subprocess.Popen([sys.executable, "-m", __spec__.name]) as other:
            try:
                compile_entries()
                other.wait()
            finally:
                other.terminate()
        compile_loop()
        with suppress(OSError):
            (rules.CACHE / _done()).touch()


def _done() -> str:
    """The name of the file that says so for this processor; a home may be shared by machines of several kinds."""
    features = ",".join(name for name, there in sorted(get_host_cpu_features().items()) if there)
    return DONE + hashlib.sha256(f"{get_host_cpu_name()} {features}".encode()).hexdigest()[:12]


def _is_compiled(cache: Path) -> bool:
    return (cache / _done()).exists()


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Let one process at a time pass, where the system can lock files; elsewhere several may compile the same."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with place.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    compile_entries(backwards=True)
