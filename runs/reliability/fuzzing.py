"""The fuzzer: numbered inputs of every kind from a grammar, each tried, and all that went wrong told with its number.

The same seed, kind and number are the same input, so a finding can be tried again alone. Hypothesis was tried first: most of its
inputs are the one before with a word changed, and of sixty orders every one was refused.
"""

import itertools
import math
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from ..batch.notebook import run
from ..console.status import REFUSED
from ..ensemble.compiling import ensure_compiled
from ..store.manifest import MANIFEST
from ..store.shards import FUTURES
from .case import OTHER_STORE, STORE, Case
from .command_lines import command_line, order_case, question_case, sweep_case
from .documents import address_case, experiment_case, saved_case, scenario_case
from .stores import manifest_case, shard_case
from .trial import Answer, can_be_typed, in_a_process, in_this_process, try_case

REALLY = 50
"""Every input of so many is typed as a real command too."""


@dataclass
class Survey:
    """What came of all inputs."""

    seed: int
    tried: Counter[str] = field(default_factory=Counter)
    """Inputs by kind."""
    refused: Counter[str] = field(default_factory=Counter)
    """Of these the refused, by kind."""
    wrong: Counter[str] = field(default_factory=Counter)
    """Of these how many went wrong, by kind."""
    typed: int = 0
    """How many were also typed as a real command."""
    slowest: float = 0.0
    """Seconds of the slowest answer within this process."""
    findings: list[str] = field(default_factory=list)
    """What went wrong."""


@dataclass
class Fuzzer:
    """Tries inputs in folders below `scratch`, where it also keeps two small stores to damage copies of."""

    scratch: Path
    survey: Survey
    tell: Callable[[str], object]
    """Is told of everything that goes wrong, when it does."""
    answers: dict[tuple[str, ...], Answer] = field(default_factory=dict)
    """What was answered on whole stores, by the command line."""

    @property
    def stores(self) -> Path:
        """The folder of the stores, whole."""
        return self.scratch / "stores"

    def make_stores(self) -> None:
        """Two batches of different seeds, each of some points and scenarios with twins."""
        for name, number in ((STORE, 1), (OTHER_STORE, 2)):
            run("limited_reassurance_force", out=self.stores / name, runs=3, weeks=8, seed=number, sweep={"troop_ceiling": [5, 15]})

    def kinds(self) -> "dict[str, Callable[[Random], Case]]":
        """What makes an input of each kind."""
        store = self.stores / STORE
        manifest = (store / MANIFEST).read_bytes()
        files = {path.relative_to(store).as_posix(): path.read_bytes() for path in (store / FUTURES).iterdir()}
        return {
            "command lines": command_line,
            "scenario files": scenario_case,
            "experiment files": experiment_case,
            "orders": order_case,
            "sweeps": sweep_case,
            "SQL": question_case,
            "manifests": lambda random: manifest_case(random, manifest),
            "shards": lambda random: shard_case(random, files),
            "addresses": address_case,
            "saved files": saved_case,
        }

    def try_(self, case: Case, number: int) -> None:
        """Try one input, now and then also as a real command; takes note of what came of it."""
        survey = self.survey
        answer, wrong = try_case(case, self._folder(), self.stores, in_this_process)
        if case.kind == "shards" and answer.status == 0 and not answer.errors and _said(answer) != _said(self._whole(case)):
            wrong.append(f"another answer than from the whole store, without a word: {answer.output[:500]!r}")
        survey.tried[case.kind] += 1
        survey.refused[case.kind] += answer.status == REFUSED
        survey.slowest = max(survey.slowest, answer.seconds)
        if number % REALLY == 0 and can_be_typed(case):
            survey.typed += 1
            real, wrong_when_typed = try_case(case, self._folder(), self.stores, in_a_process)
            wrong += [f"typed as a real command: {each}" for each in wrong_when_typed]
            if real.status != answer.status:
                wrong.append(f"status {real.status} as a real command, {answer.status} here")
        survey.wrong[case.kind] += bool(wrong)
        survey.findings += wrong
        for each in wrong:
            self.tell(f"{case.kind}, {number}: {each}\n{case.told()}\n")

    def _whole(self, case: Case) -> Answer:
        """What a case answers on a store that nobody damaged."""
        if case.arguments not in self.answers:
            undamaged = replace(case, damage=())
            self.answers[case.arguments], _ = try_case(undamaged, self._folder(), self.stores, in_this_process)
        return self.answers[case.arguments]

    def _folder(self) -> Path:
        return Path(tempfile.mkdtemp(dir=self.scratch)) / "case"


def _said(answer: Answer) -> str:
    """What was printed, but for the port of the page, which is any that is free."""
    return re.sub(r"(?<=127\.0\.0\.1:)\d+", "", answer.output)


def fuzz(
    inputs: int, seed: int, only: tuple[str, int] | None, tell: Callable[[str], object], advance: Callable[[], object]
) -> Survey:
    """Try so many inputs of a seed, the kinds in equal parts, or only the one of a kind and number.

    `tell` is told of everything that goes wrong, `advance` is called after each input.
    """
    ensure_compiled()
    survey = Survey(seed)
    with tempfile.TemporaryDirectory() as scratch:
        fuzzer = Fuzzer(Path(scratch), survey, tell)
        fuzzer.make_stores()
        kinds = fuzzer.kinds()
        for kind, number in [only] if only else itertools.product(kinds, range(math.ceil(inputs / len(kinds)))):
            fuzzer.try_(kinds[kind](Random(f"{seed} {kind} {number}")), number)
            advance()
    return survey
