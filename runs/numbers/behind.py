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
SEEN = {"situation", "pace", "left"}
"""What everybody sees."""


class Behind(NamedTuple):
    """Names of the uncertainties behind a term."""

    direct: tuple[str, ...]
    through: tuple[str, ...]


@cache
def terms() -> dict[tuple[str, str, str], Behind]:
    """What stands behind each term: by the table of terms (`MOSCOW_TERM`), the option ("" for any) and the term."""
    found: dict[tuple[str, str, str], list[tuple[Rule, ast.expr]]] = {}
    for rule in rules().values():
        for target, value in assignments(rule.tree):
            place = _term(target)
            if place:
                found.setdefault(place, []).append((rule, value))
    return {place: _behind(made) for place, made in found.items()}


def behind(table: str, option: str, term: str) -> Behind:
    """What stands behind a term of an option; of the term under any option where it is written for all alike."""
    known = terms()
    own, shared = known.get((table, option, term)), known.get((table, "", term))
    found = [each for each in (own, shared) if each]
    direct = dict.fromkeys(name for each in found for name in each.direct)
    through = dict.fromkeys(name for each in found for name in each.through if name not in direct)
    return Behind(tuple(direct), tuple(through))


def _behind(made: list[tuple[Rule, ast.expr]]) -> Behind:
    direct = dict.fromkeys(name for rule, value in made for name in _direct(rule, value))
    through = dict.fromkeys(name for rule, value in made for name in _numbers(rule, value, frozenset()) if name not in direct)
    return Behind(tuple(direct), tuple(through))


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


def _direct(rule: Rule, value: ast.expr) -> Iterator[str]:
    """The uncertainties that an expression reads by name, and those of the local names it is made of."""
    for node in ast.walk(value):
        if isinstance(node, ast.Attribute) and node.attr in UNCERTAINTIES and _is_assumed(node.value):
            yield node.attr
        elif isinstance(node, ast.Name):
            for target, given in assignments(rule.tree):
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


def _numbers(rule: Rule, value: ast.expr, met: frozenset[object]) -> Iterator[str]:
    """Every uncertainty from which an expression of a rule is computed."""
    for node in ast.walk(value):
        if isinstance(node, ast.Attribute):
            if node.attr in UNCERTAINTIES and _is_assumed(node.value):
                yield node.attr
            elif isinstance(node.value, ast.Name) and node.value.id in MINDS | SEEN:
                yield from _of_field(node.value.id, node.attr, met)
        elif isinstance(node, ast.Name) and (rule.module, rule.name, node.id) not in met:
            yield from _of_local(rule, node.id, met | {(rule.module, rule.name, node.id)})
        elif isinstance(node, ast.Call) and (made := called(rule.module, node)) and (made.module, made.name) not in met:
            yield from _of_returned(made, None, met | {(made.module, made.name)})


def _of_local(rule: Rule, name: str, met: frozenset[object]) -> Iterator[str]:
    """What a local name is computed from."""
    yield from _of_parameter(rule, name, met)
    for target, given in assignments(rule.tree):
        if isinstance(target, ast.Name) and target.id == name:
            yield from _numbers(rule, given, met)
        elif isinstance(target, ast.Tuple) and isinstance(given, ast.Call) and (made := called(rule.module, given)):
            place = next((i for i, each in enumerate(target.elts) if isinstance(each, ast.Name) and each.id == name), None)
            if place is not None and (made.module, made.name, place) not in met:
                yield from _of_returned(made, place, met | {(made.module, made.name, place)})


def _of_parameter(rule: Rule, name: str, met: frozenset[object]) -> Iterator[str]:
    """What is handed to a rule under the name of one of its parameters, by those that call it."""
    parameters = [each.arg for each in rule.tree.args.args]
    if name not in parameters or name in RECORDS:
        return
    for caller in rules().values():
        for node in ast.walk(caller.tree):
            if isinstance(node, ast.Call) and called(caller.module, node) == rule and parameters.index(name) < len(node.args):
                yield from _numbers(caller, node.args[parameters.index(name)], met)


def _of_returned(rule: Rule, place: int | None, met: frozenset[object]) -> Iterator[str]:
    """What a rule returns is computed from; of a tuple that it returns only the part at `place`."""
    for node in ast.walk(rule.tree):
        if not isinstance(node, ast.Return) or node.value is None:
            continue
        value = node.value
        if place is not None and isinstance(value, ast.Tuple):
            yield from _numbers(rule, value.elts[place], met)
        elif place is not None and isinstance(value, ast.Call) and (made := called(rule.module, value)):
            if (made.module, made.name, place) not in met:
                yield from _of_returned(made, place, met | {(made.module, made.name, place)})
        else:
            yield from _numbers(rule, value, met)


def _of_field(holder: str, field: str, met: frozenset[object]) -> Iterator[str]:
    """What a field of a record is computed from, wherever a rule sets it."""
    if (holder, field) in met or ("seen", "seen") in met:
        return
    further = met | {(holder, field)} | ({("seen", "seen")} if holder in SEEN else set())
    for rule in rules().values():
        for target, given in assignments(rule.tree):
            if isinstance(target, ast.Attribute) and target.attr == field and _holds(target.value, holder):
                yield from _numbers(rule, given, further)


def _holds(node: ast.expr, holder: str) -> bool:
    """Whether a record in a target is the one of that name, also as a part of the world."""
    return (isinstance(node, ast.Name) and node.id == holder) or (isinstance(node, ast.Attribute) and node.attr == holder)
