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

unit-km = km
unit-mi = mi
unit-celsius = °C
unit-fahrenheit = °F
unit-kg = kg
unit-lb = lb
quantity = { $number } { $unit }
pace = { $pace } /{ $unit }
speed = { $number } { $unit }/h
length-min = { $min } min
length-h = { $h } h
length-h-min = { $h } h { $min } min
input-number = This is not a number. Write it like 12 or 7.5
input-duration = This is not a duration. Write it like 52:30, 1:02:30, 1h02 or 62 for minutes
input-distance = This is not a distance. Write it like 10.2, 6.3 mi or 400 m
input-pace = This is not a pace. Write minutes and seconds like 5:30, 5:30/km or 8:51/mi
input-sleep = This is not a length of sleep. Write it like 7:30, 7h15 or 7.5 for hours
input-clock = This is not a clock time. Write it like 22:15, 2215 or 10:15 pm
input-temperature = This is not a temperature. Write it like 12 or 54 °F
input-mass = This is not a weight. Write it like 71.2 or 157 lb
input-ambiguous = This can be read as { $one } or as { $other }. Write it without a thousands separator
input-number-range = This is outside what is taken here, { $low } to { $high }. Check the number
input-duration-range = A duration is taken from { $low } to { $high }. Check it, or record longer ones day by day
input-distance-range = A distance is taken from { $low } to { $high }. Check the number and its unit
input-pace-range = A pace is taken from { $low } to { $high }. Check the number and its unit
input-sleep-range = A sleep is taken from { $low } to { $high }. A bare number means hours
input-temperature-range = A temperature is taken from { $low } to { $high }. Check the number and its unit
input-mass-range = A weight is taken from { $low } to { $high }. Check the number and its unit
input-too-fast = Distance and time make { $speed }. Check both
input-disagree = Distance and time make { $pace }. Change one of the three, or leave one empty

## Scales and regions (domain)

region-toes = Toes
region-forefoot = Ball of the foot
region-arch_heel = Arch and heel
region-ankle = Ankle
region-achilles = Achilles tendon
region-calf = Calf
region-shin = Shin
region-knee = Knee
region-quads = Front of the thigh
region-hamstrings = Back of the thigh
region-adductors_groin = Inner thigh and groin
region-hip_flexors = Front of the hip
region-hip_side_itb = Side of the hip
region-glutes = Buttocks
region-lower_back = Lower back
region-upper_back_shoulders = Upper back and shoulders
region-neck = Neck
region-arms = Arms
region-abdomen = Belly
region-overall = Whole body
region-all_others = Everything else
region-other = Another place
region-left = { $region }, left
region-right = { $region }, right
region-both = { $region }, both sides
spot-toes = { $Side } toes
spot-forefoot = Ball of the { $side } foot
spot-arch_heel = { $Side } arch and heel
spot-ankle = { $Side } ankle
spot-achilles = { $Side } Achilles tendon
spot-calf = { $Side } calf
spot-shin = { $Side } shin
spot-knee = { $Side } knee
spot-quads = Front of the { $side } thigh
spot-hamstrings = Back of the { $side } thigh
spot-adductors_groin = { $Side } inner thigh and groin
spot-hip_flexors = Front of the { $side } hip
spot-hip_side_itb = Side of the { $side } hip
spot-glutes = { $Side } buttock
spot-arms = { $Side } arm
spot-left = left
spot-right = right
side-left = Left
side-right = Right
side-both = Both sides
side-none = No side
context-morning = In the morning
context-after_run = After a run
context-other = At another time

sport-run = Run
sport-ride = Ride
sport-swim = Swim
sport-walk = Walk
sport-strength = Strength
sport-yoga = Yoga
sport-other = Other sport
run-kind-easy = Easy run
run-kind-long = Long run
run-kind-workout = Workout
run-kind-race = Race

habit-cool_down = Cool-down
habit-hydration = Drinking
habit-snack = Snack after the run
habit-stretching = Stretching
habit-foam_rolling = Foam rolling
habit-ice_bath = Ice bath
habit-compression = Compression
habit-active_recovery = Active recovery
habit-epsom_soak = Warm bath
habit-mindfulness = Mindfulness
habit-social = Company

scale-nrs_0_10-none = none
scale-nrs_0_10-mild = I notice it
scale-nrs_0_10-moderate = changes how I move
scale-nrs_0_10-severe = severe
scale-nrs_0_10-worst = worst imaginable
scale-five_1_5-1 = very good
scale-five_1_5-2 = good
scale-five_1_5-3 = so-so
scale-five_1_5-4 = bad
scale-five_1_5-5 = very bad
scale-hooper_1_7-1 = very, very good
scale-hooper_1_7-2 = very good
scale-hooper_1_7-3 = good
scale-hooper_1_7-4 = usual
scale-hooper_1_7-5 = bad
scale-hooper_1_7-6 = very bad
scale-hooper_1_7-7 = very, very bad
scale-pmsys_1_5-1 = very sore or bad
scale-pmsys_1_5-2 = sore or bad
scale-pmsys_1_5-3 = usual
scale-pmsys_1_5-4 = better than usual
scale-pmsys_1_5-5 = not sore, good
scale-intervals_1_4-1 = good, not sore
scale-intervals_1_4-2 = rather good
scale-intervals_1_4-3 = rather bad
scale-intervals_1_4-4 = bad, very sore
scale-pmsys_readiness_0_10-low = not ready
scale-pmsys_readiness_0_10-middle = in between
scale-pmsys_readiness_0_10-high = ready
fatigue-1 = very fresh
fatigue-2 = fresh
fatigue-3 = so-so
fatigue-4 = tired
fatigue-5 = very tired
stress-1 = very calm
stress-2 = calm
stress-3 = so-so
stress-4 = stressed
stress-5 = very stressed
mood-1 = very good
mood-2 = good
mood-3 = so-so
mood-4 = low
mood-5 = very low
rpe-0 = rest
rpe-1 = very, very easy
rpe-2 = easy
rpe-3 = moderate
rpe-4 = somewhat hard
rpe-5 = hard
rpe-6 = harder than hard
rpe-7 = very hard
rpe-8 = harder than very hard
rpe-9 = nearly all I had
rpe-10 = all I had
feel-1 = very weak
feel-2 = weak
feel-3 = normal
feel-4 = strong
feel-5 = very strong
sleep-quality-1 = poor
sleep-quality-2 = fair
sleep-quality-3 = all right
sleep-quality-4 = good
sleep-quality-5 = great

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
day-clock = { $day } at { $clock }
day-long = { $weekday } { $day } { $month }
day-with-year = { $weekday } { $day } { $month } { $year }
ago-now = just now
ago-minutes = { $count } min ago
ago-hours = { $count } h ago
ago-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
in-now = now
in-minutes = in { $count } min
in-hours = in { $count } h
in-days =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }

## Batches, as the history and the undo button name them

batch-run = run of { $length }
batch-run-plain = run
batch-session = { $sport } session
batch-change-run = change to a run
batch-change-session = change to a { $sport } session
batch-night = night
batch-nap = nap
batch-change-night = change to a night
batch-change-nap = change to a nap
batch-soreness = soreness
batch-change-soreness = change to a soreness rating
batch-intake = { $name }
batch-no-intake = no { $name }
batch-no-supplements = no supplements
batch-change-intake = change to { $name }
batch-practice = { $habit }
batch-practices = habits
batch-change-practice = change to a habit
batch-check-in = check-in
batch-change-check-in = change to a check-in
batch-morning = morning
batch-checklist-open = Begin the checklist
batch-checklist-close = Put the checklist away
batch-checklist-plan = Say when the next run is
batch-step-jump = Go to another part of “{ $step }”
batch-step-start = Start “{ $step }”
batch-step-pause = Pause “{ $step }”
batch-step-extend = Change the time of “{ $step }”
batch-step-done = Finish “{ $step }”
batch-step-skip = Skip “{ $step }”
batch-step-reopen = Take up “{ $step }” again
batch-routine = change to the checklist for { routine-runs }
batch-routine-builtin = back to the built-in checklist for { routine-runs }
batch-routine-every = back to the checklist of every run for { routine-runs }
batch-delete = Delete { batch-entry }
batch-restore = Take { batch-entry } out of the trash
batch-entry = { $kind ->
    [run] the run of { $day }
    [activity] the session of { $day }
    [night] the night of { $day }
    [soreness] the soreness rating of { $day }
    [intake] “{ $what }” of { $day }
    [practice] “{ $what }” of { $day }
    [check_in] the check-in of { $day }
    [checklist] the checklist of { $day }
    [checklist_step] a step of a checklist
    [import_batch] the note of importing { $what }
    [habit] the habit “{ $what }”
    [supplement] the supplement “{ $what }”
    [routine] the checklist for { routine-runs }
   *[none] an entry
}
batch-demo = Make the sample journal

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
batch-undo-import = Undo an import
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
import-csv = The columns of this table are not known. Say what they hold, and it can be read
import-database = This is the database of another program. Export from there as CSV, and import that
import-journal = This is a journal, not something to import. Open it instead
import-injury = Injury: { $part } ({ $how })
import-no-injuries = These reports name no injury, so there is nothing to note
import-glasses = Glasses of fluid
import-alcohol = Alcohol
import-own-columns = Columns of your own were kept in the detail of each day: { $names }
import-form-again = Another form for { $date } was filled in nearer to that day, and counts
import-form-late = This form was filled in { $days } days away from its date. It stands on its date
import-zip-foreign = There is nothing in this archive that Afterrun reads
import-workbook = This is a workbook of a spreadsheet program. Save its sheet as CSV there, and import that
import-zip-entries = This archive has more than { $count } files. Unpack it and import the folder
import-zip-overlap = This archive claims more than it holds, so nothing of it was read
import-zip-locked = This file of the archive is locked with a password. Unpack it and import the folder
import-zip-method = This file of the archive is packed in a way that is not read. Unpack it and import the folder
import-zip-checksum = This file of the archive is damaged: its checksum is not right. Get the archive again
import-zip-nested = This archive inside of an archive was not opened: it lies too deep or is too large. Unpack it and import it by itself
import-cell-too-long = A cell of this row is longer than any text a journal takes
import-zip-damaged = This archive is damaged, or part of it is ({ $what }). Get it again
import-more-issues = And { $count } more
import-in-file = { $file }: { $why }
import-row-text = Letters of this row are damaged and cannot be read
import-odd-points =
    { $n ->
        [one] 1 point or lap has a time, a place or a number that cannot be. It was left out
       *[other] { $n } points or laps have a time, a place or a number that cannot be. It was left out
    }
import-row-cut = The file breaks off in this row
import-row-length = This row has { $cells } cells where the header has { $columns }
import-cell-empty = { $column } is empty
import-cell-wrong = { $column } cannot be “{ $value }”
import-out-of-range = { $what }: { $value } is outside { $low } to { $high }
import-future = The date lies in the future: { $date }
import-date-absurd = The date is of a clock that was never set: { $date }
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
import-tag-commute = commute
import-surface-road = road
import-surface-trail = trail
import-surface-track = track
import-resting-hr = Resting heart rate
import-sdnn = Heart rate variability (SDNN, ms)
import-rmssd = Heart rate variability (rMSSD, ms)
import-mass = Body mass (kg)
import-unit-unknown = { $what } is in a unit that is not known: “{ $unit }”

# Apple Health

import-apple-empty = There is no sleep, no workout and no value of the body in this export that a journal takes
import-apple-damaged = { $count ->
    [one] One place is not formed as XML is, and was left out
   *[other] { $count } places are not formed as XML is, and were left out. This is the first
}
import-apple-cut = The file ends early; what stands before that was read. If the export was stopped, make it again
import-apple-rootless = The file ends before its data begin. Make the export again
import-apple-deep = From here on elements lie so deep in one another that nothing more was read
import-apple-broken = The file broke off, and what stands before that was read. { $why }
import-apple-date = This is not a date: “{ $date }”
import-apple-order = The workout ends before it begins
import-apple-value = This is not a value of its kind: “{ $value }”
import-apple-piece = This piece of sleep does not end after it begins, or lasts longer than a day
import-apple-short = { $count ->
    [one] One sleep of less than five minutes was left out
   *[other] { $count } sleeps of less than five minutes were left out
}
import-apple-long = { $count ->
    [one] One sleep of more than a day was left out
   *[other] { $count } sleeps of more than a day were left out
}
import-apple-rests = { $count ->
    [one] One short time in bed without any sleep was left out
   *[other] { $count } short times in bed without any sleep were left out
}
import-apple-many = { $count ->
    [one] One entry beyond what a journal takes of one file was left out
   *[other] { $count } entries beyond what a journal takes of one file were left out
}

# Sleep as Android, HRV4Training

import-sleep-short = This sleep of { $seconds } seconds is too short to be one
import-sleep-long = This sleep lasts longer than a day
import-hrv4training-scales = HRV4Training does not say which end of its sliders is the good one. Soreness, fatigue and the like are kept with each check-in as they stand, and in no chart
import-days-without = { $count ->
    [one] One day has neither a measurement nor an answer, and was left out
   *[other] { $count } days have neither a measurement nor an answer, and were left out
}

## Import: habits and supplements by their names (import/reading/catalogue)

import-loose-words = cold | ice | drink | drank | drinks | fluid | fluids | ate | roll | rolled | rolling | plunge | soak | tights | socks | sleeves
import-habit-cool_down = cooling down | cool down after run
import-habit-hydration = drink water | drank water | drinking water | water intake | hydrate | hydrated
import-habit-stretching = static stretching | stretching routine
import-habit-foam_rolling = foamrolling
import-habit-ice_bath = cold water immersion | cold tub
import-habit-compression = compression garments | compression gear
import-habit-active_recovery = recovery walk
import-habit-epsom_soak = epsom salt bath | hot tub | took a bath
import-habit-mindfulness = mindfulness meditation | breathing exercises | breath work
import-habit-social = spent time with friends
import-minutes = Minutes
import-amount = Amount
import-dose = Dose
import-many-new = This would be more than { $count } new habits or supplements from one file, so it was left out

import-mapped-no-date = There is no date in this row
import-mapped-date = “{ $value }” is not a date
import-mapped-number = { $what }: “{ $value }” is not a number, and was left empty
import-mapped-untimed =
    { $n ->
        [one] 1 row has no time of day. It counts on its day
       *[other] { $n } rows have no time of day. They count on their days
    }
import-mapped-again = Read with the columns you chose before
import-daylio-untimed = { $n ->
    [one] 1 entry has no time that can be read. It counts as one at noon
   *[other] { $n } entries have no time that can be read. They count as if at noon
}
import-daylio-moods = Moods of your own have no place on a scale and stay words: { $words }
import-loop-list = This list names habits and no day. It says what they are called beside Checkmarks.csv
import-loop-scores = Scores that Loop reckons from the marks. The marks themselves are in Checkmarks.csv
import-loop-nameless = The name of the habit stands in the name of its folder. Import the whole archive
import-loop-names = A habit has a comma in its name, so the columns do not fit the rows. Import the whole archive
import-loop-note = A note without an answer was left out: “{ $note }”
import-loop-zeros = { $n ->
    [one] 1 mark is 0, which this version writes both for “no” and for “not recorded”. It counts as not recorded
   *[other] { $n } marks are 0, which this version writes both for “no” and for “not recorded”. They count as not recorded
}
import-oura-scores = These are scores of days, without times or hours of sleep. Export “Sleep” from Oura, too
import-fitbit-site = There is no sleep in this table of fitbit.com, and the rest of it are sums of days. Ask Google Takeout for your Fitbit data, or export “Sleep” there
import-garmin-hrv = Heart rate variability (ms)
import-no-year = The date “{ $date }” has no year, so it is not known which night this was
import-untimed = { $count ->
    [one] One row has a date and no time of the day. It stands at noon of its day
   *[other] { $count } rows have a date and no time of the day. They stand at noon of their days
}
import-garmin-guessed = { $count ->
    [one] For { $count } day the watch only guessed when a sleep might have been and measured none. It gave no night
   *[other] For { $count } days the watch only guessed when a sleep might have been and measured none. They gave no nights
}
import-garmin-weeks = These are means of whole weeks, not nights. Choose “1 day” or “7 days” in Garmin Connect and export again

## Import: track files (import/formats/tcx, gpx)

import-course = This file is a course or a planned workout, not something that was done
import-route = This file is a planned route, not something that was done
import-routes = { $n ->
    [one] 1 planned route was passed over: it is a plan, not something that was done
   *[other] { $n } planned routes were passed over: they are plans, not something that was done
}
import-track-empty = There is no activity in this file
import-track-lost = This file is cut short or broken before anything in it could be read
import-track-cut = The file is cut short or broken; what stands before that was read
import-track-untimed = The points of this track have no times, so it is not known when it was
import-track-times = The times of this track cannot be read, such as “{ $time }”, so it is not known when it was

## Import: what several formats have in common

import-sports-unknown = Not known as a sport, so recorded as “other”: { $words }
import-json-broken = This JSON file is broken at its beginning. Nothing of it was imported
import-json-cut = This JSON file is broken here; what stands before it was read
import-json-entry = Entry { $n }: { $why }
import-asleep-left-out = More time asleep than in bed, so the time asleep was left out
import-no-unit = { $what } { $value } has no unit, so it was left out
import-session-order = The session ends before it begins
import-deleted-there = This was deleted where it comes from

## Import: any table (import/formats/mapped, ui/screens/data/mapping)

import-yes-words = yes | true | y | x | done | ja | oui | si | sim | taken
import-no-words = no | false | n | nein | non | nee | skipped
data-kind-mapped = Table with columns you chose
mapping-date = Date, with or without a time
mapping-time = Time of day
mapping-sport = Sport
mapping-title = Title
mapping-notes = Notes
mapping-distance_km = Distance in kilometres
mapping-distance_mi = Distance in miles
mapping-distance_m = Distance in metres
mapping-duration = Duration (minutes, or 54:30)
mapping-rpe = Effort, 0 to 10
mapping-avg_hr = Mean heart rate
mapping-max_hr = Highest heart rate
mapping-ascent_m = Climb in metres
mapping-shoe = Shoe
mapping-bed = Bedtime
mapping-wake = Time of waking
mapping-asleep = Hours asleep (7.5, or 7:30)
mapping-sleep_quality = Sleep quality, 1 poor to 5 great
mapping-soreness = Soreness, 0 none to 10 worst
mapping-fatigue = Fatigue, 1 fresh to 5 tired
mapping-stress = Stress, 1 relaxed to 5 stressed
mapping-mood = Mood, 1 great to 5 bad
mapping-resting_hr = Resting heart rate
mapping-hrv = Heart rate variability (rMSSD, ms)
mapping-weight_kg = Weight in kilograms
mapping-weight_lb = Weight in pounds
mapping-habit = Habit: done or not
mapping-habit_minutes = Habit: minutes
mapping-supplement = Supplement: its dose, or taken or not
mapping-none = Leave out
mapping-choose = Choose the columns…
mapping-change = Change the columns…
mapping-change-of = Change the columns of { $file }…
mapping-open = Choose the columns of { $file }…
mapping-title-of = What do the columns of { $file } hold?
mapping-hint = Nothing is imported yet: you see what comes of it first. Afterrun remembers it for tables with the same columns.
mapping-column = { $name }: what it holds
mapping-twice = Two columns are chosen as “{ $field }”; the first counts.
mapping-group-day = Day
mapping-group-session = Session
mapping-group-night = Night
mapping-group-felt = How it felt
mapping-group-body = Body
mapping-group-habits = Habits
mapping-needs = It needs a date, and something that was on it.
mapping-read = Read with these columns
mapping-cancel = Cancel

## Import: what is the same thing told twice (import/merge)

import-unit-unfit = Time, pace and steps fit { $unit } better than the unit that was said
import-same-file = This file was imported before
import-same-name = Imported before, under the same name in its source
import-same-file-here = Another of these files is the same, byte for byte
import-same-id-differs = The journal has this record, and it stays as it is there
import-own-words = the file says “{ $words }”
import-own-edited =
    { $n ->
        [one] 1 record was changed since this export, here or in the file. The journal’s stays
       *[other] { $n } records were changed since this export, here or in the file. The journal’s stay
    }
