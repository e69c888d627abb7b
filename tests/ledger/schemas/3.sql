-- The log: rows are added, never changed or deleted.
CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  packed BLOB NOT NULL
) STRICT;

CREATE TABLE reports (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES originals (sha256),
  published TEXT,
  publisher TEXT,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX reports_published ON reports (published);

CREATE TABLE readings (
  seq INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports (id),
  reader TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (report_id, reader, version)
) STRICT;
CREATE INDEX readings_report ON readings (report_id, seq);

CREATE TABLE claims (
  seq INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings (seq),
  id TEXT NOT NULL,
  report_id TEXT NOT NULL REFERENCES reports (id),
  type TEXT NOT NULL,
  stance TEXT NOT NULL,
  start TEXT,
  end TEXT,
  place_id TEXT,
  lat REAL,
  lon REAL,
  at INTEGER NOT NULL,
  quote TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (reading, id)
) STRICT;
CREATE INDEX claims_id ON claims (id);
CREATE INDEX claims_report ON claims (report_id);
CREATE INDEX claims_type ON claims (type, start);
CREATE INDEX claims_place ON claims (place_id);

CREATE TABLE judgements (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TRIGGER originals_stay BEFORE UPDATE ON originals BEGIN SELECT RAISE(ABORT, 'the log is append only'); END;
CREATE TRIGGER originals_keep BEFORE DELETE ON originals BEGIN SELECT RAISE(ABORT, 'the log is append only'); END;
CREATE TRIGGER reports_stay BEFORE UPDATE ON reports BEGIN SELECT RAISE(ABORT, 'the log is append only'); END;
CREATE TRIGGER reports_keep BEFORE DELETE ON reports BEGIN SELECT RAISE(ABORT, 'the log is append only'); END;
CREATE TRIGGER readings_stay BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'the log is append only'); END;
CREATE TRIGGER readings_keep BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'the log is append only'); END;
CREATE TRIGGER claims_stay BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'the log is append only'); END;
CREATE TRIGGER claims_keep BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'the log is append only'); END;
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'the log is append only'); END;
CREATE TRIGGER judgements_keep BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'the log is append only'); END;

-- The words, for searching; the text itself stays in the log.
CREATE VIRTUAL TABLE report_words USING fts5 (
  title, text, content = 'reports', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE claim_words USING fts5 (
  quote, content = 'claims', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER report_words_add AFTER INSERT ON reports BEGIN
  INSERT INTO report_words (rowid, title, text) VALUES (new.seq, new.title, new.text);
END;
CREATE TRIGGER claim_words_add AFTER INSERT ON claims BEGIN
  INSERT INTO claim_words (rowid, quote) VALUES (new.seq, new.quote);
END;

-- A later reading of a report stands in place of the earlier ones, which stay in the log.
CREATE VIEW current_claims AS
SELECT c.* FROM claims c
WHERE NOT EXISTS (
  SELECT 1 FROM readings old JOIN readings newer ON newer.report_id = old.report_id AND newer.seq > old.seq WHERE old.seq = c.reading
);
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
