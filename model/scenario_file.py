"""Reading a scenario's file: TOML of a known shape, whatever is wrong with it told in one line."""

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, ValidationError

from ..agents.declaration import DeclarationError, as_typed
from ..agents.names import nearest, plain
from .bounded_file import CannotReadError, content_of

LARGEST = 1_000_000
"""Bytes; no scenario is anywhere near."""

DEEPEST = 20
"""Parts of a dotted key, of which the readers of TOML take the square of the time; no file of ours has more than two."""
TOO_DEEP = re.compile(rf"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){{{DEEPEST}}}""")
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)


class ScenarioError(DeclarationError):
    """A scenario that cannot be had: the text is one line, names file and line, and says what would be right."""


def _calendar_date(raw: object) -> date:
    """A date as TOML writes it, or as ISO text in quotes."""
    try:
        day = date.fromisoformat(raw) if isinstance(raw, str) else raw
    except ValueError:
        day = None
    if not isinstance(day, date) or isinstance(day, datetime) or not EARLIEST <= day <= LATEST:
        raise ValueError(f"start is a date between {EARLIEST} and {LATEST} such as 2026-01-05, not {as_typed(raw)}")
    return day


Plain = Annotated[str, AfterValidator(plain)]
"""Words for people, in which no terminal finds anything to obey."""
LONGEST_TITLE = 200


def _title(text: str) -> str:
    """A title, short enough for whatever shows or passes it on."""
    line = plain(text)
    if len(line) > LONGEST_TITLE:
        raise ValueError(f"a title is a line of at most {LONGEST_TITLE} characters, not {len(line)}")
    return line


Title = Annotated[str, AfterValidator(_title)]
"""A line by which people know a scenario or an experiment."""


class ScenarioFile(BaseModel):
    """The shape of a scenario's file. Values of levers and uncertainties are checked where those are declared."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    title: Title = ""
    summary: Plain = ""
    source: Plain = ""
    start: Annotated[date, BeforeValidator(_calendar_date)] = date(2026, 1, 5)
    levers: dict[str, Any] = Field(default_factory=dict)
    uncertainties: dict[str, Any] = Field(default_factory=dict)

    _path: Path = PrivateAttr(default=Path())
    _text: str = PrivateAttr(default="")

    @contextmanager
    def placed(self, table: str, key: str) -> Iterator[None]:
        """Give every refusal within the place of `key` in the file."""
        try:
            yield
        except DeclarationError as error:
            raise ScenarioError(f"{_place(self._path, line_of(self._text, table, key))}: {error}") from None


def read(path: Path) -> ScenarioFile:
    """The scenario file at `path`. Raises ScenarioError if there is none, or if it is not of the right shape."""
    text = text_of(path, "a scenario", ScenarioError)
    content = toml_of(path, text, "a scenario", ScenarioError)
    if not content:
        raise ScenarioError(f"{path} is empty; a scenario has at least a table [levers]")
    try:
        file = ScenarioFile.model_validate(content)
    except ValidationError as failure:
        raise _refusal(path, text, failure) from None
    file._path, file._text = path, text
    return file


def line_of(text: str, table: str, key: str) -> int | None:
    """The line on which `key` of `table` ("" for the top level) is set, counting from 1; None if it is not found."""
    name = rf"""(?:{re.escape(key)}|"{re.escape(key)}"|'{re.escape(key)}')"""
    setting = re.compile(rf"\s*{name}\s*[=.]")
    inline = re.compile(rf"""\s*["']?{re.escape(table)}["']?\s*(?:\.\s*{name}\s*[=.]|=.*[{{,]\s*{name}\s*=)""")
    header = re.compile(r"\s*\[+\s*([^\]]*?)\s*\]+\s*(?:#.*)?$")
    current = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if found := header.match(line):
            current = found[1].strip("\"'")
            if current == (f"{table}.{key}" if table else key):
                return number
        elif (current == table and setting.match(line)) or (table and not current and inline.match(line)):
            return number
    return None


def text_of(path: Path, what: str, error: type[DeclarationError]) -> str:
    """What stands in a short TOML file, which is `what` ("a scenario").

    Raises `error` for anything that is no regular file, too large or no text, before more than that has been read.
    """
    try:
        content = content_of(path, LARGEST)
    except FileNotFoundError:
        raise error(f"there is no file {path}") from None
    except CannotReadError as refusal:
        raise error(f"{refusal}; {what} is a short TOML file") from None
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as refusal:
        line = content.count(b"\n", 0, refusal.start) + 1
        raise error(f"{_place(path, line)}: not text in UTF-8; {what} is a TOML file") from None


def toml_of(path: Path, text: str, what: str, error: type[DeclarationError]) -> dict[str, Any]:
    """What a TOML file says that holds `text`. Raises `error` with the line if it is malformed, or nested beyond all use."""
    deep = TOO_DEEP.search(text)
    if deep:
        raise error(
            f"{_place(path, _line_at(text, deep.start()))}: a key of more than {DEEPEST} parts; {what} is a short TOML file"
        )
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise error(f"{path}: nested too deeply; {what} is a short TOML file") from None
    except ValueError as malformed:  # also numbers of more digits than Python reads
        message = str(malformed)
        found = re.search(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$", message)
        line = int(found[1]) if found and found[1] else text.count("\n") + 1 if found else None
        reason = message[: found.start()] if found else message.split(";")[0]
        raise error(f"{_place(path, line)}: malformed TOML: {reason}") from None


def _refusal(path: Path, text: str, failure: ValidationError) -> ScenarioError:
    """The first thing wrong with the file's shape, in one line."""
    first = failure.errors(include_url=False)[0]
    key = str(first["loc"][0])
    if first["type"] == "extra_forbidden":
        reason = f"unknown key {key!r}; {nearest(key, ScenarioFile.model_fields)}"
    elif first["type"] == "value_error":
        reason = first["msg"].removeprefix("Value error, ")
    else:
        right = "a table" if key in {"levers", "uncertainties"} else "text in quotes"
        reason = f"{key} is {right}, not {as_typed(first['input'])}"
    return ScenarioError(f"{_place(path, line_of(text, '', key))}: {reason}")


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _place(path: Path, line: int | None) -> str:
    return f"{path}, line {line}" if line else str(path)
