-- The chain: one link for each transaction that added to the log, with the last row of each table that it seals.
CREATE TABLE chain (
  seq INTEGER PRIMARY KEY,
  reports INTEGER NOT NULL,
  readings INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  judgements INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER chain_stay BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'the log is append only'); END;
CREATE TRIGGER chain_keep BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'the log is append only'); END;
