import re

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reassure.runs.batch import open_store
from reassure.runs.batch.batch import extend, resume
from reassure.runs.batch.summary import summaries
from reassure.runs.cli import run as reassure
from reassure.runs.store.examination import findings
from reassure.runs.store.refusal import StoreError
from reassure.runs.store.store import Store, StoreWarning

ENTRIES = {
    "summary": ["summary"],
    "query": ["query", "SELECT 1"],
    "check": ["check"],
    "replay": ["replay", "3"],
    "resume": ["resume"],
    "extend": ["extend", "--runs", "5"],
}


def called(command, folder):
    """A command line for a store."""
    name, *rest = ENTRIES[command]
    return [name, str(folder), *rest]


@pytest.fixture
def said():
    """Remarks, as they are said."""
    return []


def test_of_a_store_that_is_as_it_should_be_nothing_is_said(kept, said):
    Store(kept, said.append)
    assert said == []


def test_strays_are_named_and_read_by_nobody(folder, said, capsys):
    whole = Store(folder).table(["run"]).num_rows
    for name in ("notes.txt", "points-000000-000002-runs-0000000020-0000000039.parquet", "a\nb"):
        (folder / "futures" / name).write_text("x")
    store = Store(folder, said.append)
    assert store.table(["run"]).num_rows == whole
    assert [text.split("is not read: ")[1] for text in said] == [
        "a\nb, notes.txt, points-000000-000002-runs-0000000020-0000000039.parquet"
    ]
    for command in ("summary", "resume", "extend"):
        assert reassure(called(command, folder)) == 0
        assert "notes.txt" in capsys.readouterr().err


def other_rules(monkeypatch):
    """Have other rules installed than those that wrote the store."""
    from reassure.runs.store.rulebook import rulebook

    ours = {**rulebook(), "agents/russia.py": "0" * 16}
    monkeypatch.setattr("reassure.runs.store.manifest.rulebook", lambda: ours)


def test_a_store_of_other_rules_is_read_with_a_word_and_not_written(folder, monkeypatch, capsys):
    other_rules(monkeypatch)
    for command in ENTRIES:
        status = reassure(called(command, folder))
        told = capsys.readouterr().err
        assert "was written by other rules, those of reassure" in told and "agents/russia.py" in told and told.count("\n") == 1
        assert status == (2 if command in {"replay", "resume", "extend"} else 0)


def test_in_python_the_word_is_a_warning(folder, monkeypatch):
    other_rules(monkeypatch)
    with pytest.warns(StoreWarning, match="other rules"):
        open_store(folder)


def rewritten(folder, change):
    """Have every shard of an older store changed so."""
    for path in (folder / "futures").iterdir():
        table = pq.read_table(path, partitioning=None)
        pq.write_table(change(table).replace_schema_metadata(table.schema.metadata), path)


def test_a_store_of_other_rules_has_the_columns_that_it_has(older, monkeypatch, said):
    rewritten(older, lambda table: table.drop_columns(["arms"]).append_column("once", table["run"]))
    other_rules(monkeypatch)
    store = Store(older, said.append)
    assert set(store.table().column_names) ^ set(Store(older, said.append).manifest.schema.names) == {"arms", "once"}
    assert list(findings(store)) == []
    assert len(list(summaries(store))) == 1
    rewritten(older, lambda table: table.drop_columns(["fear_size"]))
    with pytest.raises(StoreError, match="has no column fear_size"):
        list(summaries(Store(older, said.append)))


def test_a_store_without_checksums_is_read_with_a_word_and_not_written(older, said, capsys):
    store = Store(older, said.append)
    assert len(said) == 1 and "was written before shards had checksums" in said[0]
    assert list(findings(store)) == []
    assert len(list(summaries(store))) == 1
    for work in (resume, lambda folder: extend(folder, 5)):
        with pytest.raises(StoreError, match="before shards had checksums; it can be read, but nothing is added"):
            work(older)
    for command in ENTRIES:
        status = reassure(called(command, older))
        assert "before shards had checksums" in capsys.readouterr().err
        assert status == (2 if command in {"resume", "extend"} else 0)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda table: table.drop_columns(["outcome"]), "its columns are not those of this batch"),
        (lambda table: table.set_column(0, "point", table["point"].cast(pa.string())), "its columns are not"),
        (lambda table: table.slice(1), "it has .* rows, not"),
        (lambda table: pa.concat_tables([table.slice(1), table.slice(0, 1)]), "its rows are not in their places"),
    ],
)
def test_without_checksums_what_can_be_seen_is_seen(older, said, change, told):
    rewritten(older, change)
    found = list(findings(Store(older, said.append)))
    assert len(found) == 2
    assert all(re.search(told, each.says) for each in found)
