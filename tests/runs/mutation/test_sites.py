import ast

import pytest

from reassure.runs.mutation.checkout import mutants_of, mutated, sites_of


def found(source):
    """The sites of a module of this source, by name without the file."""
    return {site.name.removeprefix("agents/x.py "): site for site in sites_of("agents/x.py", ast.parse(source))}


def changes(source, kind):
    """What the mutants of one kind change, as (how, change)."""
    return [(mutant.how, mutant.change) for site in found(source).values() if site.kind == kind for mutant in site.mutants]


def rule(body):
    return f"@rule\ndef f(world, x, y):\n    {body}"


def after(source):
    """The sources of all mutants, last line each."""
    tree = ast.parse(source)
    return [
        mutated("agents/x.py", source, each.name).splitlines()[-1].strip() for each in mutants_of(sites_of("agents/x.py", tree))
    ]


@pytest.mark.parametrize(
    ("body", "mutants"),
    [
        ("return x * 0.4", {"return x * 0.2", "return x * 0.8", "return x * -0.4", "return 0.4"}),
        ("return -2.0", {"return -1.0", "return -4.0", "return 2.0"}),
        ("return 3", {"return 1", "return 6", "return -3"}),
        ("return 0.0", {"return 1.0"}),
        ("return x[2]", {"return x[3]"}),
        ("return x >> 16", {"return x >> 17"}),
        ("return -x", {"return x"}),
        ("return x + y", {"return x - y", "return x", "return y"}),
        ("return x - y", {"return x + y", "return x", "return -y"}),
        ("return x / y", {"return x", "return 1.0 / y"}),
        ("return x < y", {"return x > y"}),
        ("return x >= y", {"return x <= y"}),
        ("return x == y", {"return x != y"}),
        ("return x and y", {"return x or y"}),
        ("world.a = x", {"pass"}),
        ("world.a[x], z = y", {"pass"}),
        ("z = x", set()),
        ("z += x", {"z -= x", "pass"}),
        ("note(world, x)", {"pass"}),
        ("return g(x, y)", {"return g(y, x)"}),
        ("return g(world, y)", set()),
        ("return g(x, x)", set()),
    ],
)
def test_a_rule_goes_wrong_in_these_ways(body, mutants):
    assert set(after(rule(body))) == mutants


def test_each_summand_of_a_chain_is_dropped():
    assert {"return b + c", "return a + c", "return a + b"} <= set(after(rule("return a + b + c")))


def test_a_docstring_and_a_plain_function_are_no_sites():
    assert not found('@rule\ndef f(x):\n    """Half of 2."""\n    return x\n\ndef g(x):\n    return 0.5 * x')


def test_a_declared_quantity_has_its_default_and_what_is_drawn():
    source = """
NUMBERS = coefficients(
    About.KYIV,
    Fixed("calm", "utility", 0.1, 0.8, 0.35, "Meaning.", "source", luck=71),
    Uniform("rate", "a year", 4, 26, 13, "Meaning.", "source", luck=72),
    Normal("shift", "utility", -1, 1, 0, "Meaning.", "source", spread=0.2, luck=73),
)"""
    numbers = {name: [each.change for each in site.mutants] for name, site in found(source).items() if site.kind == "number"}
    assert numbers == {
        "NUMBERS.calm number 1": ["0.35 -> 0.175", "0.35 -> 0.7", "0.35 -> -0.35"],
        "NUMBERS.rate number 1": ["4.0 -> 2.0", "4.0 -> 8.0", "4.0 -> -4.0"],
        "NUMBERS.rate number 2": ["26.0 -> 13.0", "26.0 -> 52.0", "26.0 -> -26.0"],
        "NUMBERS.rate number 3": ["13.0 -> 6.5", "13.0 -> 26.0", "13.0 -> -13.0"],
        "NUMBERS.shift number 1": ["0.0 -> 1.0"],
        "NUMBERS.shift number 2": ["0.2 -> 0.1", "0.2 -> 0.4", "0.2 -> -0.2"],
    }


def test_a_lucks_number_between_name_and_unit_is_no_site():
    source = 'NUMBERS = Block("Kyiv", Fixed("calm", 99, "utility", 0.1, 0.8, 0.35, "Meaning.", "source"))'
    assert changes(source, "number") == [("x .5", "0.35 -> 0.175"), ("x 2", "0.35 -> 0.7"), ("sign", "0.35 -> -0.35")]


def test_rows_exchange_their_names_and_keep_their_ranks():
    source = 'OPTIONS = ranked(Option("a", 0, "first"), Option("b", 1, "second"))'
    assert after(source) == ["OPTIONS = ranked(Option('b', 0, 'first'), Option('a', 1, 'second'))"]
    assert after("ACT = ranked_names(probe=0, seizure=1)") == ["ACT = ranked_names(seizure=0, probe=1)"]
    assert set(after('FORMS = (("none", 0.0), ("treaty", 1.0))')) >= {"FORMS = (('treaty', 0.0), ('none', 1.0))"}
    assert "SHARES = (0.5, 0.0)" in after("SHARES = (0.0, 0.5)")


def test_numbers_of_rows_and_constants_but_not_ranks_sizes_and_luck():
    assert changes('MINDSETS = ranked(Mindset("a", 0, 0.45, 1.5, "words"))', "number") == [
        ("x .5", "0.45 -> 0.225"), ("x 2", "0.45 -> 0.9"), ("sign", "0.45 -> -0.45"),
        ("x .5", "1.5 -> 0.75"), ("x 2", "1.5 -> 3.0"), ("sign", "1.5 -> -1.5"),
    ]  # fmt: skip
    assert len(changes("RATE = 1.0 / 8.0", "number")) == 6
    for none in ('R = record(("a", FLOAT, (3,)), ("b", FLOAT))', "PURPOSE = numbered(a=0, b=1)", 'PLACE = Path("x").parents[1]'):
        assert not found(none)


def test_a_site_keeps_its_name_when_lines_move():
    source = rule("return x * 0.4")
    assert set(found(source)) == set(found("# a remark\n\n" + source))


def test_every_mutant_of_the_project_compiles_and_differs():
    from pathlib import Path

    from reassure.runs.mutation.checkout import Checkout

    checkout = Checkout(Path(__file__).resolve().parents[3])
    for file in ("agents/mindset.py", "model/events.py", "model/ladder.py"):
        before = ast.unparse(ast.parse(checkout.source(file)))
        for mutant in mutants_of(checkout.sites([file])):
            changed = checkout.mutated(mutant)
            compile(changed, file, "exec")
            assert changed != before, mutant.name
