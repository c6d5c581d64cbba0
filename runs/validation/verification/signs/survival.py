"""How long ceasefires last: imposed terms, battlefield trends, strong agreements (T34 to T36)."""

from collections.abc import Iterator

import numpy as np

from .....agents.grievance import resent
from ..check import Check
from ..experiment import FAILURE, VIOLATIONS, WAR
from ..judgement import in_draws
from ..settings import Draws
from . import minds
from .arms import Whole


def checks(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T34 to T36."""
    yield from imposed_terms(draws, whole)
    yield battlefield_trend(whole)
    yield from strong_agreements(whole)


def imposed_terms(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T34: a ceasefire forced on the sides is resented."""

    def resentment(world: np.record) -> float:
        resent(world.russia, world.situation, world.levers, world.uncertainties)
        return float(world.russia.grievance)

    def impose(world: np.record) -> None:
        world.levers.imposed_terms = 1.0

    def agree(world: np.record) -> None:
        world.levers.imposed_terms = 0.0

    source = "Werner & Yuen 2005; A7"
    margins = minds.changes(draws, resentment, impose, before=agree)
    yield in_draws("T34", "Imposed terms are resented", source, margins, unit="utility")
    yield whole.sign("T34", "Imposed terms make failure likelier", source, FAILURE, 1, {"imposed_terms": 1}, {"imposed_terms": 0})


def battlefield_trend(whole: Whole) -> Check:
    """T35: a decisive trend before the ceasefire settles what each side expects; nothing here is unsettled."""
    even = {"russian_start": 0.7, "ukrainian_start": 0.7}
    decided = {"russian_start": 0.9, "ukrainian_start": 0.5}
    return whole.sign(
        "T35",
        "A one-sided battlefield before the ceasefire (here in Russia's favour) makes renewed war rarer than an even one",
        "Werner & Yuen 2005",
        WAR,
        -1,
        decided,
        even,
        finding="The theory works through expectations that fighting has made alike and through terms that reflect them. Here both "
        "sides know the balance from the start and terms are given, so a one-sided balance only makes attack pay. No carrier.",
    )


def strong_agreements(whole: Whole) -> Iterator[Check]:
    """T36: monitors, guarantees and a covered line prolong peace."""
    source = "Fortna 2004; A3"
    weak = {"monitors": 0, "legal_form": "none"}
    for strong, words in (
        ({"monitors": 1, "legal_form": "none"}, "Monitors"),
        ({"monitors": 0, "legal_form": "treaty", "mandate_years": 0}, "A guarantee by treaty"),
        ({"monitors": 1, "legal_form": "treaty", "mandate_years": 0}, "Monitors and a treaty together"),
    ):
        yield whole.sign("T36", f"{words}: fewer failures", source, FAILURE, -1, strong, weak)
    yield whole.sign("T36", "Monitors: fewer violations", source, VIOLATIONS, -1, {"monitors": 1}, {"monitors": 0})
