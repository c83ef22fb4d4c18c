### Every word a person reads. Ids are words; sections follow the screens.

## The program

app-name = Afterrun
undo-named = Undo “{ $what }”
redo-named = Redo “{ $what }”

## Units and input (domain/units, domain/time)

## Scales and regions (domain)

## Batches, as the history and the undo button name them

## Store: what can be wrong with a journal file

## Import

## Export

## Command line

## Window and rail

## Today

## Forms

## Checklist: screen

## Checklist: the twelve tips

## Journal

## Trends

## Data

## Settings

