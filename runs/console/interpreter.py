"""Another Python like this one, for work that needs a process of its own."""

import errno
import sys
from pathlib import Path


def this_python() -> list[str]:
    """The command of another Python like this one, which does not look for modules in the working folder.

    Raises FileNotFoundError if this process is no plain Python: a program that holds one would only be started once more.
    """
    if not Path(sys.executable or "").stem.lower().startswith("python"):
        raise FileNotFoundError(errno.ENOENT, "this process is no plain Python", sys.executable)
    return [sys.executable, "-P", *["-E"] * sys.flags.ignore_environment, *["-s"] * sys.flags.no_user_site]
