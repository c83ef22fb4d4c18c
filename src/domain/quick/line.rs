//! The whole line while it is read: what was made so far, and what is wrong.
//!
//! A day has one night and one check-in. What several parts say of one is gathered here, and completes in
//! the end what the journal has of that day already.

use std::collections::HashSet;

use jiff::civil::Date;

use super::about::About;
use super::lexicon::Lexicon;
use super::preview::Preview;
use super::token::Token;
use super::{Context, Entry, Problem, Reading, Span};
use crate::domain::units::{InputError, show_clock, show_hours};
use crate::domain::{
    Activity, CheckIn, Id, Intake, Journal, Meta, Night, Practice, Record, SorenessRating, Stamp, Supplement, soreness,
};
use crate::fl;

/// Ratings belong to a run of the same line that ended so short a time before, seconds.
const JUST_AFTER_S: f64 = 2.0 * 3600.0;
/// What is said to be now may lie so far ahead, ms: a clock on the wall shows no seconds.
const MINUTE_MS: i64 = 60_000;

/// What a part of the line became.
#[derive(Debug)]
pub(super) enum Told {
    /// A session.
    Activity(Box<Activity>),
    /// A rating; its context is found in the end.
    Soreness(SorenessRating),
    /// What is said of a night.
    Night(Night),
    /// A nap.
    Nap(Night),
    /// A dose, or that there was none; and the catalogue's new entry for it.
    Intake(Intake, Option<Box<Supplement>>),
    /// A habit.
    Practice(Practice),
    /// What is said of a day.
    CheckIn(Box<CheckIn>),
}

/// The line while it is read.
pub(super) struct Line<'c, 't> {
    /// The text.
    pub(super) text: &'t str,
    /// What is known.
    pub(super) context: &'c Context<'c>,
    /// The names.
    pub(super) lexicon: Lexicon,
    told: Vec<(Span, Told)>,
    problems: Vec<Problem>,
    said: HashSet<(Date, &'static str)>,
}

impl<'c, 't> Line<'c, 't> {
    pub(super) fn new(text: &'t str, context: &'c Context<'c>) -> Self {
        Self {
            text,
            context,
            lexicon: Lexicon::of(context.journal),
            told: Vec::new(),
            problems: Vec::new(),
            said: HashSet::new(),
        }
    }

    /// The journal.
    pub(super) fn journal(&self) -> &'c Journal {
        self.context.journal
    }

    /// Says what is wrong at a place; one thing a place.
    pub(super) fn problem(&mut self, span: Span, sentence: String) {
        if self.problems.iter().all(|it| it.span != span) {
            self.problems.push(Problem { span, sentence });
        }
    }

    /// Says that an item tells nothing, unless what is wrong inside of it says why.
    pub(super) fn nothing_in(&mut self, span: Span, sentence: String) {
        let inside = |it: &Problem| span.start <= it.span.start && it.span.end <= span.end;
        if !self.problems.iter().any(inside) {
            self.problem(span, sentence);
        }
    }

    /// What `parsed` holds, or `None` and what is wrong at `span`.
    pub(super) fn parsed<T>(&mut self, span: &Span, parsed: Result<T, InputError>) -> Option<T> {
        parsed.map_err(|why| self.problem(span.clone(), why.sentence())).ok()
    }

    /// Says that a word does not belong where it stands: the name it is almost like, else what `takes` says.
    pub(super) fn misplaced(&mut self, token: &Token, takes: String) {
        let near = self.lexicon.near(token.text).filter(|_| token.meaning.is_none());
        let word = &self.text[token.span.clone()];
        let sentence = match near {
            Some(near) => fl!("quick-near", word = word, near = near),
            None => fl!("quick-misplaced", word = word, takes = takes),
        };
        self.problem(token.span.clone(), sentence);
    }

    /// Puts `value` into `slot`, unless something was said there already.
    pub(super) fn once<T>(&mut self, slot: &mut Option<T>, span: &Span, value: Option<T>) {
        if value.is_some() && slot.is_some() {
            self.problem(span.clone(), fl!("quick-said-twice"));
        } else if value.is_some() {
            *slot = value;
        }
    }

    /// Notes that `what` is said of `day`; it can be said once in a line.
    pub(super) fn says(&mut self, day: Date, what: &'static str, span: &Span) {
        if !self.said.insert((day, what)) {
            self.problem(span.clone(), fl!("quick-said-twice"));
        }
    }

    /// The bookkeeping of a new record.
    pub(super) fn meta(&self) -> Meta {
        Meta::manual(Id::fresh(self.context.now.ms))
    }

    /// The journal day it is.
    pub(super) fn today(&self) -> Date {
        self.context.journal.settings.day_rule.day_of(self.context.now)
    }

    /// Now, to the minute: as a clock on the wall is read.
    pub(super) fn now(&self) -> Stamp {
        to_the_minute(self.context.now)
    }

    /// The day of a part, where `today` is the day it is. `None` where it is none, or still to come.
    pub(super) fn day(&mut self, about: &About, today: Date) -> Option<Date> {
        let Some(day) = &about.day else {
            return Some(today);
        };
        match day.date(today) {
            None => self.problem(day.span.clone(), fl!("form-not-a-day")),
            Some(date) if date > today => self.problem(day.span.clone(), fl!("form-day-to-come")),
            Some(date) => return Some(date),
        }
        None
    }

