//! What is said of a timeline: its numbers in sentences, and what its marks are.

use crate::analysis::Timeline;
use crate::analysis::pairs::SHORT_NIGHT_H;
use crate::analysis::timeline::{Known, Place, Used, What};
use crate::charts::story::Story;
use crate::charts::time_axis::TimeAxis;
use crate::charts::{Heading, words};
use crate::domain::units::{show_hours, show_number};
use crate::domain::words::beginning;
use crate::domain::{Journal, Scale};
use crate::fl;

/// So many races are named.
const MOST_RACES: usize = 3;

/// "Foam rolling", "Magnesium".
pub(super) fn used_name(journal: &Journal, it: &Used) -> String {
    let name = match &it.what {
        What::Habit(id) => words::habit(journal, id),
        What::Supplement(id) => words::supplement(journal, id),
    };
    beginning(&name)
}

/// What all places together come to.
pub(super) fn total(it: &Timeline, known: impl Fn(&Place) -> Known) -> Known {
    it.places.iter().map(known).fold(Known::default(), Known::with)
}

/// The days of the axis.
pub(super) fn span(it: &Timeline) -> String {
    words::days(it.first, it.last())
}

/// What stands above the timeline and below it; `used` are the names of [`Timeline::used`].
pub(super) fn heading(it: &Timeline, used: &[String]) -> Heading {
    let [soreness, sleep, load] = [
        total(it, |it| it.soreness),
        total(it, |it| it.sleep),
        total(it, |it| it.load),
    ];
    let question = fl!("time-question");
    let summary = [
        Some(question.clone()),
        it.scale.map(|scale| soreness_summary(it, scale)),
        sleep_summary(it),
        load_summary(it),
        Some(marks_summary(it, used)),
    ];
    let summary: Vec<String> = summary.into_iter().flatten().collect();
    let counts = fl!(
        "time-counts",
        mornings = soreness.n,
        nights = sleep.n,
        days = load.n,
        span = span(it)
    );
    let scale = it.scale.map(|scale| fl!("time-scale", scale = words::direction(scale)));
    let subtitle = [Some(counts), scale]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    Heading {
        question,
        subtitle,
        summary: summary.join(" "),
        notes: notes(it),
    }
}

fn notes(it: &Timeline) -> Vec<String> {
    let any = |count: fn(&Place) -> u32| it.places.iter().any(|it| count(it) > 0);
    let bundled = it.bundle > 1;
    let mut notes = vec![if bundled {
        fl!("time-bundles", days = it.bundle)
    } else {
        fl!("time-gaps")
    }];
    notes.extend((!it.trailing.is_empty()).then(|| fl!("time-line")));
    notes.extend((!bundled && any(|it| it.unknown_loads)).then(|| fl!("time-unknown-load")));
    notes.extend((!bundled && any(|it| it.ill + it.travel)).then(|| fl!("time-shaded")));
    if !it.used.is_empty() {
        notes.push(if bundled {
            fl!("time-used-bundles")
        } else {
            fl!("time-used")
        });
    }
    notes.extend((it.more_used > 0).then(|| fl!("time-more-used", n = it.more_used)));
    notes.extend((it.other_scale > 0).then(|| fl!("time-other-scale", n = it.other_scale)));
    notes
}

fn soreness_summary(it: &Timeline, scale: Scale) -> String {
    let known = total(it, |it| it.soreness);
    let (low, high) = known.range.unwrap_or_default();
    fl!(
        "time-soreness-name",
        n = known.n,
        span = span(it),
        scale = words::direction(scale),
        mean = known.mean().map(words::mean).unwrap_or_default(),
        low = show_number(low),
        high = show_number(high)
    )
}

fn sleep_summary(it: &Timeline) -> Option<String> {
    let known = total(it, |it| it.sleep);
    let (low, high) = known.range?;
    Some(fl!(
        "time-sleep-name",
        n = known.n,
        mean = show_hours(known.mean()?),
        low = show_hours(low),
        high = show_hours(high),
        short = it.places.iter().map(|it| it.short_nights).sum::<u32>(),
        h = show_number(SHORT_NIGHT_H)
    ))
}

fn load_summary(it: &Timeline) -> Option<String> {
    let known = total(it, |it| it.load);
    let (_, high) = known.range?;
    Some(fl!(
        "time-load-name",
        n = known.n,
        mean = format!("{:.0}", known.mean()?),
        high = format!("{high:.0}")
    ))
}

fn marks_summary(it: &Timeline, used: &[String]) -> String {
    let runs: f64 = it.places.iter().map(|it| it.runs.done).sum();
    let races: Vec<&str> = it.places.iter().flat_map(|it| &it.races).map(String::as_str).collect();
    let mut parts = vec![fl!("time-runs-name", n = whole(runs))];
    parts.extend((!races.is_empty()).then(|| fl!("time-races-name", n = races.len(), names = race_names(&races))));
    parts.extend(it.used.iter().zip(used).map(|(it, name)| {
        let done = show_number(it.share.done);
        fl!(
            "time-used-name",
            what = name.clone(),
            done = done,
            known = it.share.known
        )
    }));
    parts.join(" ")
}

/// A sum of whole numbers.
fn whole(sum: f64) -> u32 {
    sum as u32
}

/// "Autumn ten, City half and 2 more".
fn race_names(races: &[&str]) -> String {
    let race = |title: &&str| match *title {
        "" => crate::domain::words::run_kind(crate::domain::RunKind::Race),
        title => title.to_owned(),
    };
    let named: Vec<String> = races.iter().take(MOST_RACES).map(race).collect();
    match races.len().saturating_sub(MOST_RACES) {
        0 => named.join(", "),
        more => fl!("time-races-more", names = named.join(", "), n = more),
    }
}

/// What flies beside a race's flag.
pub(super) fn flag(place: &Place) -> String {
    match place.races.as_slice() {
        [] => String::new(),
        [title] => race_names(&[title]),
        more => fl!("time-races", n = more.len()),
    }
}

/// The story of a bundle of days.
pub(super) fn bundle_story(axis: &TimeAxis, place: &Place) -> Story {
    let (first, last) = axis.span(place.number);
    let load = |value: f64| fl!("pair-load", load = format!("{value:.0}"));
    let races: Vec<&str> = place.races.iter().map(String::as_str).collect();
    let mut lines = vec![
        fl!("chart-story-sleep", what = known(place.sleep, show_hours)),
        fl!("chart-story-soreness", what = known(place.soreness, words::mean)),
        fl!("time-story-load", what = known(place.load, load)),
        fl!("time-story-runs", n = whole(place.runs.done)),
    ];
    lines.extend((!races.is_empty()).then(|| fl!("time-races-name", n = races.len(), names = race_names(&races))));
    lines.extend((place.notes > 0).then(|| fl!("time-story-notes", n = place.notes)));
    Story::new(words::days(first, last), lines)
}

fn known(it: Known, words: impl Fn(f64) -> String) -> String {
    let (Some(mean), Some((low, high))) = (it.mean(), it.range) else {
        return fl!("chart-not-recorded");
    };
    fl!(
        "time-known",
        mean = words(mean),
        low = words(low),
        high = words(high),
        n = it.n
    )
}
