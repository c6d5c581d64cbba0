"""The checkout that is tried: its modules that hold rules or what rules use, its tests, and a copy of it in a temporary folder."""

import ast
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from .in_rules import find_in_rule, is_rule
from .in_tables import find_in_table
from .sites import Found, Mutant, Site

FLOORS = ("agents", "model")
INSTRUMENTS = frozenset(
    f"agents/{name}.py" for name in ("source", "fingerprint", "rule_cache", "rule", "names", "record", "table", "declaration")
)
"""Modules that rules and tables are written with; what they hold is neither."""
COPIED = ("agents", "model", "runs", "tests", "docs", "pyproject.toml", "README.md")
OURS = "runs/mutation"
"""The check itself, which no test of the lower floors uses."""
LEFTOVERS = shutil.ignore_patterns("__pycache__", ".hypothesis", ".pytest_cache", "*.pyc")


class Checkout:
    """A checkout by its folder."""

    def __init__(self, root: Path):
        self.root = root

    @cache  # noqa: B019 - one checkout lives as long as the run
    def source(self, file: str) -> str:
        """The source of one file, as it was when first read."""
        return (self.root / file).read_text(encoding="utf-8")

    @cache  # noqa: B019
    def tree(self, file: str) -> ast.Module:
        """Its syntax tree, to be read only."""
        return ast.parse(self.source(file))

    @cache  # noqa: B019
    def imported(self, file: str) -> frozenset[str]:
        """The files of the lower floors that a file imports."""
        package = ("reassure", *Path(file).parent.parts)
        found = set()
        for node in ast.walk(self.tree(file)):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                base = package[: len(package) - node.level + 1] if node.level else ()
                stem = ".".join((*base, *([node.module] if node.module else [])))
                names = [stem, *(f"{stem}.{alias.name}" for alias in node.names)]
            else:
                continue
            found |= {"/".join(name.split(".")[1:]) + ".py" for name in names if name.startswith("reassure.")}
        return frozenset(each for each in found if each.split("/")[0] in FLOORS and (self.root / each).is_file())

    def files(self) -> list[str]:
        """The modules of the lower floors."""
        return [path.relative_to(self.root).as_posix() for floor in FLOORS for path in sorted((self.root / floor).glob("*.py"))]

    def everything(self) -> list[str]:
        """Every source that a test may use: all modules, and what the tests share."""
        places = [self.root / floor for floor in ("agents", "model", "runs")]
        paths = [*(path for place in places for path in place.rglob("*.py")), *(self.root / "tests").rglob("conftest.py")]
        return sorted(path.relative_to(self.root).as_posix() for path in paths if not path.is_relative_to(self.root / OURS))

    @cache  # noqa: B019
    def modules(self) -> tuple[str, ...]:
        """The modules that hold a rule, and those which such a module imports, directly or not."""
        every = self.files()
        waiting = [file for file in every if any(is_rule(node) for node in self.tree(file).body)]
        found: set[str] = set()
        while waiting:
            file = waiting.pop()
            if file not in found:
                found.add(file)
                waiting += self.imported(file)
        return tuple(file for file in every if file in found - INSTRUMENTS)

    @cache  # noqa: B019
    def rules(self, file: str) -> frozenset[str]:
        """The names of the rules of a module."""
        return frozenset(node.name for node in self.tree(file).body if isinstance(node, ast.FunctionDef) and is_rule(node))

    def tests(self) -> list[str]:
        """The test files of the lower floors."""
        return [
            path.relative_to(self.root).as_posix()
            for floor in FLOORS
            for path in sorted((self.root / "tests" / floor).glob("test_*.py"))
        ]

    def mirrored(self, file: str) -> str | None:
        """The test file of a module, if it has one."""
        floor, name = file.split("/")
        test = f"tests/{floor}/test_{name}"
        return test if (self.root / test).is_file() else None

    def sites(self, files: tuple[str, ...] | list[str]) -> list[Site]:
        """Every site of some modules."""
        return [site for file in files for site in sites_of(file, ast.parse(self.source(file)))]

    def mutated(self, mutant: Mutant) -> str:
        """The source of a module with one mutant in it."""
        return mutated(mutant.file, self.source(mutant.file), mutant.name)

    def copy_to(self, folder: Path) -> Path:
        """A copy whose modules are imported by their installed name, from a folder `reassure` of its own."""
        for name in COPIED:
            path = self.root / name
            if path.is_dir():
                shutil.copytree(path, folder / name, ignore=LEFTOVERS)
            elif path.exists():
                shutil.copy2(path, folder / name)
        (folder / "reassure").mkdir()
        for floor in ("agents", "model", "runs"):
            if (folder / floor).is_dir():
                (folder / "reassure" / floor).symlink_to(folder / floor)
        return folder


def sites_of(file: str, tree: ast.Module) -> list[Site]:
    """Every site of one module."""
    found = Found(file)
    for node in tree.body:
        if is_rule(node):
            assert isinstance(node, ast.FunctionDef)
            find_in_rule(found, node)
        else:
            find_in_table(found, node)
    return found.sites


def mutants_of(sites: list[Site]) -> Iterator[Mutant]:
    """All mutants of some sites."""
    for site in sites:
        yield from site.mutants


def mutated(file: str, source: str, name: str) -> str:
    """A source with the mutant of that name in it. Raises KeyError if it has no such mutant."""
    tree = ast.parse(source)
    for mutant in mutants_of(sites_of(file, tree)):
        if mutant.name == name:
            mutant.apply()
            return ast.unparse(ast.fix_missing_locations(tree))
    raise KeyError(name)
