"""The declared numbers behind a term: which uncertainties its value is computed from, found in the rules themselves.

Named first are those that the term's own line reads; after them those it reads through other rules and through what an actor's
record holds (grievance, belief). What everybody sees (the situation) is followed one step: where it comes from is the world.
"""

import ast
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ...model.uncertainties import UNCERTAINTIES
from .trees import Rule, called, rules

MINDS = {"russia", "ukraine", "united_states", "ally", "mood", "own", "part", "row"}
"""What holds an actor's own figures: followed to where they are worked out."""
RECORDS = MINDS | {
    "situation",
    "levers",
    "assumed",
    "world",
    "luck",
    "field",
    "coalition",
    "sector",
    "sectors",
    "allies",
    "decision",
}
"""Parameters that are records, not figures."""
EVERYONES = {"agents.curves", "agents.chance", "agents.choice", "agents.arithmetic"}
"""Modules whose rules are handed something by everyone."""
SEEN = {"situation", "pace", "left"}
"""What everybody sees."""


class Behind(NamedTuple):
    """Names of the uncertainties behind a term."""

    direct: tuple[str, ...]
    through: tuple[str, ...]


@cache
def written() -> dict[tuple[str, str, str], list[tuple[Rule, ast.expr]]]:
    """Where each term is written: by the table of terms (`MOSCOW_TERM`), the option ("" for any) and the term."""
    found: dict[tuple[str, str, str], list[tuple[Rule, ast.expr]]] = {}
    for rule in rules().values():
        for target, value in _assignments(rule):
            place = _term(target)
            if place:
                found.setdefault(place, []).append((rule, value))
    return found


@cache
def behind(table: str, option: str, term: str) -> Behind:
    """What stands behind a term of an option; of the term under any option where it is written for all alike."""
    found = [_behind(place) for place in dict.fromkeys(((table, option, term), (table, "", term))) if place in written()]
    direct = dict.fromkeys(name for each in found for name in each.direct)
    through = dict.fromkeys(name for each in found for name in each.through if name not in direct)
    return Behind(tuple(direct), tuple(through))


@cache
def _behind(place: tuple[str, str, str]) -> Behind:
    made = written()[place]
    direct = dict.fromkeys(name for rule, value in made for name in _direct(rule, value))
    search = Search()
    for rule, value in made:
        search.expression(rule, value, outside=False)
    return Behind(tuple(direct), tuple(name for name in search.found if name not in direct))


def _term(target: ast.expr) -> tuple[str, str, str] | None:
    """Table, option and term of `made.terms[MOSCOW.probe, MOSCOW_TERM.aim]` or `row[ANSWER_TERM.base]`."""
    if not isinstance(target, ast.Subscript):
        return None
    inside = target.slice.elts if isinstance(target.slice, ast.Tuple) else [target.slice]
    handles = [
        (each.value.id, each.attr) for each in inside if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name)
    ]
    named = [pair for pair in handles if pair[0].endswith("_TERM")]
    if not named:
        return None
    option = next((name for handle, name in handles if not handle.endswith("_TERM")), "")
    return named[0][0], option, named[0][1]


