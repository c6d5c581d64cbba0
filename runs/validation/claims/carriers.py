"""What carries a claim, found in the code: a rule or table in a file, a lever, an uncertainty, an outcome."""

from importlib import import_module

from ....agents.names import DeclarationError
from ....model.levers import LEVERS
from ....model.outcomes import EVENTS, MEANS, WORST
from ....model.uncertainties import UNCERTAINTIES

DECLARED = {
    "lever": ("model/levers.py", tuple(LEVERS)),
    "uncertainty": ("model/uncertainties.py", tuple(UNCERTAINTIES)),
    "outcome": ("model/outcomes.py", tuple(each.name for each in (*WORST, *EVENTS, *MEANS))),
}
"""Kinds of declarations: the file that declares them, and the names in it."""
PACKAGE = __name__.split(".")[0]


def locate(carrier: str) -> tuple[str, str]:
    """The file (from the top of the project) and the name of a carrier. Raises DeclarationError if there is no such thing."""
    kind, _, name = carrier.partition(":")
    if kind in DECLARED:
        file, names = DECLARED[kind]
        if name not in names:
            raise DeclarationError(f"no {kind} is called {name!r}")
        return file, name
    module = f"{PACKAGE}.{kind.removesuffix('.py').replace('/', '.')}"
    try:
        getattr(import_module(module), name)
    except (ImportError, AttributeError):
        raise DeclarationError(f"there is no {name!r} in {kind}") from None
    return kind, name


def link(carrier: str) -> str:
    """The carrier as a link from a page in docs/."""
    file, name = locate(carrier)
    kind = carrier.partition(":")[0]
    return f"[{kind} `{name}`](../{file})" if kind in DECLARED else f"[`{name}`](../{file})"
