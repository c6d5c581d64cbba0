"""Results saved in a folder: checked before the work begins, and each file whole or not there at all."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...agents.names import DeclarationError

KINDS = ("png", "svg")
"""Each figure is saved as an image of points and as lines that can be enlarged."""
RESOLUTION = 160
"""Dots per inch of the image."""


def check(folder: Path) -> None:
    """Make sure that files can be written in `folder`, or that it can be made; makes nothing itself.

    Raises DeclarationError in one line.
    """
    place = folder
    try:
        while not place.exists() and not place.is_symlink() and place != place.parent:
            place = place.parent
        if not place.is_dir():
            raise DeclarationError(f"--out: {place} is not a folder")
        with tempfile.TemporaryFile(dir=place):
            pass
    except (OSError, ValueError) as error:
        if isinstance(error, DeclarationError):
            raise
        raise DeclarationError(f"--out: cannot write in {place}: {getattr(error, 'strerror', None) or error}") from None


def save(folder: Path, contents: Mapping[str, object]) -> list[Path]:
    """Save figures (each in every kind, under its name) and JSON objects (under a name that ends so); gives the files.

    All are first written beside their places, and only when all are whole are they renamed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".unfinished-") as beside:
        files = [path for name, content in contents.items() for path in _write(Path(beside), name, content)]
        return [path.replace(folder / path.name) for path in files]


def _write(place: Path, name: str, content: Any) -> list[Path]:
    if not hasattr(content, "savefig"):
        path = place / name
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8")
        return [path]
    paths = [place / f"{name}.{kind}" for kind in KINDS]
    for path in paths:
        content.savefig(path, dpi=RESOLUTION, metadata={"Date": None} if path.suffix == ".svg" else None)
    return paths
