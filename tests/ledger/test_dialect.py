"""SQLite's statements as PostgreSQL's."""

import pytest

from claimatlas.ledger.dialect import of_many, translated

PAIRS = [
    ("IN (SELECT value FROM json_each(?))", "IN (SELECT value FROM jsonb_array_elements_text(%s::jsonb) AS told (value))"),
    ("INSERT OR IGNORE INTO likes VALUES (?, ?)", "INSERT INTO likes VALUES (%s, %s) ON CONFLICT DO NOTHING"),
    ("SELECT group_concat(f.flag) FROM f", "SELECT string_agg(f.flag, ',') FROM f"),
    ("SELECT 1 WHERE instr(c.id, ?) = 1", "SELECT 1 WHERE strpos(c.id, %s) = 1"),
    ("SELECT 5 % 2", "SELECT 5 %% 2"),
]


@pytest.mark.parametrize(("sqlite", "postgresql"), PAIRS)
def test_the_words_that_differ_are_put_otherwise(sqlite, postgresql):
    assert translated(sqlite) == postgresql


def test_an_insert_takes_many_rows():
    one = translated("INSERT OR IGNORE INTO likes VALUES (?, ?)")
    assert of_many(one, 3) == "INSERT INTO likes VALUES (%s, %s), (%s, %s), (%s, %s) ON CONFLICT DO NOTHING"
    assert of_many(translated("DELETE FROM likes WHERE one = ?"), 3) is None
