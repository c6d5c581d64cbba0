"""How a rule is compiled, and where the compiled form is kept.

A rule is a plain function on records. `@rule` compiles it with Numba; both ways of running (Mesa, ensemble) call the same
compiled function. Numba's own cache does not notice a change in another file, a changed constant or the bounds-check flag, so
the cache lies in a folder of our own whose name is a hash of everything the compiled form depends on. A stale rule therefore
cannot be served: other sources, other folder.

The language of rules is small, so that compiled and interpreted runs agree to the last bit: `math.*`, loops, records; no
array creation, no NumPy ufuncs, no powers. `tests/agents/test_rule.py` reads the syntax trees and refuses the rest.
"""

import hashlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType
from typing import Any, TypeVar

import llvmlite
import numba
import numpy as np
from numba.core.caching import CompileResultCacheImpl
from numba.core.dispatcher import Dispatcher

Function = TypeVar("Function", bound=Callable)

FLOORS = Path(__file__).resolve().parents[1]
OWN_IMPORT = re.compile(r"^\s*from (\.+)([\w.]*) import (\([^)]*\)|.*)$", re.MULTILINE)
"""A relative import: dots, module, names."""
KEPT_CACHES = 6
"""How many folders of compiled rules are kept: the present one and the most recently used others."""


def fingerprint() -> str:
    """A hash of all that the compiled rules depend on: code and data of both lower floors, versions, compile flags.

    Code counts without comments and docstrings, and only in modules that hold a rule or are imported by one.
    """
    digest = hashlib.sha256()
    for path in sorted(modules_with_rules()):
        code = compile(path.read_bytes(), path.name, "exec", optimize=2)
        digest.update(repr((path.relative_to(FLOORS).as_posix(), *_substance(code))).encode())
    for path in sorted((FLOORS / "agents").glob("*.csv")):
        digest.update(path.read_bytes())
    versions = (sys.version, numba.__version__, llvmlite.__version__, np.__version__)
    flags = (numba.config.BOUNDSCHECK, numba.config.OPT, numba.config.CPU_NAME, numba.config.CPU_FEATURES)
    digest.update(repr((versions, flags)).encode())
    return digest.hexdigest()[:20]


def modules_with_rules() -> set[Path]:
    """Every module of the lower floors that holds a rule, and every module those import, directly or not."""
    found: set[Path] = set()
    waiting = [
        path
        for floor in ("agents", "model")
        for path in (FLOORS / floor).glob("*.py")
        if b"import phrase" in path.read_bytes() or b"import rule" in path.read_bytes()
    ]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += _imported(path)
    return found


def _imported(path: Path) -> list[Path]:
    """The modules of our own floors that a module imports."""
    imported = []
    for dots, module, names in OWN_IMPORT.findall(path.read_text(encoding="utf-8")):
        target = path.parents[len(dots) - 1].joinpath(*module.split("."))
        inside = [name.split(" as ")[0].strip(" ()\n") for name in names.split(",")]
        imported += [target.with_suffix(".py"), *(target / f"{name}.py" for name in inside if name)]
    return [place for place in imported if place.exists()]


def _substance(code: CodeType) -> Iterator[object]:
    """What a piece of compiled Python does, without its comments, docstrings and line numbers."""
    yield code.co_code
    yield code.co_names
    yield code.co_varnames
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _substance(constant)
        elif isinstance(constant, frozenset):
            yield sorted(map(repr, constant))  # the order of a set differs from process to process
        else:
            yield repr(constant)


def cache_folder() -> Path | None:
    """Where compiled rules are kept: under the user's cache, else the temporary folder, else nowhere (None)."""
    homes = [Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"), Path(tempfile.gettempdir())]
    for home in homes:
        folder = home / "reassure" / FINGERPRINT
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError:
            continue
        _forget_old_caches(folder)
        return folder
    return None


def _forget_old_caches(present: Path) -> None:
    """Delete the compiled rules of versions not used for longest; another process may be doing the same."""
    try:
        os.utime(present)
        others = [path for path in present.parent.iterdir() if path.is_dir() and path != present]
        others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError:
        return
    for folder in others[KEPT_CACHES - 1 :]:
        shutil.rmtree(folder, ignore_errors=True)


FINGERPRINT = fingerprint()
CACHE = None if numba.config.DISABLE_JIT else cache_folder()


class ByContent:
    """Where Numba keeps a compiled rule, and what it takes for the same source.

    Numba's own way asks for the path and the time stamp of the file, so that a copy or a reinstallation compiles anew. Our folder's
    name is a hash of everything that counts: whoever finds a rule in it has the same.
    """

    def __init__(self, path: str):
        self._path = Path(path)

    @classmethod
    def from_function(cls, function: Callable, path: str) -> "ByContent":
        """The place of a function of that file."""
        return cls(path)

    def ensure_cache_path(self) -> None:
        """Make the folder."""
        Path(self.get_cache_path()).mkdir(parents=True, exist_ok=True)

    def get_cache_path(self) -> str:
        """One folder a floor."""
        floor = self._path.resolve().parent
        return str((CACHE or Path()) / (floor.name if floor.parent == FLOORS else "elsewhere"))

    def get_source_stamp(self) -> str:
        """The same for the same rules."""
        return FINGERPRINT

    def get_disambiguator(self) -> str:
        """Nothing: within a module a rule's name is its own, and comments may move its line."""
        return ""


def rule(function: Function) -> Function:
    """Compile a rule, keeping the result in our own cache folder."""
    return _compiled(function, "never")


def phrase(function: Function) -> Function:
    """A part of a rule with a name of its own: written into each rule that uses it, so that it need not be compiled alone."""
    return _compiled(function, "always")


def _compiled(function: Function, inline: str) -> Function:
    """The compiled form. Numba is given our folder only while it decorates: other users of Numba keep their own places.

    Rules are woven into the rules that call them (`forceinline`): the compiler then sees that a record read twice has not changed
    in between, which is worth a fifth of the time of a future.
    """
    before = CompileResultCacheImpl._locator_classes
    CompileResultCacheImpl._locator_classes = [ByContent]
    try:
        compiled = numba.njit(
            cache=CACHE is not None, error_model="numpy", nogil=True, no_cfunc_wrapper=True, inline=inline, forceinline=True
        )(function)
    finally:
        CompileResultCacheImpl._locator_classes = before
    return _once_per_type(compiled) if isinstance(compiled, Dispatcher) else compiled


def _once_per_type(compiled: Any) -> Any:
    """Keep Numba from compiling a rule anew for every constant it is called with, which multiplied compile times by six.

    A whole number written in a call has a type of its own (`Literal[int](3)`); here it counts as any whole number.
    """
    template = compiled.get_call_template

    def by_type(arguments, keywords):
        plain = tuple(numba.types.unliteral(argument) for argument in arguments)
        return template(plain, {name: numba.types.unliteral(kind) for name, kind in keywords.items()})

    compiled.get_call_template = by_type
    return compiled
