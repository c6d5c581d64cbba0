"""The world: one record of state, the turn, the front, the ladder, the Mesa model."""

from ..agents.source import run_as_read

run_as_read(__path__)
