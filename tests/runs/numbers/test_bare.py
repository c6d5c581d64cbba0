import ast

import pytest

from reassure.runs.numbers.bare import bare_numbers
from reassure.runs.numbers.trees import Module, modules


@pytest.mark.parametrize("name", modules())
def test_no_rule_holds_a_number_without_a_name(name):
    found = list(bare_numbers(modules()[name]))
    assert not found, "declare it beside the rule, or name it with a line that says why it is not open:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("return 0.3 * x", ["0.3"]),
        ("return x if x > 7 else -1.0", ["7"]),
        ("return 1.0 - 0.5 * x + 2.0", []),
        ("return A * x", []),
        ("for _ in range(3):\n        x += 1\n    return x", ["3"]),
        ("return x and True", []),
    ],
)
def test_what_counts_as_a_bare_number(line, found):
    source = f"@rule\ndef weigh(x):\n    {line}\n\n\ndef plain(x):\n    return 99 * x\n"
    module = Module("agents.test", None, source, ast.parse(source), {})
    assert [text.split(": ")[1].split(" in ")[0] for text in bare_numbers(module)] == found
