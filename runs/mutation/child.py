"""One child: the tests, with one module read from a source that is not on disk. Imports nothing of ours."""

import importlib.machinery
import importlib.util
import os
import signal
import sys
from pathlib import Path

import pytest

OPTIONS = ("-q", "--tb=no", "-pno:xdist", "-pno:cacheprovider", "-o", "addopts=--import-mode=importlib --strict-markers")
"""How pytest is called: in this process, keeping nothing."""


class Wrong(importlib.machinery.SourceFileLoader):
    """Reads one module from a source that is not on disk."""

    source: str

    def get_code(self, fullname):
        """The mutant, compiled."""
        return compile(self.source, self.path, "exec", dont_inherit=True)


class Finder:
    """Finds that one module."""

    def __init__(self, module, source):
        self.module, self.source = module, source

    def find_spec(self, name, path=None, target=None):
        """The mutant, in place of what is on disk."""
        if name != self.module:
            return None
        place = str(Path.cwd().joinpath(*name.split(".")).with_suffix(".py"))
        loader = Wrong(name, place)
        loader.source = self.source
        return importlib.util.spec_from_file_location(name, place, loader=loader)


def play(request, tell, plugins):
    """The tests, with the mutant in place. Leaves nothing on disk unless what is compiled is to be kept."""
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    sys.dont_write_bytecode = not request.get("keep")
    if request.get("module"):
        sys.meta_path.insert(0, Finder(request["module"], request["source"]))

    def leave(end):
        tell({"end": end})
        os._exit(0)

    signal.signal(signal.SIGVTALRM, lambda *_: leave("hung"))
    signal.signal(signal.SIGPROF, lambda *_: leave("late"))
    signal.setitimer(signal.ITIMER_PROF, request["limit"])
    code = pytest.main([*OPTIONS, *request["files"]], plugins=plugins)
    tell({"end": "done", "code": int(code)})
