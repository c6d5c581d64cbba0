"""A page that is left running all day: no growth over 2,000 steps and 50 resets, and what viewers held goes back to the system."""

import gc
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from reassure.model.course import Course
from reassure.runs.view.address import Future
from reassure.runs.view.session import Session

MEGABYTE = 2**20


def resident():
    """Bytes of memory this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def courses_alive():
    gc.collect()
    return sum(type(thing) is Course for thing in gc.get_objects())  # isinstance would wake dead weak proxies of other tests


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc, which only Linux has")
def test_memory_does_not_grow_over_two_thousand_steps_and_fifty_resets():
    before = courses_alive()
    session = Session(Future(run=7, weeks=60))
    held = []
    for reset in range(50):
        while session.week < 40:
            assert session.step()
        assert session.reset()
        if reset in {19, 49}:
            assert courses_alive() == before + 1
            held.append(resident())
    assert held[1] - held[0] < 8 * MEGABYTE


def test_after_each_viewer_has_left_memory_goes_back_to_the_system(monkeypatch):
    pytest.importorskip("solara", reason="the page needs the extra 'view'")
    from reassure.runs.view import site

    begins, given_back = [], threading.Semaphore(0)
    monkeypatch.setattr(site, "SECONDS_TO_CLOSE", 0.01)
    monkeypatch.setattr(site.solara.lab, "on_kernel_start", begins.append)
    monkeypatch.setattr(site.ctypes, "CDLL", lambda name: SimpleNamespace(malloc_trim=lambda rest: given_back.release()))
    site._give_memory_back()
    (begin,) = begins
    leaves = begin()
    for _ in range(2):
        assert not given_back.acquire(timeout=0.05)
        leaves()
        assert given_back.acquire(timeout=10)
