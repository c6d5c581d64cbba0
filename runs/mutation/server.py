"""A parent process that holds the heavy libraries and none of our modules, and forks a child for every mutant.

Run as a script with the folder of the copy and the libraries to hold. It reads a line of JSON a request and answers with one:

    {"module": "reassure.agents.ukraine", "source": "...", "files": ["tests/..."], "only": ["tests/...::test_x"],
     "without": ["tests/...::test_slow"], "patience": 20, "limit": 300, "keep": false}
    {"end": "done", "tests": {"tests/...::test_x": 0.1}, "failures": [["tests/...::test_y", "asserts", "assert 1 == 2"]],
     "reached": {"tests/...::test_x": ["agents/ukraine.py weigh"]}, "at": "tests/...::test_x", "code": 0}

`end` is "done", "hung" (one test took longer than `patience` seconds), "late" (all together longer than `limit`) or "died". `only`
may be null for every test. `reached` is told if the module records what is reached (`reach.py`).
None of our modules may be imported here: the child must find them unread.
"""

import importlib
import importlib.machinery
import importlib.util
import json
import os
import select
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

OPTIONS = ("-q", "--tb=no", "-pno:xdist", "-pno:cacheprovider", "-o", "addopts=--import-mode=importlib --strict-markers")
"""How pytest is called: in this process, keeping nothing."""
ENOUGH_RAISED = 10
"""Tests that raised after which a mutant is taken for one that only raises."""


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


class Watch:
    """A plugin of pytest that tells what each test does, and stops once a test has said what is wrong."""

    def __init__(self, tell, only=None, without=()):
        self.tell = tell
        self.only = only
        self.without = without
        self.raised = 0
        self.session: Any = None

    def pytest_configure(self, config):
        """A failure need not be made small, nor kept."""
        hypothesis = sys.modules.get("hypothesis")
        if hypothesis:
            phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
            hypothesis.settings.register_profile("mutation", hypothesis.settings(), phases=phases, database=None)
            hypothesis.settings.load_profile("mutation")

    def pytest_sessionstart(self, session):
        """The session, to be stopped."""
        self.session = session

    def pytest_collection_modifyitems(self, config, items):
        """Only the tests that may have something to say."""
        items[:] = [
            item
            for item in items
            if item.nodeid.split("[")[0] not in self.without and (self.only is None or item.nodeid in self.only)
        ]

    def pytest_runtest_logstart(self, nodeid, location):
        """A test begins."""
        self.tell({"begins": nodeid})

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item, call):
        """A test, or what it needs, has ended; its time counts with all it needs."""
        report = yield
        self.tell({"test": item.nodeid, "seconds": call.duration})
        if report.failed:
            error = call.excinfo.value if call.excinfo else None
            right = error is None or says_what_is_right(error)  # none: it was expected to fail, and did not
            self.fails(item.nodeid, "asserts" if right else "raises", f"{type(error).__name__}: {error}")
        return report

    def pytest_collectreport(self, report):
        """A test file could not be read."""
        if report.failed:
            self.fails(report.nodeid, "raises", str(report.longrepr)[-300:])

    def fails(self, test, how, why):
        """One failure more; perhaps enough."""
        self.tell({"fails": [test, how, why[:300]]})
        self.raised += how == "raises"
        if how == "asserts" or self.raised >= ENOUGH_RAISED:
            self.session.shouldstop = "enough"


class Reach:
    """A plugin of pytest that tells which rules each test reaches, if the decorator of rules records them (`reach.py`)."""

    def __init__(self, tell):
        self.tell = tell
        self.by_fixture = {}
        self.by_import: set[str] = set()

    def take(result, event):
    """One thing told by the child."""
    if "begins" in event:
        result["at"] = event["begins"]
    elif "test" in event:
        result["tests"][event["test"]] = result["tests"].get(event["test"], 0.0) + event["seconds"]
    elif "fails" in event:
        result["failures"].append(event["fails"])
    elif "reached" in event:
        result["reached"][event["reached"]] = event["rules"]
    elif "code" in event:
        result["end"], result["code"] = "done", event["code"]


def serve(copy, libraries):
    """Hold the libraries, then answer requests until there are none."""
    sys.dont_write_bytecode = True
    for library in libraries:
        try:
            importlib.import_module(library)
        except ImportError:
            continue
    os.chdir(copy)
    sys.path.insert(0, copy)
    os.environ["PYTHONPATH"] = copy
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    out = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), file=out, flush=True)


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2:])
