### Every word a person reads. Ids are words; sections follow the screens.

## The program

app-name = Afterrun
undo-named = Undo “{ $what }”
redo-named = Redo “{ $what }”
undo = Undo
undo-hint = Takes back the latest change, also one made before the program was closed
redo = Redo
redo-hint = Does again what was taken back

## Units and input (domain/units, domain/time)

## Scales and regions (domain)

## Batches, as the history and the undo button name them

## Store: what can be wrong with a journal file

open-missing = There is no journal at this place. Check the name, or begin a new one by opening Afterrun: { $path }
open-directory = This is a folder, not a journal. Name the journal file in it: { $path }
open-link = This is a link to a file elsewhere. Open the file itself, so that saving cannot part the two: { $path }
open-special = This is not an ordinary file, so it cannot be a journal. Choose another: { $path }
open-empty = This file is empty (0 bytes): a full disk or a broken copy leaves such files behind. Put a copy of your journal in its place, or move the empty file away to begin a new one: { $path }
open-not-a-journal = This file is not an Afterrun journal. It was left as it is; choose another: { $path }
open-other-program = This file belongs to another program. It was left as it is; choose another: { $path }
open-newer = A newer Afterrun wrote this journal (form { $theirs }; this version reads up to { $ours }). It was left as it is; install the newest Afterrun to open it: { $path }
open-older-read-only = This journal has an older form and must be renewed, but it can only be read here. Copy it to a folder where you may write, and open the copy: { $path }
open-damaged = This journal is damaged: { $what }. It was left as it is. Make a copy of it first, then put your latest good copy in its place: { $path }
open-stray-wal = A file with the ending -wal lies beside this journal and does not belong to it. Nothing was changed; make a copy of both, then move the -wal file away: { $path }
open-interrupted = A save was interrupted here and must be finished, but the file can only be read. Copy it together with the file beside it that ends in -journal to a folder where you may write, and open the copy: { $path }
open-busy = Another program is writing to this journal. Try again in a moment: { $path }
open-in-use = This journal is already open in another window. Go on there, or close it first: { $path }
open-denied = You may not read this file, or not write in its folder. Check its permissions, or choose another place: { $path }
open-full = The disk is full. Free some space, then try again: { $path }
open-migration = This journal could not be renewed for this version: { $what }. It is as it was. Free some space or try again, and keep a copy: { $path }
open-io = This file could not be read or made: { $what }. Check the disk or choose another place: { $path }
damage-header = its first bytes are not right
damage-short = it is cut short
damage-parts = parts of it are missing
damage-copy = the copy made first does not hold the same
damage-name = a folder's name is not text

store-read-only = Nothing was saved: this journal can only be read. Copy it to a folder where you may write, and open the copy
store-moved = Nothing was undone: another program changed the journal since. Look at the latest change and try again
store-nothing-to-undo = There is nothing to undo
store-nothing-to-redo = There is nothing to redo
store-no-such-batch = This change is not in the history any more, or was already taken back
store-no-such-record = Nothing was saved: this entry is not in the journal any more
store-refused = Nothing was saved: a value is outside what the journal takes ({ $rule }). Check the numbers and save again
store-dangling = Nothing was saved: an entry names a habit, supplement or checklist that the journal does not have
store-unreadable = The journal holds a value that this version cannot read ({ $column }). Install the newest Afterrun, and keep a copy of the file
store-full = Nothing was saved: the disk is full. Free some space and save again
store-busy = Nothing was saved: another program is writing to the journal. Try again in a moment
store-gone = Nothing was saved: the journal file was moved, deleted or replaced while it was open. Put it back, or open it where it is now
store-damaged = The journal file is damaged. Nothing was changed; close Afterrun and make a copy of the file first
store-disk = The disk did not answer as it should ({ $what }), so this may not have been saved. Check the disk, then look whether it is there
batch-undo-import = Take an import back
store-failed = That did not work, and nothing was saved ({ $what }). Please report it

## Import