import-same-name-here = Another of these files has it under the same name
import-same-link = The table names this file as its detail
import-same-start = Same start and length as the session of { $day }, { $time } ({ $source })
import-same-deleted = You deleted it, as another file told it
import-same-day = Same day, length and distance as the session of { $day } ({ $source }); only one of them has its time
import-same-covers = Lies within the session of { $day }, { $time } ({ $source }), or the other way round
import-same-hours = Same length and distance as the session of { $day }, { $time } ({ $source }); one of the clocks had no time zone
import-same-night = Overlaps the sleep of { $day } ({ $source })
import-same-night-day = The night of { $day } ({ $source }), which one of the two tells without its bedtime or its time zone
import-same-check-in = Completes the check-in of { $day } ({ $source })
import-source-manual = entered by hand
import-source-fit = watch file
import-source-tcx = TCX file
import-source-gpx = GPX track
import-source-strava = Strava
import-source-runkeeper = Runkeeper
import-source-garmin = Garmin Connect
import-source-apple = Apple Health
import-source-fitbit = Fitbit
import-source-whoop = WHOOP
import-source-oura = Oura
import-source-intervals = intervals.icu
import-source-hrv4training = HRV4Training
import-source-pmsys = PMSys
import-source-sleep_as_android = Sleep as Android
import-source-pmdata = PMData
import-differs = { $name } { $ours }, the file says { $theirs }
import-quoted = “{ $text }”
import-field-elapsed_s = elapsed time
import-field-moving_s = moving time
import-field-distance_m = distance
import-field-avg_hr_bpm = mean heart rate
import-field-max_hr_bpm = highest heart rate
import-field-ascent_m = climb
import-field-cadence_per_min = cadence
import-field-temperature_c = temperature
import-field-rpe = effort
import-field-feel = how it felt
import-field-kind = kind of run
import-field-surface = surface
import-field-shoe = shoe
import-field-title = title
import-field-notes = notes
import-field-tags = tags
import-field-sport = sport
import-field-started_at = start
import-field-times = bedtime and waking
import-field-asleep = time asleep
import-field-quality = sleep quality
import-field-awakenings = awakenings
import-field-fatigue = fatigue
import-field-stress = stress
import-field-mood = mood
import-field-readiness = readiness
import-field-resting_hr_bpm = resting heart rate
import-field-hrv_rmssd_ms = heart rate variability
import-field-weight_kg = weight
import-field-ill = ill
import-field-travel = travelling
import-field-detail = details
import-flag-yes = yes
import-flag-no = no
import-answer-yes = yes
import-answer-no = no

# One record of a file in a few words
import-row-hr = { $n } bpm
import-row-effort = effort { $n }
import-row-nap = nap
import-row-rated = { $name } { $n }
import-row-resting = { $n } bpm at rest
import-row-hrv = HRV { $n } ms

## Export

export-exists = There is a file of this name already, and it was left as it is. Choose another name, or add --force to replace it: { $path }
export-not-empty = This folder holds other files, and nothing was written to it. Choose a new or empty folder, or add --force to write into this one: { $path }
export-is-file = This is a file, not a folder. Choose another name, or one that ends in .zip or .csv: { $path }
export-is-folder = This is a folder, so it cannot become a file. Choose another name: { $path }
export-one-table = A .csv file takes one table. Choose one kind of record, or choose a folder or a name that ends in .zip: { $path }
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
csv-sleep-detail = What is known beyond the columns, as JSON: dark, quiet and cool where the room was, awake_min minutes awake in between
csv-soreness-region = Part of the body; overall is the whole body, all_others everything not rated, other a part named in detail
csv-soreness-side = left, right, both or none
csv-soreness-score = The number as given
csv-soreness-scale = What it was given on: nrs_0_10 0 none to 10 worst; five_1_5 1 good to 5 bad; hooper_1_7 1 good to 7 bad; pmsys_1_5 1 very sore to 5 not sore; intervals_1_4 1 good to 4 bad
csv-soreness-context = morning, after_run or other
csv-soreness-detail = What is known beyond the columns, as JSON: pain where it was called pain, analgesic where a painkiller was taken (daily.csv leaves such ratings out), area where a source names a part of the body
csv-supplements-supplement = Which (id in supplements_catalogue.csv)
csv-supplements-dose = How much
csv-supplements-detail = What is known beyond the columns, as JSON: with_food, and the batch on the package
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
csv-routines-id = every_run, or the class of run it is for: easy, steady, workout, long or race
csv-routines-steps = All steps in order, as a JSON list: on, minutes where changed, and own with what the runner added
csv-settings-setting = Which setting: day_start_min, minutes after midnight at which a day starts; zone, the time zone of times without one; first_weekday; distance, temperature and mass, the units shown (files have m, °C and kg)
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
csv-daily-soreness_scale = Scale of soreness: nrs_0_10 0 none to 10 worst; five_1_5 1 good to 5 bad; hooper_1_7 1 good to 7 bad; pmsys_1_5 1 very sore to 5 not sore; intervals_1_4 1 good to 4 bad
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

## Sample journal

demo-title-easy-1 = Easy along the river
demo-title-easy-2 = Round the lake
demo-title-easy-3 = To work and back
demo-title-easy-4 = Easy with a friend
demo-title-easy-5 = Park loop
demo-title-long-1 = Long run to the lighthouse
demo-title-long-2 = Sunday in the woods
demo-title-long-3 = Long and slow
demo-title-long-4 = Along the fjord
demo-title-workout-1 = 6 × 1000 m
demo-title-workout-2 = Hill repeats
demo-title-workout-3 = 30 minutes at threshold
demo-title-workout-4 = Track: 12 × 400 m
demo-race-10k = Midsummer 10 km
demo-race-half = Fjord half marathon
demo-race-marathon = City marathon
demo-sport-ride = Easy spin
demo-sport-swim = Pool
demo-sport-walk = Walk in the hills
demo-sport-yoga = Yoga
demo-sport-strength = Strength for runners
demo-surface-road = road
demo-surface-trail = trail
demo-surface-treadmill = treadmill
demo-tag-trail = trail
demo-tag-hilly = hilly
demo-tag-treadmill = treadmill
demo-tag-new-shoes = new shoes
demo-shoe-road = Blue road shoes { $number }
demo-shoe-trail = Trail shoes { $number }
demo-shoe-fast = Light racing shoes { $number }
demo-note-1 = Felt light from the first kilometre
demo-note-2 = Heavy legs until half way, then better
demo-note-3 = Headwind all the way out
demo-note-4 = Left calf a little tight at the end
demo-note-5 = Started too fast, paid for it
demo-note-6 = Slippery in places, took it carefully
demo-note-7 = Stomach not quite right
demo-note-8 = Could have gone on
demo-reason-1 = No time
demo-reason-2 = Did not feel like it
demo-reason-3 = Not at home
demo-habit-legs-up = Legs up the wall
demo-supplement-magnesium = Magnesium
demo-supplement-omega-3 = Omega-3
demo-supplement-bcaa = BCAA

## Command line

no-window = No window could be drawn here ({ $what }). Update the graphics driver, or use a subcommand: afterrun --help lists them
no-display = There is no screen to open a window on. Start Afterrun from a desktop, or use a subcommand: afterrun --help lists them
cli-about = A runner's recovery journal. Without a subcommand it opens the window.
cli-journal = The journal file, instead of the one in your data folder
cli-add = Record what a line of text says
cli-demo = Open a sample journal, apart from your own, or write it with --out
cli-import = Read files, folders and archives into the journal
cli-export = Write the journal as CSV files
cli-list = List records, one a line
cli-findings = Say what goes with more or less soreness in this journal
cli-findings-json = Answer with one JSON object
cli-findings-details = Also the plain averages with their interval, and soreness by the minutes of a habit
cli-findings-scale = Soreness is told in { $points } ({ $direction }); higher means sorer.
cli-findings-unanswered = Not answered yet: { $names }.
cli-findings-none = No morning's soreness is recorded yet.
cli-findings-title = { $name }, { $outcome ->
    [next_morning] the next morning
    [next_two_mornings] the next two mornings
   *[same_morning] that morning
    }: { $level }
cli-undo = Take back the latest change
cli-redo = Do again what was taken back
cli-history = List all changes, newest first
cli-check = Read the journal file from end to end and say what is wrong
cli-from = The first day, like 2026-11-24
cli-to = The last day
cli-add-dry-run = Say what would be recorded and write nothing
cli-add-text = What there is to record, like: '10.2k 54:30 rpe 6 | calf L 4 | sleep 7h15 | foam roll 12m'
cli-add-nothing = Say what there is to record, like: afterrun add '10.2k 54:30 rpe 6'
cli-add-not-written = Nothing was recorded.
cli-bad-instant = write a moment like 2026-11-24T18:30:00+01:00
cli-demo-years = How many years it covers
cli-demo-seed = What it is made from: the same number gives the same journal
cli-demo-until = Its last day; today if not given
cli-demo-out = Write the journal to this file and open no window
cli-import-dry-run = Say what would come of it and write nothing
cli-import-rows = Also say it of each record
cli-import-json = Answer with one JSON object
cli-import-zone = The time zone of clock times that state none, like Europe/Oslo; else the journal’s
cli-import-distance = The unit of distances that state none: km or mi
cli-import-day-first = Read dates like 03/04/2025 with the day first
cli-import-month-first = Read dates like 03/04/2025 with the month first
cli-import-column = What a column of a table holds that Afterrun does not know; once for each column. The fields: { $fields }
cli-bad-column = a column is said as NAME=FIELD, like Datum=date
cli-bad-field = there is no such field; there are { $fields }
cli-no-column = No table here has all of these columns. It has: { $columns }
cli-no-table = There is no table here whose columns can be said
cli-import-untyped = The sport of sessions that state none: run, ride, swim, walk, strength, yoga or other
cli-import-rejects = Save the rows that are left out to this file, with the reason for each
cli-import-force = Replace that file if it is there
cli-undo-import = Take back this import instead, whenever it was: its number in the history
cli-import-paths = What to read
cli-export-force = Replace files that are there
cli-export-only = Only these kinds, with the catalogues they need; the words are those of list
cli-export-excel = For spreadsheets where a comma is the decimal mark: semicolons between cells, and a mark that says UTF-8
cli-export-decimal-comma = Write numbers as such spreadsheets do, like 7,5
cli-export-out = A new folder, or FILE.zip, or FILE.csv for one table: the daily one, or the one that --only names
cli-list-json = One JSON object a line, with the columns of the CSV files as keys
cli-list-kinds = Which records; all that have a day if not given

cli-bad-day = write a day as year-month-day, like 2026-11-24, between 1900 and 2199
cli-days-backwards = These days run backwards: from { $from } to { $to }. Swap them
cli-no-home = Your data folder was not found. Name the journal with --journal FILE
cli-demo-until-range = A sample journal ends between 1961-01-01 and 2199-12-30, not on { $until }
cli-demo-exists = There is a file of this name already, and it was left as it is. Choose another name: { $path }
cli-demo-not-a-sample = This journal is not a sample, and it was left as it is. Move it elsewhere, then try again: { $path }
cli-demo-not-written = The sample journal could not be written: { $what }. Free some space or choose another place: { $path }
cli-demo-written = Wrote a sample journal: { $path }
cli-exported = Exported to { $path }
cli-undone = Took back: { $what } ({ $records ->
    [one] 1 record
   *[other] { $records } records
})
cli-redone = Did again: { $what } ({ $records ->
    [one] 1 record
   *[other] { $records } records
})
cli-history-taken-back = { $what }, taken back
cli-history-nothing-left = deleted since
cli-sound = No problem found in { $records ->
    [one] 1 record
   *[other] { $records } records
}: { $path }
cli-unsound = This journal is damaged in { $problems ->
    [one] the place
   *[other] { $problems } places
} named above. Make a copy of it first, then put your latest good copy in its place: { $path }

cli-import-nothing = None of these files could be read, and nothing was written. The reason for each is said above
cli-sum-new = { $n } new
cli-sum-twice = { $n } told twice
cli-sum-left-out = { $n } left out
cli-import-dry = Nothing was written to the journal; without --dry-run this would be.
cli-import-progress = Reading: { $n } %
cli-import-saved = { $n ->
    [one] 1 row that was left out is
   *[other] { $n } rows that were left out are
} saved to { $path }
cli-import-none-left-out = No row of a table was left out, so there is nothing to save.
cli-import-undone = Took back the import of { $name } ({ $records ->
    [one] 1 record
   *[other] { $records } records
})
cli-import-kept = { $n ->
    [one] This entry stays.
   *[other] These { $n } entries stay.
}
cli-no-such-import = There is no import of number { $n } in this journal, or it was taken back already. afterrun history lists all
cli-bad-zone = write a time zone by its name, like Europe/Oslo
cli-bad-distance = write km or mi
cli-bad-sport = write run, ride, swim, walk, strength, yoga or other
cli-row-new = new
cli-row-known = known
cli-row-completed = completed
cli-row-twice = twice
cli-row-differs = differs
cli-row-line = line { $line }
cli-count-completed = { $n } completed
cli-issue-line = line { $line }: { $why }
cli-verdict-imported = read
cli-verdict-duplicate = known already
cli-verdict-rejected = left out
cli-verdict-unsupported = not a file for the journal
cli-count-known = { $n } known already

## Window and rail

place-today = Today
place-today-hint = What to do now
place-checklist = Checklist
place-checklist-hint = Step by step after a run
place-journal = Journal
place-journal-hint = All days and records
place-trends = Trends
place-trends-hint = Soreness against sleep
place-insights = Insights
place-insights-hint = What goes with more or less soreness
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
pick-import-hint = Watch files, Strava, Garmin, Apple Health, Fitbit and more; you see what is in it first
pick-export = Export everything…
pick-export-hint = One CSV file for each kind of record

menu = Menu
dismiss = Close this notice
scroll-bar = Scroll
banner-read-only = This journal can only be read here. To write in it, copy the file to a folder where you may write, and open the copy.
banner-sample = A sample journal: invented runs and nights to look around in. Your own journal is another file.
drop-to-read = Let go to see what is in it. Nothing is imported yet
drop-read-only = This journal can only be read here
drop-busy = Not while { $what } is under way
dialog-import = Choose files to import
dialog-export = Choose where to export to
dialog-left-out = Save the rows left out as
dialog-left-out-name = rows left out.csv
dialog-chart = Save the chart as
dialog-csv = CSV table
dialog-schedule = Choose the folder for exports
dialog-zip = ZIP with one CSV file for each kind of record
problem-title = The journal could not be opened
dialog-journal = Choose a journal
problem-again = Try again
problem-another = Open another…
problem-no-dialog = No file dialog could be opened here. To open another journal, start Afterrun with --journal and the path of its file.
problem-close = Close

## Notices

notice-done = Done: { $what }
notice-unchanged = Nothing was changed: it was like this already
notice-undone = Taken back: { $what }
notice-redone = Done again: { $what }
notice-reloaded = Another program changed this journal. What you see now is up to date
notice-trash-emptied = { $n ->
    [0] Nothing was deleted
    [one] 1 entry was deleted for good
   *[other] { $n } entries were deleted for good
}
notice-trash-emptied-kept = { notice-trash-emptied }. { $kept ->
    [one] 1 stays in the trash, because other entries or the history need it
   *[other] { $kept } stay in the trash, because other entries or the history need them
}
notice-import-undone = The import was undone
notice-import-undone-kept = The import was undone. { $n ->
    [one] 1 entry stays, because it was changed since or is in use: Data says which
   *[other] { $n } entries stay, because they were changed since or are in use: Data lists them
}
notice-imported = { $n ->
    [one] { $list } is new
   *[other] { $list } are new
}
notice-import-known = { $n ->
    [one] Nothing is new: the one entry was here already
   *[other] Nothing is new: all { $n } entries were here already
}
notice-import-completed = { $n ->
    [one] Nothing is new: 1 entry that was here got what it lacked
   *[other] Nothing is new: { $n } entries that were here got what they lacked
}
notice-import-read-again = The journal changed meanwhile, so nothing was imported yet. The files were read again: look once more
notice-left-out-saved = { $n ->
    [one] 1 row is saved to { $path }
   *[other] { $n } rows are saved to { $path }
}
notice-import-nothing = Nothing was imported: there was nothing for a journal in it
notice-import-left-out = { $news }. { $n ->
    [one] { $what } was left out
   *[other] { $what } were left out
}
notice-exported = Everything is exported: { $path }
notice-exported-part = What you chose is exported: { $path }
notice-schedule-failed = The regular export did not work, and is tried again in an hour. { $why }
notice-rows-copied =
    { $n ->
        [one] 1 row is on the clipboard
       *[other] { $n } rows are on the clipboard
    }
notice-no-dialog-import = No file dialog could be opened here. Type the path below, or drop the files on this window
notice-no-dialog = No file dialog could be opened here. Type the path below
notice-no-dialog-chart = No file dialog could be opened here, so the chart was not saved. Copy its picture instead
notice-stopped = Stopped. The journal is as it was
notice-chart-saved = The chart is saved to { $path }
notice-chart-copied = The picture is on the clipboard
notice-job-failed = That did not work, and the journal is as it was ({ $what }). Please report it
notice-look-lost = How it looks and sounds is set, but could not be kept for the next time ({ $what })
job-read = Reading the files
job-read-again = Reading the files again
job-import = Importing
job-left-out = Saving the rows left out
job-export = Exporting
job-copy = Copying
job-chart = Drawing a chart
job-busy = Something else is still under way ({ $what }). Wait for it or stop it, then try again
count-files = { $n ->
    [one] 1 file
   *[other] { $n } files
}
count-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
}
count-runs = { $n ->
    [one] 1 run
   *[other] { $n } runs
}
count-sessions = { $n ->
    [one] 1 other session
   *[other] { $n } other sessions
}
count-nights = { $n ->
    [one] 1 night
   *[other] { $n } nights
}
count-soreness = { $n ->
    [one] 1 soreness rating
   *[other] { $n } soreness ratings
}
count-intakes = { $n ->
    [one] 1 supplement entry
   *[other] { $n } supplement entries
}
count-practices = { $n ->
    [one] 1 habit entry
   *[other] { $n } habit entries
}
count-check-ins = { $n ->
    [one] 1 check-in
   *[other] { $n } check-ins
}
count-others = { $n ->
    [one] 1 other entry
   *[other] { $n } other entries
}
list-and = { $before } and { $last }
list-comma = {", "}

## Today

not-recorded = not recorded
saving = Saving…
today-no-run = No run in the last three days.
today-finished = { $run } finished { $ago }
today-run = Run
today-effort = felt { $rpe } of 10
today-record = Record
today-later = Coming up
today-all-steps = All steps
today-now = Now
today-next = Next
today-steps-done = { $done } of { $all } steps done
today-offer = Your run of { $day } has no checklist yet. It takes you through the hours after it, step by step.
today-first = After your next run
today-first-text = Record it here, and Afterrun guides you through the hours after it. Or bring in what your watch knows already.
today-rest = Nothing to do right now
today-rest-text = The checklist starts when the next run is recorded.
today-opened = { $opened }. { $line }
rest-today = Today
rest-easy = A day for easy movement
rest-walk = A day for a short walk, or for rest
rest-full = A day for full rest
rest-why-ill = You noted that you are ill.
rest-why-sore = Your { $place } stands at { $score } of 10.
rest-why-days = { $days } active days in a row. One easy day in seven is part of training.
rest-why-walk = After so much running only walking, { $most } minutes at most, for two days.
rest-why-easy = { $least } to { $most } minutes at a pace at which you could sing: walk, swim, cycle, or some yoga. Or rest fully.
rest-note = Note what you did
rest-note-hint = Opens the habits of today; easy movement is one of them
today-import = Import files
today-week = The last seven days
week-active = active, minutes
week-sleep = sleep, hours
week-soreness = soreness
week-minutes = { $minutes } minutes
week-told = { $day }: active { $minutes }, sleep { $slept }, soreness { $sore }
morning-title = Morning check
morning-hint = Last night and how the body feels, in fifteen seconds
morning-yesterday = yesterday { $value }
morning-recorded = recorded { $value }
morning-slept = Slept
morning-slept-hint = 7:30 or 7.5
morning-quality = Sleep quality
morning-sore = Sorest spot
morning-fatigue = Fatigue
morning-stress = Stress
morning-mood = Mood
morning-close = Put the morning check away
morning-save = Save the morning
place-where = Where?
place-where-named = Where: { $place }
place-whole-body = The whole body
place-title = Where is it sorest?
prompt-title = How are the legs, { $days ->
    [one] a day
   *[other] { $days } days
} after { $weekday }’s { $run }?
prompt-run-easy = easy run
prompt-run-long = long run
prompt-run-workout = workout
prompt-run-race = race
prompt-run-none = run
prompt-legs = Legs
prompt-not-now = Not now

## The body figure

body-left = L
body-right = R
body-front = Front
body-back = Back
body-rated = { $place }, { $number }: { $words }
body-not-rated = { $place }, not rated
score-yesterday = yesterday's number
body-yesterday = Yesterday { $number }: { $words }

