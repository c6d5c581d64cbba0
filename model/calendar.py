"""Elections on their real dates: the American ones, and those of allies where the law sets the day."""

from datetime import date, timedelta

DAYS_IN_YEAR = 365.25


def midterms(year: int) -> date:
    """Election day: the Tuesday after the first Monday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7 + 1)


def next_election(start: date) -> tuple[float, bool]:
    """Weeks from `start` to the next election that moves Washington's will, and whether it is presidential.

    A presidential election counts from the inauguration on 20 January of the year after; midterms from election day.
    """
    days = []
    for year in range(start.year, start.year + 5):
        if year % 4 == 1:
            days.append((date(year, 1, 20), True))
        if year % 4 == 2:
            days.append((midterms(year), False))
    day, presidential = min((day, presidential) for day, presidential in days if day > start)
    return (day - start).days / 7.0, presidential


def next_vote(known: date, every_years: float, start: date) -> float:
    """Weeks from `start` to the next of the votes held every so many years, of which one is `known`; always more than 0."""
    every = weeks_of(every_years)
    weeks = (known - start).days / 7.0 % every
    return weeks or every


def weeks_of(years: float) -> float:
    """Weeks of the calendar that so many years have."""
    return years * DAYS_IN_YEAR / 7.0
