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

