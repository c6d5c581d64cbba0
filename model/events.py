"""Noting that something happened for the first time, and that the future has become worse."""

from ..agents.choice import NOTHING
from ..agents.rule import phrase
from .outcomes import ORIGIN


@phrase
def note(world, event):
    """Record the week in which an event first happened; later times change nothing."""
    if world.outcome.first[event] == NOTHING:
        world.outcome.first[event] = int(world.week)


@phrase
def worsen(world, worst):
    """Record that the future reached this outcome, if it has not reached a worse one."""
    if worst > world.outcome.worst:
        world.outcome.worst = worst


@phrase
def trace(world, origin):
    """Record who or what began the war; what it grows into later changes nothing."""
    if world.outcome.began == ORIGIN.none:
        world.outcome.began = origin


@phrase
def deed(world, rung):
    """Record a deed on a rung of the ladder in this step, keeping the highest."""
    if rung > world.ladder.deed:
        world.ladder.deed = rung


@phrase
def words(world, said):
    """Record words in this step, keeping the gravest."""
    if said > world.ladder.words:
        world.ladder.words = said
