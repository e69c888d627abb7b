"""SQLite's statements as PostgreSQL understands them: the few words in which the ledger's SQL differs between the two."""

import re
from functools import lru_cache

BEGIN, READ = "BEGIN IMMEDIATE", "BEGIN"
"""A transaction that writes, and one that only reads and sees one state."""
RULES = (
    (re.compile(r"FROM json_each\(\?\)"), "FROM jsonb_array_elements_text(?::jsonb) AS told (value)"),
    (re.compile(r"\bCAST\(value AS INTEGER\)"), "CAST(value AS BIGINT)"),
    (re.compile(r"\bgroup_concat\((\w+\.\w+)\)"), r"string_agg(\1, ',')"),
    (re.compile(r"\binstr\("), "strpos("),
)
IGNORING = re.compile(r"^\s*INSERT OR IGNORE INTO\b(.*)$", re.DOTALL)


@lru_cache(maxsize=512)
def translated(sql: str) -> str:
    """A statement with psycopg's placeholders. No literal of the ledger's SQL holds a question mark."""
    for pattern, put in RULES:
        sql = pattern.sub(put, sql)
    if (found := IGNORING.match(sql)) is not None:
        sql = f"INSERT INTO{found[1]} ON CONFLICT DO NOTHING"
    return sql.replace("%", "%%").replace("?", "%s")


VALUES = re.compile(r"^(?P<head>\s*INSERT .*?\bVALUES )(?P<row>\([%s, ]+\))(?P<tail>.*)$", re.DOTALL)


def of_many(sql: str, rows: int) -> str | None:
    """A translated INSERT of one row as that of several; None where it is another statement."""
    found = VALUES.match(sql)
    return f"{found['head']}{', '.join([found['row']] * rows)}{found['tail']}" if found else None
