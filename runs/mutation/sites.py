"""What a site is: one place in the source that could be wrong, with the mutants that make it so.

A site is known by file, function or row, kind, and its number among those of that kind there: lines may move, the name stays.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

KINDS = ("number", "sign", "comparison", "term", "row")


@dataclass(frozen=True)
class Mutant:
    """One wrong version of a site."""

    site: str
    how: str
    change: str
    """Before and after, for a reader."""
    apply: Callable[[], None] = field(compare=False, repr=False)
    """Makes the tree that it was found in wrong."""

    @property
    def name(self) -> str:
        """What it is known by in results and reasons."""
        return f"{self.site} {self.how}"

    @property
    def file(self) -> str:
        """The module that it is in."""
        return self.site.split(" ")[0]


@dataclass(frozen=True)
class Site:
    """One place that could be wrong."""

    file: str
    place: str
    """A function, or a table and its row."""
    kind: str
    number: int
    line: int
    mutants: tuple[Mutant, ...]

    @property
    def name(self) -> str:
        """Its identity: `agents/ukraine.py weigh number 3`."""
        return name_of(self.file, self.place, self.kind, self.number)


def name_of(file: str, place: str, kind: str, number: int) -> str:
    """The identity of a site."""
    return f"{file} {place} {kind} {number}"


@dataclass
class Slot:
    """Where a node hangs in its tree, so that another may be hung there."""

    parent: ast.AST
    label: str
    index: int | None = None

    @property
    def node(self) -> ast.AST:
        """What hangs there."""
        value = getattr(self.parent, self.label)
        return value if self.index is None else value[self.index]

    def put(self, node: ast.AST) -> None:
        """Hang something else there."""
        if self.index is None:
            setattr(self.parent, self.label, node)
        else:
            getattr(self.parent, self.label)[self.index] = node


def slots(node: ast.AST) -> Iterator[Slot]:
    """The slots directly below a node, as written."""
    for label, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            yield Slot(node, label)
        elif isinstance(value, list):
            yield from (Slot(node, label, index) for index, each in enumerate(value) if isinstance(each, ast.AST))


def text(node: ast.AST) -> str:
    """A node as source."""
    return ast.unparse(node)


@dataclass
class Found:
    """Sites as they are found in one file, numbered within their place by kind."""

    file: str
    sites: list[Site] = field(default_factory=list)
    counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, place: str, kind: str, node: ast.AST, *wrong: tuple[str, str, Callable[[], None]]) -> None:
        """One more site with its mutants, each as how, change and what makes it."""
        if not wrong:
            return
        number = self.counts[place, kind] = self.counts.get((place, kind), 0) + 1
        name = name_of(self.file, place, kind, number)
        mutants = tuple(Mutant(name, how, change, apply) for how, change, apply in wrong)
        self.sites.append(Site(self.file, place, kind, number, getattr(node, "lineno", 0), mutants))
