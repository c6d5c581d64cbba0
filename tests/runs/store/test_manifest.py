import json
import os

import pytest

from reassure.agents.source import FLOORS
from reassure.runs.batch.experiment import Request, prepare
from reassure.runs.batch.sweep import parse_sweeps
from reassure.runs.store.manifest import MANIFEST, as_text, load, save
from reassure.runs.store.refusal import StoreError


@pytest.fixture(scope="module")
def manifest():
    axes = parse_sweeps(["arms=0:1:3"])
    return prepare(
        Request(["paris_declaration", "full_nato_mission"], runs=100, seed=2**64 - 1, axes=axes, pins={"fear_size": 0.1})
    )


def test_a_manifest_comes_back_as_it_was(manifest, tmp_path):
    save(manifest, tmp_path)
    again = load(tmp_path)
    assert again == manifest
    assert as_text(again) == as_text(manifest) == (tmp_path / MANIFEST).read_bytes()


def test_it_can_be_read_without_the_program(manifest):
    content = json.loads(as_text(manifest))
    assert content["experiment"]["seed"] == 2**64 - 1
    assert content["experiment"]["scenarios"]["paris_declaration"]["levers"]["legal_form"] > 0
    assert content["experiment"]["design"] == {"method": "grid", "axes": ["arms"], "rows": [[0], [0.5], [1]]}
    assert content["versions"].keys() >= {"reassure", "python", "numba", "pyarrow", "machine"}
    assert "libm" not in content  # the same bits everywhere: nothing to probe
    assert "agents/russia.py" in content["rulebook"] and "agents/profiles.csv" in content["rulebook"]


def test_it_names_no_place_on_this_machine(manifest, tmp_path):
    assert str(FLOORS) not in as_text(manifest).decode()


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (lambda text: text[:200], "is damaged: .*JSON"),
        (lambda text: "", "is damaged"),
        (lambda text: text.replace('"seed"', '"sed"'), "experiment.seed: Field required"),
        (lambda text: text.replace('"format": 1', '"format": 0'), "format"),
        (lambda text: "[" * 100_000, "is damaged"),
        (lambda text: text.replace('"number": 1', '"number": 7'), "not numbered in order"),
        (lambda text: text.replace('"agents/russia.py": "', '"agents/russia.py": "0'), "does not fit its rulebook"),
    ],
)
def test_a_damaged_manifest_is_told_in_one_line(manifest, tmp_path, harm, message):
    (tmp_path / MANIFEST).write_text(harm(as_text(manifest).decode()))
    with pytest.raises(StoreError, match=message) as refusal:
        load(tmp_path)
    assert str(tmp_path) in str(refusal.value)


@pytest.mark.parametrize("harm", [lambda text: text, lambda text: text.replace('"seed"', '"sed"')])
def test_a_newer_format_is_no_damage(manifest, tmp_path, harm):
    newer = harm(as_text(manifest).decode()).replace('"format": 1', '"format": 2')
    (tmp_path / MANIFEST).write_text(newer)
    with pytest.raises(StoreError, match="newer version of reassure") as refusal:
        load(tmp_path)
    assert "damaged" not in str(refusal.value) and "new folder" not in str(refusal.value)


def test_a_folder_without_one_holds_no_batch(tmp_path):
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(StoreError, match="holds no batch"):
            load(folder)


def test_other_rules_are_refused_by_name(manifest, monkeypatch, tmp_path):
    manifest.refuse_other_rules(tmp_path)
    ours = {**manifest.rulebook, "agents/russia.py": "0" * 16}
    monkeypatch.setattr("reassure.runs.store.manifest.rulebook", lambda: ours)
    with pytest.raises(StoreError, match=r"other rules, those of reassure .*: agents/russia.py \(rules .* there, .* here\) differ"):
        manifest.refuse_other_rules(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_place_of_a_manifest_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / MANIFEST)
    with pytest.raises(StoreError, match="not a regular file"):
        load(tmp_path)


@pytest.mark.parametrize("crowd", ["[" + "[]," * 5_000_000 + "[]]", '{"format": 1, "points": [' + "{}," * 5_000_000 + "{}]}"])
def test_a_manifest_of_very_many_parts_is_not_taken_apart(tmp_path, crowd):
    (tmp_path / MANIFEST).write_text(crowd)
    with pytest.raises(StoreError, match="no manifest has"):
        load(tmp_path)


def test_what_could_not_be_read_again_is_not_written(manifest, tmp_path, monkeypatch):
    for bound in ("LARGEST", "MOST_TABLES"):
        with monkeypatch.context() as patch:
            patch.setattr(f"reassure.runs.store.manifest.{bound}", 10)
            with pytest.raises(StoreError, match="too many for one store"):
                save(manifest, tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_manifest_of_any_size_is_not_read_to_its_end(tmp_path):
    with (tmp_path / MANIFEST).open("wb") as file:
        file.truncate(2**40)  # takes no room
    with pytest.raises(StoreError, match="larger than"):
        load(tmp_path)
