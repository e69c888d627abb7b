-- The view: derived from the log, and rebuilt from it at any time.
CREATE TABLE events (
  id TEXT PRIMARY KEY,
  start TEXT NOT NULL,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  place_id TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX events_place ON events (place_id, type);
CREATE TABLE event_claims (
  claim_id TEXT PRIMARY KEY,
  event_id TEXT NOT NULL
) STRICT;
CREATE INDEX event_claims_event ON event_claims (event_id);
CREATE TABLE claim_flags (
  claim_id TEXT NOT NULL,
  flag TEXT NOT NULL,
  PRIMARY KEY (claim_id, flag)
) STRICT;
-- Corrections and revised counts that the ledger derived, each with the event that it is of.
CREATE TABLE corrections (
  id TEXT PRIMARY KEY,
  event_id TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_event ON corrections (event_id);
-- How far into the log the view reaches, and what made it.
CREATE TABLE view_state (
  readings INTEGER NOT NULL,
  judgements INTEGER NOT NULL,
  made TEXT NOT NULL
) STRICT;
-- The workings of the view, from which it is renewed when the log grows: claims made ready for comparing,
CREATE TABLE matched (
  claim_id TEXT PRIMARY KEY,
  body BLOB NOT NULL
) STRICT;
-- by which blocks they are found (first and last: days, a denial's wider, so that claims that may be compared touch),
CREATE TABLE match_blocks (
  block INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  claim_id TEXT NOT NULL,
  PRIMARY KEY (block, first, last, claim_id)
) STRICT, WITHOUT ROWID;
-- the pairs that reach the bar, each both ways round,
CREATE TABLE links (
  claim_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (claim_id, other_id)
) STRICT, WITHOUT ROWID;
-- events that others may contradict; of those contradicted, by whom, and the event as its own claims tell it,
CREATE TABLE stands (
  event_id TEXT PRIMARY KEY,
  place_id TEXT NOT NULL,
  body TEXT NOT NULL,
  rivals TEXT NOT NULL,
  alone TEXT
) STRICT;
CREATE INDEX stands_place ON stands (place_id);
-- and reports that copy or are copied, with the first of them all.
CREATE TABLE copied (
  report_id TEXT PRIMARY KEY,
  copy_of TEXT,
  root TEXT NOT NULL
) STRICT;
CREATE INDEX copied_from ON copied (copy_of);
