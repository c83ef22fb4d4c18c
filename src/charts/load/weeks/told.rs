//! The weeks in words: what stands above the chart, and the story of one week or of several.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::amount::Amount;
use crate::analysis::load::Week;
use crate::analysis::stats::Undefined;
use crate::charts::time_axis::TimeAxis;
use crate::charts::{Heading, words};
use crate::fl;

/// What stands above the chart.
pub(super) fn heading(weeks: &[Week], days: &RangeInclusive<Date>, axis: &TimeAxis, amount: Amount) -> Heading {
    let whole = weeks.iter().filter(|it| amount.is_whole(it));
    let whole: Vec<f64> = whole.map(|it| amount.sum(it).0).collect();
    let span = words::days(*days.start(), *days.end());
    let mut subtitle = fl!("weeks-subtitle", n = weeks.len(), whole = whole.len(), span = span);
    if !whole.is_empty() {
        let mean = whole.iter().sum::<f64>() / whole.len() as f64;
        subtitle = format!("{subtitle} {}", fl!("weeks-mean", mean = amount.words(mean)));
    }
    let most = weeks.iter().max_by(|a, b| amount.sum(a).0.total_cmp(&amount.sum(b).0));
    let most = most.map(|it| {
        let sum = amount.words(amount.sum(it).0);
        fl!("weeks-most", sum = sum, day = words::day(it.first))
    });
    let latest = weeks.iter().rev().find_map(strain_sentence);
    let mut notes: Vec<String> = latest.clone().into_iter().collect();
    notes.push(fl!("weeks-note-strain"));
    notes.push(fl!("weeks-note-unknown"));
    notes.extend(axis.note_of_weeks());
    let parts: Vec<String> = [Some(subtitle.clone()), most, latest].into_iter().flatten().collect();
    Heading {
        question: fl!("weeks-question"),
        summary: fl!("weeks-summary", parts = parts.join(" ")),
        subtitle,
        notes,
    }
}

/// How the strain of a week stands among those of the year before it.
fn strain_sentence(week: &Week) -> Option<String> {
    let (day, strain) = (words::day(week.first), words::load(week.strain()?));
    Some(match week.rank {
        Some(rank) => fl!(
            "weeks-rank",
            day = day,
            strain = strain,
            below = rank.below,
            of = rank.of,
            percent = words::whole(rank.percent())
        ),
        None => fl!("weeks-no-rank", day = day, strain = strain),
    })
}

/// The story of a week.
pub(super) fn week(week: &Week, amount: Amount) -> Vec<String> {
    let (sum, days) = amount.sum(week);
    let sum = match days {
        0 => fl!("chart-not-recorded"),
        7 => amount.words(sum),
        days => fl!("weeks-so-far", sum = amount.words(sum), n = days),
    };
    let mut lines = vec![amount.told(sum)];
    match week.monotony {
        Ok((monotony, strain)) => {
            if matches!(amount, Amount::Distance(_)) {
                lines.push(Amount::Load.told(words::load(week.load_au)));
            }
            lines.push(fl!(
                "weeks-story-strain",
                strain = words::load(strain),
                monotony = words::mean(monotony)
            ));
        }
        Err(why) => lines.push(no_strain(week, why)),
    }
    lines.extend(
        week.rank
            .map(|rank| fl!("weeks-story-rank", below = rank.below, of = rank.of)),
    );
    lines
}

fn no_strain(week: &Week, why: Undefined) -> String {
    match why {
        Undefined::ZeroLoad => fl!("weeks-strain-no-load"),
        Undefined::ZeroSd => fl!("weeks-strain-all-alike"),
        _ => {
            let unknown = 7 - week.load_days;
            fl!("weeks-strain-unknown", n = unknown)
        }
    }
}

/// What several weeks come to.
pub(super) fn several(weeks: &[&Week], amount: Amount) -> Vec<String> {
    let mean = |known: Vec<f64>, words: &dyn Fn(f64) -> String| match known.len() {
        0 => fl!("chart-not-recorded"),
        n => fl!(
            "weeks-mean-of",
            mean = words(known.iter().sum::<f64>() / n as f64),
            n = n
        ),
    };
    let sums = weeks.iter().filter(|it| amount.is_whole(it)).map(|it| amount.sum(it).0);
    let strains = weeks.iter().filter_map(|it| it.strain());
    vec![
        amount.told(mean(sums.collect(), &|it| amount.words(it))),
        fl!("weeks-story-strain-mean", what = mean(strains.collect(), &words::load)),
    ]
}
