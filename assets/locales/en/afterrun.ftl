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
csv-soreness-late = 1 if it was typed more than 12 hours after it was felt; daily.csv leaves such ratings out
csv-daily-day = The day
csv-daily-covered = 1 if anything was recorded on it, 0 if not
csv-daily-runs = How many runs started on it; empty on a day that is not covered
csv-daily-distance_m = Distance of its runs; 0 on a covered day without a run, empty if one is not known
csv-daily-moving_s = Time in movement of all its activities; 0 on a covered day without any, empty if one is not known
csv-daily-load_au = Session load of all its activities, rpe × minutes; 0 on a covered day without any, empty if one is not known
csv-daily-sleep_h = Hours of the night that ended on it
csv-daily-nap_h = Hours of its naps
csv-daily-sleep_quality = How that night was, 1 poor to 5 great
csv-daily-soreness = Soreness that morning as it was rated: the whole body, else the sorest part of the legs
csv-daily-soreness_scale = Scale of soreness: nrs_0_10 0 none to 10 worst; five_1_5 1 good to 5 bad; hooper_1_7 1 good to 7 bad; pmsys_1_5 1 very sore to 5 not sore
csv-daily-soreness_regions = How many parts of the body were rated that morning
csv-daily-fatigue = How tired
csv-daily-fatigue_scale = Scale of fatigue
csv-daily-stress = How stressed
csv-daily-stress_scale = Scale of stress
csv-daily-mood = How the mood was
csv-daily-mood_scale = Scale of mood
csv-daily-habit = Whether this was done, 1 yes, 0.5 partly, 0 no, empty not recorded: { $name }
csv-daily-took = Whether this was taken, 1 yes, 0 no, empty not recorded: { $name }
csv-daily-dose = How much of this was taken that day: { $name }
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

menu = Menu
dismiss = Close this notice
banner-read-only = This journal can only be read here. To write in it, copy the file to a folder where you may write, and open the copy.
banner-sample = A sample journal: invented runs and nights to look around in. Your own journal is another file.
drop-to-import = Let go to import
dialog-import = Choose files to import
dialog-export = Choose where to export to
dialog-zip = ZIP with one CSV file for each kind of record
problem-title = The journal could not be opened
problem-again = Try again
problem-close = Close

## Today

## Forms

## Checklist: screen

## Checklist: the twelve tips

## Journal

## Trends

trends-question = Are sore mornings short nights?
trends-subtitle = { $n ->
    [one] 1 morning with both, { $span }.
   *[other] { $n } mornings with both, { $span }.
} Soreness from { $scale }, sorer upwards, by hours slept the night before.
trends-range = Range
trends-range-4-weeks = 4 weeks
trends-range-3-months = 3 months
trends-range-1-year = 1 year
trends-range-all = All
trends-scatter-name = Soreness by hours slept, a dot for each of { $n ->
    [one] 1 morning
   *[other] { $n } mornings
}, { $span }. Soreness from { $scale }, sorer upwards. { $finding }
trends-x-axis = Hours slept the night before
trends-y-axis = Soreness that morning, sorer upwards
trends-journal-title = In your journal
trends-group-short = Under { $h } h of sleep
trends-group-other = { $h } h and more
trends-group-mean = Mean soreness
trends-group-n = Mornings
trends-lean-none = There is no clear pattern between hours slept and soreness in these { $n } mornings.
trends-lean-faint-sorer = After shorter nights these { $n } mornings were slightly sorer, with much overlap.
trends-lean-faint-less = After shorter nights these { $n } mornings were slightly less sore, with much overlap.
trends-lean-moderate-sorer = After shorter nights these { $n } mornings tended to be sorer.
trends-lean-moderate-less = After shorter nights these { $n } mornings tended to be less sore.
trends-lean-strong-sorer = After shorter nights these { $n } mornings were mostly sorer.
trends-lean-strong-less = After shorter nights these { $n } mornings were mostly less sore.
trends-constant = In these { $n } mornings either sleep or soreness never changed, so they cannot be compared.
trends-rho = Rank correlation, Spearman’s ρ: { $rho } (−1: the shorter the night, the sorer; +1: the longer).
trends-line-note = Line: the middle of the dots. Band: its uncertainty (95 %, each place by itself).
trends-left-out = Left out: { $list }.
trends-left-other-scale = { $n ->
    [one] 1 morning rated on another scale
   *[other] { $n } mornings rated on another scale
}
trends-left-only-sleep = { $n ->
    [one] 1 night without soreness
   *[other] { $n } nights without soreness
}
trends-left-only-soreness = { $n ->
    [one] 1 rating without a night
   *[other] { $n } ratings without a night
}
trends-no-proof = A pattern in your log, not proof of cause.
trends-timeline-title = Both over time
trends-timeline-note = Gaps were not recorded. Nights under { $h } h are darker.
trends-timeline-note-dark = Gaps were not recorded. Nights under { $h } h are brighter.
trends-timeline-bundles = Each point is the mean of { $days } days.
trends-empty-title = Not enough mornings yet
trends-empty-nights = This place compares how long you slept with how sore you were that morning. It begins with { $least } mornings of which both are known; so far there are { $n }. Record your nights first.
trends-empty-soreness = This place compares how long you slept with how sore you were that morning. It begins with { $least } mornings of which both are known; so far there are { $n }. Rate your soreness in the morning.
trends-range-empty-title = Too few mornings in this range
trends-range-empty = Of { $n ->
    [0] no morning
    [one] only 1 morning
   *[other] only { $n } mornings
} in this range both sleep and soreness are known. There are more before it.
trends-show-all = Show all

chart-days = { $first } to { $last }
chart-hours = { $h } h
chart-hours-minutes = { $h } h { $min } min
chart-under-hours = under { $h } h
chart-not-recorded = not recorded
chart-mean-of = { $mean } on average ({ $n ->
    [one] 1 day
   *[other] { $n } days
})
chart-story-sleep = Slept: { $what }
chart-story-soreness = Soreness: { $what }
chart-story-load = Load: { $load } AU
chart-story-load-runs = Load: { $load } AU, { $runs ->
    [one] 1 run
   *[other] { $runs } runs
}
chart-score-word = { $score }, { $word }
chart-score-scale = { $score } ({ $scale })
chart-sore-none = none
chart-sore-mild = mild
chart-sore-moderate = moderate
chart-sore-severe = severe
chart-sore-worst = worst imaginable
chart-sore-pmsys-1 = very sore
chart-sore-pmsys-2 = sorer than usual
chart-sore-pmsys-3 = as usual
chart-sore-pmsys-4 = less sore than usual
chart-sore-pmsys-5 = not sore
chart-scale-nrs = 0 none to 10 worst
chart-scale-five = 1 good to 5 bad
chart-scale-hooper = 1 good to 7 bad
chart-scale-pmsys = 5 not sore to 1 very sore
chart-scale-readiness = 10 ready to 0 not ready
chart-end-none = none
chart-end-worst = worst
chart-end-good = good
chart-end-bad = bad
chart-end-very-sore = very sore
chart-end-not-sore = not sore
chart-end-not-ready = not ready
chart-end-ready = ready
chart-panel-soreness = Soreness, sorer upwards
chart-panel-sleep = Hours slept
chart-timeline-soreness-name = Soreness over time, { $n ->
    [one] 1 morning
   *[other] { $n } mornings
}, { $span }. From { $scale }, sorer upwards.
chart-timeline-sleep-name = Hours slept over time, { $n ->
    [one] 1 night
   *[other] { $n } nights
}, { $span }.

## Data

## Settings

