"""The wargame as a Mesa model: one future, stepped week by week, every capital a Mesa agent."""

import copy
from collections.abc import Iterable
from typing import Any

import mesa
import numpy as np
from mesa.datacollection import DataCollector

from ..agents.capitals import EuropeanAlly, Russia, Ukraine, UnitedStates
from ..agents.profiles import ALLIES
from ..agents.situation import NO_ATTACK
from ..agents.vote import has_a_say
from . import reporters, turn
from .deployment import allies_have_a_turn
from .future import FIVE_YEARS, LARGEST_COUNTER, LONGEST, new_world, whole
from .order_of_play import ORDER_OF_PLAY
from .orders import REFUSED, Order, OrderError, order_records, parse_order, read_orders
from .parameters import adjusted, opened, seed_of, without_model
from .scenario import Scenario, load
from .world import WORLD


class Wargame(mesa.Model):
    """One future of a scenario.

    `preset` is a shipped scenario's name, a path, or a `Scenario`. `rng` is the seed (None: a fresh one from the operating system,
    kept in `seed`); `run` numbers the replicate: the same seed and run meet the same luck under every policy. `branch` is 0 for
    the future itself. `orders` override choices (`Order` or WEEK:ACTOR:OPTION). `scenario` is Mesa's: its fields are keywords of
    this class, its `rng` is the seed, and a keyword goes before a field. Every further keyword is a lever or uncertainty by its
    declared name. Raises DeclarationError, in one line, for anything that does not fit.

    The state is `world`, one NumPy record; `step()` plays a week and does nothing once the future is over (`running` is False).
    """

    @opened
    def __init__(
        self,
        preset: str | Scenario = "limited_reassurance_force",
        rng: int | None = None,
        run: int = 0,
        weeks: int = FIVE_YEARS,
        branch: int = 0,
        orders: Iterable[Order | str] = (),
        steps_per_week: int = 1,
        *,
        scenario: Any = None,
        **kwargs: Any,
    ) -> None:
        self.seed = seed_of(rng)
        super().__init__(rng=self.seed)
        if scenario is not None:
            self.scenario = without_model(scenario)
        self._counts_steps = not hasattr(self, "steps")  # Mesa did until its version 4
        if self._counts_steps:
            self.steps = 0
        self.preset = adjusted(load(preset) if isinstance(preset, str) else preset, kwargs)
        self.weeks = whole("weeks", weeks, 1, LONGEST)
        self.run = whole("run", run, 0, LARGEST_COUNTER)
        self.branch = whole("branch", branch, 0, LARGEST_COUNTER)
        self.steps_per_week = whole("steps_per_week", steps_per_week, 1, 7)
        if isinstance(orders, str):
            raise OrderError("orders is a list of orders, not one text")
        self.orders = tuple(order if isinstance(order, Order) else parse_order(order, self.weeks) for order in orders)
        self._catching_up = False
        self._worlds = new_world(self.preset, self.seed, self.run, self.branch, self.weeks, self.steps_per_week)
        self._orders = order_records(self.orders, self.weeks)
        self.united_states = UnitedStates(self)
        self.allies = [EuropeanAlly(self, index) for index in range(len(ALLIES))]
        self.russia = Russia(self)
        self.ukraine = Ukraine(self)
        self.datacollector = DataCollector(model_reporters=dict(reporters.MODEL), agent_reporters={"latest": reporters.latest})
        # Mesa 3.3 keeps every model that ever numbered agents alive in this table; all our agents are made by now
        getattr(mesa.Agent, "_ids", {}).pop(self, None)
        self.datacollector.collect(self)

    @property
    def world(self) -> np.record:
        """The state of this future: a view of its one record, never to be kept."""
        return self._worlds[0]

    @property
    def week(self) -> int:
        """Weeks played so far."""
        return int(self.world.week)

    @property
    def state(self) -> bytes:
        """The whole state as bytes: what two futures must share to be the same."""
        return self._worlds.tobytes()

    def restore(self, state: bytes) -> None:
        """Put the model into a state taken from `state`, of this model or of one with other levers.

        Raises ValueError if the bytes are no world of these rules.
        """
        if len(state) != WORLD.itemsize:
            raise ValueError(f"a state has {WORLD.itemsize} bytes, not {len(state)}")
        self._worlds[:] = np.frombuffer(state, WORLD)
        self.running = not self.world.over

    def step(self) -> None:
        """Play one week (or part of one, with `steps_per_week`), in the order of play of `model/order_of_play.py`."""
        if self._counts_steps:
            self.steps += 1
        if self._catching_up:
            return
        world = self.world
        if world.over:
            self.running = False
            return
        for step in ORDER_OF_PLAY:
            if not step.agents:
                getattr(turn, step.name)(world, *[self._orders] if step.orders else [])
                continue
            agents = getattr(self, step.agents)
            for agent in agents if isinstance(agents, list) else [agents]:
                getattr(agent, step.method)()
        self.running = not world.over
        self.datacollector.collect(self)

    @property
    def allies_in_turn(self) -> list[EuropeanAlly]:
        """The allies, if any of them has something to decide this week."""
        return self.allies if allies_have_a_turn(self.world) else []

    @property
    def allies_with_a_say(self) -> list[EuropeanAlly]:
        """The allies that vote on the attack now before the coalition, if there is one."""
        situation = self.world.situation
        if situation.attack.act == NO_ATTACK:
            return []
        return [ally for ally in self.allies if has_a_say(ally.record, situation)]

    def order_states(self) -> list[tuple[Order, int]]:
        """The orders, and what has become of each by now."""
        return read_orders(self._orders, float(self.world.week))

    def refused_orders(self) -> list[Order]:
        """The orders that came due and asked for something not open then."""
        return [order for order, state in self.order_states() if state == REFUSED]

    def __reduce__(self):
        """Copy and pickle by arguments and bytes: a view kept anywhere would point at a dead world."""
        arguments = (self.preset, self.seed, self.run, self.weeks, self.branch, self.orders, self.steps_per_week)
        collector = {name: value for name, value in vars(self.datacollector).items() if name not in REPORTERS}
        mesas = (self.steps, getattr(self, "time", 0.0), without_model(getattr(self, "scenario", None)))
        return _rebuild, (type(self), arguments, self.state, self._orders.copy(), mesas, collector)


REPORTERS = ("model_reporters", "agent_reporters", "agenttype_reporters", "tables")
"""What a collector is made of, as against what it has collected."""


def _rebuild(kind, arguments, state, told, mesas, collected):
    preset, seed, run, weeks, branch, orders, steps_per_week = arguments
    model = kind(preset, rng=seed, run=run, weeks=weeks, branch=branch, orders=orders, steps_per_week=steps_per_week)
    model.restore(state)
    model._orders[:] = told
    steps, time, scenario = mesas
    model._catching_up = True
    if time:  # from 3.5 on Mesa keeps a queue of steps: its clock has to be run, not set
        model.run_until(time)
    else:
        model.steps = steps
    model._catching_up = False
    if scenario is not None:
        model.scenario = scenario
    vars(model.datacollector).update(copy.deepcopy(collected))
    return model
