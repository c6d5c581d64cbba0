"""Files that people write or save: scenarios, experiments, futures saved by the page; and addresses."""

import json
from random import Random
from urllib.parse import quote

from ...model.levers import LEVERS
from ...model.uncertainties import UNCERTAINTIES
from ..view.address import KIND
from .case import Case
from .command_lines import assignment, order, scenario_name, setting
from .texts import HARD_NUMBERS, hard_text, mangled, mistyped, number

KEYS = ("title", "summary", "source", "start", "runs", "seed", "weeks", "scenarios", "baseline", "placebo", "points", "method")
RAW = (
    "{}",
    "[]",
    "{a = 1}",
    '["x", 1]',
    "2026-01-05",
    "1979-05-27T07:32:00Z",
    "07:32:00",
    "''",
    '"""\n"""',
    "true",
    "nan",
    "-inf",
    "= =",
)


BRIEF = ("--runs", "1", "--weeks", "2")
NAMES = ("mine.toml", "[a]*.toml", "$x$ y.toml", "é.toml", "-x.toml", "x.TOML", "two\nlines.toml", "\x1b[31m.toml")
ENDLESS = (
    "a." * 30_000 + "b = 1",
    "a = " + "[" * 5_000,
    "a = " + "{b = " * 3_000,
    "a = 1\na = 2",
    "[a]\n[a]",
    "\ufeff",
    "a = 0x" + "f" * 4_000,
)


def _toml_value(random: Random) -> str:
    chance = random.random()
    if chance < 0.3:
        return random.choice(RAW)
    if chance < 0.6:
        return random.choice(("1", "2", "0.5", "'limited_reassurance_force'", "['paris_declaration']", *HARD_NUMBERS))
    return _quoted(hard_text(random))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _toml(random: Random, keys: tuple[str, ...], tables: tuple[str, ...]) -> bytes:
    """A document of some known keys and tables, and some unknown."""
    lines = [f"{key} = {_toml_value(random)}" for key in random.sample(keys, random.choice((0, 0, 1, 2)))]
    for table in random.sample(tables, random.randint(0, len(tables))):
        lines.append(f"[{mistyped(random, (table,))}]")
        declared = {"levers": tuple(LEVERS), "uncertainties": tuple(UNCERTAINTIES)}.get(table, (*LEVERS, *UNCERTAINTIES))
        for name in random.sample(declared, random.randint(0, 3)):
            value = setting(random, name)
            lines.append(f"{name} = {value if random.random() < 0.7 else _quoted(value)}")
    if random.random() < 0.05:
        lines.append(random.choice(ENDLESS))
    content = "\n".join(lines).encode("utf-8", "surrogatepass")
    return mangled(random, content) if random.random() < 0.3 else content


def scenario_case(random: Random) -> Case:
    """A scenario's file, given to every command that takes one."""
    content = _toml(random, KEYS[:4], ("levers", "uncertainties"))
    words = random.choice(
        (("show",), ("play", "--weeks", "2"), ("compare", *BRIEF), ("batch", *BRIEF, "--out", "new"), ("view", "--port", "0"))
    )
    name = random.choice(NAMES) if random.random() < 0.3 else NAMES[0]
    return Case("scenario files", (*words, *(["--"] if name.startswith("-") else []), name), {name: content})


def experiment_case(random: Random) -> Case:
    """An experiment's file, given to `batch`."""
    begin = b"runs = 1\n" if random.random() < 0.8 else b""
    content = begin + _toml(random, KEYS, ("levers", "uncertainties", "sweep", "design"))
    return Case("experiment files", ("batch", "e.toml", "--out", "new", *BRIEF), {"e.toml": content})


FIELDS = ("scenario", "seed", "run", "weeks", "week", "set", "fix", "order", "change", "title", "start")
CHANGES = ("3:arms=0.5", "3:arms", ":", "9:legal_form=treaty", "-1:arms=1")
STARTS = ("2026-01-05", "0001-01-01", "2026-13-01", "20260105")


def _fields(random: Random) -> list[tuple[str, str]]:
    """Fields of a future, more or less as they may be."""
    return [_field(random, name) for name in random.choices(FIELDS, k=random.randint(0, 5))]


def _field(random: Random, name: str) -> tuple[str, str]:
    values = {
        "scenario": lambda: scenario_name(random),
        "set": lambda: assignment(random, tuple(LEVERS)),
        "fix": lambda: assignment(random, tuple(UNCERTAINTIES)),
        "order": lambda: order(random),
        "change": lambda: random.choice(CHANGES),
        "start": lambda: random.choice(STARTS),
        "title": lambda: hard_text(random),
    }
    value = values.get(name, lambda: number(random, ("0", "1", "5", "40")))()
    return mistyped(random, (name,)), value if random.random() < 0.97 else hard_text(random)


def address_case(random: Random) -> Case:
    """The part of an address of the page after the question mark."""
    if random.random() < 0.05:
        return Case("addresses", (hard_text(random),))
    pairs = [f"{name}={quote(value, safe=':=@', errors='surrogatepass')}" for name, value in _fields(random)]
    return Case("addresses", ("&".join(pairs),))


def saved_case(random: Random) -> Case:
    """A future saved by the page and loaded again."""
    content: dict[str, object] = {"kind": KIND if random.random() < 0.95 else hard_text(random)}
    for name, value in _fields(random):
        content[name] = value if random.random() < 0.7 else random.choice(([value], [value, value], 7, None, {"a": value}))
    return Case("saved files", (), {"future.json": mangled(random, json.dumps(content).encode())})
