//! Sleep: from what each device saw, piece by piece, to nights and naps.
//!
//! A watch, a ring and a telephone tell of one night, each in pieces of minutes. Asleep is who was seen asleep
//! by any of them: the pieces are united and never added. Two pieces with less than [`SAME_SLEEP_S`] between
//! them are of one sleep, so that an hour awake at three parts no night and an evening on the sofa is none.
//! Times in bed and awake say how the sleep lay in them; by themselves they are a night only where nobody
//! saw any sleep in it and it was hours long, as with a telephone that knows no more than that.

use std::ops::Range;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::domain::night::AWAKE_MIN;
use crate::domain::{Night, RecordKind, Stamp};
use crate::import::reading::Task;
use crate::import::reading::night::{SHORTEST_SLEEP_S, is_nap};

use super::SOURCE;

/// Pieces of sleep with at most this between them are of one sleep, seconds.
const SAME_SLEEP_S: i64 = 2 * 3600;

/// Times in bed and awake with at most this between them belong together, seconds.
const SAME_REST_S: i64 = 30 * 60;

/// Time in bed without any sleep is a night from here on, seconds.
const REST_ALONE_S: i64 = 3 * 3600;

/// A longer sleep is none, seconds.
const LONGEST_S: i64 = 24 * 3600;

/// The most pieces that are held; ten years of two watches have a third of them.
const MOST_PIECES: usize = 1_000_000;

/// The most devices that are told apart.
const MOST_SOURCES: usize = 250;

/// What somebody was seen doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    InBed,
    Awake,
    Asleep,
    Core,
    Deep,
    Rem,
}

impl Stage {
    /// The stage that Apple calls so; the numbers are those of its library, which some programs write.
    pub fn of(value: &str) -> Option<Self> {
        match value.trim_start_matches("HKCategoryValueSleepAnalysis") {
            "InBed" | "0" => Some(Self::InBed),
            "Asleep" | "AsleepUnspecified" | "1" => Some(Self::Asleep),
            "Awake" | "2" => Some(Self::Awake),
            "AsleepCore" | "3" => Some(Self::Core),
            "AsleepDeep" | "4" => Some(Self::Deep),
            "AsleepREM" | "5" => Some(Self::Rem),
            _ => None,
        }
    }

    fn is_asleep(self) -> bool {
        !matches!(self, Self::InBed | Self::Awake)
    }
}

/// A stretch of time in one stage, as one device saw it.
#[derive(Clone, Copy, Debug)]
struct Piece {
    from: i64,
    seconds: u32,
    from_offset: i16,
    to_offset: i16,
    source: u8,
    stage: Stage,
}

impl Piece {
    fn to(&self) -> i64 {
        self.from + i64::from(self.seconds)
    }

    fn span(&self) -> Span {
        Span {
            from: self.from,
            to: self.to(),
            from_offset: self.from_offset,
            to_offset: self.to_offset,
        }
    }
}

/// A stretch of time, seconds since 1970, with the offsets of the clock at both ends.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Span {
    from: i64,
    to: i64,
    from_offset: i16,
    to_offset: i16,
}

impl Span {
    fn seconds(&self) -> i64 {
        self.to - self.from
    }

    fn bed_at(&self) -> Stamp {
        Stamp {
            ms: self.from * 1000,
            offset_min: self.from_offset,
        }
    }

    fn wake_at(&self) -> Stamp {
        Stamp {
            ms: self.to * 1000,
            offset_min: self.to_offset,
        }
    }

    /// Takes in the other.
    fn reach(&mut self, other: &Self) {
        if other.from < self.from {
            (self.from, self.from_offset) = (other.from, other.from_offset);
        }
        if other.to > self.to {
            (self.to, self.to_offset) = (other.to, other.to_offset);
        }
    }
}

/// Everything that was seen of the runner's sleep.
#[derive(Default)]
pub(super) struct Sleep {
    pieces: Vec<Piece>,
    sources: Vec<String>,
}

/// What became of it.
#[derive(Default)]
pub(super) struct Nights {
    /// The nights and naps.
    pub list: Vec<Night>,
    /// How many sleeps were too short to be one.
    pub short: usize,
    /// How many lasted longer than a day.
    pub long: usize,
    /// How many times in bed had no sleep in them and were no night.
    pub rests: usize,
}

/// Why a piece is not taken.
pub(super) enum NoPiece {
    /// It does not end after its beginning, or lasts longer than a day.
    Length,
    /// There are too many of them.
    TooMany,
}

