"""The recipes of docs/extending.md, followed to the letter in a copy of the project."""

import os
import re
import shlex
import shutil
import site
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
PAGE = (HOUSE / "docs" / "extending.md").read_text(encoding="utf-8")
RECIPES = dict(part.split("\n", 1) for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:])
STEP = re.compile(
    r"(?:In `(?P<file>[^`\n]+)`, (?:at the end|(?P<side>before|after) the line that begins `(?P<anchor>[^`\n]+)`)"
    r"|Write `(?P<new>[^`\n]+)`|(?P<run>Try it[^\n]*)):\n\n```\w+\n(?P<text>.*?)```",
    re.DOTALL,
)
RUN = "import sys; sys.path[:0] = [sys.argv.pop(1)]; sys.path += {packages}; from reassure.runs.cli import main; main()"


class Copy:
    """A copy of the project in which recipes are followed."""

    def __init__(self, folder):
        self.root = folder / "reassure"
        for floor in ("agents", "model", "runs"):
            shutil.copytree(HOUSE / floor, self.root / floor, ignore=shutil.ignore_patterns("__pycache__"))

    def follow(self, step):
        """Carry out one step of a recipe that changes a file."""
        if step["new"]:
            (self.root / step["new"]).write_text(step["text"], encoding="utf-8")
            return
        path = self.root / step["file"]
        content = path.read_text(encoding="utf-8")
        if step["anchor"] is None:
            path.write_text(content + step["text"], encoding="utf-8")
            return
        lines = content.splitlines(keepends=True)
        (here,) = (index for index, line in enumerate(lines) if line.startswith(step["anchor"]))
        here += step["side"] == "after"
        lines[here:here] = [step["text"]]
        path.write_text("".join(lines), encoding="utf-8")

    def run(self, command):
        """One command line, the rules interpreted, without the installed package."""
        assert command.startswith("reassure ")
        program = RUN.format(packages=[*site.getsitepackages()])
        # -S: what installs this project in place is not to be found
        arguments = [sys.executable, "-S", "-c", program, str(self.root.parent), *shlex.split(command.removeprefix("reassure "))]
        return subprocess.run(
            arguments,
            check=False,
            cwd=self.root,
            env={**os.environ, "NUMBA_DISABLE_JIT": "1", "PYTHONWARNINGS": "ignore"},
            capture_output=True,
            text=True,
            timeout=300,
        )


def steps_of(recipe):
    return list(STEP.finditer(RECIPES[recipe]))


SHOWN = {"An ally": "ireland", "A lever": "hotline", "A term": "restrain_weariness", "A scenario": "air shield"}
"""What the commands of each recipe print of the addition."""


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_works_to_the_letter(recipe, tmp_path):
    copy = Copy(tmp_path)
    steps = steps_of(recipe)
    assert RECIPES[recipe].count("```") == 2 * len(steps), "a block that no test reads"
    changes = [step for step in steps if not step["run"]]
    assert 1 <= len(changes) <= 3
    told = ""
    for step in steps:
        if not step["run"]:
            copy.follow(step)
            continue
        for command in step["text"].splitlines():
            done = copy.run(command.replace("--runs 200", "--runs 2 --weeks 60"))
            assert done.returncode == 0, f"{command}\n{done.stderr}"
            told += done.stdout.casefold()
    assert SHOWN[recipe] in told


@pytest.mark.parametrize(
    ("recipe", "forgotten", "error"),
    [
        ("A lever", 0, "hotline"),
        ("A lever", 1, "accidents_talked_down"),
        ("A term", 0, "weariness"),
        ("A term", 1, "restrain_weariness"),
    ],
)
def test_a_forgotten_declaration_is_named_by_an_error(recipe, forgotten, error, tmp_path):
    copy = Copy(tmp_path)
    for index, step in enumerate(step for step in steps_of(recipe) if not step["run"]):
        if index != forgotten:
            copy.follow(step)
    done = copy.run("reassure play --run 1 --weeks 30")
    assert done.returncode != 0 and error in done.stderr


@pytest.mark.parametrize(
    ("luck", "country", "error"), [("30", "Ireland", "luck number"), ("31", "Iceland", "Iceland"), ("", "Ireland", "luck")]
)
def test_an_ally_with_something_wrong_is_refused_by_name(luck, country, error, tmp_path):
    copy = Copy(tmp_path)
    (step, *_) = steps_of("An ally")
    text = step["text"].replace("IRL,31,Ireland", f"IRL,{luck},{country}")
    path = copy.root / "agents" / "profiles.csv"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    done = copy.run("reassure play --run 1 --weeks 3")
    assert done.returncode != 0 and error in done.stderr
