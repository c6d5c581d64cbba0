"""The plan as the page's controls show it: levers, scenarios and their words, read from the declarations."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...agents.declaration import Choice, Quantity, Switch, Whole
from ...model.future import LARGEST_COUNTER, LARGEST_SEED, LONGEST, whole
from ...model.levers import LEVERS
from ...model.scenario import SHIPPED, Scenario, load, parse_values
from ...model.uncertainties import UNCERTAINTIES
from ..numbers.standing import Standing, matches, uncertainties
from .address import Future, checked, future_of

GROUPS = (
    ("The force", "troop_ceiling"),
    ("Law and politics", "legal_form"),
    ("The United States", "us_backstop"),
    ("The rest of the package", "arms"),
)
"""Headings of the levers, each with the first lever, in the order of declaration, that stands under it."""

PROPER = {"us": "US", "nato": "NATO", "russian": "Russian"}
"""Words of lever names that are written otherwise in text."""

FINEST_SHARE, FINEST_FEW = 0.01, 0.25
"""How finely a slider moves a share, and a quantity of a few units; all others move by one."""

SHOWN = 12
"""Numbers that a search shows at most: a screenful."""


def lever_groups() -> list[dict[str, Any]]:
    """Every lever under its heading, with all that its control says."""
    first = {lever: heading for heading, lever in GROUPS}
    groups: list[dict[str, Any]] = []
    for name, quantity in LEVERS.items():
        if name in first:
            groups.append({"name": first[name], "levers": []})
        groups[-1]["levers"].append(_control(quantity))
    return groups


def scenarios() -> list[dict[str, Any]]:
    """Every shipped scenario with its levers, as texts."""
    return [scenario_facts(load(name)) for name in SHIPPED]


def scenario_facts(scenario: Scenario) -> dict[str, Any]:
    """A scenario's name, title, summary, and the value of every lever as a control writes it."""
    return {
        "name": scenario.name,
        "title": scenario.title,
        "summary": scenario.summary,
        "levers": lever_texts(scenario.levers),
    }


def lever_texts(levers: Mapping[str, float]) -> dict[str, str]:
    """The value of every lever as a control writes it."""
    return {name: LEVERS[name].text(value) for name, value in levers.items()}


def numbers(scenario: Scenario, sought: str) -> dict[str, Any]:
    """The numbers of the rules with all the words of `sought`: the first dozen for the page, and how many more."""
    found = [each for each in uncertainties(scenario) if matches(each, sought)] if sought.strip() else []
    return {"found": [_number(each) for each in found[:SHOWN]], "more": max(0, len(found) - SHOWN)}


def _number(standing: Standing) -> dict[str, Any]:
    quantity = standing.quantity
    return {
        "name": quantity.name,
        "about": UNCERTAINTIES[quantity.name].about,
        "meaning": quantity.meaning,
        "source": quantity.source,
        "scale": _sentence(standing.scale),
        "stands": f"{standing.text} ({standing.distribution})" if standing.value is None else standing.text,
        "choices": [name for name, _ in quantity.choices] if isinstance(quantity, Choice) else [],
    }


def stands(future: Future, scenario: Scenario) -> dict[str, Any]:
    """What is in force: the parts of a future that the controls can change, and its levers in the week on screen."""
    return {
        "scenario": future.scenario,
        "seed": str(future.seed),
        "run": str(future.run),
        "weeks": str(future.weeks),
        "levers": lever_texts(scenario.levers),
        "pins": {name: UNCERTAINTIES[name].text(value) for name, value in scenario.pins.items()},
    }


def asked_for(future: Future, asked: Mapping[str, Any]) -> Future:
    """The future, from week 0, that the controls ask for.

    `asked` holds scenario, seed, run, weeks, the levers moved and the numbers fixed, as texts; a number with an empty text is no
    longer fixed. Levers and pins that the present future sets stay unless another scenario is chosen. Raises DeclarationError in
    one line.
    """
    other = str(asked.get("scenario", future.scenario))
    begun = future if other == future.scenario else future_of([("scenario", other)])
    moved = parse_values(asked.get("levers", {}), LEVERS)
    texts = {name: str(text).strip() for name, text in asked.get("fixes", {}).items()}
    fixed = parse_values({name: text for name, text in texts.items() if text}, UNCERTAINTIES)
    kept = {name: value for name, value in begun.pins.items() if name not in texts}
    return checked(
        replace(
            begun,
            seed=whole("seed", _trimmed(asked, "seed", future.seed), 0, LARGEST_SEED),
            run=whole("run", _trimmed(asked, "run", future.run), 0, LARGEST_COUNTER),
            weeks=whole("horizon", _trimmed(asked, "weeks", future.weeks), 1, LONGEST),
            week=0,
            levers={**begun.levers, **moved},
            pins={**kept, **fixed},
            orders=(),
            changes=(),
        )
    )


def _trimmed(asked: Mapping[str, Any], name: str, otherwise: int) -> str:
    return str(asked.get(name, otherwise)).strip()


def _control(quantity: Quantity) -> dict[str, Any]:
    choices: list[str] = []
    if isinstance(quantity, Switch):
        choices = ["off", "on"]
    if isinstance(quantity, Choice):
        choices = [name for name, _ in quantity.choices]
    width = quantity.high - quantity.low
    step = 1.0 if isinstance(quantity, Whole) or width > 20 else FINEST_SHARE if width <= 1 else FINEST_FEW
    return {
        "name": quantity.name,
        "label": _label(quantity.name),
        "meaning": quantity.meaning,
        "source": quantity.source,
        "scale": _sentence(Standing(quantity, None, False, "").scale),
        "short": quantity.unit.split(";")[0],
        "share": quantity.unit.startswith("share"),
        "low": quantity.low,
        "high": quantity.high,
        "step": step,
        "choices": choices,
    }


def _label(name: str) -> str:
    return _sentence(" ".join(PROPER.get(word, word) for word in name.split("_")))


def _sentence(text: str) -> str:
    """The text with a capital letter in front."""
    return text[:1].upper() + text[1:]