    /// The instant of a part that says its day and time: now where it says neither.
    pub(super) fn instant(&mut self, about: &About) -> Option<Stamp> {
        let day = self.day(about, self.today())?;
        match (&about.clock, &about.day) {
            (Some((time, span)), _) => {
                let at = self.context.journal.settings.day_rule.at(day, *time, self.context.zone);
                self.past(at, span)
            }
            (None, Some(said)) if day != self.today() => {
                self.problem(said.span.clone(), fl!("quick-time-missing"));
                None
            }
            (None, _) => Some(self.now()),
        }
    }

    /// `at`, where it can be kept and has come already.
    pub(super) fn past(&mut self, at: Option<Stamp>, span: &Span) -> Option<Stamp> {
        match at {
            None => self.problem(span.clone(), fl!("form-not-a-day")),
            Some(it) if self.is_to_come(it) => {
                let time = show_clock(it.civil().time());
                self.problem(span.clone(), fl!("quick-time-to-come", time = time));
            }
            Some(it) => return Some(it),
        }
        None
    }

    /// Whether `at` has not come yet.
    pub(super) fn is_to_come(&self, at: Stamp) -> bool {
        at.ms > self.context.now.ms + MINUTE_MS
    }

    /// A supplement that an earlier part of the line brought in.
    pub(super) fn new_supplement(&self, name: &str) -> Option<&Supplement> {
        self.told.iter().find_map(|(_, told)| match told {
            Told::Intake(_, Some(it)) if it.is_called(name) => Some(it.as_ref()),
            _ => None,
        })
    }

    /// Whether the line rates this place already, at the same time.
    pub(super) fn rates(&self, rating: &SorenessRating) -> bool {
        self.told.iter().any(|(_, told)| match told {
            Told::Soreness(it) => (it.region, it.side, it.at) == (rating.region, rating.side, rating.at),
            _ => false,
        })
    }

    /// Takes in what stands at `span`.
    pub(super) fn tell(&mut self, span: Span, told: Told) {
        for (_, earlier) in &mut self.told {
            match (earlier, &told) {
                (Told::Night(it), Told::Night(more)) if it.day == more.day => {
                    *it = it.clone().completed_by(more);
                    return;
                }
                (Told::CheckIn(it), Told::CheckIn(more)) if it.day == more.day => {
                    **it = it.as_ref().clone().completed_by(more);
                    return;
                }
                _ => {}
            }
        }
        self.told.push((span, told));
    }

    /// What came of it.
    pub(super) fn end(mut self) -> Reading {
        let mut told = std::mem::take(&mut self.told);
        for n in 0..told.len() {
            let run = match &told[n].1 {
                Told::Soreness(it) => run_before(it.at, &told),
                _ => None,
            };
            self.finish(&mut told[n], run);
        }
        told.sort_by_key(|(span, _)| span.start);
        let preview = Preview::new(self.context, &told);
        let entries = told.iter().map(|(span, told)| Entry {
            span: span.clone(),
            preview: preview.of(told),
            records: self.records(told),
        });
        let entries = entries.collect();
        self.problems.sort_by_key(|it| it.span.start);
        Reading {
            entries,
            problems: self.problems,
        }
    }

    /// Finds the context of a rating, and whether a night fits its times.
    fn finish(&mut self, (span, told): &mut (Span, Told), run: Option<Id>) {
        match told {
            Told::Soreness(it) => {
                let is_today = self.journal().settings.day_rule.day_of(it.at) == self.today();
                it.run_id = run;
                it.context = soreness::Context::of(run.is_some(), is_today, it.at.civil().hour());
            }
            Told::Night(it) | Told::Nap(it) => {
                let whole = whole_night(self.journal(), it);
                if let Some(in_bed) = whole.outslept() {
                    let in_bed = show_hours(in_bed / 60.0);
                    self.problem(span.clone(), fl!("form-slept-too-long", bed = in_bed));
                }
            }
            _ => {}
        }
    }

    fn records(&self, told: &Told) -> Vec<Record> {
        match told {
            Told::Activity(it) => vec![Record::Activity(it.as_ref().clone())],
            Told::Soreness(it) => vec![Record::Soreness(it.clone())],
            Told::Night(it) | Told::Nap(it) => vec![Record::Night(whole_night(self.journal(), it))],
            Told::Intake(it, new) => {
                let new = new.as_deref().cloned().map(Record::Supplement);
                new.into_iter().chain([Record::Intake(it.clone())]).collect()
            }
            Told::Practice(it) => vec![Record::Practice(it.clone())],
            Told::CheckIn(it) => vec![Record::CheckIn(match self.journal().check_in_of(it.day) {
                Some(there) => there.clone().completed_by(it),
                None => it.as_ref().clone(),
            })],
        }
    }
}

/// The night of the journal that `more` tells of, completed by it; `more` itself where there is none.
fn whole_night(journal: &Journal, more: &Night) -> Night {
    match journal.night_of(more.day).filter(|_| !more.nap) {
        Some(there) => there.clone().completed_by(more),
        None => more.clone(),
    }
}

/// The run of the line that ended shortly before `at`.
fn run_before(at: Stamp, told: &[(Span, Told)]) -> Option<Id> {
    let runs = told.iter().filter_map(|(_, told)| match told {
        Told::Activity(it) if it.is_run() => Some(it),
        _ => None,
    });
    // The end of a run may have seconds, the time of a rating has none.
    let mut just_ended = runs.filter(|it| (-60.0..=JUST_AFTER_S).contains(&at.seconds_since(it.ended_at())));
    just_ended.next().map(|it| it.meta.id)
}

/// `at`, at its whole minute.
pub(super) fn to_the_minute(at: Stamp) -> Stamp {
    Stamp {
        ms: at.ms.div_euclid(MINUTE_MS) * MINUTE_MS,
        ..at
    }
}
