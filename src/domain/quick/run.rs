//! A session: distance, time and pace, and whatever else is noted about it.
//!
//! Two of distance, time and pace give the third, as in the form. What was not said to have begun some
//! time ended now. `18:00` can be a start and a time; which it is follows from what else is there
//! ([`clock`]), and where nothing tells, the runner is asked.

mod clock;

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::about::About;
use super::item::Item;
use super::lexicon::Meaning;
use super::line::{Line, Told, to_the_minute};
use super::token::{Kind, Token};
use super::value::{Shape, Value, value_at};
use super::{Span, number};
use crate::domain::units::{self, InputError, Three, show_clock};
use crate::domain::{Activity, RunKind, Sport, Stamp};
use crate::fl;

/// A number of a run that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub(super) enum Field {
    /// Effort.
    Rpe,
    /// How it felt.
    Feel,
    /// Mean heart rate.
    Hr,
    /// Highest heart rate.
    MaxHr,
    /// Metres climbed.
    Ascent,
}

/// A value and where it stands.
type At<T> = Option<(T, Span)>;

/// What is said of a session.
#[derive(Default)]
struct Said<'t> {
    sport: At<Sport>,
    kind: At<RunKind>,
    distance: At<f64>,
    time: At<f64>,
    pace: At<f64>,
    rpe: At<f64>,
    feel: At<f64>,
    hr: At<f64>,
    max_hr: At<f64>,
    ascent: At<f64>,
    temperature: At<f64>,
    title: At<&'t str>,
    tags: Vec<String>,
    /// Where the distance stands among the words.
    distance_at: Option<usize>,
    /// `54:30` and `18:00`: a time each, or the start.
    shorts: Vec<(usize, Value<'t>)>,
    /// `400m`: metres, or minutes.
    metres: Vec<Value<'t>>,
}

/// Reads a session into `line`.
pub(super) fn read<'t>(line: &mut Line<'_, 't>, about: &About<'t>, item: &Item<'t>) {
    let mut said = Said::default();
    let mut at = 0;
    while at < item.tokens.len() {
        at += said.take(line, &item.tokens, at);
    }
    said.settle_metres(line);
    let start = said.settle_clocks(line, about);
    if let Some(vague) = about.vague.as_ref().filter(|_| start.is_none()) {
        line.problem(vague.clone(), fl!("quick-start-missing"));
    }
    said.check(line);
    if let Some(activity) = said.activity(line, about, item, start) {
        line.tell(item.span.clone(), Told::Activity(Box::new(activity)));
    }
}

