from datetime import date

import pytest

from reassure.agents.united_states import INAUGURATION_TO_MIDTERM, MIDTERM_TO_INAUGURATION
from reassure.model.calendar import midterms, next_election, next_vote, weeks_of


@pytest.mark.parametrize(
    ("year", "day"), [(2022, 8), (2024, 5), (2026, 3), (2030, 5), (2034, 7), (2038, 2)]
)  # the Tuesday after the first Monday of November
def test_election_day(year, day):
    assert midterms(year) == date(year, 11, day)
    assert midterms(year).weekday() == 1


@pytest.mark.parametrize(
    ("start", "day", "presidential"),
    [
        (date(2026, 1, 5), date(2026, 11, 3), False),
        (date(2026, 11, 2), date(2026, 11, 3), False),
        (date(2026, 11, 3), date(2029, 1, 20), True),
        (date(2028, 11, 8), date(2029, 1, 20), True),
        (date(2029, 1, 20), date(2030, 11, 5), False),
    ],
)
def test_the_next_election_that_moves_washington(start, day, presidential):
    weeks, which = next_election(start)
    assert weeks * 7 == pytest.approx((day - start).days)
    assert which == presidential


def test_the_gaps_the_rule_uses_are_those_of_the_calendar():
    start, week = date(2026, 1, 5), 0.0
    drawn, rule = [], []
    week, presidential = next_election(start)
    for _ in range(8):
        drawn.append(week)
        days, presidential = next_election(date.fromordinal(start.toordinal() + round(7 * week)))
        week += days
        rule.append(drawn[-1] + (MIDTERM_TO_INAUGURATION if presidential else INAUGURATION_TO_MIDTERM))
    assert rule[:-1] == pytest.approx(drawn[1:], abs=1.5)


@pytest.mark.parametrize(
    ("known", "every", "start", "day"),
    [
        (date(2027, 5, 13), 5, date(2026, 1, 5), date(2027, 5, 13)),
        (date(2027, 5, 13), 5, date(2027, 5, 13), date(2032, 5, 12)),  # one held today is over
        (date(2027, 5, 13), 5, date(2029, 1, 1), date(2032, 5, 12)),
        (date(2026, 9, 13), 4, date(2022, 9, 13), date(2026, 9, 13)),
        (date(2026, 9, 13), 4, date(2020, 1, 1), date(2022, 9, 13)),
    ],
)
def test_the_next_vote_of_those_that_the_law_sets(known, every, start, day):
    weeks = next_vote(known, every, start)
    assert weeks * 7 == pytest.approx((day - start).days, abs=2)
    assert 0 < weeks <= weeks_of(every)
