"""Results saved in a folder: checked before the work begins, and each file whole or not there at all."""

import json
import tempfile
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ...agents.names import DeclarationError
from .whole import put_in_place

KINDS = ("png", "svg")
"""Each figure is saved as an image of points and as lines that can be enlarged."""
RESOLUTION = 160
"""Dots per inch of the image."""
TABLES = ("comparison.json", "summary.json", "ablation.json", "ablation.md")
FIGURES = ("verdict", "troops_by_mindset", "outcomes_over_time", "package_by_axis", "troops_by_axis", "ablation")
RESULTS = frozenset((*TABLES, *(f"{name}.{kind}" for name in FIGURES for kind in KINDS)))
"""Every file that a command of this program saves in a folder."""


def check(folder: Path, names: Iterable[str] = ()) -> None:
    """Make sure that files can be written in `folder`, or that it can be made; makes nothing itself.

    `names` are what will be saved. Raises DeclarationError in one line, among others if an older result would stay beside them.
    """
    place = folder
    try:
        while not place.exists() and not place.is_symlink() and place != place.parent:
            place = place.parent
        if not place.is_dir():
            raise DeclarationError(f"--out: {place} is not a folder")
        with tempfile.TemporaryFile(dir=place):
            pass
        there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    except (OSError, ValueError) as error:
        if isinstance(error, DeclarationError):
            raise
        raise DeclarationError(f"--out: cannot write in {place}: {getattr(error, 'strerror', None) or error}") from None
    older = sorted((there & RESULTS) - {file for name in names for file in _files(name)}) if names else []
    if older:
        raise DeclarationError(f"--out: {folder} holds {older[0]} of another result, which would stay; give another folder")


def _files(name: str) -> list[str]:
    """The files of a figure, or of a table, whose name ends as a file's."""
    return [name] if name in TABLES else [f"{name}.{kind}" for kind in KINDS]


def save(folder: Path, contents: Mapping[str, object]) -> list[Path]:
    """Save figures (each in every kind, under its name), pages and JSON objects (under names that end so); gives the files.

    All are first written beside their places, and only when all are whole are they renamed. Raises DeclarationError as `check`.
    """
    check(folder, contents)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".unfinished-") as beside:
        files = [path for name, content in contents.items() for path in _write(Path(beside), name, content)]
        return [put_in_place(path, folder / path.name) for path in files]


def _write(place: Path, name: str, content: Any) -> list[Path]:
    paths = [place / file for file in _files(name)]
    if not hasattr(content, "savefig"):
        (path,) = paths
        text = content if isinstance(content, str) else json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
        path.write_text(text, encoding="utf-8")
        return [path]
    for text in content.findobj(lambda artist: hasattr(artist, "set_parse_math")):
        text.set_parse_math(False)  # a name with dollars in it is a name
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")  # a letter that the font lacks is drawn as a box
        for path in paths:
            content.savefig(path, dpi=RESOLUTION, metadata={"Date": None} if path.suffix == ".svg" else None)
    return paths
