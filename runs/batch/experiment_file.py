"""An experiment's file: TOML of a known shape, whatever is wrong with it told in one line with the line of the file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ...agents.declaration import DeclarationError, as_typed, nearest
from ...model.future import FIVE_YEARS, LARGEST_COUNTER, LARGEST_SEED, LONGEST, whole
from ...model.levers import LEVERS
from ...model.scenario import BASELINE, SHIPPED, TWIN, load, parse_values
from ...model.scenario_file import Plain, Title, line_of, text_of, toml_of
from ...model.uncertainties import UNCERTAINTIES
from ..store.asked_for import Method
from .design import METHODS, design
from .experiment import Request
from .sweep import parse_axis


class ExperimentError(DeclarationError):
    """An experiment that cannot be had: the text is one line, names file and line, and says what would be right."""


class DesignTable(BaseModel):
    """The shape of the table [design]."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    method: Method = "grid"
    points: int | None = None


class ExperimentFile(BaseModel):
    """The shape of an experiment's file. Values are checked where levers, uncertainties and scenarios are declared."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    title: Title = ""
    summary: Plain = ""
    baseline: str = BASELINE
    scenarios: list[str] = Field(default_factory=list)
    runs: int = 10_000
    seed: int = 1
    weeks: int = FIVE_YEARS
    placebo: bool | None = None
    levers: dict[str, Any] = Field(default_factory=dict)
    uncertainties: dict[str, Any] = Field(default_factory=dict)
    sweep: dict[str, Any] = Field(default_factory=dict)
    design: DesignTable = Field(default_factory=DesignTable)


OWN_KEYS = ExperimentFile.model_fields.keys() - {"title", "summary", "levers", "uncertainties"}
"""Keys that no scenario's file has."""
KINDS = {
    "title": "text in quotes",
    "summary": "text in quotes",
    "baseline": "a scenario's name in quotes",
    "scenarios": "a list of names in quotes",
    "placebo": "true or false",
    "runs": "a whole number",
    "seed": "a whole number",
    "weeks": "a whole number",
    "points": "a whole number",
}


def is_experiment(path: Path) -> bool:
    """Whether a TOML file is an experiment rather than a scenario: it has a key that only experiments have."""
    try:
        text = text_of(path, "an experiment", ExperimentError)
        return bool(OWN_KEYS & toml_of(path, text, "an experiment", ExperimentError).keys())
    except ExperimentError:
        return False


def read_experiment(path: Path) -> Request:
    """The experiment in the file at `path`. Paths of scenarios in it are taken from its own folder.

    Raises ExperimentError for whatever is not right in the file.
    """
    text = text_of(path, "an experiment", ExperimentError)
    content = toml_of(path, text, "an experiment", ExperimentError)
    try:
        file = ExperimentFile.model_validate(content)
    except ValidationError as failure:
        raise _refusal(path, text, failure) from None
    return _request(file, path, text)


def _request(file: ExperimentFile, path: Path, text: str) -> Request:
    @contextmanager
    def placed(table: str, key: str) -> Iterator[None]:
        """Give every refusal within the place of `key` in the file."""
        try:
            yield
        except DeclarationError as error:
            raise ExperimentError(f"{_place(path, line_of(text, table, key))}: {error}") from None

    levers, pins, axes = {}, {}, []
    for name, raw in file.levers.items():
        with placed("levers", name):
            levers.update(parse_values({name: raw}, LEVERS))
    for name, raw in file.uncertainties.items():
        with placed("uncertainties", name):
            pins.update(parse_values({name: raw}, UNCERTAINTIES))
    for name, raw in file.sweep.items():
        with placed("sweep", name):
            axes.append(parse_axis(name, raw))
    scenarios = [_found_from(name, path) for name in file.scenarios]
    for name in scenarios:
        with placed("", "scenarios"):
            load(name)
    with placed("", "baseline"):
        load(_found_from(file.baseline, path))
    for name, value, largest in (
        ("runs", file.runs, LARGEST_COUNTER), ("seed", file.seed, LARGEST_SEED), ("weeks", file.weeks, LONGEST)
    ):  # fmt: skip
        with placed("", name):
            whole(name, value, 1, largest)
    with placed("design", "method" if file.design.points is None else "points"):
        design(axes, file.design.method, file.design.points, file.seed)
    return Request(
        scenarios=scenarios,
        baseline=_found_from(file.baseline, path),
        runs=file.runs,
        seed=file.seed,
        weeks=file.weeks,
        levers=levers,
        pins=pins,
        axes=axes,
        method=file.design.method,
        points=file.design.points,
        placebo=file.placebo,
        title=file.title,
        summary=file.summary,
    )


def _found_from(name: str, path: Path) -> str:
    """A scenario's name as it is, its path as seen from the experiment's folder."""
    if name.removesuffix(TWIN) in SHIPPED or not name.casefold().endswith(".toml"):
        return name
    return str(path.parent / name)


def _refusal(path: Path, text: str, failure: ValidationError) -> ExperimentError:
    """The first thing wrong with the file's shape, in one line."""
    first = failure.errors(include_url=False)[0]
    *tables, key = (str(part) for part in first["loc"] if isinstance(part, str))
    table = tables[0] if tables else ""
    if first["type"] == "extra_forbidden":
        reason = f"unknown key {key!r}; {nearest(key, DesignTable.model_fields if table else ExperimentFile.model_fields)}"
    elif first["type"] == "value_error":
        reason = first["msg"].removeprefix("Value error, ")
    elif key == "method":
        reason = f"there is no design {as_typed(first['input'])!r}; {nearest(as_typed(first['input']), METHODS)}"
    else:
        reason = f"{key} is {KINDS.get(key, 'a table')}, not {as_typed(first['input'])}"
    return ExperimentError(f"{_place(path, line_of(text, table, key))}: {reason}")


def _place(path: Path, line: int | None) -> str:
    return f"{path}, line {line}" if line else str(path)
