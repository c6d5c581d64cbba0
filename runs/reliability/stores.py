"""Batches on disk that somebody has edited, swapped, cut, or half lost."""

import json
from random import Random
from typing import Any

from ..store.manifest import MANIFEST
from .case import OTHER_STORE, STORE, Case, Damage
from .texts import mangled

VALUES: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1,
    2,
    1.5,
    2**63,
    2**70,
    1e308,
    "",
    "x",
    "../x",
    [],
    [[]],
    {},
    {"a": 1},
    "\x1b[31m",
    "a" * 3_000,
)
COMMANDS = (
    ("summary", STORE),
    ("summary", STORE, "--json"),
    ("query", STORE, "SELECT scenario, outcome, count(*) FROM futures GROUP BY ALL ORDER BY ALL", "--json"),
    ("query", STORE, "SELECT * FROM futures"),
    ("check", STORE),
    ("check", STORE, "--json"),
    ("resume", STORE),
    ("extend", STORE, "--runs", "1"),
    ("replay", STORE, "1"),
    ("replay", STORE, "0", "--point", "1", "--json"),
    ("view", "--replay", STORE, "1", "--port", "0"),
    ("query", STORE, "no question"),
    ("summary", STORE, "--row", "99"),
    ("replay", STORE, "99"),
    ("view", "--replay", STORE, "1", "--port", "99999"),
)
"""Every command that opens a store, also where it is to refuse something else than what is wrong with the store."""
STRAYS = ("futures/x.parquet", "futures/x.part", "futures/.hidden", "futures/\x1b[31m.parquet", "x.parquet", "sub/x.parquet")
"""Files that no store has."""


def manifest_case(random: Random, manifest: bytes) -> Case:
    """A manifest with some values put in place of others, or keys gone, or bytes mangled."""
    content = json.loads(manifest)
    for _ in range(random.randint(0, 2)):
        _spoil(random, content)
    written = json.dumps(content).encode()
    if random.random() < 0.25:
        written = mangled(random, random.choice((written, manifest)))
    return _case(random, "manifests", Damage(MANIFEST, written))


def _spoil(random: Random, where: Any) -> None:
    """Change one value, somewhere."""
    keys = [*where] if isinstance(where, dict) else [*range(len(where))]
    if not keys:
        return
    key = random.choice(keys)
    if isinstance(where[key], dict | list) and random.random() < 0.85:
        _spoil(random, where[key])
        return
    match random.randrange(6):
        case 0:
            del where[key]
        case 1:
            other = random.choice(keys)
            where[key], where[other] = where[other], where[key]
        case 2 if isinstance(where, list):
            where.append(where[key])
        case _:
            where[key] = random.choice(VALUES)


def shard_case(random: Random, files: dict[str, bytes]) -> Case:
    """Shards with bits flipped, bytes mangled, another's content, another's name; and what does not belong there at all."""
    name = random.choice(sorted(files))
    content = bytearray(files[name])
    match random.randrange(6):
        case 0:
            for _ in range(random.randint(1, 3)):
                content[random.randrange(len(content))] ^= 1 << random.randrange(8)
            damage = Damage(name, bytes(content))
        case 1:
            damage = Damage(name, mangled(random, bytes(content)))
        case 2:
            damage = Damage(name, source=f"{OTHER_STORE}/{name}")
        case 3:
            damage = Damage(name, files[random.choice(sorted(files))])
        case 4:
            damage = Damage(random.choice((*STRAYS, name.replace("0", "1", 1))), bytes(content))
        case _:
            damage = Damage(name)
    return _case(random, "shards", damage)


def _case(random: Random, kind: str, damage: Damage) -> Case:
    return Case(kind, random.choice(COMMANDS), needs_store=True, damage=(damage,))
