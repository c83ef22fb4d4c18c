//! The small card that tells a day's story.
//!
//! The day as it went, in the fewest lines: the night, the morning, the run, what was done about it, and
//! how a note of that day begins. What is not known of sleep and soreness is said, because charts compare
//! them; of the rest nothing is said.

use std::cmp::Ordering;

use egui::{PopupAnchor, Pos2, Response, RichText, Tooltip};
use jiff::civil::Date;

use super::{Shown, Style, words};
use crate::analysis::{DailyRow, DailyTable};
use crate::domain::units::{show_distance, show_duration, show_hours, show_number};
use crate::domain::words::{day_with_year, run_kind, sport};
use crate::domain::{Activity, Journal, RunKind, Slug};
use crate::fl;

/// So many things that were done are named, the others are counted.
const MOST_NAMES: usize = 4;
/// Longest a title of a race and the beginning of a note get, in letters.
const TITLE: usize = 40;
const NOTE: usize = 64;

/// A title and a few lines.
pub(super) struct Story {
    title: String,
    lines: Vec<String>,
}

impl Story {
    /// Any story.
    pub(super) fn new(title: String, lines: Vec<String>) -> Self {
        Self { title, lines }
    }

    /// What is known of `day`.
    pub(super) fn of_day(shown: &Shown<'_>, day: Date) -> Self {
        Self::new(day_with_year(day), day_lines(shown.journal, shown.table, day))
    }

    /// The same story with these lines first.
    pub(super) fn begun_with(mut self, lines: impl Iterator<Item = String>) -> Self {
        self.lines.splice(0..0, lines);
        self
    }

    /// The same with more lines.
    pub(super) fn and(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        self.lines.extend(lines);
        self
    }

    /// The whole of it in one line, for assistive technology.
    pub(super) fn text(&self) -> String {
        format!("{}. {}.", self.title, self.lines.join(". "))
    }

    /// Shows it beside `at`, for as long as this is called.
    pub(super) fn card_ui(&self, response: &Response, at: Pos2, style: &Style) {
        let anchor = PopupAnchor::Position(at);
        Tooltip::always_open(response.ctx.clone(), response.layer_id, response.id, anchor)
            .gap(12.0)
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                let title = RichText::new(&self.title);
                ui.label(title.font(style.strong.clone()).color(style.ink));
                for line in &self.lines {
                    ui.label(RichText::new(line).font(style.body.clone()).color(style.second_ink));
                }
            });
    }
}

/// What is known of `day`, line by line.
pub fn day_lines(journal: &Journal, table: &DailyTable, day: Date) -> Vec<String> {
    let row = table.row(day);
    let slept = row.and_then(|it| it.sleep_h).map(show_hours);
    let sore = row.and_then(|it| it.soreness).map(words::soreness);
    let mut lines = vec![
        fl!("chart-story-sleep", what = known(slept)),
        fl!("chart-story-soreness", what = known(sore)),
    ];
    let sessions: Vec<&Activity> = journal.activities_on(&(day..=day)).map(|it| it.1).collect();
    lines.extend(sessions_line(journal, &sessions));
    lines.extend(row.and_then(|row| load_line(row, sessions.len())));
    lines.extend(row.and_then(|row| done_line(journal, table, row)));
    lines.extend(state_line(journal, day));
    let note = journal.notes_on(&(day..=day)).remove(&day);
    lines.extend(note.map(|note| fl!("chart-story-note", note = beginning_of(note, NOTE))));
    lines
}

fn known(what: Option<String>) -> String {
    what.unwrap_or_else(|| fl!("chart-not-recorded"))
}

/// The session that counts most: a race, else the one of the most load, else the longest.
fn sessions_line(journal: &Journal, sessions: &[&Activity]) -> Option<String> {
    let weight = |it: &Activity| {
        let race = it.kind == Some(RunKind::Race);
        (race, it.load_au().unwrap_or(0.0), it.load_seconds().unwrap_or(0.0))
    };
    let order = |a: &&&Activity, b: &&&Activity| weight(a).partial_cmp(&weight(b)).unwrap_or(Ordering::Equal);
    let session = session(journal, sessions.iter().max_by(order)?);
    Some(match sessions.len() - 1 {
        0 => session,
        more => fl!("chart-story-more-sessions", session = session, n = more),
    })
}

/// "Long run: 18.2 km, 1:45:00, effort 6 of 10".
fn session(journal: &Journal, it: &Activity) -> String {
    let what = it.kind.map_or_else(|| sport(it.sport), run_kind);
    let what = match (it.kind, it.title.as_str()) {
        (Some(RunKind::Race), title) if !title.is_empty() => {
            fl!("chart-story-race", race = what, title = beginning_of(title, TITLE))
        }
        _ => what,
    };
    let metres = it.distance_m.map(|it| show_distance(it, journal.settings.distance));
    let time = it.load_seconds().map(show_duration);
    let effort = it.rpe.map(|rpe| fl!("journal-effort", n = show_number(rpe)));
    let parts: Vec<String> = [metres, time, effort].into_iter().flatten().collect();
    if parts.is_empty() {
        what
    } else {
        fl!("chart-story-session", what = what, parts = parts.join(", "))
    }
}

fn load_line(row: &DailyRow, sessions: usize) -> Option<String> {
    match (row.load_au, sessions) {
        (Some(load), 1..) => Some(fl!("chart-story-load", load = format!("{load:.0}"))),
        (Some(_), 0) => Some(fl!("chart-story-rest")),
        (None, 1..) => Some(fl!("chart-story-load-unknown")),
        (None, 0) => None,
    }
}

