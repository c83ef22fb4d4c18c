-- intervals.icu has four steps, 1 good to 4 bad: one more scale for ratings of soreness and of days. A check
-- of a table cannot be changed, so both tables are made anew and keep their rows in their order.

CREATE TABLE soreness_new (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  batch_id INTEGER,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT,
  file_hash TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  at INTEGER NOT NULL CONSTRAINT soreness_at CHECK (at BETWEEN -2208988800000 AND 7258118400000),
  offset_min INTEGER NOT NULL CONSTRAINT soreness_offset CHECK (offset_min BETWEEN -1559 AND 1559),
  region TEXT NOT NULL CHECK (region IN (
    'toes', 'forefoot', 'arch_heel', 'ankle', 'achilles', 'calf', 'shin', 'knee', 'quads', 'hamstrings',
    'adductors_groin', 'hip_flexors', 'hip_side_itb', 'glutes', 'lower_back', 'upper_back_shoulders', 'neck',
    'arms', 'abdomen', 'overall', 'all_others', 'other')),
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both', 'none')),
  score REAL NOT NULL,
  scale TEXT NOT NULL,
  context TEXT NOT NULL CHECK (context IN ('morning', 'after_run', 'other')),
  run_id TEXT CHECK (length(run_id) = 36),
  notes TEXT NOT NULL,
  CONSTRAINT soreness_score CHECK (CASE scale
    WHEN 'nrs_0_10' THEN score BETWEEN 0 AND 10 WHEN 'five_1_5' THEN score BETWEEN 1 AND 5
    WHEN 'hooper_1_7' THEN score BETWEEN 1 AND 7 WHEN 'pmsys_1_5' THEN score BETWEEN 1 AND 5
    WHEN 'pmsys_readiness_0_10' THEN score BETWEEN 0 AND 10
    WHEN 'intervals_1_4' THEN score BETWEEN 1 AND 4 ELSE 0 END)
) STRICT;
INSERT INTO soreness_new (
  id, created_at, updated_at, deleted_at, batch_id, source, external_id, file_hash, detail, at, offset_min,
  region, side, score, scale, context, run_id, notes
) SELECT
  id, created_at, updated_at, deleted_at, batch_id, source, external_id, file_hash, detail, at, offset_min,
  region, side, score, scale, context, run_id, notes
FROM soreness ORDER BY rowid;
DROP TABLE soreness;
ALTER TABLE soreness_new RENAME TO soreness;

CREATE TABLE check_in_new (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  batch_id INTEGER,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT,
  file_hash TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  day TEXT NOT NULL CONSTRAINT check_in_day
    CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day, '+0 days') IS day),
  at INTEGER CONSTRAINT check_in_at CHECK (at BETWEEN -2208988800000 AND 7258118400000),
  offset_min INTEGER CONSTRAINT check_in_offset CHECK (offset_min BETWEEN -1559 AND 1559),
  fatigue REAL,
  fatigue_scale TEXT,
  stress REAL,
  stress_scale TEXT,
  mood REAL,
  mood_scale TEXT,
  readiness REAL,
  readiness_scale TEXT,
  resting_hr REAL CONSTRAINT check_in_resting_hr CHECK (resting_hr BETWEEN 20 AND 250),
  hrv_rmssd REAL CONSTRAINT check_in_hrv CHECK (hrv_rmssd BETWEEN 0 AND 1000),
  weight_kg REAL CONSTRAINT check_in_weight CHECK (weight_kg BETWEEN 10 AND 500),
  ill INTEGER CHECK (ill IN (0, 1)),
  travel INTEGER CHECK (travel IN (0, 1)),
  notes TEXT NOT NULL,
  CHECK ((at IS NULL) = (offset_min IS NULL)),
  CONSTRAINT check_in_fatigue CHECK (CASE fatigue_scale
    WHEN 'nrs_0_10' THEN fatigue BETWEEN 0 AND 10 WHEN 'five_1_5' THEN fatigue BETWEEN 1 AND 5
    WHEN 'hooper_1_7' THEN fatigue BETWEEN 1 AND 7 WHEN 'pmsys_1_5' THEN fatigue BETWEEN 1 AND 5
    WHEN 'pmsys_readiness_0_10' THEN fatigue BETWEEN 0 AND 10 WHEN 'intervals_1_4' THEN fatigue BETWEEN 1 AND 4
    ELSE fatigue IS NULL AND fatigue_scale IS NULL END IS TRUE),
  CONSTRAINT check_in_stress CHECK (CASE stress_scale
    WHEN 'nrs_0_10' THEN stress BETWEEN 0 AND 10 WHEN 'five_1_5' THEN stress BETWEEN 1 AND 5
    WHEN 'hooper_1_7' THEN stress BETWEEN 1 AND 7 WHEN 'pmsys_1_5' THEN stress BETWEEN 1 AND 5
    WHEN 'pmsys_readiness_0_10' THEN stress BETWEEN 0 AND 10 WHEN 'intervals_1_4' THEN stress BETWEEN 1 AND 4
    ELSE stress IS NULL AND stress_scale IS NULL END IS TRUE),
  CONSTRAINT check_in_mood CHECK (CASE mood_scale
    WHEN 'nrs_0_10' THEN mood BETWEEN 0 AND 10 WHEN 'five_1_5' THEN mood BETWEEN 1 AND 5
    WHEN 'hooper_1_7' THEN mood BETWEEN 1 AND 7 WHEN 'pmsys_1_5' THEN mood BETWEEN 1 AND 5
    WHEN 'pmsys_readiness_0_10' THEN mood BETWEEN 0 AND 10 WHEN 'intervals_1_4' THEN mood BETWEEN 1 AND 4
    ELSE mood IS NULL AND mood_scale IS NULL END IS TRUE),
  CONSTRAINT check_in_readiness CHECK (CASE readiness_scale
    WHEN 'nrs_0_10' THEN readiness BETWEEN 0 AND 10 WHEN 'five_1_5' THEN readiness BETWEEN 1 AND 5
    WHEN 'hooper_1_7' THEN readiness BETWEEN 1 AND 7 WHEN 'pmsys_1_5' THEN readiness BETWEEN 1 AND 5
    WHEN 'pmsys_readiness_0_10' THEN readiness BETWEEN 0 AND 10 WHEN 'intervals_1_4' THEN readiness BETWEEN 1 AND 4
    ELSE readiness IS NULL AND readiness_scale IS NULL END IS TRUE)
) STRICT;
INSERT INTO check_in_new (
  id, created_at, updated_at, deleted_at, batch_id, source, external_id, file_hash, detail, day, at,
  offset_min, fatigue, fatigue_scale, stress, stress_scale, mood, mood_scale, readiness, readiness_scale,
  resting_hr, hrv_rmssd, weight_kg, ill, travel, notes
) SELECT
  id, created_at, updated_at, deleted_at, batch_id, source, external_id, file_hash, detail, day, at,
  offset_min, fatigue, fatigue_scale, stress, stress_scale, mood, mood_scale, readiness, readiness_scale,
  resting_hr, hrv_rmssd, weight_kg, ill, travel, notes
FROM check_in ORDER BY rowid;
DROP TABLE check_in;
ALTER TABLE check_in_new RENAME TO check_in;
