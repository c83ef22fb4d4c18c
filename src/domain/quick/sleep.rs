//! A night or a nap: `sleep 7h15 q4`, `slept 22:40-6:15`, `nap 25m`.
//!
//! A night belongs to the civil date of waking, and completes the night which that day has already.
//! One `7:15` of a night is a length; two times are to bed and awake, and `at 22:40` is to bed.

use jiff::civil::{Date, Time};

use super::about::About;
use super::item::Item;
use super::lexicon::Meaning;
use super::line::{Line, Told};
use super::token::{Kind, Token};
use super::value::{Shape, shape, value_at};
use super::{Span, number};
use crate::domain::night::bed_date;
use crate::domain::units::{parse_clock, parse_minutes, parse_sleep};
use crate::domain::{Night, Stamp};
use crate::fl;

/// What stands between two times without a space.
const DASHES: [char; 3] = ['-', '–', '—'];

/// Two clock times and where they stand.
type Times = ((Time, Span), (Time, Span));

#[derive(Default)]
struct Said {
    asleep_min: Option<f64>,
    quality: Option<i64>,
    times: Option<Times>,
}

/// Reads a night into `line`, or a nap.
pub(super) fn read<'t>(line: &mut Line<'_, 't>, about: &About<'t>, item: &Item<'t>, nap: bool) {
    let mut said = Said::default();
    let mut at = 0;
    while at < item.tokens.len() {
        at += said.take(line, &item.tokens, at, nap);
    }
    // A night is told in the morning, also before the journal's day begins.
    let Some(day) = line.day(about, line.context.now.civil_date()) else {
        return;
    };
    let Some((bed_at, wake_at)) = said.stamps(line, about, day) else {
        return;
    };
    if said.asleep_min.or(said.quality.map(|it| it as f64)).is_none() && bed_at.or(wake_at).is_none() {
        line.nothing_in(item.span.clone(), fl!("form-night-empty"));
        return;
    }
    if !nap {
        said.note_what(line, day, &item.span);
    }
    let night = Night {
        bed_at,
        wake_at,
        asleep_min: said.asleep_min,
        quality: said.quality,
        nap,
        notes: about.note.to_owned(),
        ..Night::new(line.meta(), day)
    };
    let told = if nap { Told::Nap(night) } else { Told::Night(night) };
    line.tell(item.span.clone(), told);
}

impl Said {
    /// Takes what stands at `at`; how many tokens it is.
    fn take<'t>(&mut self, line: &mut Line<'_, 't>, tokens: &[Token<'t>], at: usize, nap: bool) -> usize {
        let token = &tokens[at];
        match &token.meaning {
            Some(Meaning::Sleep | Meaning::Nap) => 1,
            Some(Meaning::Quality) => {
                let (count, value) = number::after(line, tokens, at, 1.0..=5.0, true);
                if let Some((number, span)) = value {
                    line.once(&mut self.quality, &span, Some(number as i64));
                }
                1 + count
            }
            _ => match times(line, tokens, at) {
                Some((count, times)) => {
                    let span = token.span.start..tokens[at + count - 1].span.end;
                    line.once(&mut self.times, &span, times);
                    count
                }
                None => self.length(line, tokens, at, nap),
            },
        }
    }

    fn length<'t>(&mut self, line: &mut Line<'_, 't>, tokens: &[Token<'t>], at: usize, nap: bool) -> usize {
        let Some(value) = value_at(line.text, tokens, at, &|_| false) else {
            line.misplaced(&tokens[at], fl!("quick-takes-sleep"));
            return 1;
        };
        let parsed = match value.shape {
            // Nobody naps for 25 hours.
            Shape::Bare if nap => parse_minutes(value.text),
            _ => parse_sleep(value.text),
        };
        let minutes = line.parsed(&value.span, parsed);
        line.once(&mut self.asleep_min, &value.span, minutes);
        value.count
    }

    /// To bed and awake; `None` where they cannot be.
    fn stamps(&self, line: &mut Line, about: &About, day: Date) -> Option<(Option<Stamp>, Option<Stamp>)> {
        let stamp =
            |line: &Line, date: Option<Date>, time: Time| Stamp::from_civil(date?.to_datetime(time), line.context.zone);
        let (bed, wake) = match (&self.times, &about.clock) {
            (Some(_), Some((_, span))) => {
                line.problem(span.clone(), fl!("quick-one-time"));
                return None;
            }
            (None, None) => return Some((None, None)),
            (None, Some(bed)) => (bed, None),
            (Some((bed, wake)), None) => (bed, Some(wake)),
        };
        if wake.is_some_and(|wake| wake.0 == bed.0) {
            line.problem(bed.1.clone(), fl!("form-bed-is-wake"));
            return None;
        }
        let bed_at = stamp(line, bed_date(day, bed.0, wake.map(|it| it.0)), bed.0);
        let bed_at = line.past(bed_at, &bed.1)?;
        let wake_at = match wake {
            Some((wake, span)) => {
                let at = stamp(line, Some(day), *wake);
                Some(line.past(at, span)?)
            }
            None => None,
        };
        Some((Some(bed_at), wake_at))
    }

    /// What the line says of a night, it says once.
    fn note_what(&self, line: &mut Line, day: Date, span: &Span) {
        if self.asleep_min.is_some() {
            line.says(day, "asleep", span);
        }
        if self.quality.is_some() {
            line.says(day, "quality", span);
        }
        if self.times.is_some() {
            line.says(day, "times", span);
        }
    }
}

/// Two clock times: `22:40-6:15`, `22:40 - 6:15`, `22:40 to 6:15`, `22:40 6:15`. How many tokens they are, and they.
fn times<'t>(line: &mut Line<'_, 't>, tokens: &[Token<'t>], at: usize) -> Option<(usize, Option<Times>)> {
    let first = tokens
        .get(at)
        .filter(|it| it.kind == Kind::Word && it.meaning.is_none())?;
    if let Some(dash) = first.text.find(DASHES).filter(|dash| *dash > 0) {
        let (one, other) = first.text.split_at(dash);
        let other = other.trim_start_matches(DASHES);
        if other.is_empty() || !(one.contains(':') || other.contains(':')) {
            return None;
        }
        let spans = (
            first.span.start..first.span.start + dash,
            first.span.end - other.len()..first.span.end,
        );
        return Some((1, both(line, (one, spans.0), (other, spans.1))));
    }
    let is_clock = |it: &Token| shape(it.text) == Some(Shape::Short) && parse_clock(it.text).is_ok();
    if let Some(second) = tokens.get(at + 1).filter(|it| is_clock(first) && is_clock(it)) {
        let (one, other) = ((first.text, first.span.clone()), (second.text, second.span.clone()));
        return Some((2, both(line, one, other)));
    }
    let between = tokens.get(at + 1)?;
    let is_between = between.meaning == Some(Meaning::To) || DASHES.iter().any(|it| between.text == it.to_string());
    let last = tokens.get(at + 2).filter(|_| is_between)?;
    let (one, other) = ((first.text, first.span.clone()), (last.text, last.span.clone()));
    Some((3, both(line, one, other)))
}

fn both(line: &mut Line, one: (&str, Span), other: (&str, Span)) -> Option<Times> {
    let one_time = line.parsed(&one.1, parse_clock(one.0));
    let other_time = line.parsed(&other.1, parse_clock(other.0));
    Some(((one_time?, one.1), (other_time?, other.1)))
}