impl Sleep {
    /// One more piece.
    pub fn add(&mut self, stage: Stage, from: Stamp, to: Stamp, source: &str) -> Result<(), NoPiece> {
        let seconds = (to.ms - from.ms) / 1000;
        if seconds <= 0 || seconds > LONGEST_S {
            return Err(NoPiece::Length);
        }
        if self.pieces.len() == MOST_PIECES {
            return Err(NoPiece::TooMany);
        }
        let source = self.source(source);
        self.pieces.push(Piece {
            from: from.ms.div_euclid(1000),
            seconds: seconds as u32,
            from_offset: from.offset_min,
            to_offset: to.offset_min,
            source,
            stage,
        });
        Ok(())
    }

    /// The number of a device. Apple writes the apostrophe of a name now this way, now that.
    fn source(&mut self, name: &str) -> u8 {
        let name = name.replace('\u{2019}', "'").replace('\u{a0}', " ");
        let known = self.sources.iter().position(|it| *it == name);
        let at = known.unwrap_or_else(|| {
            if self.sources.len() < MOST_SOURCES {
                self.sources.push(name);
            }
            self.sources.len() - 1
        });
        at as u8
    }

    /// The nights and naps that all this was.
    pub fn into_nights(mut self, task: &Task) -> Nights {
        self.pieces.sort_unstable_by_key(|it| (it.from, it.to()));
        let asleep = united(self.spans(Stage::is_asleep), 0);
        let awake = united(self.spans(|it| it == Stage::Awake), 0);
        let rests = united(self.spans(|it| !it.is_asleep()), SAME_REST_S);
        let mut nights = Nights::default();
        let mut sleeps = sleeps(&asleep, &rests);
        sleeps.extend(rests_alone(&rests, &sleeps, &mut nights.rests));
        sleeps.sort_by_key(|it| it.lying.from);
        sleeps.retain(|sleep| {
            let asleep_s: i64 = asleep[sleep.asleep.clone()].iter().map(Span::seconds).sum();
            let is_long = sleep.lying.seconds() > LONGEST_S;
            let is_short = !is_long && !sleep.asleep.is_empty() && (asleep_s as f64) < SHORTEST_SLEEP_S;
            nights.long += usize::from(is_long);
            nights.short += usize::from(is_short);
            !is_long && !is_short
        });
        for of_day in sleeps.chunk_by(|a, b| a.day() == b.day()) {
            let main = main_of(of_day);
            for (at, sleep) in of_day.iter().enumerate() {
                let name = sleep.name(at == main);
                nights.list.push(self.night(sleep, name, &asleep, &awake, task));
            }
        }
        nights
    }

    fn spans(&self, is: impl Fn(Stage) -> bool) -> impl Iterator<Item = Span> {
        self.pieces.iter().filter(move |it| is(it.stage)).map(Piece::span)
    }

    fn night(&self, sleep: &OneSleep, name: String, asleep: &[Span], awake: &[Span], task: &Task) -> Night {
        let day = sleep.day();
        // Not when it began: a later export can say that more exactly.
        let midnight = Stamp::from_civil_offset(day.into(), 0).map_or(0, |it| it.ms);
        let mut night = Night {
            bed_at: Some(sleep.lying.bed_at()),
            wake_at: Some(sleep.lying.wake_at()),
            nap: sleep.is_nap(),
            ..Night::new(task.meta(RecordKind::Night, SOURCE, name, midnight), day)
        };
        let asleep = &asleep[sleep.asleep.clone()];
        let seen = self.seen(&sleep.lying);
        night.meta.detail = Some(self.detail(seen));
        let (Some(first), Some(last)) = (asleep.first(), asleep.last()) else {
            return night;
        };
        let asleep_s: i64 = asleep.iter().map(Span::seconds).sum();
        night.asleep_min = Some(asleep_s as f64 / 60.0);
        // Who says only "asleep" from evening to morning has not counted how often one woke.
        let is_watched = asleep.len() > 1 || seen.iter().any(|it| !matches!(it.stage, Stage::InBed | Stage::Asleep));
        if is_watched {
            let up = awake.partition_point(|it| it.to <= last.to);
            let in_bed = |it: &&Span| it.from < sleep.lying.to;
            let after: i64 = awake[up..]
                .iter()
                .take_while(in_bed)
                .map(|it| it.to.min(sleep.lying.to) - it.from.max(last.to))
                .sum();
            let awake_s = last.to - first.from - asleep_s + after;
            night.awakenings = Some(asleep.len() as i64 - 1);
            night.meta.note_number(AWAKE_MIN, Some(awake_s as f64 / 60.0));
        }
        night
    }

    /// The pieces that begin within a sleep.
    fn seen(&self, lying: &Span) -> &[Piece] {
        let from = self.pieces.partition_point(|it| it.from < lying.from);
        let to = self.pieces.partition_point(|it| it.from < lying.to);
        &self.pieces[from..to]
    }

