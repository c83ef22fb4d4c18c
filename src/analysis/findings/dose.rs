//! How soreness goes with the minutes of a habit, where enough different lengths were noted.
//!
//! The same model as the finding about the next morning, with minutes in place of done and not done: a day
//! without it has none, a day on which it was done partly has those it had. It is an answer to one more
//! question, asked only when somebody looks closer, and does not count among the findings.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::habit::dosed;
use super::series::{Series, shifted};
use super::{Exposure, Status};
use crate::analysis::{DailyTable, exposure};
use crate::domain::{Activity, Journal, Practice, Slug};

/// Fewest lengths …
const LEAST_LENGTHS: usize = 3;
/// … each on so many days.
const LEAST_DAYS: usize = 10;

/// What the slope is told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Five more minutes.
    FiveMinutes,
    /// An hour more.
    Hour,
}

impl Unit {
    fn of(habit: &Slug) -> Self {
        if habit.as_str() == exposure::COMPRESSION {
            Self::Hour
        } else {
            Self::FiveMinutes
        }
    }

    /// In minutes.
    pub fn minutes(self) -> f64 {
        match self {
            Self::FiveMinutes => 5.0,
            Self::Hour => 60.0,
        }
    }

    /// Lengths that differ by less count as the same, in minutes.
    fn step(self) -> f64 {
        match self {
            Self::FiveMinutes => 5.0,
            Self::Hour => 30.0,
        }
    }
}

/// The next morning's soreness by the minutes of a habit.
#[derive(Clone, Debug, PartialEq)]
pub struct Dose {
    /// What the words count by.
    pub unit: Unit,
    /// The estimate, by [`Self::unit`], or why there is none.
    pub status: Status,
    /// Rows.
    pub n: usize,
    /// Rows on which it was done for some time.
    pub done: usize,
    /// Different lengths, each on enough days.
    pub lengths: usize,
}

impl Dose {
    /// The dose finding of a habit; `None` for everything else, and where too few lengths were noted.
    pub fn of(journal: &Journal, table: &DailyTable, exposure: &Exposure) -> Option<Self> {
        let Exposure::Habit(habit) = exposure else {
            return None;
        };
        let series = Series::of(table);
        let place = series.place_of(exposure)?;
        let unit = Unit::of(habit);
        let minutes = minutes(journal, table, habit);
        let by_unit: Vec<f64> = minutes.iter().map(|it| it / unit.minutes()).collect();
        let (modelled, rows) = dosed(&series, place, &by_unit, &shifted(&by_unit, 1));
        let noted: Vec<f64> = rows.iter().map(|&at| minutes[at]).filter(|it| *it > 0.0).collect();
        let lengths = lengths(&noted, unit.step());
        (lengths >= LEAST_LENGTHS).then(|| Self {
            unit,
            status: Status::of(modelled.effect),
            n: rows.len(),
            done: noted.len(),
            lengths,
        })
    }
}

/// How many different lengths were noted on enough days.
fn lengths(noted: &[f64], step: f64) -> usize {
    let mut rounded: Vec<i64> = noted.iter().map(|it| (it / step).round() as i64).collect();
    rounded.sort_unstable();
    let alike = rounded.chunk_by(|a, b| a == b);
    alike.filter(|it| it.len() >= LEAST_DAYS).count()
}

