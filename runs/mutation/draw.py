"""Which sites are tried: so many, drawn by a published seed, each file in proportion to the sites it has."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from .sites import Site

SITES = 400
SEED = 2026
"""The published draw."""


def draw(sites: Iterable[Site], wanted: int = SITES, seed: int = SEED) -> list[Site]:
    """That many sites. A site's luck follows from the seed and its name, so that a new site elsewhere moves few others."""
    by_file: dict[str, list[Site]] = defaultdict(list)
    for site in sites:
        by_file[site.file].append(site)
    shares = shared_out(wanted, {file: len(found) for file, found in by_file.items()})
    chosen = []
    for file, found in by_file.items():
        first = sorted(found, key=lambda site: _luck(seed, site.name))[: shares[file]]
        chosen += sorted(first, key=lambda site: (site.line, site.name))
    return chosen


def shared_out(wanted: int, sizes: dict[str, int]) -> dict[str, int]:
    """A number shared out in proportion to sizes, the largest remainders rounded up; never more than there is."""
    total = sum(sizes.values())
    if wanted >= total:
        return dict(sizes)
    exact = {file: wanted * size / total for file, size in sizes.items()}
    shares = {file: int(share) for file, share in exact.items()}
    short = wanted - sum(shares.values())
    for file in sorted(exact, key=lambda file: (shares[file] - exact[file], file))[:short]:
        shares[file] += 1
    return shares


def _luck(seed: int, name: str) -> bytes:
    return hashlib.sha256(f"{seed} {name}".encode()).digest()
