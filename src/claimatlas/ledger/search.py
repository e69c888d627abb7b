"""Full text search over the ledger: a user's words as a safe FTS5 query, and the hits."""

import re
import sqlite3
from dataclasses import dataclass

from claimatlas.ledger.connection import Db

WORD = re.compile(r"\w+", re.UNICODE)
HALF_LIMIT = 100

CLAIM_HITS = """
SELECT c.report_id, c.id AS claim_id, snippet(claim_words, 0, '', '', '…', 24) AS excerpt, bm25(claim_words) AS rank
FROM claim_words JOIN current_claims c ON c.seq = claim_words.rowid
WHERE claim_words MATCH ? ORDER BY rank, c.id LIMIT ?
"""
REPORT_HITS = """
SELECT r.id AS report_id, NULL AS claim_id, snippet(report_words, -1, '', '', '…', 24) AS excerpt, bm25(report_words) AS rank
FROM report_words JOIN reports r ON r.seq = report_words.rowid
WHERE report_words MATCH ? ORDER BY rank, r.id LIMIT ?
"""


MARKS = "StartSel=, StopSel=, MaxFragments=1, MaxWords=24, MinWords=12"
SERVER_CLAIM_HITS = f"""
SELECT c.report_id, c.id AS claim_id, ts_headline('simple', c.quote, q, '{MARKS}') AS excerpt, ts_rank(c.words, q) AS rank
FROM current_claims c, to_tsquery('simple', bare(?)) q WHERE c.words @@ q ORDER BY rank DESC, c.id LIMIT ?
"""
SERVER_REPORT_HITS = f"""
SELECT r.id AS report_id, NULL AS claim_id, ts_headline('simple', r.title || ' ' || r.text, q, '{MARKS}') AS excerpt,
  ts_rank(r.words, q) AS rank
FROM reports r, to_tsquery('simple', bare(?)) q WHERE r.words @@ q ORDER BY rank DESC, r.id LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand: a claim's quote, or (claim_id None) a report's title or text. Plain text: escape it."""

    report_id: str
    claim_id: str | None
    excerpt: str


def fts_query(text: str) -> str:
    """The words of a user's text, each quoted so that no FTS5 operator is left in it, the last one as a prefix; '' for none."""
    words = WORD.findall(text)
    return " ".join(f'"{word}"' for word in words) + ("*" if words else "")


def server_query(text: str) -> str:
    """As `fts_query`, for PostgreSQL: all words, the last one as a prefix."""
    words = [word for word in WORD.findall(text) if word.strip("_")]
    return " & ".join(words) + (":*" if words else "")


def find(db: Db, text: str, limit: int = HALF_LIMIT) -> list[Hit]:
    """Up to `limit` claims, then up to `limit` reports, best first; [] for a text without words."""
    in_file = isinstance(db, sqlite3.Connection)
    query = fts_query(text) if in_file else server_query(text)
    if not query:
        return []
    asked = (CLAIM_HITS, REPORT_HITS) if in_file else (SERVER_CLAIM_HITS, SERVER_REPORT_HITS)
    rows = [row for sql in asked for row in db.execute(sql, (query, limit))]
    return [Hit(row["report_id"], row["claim_id"], row["excerpt"]) for row in rows]