/// Minutes by the rows of the table, NaN where they are not known.
fn minutes(journal: &Journal, table: &DailyTable, habit: &Slug) -> Vec<f64> {
    let rule = journal.settings.day_rule;
    let mut by_day: BTreeMap<Date, (Vec<&Practice>, Vec<&Activity>)> = BTreeMap::new();
    for it in journal.practices.iter().filter(|it| it.habit == *habit) {
        by_day.entry(it.when.day(rule)).or_default().0.push(it);
    }
    for it in &journal.activities {
        by_day.entry(rule.day_of(it.started_at)).or_default().1.push(it);
    }
    let of_day = |day: Date| {
        let (practices, activities) = by_day.get(&day)?;
        exposure::minutes(habit, practices.iter().copied(), activities)
    };
    let rows = table.rows.iter();
    rows.map(|it| of_day(it.day).unwrap_or(f64::NAN)).collect()
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::date;

    use super::*;
    use crate::domain::{
        Answer, Context, Habit, HabitKind, Id, Meta, Record, Region, Scale, Settings, Side, SorenessRating, Sport,
        Stamp, When,
    };

    const FIRST: Date = date(2026, 1, 1);

    fn meta(n: i64) -> Meta {
        let mut random = [0; 10];
        random[..8].copy_from_slice(&n.to_be_bytes());
        Meta::from_source(Id::from_parts(0, random), "test")
    }

    fn stamp(day: Date, hour: i8) -> Stamp {
        Stamp::from_civil(day.at(hour, 0, 0, 0), &jiff::tz::TimeZone::UTC).unwrap()
    }

    /// A run every day, and `minutes` of rolling after it; soreness falls by 0.1 a minute.
    fn journal(days: i64, minutes: impl Fn(i64) -> f64) -> Journal {
        let mut records = vec![Record::Habit(Habit {
            meta: Meta::from_source(Slug::of("foam_rolling"), "test"),
            name: "Foam rolling".to_owned(),
            kind: HabitKind::Minutes,
            unit: String::new(),
            builtin: true,
            hidden: false,
        })];
        let mut before = 0.0;
        for at in 0..days {
            let day = FIRST.saturating_add(at.days());
            let noise = [0.3, -0.2, 0.9, -0.7, 0.1, -0.4, 0.6, -0.9, 0.2, 0.4, -0.3][(at * at % 11) as usize];
            records.push(Record::Soreness(SorenessRating {
                meta: meta(3 * at),
                at: stamp(day, 7),
                region: Region::Overall,
                side: Side::None,
                score: 4.0 - 0.1 * before + noise,
                scale: Scale::Nrs010,
                context: Context::Morning,
                run_id: None,
                notes: String::new(),
            }));
            let run = Activity::new(meta(3 * at + 1), Sport::Run, stamp(day, 17));
            records.push(Record::Activity(Activity {
                elapsed_s: Some(60.0 * (30 + at * 17 % 41) as f64),
                rpe: Some((2 + at * 5 % 7) as f64),
                ..run
            }));
            before = minutes(at);
            let answer = if before > 0.0 { Answer::Yes } else { Answer::No };
            let practice = Practice::new(meta(3 * at + 2), When::On(day), Slug::of("foam_rolling"), answer);
            records.push(Record::Practice(Practice {
                minutes: (before > 0.0).then_some(before),
                ..practice
            }));
        }
        Journal::of(records, Settings::for_zone("UTC"))
    }

    fn dose(journal: &Journal) -> Option<Dose> {
        let rolling = Exposure::Habit(Slug::of("foam_rolling"));
        Dose::of(journal, &DailyTable::of(journal), &rolling)
    }

    #[test]
    fn the_slope_is_by_five_minutes() {
        let dose = dose(&journal(160, |at| {
            [0.0, 5.0, 10.0, 0.0, 15.0][(at * at * 3 % 17 % 5) as usize]
        }))
        .unwrap();
        assert_eq!((dose.unit, dose.lengths), (Unit::FiveMinutes, 3));
        let Status::Estimated(effect) = dose.status else {
            panic!("{:?}", dose.status);
        };
        assert!((effect.estimate + 0.5).abs() < 0.2 && effect.upper < 0.0, "{effect:?}");
        assert!(dose.done > 60 && dose.n > dose.done);
    }

    #[test]
    fn without_three_lengths_on_ten_days_each_there_is_none() {
        assert_eq!(dose(&journal(160, |at| [0.0, 5.0, 10.0][(at * at % 3) as usize])), None);
        let rarely = |at| {
            if at % 20 == 0 {
                15.0
            } else {
                [0.0, 5.0, 10.0][(at % 3) as usize]
            }
        };
        assert_eq!(dose(&journal(160, rarely)), None);
        assert_eq!(lengths(&[4.0, 6.0, 9.0, 11.0].repeat(5), 5.0), 2);
    }

    #[test]
    fn sleep_and_what_the_journal_does_not_know_have_no_dose() {
        let journal = journal(60, |_| 5.0);
        let of = |exposure| Dose::of(&journal, &DailyTable::of(&journal), &exposure);
        assert_eq!(of(Exposure::SleepHours), None);
        assert_eq!(of(Exposure::Habit(Slug::of("sauna"))), None);
    }
}
