"""Opinion: what a treaty does to the readiness to fight (T24)."""

from collections.abc import Iterator

import numpy as np

from ..check import Check
from ..judgement import in_draws, with_interval
from ..sequences import average
from ..settings import Draws
from . import minds
from .arms import Whole

FORMS = (0.0, 0.6, 1.0)
"""No legal form, a bespoke time-limited arrangement, a treaty."""
NATO_MEMBERSHIP = 0.29
"""By how much membership of the alliance raised readiness to defend, 45 to 74 per cent (Tomz, Weeks & Bansak 2023)."""


def checks(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T24."""
    chances = np.array([[minds.answering(world, legal=legal) for legal in FORMS] for world in minds.copies(draws)])
    steps = np.diff(chances, axis=1)
    treaty = average(chances[:, -1] - chances[:, 0])
    yield in_draws(
        "T24",
        "A treaty makes an answer likelier than none, and a bespoke arrangement lies between",
        "Tomz, Weeks & Bansak 2023; A18",
        steps.min(axis=1),
        remark=f"a treaty adds {with_interval(treaty)}; the survey's figure for membership of the alliance is +{NATO_MEMBERSHIP:g}",
    )
