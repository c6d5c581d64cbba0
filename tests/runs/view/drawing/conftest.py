"""Histories to draw: futures played out week by week, and worlds set by hand to what seldom comes about."""

from functools import cache
from types import SimpleNamespace
from xml.etree import ElementTree

import numpy as np
import pytest

from reassure.model.scenario import load
from reassure.model.wargame import Wargame


@cache
def played(preset="limited_reassurance_force", run=0, weeks=40, orders=(), troops=True, seed=7, **levers):
    """The records of a future, from week 0 to its end."""
    scenario = load(preset)
    model = Wargame(scenario if troops else scenario.without_troops(), rng=seed, run=run, weeks=weeks, orders=orders, **levers)
    states = [model.state]
    while model.running:
        model.step()
        states.append(model.state)
    made = np.concatenate([np.frombuffer(state, model._worlds.dtype) for state in states])
    made.flags.writeable = False
    return made


def copied(history):
    """A history that a test may change."""
    return history.copy()


def parsed(drawing):
    """A drawing as a tree: fails if it is not well-formed."""
    return ElementTree.fromstring(drawing)


def of_class(tree, name):
    """The elements of a class."""
    return [element for element in tree.iter() if name in element.get("class", "").split()]


def words(tree):
    """All that is written in a drawing, without tooltips."""
    return " ".join(
        "".join(element.itertext()) for element in tree.iter() if element.tag.rpartition("}")[2] in {"text", "p", "h2", "li"}
    )


@pytest.fixture(scope="session")
def futures():
    """`futures.played(...)`, `futures.copied(history)`, `futures.parsed(drawing)`, `futures.of_class(tree, name)`, `futures.words(tree)`."""
    return SimpleNamespace(played=played, copied=copied, parsed=parsed, of_class=of_class, words=words)
