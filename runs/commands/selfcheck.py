"""`reassure selfcheck`: whether this machine plays the very same futures."""

import platform

import typer

from ..console.options import JsonOption
from ..console.paragraph import line
from ..console.terminal import console, write_json


def selfcheck(json: JsonOption = False) -> None:
    """Play 1,000 futures of every scenario and hold their bits against those that come with the program.

    Exit status 1 if any differs; then it is told where the difference begins.
    """
    from ..ensemble.compiling import ensure_compiled
    from ..validation.selfcheck.bits import RUNS, bits_of, differing, written
    from ..validation.selfcheck.origin import interpreted, origin, record

    ensure_compiled()
    found: dict[str, object] = {}
    told: list[str] = []
    for scenario, there in written().items():
        runs = differing(bits_of(scenario), there)
        found[scenario] = {"runs": RUNS, "differing": len(runs)}
        told.append(
            f"{scenario}: {f'{len(runs):,} of {RUNS:,} futures differ' if runs else f'{RUNS:,} futures, every bit as written'}"
        )
        if runs:
            began = origin(record(scenario, runs[0]), interpreted(scenario, runs[0]))
            where = (
                f"run {runs[0]}, week {began.week}, {began.place}: compiled and interpreted rules differ"
                if began
                else f"run {runs[0]}: compiled and interpreted rules agree here, so these are other rules or another arithmetic"
            )
            found[scenario] = {"runs": RUNS, "differing": len(runs), "first": runs[0], "begins": where}
            told.append(f"  begins in {where}")
    machine = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    if json:
        write_json({"machine": machine, "scenarios": found})
    else:
        out = console()
        for each in (machine, *told):
            line(out, each)
    if any(isinstance(each, dict) and each["differing"] for each in found.values()):
        raise typer.Exit(1)