    /// The devices, and the minutes in each stage by the one that saw most of them: two devices seldom agree
    /// on them, and their union is no night that anybody had.
    fn detail(&self, seen: &[Piece]) -> Value {
        let mut by_source: Vec<(u8, [i64; 3])> = Vec::new();
        for source in 0..self.sources.len() as u8 {
            let of = |stage| {
                let spans = seen.iter().filter(|it| it.source == source && it.stage == stage);
                united(spans.map(Piece::span), 0).iter().map(Span::seconds).sum()
            };
            if seen.iter().any(|it| it.source == source) {
                by_source.push((source, [of(Stage::Core), of(Stage::Deep), of(Stage::Rem)]));
            }
        }
        let names: Vec<_> = by_source.iter().map(|it| &self.sources[usize::from(it.0)]).collect();
        let mut detail = json!({ "sources": names });
        let most = by_source.iter().max_by_key(|it| it.1.iter().sum::<i64>());
        if let Some((_, stages)) = most.filter(|it| it.1.iter().sum::<i64>() > 0) {
            for (key, seconds) in ["core_min", "deep_min", "rem_min"].iter().zip(stages) {
                detail[*key] = (*seconds as f64 / 60.0).into();
            }
        }
        detail
    }
}

/// One sleep: when one lay, and which of the united pieces of sleep are in it.
struct OneSleep {
    lying: Span,
    asleep: Range<usize>,
}

impl OneSleep {
    /// The date of waking.
    fn day(&self) -> Date {
        self.lying.wake_at().civil_date()
    }

    fn is_nap(&self) -> bool {
        is_nap(self.lying.bed_at(), self.lying.wake_at())
    }

    /// Its name in the source. A later export of the same account calls it the same: the night of a date by
    /// that date, and others by when they began, too.
    fn name(&self, is_main: bool) -> String {
        let (day, bed_at) = (self.day(), self.lying.bed_at().civil());
        if is_main && !self.is_nap() {
            format!("apple:sleep:{day}")
        } else {
            format!("apple:sleep:{day}:{}", bed_at.strftime("%H:%M"))
        }
    }
}

/// The place of the night among the sleeps of a date: the longest that is no nap.
fn main_of(of_day: &[OneSleep]) -> usize {
    let weight = |it: &OneSleep| (!it.is_nap(), it.lying.seconds());
    let places = (0..of_day.len()).rev();
    places.max_by_key(|&at| weight(&of_day[at])).unwrap_or(0)
}

/// Spans that overlap, or have at most `gap` between them, as one. They come in the order of their beginnings.
fn united(spans: impl Iterator<Item = Span>, gap: i64) -> Vec<Span> {
    let mut united: Vec<Span> = Vec::new();
    for span in spans {
        match united.last_mut() {
            Some(last) if span.from <= last.to + gap => last.reach(&span),
            _ => united.push(span),
        }
    }
    united
}

/// The sleeps of the united pieces of sleep, each with the time in bed around it.
fn sleeps(asleep: &[Span], rests: &[Span]) -> Vec<OneSleep> {
    let mut sleeps: Vec<OneSleep> = Vec::new();
    for (at, span) in asleep.iter().enumerate() {
        match sleeps.last_mut() {
            Some(sleep) if span.from - sleep.lying.to <= SAME_SLEEP_S => {
                sleep.lying.reach(span);
                sleep.asleep.end = at + 1;
            }
            _ => sleeps.push(OneSleep {
                lying: *span,
                asleep: at..at + 1,
            }),
        }
    }
    for at in 0..sleeps.len() {
        let earliest = at.checked_sub(1).map_or(i64::MIN, |it| sleeps[it].lying.to);
        let latest = sleeps.get(at + 1).map_or(i64::MAX, |it| it.lying.from);
        let lying = &mut sleeps[at].lying;
        let near = rests.partition_point(|it| it.to < lying.from - SAME_REST_S);
        let to = lying.to + SAME_REST_S;
        let near = rests[near..].iter().take_while(|it| it.from <= to);
        // A time in bed that reaches into the sleep before or after is parted between them.
        for rest in near.filter(|it| it.to > earliest && it.from < latest) {
            lying.reach(&Span {
                from: rest.from.max(earliest),
                to: rest.to.min(latest),
                ..*rest
            });
        }
    }
    sleeps
}

/// Times in bed in which nobody saw any sleep, long enough to be a night; the others are counted.
fn rests_alone(rests: &[Span], sleeps: &[OneSleep], short: &mut usize) -> Vec<OneSleep> {
    let is_free = |rest: &&Span| {
        let next = sleeps.partition_point(|it| it.lying.to < rest.from);
        sleeps.get(next).is_none_or(|it| it.lying.from > rest.to)
    };
    let free = united(rests.iter().filter(is_free).copied(), SAME_SLEEP_S);
    let (long, others): (Vec<_>, Vec<_>) = free.into_iter().partition(|it| it.seconds() >= REST_ALONE_S);
    *short = others.len();
    let alone = long.into_iter().map(|lying| OneSleep { lying, asleep: 0..0 });
    alone.collect()
}
