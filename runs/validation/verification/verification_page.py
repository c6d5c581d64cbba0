"""How checks are written down: rows of a table, JSON, and the page `docs/verification.md`."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from ...docs_pages.reference import table
from ...mutation.results import read
from ...mutation.score import score
from .absent import ABSENT
from .check import Check, Group, Scope, Verdict

MUTATION_RESULTS = Path("docs/mutation.jsonl")
"""Results of the mutation check, in a checkout of the project."""
HEADINGS = ("check", "expected", "found", "could have seen", "verdict", "remark")

Results = Mapping[str, Sequence[Check]]
"""The checks made, by the name of their family."""


def every(results: Results) -> list[Check]:
    """All checks, in the order made."""
    return [check for checks in results.values() for check in checks]


def row(check: Check) -> tuple[str, ...]:
    """One check as the cells of a table."""
    return f"{check.label}: {check.statement}", check.expected, check.found, check.power, check.verdict.value, check.remark


def summary(results: Results) -> str:
    """How many checks there were, and how they ended."""
    ends = Counter(check.verdict for check in every(results))
    return ", ".join(f"{ends[verdict]} {verdict.value}" for verdict in Verdict if ends[verdict] or verdict is Verdict.FAILED)


def failed(results: Results) -> bool:
    """Whether any check failed."""
    return any(check.verdict is Verdict.FAILED for check in every(results))


def why_not_run(results: Results) -> list[str]:
    """The reasons for which checks were not run, each once."""
    return list(dict.fromkeys(check.remark for check in every(results) if check.verdict is Verdict.NOT_RUN))


def as_json(results: Results, effort: int) -> dict[str, object]:
    """Everything, for JSON."""
    plain = [
        {"family": family, **asdict(check), "group": check.group.value, "scope": check.scope.value, "verdict": check.verdict.value}
        for family, checks in results.items()
        for check in checks
    ]
    ends = Counter(check.verdict for check in every(results))
    return {
        "effort": effort,
        "verdicts": {verdict.value: ends[verdict] for verdict in Verdict},
        "checks": plain,
        "not_in_this_model": [absent._asdict() for absent in ABSENT],
    }


def markdown(results: Results, effort: int) -> str:
    """The page `docs/verification.md`."""
    sections = "\n\n".join(section(family, checks) for family, checks in results.items())
    absent = table(("exact result", "what is missing", "why"), ABSENT)
    return f"""# Verification

Written by `reassure verify --effort {effort} --out docs/verification.md`, which runs every check anew. {summary(results)}.

A check puts a question with a known answer to the very rules that the agents and the world use. *{Group.EXACT.value}*: a game or a
law with a published or closed-form answer (X numbers). *{Group.SOLVER.value}*: choices beside the logit equilibrium that Gambit
computes. *{Group.SIGN.value}*: theory or evidence says which way something goes (T numbers). *{Group.EXTREME.value}*: what may
never happen, whatever the settings. The scope is the rule alone (*{Scope.PART.value}*) or the *{Scope.WHOLE.value}*. That the rules
do what they say does not make them true: the model explores assumptions; it does not forecast. Codes: [sources.md](sources.md).

Signs are asked of random settings: every lever and every number anywhere in its declared range, each drawn by its own name. A sign
*{Verdict.AGREES.value}* or *{Verdict.DISAGREES.value}* only if its whole interval lies on one side of the line named beforehand;
otherwise it is *{Verdict.UNDECIDED.value}*, and more effort would tell. The intervals hold at every effort at once (confidence
sequences), so they are wider than ordinary ones and a verdict does not hang on where one stopped. *Could have seen* is the share,
or the change, that this effort would have told from the line with a chance of four in five.

{undecided(results)}

{sections}

{mutation_check()}

## Not in this model

{absent}
"""


def undecided(results: Results) -> str:
    """The checks that this effort could not decide, by label, with the scope."""
    names = Counter(f"{check.label} ({check.scope.value})" for check in every(results) if check.verdict is Verdict.UNDECIDED)
    told = [f"{name}, {times} times" if times > 1 else name for name, times in names.items()]
    return f"Undecided at this effort: {'; '.join(told) or 'none'}."


def mutation_check(results: Path = MUTATION_RESULTS) -> str:
    """How well the tests hold the rules, if a mutation check has been run in this checkout."""
    told = str(score(read(results).values())) if results.exists() else "Not run in this checkout"
    return (
        "## The rules held\n\n"
        "Whether the tests would notice a wrong rule is tried by changing the rules, one number, sign, comparison, term or row\n"
        f"at a time (`python -m reassure.runs.mutation`). {told}. The survivors by name: [mutation.md](mutation.md)."
    )


def section(family: str, checks: Sequence[Check]) -> str:
    """One family on the page."""
    columns = ("check", "what is checked", "kind, scope", "expected", "found", "could have seen", "verdict", "source", "remark")
    rows = [
        (
            check.label,
            check.statement,
            f"{check.group.value}, {check.scope.value}",
            check.expected,
            check.found,
            check.power,
            check.verdict.value if check.verdict.good else f"**{check.verdict.value}**",
            check.source,
            check.remark,
        )
        for check in checks
    ]
    return f"## {family[0].upper()}{family[1:]}\n\n{table(columns, rows)}"
