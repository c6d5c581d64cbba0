"""Whatever stands in a manifest, and whether or not it has a checksum: a store opens as it is, or is refused in one line."""

import json
from copy import deepcopy

import numpy as np
import pytest

from reassure.agents.names import DeclarationError
from reassure.runs.batch import run
from reassure.runs.batch.reopening import reopen
from reassure.runs.batch.summary import summaries
from reassure.runs.cli import run as reassure
from reassure.runs.store.examination import findings
from reassure.runs.store.manifest import MANIFEST, load
from reassure.runs.store.refusal import StoreError
from reassure.runs.store.store import Store

VALUES = (
    None, True, -1, 0, 1, 1.5, 10**30, 99_999_999, 1e308, float("nan"), float("inf"), "", "x", "1", "\x1b[2J",
    [], [[]], [1, 2, 3] * 50, {}, {"a": 1},
)  # fmt: skip
ALIKE = ("levers", "rulebook", "versions", "scenarios")
"""Below these one entry is like another."""


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    """The folder of a store that sweeps a lever and an uncertainty, and pins one; to be read only."""
    folder = tmp_path_factory.mktemp("swept") / "store"
    sweep = {"troop_ceiling": [5, 15], "fear_size": [0, 1]}
    return run("limited_reassurance_force", out=folder, runs=5, weeks=10, sweep=sweep, pins={"us_multiplier": 0.8}).folder


def places(node, path=()):
    """Where something stands in a manifest, one place of each kind."""
    entries = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for number, (key, below) in enumerate(entries):
        yield (*path, key)
        if number < 1 or not (isinstance(node, list) or (path and path[-1] in ALIKE)):
            yield from places(below, (*path, key))


def with_value(manifest, path, value):
    """The manifest with another value in that place."""
    made = deepcopy(manifest)
    node = made
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    return made


def read_in_every_way(folder):
    store = Store(folder, lambda remark: None)
    list(findings(store))
    reopen(store, 0)
    list(summaries(store))


def test_no_value_anywhere_makes_it_stumble(older, swept):
    stumbled, refused = [], 0
    for folder in (older, swept):
        whole = json.loads((folder / MANIFEST).read_text())
        whole.pop("checksum", None)
        draw, every = np.random.default_rng(1), list(places(whole))
        assert len(every) > 50
        for path in every:
            for value in draw.permutation(np.array(VALUES, object))[:3]:
                (older / MANIFEST).write_text(json.dumps(with_value(whole, path, value)))
                try:
                    read_in_every_way(older)
                except DeclarationError as error:
                    refused += "\n" not in str(error)
                except Exception as error:
                    stumbled.append((path, value, error))
    assert not stumbled
    assert refused > 300


COMMANDS = (["check"], ["summary"], ["query", "SELECT 1"], ["replay", "0"], ["resume"], ["extend", "--runs", "5"])
FIRST = ("experiment", "scenarios", "limited_reassurance_force")


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("experiment", "seed"), 2, "its checksum does not fit"),
        (("experiment", "seed"), 2**64, "seed is a whole number from 0 to"),
        (("experiment", "weeks"), 10**9, "weeks is a whole number from 1 to"),
        (("experiment", "baseline"), "nowhere", "its baseline nowhere is none of its scenarios"),
        (("experiment", "design", "axes"), ["arms", "fear_size", "x"], "row 0 of its design has 2 values for 3 axes"),
        (("experiment", "design", "axes"), ["arms", "arms"], "its design has an axis twice"),
        (("experiment", "design", "rows"), [], "point 0 belongs to a row that its design does not have"),
        (("experiment", "design", "rows", 0, 0), float("nan"), "troop_ceiling is nan"),
        ((*FIRST, "name"), "other", "the scenario under limited_reassurance_force is named other"),
        ((*FIRST, "levers", "arms"), 1e9, "arms takes a number from"),
        ((*FIRST, "levers", "arsm"), 1.0, "the levers of limited_reassurance_force are not those declared here: arsm"),
        ((*FIRST, "pins", "fear_size"), -1.0, "fear_size takes a number from"),
        (("points",), [], "it has no points"),
        (("points", 1, "number"), 0, "its points are not numbered in order"),
        (("points", 1, "scenario"), "x", "point 1 is of x, which is none of its scenarios"),
        (("points", 1, "baseline"), 1, "point 1 is paired with one that does not come before it"),
        (("points", 1, "role"), "placebo", "its placebos do not come last"),
        (("points", 1, "levers"), {"troops": 1.0}, "unknown lever 'troops'"),
        (("points", 1, "pins"), {"fear_size": 99.0}, "fear_size takes a number from"),
        (("rounds",), [], "it has no runs"),
        (("rounds", 0, "runs"), 99_999_999_999, "runs of round 0 is a whole number from 1 to 4294967295"),
        (("rounds", 0, "runs"), 4_294_967_295, "and a store holds at most 1,048,576"),
        (("rounds", 0, "first_run"), 5, "round 0 begins at run 5, not 0"),
        (("rounds", 0, "placebo_runs"), 6, "placebo_runs of round 0 is a whole number from 0 to 5"),
        (("shard_rows",), 0, "shard_rows is a whole number from 1 to 10000"),
        (("rules",), "0" * 16, "its hash of the rules does not fit its rulebook"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_in_a_line_by_every_command(swept, tmp_path, capsys, path, value, reason):
    manifest = json.loads((swept / MANIFEST).read_text())
    (tmp_path / MANIFEST).write_text(json.dumps(with_value(manifest, path, value)))
    for name, *rest in COMMANDS:
        assert reassure([name, str(tmp_path), *rest]) == 2
        told = capsys.readouterr().err
        assert reason in told and told.startswith("reassure: ") and told.count("\n") == 1


def test_layout_and_order_of_a_manifest_do_not_matter(swept, tmp_path):
    manifest = json.loads((swept / MANIFEST).read_text())
    (tmp_path / MANIFEST).write_text(json.dumps(dict(reversed(manifest.items()))))
    assert load(tmp_path) == load(swept)


def test_points_that_are_not_those_of_the_scenarios_cannot_be_summed_up(older):
    manifest = json.loads((older / MANIFEST).read_text())
    for number, name in ((0, "nobody"), (1, "nobody"), (4, "nobody_placebo")):
        (older / MANIFEST).write_text(json.dumps(with_value(manifest, ("points", number, "name"), name)))
        with pytest.raises(StoreError, match="are not those of its scenarios"):
            list(summaries(Store(older, lambda remark: None)))
