"""The points of an experiment: every policy that has to be played, once, each with what it is paired with."""

from dataclasses import replace

from ...model.levers import LEVERS
from ...model.scenario import Scenario, ScenarioError
from ..ensemble.placebo import placebo
from ..store.asked_for import Experiment
from ..store.point import BASELINE, PLACEBO, SCENARIO, TWIN, Point, Role

PLACEBO_NAME = "_placebo"
"""What the name of a placebo ends with."""


class Plan:
    """Points numbered as they are entered; one that is there already is not entered again."""

    def __init__(self, experiment: Experiment):
        self.experiment = experiment
        self._points: list[Point] = []
        self._rows: list[dict[int, None]] = []
        """Of each point the rows it belongs to, in order: a baseline may belong to all of a large design."""
        self._numbers: dict[tuple, int] = {}
        self._named: dict[tuple[str, int | None], int] = {}

    def enter(
        self,
        policy: Scenario,
        role: Role,
        scenario: str,
        row: int | None,
        baseline: int | None = None,
        twin: int | None = None,
    ) -> int:
        """The number of a policy's point. Raises ScenarioError if two different policies of one row bear the same name."""
        key = (policy.name, policy.start, tuple(policy.levers.values()), tuple(sorted(policy.pins.items())))
        number = self._numbers.setdefault(key, len(self._points))
        if self._named.setdefault((policy.name, row), number) != number:
            raise ScenarioError(f"two different scenarios are named {policy.name}; give one of the files another name")
        if number < len(self._points):
            before = self._points[number]
            if role == TWIN and before.role != BASELINE:
                self._points[number] = replace(before, role=TWIN)
            self._rows[number].update({} if row is None else {row: None})
            return number
        base = self.experiment.scenarios[scenario]
        levers = {name: value for name, value in policy.levers.items() if value != base.levers[name]}
        pins = {name: value for name, value in policy.pins.items() if base.pins.get(name) != value}
        self._points.append(Point(number, policy.name, role, scenario, [], levers, pins, baseline, twin))
        self._rows.append({} if row is None else {row: None})
        return number

    @property
    def points(self) -> list[Point]:
        """All points, each with the rows it belongs to."""
        return [replace(point, designs=list(rows)) for point, rows in zip(self._points, self._rows, strict=True)]


def points_of(experiment: Experiment) -> list[Point]:
    """All points: for each row of the design the baseline, then each scenario after its twin; placebos last.

    Raises ScenarioError, naming the row, if levers of a row cannot hold together.
    """
    plan = Plan(experiment)
    placebos: list[tuple[Scenario, str, int | None]] = []
    for row in range(len(experiment.design.rows)) if experiment.design.rows else [None]:
        levers, pins = _set_at(experiment, row)
        against = experiment.scenarios[experiment.baseline].with_pins(pins)
        baseline = plan.enter(against, BASELINE, experiment.baseline, row)
        for name, scenario in experiment.scenarios.items():
            if name == experiment.baseline:
                continue
            policy = _policy(scenario, levers, pins, row)
            twin = None
            if policy.has_troops:
                twin = plan.enter(policy.without_troops(), TWIN, name, row, baseline)
            plan.enter(policy, SCENARIO, name, row, baseline, twin)
            if experiment.placebo:
                placebos += [(each, name, row) for each in ([policy.without_troops()] if twin is not None else []) + [policy]]
    for policy, name, row in placebos:
        plan.enter(replace(placebo(policy)[0], name=policy.name + PLACEBO_NAME), PLACEBO, name, row)
    return plan.points


def _set_at(experiment: Experiment, row: int | None) -> tuple[dict[str, float], dict[str, float]]:
    """The levers and uncertainties that a row of the design sets."""
    values = experiment.design.at(row) if row is not None else {}
    levers = {name: value for name, value in values.items() if name in LEVERS}
    return levers, {name: value for name, value in values.items() if name not in LEVERS}


def _policy(scenario: Scenario, levers: dict[str, float], pins: dict[str, float], row: int | None) -> Scenario:
    try:
        return scenario.with_levers(levers).with_pins(pins)
    except ScenarioError as error:
        raise ScenarioError(f"row {row} of the design, {scenario.name}: {error}") from None
