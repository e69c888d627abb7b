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
