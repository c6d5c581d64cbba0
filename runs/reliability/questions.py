"""Questions in SQL: right ones, wrong ones, and ones that want more than an answer."""

from random import Random

from .texts import hard_text

COLUMNS = (
    "outcome",
    "scenario",
    "run",
    "point",
    "twin_point",
    "weeks",
    "mindset",
    "week_of_grab",
    "1",
    "NULL",
    "*",
    "no_such_column",
)
FUNCTIONS = (
    "{}",
    "{}",
    "count({})",
    "avg({})",
    "list({})",
    "max({})::VARCHAR",
    "1.0*{}",
    "{}/0",
    "-{}",
    "[{}]",
    "{{'a': {}}}",
    "hash({})",
)
TAILS = (
    *("", "", " WHERE run = 1", " WHERE outcome = 'held'", " GROUP BY ALL", " ORDER BY 1", " LIMIT 2", " LIMIT -1", " HAVING 1"),
    *(
        " JOIN futures b USING (run)",
        " SEMI JOIN futures USING (run)",
        " TABLESAMPLE 10%",
        " UNION ALL SELECT 1",
        ";",
        "; SELECT 1",
    ),
)
PLANTED = (
    "COPY (SELECT 1) TO 'store/futures/planted.parquet' (FORMAT parquet)",
    "COPY futures TO 'planted.csv'",
    "ATTACH 'planted.db'",
    "CREATE TABLE planted AS SELECT 1",
    "DELETE FROM futures",
    "SET enable_external_access = true",
    "PRAGMA database_list",
    "INSTALL httpfs",
    "LOAD '/tmp/planted.so'",
    "EXPLAIN SELECT 1",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM 'store/manifest.json'",
    "SELECT * FROM glob('*')",
    "SELECT getenv('HOME')",
    "SELECT * FROM query('DROP VIEW futures')",
    "FROM futures SELECT run LIMIT 1",
    "WITH x AS (SELECT 1) SELECT * FROM x",
    "VALUES (1), (2)",
    "SELECT 1 a, 2 a, 3 A",
    "SELECT 'inf'::DOUBLE, 'nan'::DOUBLE, 170141183460469231731687303715884105727::HUGEINT, DATE '0044-01-01 (BC)', '\\xFF'::BLOB",
    "SELECT chr(27) || '[31m', chr(10), repeat('x', 5000)",
    "",
    ";",
    "--",
)
"""Statements that must be refused, and answers that are hard to print."""


def question(random: Random) -> str:
    """A SELECT of some columns, or something else."""
    chance = random.random()
    if chance < 0.2:
        return random.choice(PLANTED)
    if chance < 0.25:
        return hard_text(random)
    asked = ", ".join(random.choice(FUNCTIONS).format(random.choice(COLUMNS)) for _ in range(random.randint(1, 3)))
    return f"SELECT {asked} FROM futures a{random.choice(TAILS)}{random.choice(TAILS)}"
