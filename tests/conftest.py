"""What the tests share: the rules are compiled once, before any test, and there are worlds to try them on."""

import numpy as np
import pytest
from hypothesis import settings

from reassure.model.future import new_world
from reassure.model.observation import look_ahead, observe
from reassure.model.parameters import adjusted
from reassure.model.scenario import load
from reassure.runs.ensemble.compiling import ensure_compiled

settings.register_profile("reassure", deadline=None, max_examples=40, derandomize=True)
settings.load_profile("reassure")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session):
    """Compile first and say so; with pytest-xdist in the controller, before any worker starts."""
    if hasattr(session.config, "workerinput") or session.config.option.collectonly:
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    ensure_compiled(reporter.write_line if reporter else None)


READINGS = {"pressure_relief": "vents", "fear_of_nearness": "matters", "reputation": "forms"}
"""The readings of rival structures that a world to try a rule on has, unless a test says otherwise."""


def make_world(preset="limited_reassurance_force", seed=1, run=0, weeks=260, steps_per_week=1, **values) -> np.record:
    """A world at week 0 under a shipped scenario, with some levers and uncertainties set by name."""
    scenario = adjusted(load(preset), {**READINGS, **values})
    return new_world(scenario, seed, run, weeks=weeks, steps_per_week=steps_per_week)[0]


def make_seen(preset="limited_reassurance_force", troops=0.0, seed=1, run=0, **values) -> np.record:
    """The same as everyone sees it: this many thousand soldiers are there and the guarantee is in force."""
    world = make_world(preset, seed, run, **values)
    world.coalition.authorised = 1
    world.coalition.troops = world.coalition.allied_troops = world.coalition.promised_troops = troops
    world.coalition.votes = world.coalition.votes_announced = world.coalition.guarantors = (
        1  # one voice, as long as no test says more
    )
    observe(world)
    look_ahead(world)
    return world


@pytest.fixture(scope="session")
def fresh():
    """Makes a world at week 0: `fresh(preset, seed=, run=, weeks=, steps_per_week=, LEVER_OR_UNCERTAINTY=...)`."""
    return make_world


@pytest.fixture(scope="session")
def seen():
    """Makes a world at week 0 that the capitals have looked at: `seen(preset, troops=, LEVER_OR_UNCERTAINTY=...)`."""
    return make_seen