## Forms

form-edit-run = Change the session
form-edit-night = Change the night
form-edit-soreness = Change the soreness rating
form-edit-intake = Change the supplement
form-edit-practice = Change the habit
form-edit-check-in = Change the check-in
form-record-habits = Record habits
form-record-check-in = Record how you feel
form-save-changes = Save the changes
form-save-run = Save the run
form-save-session = Save the session
form-save-night = Save the night
form-save-soreness = Save the soreness
form-save-intake = Save the supplement
form-save-practice = Save the habits
form-save-check-in = Save the check-in
form-cancel = Cancel
form-discard = Discard
form-continued = Continued from what you typed earlier
form-start-over = Start over
form-more = More
form-less = Less
form-score = { $number }: { $words }
form-ends-of-scale = { $low } { $low_words } to { $high } { $high_words }
form-last-time = Same as last time: { $value }
form-follows = gives { $value }
form-yes = Yes
form-no = No

form-day = Day
form-previous-day = Day before
form-next-day = Day after
form-calendar = Choose from the calendar
form-today = Today
form-yesterday = Yesterday
form-day-named = { $name }, { $day }
form-clock = Time of day
form-clock-hint = 22:15
form-notes = Notes
form-not-a-day = This is not a day. Write it like 2026-11-24, or “today” or “yesterday”
form-day-to-come = This day is still to come
form-time-to-come = This time is still to come
form-time-missing = Say when it was; a time near it will do
form-whole-number = This is a count. Write it without decimals
form-unit-missing = Say the unit, like mg, g, ml or capsules

form-bpm = bpm
form-ms = ms
form-min = min
form-metres = m
form-per-minute = /min

form-distance = Distance
form-time = Time
form-time-hint = 52:30
form-pace = Pace
form-per = /{ $unit }
form-any-two = Any two of them give the third
form-sport = Sport
form-kind = Kind of run
form-effort = Effort
form-feel = How it felt
form-start = Start
form-ends = ends { $time }
form-title = Name
form-surface = Surface
form-shoe = Shoe
form-tags = Tags, with commas between
form-moving = Moving time
form-avg-hr = Mean heart rate
form-max-hr = Highest
form-ascent = Climb
form-temperature = Temperature
form-cadence = Cadence
form-run-empty = Say how far or how long it was
form-start-missing = Say when it began; a time near it will do
form-moving-too-long = The time in movement is longer than the whole. Change one of the two
form-max-under-mean = The highest heart rate is lower than the mean. Change one of the two

form-slept = Slept
form-slept-hint = 7:30
form-bed = To bed at
form-wake = Awake at
form-in-bed = { $length } in bed
form-quality = How the night was
form-day-of-waking = Day of waking
form-second-night = This day has a night already; this one is added to it
form-what = What
form-night = Night
form-nap = Nap
form-awakenings = Times awake
form-awake = Awake in between
form-room = The room was
form-room-was = The room was { $word }
form-dark = Dark
form-quiet = Quiet
form-cool = Cool
form-night-empty = Say how long you slept, or when
form-slept-too-long = That is longer than the { $bed } in bed. Change the hours or the times
form-bed-is-wake = To bed and awake are at the same time. Change one of the two

form-where = Where
form-way-in = How to choose places
form-by-figure = Figure
form-by-list = List
form-body = Where it is sore
form-body-hint = Point at a place and press 0 to 9, or X for ten. Or drag from it: up is more.
form-body-hint-yesterday = { form-body-hint } Hatched is yesterday.
form-rated = { $place } { $number }
form-rated-pain = { $place } { $number }, pain
form-pain = This is pain, not soreness
form-pain-at = { $place }: this is pain, not soreness
form-pain-or-soreness = Soreness is dull, in the muscle, mostly on both sides, and eases with easy movement. Pain is sharp, in one spot, at a joint or a bone, and grows worse with running.
form-painkiller = I took a painkiller
form-painkiller-note = It masks soreness, so these ratings are kept and shown, and left out of the estimates.
form-find-place = Find a place
form-where-hint = calf, knee, back …
form-where-none = No place is called that
form-legs = Legs
form-hips = Hips and trunk
form-upper-body = Upper body
form-both = Both
form-rate = Rate
form-side = Side
form-context = When in the day
form-rest-is-fine = Everything else is fine
form-soreness-empty = Choose where it is sore, or that everything else is fine
form-score-missing = Say how sore, 0 none to 10 worst

form-supplement = Supplement
form-new-supplement = New: it becomes part of your list
form-taken = Taken
form-not-taken = Not taken that day
form-none-of-usual = None of the usual
form-none-of = Not taken that day: { $names }
form-no-usual = There is nothing you usually take without an answer for this day
form-supplement-missing = Say what it was
form-dose = Dose
form-unit = Unit
form-unit-hint = mg
form-lot = Batch on the package
form-how-taken = How
form-with-food = With food
form-common-supplements = Magnesium, Omega-3, Vitamin D, Creatine, Protein, BCAA, L-glutamine, Collagen, Iron, Caffeine

form-practice-empty = Nothing is answered or changed yet
form-time-optional = Time, if known
form-add-habit = Add a habit of your own
form-no-own-habit = Do not add it
form-habit-name = Name of the habit
form-habit-kind = What is noted
form-kind-yes-no = Yes or no
form-kind-minutes = Minutes
form-kind-amount = An amount
form-own-answer = This new habit
form-habit-name-missing = Give it a name
form-habit-is-there = There is a habit of this name already
form-hidden-habits = Hidden habits
form-show-habit = Show { $habit } again
form-hide-habit = Hide { $habit }
form-habit-answer = { $habit }: { $answer }
form-habit-field = { $habit }: { $field }
form-minutes = Minutes
form-amount = Amount
form-hint-is-last = The faint numbers are those of the last time

form-fatigue = Fatigue
form-stress = Stress
form-mood = Mood
form-readiness = Ready to train
form-resting-hr = Resting heart rate
form-hrv = HRV (rMSSD)
form-weight = Weight
form-ill = Ill
form-travel = Travelling
form-check-in-empty = Answer at least one of these
form-morning-empty = Answer at least one of these

## Quick entry (domain/quick)

# Words that are typed, with | between those that mean the same. The first of them is the one that is offered.
quick-word-today = today
quick-word-yesterday = yesterday
quick-word-at = at
quick-word-to = to | until | till
quick-word-filler = in | of | for | with | and | the | a | an | on | last | this | my | did | took | had | was | sore
quick-word-part-of-day = morning | evening | afternoon | lunch | tonight
quick-word-marathon = marathon
quick-word-half-marathon = half marathon
quick-word-no = no | not | skipped | without
quick-word-note = note
quick-word-rest-fine = rest fine | all fine | rest ok | rest good | rest okay | all ok | others ok | rest is fine | all else fine | others fine | everything else fine | everything else is fine | all good
quick-word-sleep = sleep | slept | night
quick-word-quality = q | quality | sleep quality
quick-word-nap = nap | napped

quick-sport-run = run | ran | running | jog | jogged | jogging
quick-sport-ride = ride | rode | bike | biked | biking | cycling | cycled | bicycle
quick-sport-swim = swim | swam | swimming
quick-sport-walk = walk | walked | walking | hike | hiked | hiking
quick-sport-strength = strength | gym | weights | lifting
quick-sport-yoga = yoga | pilates
quick-sport-other = other sport | other session

quick-kind-easy = easy | easy run | recovery run
quick-kind-long = long | long run
quick-kind-workout = workout | intervals | tempo | threshold | fartlek | hills
quick-kind-race = race | raced

quick-field-rpe = rpe | effort
quick-field-feel = feel | felt
quick-field-hr = hr | avg hr | mean hr | average hr | heart rate | mean heart rate
quick-field-max_hr = max hr | max | hr max | highest hr | max heart rate
quick-field-ascent = ascent | climb | elevation | elevation gain

quick-side-left = left | L
quick-side-right = right | R
quick-side-both = both | both sides

quick-region-toes = toes | toe
quick-region-forefoot = forefoot | ball of foot | metatarsals
quick-region-arch_heel = heel | arch | plantar | foot | feet | heels | arches | sole
quick-region-ankle = ankle | ankles
quick-region-achilles = achilles
quick-region-calf = calf | calves | lower leg | lower legs
quick-region-shin = shin | shins | shin splints
quick-region-knee = knee | knees | kneecap
quick-region-quads = quads | quad | thigh | thighs | front thigh | quadriceps
quick-region-hamstrings = hamstrings | hamstring | hams | ham | back thigh
quick-region-adductors_groin = groin | adductors | adductor | inner thigh
quick-region-hip_flexors = hip flexors | hip flexor | front hip
quick-region-hip_side_itb = hip | hips | itb | it band | side hip | outer hip
quick-region-glutes = glutes | glute | buttock | butt | bum
quick-region-lower_back = lower back | low back | back
quick-region-upper_back_shoulders = upper back | shoulders | shoulder
quick-region-neck = neck
quick-region-arms = arms | arm
quick-region-abdomen = belly | abdomen | abs | stomach | core
quick-region-overall = overall | body | all over

quick-habit-cool_down = cool-down | cooldown
quick-habit-hydration = drink | drank | drinks | water | fluid | fluids | hydration
quick-habit-snack = snack | ate | recovery snack | refuel | refuelled
quick-habit-stretching = stretching | stretch | stretched | stretches
quick-habit-foam_rolling = foam roll | foam rolled | foam roller | roll | rolling | rolled
quick-habit-ice_bath = ice bath | ice | cold bath | cold | cold water | cold plunge | plunge
quick-habit-compression = compression | tights | socks | compression tights | compression socks | sleeves
quick-habit-active_recovery = active recovery | active rest
quick-habit-epsom_soak = warm bath | bath | hot bath | epsom | epsom bath | epsom soak | epsom salt | soak
quick-habit-mindfulness = mindfulness | meditation | meditated | meditate | breathing | breathwork
quick-habit-social = company | friends | social

quick-body-fatigue = fatigue | tired | tiredness
quick-body-stress = stress | stressed
quick-body-mood = mood
quick-body-readiness = readiness | ready
quick-body-resting_hr = rhr | resting | resting hr | resting heart rate
quick-body-hrv = hrv | rmssd
quick-body-weight = weight | weigh | weighed | body weight
quick-body-ill = ill | sick
quick-body-travel = travel | travelling | travelled | traveling | traveled

quick-dose-units = mg | g | µg | μg | mcg | ug | IU | ml | l | capsule | capsules | caps | tablet | tablets | tabs | pill | pills | drop | drops | scoop | scoops | serving | servings | sachet | sachets | gummy | gummies | gel | gels | spoon | spoons | tsp | tbsp

# What would be recorded.
quick-says-title = “{ $title }”
quick-says-length-in = { $length } in { $time }
quick-says-effort = effort { $rpe } of 10
quick-says-felt = felt { $feel }
quick-says-hr = heart rate { $hr }
quick-says-max-hr = highest { $hr }
quick-says-ascent = { $m } m up
quick-says-from-to = { $from } to { $to }
quick-says-at = { $day } { $time }
quick-says-today = today
quick-says-yesterday = yesterday
quick-says-score = { $score } of 10 ({ $words })
quick-says-fine = fine
quick-says-morning = in the morning
quick-says-after-run = after the run
quick-says-night = Night that ended { $day }
quick-says-more-night = Added to the night that ended { $day }
quick-says-nap = Nap { $day }
quick-says-asleep = { $length } asleep
quick-says-bed = to bed { $time }
quick-says-awake = awake { $time }
quick-says-quality = quality { $words }
quick-says-new = { $name } (new in your list)
quick-says-not-taken = { $name } not taken
quick-says-not-done = { $name }: no
quick-says-check-in = Check-in { $day }
quick-says-more-check-in = Added to the check-in of { $day }
quick-says-resting-hr = resting heart rate { $hr }
quick-says-hrv = HRV { $ms } ms
quick-says-weight = weight { $mass }
quick-says-rating = { $name } { $value } ({ $words })
quick-says-fatigue = fatigue
quick-says-stress = stress
quick-says-mood = mood
quick-says-readiness = readiness
quick-says-ill = ill
quick-says-not-ill = not ill
quick-says-travel = travelling
quick-says-no-travel = not travelling
quick-says-note = note “{ $note }”

# What was expected at a place.
quick-near = “{ $word }” is not known here. Did you mean { $near }?
quick-unknown = “{ $word }” is not known here. Write a name from your lists
quick-unknown-how = “{ $word }” is not known here. A new supplement is written with its dose and unit, like { $word } 400 mg
quick-misplaced = “{ $word }” does not belong here. { $takes }
quick-takes-run = A session takes distance, time, pace, rpe, feel, hr, max hr, ascent, a kind like easy, a #tag and a “title”
quick-takes-soreness = Write place, side and score, like calf L 4
quick-takes-sleep = A night takes its length, its times and how it was, like sleep 7h15, 22:40-6:15, q4
quick-takes-body = Write rhr 48, hrv 62, weight 71.4 kg, fatigue 2, stress 3, mood 2, ill or travel
quick-takes-supplement = A supplement takes its dose and a time, like 400 mg 21:30
quick-takes-yes-no = { $habit } is answered with yes or no: its name alone, or no before it
quick-takes-minutes = { $habit } takes its minutes, like 12m, and a time, like 21:30
quick-takes-bath = { $habit } takes minutes, degrees and a time, like 10m 15C 21:30
quick-takes-amount = { $habit } takes an amount in { $unit }, and a time, like 21:30
quick-number-missing = Write a number from { $low } to { $high } after { $name }
quick-mass-missing = Write the weight after it, like 71.4 kg
quick-halves = Effort is a whole number or a half, like 6 or 6.5
quick-bare-in-run = Say what { $number } is, like { $number } { $unit }, { $number } min or rpe { $number }
quick-said-twice = This is said twice. Leave one of the two out
quick-one-day = A part is about one day. Write what was on the other after |
quick-one-time = A part has one time. Write what was at the other after |
quick-no-clock = Write a clock time after it, like at 21:30 or at 9pm
quick-no-note = Write the note after it, like note “felt light”
quick-quote-open = Close the quotation mark
quick-nothing-told = Say what was, like yesterday 18:00 10k 54:30
quick-nothing-denied = Say what was not, like no snack
quick-no-amount-of-nothing = After “no” there is no amount. Leave one of the two out
quick-time-missing = Say when it was, like at 18:00. A time near it will do
quick-start-missing = Say when it began, like at 18:00. A time near it will do
quick-time-to-come = { $time } is still to come. If it was the day before, write yesterday
quick-end-to-come = It would end at { $time }, which is still to come. Check start and time
quick-which-is-start = Which of the two is the start? Write at { $one } or at { $other } for it
quick-kind-of-run = Only a run has a kind. Leave it out
quick-no-sides = This place has no sides. Leave the side out
quick-place-missing = Say which place, like calf L 4

quick-name = Quick entry
quick-name-hint = One line for all there is to record
quick-hint = Like 10.2k 54:30 rpe 6 | calf L 4 | sleep 7h15 | foam roll 12m
quick-records = records { $what } · Enter
quick-records-short = { $n ->
    [one] 1 record · Enter
   *[other] { $n } records · Enter
}
quick-problem = “{ $place }”: { $why }

batch-quick = { $n } records in one line

## Checklist: screen

checklist-after = After the run
checklist-after-kind = After the { $kind }
checklist-ended = Ended { $clock }, { $ago }. { $done } of { $all } steps done.
checklist-close = Put away
checklist-close-name = Put the checklist away
checklist-close-hint = The checklist stays in the journal; what is not done is left open
checklist-close-done = Put the checklist away
checklist-which = Which checklist
checklist-empty-title = No checklist yet
checklist-empty = Record a run, and the checklist guides you through the hours after it.
checklist-empty-run = Your run of { $day } has no checklist yet.
checklist-start = Start the checklist
checklist-from = from { $clock }
checklist-phase = { $phase }: { $over } of { $all } steps over
checklist-phase-from = { $phase } { $when }: { $over } of { $all } steps over
checklist-phase-empty = { $phase }: nothing is asked for
checklist-optional = Optional
checklist-not-for-this = Not for this run ({ $count })
checklist-questions-hint = { $count ->
    [one] One step is closed until you have answered them once
   *[other] { $count } steps are closed until you have answered them once
}
checklist-all-done = That is all for this run
checklist-all-done-text = { $done } of { $all } steps done. What you did is in your journal. Any step can still be pressed in the list.
run-class-told = { $kind }: { $why }
run-class-marathon = It counts like a marathon.
run-class-why-marked = you marked it.
run-class-why-ninety = it took 90 minutes or more.
run-class-why-longest = it was among the longest tenth of your last 90 days.
run-class-why-hard = you felt it at 6 of 10 or more.
run-class-why-light = you felt it at 3 of 10 at most, and it was under 75 minutes.
run-class-why-between = nothing says that it was easy, hard or long.
offer-title = Well run. Start the recovery checklist?
offer-text = Step by step through the next hours, with timers. You can leave it and come back at any time.
offer-later = Not now
key-hint = Key: { $key }
key-space = Space

step-title = { $step }: { $bout }
step-late = late, still possible
step-late-long = Its best time was until { $clock }; it is still possible.
step-past = its time is over
step-past-long = Its time is over. If you did it, note when.
step-open = open
step-optional = optional
step-optional-until = optional, until { $clock }
step-bracket = { $step } ({ $remark })
step-opened = Opened { $ago }
step-opened-foam_rolling = Opened { $ago }: rolling waits 45 minutes after a run
step-beside = Other steps go on meanwhile.
step-get-ready = get ready
step-ready-for = get ready: { $bout }
step-running = { $left } of { $length }
step-running-bout = { $bout }, { $left } of { $length }
step-time-up = time is up
step-paused = paused: { $at }
step-opens = opens at { $clock }
step-opens-in = opens in { $minutes } min, at { $clock }
step-opens-on = opens { $day } at { $clock }
step-unanswered = closed: health questions not answered
step-length-until = { $length }, until { $clock }
step-until = until { $clock }
step-recorded = recorded
step-skipped = skipped
step-skipped-why = skipped: { $why }
step-partly = partly done { $clock }
step-partly-much = { $much }, partly done { $clock }
step-done = done { $clock }
step-done-much = { $much }, done { $clock }
step-finish = Done
step-skip = Skip
step-skip-now = Skip it
step-reopen = Take this back
step-change-noted = Change what was noted
step-start-anyway = Start anyway
step-start-anyway-hint = Starts the timer now, although the step waits or is not asked for
step-answer-questions = Answer the health questions
step-did-it-at = I did it at …
step-did-it-when = When
step-did-it-note = { $day }, { $ago }
step-did-it-before = That was before the end of the run. Write a time after { $clock }
step-note-it = Note it
step-next = Next: { $step }
step-next-then = Next: { $bout }, then { $step }
step-figure = { $muscle } on the body
skip-why = Why?
skip-no-time = No time
skip-not-needed = Not needed today
skip-not-at-hand = Not at hand
skip-hurts = It hurts there
skip-other = Another reason
timer-start = Start
timer-pause = Pause
timer-go-on = Go on
timer-more = 30 s
timer-more-name = 30 seconds more
timer-left = left of { $length }
timer-not-begun = not begun
timer-get-ready = get ready
timer-ready-title = Get ready
timer-ready-for = Get ready: { $bout }
timer-held = paused
timer-held-title = Paused
timer-time-up = time is up
timer-up-title = Time is up
timer-opens = opens
timer-opens-in = opens in { $minutes } min
timer-opens-on = opens { $day }
timer-part = Part { $n } of { $all }, { $left } left in all
timer-parts = { $all } parts, { $length } in all
bout-back = One part back
bout-on = One part on
bout-now = now
bout-done = done
bout-to-come = to come
bout-told = { $name }, { $n } of { $all }, { $state }
reasons-now = Why now
reasons-also = Good to know
reasons-not-yet = Why not yet
reasons-closed = Why it is closed
reasons-left = Why it is left away
reasons-evidence = { $level }. { $finding }
reasons-sources = Sources
tonight-bed = In bed by { $clock } for { $length }
tonight-now = Time for bed; you usually get up at { $wake }
tonight-hint = Counted back from { $wake }, when your last nights usually ended
tonight-unknown = Once three nights have their time of getting up, your bedtime stands here.