/// Habits that were done and supplements that were taken.
fn done_line(journal: &Journal, table: &DailyTable, row: &DailyRow) -> Option<String> {
    let habits = table.habits.iter().zip(&row.habits);
    let habits = habits.filter_map(|(id, done)| habit_done(journal, id, (*done)?));
    let taken = table.supplements.iter().zip(&row.took);
    let taken = taken.filter(|(_, took)| **took == Some(1.0));
    let taken = taken.map(|(id, _)| words::supplement(journal, id));
    let mut names: Vec<String> = habits.chain(taken).collect();
    let more = names.len().saturating_sub(MOST_NAMES);
    names.truncate(MOST_NAMES);
    match (names.len(), more) {
        (0, _) => None,
        (_, 0) => Some(fl!("chart-story-done", list = names.join(", "))),
        _ => Some(fl!("chart-story-done-more", list = names.join(", "), n = more)),
    }
}

fn habit_done(journal: &Journal, id: &Slug, done: f64) -> Option<String> {
    let name = || words::habit(journal, id);
    match done {
        it if it >= 1.0 => Some(name()),
        it if it > 0.0 => Some(fl!("chart-story-partly", what = name())),
        _ => None,
    }
}

fn state_line(journal: &Journal, day: Date) -> Option<String> {
    let check_in = journal.check_ins_on(&(day..=day)).last()?.1;
    match (check_in.ill == Some(true), check_in.travel == Some(true)) {
        (true, true) => Some(fl!("chart-story-ill-travel")),
        (true, false) => Some(fl!("chart-story-ill")),
        (false, true) => Some(fl!("chart-story-travel")),
        (false, false) => None,
    }
}

/// The beginning of `text` in one line, whole words of at most `letters` letters.
fn beginning_of(text: &str, letters: usize) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = line.chars().count() + word.chars().count() + 1;
        if longer > letters {
            let kept = if line.is_empty() {
                word.chars().take(letters).collect()
            } else {
                line
            };
            return format!("{kept}…");
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Answer, CheckIn, Habit, HabitKind, Id, Meta, Practice, Record, Settings, Sport, Stamp, When};

    const DAY: Date = date(2026, 11, 24);

    fn told(journal: &Journal, day: Date) -> Vec<String> {
        day_lines(journal, &DailyTable::of(journal), day)
    }

    fn run(hour: i8, rpe: Option<f64>) -> Activity {
        let start = Stamp::from_civil_offset(DAY.at(hour, 0, 0, 0), 0).unwrap();
        Activity {
            distance_m: Some(10_200.0),
            elapsed_s: Some(3_270.0),
            rpe,
            ..Activity::new(Meta::manual(Id::fresh(start.ms)), Sport::Run, start)
        }
    }

    #[test]
    fn a_day_is_told_as_it_went() {
        let mut race = run(9, Some(9.0));
        race.kind = Some(RunKind::Race);
        race.title = "Autumn ten".into();
        race.notes = "Went out too fast and paid for it on the hill, but the last two kilometres were good.".into();
        let mut check_in = CheckIn::new(Meta::manual(Id::fresh(1)), DAY);
        check_in.travel = Some(true);
        let records = [
            Record::Activity(race),
            Record::Activity(run(17, None)),
            Record::CheckIn(check_in),
        ];
        let journal = Journal::of(records, Settings::for_zone("UTC"));
        assert_eq!(
            told(&journal, DAY),
            [
                "Slept: not recorded",
                "Soreness: not recorded",
                "Race, Autumn ten: 10.2 km, 54:30, effort 9 of 10, and 1 more session",
                "Load: not known, an effort is missing",
                "Travelling",
                "Note: Went out too fast and paid for it on the hill, but the last two…",
            ]
        );
    }

    #[test]
    fn a_day_without_a_session_is_a_rest_day_only_where_something_was_recorded() {
        let check_in = CheckIn::new(Meta::manual(Id::fresh(1)), DAY);
        let journal = Journal::of([Record::CheckIn(check_in)], Settings::for_zone("UTC"));
        assert_eq!(told(&journal, DAY)[2..], ["No training"]);
        assert_eq!(told(&journal, DAY.tomorrow().unwrap()).len(), 2);
    }

    #[test]
    fn a_few_of_the_things_that_were_done_are_named_and_the_rest_counted() {
        let done = |n: usize| {
            let id = Slug::of(&format!("habit_{n}"));
            let habit = Record::Habit(Habit {
                meta: Meta::manual(id.clone()),
                name: format!("Habit {n}"),
                kind: HabitKind::YesNo,
                unit: String::new(),
                builtin: false,
                hidden: false,
            });
            let practice = Practice::new(Meta::manual(Id::fresh(n as i64)), When::On(DAY), id, Answer::Yes);
            [habit, Record::Practice(practice)]
        };
        let journal = Journal::of((1..7).flat_map(done), Settings::for_zone("UTC"));
        let last = told(&journal, DAY).pop();
        assert_eq!(
            last.as_deref(),
            Some("Done: Habit 1, Habit 2, Habit 3, Habit 4 and 2 more")
        );
    }

    #[test]
    fn the_beginning_of_a_text_is_whole_words_in_one_line() {
        assert_eq!(beginning_of("Left calf\n tight", 20), "Left calf tight");
        assert_eq!(beginning_of("Left calf tight", 10), "Left calf…");
        assert_eq!(beginning_of("Donaudampfschiff", 5), "Donau…");
    }
}
