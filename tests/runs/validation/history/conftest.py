"""A case to change."""

import pytest

from reassure.runs.validation.history.case import Case, End, Force, Law

CASE = Case("A", Force.TRIPWIRE, 0.4, 0.3, 0.6, Law.TREATY, 0.0, 0.8, 2.0, 0.3, False, End.HELD)


@pytest.fixture(scope="session")
def case():
    """A case in which a tripwire stands."""
    return CASE
