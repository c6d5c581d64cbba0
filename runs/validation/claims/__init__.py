"""The claims of the article, each with what carries it and the experiments that show its direction (C1 to C53)."""

from .claim import Claim
from .force import CLAIMS as FORCE
from .guarantee import CLAIMS as GUARANTEE
from .moscow import CLAIMS as MOSCOW
from .washington import CLAIMS as WASHINGTON

CLAIMS: tuple[Claim, ...] = tuple(sorted((*FORCE, *WASHINGTON, *MOSCOW, *GUARANTEE), key=lambda claim: int(claim.label[1:])))
"""Every claim, in the order of the article."""
