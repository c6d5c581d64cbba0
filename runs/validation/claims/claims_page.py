"""How the claims are written down: a summary, then every claim with its carriers, its experiments and their figures."""

from collections import Counter
from collections.abc import Sequence

from ...docs_pages.reference import table
from ...ensemble.comparison import NOTE
from .carriers import link
from .trials import Judged, Result

READING = """Carriers are the rules, levers, uncertainties and outcomes through which a claim acts. Experiments play arms of a
shipped scenario on the same luck, so a change is a mean over pairs of futures; the interval is 95 per cent. *Shown* means that the
whole interval lies on the claimed side, *not shown* that it holds nothing as well, *contradicted* that it lies on the other side. A
claim is shown if all its experiments show it, and contradicted if one contradicts it."""


def markdown(judged: Sequence[Judged], runs: int, seed: int) -> str:
    """The page `docs/claims.md`."""
    counted = Counter(each.result for each in judged)
    summary = ", ".join(f"{counted[result]} {result.value}" for result in Result if counted[result])
    head = f"""# The claims of the article

Written by `reassure claims --runs {runs} --seed {seed} --out docs/claims.md`, {runs:,} futures of every arm. Of
{len(judged)} claims: {summary}.

{NOTE}

{READING}
"""
    rows = ((f"[{each.claim.label}](#{each.claim.label.lower()})", each.claim.words, each.result.value) for each in judged)
    return "\n".join([head, table(("claim", "in our words", "result"), rows), *(section(each) for each in judged)]) + "\n"


def section(judged: Judged) -> str:
    """One claim."""
    claim = judged.claim
    experiments = table(
        ("experiment", "found (95 %)", "result"), ((each.asked, each.figure, each.result.value) for each in judged.found)
    )
    note = f"\n\n{claim.note}" if claim.note else ""
    carriers = ", ".join(link(carrier) for carrier in claim.carriers)
    return f"""
## {claim.label}

{claim.words}: **{judged.result.value}**. Carried by {carriers}.

{experiments}{note}"""


def as_json(judged: Judged) -> dict[str, object]:
    """One claim for JSON."""
    return {
        "claim": judged.claim.label,
        "words": judged.claim.words,
        "carriers": list(judged.claim.carriers),
        "result": judged.result.value,
        "note": judged.claim.note,
        "experiments": [
            {"asked": each.asked, "figure": each.figure, "change": each.change._asdict(), "result": each.result.value}
            for each in judged.found
        ],
    }
