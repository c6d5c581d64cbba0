import pytest

from reassure.runs.mutation.draw import draw, shared_out
from reassure.runs.mutation.sites import Site


def sites(**sizes):
    return [Site(f"agents/{name}.py", "f", "number", number, number, ()) for name, size in sizes.items() for number in range(size)]


def test_each_file_in_proportion_to_its_sites():
    chosen = draw(sites(a=200, b=100, c=100), 40, seed=1)
    assert [sum(site.file == f"agents/{name}.py" for site in chosen) for name in "abc"] == [20, 10, 10]


def test_the_draw_is_a_matter_of_the_seed_alone():
    every = sites(a=200, b=100)
    assert draw(every, 30, seed=1) == draw(list(every), 30, seed=1) != draw(every, 30, seed=2)


def test_a_new_site_moves_few_others():
    before = {site.name for site in draw(sites(a=200, b=100), 30, seed=1)}
    after = {site.name for site in draw(sites(a=201, b=100), 30, seed=1)}
    assert len(before & after) >= 28


@pytest.mark.parametrize(
    ("wanted", "sizes", "shares"),
    [(3, [1, 1, 1], [1, 1, 1]), (4, [5, 3], [3, 1]), (2, [10, 1, 1], [2, 0, 0]), (9, [1, 2], [1, 2])],
)
def test_remainders_are_rounded_up_for_the_largest(wanted, sizes, shares):
    assert list(shared_out(wanted, dict(zip("abc", sizes, strict=False))).values()) == shares
