from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents.table import numbered, places, ranked, ranked_names


class Row(NamedTuple):
    name: str
    rank: float


CALM, RAID, WAR = Row("calm", 0), Row("raid", 1.5), Row("war", 2)


@given(st.permutations([CALM, RAID, WAR]))
def test_it_does_not_matter_where_a_row_stands(rows):
    assert ranked(*rows) == (CALM, RAID, WAR)
    assert places(ranked(*rows)) == (0, 1, 2)
    assert ranked_names(**{row.name: row.rank for row in rows}) == (0, 1, 2)


def test_positions_are_read_by_name():
    place = places(ranked(WAR, CALM, RAID))
    assert (place.calm, place.raid, place.war) == (0, 1, 2)
    assert place._fields == ("calm", "raid", "war")
    names = ranked_names(war=9, calm=-1, raid=3)
    assert (names.calm, names.raid, names.war) == (0, 1, 2)
    assert names._fields == ("calm", "raid", "war")


def test_numbers_are_those_written_down():
    number = numbered(retired=(3, 5), vote=4, war=0, touch=17)
    assert (number.vote, number.war, number.touch) == (4, 0, 17)
    assert set(number._fields) == {"vote", "war", "touch"}


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ranked(CALM, Row("calm", 7)), "two rows of a table have the name calm"),
        (lambda: ranked(CALM, Row("quiet", 0)), "two rows of a table have the rank 0"),
        (lambda: ranked(CALM, WAR, Row("war", 0)), "two rows of a table have the name war"),
        (lambda: ranked_names(calm=1, war=1, raid=0), "two rows of a table have the rank 1"),
        (lambda: numbered(calm=4, war=4), "two rows of a table have the number 4"),
        (lambda: numbered(retired=(2,), calm=2, war=4), "two rows of a table have the number 2"),
        (lambda: numbered(retired=(2, 2)), "two rows of a table have the number 2"),
        (lambda: numbered(a=9, b=9, c=1, d=1), "two rows of a table have the number 1"),
    ],
)
def test_two_rows_that_claim_one_place_are_refused(make, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        make()


def test_a_table_may_be_empty():
    assert ranked() == ()
    assert ranked_names() == () == numbered(retired=(1, 2))
