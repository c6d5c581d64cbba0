"""For how much of the range of Russian fear and affront the guarantee raises failure.

There are no data on the sizes of fear and affront, so the answer is a share of the range over which they are drawn. For one mindset
the paired difference in failure (-1, 0, 1) is fitted by least squares on both sizes; where the fitted difference is above zero, the
guarantee raises failure. The fit is a plane: it sees a tilt, not a bend.
"""

import numpy as np

from ...model.outcomes import failed
from ...model.uncertainties import UNCERTAINTIES
from .intervals import CONFIDENCE, NOT_OBSERVED, Interval

TERMS = 3
"""Constant, fear, affront."""
SIDE = 61
"""Points along each side of the grid on which the share is counted."""
DRAWS = 1000
"""Planes drawn from the fit's uncertainty for the interval."""
OWN_SEED = 20260105


class Provocation:
    """Sums over pairs from which the plane is fitted: constant memory."""

    def __init__(self) -> None:
        self.pairs = 0
        self.gram = np.zeros((TERMS, TERMS))
        self.product = np.zeros(TERMS)
        self.squares = 0.0

    def fold(self, with_it: np.ndarray, without_it: np.ndarray) -> None:
        """Add pairs of one mindset: two arrays of OUTCOME records."""
        terms = np.column_stack([np.ones(len(with_it)), with_it["fear_size"], with_it["affront_size"]])
        difference = failed(with_it["worst"]).astype(float) - failed(without_it["worst"])
        self.pairs += len(with_it)
        self.gram += terms.T @ terms
        self.product += terms.T @ difference
        self.squares += float(difference @ difference)

    def share(self) -> Interval:
        """Share of the square of sizes on which the fitted difference is above zero; not observed if a size was pinned."""
        if self.pairs <= TERMS or np.linalg.matrix_rank(self.gram, tol=1e-6 * self.pairs) < TERMS:
            return NOT_OBSERVED
        inverse = np.linalg.inv(self.gram)
        plane = inverse @ self.product
        residual = max(0.0, self.squares - float(plane @ self.product)) / (self.pairs - TERMS)
        spread = residual * inverse
        planes = np.random.default_rng(OWN_SEED).multivariate_normal(plane, spread, DRAWS, check_valid="ignore")
        square = _square()
        drawn = (square @ planes.T > 0.0).mean(axis=0)
        low, high = np.quantile(drawn, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
        value = float((square @ plane > 0.0).mean())
        return Interval(value, min(value, float(low)), max(value, float(high)))


def _square() -> np.ndarray:
    """The middle of every cell of the grid over both ranges, with a constant in front."""
    steps = (np.arange(SIDE) + 0.5) / SIDE
    fear, affront = (
        declared.low + (declared.high - declared.low) * steps
        for declared in (UNCERTAINTIES["fear_size"], UNCERTAINTIES["affront_size"])
    )
    over_fear, over_affront = np.meshgrid(fear, affront, indexing="ij")
    return np.column_stack([np.ones(SIDE * SIDE), over_fear.ravel(), over_affront.ravel()])