impl<'t> Said<'t> {
    /// Takes what stands at `at`; how many tokens it is.
    fn take(&mut self, line: &mut Line<'_, 't>, tokens: &[Token<'t>], at: usize) -> usize {
        let token = &tokens[at];
        let span = &token.span;
        match (&token.meaning, token.kind) {
            (Some(Meaning::Sport(sport)), _) => line.once(&mut self.sport, span, Some((*sport, span.clone()))),
            (Some(Meaning::Kind(kind)), _) => line.once(&mut self.kind, span, Some((*kind, span.clone()))),
            (Some(Meaning::Distance(decimetres)), _) => {
                self.distance(line, Ok(f64::from(*decimetres) / 10.0), span, at);
            }
            (Some(Meaning::Field(field)), _) => return 1 + self.field(line, *field, tokens, at),
            (_, Kind::Quoted) => line.once(&mut self.title, span, Some((token.text, span.clone()))),
            (_, Kind::Tag) => self.tags.push(token.text.to_owned()),
            _ => match value_at(line.text, tokens, at, &|_| false) {
                Some(value) => {
                    let after_sport = at > 0 && matches!(tokens[at - 1].meaning, Some(Meaning::Sport(_)));
                    let count = value.count;
                    self.value(line, value, at, after_sport);
                    return count;
                }
                None => line.misplaced(token, fl!("quick-takes-run")),
            },
        }
        1
    }

    /// The number after its name; how many tokens it is.
    fn field(&mut self, line: &mut Line<'_, 't>, field: Field, tokens: &[Token<'t>], at: usize) -> usize {
        let (range, whole) = match field {
            Field::Rpe => (0.0..=10.0, false),
            Field::Feel => (1.0..=5.0, true),
            Field::Hr | Field::MaxHr => (20.0..=250.0, false),
            Field::Ascent => (0.0..=1e5, false),
        };
        let slot = match field {
            Field::Rpe => &mut self.rpe,
            Field::Feel => &mut self.feel,
            Field::Hr => &mut self.hr,
            Field::MaxHr => &mut self.max_hr,
            Field::Ascent => &mut self.ascent,
        };
        let (count, value) = number::after(line, tokens, at, range, whole);
        if let Some((number, span)) = value {
            if field == Field::Rpe && (number * 2.0).fract() != 0.0 {
                line.problem(span.clone(), fl!("quick-halves"));
            }
            line.once(slot, &span, Some((number, span.clone())));
        }
        count
    }

    fn value(&mut self, line: &mut Line<'_, 't>, value: Value<'t>, at: usize, after_sport: bool) {
        let unit = line.journal().settings.distance;
        let degrees = line.journal().settings.temperature;
        let (text, span) = (value.text, value.span.clone());
        match value.shape {
            Shape::Metres | Shape::Bare if text.starts_with('+') => {
                let number = line.parsed(&span, number::metres(text));
                let found = number.map(|it| (it, span.clone()));
                line.once(&mut self.ascent, &span, found);
            }
            Shape::Distance => self.distance(line, units::parse_distance(text, unit), &span, at),
            Shape::Bare if after_sport => self.distance(line, units::parse_distance(text, unit), &span, at),
            Shape::Length | Shape::Long => {
                let found = line
                    .parsed(&span, units::parse_duration(text))
                    .map(|it| (it, span.clone()));
                line.once(&mut self.time, &span, found);
            }
            Shape::Pace => {
                let found = line
                    .parsed(&span, units::parse_pace(text, unit))
                    .map(|it| (it, span.clone()));
                line.once(&mut self.pace, &span, found);
            }
            Shape::Temperature => {
                let found = line.parsed(&span, units::parse_temperature(text, degrees));
                let found = found.map(|it| (it, span.clone()));
                line.once(&mut self.temperature, &span, found);
            }
            Shape::Short => self.shorts.push((at, value)),
            Shape::Metres => self.metres.push(value),
            Shape::Bare => line.problem(span, fl!("quick-bare-in-run", number = text, unit = unit.sign())),
            Shape::Clock | Shape::Mass | Shape::Volume | Shape::Amount => {
                line.problem(
                    span,
                    fl!("quick-misplaced", word = text, takes = fl!("quick-takes-run")),
                );
            }
        }
    }

    fn distance(&mut self, line: &mut Line, parsed: Result<f64, InputError>, span: &Span, at: usize) {
        let found = line.parsed(span, parsed).map(|it| (it, span.clone()));
        self.distance_at = self.distance_at.or(Some(at));
        line.once(&mut self.distance, span, found);
    }

    /// What does not go together.
    fn check(&self, line: &mut Line) {
        if let (Some((_, kind)), Some((sport, _))) = (&self.kind, &self.sport)
            && *sport != Sport::Run
        {
            line.problem(kind.clone(), fl!("quick-kind-of-run"));
        }
        if let (Some((mean, _)), Some((highest, span))) = (&self.hr, &self.max_hr)
            && mean > highest
        {
            line.problem(span.clone(), fl!("form-max-under-mean"));
        }
    }

    /// Distance and time, as said or from the pace.
    fn three(&self, line: &mut Line, whole: &Span) -> Option<Three> {
        let value = |at: &At<f64>| at.as_ref().map(|(value, _)| *value);
        let given = Three {
            distance_m: value(&self.distance),
            time_s: value(&self.time),
            s_per_m: value(&self.pace),
        };
        let place = |at: &At<f64>| at.as_ref().map_or_else(|| whole.clone(), |(_, span)| span.clone());
        match units::third(given, line.journal().settings.distance) {
            Ok(all) => Some(all),
            Err(why) => {
                let span = match why {
                    InputError::TooFast { .. } => place(&self.time),
                    InputError::Disagree { .. } => place(&self.pace),
                    _ => place(&self.distance.clone().or_else(|| self.pace.clone())),
                };
                line.problem(span, why.sentence());
                None
            }
        }
    }

    fn activity(self, line: &mut Line, about: &About, item: &Item, start: At<Start>) -> Option<Activity> {
        if self.distance.is_none() && self.time.is_none() {
            line.nothing_in(item.span.clone(), fl!("form-run-empty"));
            return None;
        }
        let three = self.three(line, &item.span)?;
        let started_at = started_at(line, about, start, three.time_s.unwrap_or(0.0))?;
        let value = |at: At<f64>| at.map(|(value, _)| value);
        let sport = self.sport.map_or(Sport::Run, |(sport, _)| sport);
        Some(Activity {
            elapsed_s: three.time_s,
            distance_m: three.distance_m,
            kind: self.kind.map(|(kind, _)| kind),
            rpe: value(self.rpe),
            feel: value(self.feel).map(|it| it as i64),
            avg_hr: value(self.hr),
            max_hr: value(self.max_hr),
            ascent_m: value(self.ascent),
            temperature_c: value(self.temperature),
            title: self.title.map(|(title, _)| title.to_owned()).unwrap_or_default(),
            tags: self.tags,
            notes: about.note.to_owned(),
            ..Activity::new(line.meta(), sport, started_at)
        })
    }
}

/// A clock time at which a session began.
type Start = jiff::civil::Time;

/// When it began: at the time said, else so long ago as it took.
fn started_at(line: &mut Line, about: &About, start: At<Start>, seconds: f64) -> Option<Stamp> {
    let day = line.day(about, line.today())?;
    let Some((time, span)) = start else {
        if let Some(said) = about.day.as_ref().filter(|_| day != line.today()) {
            line.problem(said.span.clone(), fl!("quick-start-missing"));
            return None;
        }
        return Some(to_the_minute(line.context.now.plus_seconds(-seconds)));
    };
    let at = line.journal().settings.day_rule.at(day, time, line.context.zone);
    let at = line.past(at, &span)?;
    let end = at.plus_seconds(seconds);
    if line.is_to_come(end) {
        let time = show_clock(end.civil().time());
        line.problem(span, fl!("quick-end-to-come", time = time));
        return None;
    }
    Some(at)
}
