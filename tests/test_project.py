"""What makes a folder of code a project: a licence, one version, metadata, and a README whose commands are those that CI runs."""

import re
import tomllib
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text())["project"]
README = (HOUSE / "README.md").read_text(encoding="utf-8")


def test_the_licence_is_there_and_named():
    assert PROJECT["license"] == "Apache-2.0"
    assert "Apache License" in (HOUSE / "LICENSE").read_text() and "[Apache 2.0](LICENSE)" in README


def test_one_version_stands_everywhere():
    version = PROJECT["version"]
    citation = (HOUSE / "CITATION.cff").read_text()
    released = re.search(r"^date-released: (\S+)$", citation, re.MULTILINE)[1]
    assert f"\nversion: {version}\n" in citation
    assert f"## {version} ({released})" in (HOUSE / "CHANGELOG.md").read_text()


def test_the_types_are_announced():
    for floor in ("agents", "model", "runs"):
        assert (HOUSE / floor / "py.typed").exists()


def test_ci_runs_the_readmes_commands_word_for_word():
    commands = re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE)
    assert [command.rsplit("&& ", 1)[1] for command in commands] == ["reassure compare", "pytest"]
    script = (HOUSE / ".ci" / "run").read_text()
    assert 'readme_command "reassure compare"' in script and "readme_command pytest" in script


def test_supported_pythons_agree():
    low, high = re.fullmatch(r">=3\.(\d+),<3\.(\d+)", PROJECT["requires-python"]).groups()
    named = [each.rsplit(".", 1)[1] for each in PROJECT["classifiers"] if each.startswith("Programming Language :: Python :: 3.")]
    assert named == [str(minor) for minor in range(int(low), int(high))]
    assert f"Python 3.{low} to 3.{int(high) - 1}" in README
