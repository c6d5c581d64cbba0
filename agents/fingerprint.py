"""What compiled rules depend on: sources and data of both lower floors, versions, flags; and what one rule is made of in memory.

The first names the folder in which compiled rules are kept: other sources, other folder. The second is part of the name of each
file in it: a constant changed at run time (in a notebook, say) neither finds the old compiled form nor leaves its own to others.
"""

import hashlib
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from types import CodeType

import llvmlite
import numba
import numpy as np
from numba.core.dispatcher import Dispatcher

from .source import SOURCES

OWN_IMPORT = re.compile(r"^[ \t]*from (\.+)([\w.]*) import (\([^)]*\)|.*)$", re.MULTILINE)
"""A relative import: dots, module, names."""
FLAGS = ("BOUNDSCHECK", "OPT", "CPU_NAME", "CPU_FEATURES", "LOOP_VECTORIZE", "SLP_VECTORIZE", "ENABLE_AVX", "DEBUGINFO_DEFAULT")
"""Settings of Numba's that change what it writes."""


def fingerprint(sources: Mapping[str, bytes] = SOURCES) -> str:
    """A hash of all that the compiled rules depend on.

    Code counts without comments and docstrings, and only in modules that hold a rule or are imported by one.
    """
    digest = hashlib.sha256()
    for file in modules_with_rules(sources):
        code = compile(sources[file], PurePosixPath(file).name, "exec", optimize=2)
        digest.update(repr((file, *_substance(code))).encode())
    for file in tables(sources):
        digest.update(sources[file])
    versions = (sys.version, numba.__version__, llvmlite.__version__, np.__version__)
    flags = [getattr(numba.config, name, None) for name in FLAGS]
    digest.update(repr((versions, flags)).encode())
    return digest.hexdigest()[:20]


def modules_with_rules(sources: Mapping[str, bytes] = SOURCES) -> list[str]:
    """Every module of the lower floors that holds a rule, and every module those import, directly or not."""
    found: set[str] = set()
    waiting = [file for file, text in sources.items() if b"import phrase" in text or b"import rule" in text]
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += _imported(file, sources)
    return sorted(found)


def tables(sources: Mapping[str, bytes] = SOURCES) -> list[str]:
    """The tables of data that rules are made from."""
    return sorted(file for file in sources if file.endswith(".csv"))


def _imported(file: str, sources: Mapping[str, bytes]) -> list[str]:
    """The modules of our own floors that a module imports."""
    imported = []
    for dots, module, names in OWN_IMPORT.findall(sources[file].decode("utf-8")):
        folders = PurePosixPath(file).parts[: -len(dots)]
        stem = "/".join((*folders, *filter(None, module.split("."))))
        inside = [name.split(" as ")[0].strip(" ()\n") for name in names.split(",")]
        imported += [f"{stem}.py", *(f"{stem}/{name}.py" for name in inside)]
    return [each for each in imported if each in sources]


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


def ingredients(function: Callable, known: set[Callable] | None = None) -> Iterator[object]:
    """What Numba writes into the compiled form of a rule: its code, the constants that it names, the rules that it calls."""
    known = set() if known is None else known
    known.add(function)
    code = function.__code__
    yield function.__qualname__, code.co_code, [each for each in code.co_consts if not isinstance(each, str)]
    for name in code.co_names:
        value = function.__globals__.get(name)
        if isinstance(value, Dispatcher):
            if value.py_func not in known:
                yield from ingredients(value.py_func, known)
        elif isinstance(value, np.ndarray):
            yield name, value.dtype.descr, value.shape, value.tobytes()
        elif isinstance(value, bool | int | float | tuple | np.generic):
            yield name, repr(value)
