-- The view, derived from the log and rebuilt from it at any time, and the index of like texts. As view.sql and likes.sql lay them in a file.
CREATE TABLE events (
  id TEXT COLLATE "C" PRIMARY KEY,
  start TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  status TEXT NOT NULL,
  place_id TEXT COLLATE "C",
  body TEXT NOT NULL
);
CREATE INDEX events_place ON events (place_id, type);
CREATE TABLE event_claims (
  claim_id TEXT COLLATE "C" PRIMARY KEY,
  event_id TEXT COLLATE "C" NOT NULL
);
CREATE INDEX event_claims_event ON event_claims (event_id);
CREATE TABLE claim_flags (
  claim_id TEXT COLLATE "C" NOT NULL,
  flag TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (claim_id, flag)
);
CREATE TABLE corrections (
  id TEXT COLLATE "C" PRIMARY KEY,
  event_id TEXT COLLATE "C" NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX corrections_event ON corrections (event_id);
CREATE TABLE view_state (
  readings BIGINT NOT NULL,
  judgements BIGINT NOT NULL,
  made TEXT NOT NULL
);
CREATE TABLE matched (
  claim_id TEXT COLLATE "C" PRIMARY KEY,
  body BYTEA NOT NULL
);
CREATE TABLE match_blocks (
  block BIGINT NOT NULL,
  first BIGINT NOT NULL,
  last BIGINT NOT NULL,
  claim_id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (block, first, last, claim_id)
);
CREATE TABLE links (
  claim_id TEXT COLLATE "C" NOT NULL,
  other_id TEXT COLLATE "C" NOT NULL,
  score DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (claim_id, other_id)
);
CREATE TABLE stands (
  event_id TEXT COLLATE "C" PRIMARY KEY,
  place_id TEXT COLLATE "C" NOT NULL,
  body TEXT NOT NULL,
  rivals TEXT NOT NULL,
  alone TEXT
);
CREATE INDEX stands_place ON stands (place_id);
CREATE TABLE copied (
  report_id TEXT COLLATE "C" PRIMARY KEY,
  copy_of TEXT COLLATE "C",
  root TEXT COLLATE "C" NOT NULL
);
CREATE INDEX copied_from ON copied (copy_of);
CREATE TABLE texts (
  exact TEXT COLLATE "C" PRIMARY KEY,
  digest BYTEA NOT NULL
);
CREATE TABLE text_bands (
  band BIGINT NOT NULL,
  exact TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (band, exact)
);
CREATE TABLE likes (
  one TEXT COLLATE "C" NOT NULL,
  other TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (one, other)
);
