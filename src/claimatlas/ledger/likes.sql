-- Which texts are alike: an index of the log's reports, filled as they come in; the same reports give the same rows in any order.
-- A text is known by the hash of its words,
CREATE TABLE texts (
  exact TEXT PRIMARY KEY,
  digest BLOB NOT NULL
) STRICT;
-- found by bands of its MinHash,
CREATE TABLE text_bands (
  band INTEGER NOT NULL,
  exact TEXT NOT NULL,
  PRIMARY KEY (band, exact)
) STRICT, WITHOUT ROWID;
-- and linked, both ways round, to the reports that have it and to the texts that it is like; a report also to the one that it is said to copy.
CREATE TABLE likes (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
