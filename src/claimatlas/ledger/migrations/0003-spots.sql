-- Where claims lie on the globe, for questions of distance. The extension postgis must be there: see docs/postgresql.md.
CREATE INDEX claims_spot ON claims USING gist ((ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography)) WHERE lat IS NOT NULL AND lon IS NOT NULL;
