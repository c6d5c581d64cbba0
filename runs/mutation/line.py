"""One line to a server of forks: starts it, asks it, ends it."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from ..console.interpreter import this_python

LIBRARIES = (
    "numpy",
    "numba",
    "scipy.stats",
    "scipy.sparse",
    "pandas",
    "mesa",
    "networkx",
    "pyarrow.parquet",
    "pydantic",
    "typer",
    "rich.console",
    "rich.table",
    "pytest",
    "_pytest.assertion.rewrite",
    "hypothesis",
    "hypothesis.strategies",
    "hypothesis.extra.numpy",
    "hypothesis.extra._hypothesis_pytestplugin",
    "_hypothesis_pytestplugin",
    "asyncio",
    "concurrent.futures",
    "tomllib",
)
"""Held by the server, so that no child need read them."""


class Line:
    """A server of forks on a copy of the checkout."""

    def __init__(self, copy: Path, libraries: tuple[str, ...] = LIBRARIES):
        threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        environment = {**os.environ, **threads, "NUMBA_DISABLE_JIT": "1", "PYTHONHASHSEED": "0", "MPLBACKEND": "Agg"}
        self._process = subprocess.Popen(
            [*this_python(), str(Path(__file__).resolve().with_name("server.py")), str(copy), *libraries],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
            start_new_session=True,  # an interrupt at the terminal is ours to handle
        )

    def ask(self, **request: Any) -> dict[str, Any]:
        """The server's answer. Raises EOFError if it is no more."""
        assert self._process.stdin and self._process.stdout
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except (BrokenPipeError, ValueError):
            answer = ""
        if not answer:
            raise EOFError("the process that plays the mutants has ended")
        return json.loads(answer)

    def close(self) -> None:
        """End it, and what it is playing."""
        self._process.terminate()
        self._process.wait()
