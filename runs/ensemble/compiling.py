"""Compile the rules once, first, and say so; two processes share the work from both ends of the list.

Called before anything that would otherwise compile by surprise, several times over or without a word: workers, test processes,
the page's server. Later starts load the compiled rules in well under a second.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numba
import numpy as np

from ...agents import ally, russia, ukraine, united_states, vote
from ...agents import rule as rules
from ...model import deployment, turn
from ...model.beginning import begin_future
from ...model.future import blank_world, drawings
from ...model.loop import play_futures
from ...model.order_of_play import ORDER_OF_PLAY
from ...model.scenario import BASELINE, load
from ...model.world import cells_of

DONE = "compiled"
"""A file of this name in the cache folder tells from which files, as stamped then, every rule has been compiled there.

Numba takes a file with another time stamp for another file, even if the code in it is the same.
"""


def entries() -> list[tuple[Callable, tuple]]:
    """The rules that the Mesa model calls, with arguments of the right types: the steps of a week, and what its agents do."""
    scenario = load(BASELINE)
    worlds = blank_world(scenario)
    world = worlds[0]
    seen = (world.situation, world.levers, world.uncertainties, world.luck)
    an_ally, mood, will, alarm = world.allies[0], world.coalition.mood, 0.0, 0
    return [
        (begin_future, (world, cells_of(worlds, "uncertainties")[0], drawings(scenario))),
        *((getattr(turn, step.name), (world,)) for step in ORDER_OF_PLAY if not step.agents),
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
        0,
        np.zeros(0, np.int64),
        np.zeros((0, 1)),
        0,
    )
    if hasattr(turn.play_week, "compile"):
        turn.play_week.compile((numba.typeof(worlds[0]),))  # a single week, for whoever watches one future


def ensure_compiled(say: Callable[[str], object] | None = None) -> None:
    """Make sure that the rules are compiled, saying so first if they are not; `say` defaults to a line on standard error.

    Without a cache (no writable place, or compilation switched off) this does nothing: each process then compiles for itself.
    """
    if rules.CACHE is None or _is_compiled(rules.CACHE):
        return
    (say or _tell)("Compiling the rules, once for this version (about a minute) ...")
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
            (rules.CACHE / DONE).write_text(_stamps(), encoding="utf-8")


def _stamps() -> str:
    """Time stamps and sizes of the modules that hold rules."""
    stats = {path.name: path.stat() for path in sorted(rules.modules_with_rules())}
    return "\n".join(f"{name} {stat.st_mtime} {stat.st_size}" for name, stat in stats.items())


def _is_compiled(cache: Path) -> bool:
    try:
        return (cache / DONE).read_text(encoding="utf-8") == _stamps()
    except OSError:
        return False


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
