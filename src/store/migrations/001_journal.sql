-- The journal as Afterrun 0.1 writes it. Append-only: a later change is a later file.
--
-- Stamps are two columns: `x_at` (ms UTC) and `x_offset_min` (minutes the wall clock was ahead).
-- Days are ISO text. NULL is "not recorded"; empty text is "nothing written".
-- References are checked at the end of a transaction, so that the order of an import does not matter,
-- and only where a row without its parent would mean nothing. Deleting a run keeps what hangs on it,
-- so `run_id` is a plain value.

-- ---- bookkeeping ---------------------------------------------------------------------------------

-- What the file itself is: its uuid, who wrote it, whether it is a sample.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the data means. Not part of the history.
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is typed into forms and not saved yet.
CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  body TEXT NOT NULL CONSTRAINT draft_is_json CHECK (json_valid(body)),
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One line of the history each.
CREATE TABLE batch (
  batch INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('done', 'undone', 'redone')),
  label_id TEXT NOT NULL,
  label_args TEXT NOT NULL CHECK (json_valid(label_args)),
  -- What an undo took back, or whose undo a redo took back.
  target INTEGER REFERENCES batch (batch),
  -- Whether it was taken back since.
  reversed INTEGER NOT NULL DEFAULT 0 CHECK (reversed IN (0, 1)),
  CHECK ((kind = 'done') = (target IS NULL))
) STRICT;

-- Every touched row as it was before its batch; NULL where the batch made it. Written by triggers.
CREATE TABLE change (
  batch INTEGER NOT NULL REFERENCES batch (batch),
  record TEXT NOT NULL,
  id TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  PRIMARY KEY (batch, record, id)
) STRICT, WITHOUT ROWID;

-- Rows that are gone from the file, so that a merge of two journals does not bring them back.
CREATE TABLE tombstone (
  record TEXT NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (record, id)
) STRICT, WITHOUT ROWID;

-- The door: which batch is being written now, and when. Closed (NULL) between batches, and the triggers
-- refuse a change while it is closed. Batch 0 lets through what is no part of the history.
CREATE TABLE door (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  batch INTEGER,
  at INTEGER NOT NULL
) STRICT;
INSERT INTO door (one, batch, at) VALUES (1, NULL, 0);

-- ---- catalogues ----------------------------------------------------------------------------------

CREATE TABLE habit (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9_]*'),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  batch_id INTEGER,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT,
  file_hash TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  name TEXT NOT NULL CONSTRAINT habit_name CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('yes_no', 'minutes', 'amount')),
  unit TEXT NOT NULL,
  builtin INTEGER NOT NULL CHECK (builtin IN (0, 1)),
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1))
) STRICT;

CREATE TABLE supplement (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9_]*'),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  batch_id INTEGER,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT,
  file_hash TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  name TEXT NOT NULL CONSTRAINT supplement_name CHECK (name <> ''),
  default_dose REAL CONSTRAINT supplement_dose CHECK (default_dose BETWEEN 0 AND 1e6),
  unit TEXT NOT NULL,
  aliases TEXT NOT NULL CHECK (json_valid(aliases) AND json_type(aliases) = 'array')
) STRICT;

-- ---- records -------------------------------------------------------------------------------------

CREATE TABLE import_batch (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  batch_id INTEGER,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT,
  file_hash TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  file_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  issues TEXT NOT NULL CHECK (json_valid(issues))
) STRICT;

CREATE TABLE activity (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  batch_id INTEGER,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT,
  file_hash TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  sport TEXT NOT NULL CHECK (sport IN ('run', 'ride', 'swim', 'walk', 'strength', 'yoga', 'other')),
  started_at INTEGER NOT NULL
    CONSTRAINT activity_start CHECK (started_at BETWEEN -2208988800000 AND 7258118400000),
  started_offset_min INTEGER NOT NULL
    CONSTRAINT activity_offset CHECK (started_offset_min BETWEEN -1559 AND 1559),
  elapsed_s REAL CONSTRAINT activity_elapsed CHECK (elapsed_s BETWEEN 0 AND 31622400),
  moving_s REAL CONSTRAINT activity_moving CHECK (moving_s BETWEEN 0 AND 31622400),
  distance_m REAL CONSTRAINT activity_distance CHECK (distance_m BETWEEN 0 AND 4e7),
  kind TEXT CHECK (kind IN ('easy', 'long', 'workout', 'race')),
  tags TEXT NOT NULL CHECK (json_valid(tags) AND json_type(tags) = 'array'),
  rpe REAL CONSTRAINT activity_rpe CHECK (rpe BETWEEN 0 AND 10),
  feel INTEGER CONSTRAINT activity_feel CHECK (feel BETWEEN 1 AND 5),
  avg_hr REAL CONSTRAINT activity_avg_hr CHECK (avg_hr BETWEEN 20 AND 250),
  max_hr REAL CONSTRAINT activity_max_hr CHECK (max_hr BETWEEN 20 AND 250),
  ascent_m REAL CONSTRAINT activity_ascent CHECK (ascent_m BETWEEN 0 AND 1e5),
  cadence REAL CONSTRAINT activity_cadence CHECK (cadence BETWEEN 0 AND 500),
  temperature_c REAL CONSTRAINT activity_temperature CHECK (temperature_c BETWEEN -90 AND 70),
  surface TEXT NOT NULL,
  shoe TEXT NOT NULL,
  title TEXT NOT NULL,
  notes TEXT NOT NULL
) STRICT;