fluid-thirst = Nothing was lost: drink to thirst, and no more than that.
fluid-litres = { $hours ->
    [one] You lost { $lost }: drink { $low } to { $high } l over the next hour or more, with salt and food.
   *[other] You lost { $lost }: drink { $low } to { $high } l over the next { $hours } hours or more, with salt and food.
}
food-meal = Your next meal will do.
food-snack = Within the hour: about three parts carbohydrate to one part protein.
food-grams = Within the hour: { $carbs_low } to { $carbs_high } g carbohydrate and { $protein_low } to { $protein_high } g protein.
ratio-fits = { $ratio } : 1, near enough to 3 : 1.
ratio-high = { $ratio } : 1. A little more protein brings it nearer to 3 : 1.
ratio-low = { $ratio } : 1. A little more carbohydrate brings it nearer to 3 : 1.
snack-again-soon = I run again within 24 hours
snack-for-instance = For instance
snack-contains = contains { $list }
snack-fill-in = { $carbs } g / { $protein } g
snack-fill-in-name = Fill in { $carbs } g carbohydrate and { $protein } g protein: { $snack }
snack-portions = { $count } × { $snack }
allergen-milk = milk
allergen-gluten = gluten
allergen-egg = egg
allergen-soy = soy
allergen-peanut = peanut

flags-one = Take care of your { $place }: { $score } of 10
flags-many = Take care of { $count } places
flags-place = { $place }, { $score } of 10. { $why }
flags-when = When to ask for help
help-now = Call for emergency help now
help-now-chest = Chest pain, fainting, or trouble breathing.
help-now-confused = Confusion, vomiting again and again, or a severe headache after drinking a lot.
help-now-heat = Heat illness: very hot, unwell, not thinking clearly.
help-now-back = Back pain with weak legs, or with trouble holding bladder or bowel.
help-today = See a doctor the same day
help-today-urine = Urine as dark as cola.
help-today-swelling = Severe swelling or weakness of a muscle.
help-today-calf = One calf swollen or warm.
help-today-weight = You cannot put weight on the leg.
help-days = See a doctor within days, and stop running until then
help-days-bone = Pain in one spot of a bone, at night, on hopping, or a limp.
help-days-joint = A joint that swells or locks.
help-days-numb = Numbness.
help-days-long = Soreness for more than 7 days, or that does not ease after 72 hours.
help-no-diagnosis = Afterrun cannot diagnose. Soreness is dull, in muscle, on both sides, eases with easy movement and is gone in 3 to 5 days; pain is sharp, in one spot, at a joint or bone, and worse with running.

## Checklist: the twelve tips

phase-now = Now
phase-hour = Next hours
phase-later = Later today
phase-tonight = Tonight
phase-tomorrow = Tomorrow

evidence-moderate = Evidence: moderate
evidence-low = Evidence: low
evidence-very_low = Evidence: very low
evidence-none = Evidence: none found

step-cool_down = Cool down
step-cool_down-why = It lets breath and pulse come down slowly, which guards against feeling faint after a hard finish.
step-cool_down-dose = 5 to 10 minutes, right after the run; 5 are enough after an easy one.
step-cool_down-how = Jog easily, then walk, until you can talk in whole sentences.
step-cool_down-caution = Dizzy or faint? Sit or lie down and drink. Chest pain, confusion or trouble breathing: get help at once.
step-cool_down-evidence = Soreness and the next day's running hardly change with it.

step-hydration = Drink
step-hydration-why = You lost water and salt; your thirst tells you fairly well how much.
step-hydration-dose = Drink to thirst over the next 2 to 4 hours, with some food. No fixed amount.
step-hydration-how = Sip rather than gulp, and stop when you are not thirsty any more.
step-hydration-caution = Drinking far beyond thirst is dangerous, also with sports drinks. If a doctor limits your fluids, keep to that plan.
step-hydration-evidence = Guidelines agree on replacing what was lost; for soreness there is hardly a study.

step-snack = Eat a snack
step-snack-why = Carbohydrate refills your muscles, protein helps to rebuild them. It matters most if you run again within a day.
step-snack-dose = Within an hour after a long or hard run: about three parts carbohydrate to one part protein. After an easy run the next meal will do.
step-snack-how = A banana with yoghurt, bread with egg, milk with cocoa: what you like and digest well.
step-snack-caution = With diabetes or a diet plan, keep to your own. Leave out what you are allergic to.
step-snack-evidence = Refuelling is well studied; that the mix of the snack matters for soreness is not.

step-stretching = Stretch
step-stretching-why = It keeps you supple and is a quiet moment after the run. It hardly changes soreness.
step-stretching-dose = 2 times 30 seconds for each muscle and side, about 8 minutes; gentler and shorter after a long run or race.
step-stretching-how = Ease into a mild pull and hold it still: thighs in front and behind, buttocks, calves.
step-stretching-caution = No bouncing, no pain. Leave out a strained muscle, or one that is already very sore.
step-stretching-evidence = Good trials agree: about 1 to 4 points of 100 less sore, too little to notice.

step-foam_rolling = Foam roll
step-foam_rolling-why = Rolling may ease how sore a muscle feels for a while.
step-foam_rolling-dose = 30 to 60 seconds for each muscle and side, 5 to 10 minutes in all. Wait 45 minutes after the run, and leave a day between sessions.
step-foam_rolling-how = Slow passes over the soft part of the muscle, with a pressure you can breathe through.
step-foam_rolling-caution = Not over joints, bones, spine, neck or the front of the hip, and not over wounds or a fracture. Ask a doctor first with blood thinners or a past clot.
step-foam_rolling-evidence = Small studies: soreness felt about 6 in 100 lower. The day between is caution, not a finding.

step-ice_bath = Cold water
step-ice_bath-why = Cold water can ease soreness a little after a hard or long run. After an easy run it is not needed.
step-ice_bath-dose = 5 minutes at 18 to 20 °C the first times, later up to 10 or 15 minutes at 15 to 16 °C. Never below 10 °C.
step-ice_bath-how = Go in slowly, to the waist at most at first, and warm up gently afterwards.
step-ice_bath-caution = Not with heart or circulation trouble, high blood pressure, Raynaud, cold allergy, numbness, epilepsy, open wounds or in pregnancy; not after alcohol, never alone, never head under. Get out when numb or shivering hard. Not within 4 hours of strength training or a warm bath.
step-ice_bath-evidence = Small studies of low quality: a little less sore. It may hold back gains from strength training.

step-compression = Wear compression
step-compression-why = Compression clothing can make legs feel a little less sore in the next days.
step-compression-dose = 2 to 4 hours, 6 at most. Take it off for the night.
step-compression-how = Put it on dry and without folds: snug, and never painful.
step-compression-caution = Not with artery disease, heart failure, numb skin, a skin infection or a possible clot. Toes numb or blue: take it off.
step-compression-evidence = A dozen small studies: a modest difference in soreness, none in strength.

step-supplements = Note supplements
step-supplements-why = If you take something, noting it lets you look later at what went along with it.
step-supplements-dose = As the label or your doctor says. Afterrun proposes no dose.
step-supplements-how = Note what you took and how much, or that you took none today.
step-supplements-caution = Ask a doctor first with blood thinners, before surgery, with heart, kidney or liver disease, with other medicine or in pregnancy. Mind fish and beef allergies. If you are drug tested, use only certified batches.
step-supplements-evidence = Few and small studies; the differences in soreness are mostly too small to notice.

step-social = Share the run
step-social-why = Talking a run over with others is part of why many of us run. It counts as well-being.
step-social-dose = As long as you like, today or tomorrow.
step-social-how = A call, a message, a meal together, a few words about how it went.
step-social-caution = Only if you feel like it. No names are kept.
step-social-evidence = No study of soreness was found.

step-epsom_soak = Take a warm bath
step-epsom_soak-why = Warmth relaxes and helps you fall asleep: it is the warm water, not magnesium.
step-epsom_soak-dose = 15 to 20 minutes at 37 to 39 °C, 1 to 2 hours before bed. A foot bath will do. Salt is up to you.
step-epsom_soak-how = Test the water by hand, keep a glass of water near, and stand up slowly.
step-epsom_soak-caution = Ask a doctor first in pregnancy, with heart disease, low blood pressure, kidney disease, open wounds or numb feet. Not over 40 °C, not while short of fluids, not within 4 hours of cold water. Never drink the salt water.
step-epsom_soak-evidence = A warm bath before bed shortens falling asleep; nothing was found for soreness, or for magnesium through the skin.

step-mindfulness = Breathe and unwind
step-mindfulness-why = A quiet quarter of an hour helps to let go of the day, and of the run.
step-mindfulness-dose = 5 to 20 minutes, best in the evening.
step-mindfulness-how = Breathe slowly, about six breaths a minute; or gentle yoga, meditation, going over a good run in your mind.
step-mindfulness-caution = Stop if you feel dizzy or distressed. Never hold your breath in water.
step-mindfulness-evidence = Studies of athletes find calmer minds; no study of soreness was found.

step-sleep = Sleep
step-sleep-why = Sleep is when most of the repair is done, and short nights tend to be followed by sorer mornings.
step-sleep-dose = 7 to 9 hours, to bed and up at about your usual times. After a long run or race half an hour more is well spent.
step-sleep-how = Dark, quiet and cool; screens and coffee away in good time. Note the night in the morning.
step-sleep-caution = Poor sleep on three nights a week for months, or loud snoring with pauses: talk to a doctor.
step-sleep-evidence = Short nights and more pain the next day go together in many studies; sleeping longer against soreness is little studied.

step-active_recovery = Move easily
step-active_recovery-why = Easy movement on a day without a run can ease stiff legs and keeps the habit.
step-active_recovery-dose = 20 to 45 minutes, very easy. Keep at least one day in seven for full rest.
step-active_recovery-how = Walk, swim, cycle, or do some yoga, at a pace at which you could sing.
step-active_recovery-caution = Rest instead when ill, feverish or very sore. After a marathon only short walks for two days, and no strength training.
step-active_recovery-evidence = Small studies: a little less sore. No harm was found even two days after a marathon.
step-own-why = A step that you added.
step-own-dose = { $minutes } min
step-own-dose-open = As long as you like.
step-own-caution = Leave it when it hurts or does not feel right.
step-own-evidence = Afterrun has read no studies about it.

## Routines: the checklist as the runner wants it (domain/routine)

routine-for-every_run = Every run
routine-for-easy = Easy runs
routine-for-steady = Steady runs
routine-for-workout = Workouts
routine-for-long = Long runs
routine-for-race = Races
routine-runs = { $runs ->
    [every_run] every run
    [easy] easy runs
    [steady] steady runs
    [workout] workouts
    [long] long runs
    [race] races
   *[other] other runs
}

## Checklist: the rules, by their names in assets/protocol/rules.toml

rule-R0-class = What kind of run it was decides what is asked for: your own mark, else how hard and how long it was.
rule-R0-marathon = A race of 30 km or more, or two and a half hard hours, counts like a marathon.
rule-R0-order = Cool down, drink and eat, stretch; roll after 45 minutes; cold or warm, not both within 4 hours; in the evening unwind, and sleep.
rule-R0-four = Four things at most are asked for at once.
rule-R0-precedence = Safety first, then the kind of run, then what you did lately, then how sore you are, then your own choice.
rule-R0-evidence = Each card says how good the evidence is.
rule-R0-record = What you did is recorded with its time and amount.
rule-R0-answer = Too little of a step counts as done in part.
rule-R0-flag-high = Rated 7 or more.
rule-R0-flag-one_sided = One side has been far sorer than the other for three days.
rule-R0-flag-rising = It is still getting sorer on the third day.
rule-R0-flag-pain = You said that it is pain.
rule-R0-unanswered = Closed until you have answered the health questions once: for a few people this step is not safe.
rule-R0-flag-block = Closed while a part of your legs hurts this much. See the note on when to ask for help.
rule-R0-flag-muscle = What hurts this much is left out.
rule-R0-painkiller = You noted a painkiller near this run. In an 80 km race kidney injury was seen in 52 of 100 with ibuprofen and 34 of 100 without (the difference may be anything from 4 fewer to 41 more). Not while short of fluids, and not with kidney, stomach or heart disease.
rule-R0-masked = A painkiller hides soreness, so ratings with one are left out of comparisons.
rule-R0-easy = Optional: after an easy run the cool-down, a drink and the night are enough.
rule-R0-pinned = It is part of your own checklist for such runs.

rule-R1-start = Now: best begun within two minutes of the end of the run.
rule-R1-short = 5 minutes are enough after an easy run.
rule-R1-long = 10 minutes, as the run was hard.
rule-R1-race = 10 minutes after a race, walking is fine.

rule-R2-fluid_limit = You have a limit on fluids: keep to your own plan. No amount is suggested here.
rule-R2-kidney = With kidney or liver disease, ask your doctor how much to drink and eat after runs.
rule-R2-thirst = Drink to thirst over the next 2 to 4 hours, and never far beyond it.
rule-R2-lost = If you weighed yourself before and after, the loss tells how much to drink.
rule-R2-allergy = Leave out what you are allergic to.
rule-R2-soon = Within the hour: the run was long or hard.
rule-R2-again = Within the hour, as you run again within a day.
rule-R2-meal = The next meal will do after this run.
rule-R2-grams = The grams follow from your body mass and the kind of run.

rule-R3-after = Opens at { $until }, or as soon as the cool-down is over.
rule-R3-gentle = Gently after a long run or a race: 20 seconds once on each side.
rule-R3-sore = Muscles at 6 or more are left out.

rule-R4-wounds = Closed: not with open wounds or a broken bone.
rule-R4-clot = Closed: not with a blood clot, now or before, or a swollen leg. Ask your doctor first.
rule-R4-thinners = With blood thinners ask your doctor first, and roll lightly.
rule-R4-marathon = Closed for a day after so much running, until { $until }.
rule-R4-marathon_better = Better from { $until }: two days of rest for the muscles after so much running.
rule-R4-wait = Opens at { $until }: rolling waits 45 minutes after a run.
rule-R4-recency = You rolled lately: a day of rest between sessions. Opens { $until }.
rule-R4-severe = Muscles at 7 or more are left out.
rule-R4-gentle = Sore muscles gently, and for 20 seconds.
rule-R4-sore = Suggested, as your legs are sore.

rule-R5-heart = Closed: cold water is not safe with a heart condition or high blood pressure.
rule-R5-raynaud = Closed: not with Raynaud or another trouble with cold.
rule-R5-neuropathy = Closed: skin that feels less does not warn of the cold.
rule-R5-pregnancy = Closed in pregnancy.
rule-R5-wounds = Closed: not with open wounds.
rule-R5-epilepsy = Closed: not with epilepsy.
rule-R5-under18 = Under 18: only with an adult beside you.
rule-R5-class = Left away: cold water is for hard and long runs.
rule-R5-sore = Suggested, as your legs are sore.
rule-R5-optional = Optional. It may hold back gains from strength training.
rule-R5-heat = Waits until { $until }: 4 hours after a warm bath.
rule-R5-strength = Waits until { $until }: 4 hours after strength training.
rule-R5-pack = Waits until { $until }: an hour between ice packs.
rule-R5-first = Session { $session }: begin with 5 minutes at 18 to 20 °C.
rule-R5-next = Session { $session }: 8 minutes at 16 to 18 °C.
rule-R5-used = 10 minutes at 15 to 16 °C (60 °F), 15 at most.
rule-R5-floor = Never below 10 °C (50 °F), never alone, not after alcohol.

rule-R6-artery = Closed: not with narrowed arteries.
rule-R6-neuropathy = Closed: skin that feels less does not warn of pressure.
rule-R6-clot = Closed: not with a blood clot, now or before, or a swollen leg. Ask your doctor first.
rule-R6-heart = With a heart condition ask your doctor first.
rule-R6-wounds = Not over wounds or inflamed skin.
rule-R6-easy = Left away after an easy run.
rule-R6-optional = Optional after such a run.
rule-R6-far = Suggested after a long run or a race.
rule-R6-bed = Off at bedtime: not for the night.

rule-R7-ill = Closed: rest while you are ill.
rule-R7-severe = Closed: rest while your legs are this sore.
rule-R7-rest_day = Left away: you run on that day.
rule-R7-relaxed = Full rest instead: { $days } active days in a row. One easy day in seven is part of training.
rule-R7-marathon = Only walking, 30 minutes at most, for two days.
rule-R7-strength = No strength training for two days after a race.
rule-R7-sore = Suggested, as your legs are sore.

rule-R8-heart = Closed: hot baths are not safe with a heart condition.
rule-R8-pregnancy = Closed in pregnancy.
rule-R8-wounds = Closed: not with open wounds.
rule-R8-kidney = Closed: not with kidney or liver disease. Ask your doctor first.
rule-R8-neuropathy = Test the water with your elbow or a thermometer: skin that feels less does not warn of heat.
rule-R8-evening = An hour or two before bed.
rule-R8-dry = Closed until { $until }: first cool off and drink.
rule-R8-cold = Waits until { $until }: 4 hours after cold water.
rule-R8-degrees = 37 to 39 °C, 40 °C at most.

rule-R9-target = In bed at { $bed }, by the time you usually get up.
rule-R9-long = Half an hour more after a long run or a race.
rule-R9-debt = Half an hour more, as you are short of sleep.
rule-R9-screens = Screens away an hour before, coffee many hours before.
rule-R9-poor = Your nights have been short or poor for three months. A doctor can help with that.

rule-R10-no_dose = As on the label, or as your doctor says. No dose is suggested here.
rule-R10-thinners = With blood thinners, or before surgery, ask your doctor before taking omega fatty acids.
rule-R10-heart = With an irregular heartbeat ask your doctor before taking much omega-3.
rule-R10-kidney = With kidney or liver disease ask your doctor before taking amino acids.
rule-R10-pregnancy = In pregnancy ask your doctor first.
rule-R10-allergy = Omega-3 and collagen often come from fish: mind your allergy.
rule-R10-tested = You are drug tested: only batches certified by a third party.
rule-R10-under18 = Under 18: ask a parent or a doctor first.

rule-R11-evening = Best in the evening.
rule-R11-stress = Suggested: today is a stressful day.
rule-R11-race = Suggested after a race.

rule-R12-any = Today or tomorrow, whenever you like.
rule-R12-race = Suggested after a race.
rule-R12-bad_run = Suggested: it was not an easy one.

## Checklist: what is asked about a step

dose-minutes = Minutes
dose-amount = How much
dose-temperature = Temperature
dose-title = What you did
dose-title-to-come = To note
dose-more = More to note
dose-of = { $value } of { $high }
dose-told = { $name } { $value }
dose-one-of = { $field }: { $choice }
dose-from-timer = from the timer
dose-mode = How
dose-mode-jog = Jog
dose-mode-walk = Walk
dose-mode-bike = Bike
dose-mode-bath = Bath
dose-mode-shower = Shower
dose-mode-pack = Ice pack
dose-hr_end = Pulse at the end
dose-to_thirst = Drank to thirst
dose-mass_before = Weight before
dose-mass_after = Weight after
dose-sodium_mg = Sodium
dose-carbs_g = Carbohydrate
dose-protein_g = Protein
dose-muscles = Muscles
dose-muscles-quads = Front of the thigh
dose-muscles-hamstrings = Back of the thigh
dose-muscles-glutes = Buttocks
dose-muscles-calf = Calf
dose-hold_s = Each hold
dose-repeats = On each side
dose-pressure = Pressure
dose-depth = How deep
dose-depth-calves = To the calves
dose-depth-waist = To the waist
dose-depth-chest = To the chest
dose-pack_on = Ice pack on
dose-pack_on-calf = Calf
dose-pack_on-shin = Shin
dose-pack_on-knee = Knee
dose-pack_on-quads = Front of the thigh
dose-pack_on-hamstrings = Back of the thigh
dose-pack_on-achilles = Achilles tendon
dose-pack_on-ankle = Ankle
dose-garment = What
dose-garment-socks = Socks
dose-garment-sleeves = Sleeves
dose-garment-tights = Tights
dose-mmhg = Pressure class
dose-kind = How
dose-kind-talk = Talked it over
dose-kind-meal = Shared a meal
dose-kind-call = Called
dose-kind-message = Wrote
dose-social_minutes = Minutes
dose-with_people = With how many
dose-mood_after = Mood after it, 1 bad to 7 great
dose-soaked = What
dose-soaked-body = Whole body
dose-soaked-feet = Feet
dose-salt_g = Salt
dose-practice = What
dose-practice-breathing = Breathing
dose-practice-meditation = Meditation
dose-practice-visualisation = Visualisation
dose-practice-yoga = Yoga
dose-calm_before = Calm before, 1 not at all to 7 very
dose-calm_after = Calm after, 1 not at all to 7 very
dose-sport = What
dose-sport-walk = Walk
dose-sport-swim = Swim
dose-sport-cycle = Cycle
dose-sport-yoga = Yoga
dose-sport-strength = Strength
dose-effort = Effort, 0 rest to 10 maximal

