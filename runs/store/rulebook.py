"""Which rules a store was written by: a hash for each file of rules and data, the same on every machine and every Python.

`agents/fingerprint.py` hashes for the cache of compiled code, where versions matter. Here only what the rules say matters, so
that a colleague's machine can tell whether it has the same ones. Comments, docstrings and layout do not count. Both hash what this
process runs, which is what the files said when it began.
"""

import ast
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache

from ...agents.fingerprint import modules_with_rules, tables
from ...agents.source import SOURCES

SILENT = frozenset({"ctx", "kind", "type_comment", "type_ignores", "type_params", "returns", "annotation"})
"""Parts of a syntax tree that say nothing about what is computed, or that some versions of Python leave out."""
SHOWN = 4
"""How many differing files a refusal names."""


@cache
def rulebook() -> dict[str, str]:
    """A hash for each module that holds rules, each that those import, and each table of data, by path from the project's root."""
    modules = {file: _digest("\n".join(_substance(ast.parse(SOURCES[file]))).encode()) for file in modules_with_rules()}
    data = {file: _digest(SOURCES[file].replace(b"\r\n", b"\n")) for file in tables()}
    return dict(sorted({**modules, **data}.items()))


def rules_hash(digests: Mapping[str, str]) -> str:
    """One hash for a whole rulebook."""
    return _digest("\n".join(f"{name} {digest}" for name, digest in sorted(digests.items())).encode())


def difference(theirs: Mapping[str, str], ours: Mapping[str, str]) -> str | None:
    """Which files of rules differ, in words; None if the rules are the same."""
    differing = [name for name in sorted({*theirs, *ours}) if theirs.get(name) != ours.get(name)]
    if not differing:
        return None
    further = f" and {len(differing) - SHOWN} more" if len(differing) > SHOWN else ""
    return f"{', '.join(differing[:SHOWN])}{further} (rules {rules_hash(theirs)} there, {rules_hash(ours)} here)"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _substance(node: ast.AST) -> Iterator[str]:
    """A syntax tree as lines of text, without positions, docstrings and what differs between versions of Python."""
    yield type(node).__name__
    for name, value in ast.iter_fields(node):
        children = value if isinstance(value, list) else [value]
        if name == "body" and children and _is_docstring(children[0]):
            children = children[1:]
        if name in SILENT or (value is None and name != "value") or value == []:
            continue
        yield f".{name}"
        for child in children:
            if isinstance(child, ast.AST):
                if not (isinstance(child, ast.Expr) and _is_docstring(child)):
                    yield from _substance(child)
            else:
                yield repr(child)
    yield "/"


def _is_docstring(node: object) -> bool:
    """Whether a statement is a bare text: a docstring, or a note under a constant."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
