"""The minds: what each capital sees, weighs and decides. Imports nothing from the floors above."""

from .source import run_as_read

run_as_read(__path__)
