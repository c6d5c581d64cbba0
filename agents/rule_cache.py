"""Where compiled rules are kept: a folder of the user's own, named by the fingerprint of the rules, with a file a compiled form.

Numba's own cache trusts what it finds: it serves a rule whose constants were changed in another file, runs what a stranger has put
into a folder, and falls over what is damaged. So rules have a cache of their own. Each file begins with a hash of its name and
content; one that does not fit is thrown away and made again. A folder that others own or may write in is not used. On Windows,
where this cannot be asked, cache and temporary folder lie in the user's profile, which Windows keeps from others.
"""

import hashlib
import os
import pickle
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from numba.core.caching import NullCache
from numba.core.compiler import CompileResult
from numba.core.dispatcher import Dispatcher
from numba.core.serialize import dumps

from .fingerprint import fingerprint, ingredients
from .names import printable
from .source import AsRead

KEPT_CACHES = 6
"""How many folders of compiled rules are kept: the present one and the most recently used others."""
SEAL = hashlib.sha256().digest_size
"""Bytes at the beginning of a file that say whether the rest is whole."""


def tell(text: str) -> None:
    """Say something to whoever runs this process, on standard error."""
    print(printable(text), file=sys.stderr, flush=True)


class RuleCache:
    """A folder of compiled rules, or none; `hindrance` says why it is not the usual one."""

    def __init__(self, folder: Path | None, hindrance: str = ""):
        self.folder = folder
        self.hindrance = hindrance
        self.used: set[str] = set()
        """Names of the files that this process has read or written."""
        self.is_full = False
        """Whether keeping something has failed."""
        self._is_damaged = False

    def read(self, name: str) -> Any:
        """What is kept under a name; None if there is nothing, or nothing whole."""
        if self.folder is None:
            return None
        try:
            with (self.folder / name).open("rb") as file:
                is_own, content = _is_own(os.fstat(file.fileno())), file.read()
            if not is_own or content[:SEAL] != _seal(name, content[SEAL:]):
                raise ValueError("not as it was kept")
            kept = pickle.loads(content[SEAL:])
        except FileNotFoundError:
            return None
        except Exception:  # whatever is wrong with it, compiling again mends it
            if not self._is_damaged:
                tell(f"Compiled rules in {self.folder} are damaged; compiling those again (up to a minute) ...")
            self._is_damaged = True
            return None
        self.used.add(name)
        return kept

    def keep(self, name: str, form: Any) -> None:
        """Keep something under a name; if that fails, say so once and keep nothing more."""
        if self.folder is None or self.is_full:
            return
        payload = dumps(form)
        try:
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix=name, suffix=".part", delete=False) as part:
                try:
                    part.write(_seal(name, payload) + payload)
                    part.close()
                    Path(part.name).replace(self.folder / name)
                except BaseException:
                    part.close()
                    Path(part.name).unlink()
                    raise
        except OSError as error:
            self.is_full = True
            tell(f"Compiled rules cannot be kept in {self.folder} ({error.strerror or error}); going on without.")
        else:
            self.used.add(name)


def _seal(name: str, payload: bytes) -> bytes:
    return hashlib.sha256(name.encode() + payload).digest()


def _is_own(found: os.stat_result) -> bool:
    """Whether a file or folder belongs to the user of this process, where that can be asked."""
    return not hasattr(os, "geteuid") or found.st_uid == os.geteuid()


@cache
def rule_cache() -> RuleCache:
    """The cache of this process: under the user's cache, else the temporary folder, else nowhere."""
    version = fingerprint()
    hindrances = []
    for place in _places():
        folder = place / version
        try:
            _make_own(place)
            _make_own(folder)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            hindrances.append(f"{error.filename or place}: {error.strerror or error}")
            continue
        _forget_old_caches(folder)
        return RuleCache(folder, "; ".join(hindrances))
    return RuleCache(None, "; ".join(hindrances) or "there is neither a home nor a folder for what is temporary")


def _places() -> Iterator[Path]:
    """Where the folder of all our caches may lie, best first."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    if Path(home).is_absolute():  # by its standard any other is to be passed over
        yield Path(home) / "reassure"
    else:
        with suppress(RuntimeError):  # no HOME, and a user whom the system does not know
            if Path.home().is_dir():
                yield Path.home() / ".cache" / "reassure"
    with suppress(FileNotFoundError):
        temporary = Path(tempfile.gettempdir())
        yield temporary / (f"reassure-{os.geteuid()}" if hasattr(os, "geteuid") else "reassure")


def _make_own(folder: Path) -> None:
    """Make a folder for this user alone. Raises PermissionError if what is there may hold what somebody else has put in."""
    with suppress(FileExistsError):
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise PermissionError(0, "it is not a folder", str(folder))
    if not _is_own(found):
        raise PermissionError(0, "it belongs to another user", str(folder))
    if hasattr(os, "geteuid") and found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError(0, "others may write in it; delete it", str(folder))


def _forget_old_caches(present: Path) -> None:
    """Delete the compiled rules of versions not used for longest; another process may be doing the same."""
    try:
        os.utime(present)
        others = [path for path in present.parent.iterdir() if path.is_dir() and path != present]
        others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError:
        return
    for folder in others[KEPT_CACHES - 1 :]:
        shutil.rmtree(folder, ignore_errors=True)


class KeptForms(NullCache):
    """What Numba asks for the compiled forms of one rule, one for each kind of argument, in place of its own cache."""

    def __init__(self, rule: Dispatcher):
        self._rule = rule

    def load_overload(self, sig: tuple, target_context: Any) -> CompileResult | None:
        """The compiled form for these types; None if it is not kept."""
        target_context.refresh()
        kept = rule_cache().read(self._name(sig, target_context.codegen()))
        return None if kept is None else CompileResult._rebuild(target_context, *kept)

    def save_overload(self, sig: tuple, cres: CompileResult) -> None:
        """Keep a compiled form."""
        if not cres.library.has_dynamic_globals:
            rule_cache().keep(self._name(sig, cres.library.codegen), cres._reduce())

    def _name(self, types: tuple, codegen: Any) -> str:
        """Of a file: the rule, and a hash of all by which its compiled forms differ within a fingerprint."""
        function = self._rule.py_func
        module = function.__module__
        options = sorted(self._rule.targetoptions.items())
        key = (module, types, codegen.magic_tuple(), options, list(ingredients(function)))
        return f"{module.rpartition('.')[2]}.{function.__name__}-{hashlib.sha256(repr(key).encode()).hexdigest()[:20]}.nbc"


def keep_forms(rule: Any) -> None:
    """Have the compiled forms of a rule kept, if what it is made from is in the fingerprint: a rule of the lower floors as read."""
    specification = rule.py_func.__globals__.get("__spec__")
    if isinstance(getattr(specification, "loader", None), AsRead):
        rule._cache = KeptForms(rule)