batch-import-file = Import { $name }
batch-import-files = Import { $count } files
import-unreadable = This file could not be read: it is not formed as files of its kind are. Nothing of it was imported
import-nothing = There is nothing in it for a journal
import-missing = There is no such file or folder. Check the name
import-empty-folder = There is no file in this folder
import-denied = You may not read this. Check its permissions
import-io = The system could not read this: { $what }
import-special = This is not an ordinary file
import-too-deep = Folders this deep inside one another are not looked into. Choose this one by itself
import-too-many-files = Only the first { $count } files are read at once. Import the others by themselves
import-too-large = This is larger than any file Afterrun reads, or claims to be
import-gzip = This packed file cannot be unpacked: { $why }
import-empty = This file is empty (0 bytes)
import-unknown = This is not a kind of file Afterrun reads
import-csv = This table is not one Afterrun reads: its columns are not known
import-xml-track = GPX and TCX files are not read yet. Use the FIT file of this activity
import-journal = This is a journal, not something to import. Open it instead
import-injury = Injury reports are left out: a journal has no record for them yet
import-zip-foreign = This archive is not an export of Afterrun. Unpack it and import the folder
import-zip-damaged = This archive is damaged, or part of it is ({ $what }). Get it again
import-more-issues = And { $count } more
import-in-file = { $file }: { $why }
import-row-text = This row is not readable text ({ $what })
import-row-length = This row has { $cells } cells where the header has { $columns }
import-cell-empty = { $column } is empty
import-cell-wrong = { $column } cannot be “{ $value }”
import-out-of-range = { $what }: { $value } is outside { $low } to { $high }
import-future = The date lies in the future: { $date }
import-no-duration = The session has no duration, so it is not known when it began
import-area-without-score = Sore parts are named, but not how sore they were
import-no-habit = The habit “{ $word }” is not in the journal. Import habits_catalogue.csv together with this file
import-no-supplement = The supplement “{ $word }” is not in the journal. Import supplements_catalogue.csv together with this file
import-no-setting = There is no setting called “{ $word }”
import-no-zone = This computer knows no time zone called “{ $word }”
import-settings-kept = The settings in this export differ and were left out: the journal has its own
import-night-order = The night ends before it begins, or lasts longer than two days
import-night-asleep = More time asleep than in bed
import-fit-other = This FIT file holds { $kind ->
    [settings] settings of a watch
    [sport] settings of a sport
    [workout] a planned workout
    [course] a course
    [weight] body weights
    [goals] goals
    [blood-pressure] blood pressures
    [monitoring] all-day monitoring
    [segment] a segment
   *[other] something else
}, not a training session
import-fit-empty = There is no training session in this FIT file
import-fit-lost = { $why }. No training session could be read before that
import-fit-header = It does not begin as a FIT file does
import-fit-cut = The file is cut short; what stands before the cut was read
import-fit-message = The end of the file is damaged; what stands before it was read
import-fit-checksum = The checksum of the file is not right, so values may have changed. Look at them once
import-fit-no-start = A session has no start
import-fit-relative = The watch did not know the date, so it is not known when this session was
import-elapsed = Elapsed time (s)
import-moving = Timer time (s)
import-distance = Distance (m)
import-avg-hr = Mean heart rate
import-max-hr = Highest heart rate
import-ascent = Climb (m)
import-temperature = Temperature (°C)
import-rpe = How hard it was
import-feel = How it felt
import-cadence = Cadence
import-tag-treadmill = treadmill
import-surface-road = road
import-surface-trail = trail
import-surface-track = track

## Export

export-exists = There is a file of this name already, and it was left as it is. Choose another name, or add --force to replace it: { $path }
export-not-empty = This folder holds other files, and nothing was written to it. Choose a new or empty folder, or add --force to write into this one: { $path }
export-is-file = This is a file, not a folder. Choose another name, or one that ends in .zip or .csv: { $path }
export-is-folder = This is a folder, so it cannot become a file. Choose another name: { $path }
export-is-journal = This is a journal, and an export never replaces one. Choose another name: { $path }
export-no-folder = There is no folder to write this into. Make it first, or choose another place: { $path }
export-denied = You may not write here. Choose another place: { $path }
export-full = The disk is full, and nothing was exported. Free some space or choose another place: { $path }
export-io = The export could not be written: { $what }. Choose another place: { $path }

