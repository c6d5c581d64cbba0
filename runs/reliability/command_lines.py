"""Command lines made from what the commands themselves declare: an option added tomorrow is tried tomorrow."""

from functools import cache
from random import Random
from typing import Any

from ...agents.actors import ACTORS, CAPITALS, order_name
from ...agents.declaration import Quantity
from ...model.levers import LEVERS
from ...model.scenario import SHIPPED, TWIN
from ...model.uncertainties import UNCERTAINTIES
from ..commands.group import COMMANDS, command_of
from .case import STORE, Case
from .questions import question
from .texts import hard_text, mistyped, number

SLOW = frozenset({"calibration", "backtest", "verify", "claims", "ablation", "bench", "selfcheck"})
"""Commands whose smallest good line takes minutes: theirs are given something to refuse, or Ctrl-C."""
LONG = 20.0
"""Seconds after which a command may be interrupted that a stray word could have made long."""
SPOILERS = ("--nonsense", "--runs=x", "--out=/proc/nowhere/page", "--effort=-1", "superfluous\nargument")
BRIEF = {"--runs": ("1", "2", "3"), "--weeks": ("1", "2", "8"), "--points": ("1", "2", "3")}
"""Options that say how much is to be played, and so little that it takes no time: given even where they could be left out."""
GOOD_NUMBERS = {
    "--port": ("0",),
    "--seed": ("0", "1", str(2**64 - 1)),
    "--run": ("0", "7", str(2**32 - 1)),
    "--week": ("0", "1", "8"),
}
PATHS = (
    ".",
    "..",
    "new",
    "new/deep",
    "a file",
    "/dev/null",
    "/dev/full",
    "/dev/zero",
    "/proc/self/mem",
    "/proc/nowhere/x",
    "pipe",
    "loop",
)
"""Places to read and write; `pipe` and `loop` are a named pipe and a link to itself in the folder of every case."""


HOSTS = ("127.0.0.1", "localhost", "::1", "..", "", "no such host", "tcp://127.0.0.1:1", "x" * 300, "é", "\udcff")


def command_line(random: Random) -> Case:
    """Any command with any of its options, more or less rightly used."""
    name = random.choice([*COMMANDS])
    words = [mistyped(random, (name,))]
    for parameter in _parameters(name):
        words += _given(random, parameter)
    patience = None
    if name in SLOW:
        if random.random() < 0.7:
            words.append(random.choice(SPOILERS))
        else:
            patience = random.uniform(0.0, 0.5)
    if random.random() < 0.05:
        words.insert(random.randint(0, len(words)), hard_text(random))
        patience = patience or LONG
    return Case("command lines", tuple(words), needs_store=STORE in words, interrupted_after=patience)


@cache
def _parameters(name: str) -> tuple[Any, ...]:
    return tuple(parameter for parameter in command_of(name).params if parameter.name != "help")


def _given(random: Random, parameter: Any) -> list[str]:
    """An option or argument as it may be given: not at all, once, or several times."""
    option = parameter.opts[0]
    positional = parameter.param_type_name == "argument"
    least = 1 if option in BRIEF or (parameter.required and random.random() < 0.95) else 0
    most = max(least, 2 if parameter.multiple or parameter.nargs == -1 else 1)
    words: list[str] = []
    for _ in range(max(least, random.randint(-1, most))):
        values = [_value(random, option, parameter.metavar) for _ in range(max(1, parameter.nargs))]
        if getattr(parameter, "is_flag", False):
            words.append(random.choice([*parameter.opts, *parameter.secondary_opts]))
        elif positional:
            words += values
        elif random.random() < 0.5:
            words += [option, *values]
        else:
            words += [f"{option}={values[0]}", *values[1:]]
    return words


