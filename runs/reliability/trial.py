"""Trying a case: carry it out in a folder of its own, and see whether it was answered or refused as everything must be."""

import contextlib
import hashlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from ...agents.names import DeclarationError
from .. import cli
from ..console.status import INTERRUPTED, REFUSED
from ..files.whole import UNFINISHED
from ..store.lock import LOCK
from ..view import address
from .case import STORE, Case
from .ordeal import command_line

PATIENCE = 20.0
"""Seconds within which anything is answered or refused."""
START = 40.0
"""Seconds more for a process that has to start, on a busy machine."""
OBEYED = {chr(code) for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}
"""Letters that a terminal obeys."""
READ_BY_THE_PAGE = {"addresses", "saved files"}
"""Kinds that are no command lines."""
STATUSES = {0, 1, REFUSED, INTERRUPTED}


class HangError(BaseException):
    """The case went on for longer than anything may."""


@dataclass(frozen=True)
class Answer:
    """What came of a case."""

    status: int | None
    """None if an error got through."""
    output: str
    errors: str
    seconds: float


def try_case(case: Case, folder: Path, stores: Path, carry_out: Callable[[Case], Answer]) -> tuple[Answer, list[str]]:
    """Carry out a case in `folder`, which is made and removed; gives the answer, and all that is wrong with it."""
    _lay_out(case, folder, stores)
    before = _snapshot(folder)
    try:
        with contextlib.chdir(folder):
            answer = carry_out(case)
        return answer, [*_wrong(case, answer), *_wrong_files(answer, before, _snapshot(folder))]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def in_a_process(case: Case) -> Answer:
    """The case as the real command, in the working folder."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command_line(*case.arguments), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        output, errors = process.communicate(timeout=PATIENCE + START)
    except subprocess.TimeoutExpired:
        process.kill()
        output, errors = process.communicate()
        return Answer(None, "", f"no answer after {PATIENCE + START:g} s", time.perf_counter() - begun)
    return Answer(process.returncode, _decoded(output), _decoded(errors), time.perf_counter() - begun)


def can_be_typed(case: Case) -> bool:
    """Whether the real command can be called so, and comes to an end by itself."""
    try:
        texts = [word.encode("utf-8", "surrogateescape") for word in case.arguments]
    except UnicodeEncodeError:
        return False
    ends_by_itself = case.interrupted_after is None and "view" not in case.arguments
    return case.kind not in READ_BY_THE_PAGE and ends_by_itself and not any(b"\0" in text for text in texts)


def _decoded(content: bytes) -> str:
    return content.decode("utf-8", "backslashreplace")


def _lay_out(case: Case, folder: Path, stores: Path) -> None:
    """Make the folder of a case: its files, its store as it was damaged, a named pipe and a link to itself."""
    folder.mkdir(parents=True)
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to("loop")
    (folder / "a file").write_text("something")
    for name, content in case.files.items():
        (folder / name).write_bytes(content)
    if not case.needs_store:
        return
    for each in stores.iterdir():
        shutil.copytree(each, folder / each.name)
    for damage in case.damage:
        place = folder / STORE / damage.place
        if damage.source is not None:
            shutil.copyfile(folder / damage.source, place)
        elif damage.content is None:
            place.unlink()
        else:
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(damage.content)


def _snapshot(folder: Path) -> dict[str, str]:
    """Every file in the folder but locks, by name, with a digest of what is in it."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and path.name != LOCK]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def in_this_process(case: Case) -> Answer:
    """The case in this process, in the working folder."""
    output, errors = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    begun = time.perf_counter()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        try:
            with _alarm(case), mock.patch("reassure.runs.view.server.serve"):
                status: int | None = _carry_out(case)
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else 1
        except BaseException:  # whatever gets through is what is sought
            traceback.print_exc()
            status = None
    taken = time.perf_counter() - begun
    for stream in (output, errors):
        stream.flush()
    texts = [_decoded(stream.buffer.getvalue()) for stream in (output, errors)]
    return Answer(status, texts[0], texts[1], taken)


def _carry_out(case: Case) -> int:
    """Have the command, or the page's reader of addresses or of saved files, deal with it."""
    readers = {
        "addresses": lambda: address.parse_query(case.arguments[0]),
        "saved files": lambda: address.from_file(_only_file(case)),
    }
    if case.kind not in readers:
        return cli.run(list(case.arguments))
    try:
        future = readers[case.kind]()
    except DeclarationError as refusal:
        print(f"reassure: {refusal}", file=sys.stderr)
        return REFUSED
    if address.parse_query(address.query(future)) != future or address.from_file(address.to_file(future)) != future:
        raise AssertionError(f"what is written is not what is read: {future}")
    return 0


def _only_file(case: Case) -> bytes:
    (content,) = case.files.values()
    return content


@contextlib.contextmanager
def _alarm(case: Case) -> Iterator[None]:
    """Ctrl-C when the case asks for it; HangError when it takes too long."""

    def ring(*_):
        raise KeyboardInterrupt if case.interrupted_after is not None else HangError

    previous = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE if case.interrupted_after is None else max(0.001, case.interrupted_after))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def _wrong(case: Case, answer: Answer) -> list[str]:
    """What is wrong with what was said."""
    said = answer.output + answer.errors
    found = []
    if answer.status is None or "Traceback (most recent call last)" in said:
        found.append(
            f"an error got through: {answer.errors.strip().splitlines()[-1] if answer.errors.strip() else 'without a word'}"
        )
        return found
    if answer.status not in STATUSES:
        found.append(f"status {answer.status}")
    if answer.status == REFUSED and (answer.output or not _one_line(answer.errors)):
        found.append(f"a refusal is one line and nothing else, not {answer.output[:200]!r} and {answer.errors[:500]!r}")
    if planted := sorted(OBEYED & {*said} - ({"\x1b", "\r"} if case.interrupted_after else set())):
        found.append(f"letters that a terminal obeys: {planted}")
    if answer.status == 0 and "--json" in case.arguments:
        found += _wrong_json(answer.output)
    return found


def _one_line(errors: str) -> bool:
    return errors.startswith("reassure: ") and errors.count("\n") == 1 and errors.endswith("\n")


def _wrong_json(output: str) -> list[str]:
    """Not one JSON value, nor one a line."""

    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} is no JSON")

    try:
        json.loads(output, parse_constant=refuse)
    except ValueError:
        try:
            for line in output.splitlines():
                json.loads(line, parse_constant=refuse)
        except ValueError as error:
            return [f"no JSON: {error}"]
    return []


def _wrong_files(answer: Answer, before: dict[str, str], after: dict[str, str]) -> list[str]:
    """What is wrong with the files that are left behind."""
    found = [f"half-written: {name}" for name in after if name.endswith(UNFINISHED) and name not in before]
    if answer.status == REFUSED and after != before:
        changed = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
        found.append(f"refused, but it changed {', '.join(changed)}")
    return found
