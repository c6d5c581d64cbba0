"""The backtest from Python: a data frame with a row a case."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .backtest import backtest as tested
from .backtest_page import as_json
from .case import ENDS, Case
from .case_file import CaseFile, read_cases
from .library import first_coding, second_coding

if TYPE_CHECKING:
    import pandas


def backtest(
    cases: str | Path | CaseFile | Sequence[Case] | None = None, *, runs: int = 400, pins: Mapping[str, float] | None = None
) -> "pandas.DataFrame":
    """The model's chances of every case beside what happened; the scores and findings are in `frame.attrs`.

    `cases`: a file in the codebook's columns, cases already read, or none for the shipped library in both codings. `pins`:
    uncertainties held at a value in every case. A row has `sample`, `case_id`, a chance for each outcome, what happened (one
    share an outcome, as two coders may differ), and the `brier` and `log` loss. Raises CaseFileError in one line for a file that
    is not right.
    """
    import pandas

    files = _files(cases)
    found = tested(files, runs, pins)
    frame = pandas.DataFrame(
        [
            {
                "sample": each.sample.name,
                "case_id": name,
                **{f"chance_{end}": float(chance) for end, chance in zip(ENDS, chances, strict=True)},
                **{f"happened_{end}": float(weight) for end, weight in zip(ENDS, weights, strict=True)},
                "brier": float(losses[0]),
                "log": float(losses[1]),
            }
            for each in found.tested
            for name, chances, weights, losses in zip(each.sample.ids, each.chances, each.sample.weights, each.losses, strict=True)
        ]
    )
    frame.attrs = as_json(found, files)
    return frame


def _files(cases: str | Path | CaseFile | Sequence[Case] | None) -> list[CaseFile]:
    if cases is None:
        return [first_coding(), second_coding()]
    if isinstance(cases, CaseFile):
        return [cases]
    if isinstance(cases, str | Path):
        return [read_cases(Path(cases))]
    return [CaseFile("cases", tuple(cases))]
