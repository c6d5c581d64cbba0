"""What `docs/batches.md` says works: its Python runs, its experiment is one, its commands and links are there."""

import ast
import importlib.util
import re
import shlex
from pathlib import Path

import pytest

from reassure.runs.batch.experiment import prepare
from reassure.runs.batch.experiment_file import read_experiment
from reassure.runs.commands.group import command_of
from reassure.runs.store import columns_page

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "batches.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
PYTHON = [text for kind, text in BLOCKS if kind == "python"]
ELSEWHERE = {"dask_jobqueue", "dask_kubernetes"}
"""Launchers that need a cluster: what imports them is read, not run."""


def imported(text):
    """The modules a block imports, by their first name."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module.split(".")[0]


def test_the_python_of_the_page_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    names, ran = {}, 0
    for text in PYTHON:
        needed = set(imported(text))
        if needed & ELSEWHERE or not all(importlib.util.find_spec(name) for name in needed):
            compile(text, "docs/batches.md", "exec")
            continue
        exec(compile(text, "docs/batches.md", "exec"), names)
        ran += 1
    assert ran >= 3
    assert names["batch"].manifest.runs == 50
    assert len(names["frame"]) > 0
    assert names["game"].week == names["week"] or not names["game"].running
    assert "limited_reassurance_force" in capsys.readouterr().out


def test_what_the_launchers_hand_over_to_exists():
    from reassure.runs.batch import cluster, run_file

    assert callable(run_file) and callable(cluster.Cluster)


def test_the_experiment_of_the_page_is_one(tmp_path):
    (tmp_path / "experiment.toml").write_text(next(text for kind, text in BLOCKS if kind == "toml"))
    manifest = prepare(read_experiment(tmp_path / "experiment.toml"))
    assert len(manifest.experiment.design.rows) == 64
    assert {row[2] for row in manifest.experiment.design.rows} == {0.33, 1.0}


def test_the_commands_of_the_page_parse():
    commands = [shlex.split(line, comments=True)[1:] for line in PAGE.splitlines() if line.startswith("    reassure ")]
    assert len(commands) >= 8
    for name, *arguments in commands:
        command_of(name).make_context(name, arguments, resilient_parsing=False)


@pytest.mark.parametrize("link", re.findall(r"\]\(([^):]+\.md)\)", PAGE))
def test_its_links_lead_somewhere(link):
    assert (DOCS / link).exists()


def test_the_page_of_columns_is_what_the_schema_says():
    written = (DOCS / "columns.md").read_text(encoding="utf-8")
    assert written == columns_page.markdown(), "run: python -m reassure.runs.store.columns_page"
