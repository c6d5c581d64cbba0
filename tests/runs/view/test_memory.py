"""A page that is left running all day: no growth over 2,000 steps and 50 resets."""

import gc
import sys
from pathlib import Path

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
