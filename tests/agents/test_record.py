import numpy as np
import pytest

from reassure.agents.record import FLOAT, INTEGER, cells, first_cell, floats, record

INNER = record(("x", FLOAT), ("many", INTEGER, (3,)))
OUTER = record(("first", INTEGER), ("inner", INNER), ("table", FLOAT, (2, 2)), ("last", FLOAT))


def test_fields_stand_one_after_the_other_in_eight_byte_cells():
    assert (cells(INNER), cells(OUTER)) == (4, 10)
    assert [first_cell(OUTER, field) for field in ("first", "inner", "table", "last")] == [0, 1, 5, 9]
    assert [first_cell(INNER, field) for field in ("x", "many")] == [0, 1]


def test_a_record_is_a_flat_row_of_numbers():
    one = np.zeros(1, OUTER)
    one[0].first, one[0].last, one[0].inner.x = 1, 2.5, 0.5
    assert one.view(np.float64)[[9, 1]].tolist() == [2.5, 0.5]
    assert one.view(np.int64)[0] == 1
    assert isinstance(one[0].inner, np.record)  # fields of fields are read by name too


@pytest.mark.parametrize("kind", [np.float32, np.int32, np.bool_, np.dtype("S9")])
def test_what_is_not_made_of_eight_byte_cells_is_refused(kind):
    with pytest.raises(ValueError, match="'small' is not made of eight-byte cells"):
        record(("whole", FLOAT), ("small", kind))
    with pytest.raises(ValueError, match="'small' is not made of eight-byte cells"):
        record(("small", kind), ("whole", FLOAT))


def test_floats_keep_the_order_of_their_names():
    kind = floats(["b", "a"])
    assert kind.names == ("b", "a")
    assert {kind[name] for name in kind.names} == {np.dtype(FLOAT)}


@pytest.mark.parametrize("kind", [INNER, np.dtype(FLOAT)])
def test_a_field_that_a_record_does_not_have_is_refused(kind):
    with pytest.raises(KeyError, match="none"):
        first_cell(kind, "none")
