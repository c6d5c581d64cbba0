import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from reassure.runs.console.values import as_json, as_text


@pytest.mark.parametrize(
    ("value", "text", "json"),
    [
        (None, "", None),
        (True, "True", True),
        (7, "7", 7),
        (0.25, "0.25", 0.25),
        (1 / 3, "0.333333", 1 / 3),
        (Decimal("150.0"), "150.0", 150.0),
        (math.inf, "inf", None),
        (math.nan, "nan", None),
        (Decimal("NaN"), "NaN", None),
        ("held", "held", "held"),
        ("\x1b[31mred\n\u202e", "\\x1b[31mred\\n\\u202e", "\x1b[31mred\n\u202e"),
        ([1, 2.5, None], "[1, 2.5, ]", [1, 2.5, None]),
        ((1, math.nan), "[1, nan]", [1, None]),
        ({"a": Decimal(1)}, "{'a': Decimal('1')}", {"a": 1.0}),
        (date(2026, 2, 3), "2026-02-03", "2026-02-03"),
        (datetime(2026, 2, 3, 4, 5), "2026-02-03 04:05:00", "2026-02-03T04:05:00"),
        (time(4, 5), "04:05:00", "04:05:00"),
        (timedelta(days=1), "1 day, 0:00:00", "1 day, 0:00:00"),
        (b"\x00\xff", "b'\\x00\\xff'", "00ff"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000001"),
    ],
)
def test_what_becomes_of_a_value(value, text, json):
    assert as_text(value) == text
    assert as_json(value) == json