unit-min = min
unit-bpm = beats/min
unit-mg = mg
unit-g = g
unit-s = s
unit-times = ×
unit-mmhg = mmHg
unit-people = people

stage-easy_jog = Jog easily
stage-slow_jog = Jog slowly
stage-walk = Walk
stage-slow_walk = Walk slowly

run-class-easy = Easy run
run-class-steady = Run
run-class-workout = Workout
run-class-long = Long run
run-class-race = Race

## Checklist: snacks, by assets/protocol/snacks.toml

snack-banana_yoghurt = a large banana with a cup of yoghurt (200 g) and a spoon of honey
snack-cocoa_milk_bread = a glass of cocoa (300 ml milk) and a slice of bread with jam
snack-bread_egg = two slices of bread with an egg
snack-oats_soy = a bowl of oats (50 g) with soy drink and berries
snack-rice_tofu = a bowl of cooked rice (170 g) with tofu (100 g)
snack-potato_quark = two potatoes (250 g) with quark or skyr (100 g)
snack-bagel_peanut = a bagel with peanut butter (20 g)
snack-wrap_beans = a wrap with beans (100 g) and corn

## Journal

journal-views = View of the journal
journal-days = Days
journal-history = History
journal-trash = Trash
journal-find = Find
journal-find-hint = Title, notes, names, tags
journal-shown = Go to a day
journal-empty = Nothing is recorded yet
journal-empty-hint = Record the first run, or import what a watch or a questionnaire has of the past. Every day then stands here.
journal-import = Import files
journal-nothing-found = Nothing matches
journal-nothing-found-hint = No record holds this text in its title, notes, names or tags, or none of the kinds that are switched on.
journal-show-all = Show everything
journal-today = Today, { $day }
journal-show-day = Record something on this day
journal-more = More: { $what }
journal-open = Open
journal-edit = Edit
journal-delete = Delete
journal-versions = Earlier states
journal-add = Record
journal-add-run = Run
journal-add-night = Night
journal-add-soreness = Soreness
journal-add-intake = Supplement
journal-add-practice = Habit
journal-add-check-in = Check-in
journal-add-name = Record on this day: { $what }
journal-kind-activity = Sessions
journal-kind-night = Nights
journal-kind-soreness = Soreness
journal-kind-intake = Supplements
journal-kind-practice = Habits
journal-kind-check_in = Check-ins
journal-kind-checklist = Checklists
journal-day-slept = slept { $length }
journal-day-sore = soreness { $n } of { $top }
journal-day-ran = ran { $far }
journal-slept = Slept { $length }
journal-napped = Nap of { $length }
journal-night = Night
journal-nap = Nap
journal-bed-wake = { $bed } to { $wake }
journal-awakenings =
    { $n ->
        [0] woke never
        [1] woke once
       *[other] woke { $n } times
    }
journal-effort = effort { $n } of 10
journal-felt = felt { $feel }
journal-mean-hr = { $n } bpm
journal-climb = { $n } m climb
journal-pain = pain, not soreness
journal-painkiller = with a painkiller
journal-rated = { $n } of { $top } ({ $words })
journal-not-taken = not taken
journal-not-done = not done
journal-check-in = Check-in
journal-fatigue = fatigue: { $words }
journal-stress = stress: { $words }
journal-mood = mood: { $words }
journal-readiness = readiness { $words }
journal-resting-hr = resting { $n } bpm
journal-hrv = HRV { $n } ms
journal-ill = ill
journal-travel = travelling
journal-checklist = Checklist after the run · { $done } of { $all } done
journal-checklist-unknown = Checklist after the run · { $done } done
journal-step = Step of a checklist: { $name }
journal-outcome-done = done
journal-outcome-partly = partly done
journal-outcome-skipped = skipped
journal-a-habit = Habit: { $name }
journal-a-supplement = Supplement: { $name }
journal-a-routine = Your checklist for { routine-runs }
journal-an-import = Import of { $name }
journal-source-fit = from a watch
journal-source-pmsys = PMSys
journal-source-strava = Strava
journal-source-runkeeper = Runkeeper
journal-source-demo = sample
journal-source-checklist = checklist
journal-moment = { $day }, { $time }
journal-reading = Reading …
journal-close = Close
journal-no-versions = This record has no earlier state.
journal-version = { $at } · change { $n }
journal-before = Before: { $words }
journal-made = It was recorded here.
journal-history-hint = Everything that was done, newest first. The newest change can be undone here, with Ctrl+Z, or in the rail.
journal-history-empty = Nothing was changed yet.
journal-undone = Taken back: { $what }
journal-redone = Done again: { $what }
journal-reversed = taken back since
journal-count-activity =
    { $n ->
        [one] { $n } session
       *[other] { $n } sessions
    }
journal-count-night =
    { $n ->
        [one] { $n } night
       *[other] { $n } nights
    }
journal-count-soreness =
    { $n ->
        [one] { $n } soreness rating
       *[other] { $n } soreness ratings
    }
journal-count-intake =
    { $n ->
        [one] { $n } supplement entry
       *[other] { $n } supplement entries
    }
journal-count-practice =
    { $n ->
        [one] { $n } habit entry
       *[other] { $n } habit entries
    }
journal-count-check-in =
    { $n ->
        [one] { $n } check-in
       *[other] { $n } check-ins
    }
journal-count-checklist =
    { $n ->
        [one] { $n } checklist
       *[other] { $n } checklists
    }
journal-count-step =
    { $n ->
        [one] { $n } step
       *[other] { $n } steps
    }
journal-count-habit =
    { $n ->
        [one] { $n } kind of habit
       *[other] { $n } kinds of habit
    }
journal-count-supplement =
    { $n ->
        [one] { $n } kind of supplement
       *[other] { $n } kinds of supplement
    }
journal-count-routine =
    { $n ->
        [one] { $n } checklist of your own
       *[other] { $n } checklists of your own
    }
journal-count-file =
    { $n ->
        [one] { $n } file
       *[other] { $n } files
    }
journal-trash-empty = The trash is empty. What is deleted comes here first, and can be taken back.
journal-trash-hint = Deleted records are in no chart and no export. They stay here until the trash is emptied.
journal-trash-empty-it = Empty the trash…
journal-trash-of = of { $day }
journal-trash-deleted = deleted { $at }
journal-restore = Restore
journal-restore-name = Restore { $what }
journal-trash-ask =
    { $n ->
        [one] Delete this record for good?
       *[other] Delete { $n } records for good?
    }
journal-trash-ask-hint = This cannot be undone, not even with undo.
journal-trash-keep = Keep them
journal-trash-gone = Delete for good

# The calendar
calendar-year-back = A year back
calendar-month-back = A month back
calendar-month-on = A month on
calendar-year-on = A year on

## Trends

trends-sections = Sections
trends-section-sleep-and-soreness = Sleep and soreness
trends-section-over-time = Over time
trends-section-body = Body
trends-section-calendar = Calendar
trends-section-load = Load
trends-section-sleep = Sleep
trends-section-habits = Habits
trends-section-supplements = Supplements
trends-range = Range
trends-range-4-weeks = 4 weeks
trends-range-3-months = 3 months
trends-range-1-year = 1 year
trends-range-all = All
trends-range-days = Choose…
trends-range-from = From { $day }
trends-range-to = To { $day }
trends-show-all = Show all days
trends-under-way = Being made…
trends-empty-title = Nothing to draw yet
trends-empty = This place draws what you record: how sore you are, how you sleep, how hard you run, and what you do to recover. Two weeks of mornings and nights already make a picture. Begin with last night.
trends-pair-x = From left to right
trends-pair-y = Upwards
trends-pair-across = Across: { $what }
trends-pair-up = Upwards: { $what }
trends-pair-swap = Swap the axes
trends-pair-lag = Which day: { $what }
trends-pair-before = Day before
trends-pair-same = Same day
trends-pair-after = Day after
trends-pair-by-load = Colour by yesterday’s load
trends-measure = Colour the days by
trends-measure-soreness = Soreness
trends-measure-load = Load
trends-measure-sleep = Sleep
trends-year = Year
trends-habit = Habit
trends-supplement = Supplement
trends-day = The day you pressed
trends-day-before = The day before
trends-day-hint = Press a day to read it here, with the day before beside it.
trends-day-open = Open in the journal
trends-day-open-named = Open { $day } in the journal
trends-journal-title = In your journal
trends-aside-title = In the days shown
trends-hollow-dot = The hollow dot is the plain difference of averages, in points; the filled one, with its 95 % interval, compares like with like.
chart-menu = Picture and numbers of “{ $question }”
chart-copy = Copy picture
chart-copy-rows = Copy the rows
rows-copy = Copy these rows
rows-copied = The rows are on the clipboard
chart-save-png = Save as PNG
chart-save-svg = Save as SVG
chart-save-csv = Save numbers as CSV
chart-show-numbers = Show the numbers
chart-numbers-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}. An empty place was not recorded.
chart-numbers-close = Close the numbers
have-need = { $have } of { $need }

chart-failed = This chart could not be made: the program made a mistake. The journal is as it was.
chart-day = { $day } { $month } { $year }
chart-day-month = { $day } { $month }
chart-month-year = { $month } { $year }
chart-days = { $first } to { $last }
chart-under-hours = under { $h } h
chart-not-recorded = not recorded
chart-mean-of = { $mean } on average ({ $n ->
    [one] 1 day
   *[other] { $n } days
})
chart-story-sleep = Slept: { $what }
chart-story-soreness = Soreness: { $what }
chart-story-load = Load: { $load } AU
chart-story-load-unknown = Load: not known, an effort is missing
chart-story-rest = No training
chart-story-session = { $what }: { $parts }
chart-story-race = { $race }, { $title }
chart-story-more-sessions = { $session }, and { $n ->
    [one] 1 more session
   *[other] { $n } more sessions
}
chart-story-done = Done: { $list }
chart-story-done-more = Done: { $list } and { $n } more
chart-story-partly = { $what } (partly)
chart-story-ill = Ill
chart-story-travel = Travelling
chart-story-ill-travel = Ill, and travelling
chart-story-note = Note: { $note }
chart-score = { $score }, { $word }
chart-scale-nrs = 0 none to 10 worst
chart-scale-five = 1 good to 5 bad
chart-scale-hooper = 1 good to 7 bad
chart-scale-intervals = 1 good to 4 bad
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

## Charts: one series by another

pair-question-short = Are sore mornings short nights?
pair-question-reverse = The other way round: do sore mornings come before short nights?
pair-question = { $series ->
    [sleep] Do { $y } go
   *[other] Does { $y } go
} with { $x } { $when }?
series-sleep = hours slept
series-sleep-quality = sleep quality
series-soreness = soreness
series-load = training load
series-distance = distance run
series-fatigue = tiredness
series-stress = stress
series-mood = mood
pair-grows-sleep = longer
pair-grows-sleep-quality = better
pair-grows-soreness = sorer
pair-grows-load = more
pair-grows-distance = further
pair-grows-fatigue = more tired
pair-grows-stress = more stressed
pair-grows-mood = better
pair-upwards = { $what }, { $grows } upwards
pair-rightwards = { $what }, { $grows } to the right
pair-more-sleep = the longer the sleep
pair-more-sleep-quality = the better the sleep
pair-more-soreness = the more soreness
pair-more-load = the more training load
pair-more-distance = the longer the distance run
pair-more-fatigue = the more tiredness
pair-more-stress = the more stress
pair-more-mood = the better the mood
pair-less-sleep = the shorter the sleep
pair-less-sleep-quality = the poorer the sleep
pair-less-soreness = the less soreness
pair-less-load = the less training load
pair-less-distance = the shorter the distance run
pair-less-fatigue = the less tiredness
pair-less-stress = the less stress
pair-less-mood = the lower the mood
pair-night-same = that night
pair-night-before = { $n ->
    [one] the night before
   *[other] { $n } nights before
}
pair-night-after = { $n ->
    [one] the night after
   *[other] { $n } nights after
}
pair-morning-same = that morning
pair-morning-before = { $n ->
    [one] the morning before
   *[other] { $n } mornings before
}
pair-morning-after = { $n ->
    [one] the morning after
   *[other] { $n } mornings after
}
pair-day-same = that day
pair-day-later = later that day
pair-day-before = { $n ->
    [one] the day before
   *[other] { $n } days before
}
pair-day-after = { $n ->
    [one] the day after
   *[other] { $n } days after
}
pair-count-night = { $n ->
    [one] 1 night
   *[other] { $n } nights
}

## Insights

insights-outcome = Soreness of
insights-next = Next morning
insights-two = Next two mornings
insights-empty-title = Nothing to compare yet
insights-empty = This place compares your own days: what you did or took, how you slept, and how sore the next morning was. It needs about six weeks of mornings, and days with a habit as well as days without it. Begin with this morning.
insights-none-yet = Nothing can be compared yet
insights-none-why = A comparison needs about 40 mornings that were rated after a day of which enough is known, among them 10 days with a habit and 10 without it. All there is to do is to go on recording.
insights-nothing = Nothing stands out
insights-stand-out = { $n ->
    [one] { $names } stands out
   *[other] { $names } stand out
}
insights-many = { $n } things stand out
insights-counts = Looked at { $n }: { $parts }.
insights-n-clear = { $n } clear
insights-n-possible = { $n } that may be chance
insights-n-unclear = { $n } without a clear difference
insights-n-refused = { $n } that cannot be told yet
insights-nearest = Closest to an answer: { $name }, { $needed }.
insights-copy = Copy as a table
insights-list = One by one
insights-never = Never recorded
insights-never-names = { $names }. To look at one, record it on the days with it and answer no on the days without it.
insights-all = All { $n }
insights-level = { $level } { $n }
insights-details = Numbers and method
insights-details-of = Numbers and method of { $name }
insights-days = Its { $n } days
insights-days-of = Show the { $n } days behind { $name }
insights-more = What would tell more
insights-more-contrast = { $side ->
    [with] More days with it; more days without it would not.
   *[without] More days without it; more days with it would not.
}
insights-more-apart = Days with the one and without the other.
insights-need-mornings = Mornings of which enough is known
insights-need-with = Days with it
insights-need-without = Days without it
insights-need-short = Nights under 7 h
insights-need-long = Nights of 7 h or more
insights-need-point = Days like these to notice a full point, about
insights-periods = Periods in Trends
insights-periods-of = { $words }: { $name }
insights-days-title = Days behind “{ $name }”
insights-days-note = { $with } with and { $without } without, the newest first. Press one to open it in the journal.
insights-nights-note = { $n } nights, the newest first. Press one to open it in the journal.
insights-days-day = Day
insights-days-slept = Slept
insights-days-that-morning = Soreness that morning
insights-days-morning-before = Soreness the morning before
insights-days-next = Soreness the next morning
insights-days-next-two = Soreness, mean of the next two mornings
insights-days-load = Load that day
insights-days-load-before = Load the day before
insights-days-with = with
insights-days-without = without
# Numbers and method: what a line is, and the line.
insights-fact-compared = Compared
insights-compared-days = Soreness { $outcome ->
    [next_two_mornings] of the next two mornings (their mean)
   *[next_morning] of the next morning
}: { $with } { $days ->
    [run] run days
   *[all] days
} with it, { $without } without it, { $range }
insights-compared-short = Soreness of the morning the night ended: { $with } nights under 7 h, { $without } others, { $range }
insights-compared-nights = Soreness of the morning the night ended: { $n } nights, { $range }
insights-fact-model = Model
insights-model-days = soreness = a + d × done + what is allowed for, by least squares; done is 1 or 0, and d is the estimate
insights-model-short = soreness = a + d × short + what is allowed for, by least squares; short is 1 or 0, and d is the estimate
insights-model-hours = soreness = a + d × hours slept + what is allowed for, by least squares; d is the estimate
insights-fact-allowed = Allowed for
insights-fact-dropped = Left out
column-constant = the constant
column-load = { $days ->
    [0] load that day
    [1] load the day before
   *[other] load { $days } days before
}
column-soreness = { $days ->
    [0] soreness that morning
   *[other] soreness the morning before
}
column-sleep = { $days ->
    [0] hours slept the night before
   *[other] hours slept the night before that
}
column-day-before = whether it was done the day before
column-others = { $days ->
    [0] the share of other habits done that day
   *[other] the share of habits done the day before
}
column-weekday = the day of the week
column-trend = the time that passed
insights-fact-estimate = Estimate
insights-estimate = { $value } { $points }; above 0 is sorer
insights-estimate-hour = { $value } { $points } for each hour more; above 0 is sorer
insights-interval = { $value } ({ $lower } to { $upper })
insights-fact-interval = Its 95 % interval
insights-interval-how = estimate ± t × standard error, by the standard error below that makes it wider
insights-fact-hc3 = Standard error, HC3
insights-fact-ewc = Standard error, EWC
insights-spread = { $se }, { $df } degrees of freedom
insights-fact-p = p
insights-p = { $p }; { $p_bh } with all { $asked } comparisons counted (Benjamini and Hochberg)
insights-p-small = less than 0.001
insights-fact-noticed = Could be noticed
insights-noticed = a difference of { $size } { $points } or more (1.4 × half the interval)
insights-fact-inflation = Variance inflation
insights-fact-standardised = Estimate in standard deviations
insights-fact-dose = By its length
insights-fact-averages = Plain averages
insights-averages = { $with } after { $n_with } with it (median { $with_median }), { $without } after { $n_without } without it (median { $without_median }); difference { $difference }, above 0 is sorer; the interval draws whole weeks again
insights-fact-placebo = Morning before
insights-placebo = { $value }, p { $p }: the same comparison for the soreness before it was done
insights-fact-missing = Not rated
insights-missing = { $with } % of the mornings after days with it, { $without } % after days without it

}
pair-count-morning = { $n ->
    [one] 1 morning
   *[other] { $n } mornings
}
pair-count-day = { $n ->
    [one] 1 day
   *[other] { $n } days
}
pair-counts-night = Nights
pair-counts-morning = Mornings
pair-counts-day = Days
pair-scale = from { $least } to { $most }
pair-scale-end = { $number } { $word }
pair-in-load = in AU (effort × minutes)
pair-in-distance = in { $unit }
pair-load = { $load } AU
pair-axis-unit = { $what }, { $unit }
pair-axis-load-unit = AU
pair-what-when = { $what } { $when }
pair-subtitle = { $count } with both, { $span }. { $y }, by { $x }.
pair-summary = { $question } A dot for each of { $count }, { $span }. { $y }, by { $x }. { $sentence }
pair-summary-group = { $group }: { $mean } on average ({ $n }).
pair-short-none = There is no clear pattern between hours slept and soreness in these { $n } mornings.
pair-short-faint-sorer = After shorter nights these { $n } mornings were slightly sorer, with much overlap.
pair-short-faint-less = After shorter nights these { $n } mornings were slightly less sore, with much overlap.
pair-short-moderate-sorer = After shorter nights these { $n } mornings tended to be sorer.
pair-short-moderate-less = After shorter nights these { $n } mornings tended to be less sore.
pair-short-strong-sorer = After shorter nights these { $n } mornings were mostly sorer.
pair-short-strong-less = After shorter nights these { $n } mornings were mostly less sore.
pair-lean-none = In these { $count } there is no clear pattern between { $x } { $when } and { $y }.
pair-lean-faint = In these { $count }, slightly and with much overlap: { $more } { $when }, { $other }.
pair-lean-moderate = In these { $count }, as a tendency: { $more } { $when }, { $other }.
pair-lean-strong = In these { $count }, for the most part: { $more } { $when }, { $other }.
pair-constant = In these { $count } one of the two never changed, so they cannot be compared.
pair-rho = Rank correlation, Spearman’s ρ: { $rho } (+1: { $more }, { $other }; −1: the other way round).
pair-line = Line: the middle of the dots. Band: its uncertainty at each place, 95 %.
pair-crowded = Of more than { $most } equal answers only so many are drawn.
pair-left-out = Left out: { $list }.
pair-left-other-scale = { $count } on another scale
pair-left-without = { $count } without { $what }
pair-mean-of = Mean { $what }
pair-group-short = Under { $h } h of sleep
pair-group-enough = { $h } h and more
pair-group-none = { $what }: none
pair-group-up-to = { $what } up to { $high }
pair-group-under = { $what } under { $high }
pair-group-between = Over { $low } to { $high }
pair-group-over = Over { $low }
pair-group-from = { $low } and more
pair-zone-short = under { $h } h: { $count }
pair-zone-enough = { $h } h and more: { $n }
pair-load-before = Load the day before:
pair-load-none = none ({ $n })
pair-load-up-to = up to { $high } ({ $n })
pair-load-under = under { $high } ({ $n })
pair-load-between = over { $low } to { $high } ({ $n })
pair-load-over = over { $low } ({ $n })
pair-load-from = { $low } and more ({ $n })
pair-load-unknown = not known ({ $n })
pair-load-all = { $load } ({ $n })
pair-story = { $what }: { $value }
pair-same = Both axes show the same. Choose another series for one of them, or another day.
pair-too-little = Both must be known on at least { $need } days to be set against each other; here they are on { $have }. { $hint }
pair-hint-sleep = Record how long you slept.
pair-hint-sleep-quality = Record how you slept.
pair-hint-soreness = Rate your soreness in the morning.
pair-hint-load = Record sessions with their time and effort.
pair-hint-distance = Record runs with their distance.
pair-hint-fatigue = Say in the morning how tired you are.
pair-hint-stress = Say in the morning how stressed you are.
pair-hint-mood = Say in the morning how your mood is.

