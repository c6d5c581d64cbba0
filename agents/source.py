"""What the two lower floors say, read once when a process begins: nothing else is run, fingerprinted or written into a manifest.

Python takes byte code that it kept to be current while the length of a file and its time to the second still fit: after an edit
of the same length within a second the old rules would run under the new name. And a file may be edited while a process lives that
has yet to import it. So the modules of these floors are compiled from what was read at the start, all in a twentieth of a second,
and tables of data are read from there too.
"""

import sys
from collections.abc import Iterable
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from pathlib import Path
from types import CodeType

FLOORS = Path(__file__).resolve().parents[1]
KINDS = (("agents", "*.py"), ("agents", "*.csv"), ("model", "*.py"))
"""The files that say what is played, by floor."""


def _read() -> dict[str, bytes]:
    found = [path for floor, kind in KINDS for path in (FLOORS / floor).glob(kind)]
    # an editor's own files beside them are no modules
    return {path.relative_to(FLOORS).as_posix(): path.read_bytes() for path in sorted(found) if path.stem.isidentifier()}


SOURCES = _read()
"""Each file of rules or data as it was when this process began, by its path from the folder of both floors."""


class AsRead(SourceFileLoader):
    """Loads a module from `SOURCES`, whatever byte code or newer text lies on disk."""

    def get_code(self, fullname: str) -> CodeType:
        """The module, compiled now. Raises ImportError for a file that was not there when the process began."""
        file = "/".join(fullname.split(".")[-2:]) + ".py"
        if file not in SOURCES:
            raise ImportError(f"{self.path} is younger than this process; start again to use it", name=fullname, path=self.path)
        return self.source_to_code(SOURCES[file], self.path)


def run_as_read(folders: Iterable[str]) -> None:
    """Have the modules in the folders of a package loaded from `SOURCES`."""
    for folder in folders:
        sys.path_importer_cache[folder] = FileFinder(folder, (AsRead, SOURCE_SUFFIXES))
