from reassure.runs.numbers.constants import constants

MOST = 40


def test_named_constants_are_few():
    assert len(constants()) <= MOST, [constant.name for constant in constants()]


def test_each_says_why_it_is_not_open():
    assert not [constant for constant in constants() if len(constant.why) < 20]


def test_none_calls_itself_an_assumption():
    # what a referee could dispute is declared
    assert not [constant for constant in constants() if "assumption" in constant.why.casefold()]