def _value(random: Random, option: str, metavar: str | None) -> str:
    """A good or bad value for an option, by what its help says that it takes."""
    kind = metavar or option
    if random.random() < 0.03:
        return staying_text(random)
    if option in BRIEF:
        return number(random, BRIEF[option])
    if kind in {"N", "K", "RUN"}:
        return number(random, GOOD_NUMBERS.get(option, ("0", "1", "2")))
    if "DIR" in kind:
        return STORE if random.random() < 0.8 and option != "--out" else random.choice(PATHS)
    if "SCENARIO" in kind:
        return scenario_name(random)
    if kind == "LEVER=VALUE":
        return assignment(random, tuple(LEVERS))
    if kind == "UNCERTAINTY=VALUE":
        return assignment(random, tuple(UNCERTAINTIES))
    if kind == "WEEK:ACTOR:OPTION":
        return order(random)
    if "a:b:n" in kind:
        return sweep(random)
    if kind == '"SELECT ..."':
        return question(random)
    if kind == "ADDRESS":
        return random.choice(HOSTS)
    if kind == "grid|latin|sobol":
        return mistyped(random, ("grid", "latin", "sobol"))
    return random.choice((random.choice(PATHS), staying_text(random), number(random, ("1", "2"))))


def staying_text(random: Random) -> str:
    """A hard text that leads, as a path, to no other place that can be written."""
    text = hard_text(random)
    return text if not text.startswith(("/", "~")) and ".." not in text else "x"


def scenario_name(random: Random) -> str:
    """A shipped scenario or twin, as typed, or what is none."""
    return mistyped(random, (*SHIPPED, *(name + TWIN for name in SHIPPED))) if random.random() < 0.9 else random.choice(PATHS)


def assignment(random: Random, names: tuple[str, ...]) -> str:
    """NAME=VALUE."""
    name = mistyped(random, names)
    return f"{name}{'=' if random.random() < 0.95 else random.choice((' = ', ':', '', '=='))}{setting(random, name)}"


def setting(random: Random, name: str) -> str:
    """A value for a declared name: within its range, at its ends, beyond, or none at all."""
    quantity: Quantity | None = LEVERS.get(name) or UNCERTAINTIES.get(name)
    if quantity is None or random.random() < 0.1:
        return hard_text(random)
    ends = (quantity.low, quantity.high, quantity.default)
    return quantity.text(random.choice(ends)) if random.random() < 0.9 else repr(quantity.high * 2 + 1)


def order(random: Random) -> str:
    """WEEK:ACTOR:OPTION, with or without a sector."""
    actor = (
        ACTORS[random.choice(sorted(ACTORS))]
        if random.random() < 0.4
        else ACTORS[random.choice([each.number for each in CAPITALS])]
    )
    option = mistyped(random, [option.name for option in actor.options])
    sector = random.choice(("@donetsk", "@kyiv", "@", "@@", "@nowhere")) if random.random() < 0.2 else ""
    colon = ":" if random.random() < 0.97 else random.choice((";", "::"))
    return f"{number(random, tuple('01234567'))}{colon}{mistyped(random, (actor.code, order_name(actor.name)))}:{option}{sector}"


def sweep(random: Random) -> str:
    """NAME=a,b,c or NAME=a:b:n or NAME=a:b."""
    name = mistyped(random, (*LEVERS, *UNCERTAINTIES))
    values = [setting(random, name) for _ in range(random.randint(1, 3))]
    return f"{name}=" + random.choice(
        (",".join(values), ":".join(values), f"{values[0]}:{values[-1]}:{number(random, ('1', '2', '3'))}")
    )


def order_case(random: Random) -> Case:
    """`play` with orders."""
    orders = [order(random) for _ in range(random.choice((1, 1, 1, 2, 4)))]
    words = ["play", "--weeks", "8", "--run", random.choice("0123"), *(word for text in orders for word in ("--order", text))]
    return Case("orders", (*words, *random.choice(((), ("--json",)))))


def sweep_case(random: Random) -> Case:
    """`batch` with sweeps."""
    words = ["batch", "limited_reassurance_force", "--runs", "1", "--weeks", "2", "--out", "new"]
    words += [word for _ in range(random.randint(1, 2)) for word in ("--sweep", sweep(random))]
    if random.random() < 0.3:
        words += ["--design", mistyped(random, ("grid", "latin", "sobol")), "--points", number(random, ("1", "2", "4"))]
    return Case("sweeps", tuple(words))


def question_case(random: Random) -> Case:
    """`query` with SQL."""
    return Case("SQL", ("query", STORE, question(random), *random.choice(((), ("--json",)))), needs_store=True)
