"""One order of play: the compiled week plays it, the Mesa model walks through it, and a week played otherwise is caught."""

import ast
import inspect
from pathlib import Path

import pytest

from reassure.model import order_of_play, turn, wargame
from reassure.model.future import new_world
from reassure.model.order_of_play import ORDER_OF_PLAY
from reassure.model.orders import NO_ORDERS
from reassure.model.scenario import load
from reassure.model.wargame import Wargame

NAMES = [step.name for step in ORDER_OF_PLAY]
ABOUT_ORDERS = [step.name for step in ORDER_OF_PLAY if step.orders]


def function(source, name):
    """The definition of a function or method in a module's text."""
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef) and node.name == name]
    assert len(found) == 1
    return found[0]


def statements(definition):
    """What a function does: its body without the docstring."""
    return definition.body[1:] if ast.get_docstring(definition) else definition.body


def source_of(module):
    return Path(inspect.getsourcefile(module)).read_text(encoding="utf-8")


def played(source):
    """The rules that the week in this text plays on the world, in order. A statement that does anything else is told as it is."""
    found = []
    for statement in statements(function(source, "play_week")):
        text = ast.unparse(statement)
        name, arguments = text.partition("(")[::2]
        given = "world, orders)" if name in ABOUT_ORDERS else "world)"
        found.append(name if arguments == given and name.isidentifier() else text)
    return found


def test_the_compiled_week_plays_the_order_of_play_and_nothing_else():
    assert played(source_of(turn)) == NAMES


def exchanged(source):
    return source.replace("    kyiv_feels(world)\n    kyiv_acts(world)\n", "    kyiv_acts(world)\n    kyiv_feels(world)\n")


@pytest.mark.parametrize(
    "doctor",
    [
        exchanged,
        lambda source: source.replace("    face_contact(world)\n", ""),
        lambda source: source.replace("    answer(world)\n", "    answer(world)\n    answer(world)\n"),
        lambda source: source.replace("    answer(world)\n", "    answer(world)\n    world.week += 1.0\n"),
        lambda source: source.replace("    answer(world)\n", "    if world.over == 0:\n        answer(world)\n"),
        lambda source: source.replace("    allies_vote(world)\n", "    allies_act(world)\n"),
        lambda source: source.replace("    after_moscow(world)\n", "    after_moscow(world.field)\n"),
    ],
    ids=["exchanged", "left_out", "twice", "more", "on_a_condition", "another", "on_something_else"],
)
def test_a_doctored_week_is_caught(doctor):
    source = source_of(turn)
    assert doctor(source) != source
    assert played(doctor(source)) != NAMES


def walked(source):
    """What the Mesa model calls in a step: in its walk through the order of play, and besides."""
    method = function(source, "step")
    walks = [node for node in ast.walk(method) if isinstance(node, ast.For) and ast.unparse(node.iter) == "ORDER_OF_PLAY"]
    assert len(walks) == 1 and walks[0] in method.body
    within = [ast.unparse(node) for node in ast.walk(walks[0]) if isinstance(node, ast.Call)]
    besides = [ast.unparse(node) for node in ast.walk(method) if isinstance(node, ast.Call)]
    for call in within:
        besides.remove(call)
    return set(within), set(besides)


def test_the_mesa_model_walks_through_the_order_of_play_and_plays_nothing_else():
    within, besides = walked(source_of(wargame))
    assert within == {
        "getattr(turn, step.name)",
        "getattr(turn, step.name)(world, *([self._orders] if step.orders else []))",
        "getattr(self, step.agents)",
        "isinstance(agents, list)",
        "getattr(agent, step.method)",
        "getattr(agent, step.method)()",
    }
    assert besides == {"self.datacollector.collect(self)"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("        for step in ORDER_OF_PLAY:\n", "        turn.answer(world)\n        for step in ORDER_OF_PLAY:\n"),
        ("getattr(turn, step.name)(world, *[self._orders] if step.orders else [])", "turn.open_week(world)"),
        ("        self.running = not world.over\n        self.data", "        self.russia.step()\n        self.data"),
    ],
)
def test_a_doctored_walk_is_caught(old, new):
    source = source_of(wargame)
    assert old in source
    assert walked(source.replace(old, new)) != walked(source)


@pytest.mark.parametrize("step", ORDER_OF_PLAY, ids=NAMES)
def test_every_step_is_a_rule_that_the_week_knows(step):
    rule = getattr(turn, step.name)
    definition = function(source_of(inspect.getmodule(getattr(rule, "py_func", rule))), step.name)
    assert {ast.unparse(decorator) for decorator in definition.decorator_list} & {"rule", "phrase"}
    assert [argument.arg for argument in definition.args.args] == ["world", *(["orders"] if step.orders else [])]


def test_every_step_is_told_once_in_words():
    assert len(set(NAMES)) == len(NAMES)
    assert all(step.who and step.meaning for step in ORDER_OF_PLAY)
    assert [step.name for step in ORDER_OF_PLAY if step.agents] == [
        "washington_acts", "allies_act", "moscow_acts", "allies_vote", "kyiv_acts",
    ]  # fmt: skip
    assert order_of_play.Step("a", "b", "c") == ("a", "b", "c", "", "step", False)


@pytest.mark.parametrize("run", [0, 1])
def test_step_by_step_by_the_mesa_model_and_as_a_whole_a_week_is_the_same(run):
    model = Wargame("limited_reassurance_force", rng=9, run=run, weeks=30)
    whole = new_world(load("limited_reassurance_force"), 9, run, weeks=30)
    single = whole.copy()
    while not whole[0].over:
        turn.play_week(whole[0], NO_ORDERS)
        for name in NAMES:
            getattr(turn, name)(single[0], *([NO_ORDERS] if name in ABOUT_ORDERS else []))
        model.step()
        assert whole.tobytes() == single.tobytes() == model.state