## Charts as files (charts/picture, cli/chart)

cli-chart = Draw a chart into a file, or write its rows
cli-chart-name = Which chart
cli-chart-out = The file: its ending says what it becomes, .svg, .png or .csv for the rows
cli-chart-dark = In the dark theme's colours
cli-chart-x = soreness-against-sleep: what stands along the bottom
cli-chart-y = soreness-against-sleep: what stands along the side
cli-chart-lag = soreness-against-sleep: how many days later the side is than the bottom; below zero, earlier
cli-chart-by-load = soreness-against-sleep: colour the dots by the load of the day before
cli-chart-measure = calendar: what its days are coloured by
cli-chart-year = calendar: which year; the last one if not given
cli-chart-region = body charts: which region; the one most often sore if not given
cli-chart-habit = habit-minutes: which habit; the one most often done if not given
cli-chart-supplement = supplements: which one; the one most often taken if not given
cli-chart-bad-ending = name a file that ends in .svg, .png or .csv
cli-chart-unknown = There is no “{ $name }” in this journal, and nothing was written. It has: { $known }
cli-chart-too-little = { $question } { $why }
cli-chart-written = Wrote the chart: { $path }

picture-not-drawn = The image could not be drawn, and no file was written. Save the chart as SVG instead.

## Charts: a year at a glance

chart-au = { $au } AU
chart-au-a-day = { $au } AU a day
calendar-soreness-question = Which mornings of { $year } were sore?
calendar-load-question = When was training hard in { $year }?
calendar-sleep-question = Which nights of { $year } were short?
calendar-soreness-subtitle = { $n } of { $days } mornings rated, { $scale }. The stronger the colour, the sorer.
calendar-load-subtitle = { $n } of { $days } days known, load in AU: effort of 0 to 10 times minutes. The stronger the colour, the more.
calendar-sleep-subtitle = { $n } of { $days } nights known, hours slept. The stronger the colour, the shorter.
calendar-summary = The days of { $year }, week by week. { $subtitle } { $mean } on average; { $peak } on { $day }. { $races ->
    [0] No races.
    [one] 1 race.
   *[other] { $races } races.
}
calendar-note-scale = { $n ->
    [one] 1 morning was rated on another scale and is
   *[other] { $n } mornings were rated on another scale and are
} left empty.
calendar-load-note = A day with something recorded and no training has a load of 0.
calendar-sleep-note = Nights under { $h } h stand out. Naps are not counted.
calendar-end = { $score } { $word }
calendar-load-low = 0
calendar-load-high = { $au } AU and more
calendar-sleep-high = { $h } h and more
calendar-sleep-low = { $h } h and less
calendar-race = race
calendar-soreness-too-little = No morning of { $year } has a soreness rating. It takes one; rate your soreness in the morning check.
calendar-load-too-little = Of no day of { $year } the load is known. It takes one; give a run its effort from 0 to 10.
calendar-sleep-too-little = Of no night of { $year } the hours are known. It takes one; record your nights.

## Charts: findings (charts/forest)

forest-question-next = What went with more or less soreness the next morning?
forest-question-two = What went with more or less soreness on the next two mornings?
forest-too-little = Nothing can be compared yet. A comparison needs about 40 mornings that were rated after a day of which enough is known, among them 10 days with a habit and 10 without it.
forest-subtitle = { $n ->
    [one] { $n } comparison
   *[other] { $n } comparisons
}, { $range }. Difference in { $points } of soreness ({ $direction }).
forest-note = Compared are days alike in load, in soreness before and, where enough nights are known, in sleep. Where a line crosses the middle, there may be no difference. These are patterns in a log, not proof of cause.
forest-summary = { $n ->
    [one] { $n } comparison of soreness
   *[other] { $n } comparisons of soreness
}, each with and without.
forest-summary-level = { $level }: { $names }.
forest-story = { $name }: { $level }
forest-less = points less sore
forest-none = no difference
forest-more = points sorer
forest-with = with
forest-without = without
forest-sides = { $with } with, { $without } without
forest-nights = { $n } nights
forest-legend-estimate = comparable days, with 95 % interval
forest-legend-raw = plain averages
forest-never = Never recorded: { $names }.
forest-refused = Not enough to tell yet
# What is missing, in a few words beside a name.
forest-no-contrast = done on { $did } of { $all } days: nothing to compare with
forest-nights-alike = { $did } of { $all } nights were under 7 h: nothing to compare with
forest-nights-same = all nights were equally long
forest-same-soreness = soreness was the same on all mornings
forest-one-stretch = done in one long stretch
forest-together = goes together with { $with }
forest-together-rest = goes together with the rest of your days
forest-period = taken for weeks: compare periods

## Findings (analysis/findings)

finding-sleep-hours = Each hour of sleep
finding-short-night = Nights under 7 h
# Points of the scale that soreness is told on.
finding-points = points
finding-points-of = points of your { $low } to { $high } scale
# A size that would be rounded to 0.0.
finding-tiny = less than 0.1

# One sentence for what was found. $way: down is less sore, up is sorer.
finding-next = In your journal, { $days ->
    [run] run days with { $name } were followed by soreness { $size } { $points } { $way ->
        [down] lower
       *[up] higher
    } than comparable run days without it
   *[all] days with { $name } were followed by soreness { $size } { $points } { $way ->
        [down] lower
       *[up] higher
    } than comparable days without it
    } (95 % interval { $interval }; { $with } vs { $without } days), { $sleep ->
    [known] after allowing for how hard you ran, how sore you already were, and sleep.
   *[unknown] after allowing for how hard you ran and how sore you already were.
    }
finding-next-two = In your journal, soreness on the two mornings after { $days ->
    [run] run days with { $name } was { $size } { $points } { $way ->
        [down] lower
       *[up] higher
    } than after comparable run days without it
   *[all] days with { $name } was { $size } { $points } { $way ->
        [down] lower
       *[up] higher
    } than after comparable days without it
    } (95 % interval { $interval }; { $with } vs { $without } days), { $sleep ->
    [known] after allowing for how hard you ran, how sore you already were, and sleep.
   *[unknown] after allowing for how hard you ran and how sore you already were.
    }
finding-nights = In your journal, mornings after less than 7 h of sleep were { $size } { $points } { $way ->
    [down] less sore
   *[up] sorer
    } (95 % interval { $interval }; { $with } vs { $without } nights).
finding-hour = In your journal, each hour more of sleep went with soreness { $size } { $points } { $way ->
    [down] lower
   *[up] higher
    } that morning (95 % interval { $interval }; { $n } nights).
# After the sentence about short nights.
finding-per-hour = Each hour more of sleep went with { $size } { $points } { $way ->
    [down] less
   *[up] more
    } ({ $interval }).
# By the minutes of a habit. $unit: minutes, hour.
finding-dose = In your journal, each { $unit ->
    [hour] hour
   *[minutes] 5 min
    } more of { $name } went with soreness { $size } { $points } { $way ->
    [down] lower
   *[up] higher
    } the next morning (95 % interval { $interval }; { $n } days).
finding-dose-unclear = No clear difference by how long you do it: for each { $unit ->
    [hour] hour
   *[minutes] 5 min
    } more of { $name }, the data fit anything from { $low } to { $high } ({ $n } days).
finding-interval-down = { $near }–{ $far } lower
finding-interval-up = { $near }–{ $far } higher
finding-lower = { $size } lower
finding-higher = { $size } higher
finding-chance = This may be chance: you are looking at { $asked } comparisons at once.

# Where the interval holds both sides. $low and $high: “0.9 lower”, “0.6 higher”.
finding-unclear-next = No clear difference the next morning with { $name }: the data fit anything from { $low } to { $high } ({ $with } vs { $without } days).
finding-unclear-two = No clear difference on the next two mornings with { $name }: the data fit anything from { $low } to { $high } ({ $with } vs { $without } days).
finding-unclear-nights = No clear difference after nights under 7 h: the data fit anything from { $low } to { $high } ({ $with } vs { $without } nights).
finding-unclear-hour = No clear difference by the hour of sleep: for each hour more, the data fit anything from { $low } to { $high } ({ $n } nights).
finding-unlikely = A difference of a full point or more is unlikely.
finding-noticed = Only a difference of { $size } { $points } or more could have been noticed.

# Why there is nothing to say yet.
finding-too-few = Too little is known yet to say anything about { $name }: about { $more } more logged { $more ->
    [one] morning is
   *[other] mornings are
    } needed.
finding-arm = To compare days with and without { $name }, log { $side ->
    [with] it on about { $with } more { $with ->
        [one] day
       *[other] days
    }.
    [without] about { $without } more { $without ->
        [one] day
       *[other] days
    } without it.
   *[both] about { $with } more { $with ->
        [one] day
       *[other] days
    } with it and { $without } more without it.
    }
finding-arm-nights = To compare short nights with others, { $side ->
    [with] about { $with } more { $with ->
        [one] night under 7 h is
       *[other] nights under 7 h are
    } needed.
    [without] about { $without } more { $without ->
        [one] night of 7 h or more is
       *[other] nights of 7 h or more are
    } needed.
   *[both] about { $with } more { $with ->
        [one] night
       *[other] nights
    } under 7 h and { $without } more of 7 h or more are needed.
    }
finding-almost-always = You do this almost always: { $name } on { $did } of { $all } { $days ->
    [run] run days
   *[all] days
    }. There is too little to compare it with.
finding-almost-never = You do this almost never: { $name } on { $did } of { $all } { $days ->
    [run] run days
   *[all] days
    }. There is too little to compare it with.
finding-nights-alike = { $did } of your { $all } nights were under 7 h. There is too little to compare them with.
finding-nights-same = Your nights were all equally long, so there is nothing to compare.
finding-same-soreness = Your soreness was the same on all { $n } mornings, so there is nothing to compare.
finding-stretch = You did this in one long stretch: { $name } began or ended only { $switches ->
    [one] once
   *[other] { $switches } times
    }. It cannot be told from what else was different then; an experiment could tell.
finding-stretch-nights = Your short nights came in one long stretch and began or ended only { $switches ->
    [one] once
   *[other] { $switches } times
    }. They cannot be told from what else was different then.
finding-together = { $name } goes so closely with { $with } that the two cannot be told apart.
finding-period = { $name } is taken for weeks on end, so single days with and without it say little. Only whole periods can be compared.

# What is missing, in a few words.
finding-need-mornings = about { $n } more { $n ->
    [one] morning
   *[other] mornings
}
finding-need-with = about { $n } more { $n ->
    [one] day
   *[other] days
} with it
finding-need-without = about { $n } more { $n ->
    [one] day
   *[other] days
} without it
finding-need-short = about { $n } more { $n ->
    [one] night
   *[other] nights
} under 7 h
finding-need-long = about { $n } more { $n ->
    [one] night
   *[other] nights
} of 7 h or more

# What a habit goes together with, within a sentence.
finding-with-load = how hard you trained that day
finding-with-load-before = how hard you had trained on the days before
finding-with-soreness = how sore you were that morning
finding-with-soreness-before = how sore you were the morning before
finding-with-sleep = how long you had slept
finding-with-day-before = whether you did it the day before
finding-with-others = your other habits
finding-with-weekday = the day of the week
finding-with-trend = the time that passed
finding-with-rest = the rest of your days

# What makes a finding less sure, and what else there is to know about it.
finding-raw-harder = Raw averages look { $look ->
    [worse] worse
   *[better] better
    }, because you do this { $days ->
    [run] after { $load ->
        [harder] harder
       *[easier] easier
    } runs
   *[all] on { $load ->
        [harder] harder
       *[easier] easier
    } days
    }.
finding-raw = Raw averages look { $look ->
    [worse] worse
   *[better] better
    }; they leave out what else was different on those days.
finding-placebo = On days you did this you had woken up { $size } { $points } { $way ->
    [down] fresher
   *[up] sorer
    }, before you did it.
finding-placebo-large = That is as large as the difference afterwards, so it may have been there all along.
finding-missing = You rate the next morning less often after days { $side ->
    [with] with it
   *[without] without it
    }: { $share } % are missing, against { $other } %.
finding-stale = Only the last 24 months are used.
finding-without-sleep = Sleep is not allowed for: too few nights are known.
finding-reminder = This is a pattern in your log, not proof of cause. To find out, run an experiment.

# How sure a finding is, in a word.
finding-level-clear = Clear
finding-level-possible = May be chance
finding-level-unclear = No clear difference
finding-level-refused = Not enough yet
finding-level-period = Weeks, not days

## Charts: one series by another

pair-lean-sleep-faint-less = After shorter nights these { $n } mornings were slightly less sore, with much overlap.
pair-lean-sleep-faint-sorer = After shorter nights these { $n } mornings were slightly sorer, with much overlap.
pair-lean-sleep-moderate-less = After shorter nights these { $n } mornings tended to be less sore.
pair-lean-sleep-moderate-sorer = After shorter nights these { $n } mornings tended to be sorer.
pair-lean-sleep-none = There is no clear pattern between hours slept and soreness in these { $n } mornings.
pair-lean-sleep-strong-less = After shorter nights these { $n } mornings were mostly less sore.
pair-lean-sleep-strong-sorer = After shorter nights these { $n } mornings were mostly sorer.
## Charts: one series by another

## Charts: the course of days

time-question = How did soreness, sleep, load and habits go over time?
time-counts = { $mornings ->
    [one] 1 morning
   *[other] { $mornings } mornings
} with soreness, { $nights ->
    [one] 1 night
   *[other] { $nights } nights
}, { $days ->
    [one] 1 day
   *[other] { $days } days
} of known load, { $span }.
time-scale = Soreness from { $scale }, sorer upwards.
time-panel-soreness = Soreness, sorer upwards
time-panel-sleep = Hours slept, nights under { $h } h in full colour
time-panel-load = Load a day, AU (effort × minutes)
time-row-runs = Runs
time-row-notes = Notes
time-row-ill = Ill
time-row-travel = Travelling
time-gaps = Where nothing was recorded there is a gap.
time-line = Dots: each morning. Line: the mean of seven days of which at least four are known; dashes bridge gaps of up to two days.
time-bundles = Every { $days } days are one step: the mean of what is known of them, and a paler band from the least to the most.
time-unknown-load = Outlined: a session whose load is not known.
time-shaded = Shaded: ill or travelling.
time-used = Marks: tall where it was done, half where partly, a low line where not, nothing where not recorded.
time-used-bundles = Marks: the taller, the larger the part of the known days on which it was done.
time-more-used = { $n ->
    [one] 1 other habit or supplement was used less.
   *[other] { $n } other habits and supplements were used less.
}
time-other-scale = { $n ->
    [one] 1 morning was rated on another scale and is left out.
   *[other] { $n } mornings were rated on another scale and are left out.
}
time-soreness-name = Soreness, { $n ->
    [one] 1 morning
   *[other] { $n } mornings
}, { $span }: { $mean } on average, { $low } to { $high }, on a scale from { $scale }, sorer upwards.
time-sleep-name = Hours slept, { $n ->
    [one] 1 night
   *[other] { $n } nights
}: { $mean } on average, { $low } to { $high }, { $short } of them under { $h } h.
time-load-name = Load, { $n ->
    [one] 1 day
   *[other] { $n } days
}: { $mean } AU a day on average, { $high } AU at most.
time-runs-name = { $n ->
    [one] 1 day with a run.
   *[other] { $n } days with a run.
}
time-races-name = { $n ->
    [one] 1 race: { $names }.
   *[other] { $n } races: { $names }.
}
time-races-more = { $names } and { $n } more
time-races = { $n } races
time-used-name = { $what }: { $done } of { $known } known days.
time-story-load = Load a day: { $what }
time-story-runs = { $n ->
    [one] 1 day with a run
   *[other] { $n } days with a run
}
time-story-notes = { $n ->
    [one] 1 day with a note
   *[other] { $n } days with a note
}
time-known = { $mean }, { $low } to { $high } ({ $n ->
    [one] 1 day
   *[other] { $n } days
})
time-too-little = A course of days needs at least { $need } days with something recorded; here there are { $have }. Record nights, sessions, or how the morning feels.

## Charts: load

sessions-question = How hard were my runs?
sessions-subtitle = { $n ->
    [one] 1 run with an effort
   *[other] { $n } runs with an effort
}, { $span }.
sessions-effort-axis = How hard the whole run was, 0 rest to 10 maximal
sessions-effort-rest = 0 rest
sessions-effort-maximal = 10 maximal
sessions-load-axis = Load of the run in AU, effort times minutes
sessions-legend = { $kind } ({ $n })
sessions-no-kind = No kind given
sessions-of-kind = { $kind }: { $n }, effort { $mean } on average
sessions-summary = Effort and load of each run over time. { $subtitle } { $kinds }.
sessions-note = Effort is what you answered for the whole run. AU are arbitrary units: 40 minutes at effort 3 are 120 AU.
sessions-without = { $n ->
    [one] 1 run without an effort is not drawn.
   *[other] { $n } runs without an effort are not drawn.
}
sessions-without-load = { $n ->
    [one] 1 run has no duration and so no load.
   *[other] { $n } runs have no duration and so no load.
}
sessions-too-little = No run in this range has an effort{ $n ->
    [0] {""}
    [one] ; 1 run has none
   *[other] ; { $n } runs have none
}. It takes one: say how hard a run was as a whole, from 0 to 10.

chart-days-unknown = { $n ->
    [one] 1 day not known
   *[other] { $n } days not known
}
chart-note-bundle-days = Each bar is the mean of what is known of { $n } days.
chart-note-bundle-weeks = Each mark is the mean of what is known of { $n } weeks.

weeks-question = How much did I run, week by week?
weeks-subtitle = { $n ->
    [one] 1 week
   *[other] { $n } weeks
}, { $whole } of them with every day known, { $span }.
weeks-mean = { $mean } a week on average.
weeks-most = The most, { $sum }, in the week from { $day }.
weeks-summary = What was run and its strain, week by week. { $parts }
weeks-distance-axis = Distance in { $unit } a week
weeks-load-axis = Load in AU a week
weeks-strain-axis = Strain in AU a week: more load, and days more alike, make it larger
weeks-legend-whole = every day known
weeks-legend-part = so far, or days unknown
weeks-rank = The strain of the week from { $day }, { $strain }, was higher than in { $below } of the { $of } known weeks of the year before it ({ $percent } %).
weeks-no-rank = The strain of the week from { $day } was { $strain }. From 8 earlier weeks on it is compared with them.
weeks-note-strain = Strain is the week’s load times its monotony: the mean of the seven daily loads, rest days included, over their standard deviation (of a sample, n − 1). It is compared with your own year alone.
weeks-note-unknown = A week with an unknown day shows the sum of the others and has no strain (–).
weeks-too-little = No run in this range has a distance or a load. It takes one run with its distance.
weeks-so-far = { $sum } on { $n ->
    [one] the 1 day that is known
   *[other] the { $n } days that are known
}
weeks-mean-of = { $mean } a week on average ({ $n ->
    [one] 1 week
   *[other] { $n } weeks
})
weeks-story-distance = Distance: { $what }
weeks-story-load = Load: { $what }
weeks-story-strain = Strain: { $strain }, monotony { $monotony }
weeks-story-strain-mean = Strain: { $what }
weeks-story-rank = Higher than in { $below } of the { $of } known weeks before it
weeks-strain-no-load = Strain: –, a week without load
weeks-strain-all-alike = Strain: –, each day had the same load
weeks-strain-unknown = Strain: –, the load of { $n ->
    [one] 1 day is not known
   *[other] { $n } days is not known
}

