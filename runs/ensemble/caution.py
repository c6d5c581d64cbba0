"""What must be said of results that few runs stand behind, whatever the number of points."""

FEW_RUNS = 100
"""Below so many runs a share of one half is uncertain by more than ten points each way (95 %, 1 / sqrt(runs)), and is told with a
caution. Points of a design share their runs, so more points are no more luck."""


def caution(runs: int) -> str | None:
    """What must be said of results that so few runs stand behind; None if there are enough."""
    if runs >= FEW_RUNS:
        return None
    if runs == 1:
        return (
            "CAUTION: one run is one luck and one kind of Moscow, the same at every point. This shows how one future responds, "
            "not how often ceasefires fail. Ask for more runs (--runs)."
        )
    return (
        f"CAUTION: only {runs} runs, the same luck at every point, so more points are no more luck. "
        f"Shares and differences are rough: ask for {FEW_RUNS} runs or more (--runs)."
    )
