import shutil

import pytest

from reassure.agents.names import DeclarationError
from reassure.runs.batch import run
from reassure.runs.store.query import ask, told_apart
from reassure.runs.store.store import Store

pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A small store in a folder whose name is a pattern, to be read only."""
    folder = tmp_path_factory.mktemp("query") / "a [b] *?{c} 'd'"
    run("limited_reassurance_force", out=folder, runs=20, weeks=26, seed=1)
    return Store(folder)


def test_every_column_is_told_apart_and_none_is_lost(store):
    joined = "SELECT a.outcome, b.outcome, a.run AS outcome_2 FROM futures a JOIN futures b USING (point, run) LIMIT 2"
    answer = ask(store, joined)
    assert answer.columns == ("outcome", "outcome_3", "outcome_2")
    assert [len(row) for row in answer.rows] == [3, 3]
    assert all(set(row) == set(answer.columns) for row in answer.maps())


@pytest.mark.parametrize(
    ("names", "apart"),
    [
        ([], ()),
        (["a", "b"], ("a", "b")),
        (["a", "a", "a"], ("a", "a_2", "a_3")),
        (["a", "a_2", "a"], ("a", "a_2", "a_3")),
        (["", ""], ("", "_2")),
    ],
)
def test_names_are_told_apart_by_numbers(names, apart):
    assert told_apart(names) == apart


@pytest.mark.parametrize(
    "question",
    [
        "",
        "SELECT '\udcff'",
        ";",
        "SELECT 1; SELECT 2",
        "SELECT 1; COPY (SELECT 1) TO '{}/x.csv'",
        "COPY (SELECT 1 AS x) TO '{}/x.parquet' (FORMAT parquet)",
        "COPY futures TO '{}/x.csv'",
        "EXPORT DATABASE '{}/x'",
        "ATTACH '{}/x.db'",
        "CREATE TABLE x AS SELECT 1",
        "DROP VIEW futures",
        "DELETE FROM futures",
        "SET enable_external_access = true",
        "PRAGMA enable_profiling",
        "INSTALL httpfs",
        "LOAD httpfs",
        "CALL pragma_version()",
        "EXPLAIN ANALYZE SELECT 1",
    ],
)
def test_nothing_but_one_select_is_run(store, tmp_path, question):
    with pytest.raises(DeclarationError, match=r"^a question is one SELECT over futures"):
        ask(store, question.replace("{}", str(tmp_path)))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * FROM read_csv('{}')",
        "SELECT * FROM read_text('{}')",
        "SELECT * FROM read_blob('{}')",
        "SELECT * FROM '{}'",
        "SELECT * FROM glob('{}')",
        "SELECT * FROM read_parquet('{}')",
        "SELECT * FROM sniff_csv('{}')",
        "SELECT * FROM 'https://example.org/x.csv'",
        "SELECT * FROM store",  # a variable of the program
        "SELECT * FROM statements",
    ],
)
def test_a_select_reads_the_rows_and_nothing_else(store, tmp_path, question):
    secret = tmp_path / "secret.csv"
    secret.write_text("word\nopen sesame\n")
    with pytest.raises(DeclarationError, match=r"^DuckDB: ") as refusal:
        ask(store, question.replace("{}", str(secret)))
    assert "sesame" not in str(refusal.value) and "\n" not in str(refusal.value)


def test_a_question_cannot_unlock_what_is_locked(store):
    settings = dict(ask(store, "SELECT name, value FROM duckdb_settings()").rows)
    assert (settings["enable_external_access"], settings["lock_configuration"]) == ("false", "true")


def test_what_is_not_sql_is_refused_in_one_line(store):
    for question in ("SELEKT", "SELECT nowhere FROM futures", "SELECT error('a')", "SELECT 1 + 'x'::INT", "SELECT (", "\x00", "'"):
        with pytest.raises(DeclarationError) as refusal:
            ask(store, question)
        assert "\n" not in str(refusal.value)


def test_a_folder_with_the_name_of_a_pattern_is_that_folder_alone(store, tmp_path):
    count = "SELECT count(*) FROM futures"
    assert ask(store, count).rows == [(store.futures,)]
    shutil.copytree(store.folder, tmp_path / "store[12]")
    shutil.copytree(store.folder, tmp_path / "store1")
    assert ask(Store(tmp_path / "store[12]"), count).rows == [(store.futures,)]


def test_a_duckdb_that_opens_files_all_the_same_is_not_asked(store, monkeypatch):
    import duckdb

    for version, refused in (("1.0.0", True), ("1.1.2", True), ("1.1.3", False), ("2.0.1.dev4", False), ("10.0", False)):
        monkeypatch.setattr(duckdb, "__version__", version)
        if refused:
            with pytest.raises(DeclarationError, match=r"1\.1\.3 or newer"):
                ask(store, "SELECT 1")
        else:
            assert ask(store, "SELECT 1").rows == [(1,)]
