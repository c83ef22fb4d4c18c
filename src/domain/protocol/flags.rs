//! Red flags: soreness that is more than soreness.
//!
//! A muscle at 7 or more, one side far worse than the other for three days, a place that still gets worse
//! on the third day, or the runner's own tick "this is pain": then the screens show, calmly and at once,
//! when to ask for help, and what presses or stretches that place is left out (SCIENCE 4.0). This is no
//! diagnosis: the numbers are the runner's, and so is the decision.

use std::collections::BTreeMap;

use jiff::civil::Date;
use strum::{IntoStaticStr, VariantArray};

use crate::domain::time::days_between;
use crate::domain::{Journal, Region, Scale, Side, SorenessRating, Stamp};

/// How long a rating speaks for a muscle: a day and a half, so that last night's still counts at noon.
pub(super) const SPEAKS_FOR_S: f64 = 36.0 * 3600.0;
/// From this score on soreness is severe.
pub(super) const SEVERE: f64 = 7.0;
const ONE_SIDE: f64 = 4.0;
const APART: f64 = 3.0;
/// The days that are looked back on.
const LOOKED_BACK: i32 = 8;
const ONE_SIDED_DAYS: i32 = 3;
const RISING_DAYS: i32 = 3;

/// How sore a place is: the last word on it, 0 to 10, worse upwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sore {
    /// Where.
    pub region: Region,
    /// Which side.
    pub side: Side,
    /// How sore.
    pub score: f64,
    /// Whether it was said to be pain.
    pub pain: bool,
}

/// Why a place is flagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum FlagKind {
    /// 7 or more.
    High,
    /// 4 or more, and 3 above the other side, for three days.
    OneSided,
    /// Still getting worse on the third day.
    Rising,
    /// The runner says it is pain.
    Pain,
}

impl FlagKind {
    /// The id of its rule.
    pub fn rule(self) -> &'static str {
        match self {
            Self::High => "R0.flag.high",
            Self::OneSided => "R0.flag.one_sided",
            Self::Rising => "R0.flag.rising",
            Self::Pain => "R0.flag.pain",
        }
    }
}

/// A place to take care of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RedFlag {
    /// Where.
    pub region: Region,
    /// Which side.
    pub side: Side,
    /// Why.
    pub kind: FlagKind,
    /// The score it stands at.
    pub score: f64,
}

/// What is known of the soreness of one place on the days before: the highest score of each day.
type Days = BTreeMap<(Region, Side), BTreeMap<Date, f64>>;

/// How sore each place is at `now`: of the ratings of the last day and a half the latest for each region
/// and side. Ratings on other scales count by how bad they are.
pub fn sore_now(journal: &Journal, now: Stamp) -> Vec<Sore> {
    let mut latest: BTreeMap<(Region, Side), Sore> = BTreeMap::new();
    let recent = journal.soreness.iter().rev().skip_while(|it| it.at.ms > now.ms);
    for it in recent.take_while(|it| now.seconds_since(it.at) <= SPEAKS_FOR_S) {
        if it.region == Region::AllOthers {
            continue;
        }
        latest.entry((it.region, it.side)).or_insert_with(|| Sore {
            region: it.region,
            side: it.side,
            score: score(it),
            pain: it.is_pain(),
        });
    }
    latest.into_values().collect()
}

/// The flags at `now`, worst first.
pub fn red_flags(journal: &Journal, now: Stamp) -> Vec<RedFlag> {
    let days = days(journal, now);
    let today = journal.settings.day_rule.day_of(now);
    let mut flags = Vec::new();
    for it in sore_now(journal, now) {
        let kind = if it.pain {
            FlagKind::Pain
        } else if it.score >= SEVERE {
            FlagKind::High
        } else if is_one_sided(&days, it, today) {
            FlagKind::OneSided
        } else if is_rising(&days, it) {
            FlagKind::Rising
        } else {
            continue;
        };
        flags.push(RedFlag {
            region: it.region,
            side: it.side,
            kind,
            score: it.score,
        });
    }
    flags.sort_by(|a, b| b.score.total_cmp(&a.score));
    flags
}

fn score(it: &SorenessRating) -> f64 {
    if it.scale == Scale::Nrs010 {
        it.score
    } else {
        it.scale.severity(it.score) * 10.0
    }
}

/// The highest score of each place and day, back from `now`; both sides count for each.
fn days(journal: &Journal, now: Stamp) -> Days {
    let rule = journal.settings.day_rule;
    let today = rule.day_of(now);
    let mut days = Days::new();
    let past = journal.soreness.iter().rev().skip_while(|it| it.at.ms > now.ms);
    for it in past.take_while(|it| days_between(rule.day_of(it.at), today) < LOOKED_BACK) {
        let sides: &[Side] = match it.side {
            Side::Both => &[Side::Left, Side::Right, Side::Both],
            Side::Left => &[Side::Left],
            Side::Right => &[Side::Right],
            Side::None => &[Side::None],
        };
        for side in sides {
            let of_day = days.entry((it.region, *side)).or_default().entry(it.day(rule));
            let seen = of_day.or_insert(0.0);
            *seen = seen.max(score(it));
        }
    }
    days
}

/// Whether this side stood at 4 or more, and 3 above the other, on each of three days up to today. A day
/// on which the other side was not rated counts as none there.
fn is_one_sided(days: &Days, it: Sore, today: Date) -> bool {
    let other = match it.side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
        Side::Both | Side::None => return false,
    };
    let Some(here) = days.get(&(it.region, it.side)) else {
        return false;
    };
    let there = days.get(&(it.region, other));
    let last = here.keys().next_back().copied().unwrap_or(today);
    (0..ONE_SIDED_DAYS).all(|back| {
        let Ok(day) = last.checked_sub(jiff::Span::new().days(back)) else {
            return false;
        };
        let other = there.and_then(|it| it.get(&day)).copied().unwrap_or(0.0);
        here.get(&day).is_some_and(|it| *it >= ONE_SIDE && it - other >= APART)
    })
}

/// Whether the place got worse from day to day and still did on the third day or later.
fn is_rising(days: &Days, it: Sore) -> bool {
    let Some(here) = days.get(&(it.region, it.side)) else {
        return false;
    };
    let mut rising = 0;
    let mut before: Option<(Date, f64)> = None;
    for (day, score) in here {
        rising = match before {
            Some((earlier, was)) if days_between(earlier, *day) == 1 && *score > was => rising + 1,
            _ if *score > 0.0 => 1,
            _ => 0,
        };
        before = Some((*day, *score));
    }
    rising >= RISING_DAYS
}
