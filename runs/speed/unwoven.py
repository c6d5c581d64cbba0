"""Plays futures with every rule a function of its own, for `by_rule.py`: never woven into the rules that call it.

Run as a program of its own, before any rule has been imported. It prints where each rule lies in memory.
"""

import json
import sys
from pathlib import Path

import numba
from numba.core.base import BaseContext

SEED = 1


def keep_apart() -> None:
    """From here on Numba compiles a rule as one that is never written into its callers."""
    decorate, declare = numba.njit, BaseContext.declare_function

    def njit(*arguments, **options):
        return decorate(*arguments, **{**options, "forceinline": False})

    def declare_function(self, module, described):
        function = declare(self, module, described)
        function.attributes.add("noinline")
        return function

    numba.njit, BaseContext.declare_function = njit, declare_function


def places() -> dict[int, str]:
    """Names of the functions that the loop of the ensemble is made of, by their addresses in this process."""
    from ...agents.rule_cache import rule_cache
    from ...model.loop import play_futures
    from .elf import symbols

    (compiled,) = play_futures.overloads.values()  # type: ignore[attr-defined]
    entry = compiled.fndesc.llvm_func_name
    (kept,) = (rule_cache().folder or Path()).glob("loop.play_futures*.nbc")
    found = [symbol for symbol in symbols(kept.read_bytes()) if symbol.is_function]
    own = next(symbol for symbol in found if symbol.name == entry)
    base = compiled.library.codegen._engine.get_function_address(entry) - own.place
    return {base + symbol.place: symbol.name for symbol in found if symbol.section == own.section}


def main(scenario: str, futures: int) -> None:
    """Play, then tell the places."""
    from ...model.scenario import load
    from ..ensemble.futures import Policy, play

    play(Policy(load(scenario)), futures, SEED, threads=1)
    print(json.dumps(places()))


if __name__ == "__main__":
    keep_apart()
    main(sys.argv[1], int(sys.argv[2]))