form-question = Where do my fitness and fatigue stand?
form-subtitle = { $n } of { $of } days with a known load, { $span }.
form-now = On { $day }: fitness { $fitness }, fatigue { $fatigue }, form { $form }.
form-summary = Fitness, fatigue and form from the training load, in AU a day. { $subtitle } { $now } Fitness was between { $low } and { $high }.
form-averages-axis = Fitness and fatigue, AU a day: the higher, the more training
form-form-axis = Form, AU a day: above 0 rested, below 0 loaded
form-legend-fitness = fitness { $value }
form-legend-fatigue = fatigue { $value }
form-legend-held = load not known, last value held
form-warming = warming up
form-note-names = Fitness: the load of the last weeks, slowly forgotten (over 42 days). Fatigue: the same, forgotten quickly (over 7 days). They are made from the load alone; nothing in your body is measured.
form-note-form = Form: yesterday’s fitness less yesterday’s fatigue. The first 42 days are warming up: both begin at 0.
form-note-held = Loads are effort times minutes (AU), not TSS. Over days whose load is not known the values are held, drawn in dashes.
form-too-little = The load of { $n ->
    [one] 1 day is
   *[other] { $n } days is
} known so far; it takes { $least }. Give your runs their effort from 0 to 10.
form-story-fitness = Fitness: { $value } AU a day
form-story-fatigue = Fatigue: { $value } AU a day
form-story-form = Form that morning: { $value }

this-week-question = Is this week more than the three before it?
this-week-subtitle = { $n } of { $of } weeks can be compared, { $span }.
this-week-now = Last seven days: { $week }. The 21 before: { $before }. That is { $ratio } times as much.
this-week-now-blank = Last seven days: { $week }. The 21 before: { $before }. They cannot be compared.
this-week-range = In { $n } weeks it was between { $low } and { $high } times as much.
this-week-summary = Seven days of load against the three weeks before, week by week. { $parts }
this-week-load-axis = Load, AU a day
this-week-ratio-axis = How many times as much as in the three weeks before
this-week-legend-week = seven days
this-week-legend-before = the 21 days before
this-week-same = 1 same
this-week-double = 2 double
this-week-note-what = Weeks count back from the last day. The seven days are not part of the 21, so a week is not compared with itself. More is neither good nor bad here.
this-week-note-blank = Blank where one of the 28 days is not known, or where the 21 days had no load.
this-week-too-little = A comparison takes { $least } days in a row of which the load is known; of the last { $least } there are { $n }. Give each run its effort, and record something on rest days too: a night is enough.
this-week-story-week = Seven days: { $what }
this-week-story-before = The 21 before: { $what }
this-week-story-ratio = Times as much: { $what }

## Charts: sleep

duration-question = How long do I sleep?
duration-subtitle = { $n } of { $of } nights known, { $span }. { $mean } on average, { $short } under { $h } h.
duration-latest = Mean of the seven nights up to { $day }: { $mean }.
duration-naps = { $n ->
    [one] Naps on 1 day
   *[other] Naps on { $n } days
}, { $total } in all.
duration-summary = Hours slept night by night. { $parts }
duration-axis = Hours slept a night
duration-naps-axis = Naps, hours
duration-need = { $h } h need
duration-legend-short = under { $h } h
duration-legend-other = other nights
duration-legend-mean = mean of the last seven nights
duration-note = The need is taken as { $need } h; yours may differ. Naps are counted apart.
duration-note-mean = The mean of the last seven nights needs four that are known.
duration-too-little = No night of this range has its hours. It takes one; record your nights.
duration-story-nap = Nap: { $hours }

timing-question = When do I sleep, and how regularly?
timing-subtitle = { $n ->
    [one] 1 night with its times
   *[other] { $n } nights with their times
}, { $span }.
timing-usual = On average from { $bed } to { $wake }.
timing-varied = In the two weeks up to { $day } your middle of the night varied by { $min } min.
timing-regular = Sleep regularity index: { $index }, from { $n } pairs of nights. It says how often you were asleep, or awake, at the same minute of one day and the next: 100 always, 0 as if by chance.
timing-summary = Nights by the clock, from lights out to waking. { $parts }
timing-axis = Clock time, from lights out down to waking
timing-varied-axis = How much the middle of the night varied over two weeks, minutes
timing-legend-night = lights out to waking
timing-legend-middle = middle of the night
timing-note-middle = Varied: the standard deviation of the middle of the night over 14 nights, of which 10 must be known.
timing-without = { $n ->
    [one] 1 night without its times is left out.
   *[other] { $n } nights without their times are left out.
}
timing-too-little = No night of this range has the times of lights out and waking{ $n ->
    [0] {""}
    [one] ; of 1 night only the length is known
   *[other] ; of { $n } nights only the length is known
}. It takes one; record when you went to bed and when you woke.
timing-story = From { $bed } to { $wake }
timing-story-mean = { $times } on average ({ $n ->
    [one] 1 night
   *[other] { $n } nights
})
timing-story-varied = Middle of the night varied by { $min } min

debt-question = How much sleep am I missing?
debt-subtitle = { $n } of { $of } nights known, { $span }.
debt-now = On { $day }: { $hours } missing over two weeks.
debt-summary = Sleep missing over two weeks, night by night. { $subtitle } { $now } The most was { $most }, on { $day }.
debt-axis = Hours missing to { $need } h a night, over { $nights } nights
debt-note-what = The mean shortfall to { $need } h of the known nights of the last { $nights }, times { $nights }. Longer nights do not pay it back; naps are not counted.
debt-note-gap = A gap: fewer than { $least } of the last { $nights } nights are known.
debt-too-little = Of the last { $nights } nights { $n } are known; it takes { $least }. Record your nights.
debt-story = Missing over two weeks: { $hours }
debt-story-none = Missing over two weeks: too few nights known

## Charts: the body

body-chart-left-out = Left out: { $list }.
body-chart-other-scale = { $n ->
    [one] 1 rating on another scale
   *[other] { $n } ratings on another scale
}
body-chart-late = { $n ->
    [one] 1 rating typed more than half a day late
   *[other] { $n } ratings typed more than half a day late
}
body-chart-masked = { $n ->
    [one] 1 rating after a painkiller
   *[other] { $n } ratings after a painkiller
}
body-chart-others = “Everything else is fine” counts as none for every part that was not named.
body-chart-mornings = { $n ->
    [one] 1 morning
   *[other] { $n } mornings
}
body-chart-times = { $n ->
    [one] 1 time
   *[other] { $n } times
}
body-chart-not-rated = Not rated
body-chart-how = Rate single parts on the body figure, in the morning or with “Soreness”.
body-weeks-question-week = Where is it sore, week by week?
body-weeks-question-month = Where is it sore, month by month?
body-weeks-question-year = Where is it sore, year by year?
body-weeks-subtitle = { $n ->
    [one] 1 morning with rated parts, { $span }.
   *[other] { $n } mornings with rated parts, { $span }.
} Soreness from { $scale }.
body-weeks-note = The colour of a part is the median of its ratings in the mornings; under each pair stands how many mornings were rated. Each pair is the body from the front and from behind. From the front, your left is on the right, as in a photograph of you.
body-weeks-part = { $spot } { $score } ({ $n ->
    [one] 1 morning
   *[other] { $n } mornings
})
body-weeks-less-sore = { $n ->
    [one] 1 more part was less sore
   *[other] { $n } more parts were less sore
}
body-weeks-not-sore = { $n ->
    [one] 1 rated part was not sore
   *[other] { $n } rated parts were not sore
}
body-weeks-nothing = Nothing was sore
body-weeks-told = { $when }: { $parts }.
body-weeks-newest = Newest: { $told }
body-weeks-sorest = Sorest: { $told }
body-weeks-too-little = { $n ->
    [0] On no morning in these days was a part of the body rated.
    [one] On 1 morning in these days a part of the body was rated.
   *[other] On { $n } mornings in these days a part of the body was rated.
} A picture begins with { $need }.
after-runs-question = How long does it stay sore after a run?
after-runs-subtitle = { $n ->
    [one] 1 rating
   *[other] { $n } ratings
} of the { $region } within a week after a run, { $span }. Soreness from { $scale }.
after-runs-header = Days after the run, 0 is the same day
after-runs-all = All
after-runs-note-cells = Large: the median of the ratings. Small below it: how many. A cell of fewer than { $least } has no colour. “All” is the median of all days together.
after-runs-note-runs = A rating belongs to the last run that had ended before it; the sorer side counts.
after-runs-note-regions = { $n ->
    [one] 1 more part was rated; it is in the table of numbers.
   *[other] { $n } more parts were rated; they are in the table of numbers.
}
after-runs-by-class = { $region } by the kind of run
after-runs-class = After { $class ->
    [easy] easy runs
    [steady] other runs
    [workout] workouts
    [long] long runs
   *[race] races
}
after-runs-close = { $region }, rating by rating
after-runs-hours = Hours since the run ended
after-runs-legend-dot = a rating, larger where several are the same
after-runs-legend-line = median of a day
after-runs-legend-bar = middle half of the ratings
after-runs-cell = { $region }, { $day ->
    [0] on the day of the run
    [1] the day after the run
   *[other] { $day } days after the run
}
after-runs-class-cell = { $cell }, { $class }
after-runs-all-days = { $region }, all days together
after-runs-median = Median { $median } of { $n ->
    [one] 1 rating
   *[other] { $n } ratings
}
after-runs-middle-half = Middle half from { $low } to { $high }
after-runs-unknown = No rating
after-runs-newest = Newest: { $day }
after-runs-dot-title = { $day }, { $hours } h after the run
after-runs-dot-score = { $region }: { $score }
after-runs-dot-run = { $class } of { $day }
after-runs-dot-more = { $n ->
    [one] and 1 more like it
   *[other] and { $n } more like it
}
after-runs-summary-day = { $day ->
    [0] on the same day { $median } ({ $n })
    [1] the day after { $median } ({ $n })
   *[other] after { $day } days { $median } ({ $n })
}
after-runs-summary = { $subtitle } { $region }, median and number of ratings: { $days }.
after-runs-too-little = { $n ->
    [0] In these days no part was rated within a week after a run.
    [one] In these days 1 rating of a part came within a week after a run.
   *[other] In these days { $n } ratings of parts came within a week after a run.
} A picture begins with { $need }.
after-runs-too-little-region = { $region } was not rated within a week after a run in these days.
baseline-question = How soon is it back to its usual after a run?
baseline-subtitle = { $n ->
    [one] 1 time
   *[other] { $n } times
} after { $runs ->
    [one] 1 run
   *[other] { $runs } runs
} a part was { $rise } points or more above its usual, { $span }.
baseline-axis = Days after the run
baseline-median = half were back after { $days ->
    [0] less than a day
    [one] 1 day
   *[other] { $days } days
}
baseline-over = half were not back within { $days ->
    [one] 1 day
   *[other] { $days } days
}
baseline-legend-back = back
baseline-legend-unseen = last seen, not yet back
baseline-legend-median = half were back
baseline-back = { $region }, back after { $days ->
    [0] less than a day
    [one] 1 day
   *[other] { $days } days
}
baseline-still = { $region }, not yet back after { $days ->
    [0] less than a day
    [one] 1 day
   *[other] { $days } days
}
baseline-rise = Newest: run of { $day }, usual { $usual }, then { $worst }
baseline-note-usual = The usual of a part is the median of its mornings in the { $weeks } weeks before the run, { $least } at least. It is back on the first rated morning at or under that.
baseline-note-unseen = Not seen to its end: { $list }. “Half were back” allows for that (Kaplan and Meier).
baseline-next-run = { $n ->
    [one] 1 time, as the next run came first
   *[other] { $n } times, as the next run came first
}
baseline-silent = { $n ->
    [one] 1 time, as it was not rated further
   *[other] { $n } times, as it was not rated further
}
baseline-row = { $region }: { $n ->
    [one] 1 time
   *[other] { $n } times
}, { $back } seen back
baseline-summary = { $subtitle } { $rows }.
baseline-too-little = { $n ->
    [0] After no run in these days was a part rated { $rise } points or more above its usual.
    [one] After 1 run in these days a part was rated { $rise } points or more above its usual.
   *[other] After { $n } runs in these days a part was rated { $rise } points or more above its usual.
} A picture begins with { $need }. The usual is known from { $least } mornings on which the part was rated.
sides-question = Is one side sorer than the other?
sides-subtitle = { $n ->
    [one] 1 part with both sides known and one of them sore
   *[other] { $n } parts with both sides known and one of them sore
}, { $span }. Mean soreness, { $scale }.
sides-left = Left
sides-right = Right
sides-note = Only mornings on which both sides are known and one of them is sore. The sorer side has the full colour.
sides-apart-none = On no morning was one side { $points } points or more above the other.
sides-apart = { $points } points or more above the other side: { $list }.
sides-apart-of = { $spot } on { $n ->
    [one] 1 morning
   *[other] { $n } mornings
}
sides-story = Left { $left }, right { $right } on average
sides-widest = Furthest apart: { $day }
sides-row = { $region } left { $left }, right { $right } ({ $n })
sides-summary = { $subtitle } Means and mornings: { $rows }. { $apart }
sides-too-little = { $n ->
    [0] For no part of the body both sides are known on a morning on which one of them was sore.
    [one] Both sides of a part are known on at most 1 morning on which one of them was sore.
   *[other] Both sides of a part are known on at most { $n } mornings on which one of them was sore.
} A comparison begins with { $need }. Rate left and right each for itself on the body figure, or say that everything else is fine.

## Charts: habits and supplements

minutes-question = How many minutes go into { $habit }?
minutes-question-times = How often is it done: { $habit }?
minutes-question-none = How many minutes go into your habits?
minutes-per-week = Minutes a week
minutes-days-per-week = Days a week
minutes-subtitle = { $minutes } in all, { $span }: done on { $done ->
    [one] 1 day
   *[other] { $done } days
}, partly on { $partly }, not done on { $not }.
minutes-subtitle-times = { $span }: done on { $done ->
    [one] 1 day
   *[other] { $done } days
}, partly on { $partly }, not done on { $not }.
minutes-legend-done = done
minutes-legend-partly = partly done
minutes-legend-none = answered, and nothing done
minutes-legend-at-least = more: some minutes were not noted
minutes-note-gaps = Where nothing stands, nothing was answered.
minutes-note-partly = Partly: less than half of the least that its tip asks for.
minutes-all = All habits in these days
minutes-row = { $habit }: { $minutes }, done on { $days }
minutes-row-times = { $habit }: done on { $days }
minutes-of-days = { $done } of { $of ->
    [one] 1 day
   *[other] { $of } days
}
minutes-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
minutes-story-mean = { $minutes } a week on average ({ $n } weeks)
minutes-story-partly = { $minutes } of it on days it was done partly
minutes-story-days = Done on { $done }, partly on { $partly }, not done on { $not } of the days answered
minutes-story-unknown = { $n ->
    [one] 1 time without minutes
   *[other] { $n } times without minutes
}
minutes-summary-most = Most in the week from { $day }: { $most }.
minutes-summary = { $subtitle } { $most } All habits: { $list }.
minutes-too-little = No answer about a habit is recorded in these days. Answer the steps of a checklist, or record a habit.
minutes-too-little-habit = No answer about { $habit } is recorded in these days. Answer its step in the checklist, or record it as a habit.
periods-question = How sore was it with and without { $supplement }?
periods-question-none = How sore was it with and without a supplement?
periods-subtitle = { $taken ->
    [one] Taken on 1 day
   *[other] Taken on { $taken } days
}, not taken on { $not }, not recorded on { $unknown }, { $span }. Soreness from { $scale }, sorer upwards.
periods-panel-soreness = Soreness in the morning, sorer upwards
periods-panel-pairs = Sorer or less sore with it
periods-sorer = +{ $points } sorer
periods-less-sore = −{ $points } less
periods-legend-taken = taken
periods-legend-not = not taken
periods-legend-mean-with = mean of a period with it
periods-legend-mean-without = mean of a period without it
periods-legend-pairs = mean of all pairs
periods-note-gaps = Where the strip is empty nothing was recorded.
periods-note-bundles = { $days } days are drawn as one: a dot is the mean of their mornings, the strip the part of them on which it was taken.
periods-note-rule = A period is { $days } days or more of the same answer. Its first { $washout } days are left out of its mean, which needs { $least } rated mornings.
periods-note-raw = Raw means of mornings after days with and without it. Days differ in more than this; nothing is allowed for here.
periods-note-exploratory = Exploratory: nobody drew lots for these periods, and other things changed with them. They describe, they do not decide.
periods-note-scale = { $n ->
    [one] Left out: 1 morning rated on another scale.
   *[other] Left out: { $n } mornings rated on another scale.
}
periods-sentence-pairs = Over { $n ->
    [one] 1 pair
   *[other] { $n } pairs
} of periods, mornings with it were on average { $points } points { $way ->
    [sorer] sorer
   *[less] less sore
} than those without.
periods-sentence-same = Over { $n ->
    [one] 1 pair
   *[other] { $n } pairs
} of periods, mornings with and without it were equally sore on average.
periods-sentence-no-pairs = What is taken over weeks can only be looked at in whole periods with and without it, and there are no two yet that follow each other.
periods-sentence-raw = Mornings after days with it: { $with }. After days without: { $without }.
periods-mean = { $mean } on average ({ $n ->
    [one] 1 morning
   *[other] { $n } mornings
})
periods-story-unknown = { $supplement }: not recorded
periods-story-share = { $supplement }: taken on { $taken } of { $n ->
    [one] 1 day
   *[other] { $n } days
} recorded
periods-story-period = { $taken ->
    [with] With
   *[without] Without
}, { $span }: { $mean }
periods-pair = Its pair: { $points } points { $way ->
    [sorer] sorer
   *[less] less sore
} with it
periods-pair-same = Its pair: equally sore with and without it
periods-summary = { $subtitle } { $sentence }
periods-too-little = No answer about a supplement is recorded in these days. Record what you take, and on which days you do not.
periods-too-little-supplement = No answer about { $supplement } is recorded in these days. Record when you take it, and on which days you do not.
periods-too-little-soreness = { $n ->
    [0] No morning in these days has a soreness.
    [one] 1 morning in these days has a soreness.
   *[other] { $n } mornings in these days have a soreness.
} A picture begins with { $need }. Rate your soreness in the morning.

## Dry run: what an import would bring (domain/import/words, ui/screens/data/dry_run, cli/import)