CREATE TABLE night (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  batch_id INTEGER,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT,
  file_hash TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  day TEXT NOT NULL
    CONSTRAINT night_day CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day, '+0 days') IS day),
  bed_at INTEGER CONSTRAINT night_bed CHECK (bed_at BETWEEN -2208988800000 AND 7258118400000),
  bed_offset_min INTEGER CONSTRAINT night_bed_offset CHECK (bed_offset_min BETWEEN -1559 AND 1559),
  wake_at INTEGER CONSTRAINT night_wake CHECK (wake_at BETWEEN -2208988800000 AND 7258118400000),
  wake_offset_min INTEGER CONSTRAINT night_wake_offset CHECK (wake_offset_min BETWEEN -1559 AND 1559),
  asleep_min REAL CONSTRAINT night_asleep CHECK (asleep_min BETWEEN 0 AND 2880),
  quality INTEGER CONSTRAINT night_quality CHECK (quality BETWEEN 1 AND 5),
  awakenings INTEGER CONSTRAINT night_awakenings CHECK (awakenings BETWEEN 0 AND 1000),
  nap INTEGER NOT NULL CHECK (nap IN (0, 1)),
  notes TEXT NOT NULL,
  CHECK ((bed_at IS NULL) = (bed_offset_min IS NULL)),
  CHECK ((wake_at IS NULL) = (wake_offset_min IS NULL)),
  CONSTRAINT night_ends_after_it_begins CHECK (wake_at > bed_at AND wake_at - bed_at <= 2 * 86400000),
  CONSTRAINT night_asleep_in_bed CHECK (asleep_min * 60000.0 <= wake_at - bed_at + 1)
) STRICT;

CREATE TABLE soreness (
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
    WHEN 'pmsys_readiness_0_10' THEN score BETWEEN 0 AND 10 ELSE 0 END)
) STRICT;

CREATE TABLE intake (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  batch_id INTEGER,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT,
  file_hash TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  at INTEGER NOT NULL CONSTRAINT intake_at CHECK (at BETWEEN -2208988800000 AND 7258118400000),
  offset_min INTEGER NOT NULL CONSTRAINT intake_offset CHECK (offset_min BETWEEN -1559 AND 1559),
  supplement TEXT NOT NULL REFERENCES supplement (id) DEFERRABLE INITIALLY DEFERRED,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  dose REAL CONSTRAINT intake_dose CHECK (dose BETWEEN 0 AND 1e6),
  unit TEXT NOT NULL,
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX intake_by_supplement ON intake (supplement);

CREATE TABLE practice (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  batch_id INTEGER,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT,
  file_hash TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  at INTEGER CONSTRAINT practice_at CHECK (at BETWEEN -2208988800000 AND 7258118400000),
  offset_min INTEGER CONSTRAINT practice_offset CHECK (offset_min BETWEEN -1559 AND 1559),
  day TEXT CONSTRAINT practice_day
    CHECK (day IS NULL OR (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day, '+0 days') IS day)),
  habit TEXT NOT NULL REFERENCES habit (id) DEFERRABLE INITIALLY DEFERRED,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  minutes REAL CONSTRAINT practice_minutes CHECK (minutes BETWEEN 0 AND 2880),
  amount REAL CONSTRAINT practice_amount CHECK (amount BETWEEN 0 AND 1e6),
  temperature_c REAL CONSTRAINT practice_temperature CHECK (temperature_c BETWEEN -200 AND 150),
  run_id TEXT CHECK (length(run_id) = 36),
  notes TEXT NOT NULL,
  CHECK ((at IS NULL) = (offset_min IS NULL)),
  CONSTRAINT practice_has_a_time_or_a_day CHECK ((at IS NULL) <> (day IS NULL))
) STRICT;
CREATE INDEX practice_by_habit ON practice (habit);

