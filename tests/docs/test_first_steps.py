"""The tutorial and the notebook are run; links lead somewhere."""

import json
import re
import shlex
from pathlib import Path

import pytest

from reassure.runs.cli import run

HOUSE = Path(__file__).resolve().parents[2]
DOCS = HOUSE / "docs"
STEPS = "\n".join(re.findall(r"```sh\n(.*?)```", (DOCS / "first-steps.md").read_text(encoding="utf-8"), re.DOTALL)).splitlines()


@pytest.mark.parametrize("command", [step for step in STEPS if step and not step.startswith("reassure view")])
def test_each_step_works(command, capsys):
    program, *words = shlex.split(command)
    assert program == "reassure"
    assert run([word if word != "2000" else "100" for word in words]) == 0
    assert capsys.readouterr().out


def test_the_notebook_runs_from_top_to_bottom(capsys):
    notebook = json.loads((DOCS / "class.ipynb").read_text(encoding="utf-8"))
    assert notebook["nbformat"] == 4
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] for cell in notebook["cells"] if cell["cell_type"] == "code")
    space = {}
    for cell in cells:
        exec(cell.replace("RUNS = 1000", "RUNS = 200"), space)
    told = capsys.readouterr().out
    assert "Moscow chose" in told and "the troops alone:" in told
    assert space["failed"](space["without"]).mean() > 0.02


PAGES = [HOUSE / "README.md", HOUSE / "CONTRIBUTING.md", HOUSE / "CHANGELOG.md", *sorted(DOCS.glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HOUSE).as_posix())
def test_links_within_the_project_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target


def test_every_page_of_the_docs_is_on_its_front_page():
    front = (DOCS / "README.md").read_text(encoding="utf-8")
    for page in (*DOCS.glob("*.md"), *DOCS.glob("*.ipynb")):
        assert page.name == "README.md" or f"]({page.name})" in front, page.name
