//! The plain comparison: what the journal says before anything is allowed for.
//!
//! It is shown as what it is, with an interval that is honest about noise and says nothing about what else
//! was different on those days. The interval draws whole weeks of the calendar again, unknown days
//! included (circular blocks of seven days), from a seed made of what is asked, so that asking again gives
//! the same. It takes thousands of passes over the journal and is made when somebody asks for it.

use sha2::{Digest as _, Sha256};

use super::series::Series;
use super::{Exposure, Outcome, habit, sleep};
use crate::analysis::DailyTable;
use crate::analysis::stats::describe::{mean, median};
use crate::analysis::stats::resample::of_difference;

/// How often the journal is drawn again.
const DRAWS: usize = 1999;
/// Days that stay together: a week of training.
const BLOCK: usize = 7;

/// Days with it and days without it, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Raw {
    /// Days with it.
    pub with: Arm,
    /// Days without it.
    pub without: Arm,
    /// Mean with it less mean without.
    pub difference: Option<f64>,
    /// The difference's 95 % interval; `None` where more than one draw in twenty had one side only.
    pub interval: Option<[f64; 2]>,
    /// How often the journal was drawn again.
    pub draws: usize,
    /// Draws with one side only.
    pub skipped: usize,
    /// What the draws come from.
    pub seed: u64,
}

/// The outcome on one side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arm {
    /// Days.
    pub n: usize,
    /// Their mean.
    pub mean: Option<f64>,
    /// Their median.
    pub median: Option<f64>,
}

impl Raw {
    /// The plain comparison of a habit, a supplement or short nights, by `outcome`. `journal` is the journal's
    /// id. `None` for what is not done or left, and for what the table has no column for.
    pub fn of(table: &DailyTable, exposure: &Exposure, outcome: Outcome, journal: &str) -> Option<Self> {
        let series = Series::of(table);
        let (h, y) = match exposure {
            Exposure::SleepHours => return None,
            Exposure::ShortNight => sleep::plain(&series),
            _ => habit::plain(&series, series.place_of(exposure)?, outcome),
        };
        let asked = format!("v1|{journal}|cbb_diff|{}|{}|all", exposure.id(), outcome.id());
        let seed = seed_of(&asked);
        let known = |column: &[f64]| -> Vec<Option<f64>> {
            let known = column.iter().map(|it| (!it.is_nan()).then_some(*it));
            known.collect()
        };
        let bootstrap = of_difference(&known(&h), &known(&y), BLOCK, DRAWS, seed);
        Some(Self {
            with: Arm::of(&h, &y, 1.0),
            without: Arm::of(&h, &y, 0.0),
            difference: bootstrap.difference,
            interval: bootstrap.spread.interval.filter(|_| !bootstrap.is_refused()),
            draws: DRAWS,
            skipped: bootstrap.skipped,
            seed,
        })
    }
}

impl Arm {
    fn of(h: &[f64], y: &[f64], side: f64) -> Self {
        let pairs = h.iter().zip(y);
        let of_side = pairs.filter(|(h, y)| **h == side && !y.is_nan());
        let values: Vec<f64> = of_side.map(|it| *it.1).collect();
        Self {
            n: values.len(),
            mean: mean(&values),
            median: median(&values),
        }
    }
}

/// The first eight bytes of the text's SHA-256, the least first.
fn seed_of(text: &str) -> u64 {
    let digest = Sha256::digest(text.as_bytes());
    digest
        .iter()
        .take(8)
        .rev()
        .fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::date;

    use super::*;
    use crate::analysis::DailyRow;
    use crate::domain::{Rating, Scale, Slug};

    /// Every other day with the habit; the morning after is `with` or `without`, plus what the day of the
    /// week adds.
    fn table(days: i64, with: f64, without: f64) -> DailyTable {
        let rows = (0..days).map(|at| {
            let after = if at % 2 == 1 { with } else { without };
            let value = after + f64::from(u8::from(at % 7 == 3));
            let scale = Scale::Nrs010;
            DailyRow {
                day: date(2026, 1, 1).saturating_add(at.days()),
                covered: true,
                runs: 0,
                distance_m: None,
                moving_s: None,
                load_au: None,
                sleep_h: None,
                nap_h: None,
                sleep_quality: None,
                soreness: Some(Rating { value, scale }),
                soreness_regions: 0,
                fatigue: None,
                stress: None,
                mood: None,
                habits: vec![Some(f64::from(u8::from(at % 2 == 0)))],
                took: Vec::new(),
                dose: Vec::new(),
            }
        });
        DailyTable {
            rows: rows.collect(),
            habits: vec![Slug::of("legs_up")],
            supplements: Vec::new(),
            soreness_scale: Some(Scale::Nrs010),
        }
    }

    fn raw(table: &DailyTable, journal: &str) -> Option<Raw> {
        let legs_up = Exposure::Habit(Slug::of("legs_up"));
        Raw::of(table, &legs_up, Outcome::NextMorning, journal)
    }

    #[test]
    fn the_interval_is_about_the_difference_of_the_means() {
        let raw = raw(&table(140, 2.0, 3.0), "a").unwrap();
        assert_eq!((raw.with.n, raw.without.n), (70, 69));
        assert_eq!((raw.with.median, raw.without.median), (Some(2.0), Some(3.0)));
        let difference = raw.difference.unwrap();
        assert!((difference - (raw.with.mean.unwrap() - raw.without.mean.unwrap())).abs() < 1e-12);
        let [low, high] = raw.interval.unwrap();
        assert!(low < difference && difference < high && high < 0.0, "{low} {high}");
    }

    #[test]
    fn the_same_journal_gives_the_same_interval_and_another_another() {
        let table = table(100, 2.0, 3.0);
        assert_eq!(raw(&table, "a"), raw(&table, "a"));
        assert_ne!(raw(&table, "a").unwrap().interval, raw(&table, "b").unwrap().interval);
    }

    #[test]
    fn draws_with_one_side_only_leave_no_interval() {
        let mut rare = table(60, 2.0, 3.0);
        rare.rows.iter_mut().skip(1).for_each(|it| it.habits = vec![Some(0.0)]);
        let raw = raw(&rare, "a").unwrap();
        assert_eq!((raw.with.n, raw.interval), (1, None));
        assert!(raw.skipped > 99, "{}", raw.skipped);
    }

    #[test]
    fn hours_of_sleep_have_no_sides() {
        let table = table(60, 2.0, 3.0);
        assert_eq!(Raw::of(&table, &Exposure::SleepHours, Outcome::SameMorning, "a"), None);
        assert_eq!(raw(&DailyTable::default(), "a"), None);
    }

    #[test]
    fn a_seed_is_the_beginning_of_the_digest() {
        // sha256("abc") begins with ba 78 16 bf 8f 01 cf ea.
        assert_eq!(seed_of("abc"), 0xeacf_018f_bf16_78ba);
    }
}
