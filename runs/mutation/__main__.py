"""`python -m reassure.runs.mutation`: tries mutants of the rules and says which no test objects to."""

import argparse
import ast
import difflib
import signal
import sys
import tempfile
from pathlib import Path

from ..files.whole import write_whole
from .checkout import Checkout, mutants_of
from .draw import SEED, SITES, draw
from .play import play
from .results import Result, read, write
from .score import score, survivors
from .sites import Site
from .trial import Court, waiting
from .usual import FailsUnmutatedError


class RefusedError(Exception):
    """A wish that cannot be met, in one line."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message):
        """Status 2, as elsewhere."""
        raise RefusedError(message)


def parser() -> Parser:
    """The options."""
    found = Parser(prog="python -m reassure.runs.mutation", description=__doc__, allow_abbrev=False)
    found.add_argument("--files", default="", help="only these modules, as agents/russia.py,model/answer.py")
    found.add_argument("--place", default="", help="only sites in this function or table (or its row)")
    found.add_argument("--sites", type=int, default=SITES, help="how many sites are drawn (%(default)s)")
    found.add_argument("--seed", type=int, default=SEED, help="seed of the draw (%(default)s)")
    found.add_argument("--all", action="store_true", help="all sites, not a draw")
    found.add_argument(
        "--mirrored", action="store_true", help="only the module's own test file: quick; what survives may be killed elsewhere"
    )
    found.add_argument("--processes", type=int, default=2, help="mutants tried at a time (%(default)s)")
    found.add_argument("--results", type=Path, help="file of results (docs/mutation.jsonl of the checkout)")
    found.add_argument("--checkout", type=Path, default=Path(__file__).resolve().parents[2], help="folder of the checkout to try")
    found.add_argument("--list", action="store_true", help="list sites and mutants, and try none")
    found.add_argument("--show", metavar="MUTANT", help="show what a mutant changes, and try none")
    found.add_argument("--page", action="store_true", help="write docs/mutation.md from the results, and try none")
    return found


def main(arguments: list[str]) -> int:
    """Status 0; 1 if survivors are left without a reason; 2 for a wish that cannot be met; 130 if interrupted."""
    try:
        return run(parser().parse_args(arguments))
    except (RefusedError, FailsUnmutatedError, EOFError, OSError) as refusal:
        print(f"Error: {refusal}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nInterrupted; what was tried is kept.", file=sys.stderr)
        return 130


def run(wish: argparse.Namespace) -> int:
    """Do what is wished for."""
    checkout = Checkout(wish.checkout.resolve())
    if not checkout.tests():
        raise RefusedError(f"{checkout.root} is no checkout with tests")
    if wish.sites < 1 or wish.processes < 1:
        raise RefusedError("--sites and --processes take a number from 1")
    if wish.show:
        return show(checkout, wish.show)
    if wish.list:
        sites = chosen(checkout.sites(checkout.modules()), wish)
        for site in sites:
            print(f"{site.name} (line {site.line})")
            for mutant in site.mutants:
                print(f"    {mutant.how}: {mutant.change}")
        print(f"{len(sites)} sites, {len(list(mutants_of(sites)))} mutants")
        return 0
    path = wish.results or checkout.root / "docs" / "mutation.jsonl"
    if wish.page:
        return write_the_page(checkout, path, wish)
    with tempfile.TemporaryDirectory(prefix="mutation") as folder:
        return try_them(Checkout(checkout.copy_to(Path(folder))), path, wish)


def chosen(every: list[Site], wish: argparse.Namespace) -> list[Site]:
    """The sites wished for."""
    files = {file.strip() for file in wish.files.split(",") if file.strip()}
    unknown = files - {site.file for site in every}
    if unknown:
        raise RefusedError(f"{sorted(unknown)[0]} is no module with sites")
    sites = every if wish.all or wish.place else draw(every, wish.sites, wish.seed)
    sites = [site for site in sites if not files or site.file in files]
    if wish.place:
        sites = [site for site in sites if site.place == wish.place or site.place.startswith(f"{wish.place}.")]
        if not sites:
            raise RefusedError(f"no site in {wish.place}")
    return sites


def show(checkout: Checkout, name: str) -> int:
    """Print what a mutant changes, as the difference of its module."""
    file = name.split(" ")[0]
    if file not in checkout.modules():
        raise RefusedError(f"{file} is no module with sites")
    before = ast.unparse(ast.parse(checkout.source(file))).splitlines()
    found = [each for each in mutants_of(checkout.sites([file])) if each.name.startswith(name)]
    if not found:
        raise RefusedError(f"no mutant is called {name!r}; see --list")
    for mutant in found:
        after = checkout.mutated(mutant).splitlines()
        print("\n".join(difflib.unified_diff(before, after, mutant.name, mutant.how, lineterm="", n=2)))
    return 0


def try_them(copy: Checkout, path: Path, wish: argparse.Namespace) -> int:
    """Try what has no result that still holds, then say what lives. A copy is tried, so that the checkout may change meanwhile."""
    every = copy.sites(copy.modules())
    mutants = list(mutants_of(chosen(every, wish)))
    court = Court(copy, wish.mirrored)
    left = waiting(court, mutants, read(path))
    print(f"{len(mutants)} mutants, {len(mutants) - len(left)} known already", file=sys.stderr, flush=True)
    if left:
        play(court, left, path, wish.processes)
    results = read(path)
    known = {mutant.name for mutant in mutants_of(every)}
    write(path, [result for name, result in results.items() if name in known])
    return say([results[mutant.name] for mutant in mutants if mutant.name in results])


def say(tried: list[Result]) -> int:
    """Name what lives, and the score. Status 1 if something lives without a reason."""
    lives = survivors(tried)
    for result, why in lives:
        note = f" [{result.by}]" if result.by else ""
        print(f"survives: {result.mutant}: {result.change}{note}" + (f" -- {why}" if why else ""))
    print(score(tried))
    return int(any(not why for _, why in lives))


def write_the_page(checkout: Checkout, path: Path, wish: argparse.Namespace) -> int:
    """Write `docs/mutation.md` from the results that still hold, and keep no others, so that both tell the same."""
    from .mutation_page import markdown

    every = checkout.sites(checkout.modules())
    sites = chosen(every, wish)
    mutants = list(mutants_of(sites))
    results = read(path)
    untried = {mutant.name for mutant in waiting(Court(checkout), mutants, results)}
    tried = [results[mutant.name] for mutant in mutants if mutant.name not in untried]
    page = checkout.root / "docs" / "mutation.md"
    write_whole(page, markdown(tried, len(sites), len(every), wish.seed, len(untried)))
    write(path, tried)
    print(f"{page}: {score(tried)}")
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # an end asked for is an interruption too
    sys.exit(main(sys.argv[1:]))
