"""The house holds: one-way imports, nothing left out of the installed packages, no leftovers."""

import ast
import tomllib
from collections import Counter
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1]
FLOORS = ("agents", "model", "runs")
SOURCES = sorted(path for floor in FLOORS for path in (HOUSE / floor).rglob("*.py"))
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text())
LEFTOVERS = {".git", "build", "dist", "__pycache__", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".venv"}


def imported_floors(path):
    """The floors that a source file imports from, wherever in the file."""
    package = ("reassure", *path.relative_to(HOUSE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join((*base, *([node.module] if node.module else [])))
            names = [f"{stem}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("reassure."))
        assert not any(name.split(".")[0] in FLOORS for name in names), f"{path}: import the floors relatively"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_imports_run_one_way(path):
    floor = FLOORS.index(path.relative_to(HOUSE).parts[0])
    assert set(imported_floors(path)) <= set(FLOORS[: floor + 1])


ROOMS = (
    *("console", "files", "numbers", "docs_pages", "mutation", "ensemble", "baseline", "story", "store", "batch"),
    *(
        "validation.verification",
        "validation.ablation",
        "validation.history",
        "validation.calibration",
        "validation.claims",
        "validation.effects",
    ),
    "validation.selfcheck",
    *("speed", "figures", "view", "commands", "cli", "reliability"),
)
"""The rooms of `runs`, each of which imports from those before it."""


def room_of(module):
    """The room that a module of `runs` belongs to, named from below `runs`."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "validation" else parts[0]


def imported_rooms(path):
    """The rooms that a module of `runs` imports from."""
    package = path.relative_to(HOUSE).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = (*package[: len(package) - node.level + 1], *(node.module.split(".") if node.module else ()))
            if base[0] == "runs":
                yield from (room_of(".".join((*base[1:], alias.name))) for alias in node.names)


IN_ROOMS = [path for path in SOURCES if path.is_relative_to(HOUSE / "runs") and path != HOUSE / "runs" / "__init__.py"]


@pytest.mark.parametrize("path", IN_ROOMS, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_rooms_import_one_way(path):
    module = ".".join(path.relative_to(HOUSE / "runs").with_suffix("").parts)
    if module == "validation.__init__":
        assert not list(imported_rooms(path))
        return
    here = ROOMS.index(room_of(module))
    for room in imported_rooms(path):
        assert room in ROOMS[: here + 1], f"{module} imports from {room}"


def test_every_room_says_what_it_is_for():
    rooms = {path.parent for path in IN_ROOMS if path.parent != HOUSE / "runs"}
    assert not [room for room in rooms if len(ast.get_docstring(ast.parse((room / "__init__.py").read_text())) or "") < 30]
    assert {path.name for path in (HOUSE / "runs").glob("*.py")} == {"__init__.py", "cli.py"}


def test_no_file_name_has_many_meanings():
    found = Counter(path.stem for path in SOURCES)
    # a command is called as its user calls it; what is printed, drawn and told bears the name of its matter
    assert not [name for name, times in found.items() if times > 3 and not name.startswith("__")]


def test_every_package_on_disk_is_installed():
    on_disk = {".".join(("reassure", *path.parent.relative_to(HOUSE).parts)) for path in SOURCES}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == on_disk
    assert not (HOUSE / "__init__.py").exists()
    assert all((path.parent / "__init__.py").exists() for path in SOURCES)
    assert not list((HOUSE / "tests").rglob("__init__.py"))


def test_every_data_file_is_installed():
    patterns = {
        (HOUSE / Path(*package.split(".")[1:]) / pattern).as_posix()
        for package, kinds in PROJECT["tool"]["setuptools"]["package-data"].items()
        for pattern in kinds
    }
    for floor in FLOORS:
        for path in (HOUSE / floor).rglob("*"):
            if path.is_file() and path.suffix not in {".py", ".pyc"} and not LEFTOVERS & set(path.parts):
                assert any(path.match(pattern) for pattern in patterns), path


def files_of_the_project():
    for path in HOUSE.rglob("*"):
        parts = path.relative_to(HOUSE).parts
        if path.is_file() and not LEFTOVERS & set(parts) and not parts[0].endswith(".egg-info"):
            yield path


def test_no_package_registry_is_named():
    registries = [b"pypi" + b".org", b"python" + b"hosted", b"npmjs" + b".", b"conda" + b".anaconda"]
    for path in files_of_the_project():
        content = path.read_bytes()
        assert not any(registry in content for registry in registries), path


def test_files_are_nouns_of_the_field():
    assert not [path for path in files_of_the_project() if path.stem in {"utils", "util", "helpers", "misc", "common"}]


def test_no_page_but_the_generated_one_tells_the_order_of_play():
    for page in (*(HOUSE / "docs").glob("*.md"), HOUSE / "README.md"):
        if page.name != "reference.md":
            assert "Washington \u2192" not in page.read_text(encoding="utf-8"), page.name
