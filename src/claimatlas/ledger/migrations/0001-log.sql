-- The log: rows are added, never changed or deleted. As schema.sql and chain.sql lay it in a file.
CREATE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''the log is append only''; END';

-- Rows are numbered without a gap, whatever was rolled back.
CREATE FUNCTION numbered() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF new.seq IS NULL THEN
    EXECUTE format(''SELECT coalesce(max(seq), 0) + 1 FROM %I.%I'', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO new.seq;
  END IF;
  RETURN new;
END';

-- Words without the marks above their letters, as searches compare them.
CREATE FUNCTION bare(told TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS
  'SELECT regexp_replace(normalize(left(told, 200000), NFD), ''[\u0300-\u036f\u064b-\u0652]'', '''', ''g'')';

CREATE TABLE originals (
  sha256 TEXT COLLATE "C" PRIMARY KEY,
  size BIGINT NOT NULL,
  packed BYTEA NOT NULL
);

CREATE TABLE reports (
  seq BIGINT PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  key TEXT COLLATE "C" NOT NULL,
  sha256 TEXT COLLATE "C" NOT NULL REFERENCES originals (sha256),
  published TEXT COLLATE "C",
  publisher TEXT,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  body TEXT NOT NULL,
  words TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', bare(title || ' ' || text))) STORED
);
CREATE INDEX reports_published ON reports (published);
CREATE INDEX reports_words ON reports USING gin (words);

CREATE TABLE readings (
  seq BIGINT PRIMARY KEY,
  report_id TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
  reader TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (report_id, reader, version)
);
CREATE INDEX readings_report ON readings (report_id, seq);

CREATE TABLE claims (
  seq BIGINT PRIMARY KEY,
  reading BIGINT NOT NULL REFERENCES readings (seq),
  id TEXT COLLATE "C" NOT NULL,
  report_id TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
  type TEXT COLLATE "C" NOT NULL,
  stance TEXT NOT NULL,
  start TEXT COLLATE "C",
  "end" TEXT COLLATE "C",
  place_id TEXT COLLATE "C",
  lat DOUBLE PRECISION,
  lon DOUBLE PRECISION,
  at BIGINT NOT NULL,
  quote TEXT NOT NULL,
  body TEXT NOT NULL,
  words TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', bare(quote))) STORED,
  UNIQUE (reading, id)
);
CREATE INDEX claims_id ON claims (id);
CREATE INDEX claims_report ON claims (report_id);
CREATE INDEX claims_type ON claims (type, start);
CREATE INDEX claims_place ON claims (place_id);
CREATE INDEX claims_words ON claims USING gin (words);

CREATE TABLE judgements (
  seq BIGINT PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  body TEXT NOT NULL
);

CREATE TABLE chain (
  seq BIGINT PRIMARY KEY,
  reports BIGINT NOT NULL,
  readings BIGINT NOT NULL,
  claims BIGINT NOT NULL,
  judgements BIGINT NOT NULL,
  hash TEXT NOT NULL
);

CREATE TRIGGER reports_number BEFORE INSERT ON reports FOR EACH ROW EXECUTE FUNCTION numbered();
CREATE TRIGGER readings_number BEFORE INSERT ON readings FOR EACH ROW EXECUTE FUNCTION numbered();
CREATE TRIGGER claims_number BEFORE INSERT ON claims FOR EACH ROW EXECUTE FUNCTION numbered();
CREATE TRIGGER judgements_number BEFORE INSERT ON judgements FOR EACH ROW EXECUTE FUNCTION numbered();
CREATE TRIGGER originals_stay BEFORE UPDATE OR DELETE ON originals FOR EACH ROW EXECUTE FUNCTION stays();
CREATE TRIGGER reports_stay BEFORE UPDATE OR DELETE ON reports FOR EACH ROW EXECUTE FUNCTION stays();
CREATE TRIGGER readings_stay BEFORE UPDATE OR DELETE ON readings FOR EACH ROW EXECUTE FUNCTION stays();
CREATE TRIGGER claims_stay BEFORE UPDATE OR DELETE ON claims FOR EACH ROW EXECUTE FUNCTION stays();
CREATE TRIGGER judgements_stay BEFORE UPDATE OR DELETE ON judgements FOR EACH ROW EXECUTE FUNCTION stays();
CREATE TRIGGER chain_stay BEFORE UPDATE OR DELETE ON chain FOR EACH ROW EXECUTE FUNCTION stays();
CREATE TRIGGER originals_whole BEFORE TRUNCATE ON originals FOR EACH STATEMENT EXECUTE FUNCTION stays();
CREATE TRIGGER reports_whole BEFORE TRUNCATE ON reports FOR EACH STATEMENT EXECUTE FUNCTION stays();
CREATE TRIGGER readings_whole BEFORE TRUNCATE ON readings FOR EACH STATEMENT EXECUTE FUNCTION stays();
CREATE TRIGGER claims_whole BEFORE TRUNCATE ON claims FOR EACH STATEMENT EXECUTE FUNCTION stays();
CREATE TRIGGER judgements_whole BEFORE TRUNCATE ON judgements FOR EACH STATEMENT EXECUTE FUNCTION stays();
CREATE TRIGGER chain_whole BEFORE TRUNCATE ON chain FOR EACH STATEMENT EXECUTE FUNCTION stays();

-- A later reading of a report stands in place of the earlier ones, which stay in the log.
CREATE VIEW current_claims AS
SELECT c.* FROM claims c
WHERE NOT EXISTS (
  SELECT 1 FROM readings old JOIN readings newer ON newer.report_id = old.report_id AND newer.seq > old.seq WHERE old.seq = c.reading
);