# What each column means, as data-dictionary.csv says it: csv-FILE-COLUMN, or csv-COLUMN where it means the same everywhere.
csv-id = Name of the record; it never changes
csv-day = The day it counts on
csv-at = When, by the clock on the wall; empty if only the day is known
csv-run_id = The run it belongs to (id in activities.csv)
csv-notes = Free text
csv-source = Where it came from: manual, a kind of file, or demo
csv-external_id = Its name in the file it came from
csv-file_hash = SHA-256 of the file it came from
csv-detail = What its source knew beyond the columns, as JSON
csv-unit = Unit of the number before it
csv-name = Name as shown
csv-activities-started_at = When it began, by the clock on the wall
csv-activities-sport = run, ride, swim, walk, strength, yoga or other
csv-activities-title = A name for it
csv-activities-kind = easy, long, workout or race
csv-activities-distance_m = Distance
csv-activities-elapsed_s = Time from start to end, pauses included
csv-activities-moving_s = Time in movement
csv-activities-avg_hr_bpm = Mean heart rate
csv-activities-max_hr_bpm = Highest heart rate
csv-activities-ascent_m = Climb
csv-activities-rpe = How hard it was as a whole, 0 rest to 10 maximal
csv-activities-feel = How it felt, 1 very weak to 5 very strong
csv-activities-load_au = Session load: rpe × minutes
csv-activities-surface = Road, trail, track …
csv-activities-shoe = Which shoe
csv-activities-tags = The runner's own words, as a JSON list
csv-activities-cadence_per_min = Steps, strokes or turns a minute
csv-activities-temperature_c = Temperature
csv-sleep-day = The date of waking
csv-sleep-bed_at = When the light went out, by the clock on the wall
csv-sleep-wake_at = When it ended, by the clock on the wall
csv-sleep-asleep_min = Minutes asleep
csv-sleep-nap = 1 for a nap, 0 for a night
csv-sleep-quality = 1 poor to 5 great
csv-sleep-awakenings = How often one woke
csv-soreness-region = Part of the body; overall is the whole body, all_others everything not rated, other a part named in detail
csv-soreness-side = left, right, both or none
csv-soreness-score = The number as given
csv-soreness-scale = What it was given on: nrs_0_10 0 none to 10 worst; five_1_5 1 good to 5 bad; hooper_1_7 1 good to 7 bad; pmsys_1_5 1 very sore to 5 not sore
csv-soreness-context = morning, after_run or other
csv-supplements-supplement = Which (id in supplements_catalogue.csv)
csv-supplements-dose = How much
csv-supplements-answer = yes, or no for not taken that day
csv-habits-habit = Which (id in habits_catalogue.csv)
csv-habits-answer = yes or no; no row means not recorded
csv-habits-minutes = For how long
csv-habits-amount = How much
csv-habits-temperature_c = Temperature of the bath
csv-check_ins-fatigue = How tired
csv-check_ins-fatigue_scale = Scale of fatigue
csv-check_ins-stress = How stressed
csv-check_ins-stress_scale = Scale of stress
csv-check_ins-mood = How the mood was
csv-check_ins-mood_scale = Scale of mood
csv-check_ins-readiness = How ready to train
csv-check_ins-readiness_scale = Scale of readiness
csv-check_ins-resting_hr_bpm = Resting heart rate
csv-check_ins-hrv_rmssd_ms = Heart rate variability, rMSSD
csv-check_ins-weight_kg = Body mass
csv-check_ins-ill = 1 if ill that day, 0 if not
csv-check_ins-travel = 1 if travelling that day, 0 if not
csv-checklists-checklist_id = The checklist a step belongs to
csv-checklists-run_id = The run it followed (id in activities.csv)
csv-checklists-protocol = Which checklist was walked
csv-checklists-step = The step; empty for a checklist of which none was touched
csv-checklists-outcome = done, partly or skipped
csv-checklists-started_at = When the step was started
csv-checklists-ended_at = When the step was ended
csv-checklists-paused_s = Length of its pauses
csv-checklists-minutes = Minutes really done
csv-checklists-amount = Amount really done
csv-checklists-reason = Why it was skipped
csv-checklists-step_id = Name of the step's record
csv-checklists-paused_at = Since when it is paused
csv-checklists-step_source = Where the step came from
csv-checklists-step_external_id = The step's name in the file it came from
csv-checklists-step_file_hash = SHA-256 of the file the step came from
csv-checklists-step_detail = The record the step became, as JSON
csv-checklists-protocol_version = Version of that checklist
csv-checklists-opened_at = When the checklist was opened
csv-checklists-closed_at = When the checklist was put away
csv-habits_catalogue-kind = What is noted: yes_no, minutes or amount
csv-habits_catalogue-unit = Unit of its amounts
csv-habits_catalogue-builtin = 1 for a habit of the program, 0 for the runner's own
csv-habits_catalogue-hidden = 1 if it is not offered any more
csv-supplements_catalogue-default_dose = Usual dose
csv-supplements_catalogue-aliases = Other names for it, as a JSON list
csv-settings-setting = Which setting
csv-settings-value = Its value
csv-imports-file_name = Name of the file that was read in
csv-imports-kind = What it was recognised as
csv-imports-counts = How many records of each kind it gave, as JSON
csv-imports-issues = What was left out and why, as JSON

## Command line

## Window and rail

place-today = Today
place-today-hint = What to do now
place-checklist = Checklist
place-checklist-hint = Step by step after a run
place-journal = Journal
place-journal-hint = All days and records
place-trends = Trends
place-trends-hint = Soreness against sleep
place-data = Data
place-data-hint = Import and export
place-settings = Settings
place-settings-hint = Units, days, theme and text size
record-run = Record a run
record-run-hint = Or another session
record-night = Record a night
record-night-hint = Bed, wake, hours, how it was
record-soreness = Rate soreness
record-soreness-hint = Where it is sore, 0 none to 10 worst
record-supplement = Record a supplement
record-supplement-hint = What was taken, or that none was
record-habit = Record a habit
record-habit-hint = Stretching, rolling, bath and your own
pick-import = Import files…
pick-import-hint = Watch files, questionnaires, or an export of Afterrun
pick-export = Export everything…
pick-export-hint = One CSV file for each kind of record

## Today

## Forms

## Checklist: screen

## Checklist: the twelve tips

## Journal

## Trends

## Data

## Settings