dry-new = { $n ->
    [one] 1 record is new.
   *[other] { $n } records are new.
}
dry-known = { $n ->
    [one] 1 is in your journal already.
   *[other] { $n } are in your journal already.
}
dry-completed = { $n ->
    [one] 1 of those gets what it lacked.
   *[other] { $n } of those get what they lacked.
}
dry-differing = { $n ->
    [one] 1 says something else than what was there first, which stays.
   *[other] { $n } say something else than what was there first, which stays.
}
dry-twice = { $n ->
    [one] 1 stands in several of these files and is taken once.
   *[other] { $n } stand in several of these files and are taken once.
}
dry-left-out = { $n ->
    [one] { $what } is left out.
   *[other] { $what } are left out.
}
dry-days = { $first } to { $last }
dry-zone = { $n ->
    [one] 1 record has clock times without a time zone. They are read as times in { $zone }.
   *[other] { $n } records have clock times without a time zone. They are read as times in { $zone }.
}
dry-distance-sure = { $n ->
    [one] 1 record has a distance without its unit. It is taken for { $unit }, which fits time and pace.
   *[other] { $n } records have a distance without its unit. It is taken for { $unit }, which fits time and pace.
}
dry-distance = { $n ->
    [one] 1 record has a distance without its unit. It is taken for { $unit }; nothing in the file proves it.
   *[other] { $n } records have a distance without its unit. It is taken for { $unit }; nothing in the file proves it.
}
dry-day-first = { $n ->
    [one] 1 record has a date
   *[other] { $n } records have dates
} like 03/04/2025. They are read with the day first, { $sure ->
    [sure] as other dates of the file are.
   *[open] though nothing in the file proves it.
}
dry-month-first = { $n ->
    [one] 1 record has a date
   *[other] { $n } records have dates
} like 03/04/2025. They are read with the month first, { $sure ->
    [sure] as other dates of the file are.
   *[open] though nothing in the file proves it.
}
dry-untyped = { $n ->
    [one] 1 session does not say its sport. It is taken for a { $sport }.
   *[other] { $n } sessions do not say their sport. Each is taken for a { $sport }.
}
dry-kilometres = kilometres
dry-miles = miles
dry-is-new = New
dry-is-known = Already there
dry-is-twice = Told twice
dry-is-completed = Completed
dry-is-differing = Differs
dry-is-left-out = Left out
dry-is-remark = To know
dry-completes = It gets { $fields }. { $why }
dry-differs = { $fields }. { $why }
dry-at = { $day }, { $clock }
dry-kind-night = Night
dry-kind-soreness = Soreness
dry-kind-intake = Supplement
dry-kind-practice = Habit
dry-kind-check_in = Check-in
dry-kind-habit = Habit of the list
dry-kind-supplement = Supplement of the list
dry-kind-routine = Checklist of your own
dry-kind-checklist = Checklist
dry-kind-checklist_step = Step of a checklist
dry-kind-import_batch = Note of an import
dry-also-completed = { $n ->
    [one] 1 record that was there got what it lacked.
   *[other] { $n } records that were there got what they lacked.
}
dry-title = Before anything is imported
dry-of-folder = { $name }: { $n } files
dry-of-files = { $n } files
dry-nothing-written = Nothing is written yet.
dry-import = { $n ->
    [one] Import 1 record
   *[other] Import { $n } records
}
dry-import-key = Or press { $keys }
dry-complete = { $n ->
    [one] Complete 1 record
   *[other] Complete { $n } records
}
dry-import-and-complete = { dry-import } and complete { $completed }
dry-take-settings = Take over the settings
dry-dismiss = Do not import
dry-close = Close
dry-remembers = Afterrun remembers what these columns hold.
dry-settings = It brings the settings of the journal it was exported from: units, zone, when the day starts.
dry-nothing-new = Nothing is new, but something gets better
dry-all-known = Everything in it is in your journal already
dry-readable-is-known = What can be read of it is in your journal already
dry-unreadable = None of it could be read
dry-why = { $why }.
dry-why-below = Why stands below, file by file.
dry-unreadable-hint = Get the files again where they come from, as they are, without opening and saving them in between.
dry-unsupported = There is nothing in it for your journal
dry-unmapped = Say what the columns hold, and it can be read
dry-unmapped-hint = This table is not known yet. Choose for each column what it holds: you see what comes of it before anything is imported.
dry-unsupported-hint = What can be read, and where to get it, is listed at Data.
dry-assumed = What the files do not say
dry-said-zone = Clock times without a time zone are read as times in { $zone }, as you said.
dry-said-distance = Distances without their unit are taken for { $unit }, as you said.
dry-said-day-first = Dates like 03/04/2025 are read with the day first, as you said.
dry-said-month-first = Dates like 03/04/2025 are read with the month first, as you said.
dry-said-untyped = Tracks that do not say their sport are taken for a { $sport }, as you said.
dry-zone-other = Another time zone…
dry-zone-journal = Back to { $zone }
dry-as-read = As it was found
dry-distance-choice = Unit of distances without one
dry-order-choice = Order of day and month
dry-choose-day = Day first
dry-choose-month = Month first
dry-untyped-choice = Sport of sessions that do not say it
dry-left-out-title = Save the rows left out
dry-left-out-what = As a table with the same columns and the reason for each. Put right there, it can be imported.
dry-left-out-choose = Save the rows left out…
dry-left-out-type = Type where to save them
dry-left-out-path = CSV file to save them to
dry-left-out-button = Save
dry-files = { $n ->
    [one] 1 file
   *[other] { $n } files
}
dry-chip = { $what } { $n }
dry-chip-name = Only: { $what }, { $n }
dry-verdict-new = To import
dry-verdict-completes = Completes
dry-verdict-known = Already there
dry-verdict-twice = Joined with others
dry-verdict-rejected = Not readable
dry-verdict-unmapped = Columns not known yet
dry-verdict-unsupported = Not a kind that is read
dry-no-day = –
dry-more-rows = The first { $n } records are listed; the others are counted above
dry-kept-changed = { $entry }: changed since the import
dry-kept-named = { $entry }: other entries name it, or it was changed since the import

## Data

data-import = Import
data-import-what = What a watch, an app or a service recorded. You see what is in it first; nothing is written before you say so.
data-reads = Reads watch files (FIT, TCX, GPX), Strava, Garmin Connect, Runkeeper, Apple Health, Fitbit, WHOOP, Oura, Sleep as Android, HRV4Training, intervals.icu, Daylio, Loop, PMSys, Afterrun, and any table as CSV.
data-readable = How to get your data out of each
data-read-watch = Watch files: FIT, TCX, GPX
data-read-watch-how = From the watch over a cable (the folder Activity or Activities), or “Export original” of any service. Also packed as .gz or .zip.
data-read-strava = Strava
data-read-strava-how = On strava.com: Settings, My Account, Download or Delete Your Account, Request Your Archive. Take the ZIP as it comes.
data-read-garmin = Garmin Connect
data-read-garmin-how = On connect.garmin.com: Activities, All Activities, Export CSV; Sleep, Export CSV. Or the ZIP of Export Your Data.
data-read-runkeeper = Runkeeper
data-read-runkeeper-how = On runkeeper.com: Settings, Export Data. Take the ZIP as it comes.
data-read-apple = Apple Health
data-read-apple-how = On the iPhone: Health, your picture, Export All Health Data. Take the ZIP as it comes.
data-read-fitbit = Fitbit
data-read-fitbit-how = On takeout.google.com: choose Fitbit alone. Take the ZIP as it comes.
data-read-whoop = WHOOP
data-read-whoop-how = In the app: More, App Settings, Data Export. The ZIP comes by mail.
data-read-oura = Oura
data-read-oura-how = On the web, in your account: Export Data, as CSV or JSON.
data-read-sleep = Sleep as Android
data-read-sleep-how = In the app: Settings, Backup, Export data: the CSV or the ZIP.
data-read-hrv4training = HRV4Training
data-read-hrv4training-how = In the app: Settings, Export: the CSV.
data-read-intervals = intervals.icu
data-read-intervals-how = On the web: Settings, Download your data: wellness.csv.
data-read-daylio = Daylio
data-read-daylio-how = In the app: More, Export Entries, CSV. Activities become habits.
data-read-loop = Loop Habit Tracker
data-read-loop-how = In the app: Settings, Export as CSV: the ZIP.
data-read-pmsys = PMSys
data-read-pmsys-how = wellness.csv and srpe.csv, or a participant’s whole folder of PMData.
data-read-afterrun = Afterrun
data-read-afterrun-how = An export made here or on another computer: a folder, a ZIP or one CSV file.
data-read-table = Any other table
data-read-table-how = A CSV file with a line of headers. You say once what its columns hold.
data-choose = Choose files…
data-import-path = File or folder to import
data-no-such-file = There is no such file or folder
data-import-button = Look into it
data-path-hint = ~/Downloads/…
data-drop = Or drop files anywhere on this window
data-percent = { $n } %
data-cancel = Cancel
data-report = What came of the last import
data-kept = What stayed when the import was undone
data-kept-what = You or another import changed these since, so they are still in your journal. Delete there what you do not want.
data-kept-close = Close this list
data-more-kept = { $n ->
    [one] And 1 more
   *[other] And { $n } more
}
data-known-count = { $n } known already
data-twice-count = { $n } told by other files, too
data-kind-fit = Watch file (FIT)
data-kind-pmsys_wellness = PMSys wellness
data-kind-pmsys_srpe = PMSys session ratings
data-kind-pmsys_injury = PMSys injury reports
data-kind-whoop_cycles = WHOOP cycles
data-kind-whoop_sleeps = WHOOP sleeps
data-kind-whoop_workouts = WHOOP workouts
data-kind-whoop_journal = WHOOP journal answers
data-kind-oura_sleep = Oura sleep
data-kind-oura_trends = Oura trends
data-kind-oura_workouts = Oura workouts
data-kind-oura_tags = Oura tags
data-kind-oura_scores = Oura scores
data-kind-intervals_wellness = intervals.icu wellness
data-kind-intervals_activities = intervals.icu activities
data-kind-pmdata_report = PMData daily reports
data-kind-fitbit_sleep = Fitbit sleep
data-kind-fitbit_exercise = Fitbit exercise
data-kind-fitbit_resting_hr = Fitbit resting heart rate
data-kind-fitbit_sleep_score = Fitbit sleep scores
data-kind-fitbit_hrv = Fitbit heart rate variability
data-kind-fitbit_weight = Fitbit weight
data-kind-fitbit_site = Table of fitbit.com
data-kind-apple = Apple Health
data-kind-daylio = Daylio
data-kind-garmin_activities = Garmin Connect activities
data-kind-garmin_sleep = Garmin Connect sleep
data-kind-garmin_sleep_day = Garmin Connect sleep of one day
data-kind-garmin_sleep_json = Garmin Connect sleep
data-kind-garmin_sleep_weeks = Garmin Connect sleep by weeks
data-kind-garmin_summaries = Garmin Connect activities
data-kind-garmin_days = Garmin Connect days
data-kind-hrv4training = HRV4Training
data-kind-loop_habits = Loop Habit Tracker
data-kind-loop_habits_scores = Loop’s scores
data-kind-loop_habits_list = Loop’s list of habits
data-kind-strava = Strava activities
data-kind-runkeeper = Runkeeper activities
data-kind-afterrun = Export of Afterrun
data-kind-zip = ZIP archive
data-kind-database = Database
data-kind-journal = Journal file
data-kind-empty = Empty file
data-kind-gpx = GPX track
data-kind-tcx = TCX file
data-kind-xml = XML file
data-kind-json = JSON file
data-kind-csv = Other table
data-kind-unknown = Unknown file
data-issue-line = Line { $line }: { $why }
data-more-files =
    { $n ->
        [one] And 1 file more
       *[other] And { $n } files more
    }
data-more-imports =
    { $n ->
        [one] And 1 earlier import
       *[other] And { $n } earlier imports
    }
data-earlier = Earlier imports
data-import-at = { $day }, { $time }
data-take-back = Undo this import
data-take-back-name = Undo this import of { $day }
data-export = Export
data-export-what = Everything in the journal as CSV files, which any spreadsheet opens and from which a journal can be made again.
data-export-path = Or type a folder or file; its ending decides
data-export-button = Export
data-export-forms = A folder gets one file for each kind of record; a name that ends in .zip gets them in one archive; one that ends in .csv gets the table of days, or the one kind that is chosen. The trash, the history and your answers about health are in no export.
data-export-chosen = Export…
data-exported = The last export went to
data-replace = Replace what is there?
data-replace-hint = There is something at this place already: { $path }. Files of the same names are replaced; others stay.
data-replace-file = { $name } is there already. Replace it?
data-replace-keep = Leave it
data-replace-it = Replace it
export-choose = Choose what is exported
export-everything = Everything
export-days = { $from } to { $to }
export-which-days = Days
export-days-all = All days
export-kinds = Kinds
export-kinds-note = With none chosen, all are exported. The lists that rows refer to come along.
export-kind-name = Export { $kind }
export-kind-habits_catalogue = List of habits
export-kind-supplements_catalogue = List of supplements
export-kind-routines = Own checklists
export-kind-settings = Settings
export-kind-imports = Imported files
export-kind-daily = Table of days
export-kind-dictionary = Column guide
export-one-kind = One table takes one kind. Choose one, or none for the table of days.
export-form = Written for
export-plain = Any program
export-plain-note = Commas between cells, points in numbers.
export-excel = Spreadsheets
export-excel-note = For Excel and others where the comma is the decimal mark: semicolons between cells, and a mark that says UTF-8. It can be imported like the other.
export-decimal-comma = Numbers with a comma, like 7,5
export-told-excel = for spreadsheets
export-told-comma = for spreadsheets, numbers like 7,5
export-told-zip = { $what }, as one ZIP file
export-told-folder = { $what }, as a folder of files
export-told-table = { $what }, as one CSV file
export-file = As
export-file-zip = ZIP file
export-file-folder = Folder
export-file-table = One table
schedule = Regular export
schedule-what = Everything in the journal as a new ZIP file in a folder of your choice, while the window is open or when you open it next. Nothing in that folder is ever replaced or deleted.
schedule-every = How often
schedule-never = Never
schedule-day = Every day
schedule-week = Every week
schedule-folder = Into this folder
schedule-no-folder = No folder is chosen yet, so nothing is exported.
schedule-choose = Choose a folder…
schedule-path = Folder for these exports
schedule-use = Use this folder
schedule-last = Last: { $when }, { $file }
schedule-next = Next: { $when }
schedule-now = Next: now
schedule-failed = The last try did not work. { $why }
data-file = Your journal
data-copy-path = Copy the path
data-file-sample = This is the sample journal; your own is another file.
data-file-read-only = This file can only be read here.
data-file-beside = Everything is in this one file. To keep a copy, copy it while Afterrun is closed. While a change is saved, a file ending in -journal lies beside it; leave that where it is.
data-no-network = Afterrun never uses the network.

## Settings

settings-units = Units
settings-distance = Distance
settings-km = Kilometres
settings-mi = Miles
settings-temperature = Temperature
settings-mass = Weight
settings-units-note = Units change what is shown and typed, never what is stored.
settings-days = Days and weeks
settings-first-weekday = First day of the week
settings-day-start = Start of the day
settings-day-start-note = What happens before { $time } still belongs to the day before, so that a late evening counts where it is felt to. Nights count on the day of waking.
settings-zone = Time zone
settings-zone-note = Times typed by hand, and files that name no zone, are read in this one.
settings-zone-other = Choose another…
settings-zone-close = Close the list
settings-zone-here = Use this computer's: { $zone }
settings-zone-find = Find a zone
settings-zone-find-hint = Oslo, New York …
settings-zone-none = No zone has this name.
settings-look = Look
settings-theme = Theme
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-text-size = Text size
settings-percent = { $n } %
settings-look-note = Theme, text size, reminders and sounds belong to this computer; everything else here belongs to the journal.
settings-about = About
settings-version = Afterrun { $version }
settings-what = A runner's recovery journal: one file on this computer, no account, no network.
settings-not-medical = It shows patterns in what was recorded. It is no medical advice.
settings-licence = Free software, under MIT or Apache-2.0.
settings-fonts = Text: Inter, SIL Open Font License. Icons: Lucide, ISC licence.

settings-reminders = Reminders
settings-remind = Remind me
settings-remind-note = When a step can be begun or a timer is at its end: by a notification of the desktop, or here while the window is used.
settings-sounds = Sounds
settings-sounds-note = A short chime when a step can be begun, when the next part begins, and when time is up.

## Reminders, and what went by meanwhile

reminder-opened = { $count ->
    [one] { $names }: can begin now
   *[other] Can begin now: { $names }
}
reminder-time-up = { $count ->
    [one] { $names }: time is up
   *[other] Time is up: { $names }
}
reminder-line = { $title }. { $body }
reminder-open = Open Afterrun
reminder-close = Close these reminders
missed-title = While you were away
missed-text = These steps went by. What you did can still be recorded, at the time you did it; what you leave stays open.
missed-window = its time was { $from } to { $to }
missed-window-day = its time was { $day }, { $from } to { $to }
missed-timer = its { $minutes } min were over at { $clock }
missed-timer-day = its { $minutes } min were over { $day } at { $clock }
missed-at = I did it at
missed-at-name = { $step }: I did it at
missed-record = Record
missed-record-name = Record { $step }
missed-skip = Skipped
missed-skip-name = { $step }: skipped
missed-close = Leave the rest open
missed-close-hint = They stay on the checklist, and are not asked about again

## Command table: groups, why not now, look

group-places = Go to
group-record = Record
group-changes = Take back
group-files = Files
group-health = About you
group-help = Find
group-look = Look and sound
not-now = Not now
not-now-already = It is so already
not-now-busy = Not while { $what } is under way
not-now-read-only = This journal can only be read here
show-finder = Find a command or a day…
show-finder-hint = Type a few letters of what you want to do or see
show-keys = All keys
show-keys-hint = What can be done without the mouse
look-theme-light = Light theme
look-theme-dark = Dark theme
look-theme-system = Theme as the system
look-theme-hint = Of this computer, not of the journal
look-text-larger = Larger text
look-text-smaller = Smaller text
look-text-hint = From 100 % to 200 %
look-remind-on = Remind me
look-remind-off = Do not remind me
look-sounds-on = Sounds on
look-sounds-off = Sounds off

## Finder

finder-title = Find
finder-field = Find a command or a day
finder-hint = A command, a day, “yesterday”, “12 Nov” …
finder-none = Nothing is called that. Try fewer letters, or a date like 2026-11-12
finder-results = What was found
finder-foot = ↑ ↓ to choose, Enter to do it, Esc to leave
finder-command-name = { $label }, { $keys }
finder-not-now-name = { $label }, not now: { $why }
finder-day = { $day }: { $what }
finder-day-nothing = { $day }: nothing recorded
finder-day-to-come = { $day }: still to come
finder-ran = { $what } { $far }
finder-slept = slept { $length }
finder-soreness = soreness

## Keys

keys-title = All keys
keys-close = Close
keys-everywhere = Everywhere
keys-next = Next field or button
keys-previous = The one before
keys-press = Press the button that has the keyboard
keys-leave = Close what lies on top
keys-rows = In rows
keys-along = Along days, numbers or choices
keys-arrows = ← →
keys-score = Score what has the keyboard
keys-digits = 0 to 9, X for 10
keys-unscore = Take the chosen score back
keys-step = On the step of the checklist
keys-timer = Start, hold or go on
keys-bouts = Muscle or stage before, after
keys-body = On the body
keys-body-along = From head to foot, and to the other side
keys-all-arrows = ↑ ↓ ← →
keys-body-change = One more, one less
keys-plus-minus = + −
keys-body-unscore = Take the score back
keys-forms = In forms
keys-save = Save
keys-save-line = Save, from a single line
keys-put-away = Put it away; what was typed stays

## Settings: your checklist

routine-title = Your checklist
routine-what = What the checklist begins with after a run. Checklists that were begun already stay as they are.
routine-runs-name = For which runs
routine-is-builtin = As built in.
routine-is-every = As for every run.
routine-is-own = Your own.
routine-also = { $is } You changed it for: { $others }.
routine-up = Move { $step } up
routine-down = Move { $step } down
routine-minutes = Length of { $step }
routine-minutes-range = For this step, { $low } to { $high } minutes
routine-change = Change { $step }
routine-delete = Leave out { $step } for good
routine-add = Add a step
routine-new-step = New step
routine-own-name = Name
routine-own-name-hint = Sauna, coffee with the team …
routine-own-how = How, in one line (optional)
routine-own-habit = Counts as
routine-own-new-habit = A new habit of this name
routine-own-when = When
routine-own-opens = Minutes after the end of the run
routine-own-opens-evening = Minutes after { $time }
routine-own-opens-morning = Minutes after { $time } on the next day
routine-own-done = Close these fields
routine-name-is-there = There is a step of this name already
routine-habit-is-there = There is a habit of this name already. Choose it under “Counts as”
routine-none-on = Keep at least one step
routine-safety = What is held back for your safety stays so, whatever you choose here.
routine-unsaved = Not saved yet
routine-not-yet = Not saved: something is missing or does not fit
routine-save = Save the checklist
routine-back = Back to the built-in
routine-back-every = Use the one of every run

## Health questions (domain/health, ui/health)

health-questions = Health questions
health-questions-hint = Private answers that decide which steps are suggested
health-title = Before we suggest cold, heat, compression or rolling
health-intro = These are harmless for most people, but not for everyone. Tick what is true for you, and what does not go with it is left out.
health-private = Your answers stay in this journal file and are in no export. This is no medical advice: ask a doctor when you are unsure.
health-until-then = Until you answer, these steps stay closed and say why.
health-save = Save my answers
health-none = None of these
health-not-now = Not now
notice-health-kept = Your answers are kept in this journal
notice-health-forgotten = Your answers are deleted
settings-health-open = Not answered yet. Cold, heat, compression and rolling stay closed until then.
settings-health-none = Answered: none of them applies to you.
settings-health-some = Answered: { $n } of { $all } apply to you.
settings-health-answer = Answer the questions
settings-health-forget = Forget my answers
settings-health-change = Change my answers
settings-health-note = The answers stay in this journal file and are in no export.

concern-heart = A heart condition, an irregular heartbeat, or high blood pressure that is not under control
concern-raynaud = Raynaud, cold hives or another trouble with cold
concern-neuropathy = Feet or hands that feel less, or diabetes with foot problems
concern-artery = Narrowed arteries in the legs
concern-clot = A blood clot now or before, or a leg that is swollen now
concern-pregnancy = Pregnancy
concern-kidney_liver = Kidney or liver disease
concern-blood_thinners = Medicine that thins the blood
concern-fluid_limit = A limit on how much I may drink
concern-wounds = An open wound, a skin infection or a broken bone
concern-epilepsy = Epilepsy
concern-allergy = An allergy to fish or to something else in food or supplements
concern-under18 = Under 18
concern-drug_tested = Tested for doping in my sport