CREATE TABLE check_in (
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
    WHEN 'pmsys_readiness_0_10' THEN fatigue BETWEEN 0 AND 10
    ELSE fatigue IS NULL AND fatigue_scale IS NULL END IS TRUE),
  CONSTRAINT check_in_stress CHECK (CASE stress_scale
    WHEN 'nrs_0_10' THEN stress BETWEEN 0 AND 10 WHEN 'five_1_5' THEN stress BETWEEN 1 AND 5
    WHEN 'hooper_1_7' THEN stress BETWEEN 1 AND 7 WHEN 'pmsys_1_5' THEN stress BETWEEN 1 AND 5
    WHEN 'pmsys_readiness_0_10' THEN stress BETWEEN 0 AND 10
    ELSE stress IS NULL AND stress_scale IS NULL END IS TRUE),
  CONSTRAINT check_in_mood CHECK (CASE mood_scale
    WHEN 'nrs_0_10' THEN mood BETWEEN 0 AND 10 WHEN 'five_1_5' THEN mood BETWEEN 1 AND 5
    WHEN 'hooper_1_7' THEN mood BETWEEN 1 AND 7 WHEN 'pmsys_1_5' THEN mood BETWEEN 1 AND 5
    WHEN 'pmsys_readiness_0_10' THEN mood BETWEEN 0 AND 10
    ELSE mood IS NULL AND mood_scale IS NULL END IS TRUE),
  CONSTRAINT check_in_readiness CHECK (CASE readiness_scale
    WHEN 'nrs_0_10' THEN readiness BETWEEN 0 AND 10 WHEN 'five_1_5' THEN readiness BETWEEN 1 AND 5
    WHEN 'hooper_1_7' THEN readiness BETWEEN 1 AND 7 WHEN 'pmsys_1_5' THEN readiness BETWEEN 1 AND 5
    WHEN 'pmsys_readiness_0_10' THEN readiness BETWEEN 0 AND 10
    ELSE readiness IS NULL AND readiness_scale IS NULL END IS TRUE)
) STRICT;

CREATE TABLE checklist (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  batch_id INTEGER,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT,
  file_hash TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  run_id TEXT CHECK (length(run_id) = 36),
  protocol TEXT NOT NULL CHECK (protocol <> ''),
  protocol_version INTEGER NOT NULL CHECK (protocol_version >= 0),
  started_at INTEGER NOT NULL
    CONSTRAINT checklist_start CHECK (started_at BETWEEN -2208988800000 AND 7258118400000),
  started_offset_min INTEGER NOT NULL
    CONSTRAINT checklist_start_offset CHECK (started_offset_min BETWEEN -1559 AND 1559),
  closed_at INTEGER CONSTRAINT checklist_close CHECK (closed_at BETWEEN -2208988800000 AND 7258118400000),
  closed_offset_min INTEGER
    CONSTRAINT checklist_close_offset CHECK (closed_offset_min BETWEEN -1559 AND 1559),
  CHECK ((closed_at IS NULL) = (closed_offset_min IS NULL))
) STRICT;

CREATE TABLE checklist_step (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  batch_id INTEGER,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT,
  file_hash TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
  checklist_id TEXT NOT NULL REFERENCES checklist (id) DEFERRABLE INITIALLY DEFERRED,
  step TEXT NOT NULL CHECK (step <> ''),
  started_at INTEGER CONSTRAINT step_start CHECK (started_at BETWEEN -2208988800000 AND 7258118400000),
  started_offset_min INTEGER CONSTRAINT step_start_offset CHECK (started_offset_min BETWEEN -1559 AND 1559),
  paused_at INTEGER CONSTRAINT step_pause CHECK (paused_at BETWEEN -2208988800000 AND 7258118400000),
  paused_offset_min INTEGER CONSTRAINT step_pause_offset CHECK (paused_offset_min BETWEEN -1559 AND 1559),
  paused_s REAL NOT NULL CONSTRAINT step_paused_seconds CHECK (paused_s BETWEEN 0 AND 1e10),
  ended_at INTEGER CONSTRAINT step_end CHECK (ended_at BETWEEN -2208988800000 AND 7258118400000),
  ended_offset_min INTEGER CONSTRAINT step_end_offset CHECK (ended_offset_min BETWEEN -1559 AND 1559),
  outcome TEXT CHECK (outcome IN ('done', 'partly', 'skipped')),
  minutes REAL CONSTRAINT step_minutes CHECK (minutes BETWEEN 0 AND 2880),
  amount REAL CONSTRAINT step_amount CHECK (amount BETWEEN 0 AND 1e6),
  reason TEXT NOT NULL,
  CHECK ((started_at IS NULL) = (started_offset_min IS NULL)),
  CHECK ((paused_at IS NULL) = (paused_offset_min IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_offset_min IS NULL))
) STRICT;
CREATE INDEX step_by_checklist ON checklist_step (checklist_id);
