-- The runner's own version of the checklist: one row for every run, and one for each class of run that has
-- its own. The steps are a JSON list, because nothing asks for one of them alone.
CREATE TABLE routine (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9_]*'),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  batch_id INTEGER,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT,
  file_hash TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  steps TEXT NOT NULL CHECK (json_valid(steps) AND json_type(steps) = 'array')
) STRICT;
