"""What happens in the tests of one child, as two plugins of pytest tell it. Imports nothing of ours."""

import signal
import sys
from pathlib import Path
from typing import Any

import pytest

ENOUGH_RAISED = 10
"""Tests that raised after which a mutant is taken for one that only raises."""


class Watch:
    """A plugin of pytest that tells what each test does, and stops once a test has said what is wrong."""

    def __init__(self, tell, request):
        self.tell = tell
        self.patience = request["patience"]
        self.only = None if request.get("only") is None else set(request["only"])
        self.without = set(request.get("without", ()))
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
        """A test begins, and its time."""
        self.tell({"begins": nodeid})
        signal.setitimer(signal.ITIMER_VIRTUAL, self.patience)

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

    def taken(self):
        """What was reached since it was last asked."""
        reached: set[str] = getattr(sys.modules.get("reassure.agents.rule"), "REACHED", set())
        found = set(reached)
        reached.clear()
        return found

    def pytest_collection_finish(self, session):
        """What the test files reach when they are read, every test of them has reached."""
        self.by_import = self.taken()

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef, request):
        """What is shared by several tests is made for the first of them only, but reached by all."""
        before = self.taken()
        try:
            return (yield)
        finally:
            self.by_fixture.setdefault(fixturedef.argname, set()).update(self.taken())
            getattr(sys.modules.get("reassure.agents.rule"), "REACHED", set()).update(before)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        """One test from beginning to end."""
        self.taken()
        done = yield
        reached = self.taken() | self.by_import
        for name in item.fixturenames:
            reached.update(self.by_fixture.get(name, ()))
        if reached:
            self.tell({"reached": item.nodeid, "rules": sorted(reached)})
        return done


def says_what_is_right(error):
    """Whether a failure is a test's own: an assertion outside the rules, or something that should have been refused."""
    if isinstance(error, BaseExceptionGroup):
        return any(says_what_is_right(each) for each in error.exceptions)
    if isinstance(error, pytest.fail.Exception):
        return True
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    raised_in = Path(trace.tb_frame.f_code.co_filename).resolve() if trace else Path()
    ours = any(raised_in.is_relative_to(Path.cwd() / floor) for floor in ("agents", "model", "runs"))
    return isinstance(error, AssertionError) and not ours