def assignments(tree: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Every target with the value it gets; a tuple of targets that gets a call is given as it is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                yield from zip(target.elts, value.elts, strict=True)
            else:
                yield target, value
        elif isinstance(node, ast.AugAssign):
            yield node.target, node.value


@cache
def _assignments_by_rule() -> dict[tuple[str, str], list[tuple[ast.expr, ast.expr]]]:
    return {key: list(assignments(rule.tree)) for key, rule in rules().items()}


def _assignments(rule: Rule) -> list[tuple[ast.expr, ast.expr]]:
    return _assignments_by_rule()[rule.module, rule.name]


@cache
def _calls() -> dict[tuple[str, str], list[tuple[Rule, ast.Call]]]:
    """Every call of a rule, with the rule that makes it, by the rule that is called."""
    found: dict[tuple[str, str], list[tuple[Rule, ast.Call]]] = {}
    for caller in rules().values():
        for node in ast.walk(caller.tree):
            if isinstance(node, ast.Call) and (made := called(caller.module, node)):
                found.setdefault((made.module, made.name), []).append((caller, node))
    return found


@cache
def _settings() -> dict[str, list[tuple[Rule, ast.expr, ast.expr]]]:
    """Every assignment to a field of a record, by the name of the field: rule, record, value."""
    found: dict[str, list[tuple[Rule, ast.expr, ast.expr]]] = {}
    for rule in rules().values():
        for target, given in _assignments(rule):
            if isinstance(target, ast.Attribute):
                found.setdefault(target.attr, []).append((rule, target.value, given))
    return found


def _direct(rule: Rule, value: ast.expr) -> Iterator[str]:
    """The uncertainties that an expression reads by name, and those of the local names it is made of."""
    for node in ast.walk(value):
        if isinstance(node, ast.Attribute) and node.attr in UNCERTAINTIES and _is_assumed(node.value):
            yield node.attr
        elif isinstance(node, ast.Name):
            for target, given in _assignments(rule):
                if isinstance(target, ast.Name) and target.id == node.id and given is not value and node not in ast.walk(given):
                    yield from (
                        each.attr
                        for each in ast.walk(given)
                        if isinstance(each, ast.Attribute) and each.attr in UNCERTAINTIES and _is_assumed(each.value)
                    )


def _is_assumed(node: ast.expr) -> bool:
    return (isinstance(node, ast.Name) and node.id == "assumed") or (
        isinstance(node, ast.Attribute) and node.attr == "uncertainties"
    )


class Search:
    """What an expression is computed from, each place looked at once."""

    def __init__(self) -> None:
        self.found: dict[str, None] = {}
        self._met: set[object] = set()

    def _first(self, *place: object) -> bool:
        """Whether a place has not been looked at before."""
        new = place not in self._met
        self._met.add(place)
        return new

    def expression(self, rule: Rule, value: ast.expr, outside: bool) -> None:
        """Every uncertainty that an expression of a rule comes from; `outside`: whether it is part of the world already."""
        for node in ast.walk(value):
            if isinstance(node, ast.Attribute):
                if node.attr in UNCERTAINTIES and _is_assumed(node.value):
                    self.found[node.attr] = None
                elif isinstance(node.value, ast.Name) and node.value.id in MINDS | SEEN:
                    self._field(node.value.id, node.attr, outside)
            elif isinstance(node, ast.Name) and self._first(rule.module, rule.name, node.id, outside):
                self._local(rule, node.id, outside)
            elif isinstance(node, ast.Call) and (made := called(rule.module, node)):
                self._returned(made, None, outside)

    def _local(self, rule: Rule, name: str, outside: bool) -> None:
        """What a local name, or a parameter, comes from."""
        self._parameter(rule, name, outside)
        for target, given in _assignments(rule):
            if isinstance(target, ast.Name) and target.id == name:
                self.expression(rule, given, outside)
            elif isinstance(target, ast.Tuple) and isinstance(given, ast.Call) and (made := called(rule.module, given)):
                place = next((i for i, each in enumerate(target.elts) if isinstance(each, ast.Name) and each.id == name), None)
                if place is not None:
                    self._returned(made, place, outside)

    def _parameter(self, rule: Rule, name: str, outside: bool) -> None:
        """What is handed to a rule under the name of a parameter, by those that call it; curves are everyone's."""
        parameters = [each.arg for each in rule.tree.args.args]
        if name not in parameters or name in RECORDS or rule.module in EVERYONES:
            return
        for caller, call in _calls().get((rule.module, rule.name), ()):
            if parameters.index(name) < len(call.args):
                self.expression(caller, call.args[parameters.index(name)], outside)

    def _returned(self, rule: Rule, place: int | None, outside: bool) -> None:
        """What a rule returns comes from; of a tuple that it returns only the part at `place`."""
        if not self._first(rule.module, rule.name, place, outside):
            return
        for node in ast.walk(rule.tree):
            if not isinstance(node, ast.Return) or node.value is None:
                continue
            value = node.value
            if place is not None and isinstance(value, ast.Tuple):
                self.expression(rule, value.elts[place], outside)
            elif place is not None and isinstance(value, ast.Call) and (made := called(rule.module, value)):
                self._returned(made, place, outside)
            else:
                self.expression(rule, value, outside)

    def _field(self, holder: str, field: str, outside: bool) -> None:
        """What a field of a record comes from, wherever a rule sets it. The world is followed one step."""
        if outside or not self._first(holder, field):
            return
        for rule, record, given in _settings().get(field, ()):
            if _holds(record, holder):
                self.expression(rule, given, holder in SEEN)


def _holds(node: ast.expr, holder: str) -> bool:
    """Whether a record in a target is the one of that name, also as a part of the world."""
    return (isinstance(node, ast.Name) and node.id == holder) or (isinstance(node, ast.Attribute) and node.attr == holder)
