"""Every table of both floors: exchanging two of its rows changes nothing, or cannot be done."""

import ast
import importlib
import itertools
import os
import subprocess
import sys

import pytest

from reassure.runs.numbers.trees import FLOORS, modules

TABLES = ("ranked", "ranked_names", "numbered", "coefficients", "circumstances", "Declarations")
"""What makes a table of rows."""
BY_NAME = (dict,)


def tables():
    """Every table made at the top of a module: module, name, the syntax tree of the call and the slot of its first row."""
    for module in modules().values():
        for node in module.tree.body:
            value = getattr(node, "value", None)
            if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                if value.func.id in TABLES and isinstance(target, ast.Name):
                    yield pytest.param(module, target.id, value, id=f"{module.name}.{target.id}")


def rows_of(call):
    """The rows of a table: its keywords by name, or what is made by a call of a constructor."""
    return call.keywords if call.keywords and not call.args else [each for each in call.args if isinstance(each, ast.Call)]


def exchanged(module, call, first, second):
    """The source of a module with two rows of one of its tables exchanged."""
    a, b = sorted((first, second), key=lambda row: row.lineno * 10_000 + row.col_offset)
    text_a, text_b = (ast.get_source_segment(module.source, row) for row in (a, b))
    lines = module.source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode()))
    source = module.source.encode()

    def span(row):
        return starts[row.lineno - 1] + row.col_offset, starts[row.end_lineno - 1] + row.end_col_offset

    (start_a, end_a), (start_b, end_b) = span(a), span(b)
    return (source[:start_a] + text_b.encode() + source[end_a:start_b] + text_a.encode() + source[end_b:]).decode()


def contents(name, source):
    """What a module's tables say when it is made from this source: by name of the table, what each name stands for."""
    module = importlib.import_module(f"reassure.{name}")
    made = {"__name__": module.__name__, "__package__": module.__package__, "__file__": module.__file__}
    exec(compile(source, module.__file__, "exec"), made)
    return made


def substance(value):
    """A table as what it says by name, without the order in which it was written."""
    if hasattr(value, "_asdict") and hasattr(value, "_fields") and type(value).__name__ == "Places":
        return value._asdict()
    if isinstance(value, tuple) and value and hasattr(value[0], "rank"):
        return value  # ranked: its order is part of what it says
    return {row.name: row for row in (value.values() if hasattr(value, "values") else value)}


@pytest.mark.parametrize(("module", "table", "call"), list(tables()))
def test_two_rows_exchanged_change_nothing_or_cannot_be(module, table, call):
    rows = rows_of(call)
    if len(rows) < 2:
        pytest.skip("one row")
    before = substance(vars(importlib.import_module(f"reassure.{module.name}"))[table])
    for first, second in itertools.pairwise(rows):
        try:
            after = contents(module.name, exchanged(module, call, first, second))[table]
        except ValueError:
            continue
        assert substance(after) == before


def test_there_are_tables_to_try():
    assert len(list(tables())) > 20


PROGRAM = """
import csv, io, random
from reassure.agents import profiles
rows = list(csv.reader(io.StringIO(profiles.TABLE.decode(), newline="")))
random.Random(3).shuffle(body := rows[1:])
csv.writer(table := io.StringIO()).writerows([rows[0], *body])
shuffled = profiles.read(table.getvalue().encode())
by_luck = sorted((p for p in shuffled if p.stance in profiles.STANCES), key=lambda p: p.luck)
assert [p.iso3 for p in by_luck] == [p.iso3 for p in profiles.ALLIES]
"""


def test_the_order_of_the_table_of_states_says_nothing():
    command = [sys.executable, "-c", PROGRAM]
    subprocess.run(command, check=True, env={**os.environ, "NUMBA_DISABLE_JIT": "1"}, cwd=FLOORS)
