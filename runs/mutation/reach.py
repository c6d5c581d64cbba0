"""Which rules a test reaches: a mutant of a rule is held against these tests only.

The decorator of rules is read with a few more lines, by which a rule notes its name whenever it is called.
"""

from .checkout import Checkout
from .sites import Mutant

DECORATOR = "agents/rule.py"
"""Where rules get their decorator."""

RECORDS = """
import functools

REACHED = set()


def _noted(decorate):
    def decorated(function):
        name = "/".join(function.__module__.split(".")[1:]) + ".py " + function.__name__
        played = decorate(function)

        @functools.wraps(function)
        def noting(*arguments, **keywords):
            REACHED.add(name)
            return played(*arguments, **keywords)

        return noting

    return decorated


for _each in ("rule", "phrase"):
    if _each in globals():
        globals()[_each] = _noted(globals()[_each])
"""
"""What the decorators do besides."""


def recording(checkout: Checkout) -> dict[str, str]:
    """The part of a request that makes rules note their names."""
    return {"module": module_of(DECORATOR), "source": checkout.source(DECORATOR) + RECORDS}


def module_of(file: str) -> str:
    """The name that a file is imported by."""
    return "reassure." + file.removesuffix(".py").replace("/", ".")


def rule_of(checkout: Checkout, mutant: Mutant) -> str | None:
    """The rule that a mutant is in, as tests note it; None if it is in a table, which any test may read."""
    file, place = mutant.site.split(" ")[:2]
    return f"{file} {place}" if place in checkout.rules(file) else None
