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

