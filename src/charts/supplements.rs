//! Periods on and off a supplement, over soreness.
//!
//! Panels on one time axis: the mornings, with the mean of each period as a line over its days; when it was
//! taken, not taken, or not recorded; and for what is taken over weeks the difference of each pair of
//! periods. It shows and does not judge: nobody drew lots for these periods.

mod panels;

use egui::{RichText, Ui};

use self::panels::Course;
use super::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, TooLittle, words};
use crate::analysis::Eligibility;
use crate::analysis::periods::{LEAST_DAYS, LEAST_RATED, Mean, SupplementPeriods, WASHOUT_DAYS};
use crate::domain::Scale;
use crate::domain::units::show_number;
use crate::fl;

/// Fewer mornings than this are no picture.
const LEAST: usize = 5;
/// Half of what a mean is shown to: less than that is the same.
const SAME: f64 = 0.05;

/// The chart of a request.
pub(super) fn make(source: &Source<'_>, request: &Request) -> Made {
    let wanted = request.options.supplement.as_ref();
    let found = SupplementPeriods::of(source.table, &request.days, wanted);
    let found = found.filter(|it| it.count(Some(true)) + it.count(Some(false)) > 0);
    let Some(found) = found else {
        let name = wanted.map(|it| words::supplement(source.journal, it));
        return Err(TooLittle {
            question: question(name.as_deref()),
            why: name.map_or_else(
                || fl!("periods-too-little"),
                |name| fl!("periods-too-little-supplement", supplement = name),
            ),
            have: 0,
            need: 1,
        });
    };
    let name = words::supplement(source.journal, &found.supplement);
    let rated = found.days.iter().filter(|it| it.soreness.is_some()).count();
    let Some(scale) = found.scale.filter(|_| rated >= LEAST) else {
        return Err(TooLittle {
            question: question(Some(&name)),
            why: fl!("periods-too-little-soreness", n = rated, need = LEAST),
            have: rated,
            need: LEAST,
        });
    };
    let sentence = sentence(&found);
    let course = Course::of(&found, scale, name.clone());
    Ok(Box::new(Supplements {
        heading: heading(&found, scale, &name, &sentence, course.note()),
        sentence,
        course,
        scale,
        found,
    }))
}

struct Supplements {
    heading: Heading,
    sentence: String,
    course: Course,
    scale: Scale,
    found: SupplementPeriods,
}

fn question(name: Option<&str>) -> String {
    name.map_or_else(
        || fl!("periods-question-none"),
        |name| fl!("periods-question", supplement = name),
    )
}

fn heading(found: &SupplementPeriods, scale: Scale, name: &str, sentence: &str, bundles: Option<String>) -> Heading {
    let span = found.days.first().zip(found.days.last());
    let subtitle = fl!(
        "periods-subtitle",
        taken = found.count(Some(true)),
        not = found.count(Some(false)),
        unknown = found.count(None),
        span = span.map_or(String::new(), |(first, last)| words::days(first.day, last.day)),
        scale = words::direction(scale)
    );
    let rule = fl!(
        "periods-note-rule",
        days = LEAST_DAYS,
        washout = WASHOUT_DAYS,
        least = LEAST_RATED
    );
    let mut notes = vec![fl!("periods-note-gaps")];
    notes.extend(bundles);
    match found.eligibility {
        Eligibility::Period => notes.extend([rule, fl!("periods-note-exploratory")]),
        _ => notes.push(fl!("periods-note-raw")),
    }
    if found.other_scale > 0 {
        notes.push(fl!("periods-note-scale", n = found.other_scale));
    }
    Heading {
        question: question(Some(name)),
        summary: fl!("periods-summary", subtitle = subtitle.clone(), sentence = sentence),
        subtitle,
        notes,
    }
}

/// What the chart comes to, in words: the pairs of periods of what is taken over weeks, else the raw means.
fn sentence(found: &SupplementPeriods) -> String {
    if found.eligibility != Eligibility::Period {
        let (with, without) = (mean(found.with), mean(found.without));
        return fl!("periods-sentence-raw", with = with, without = without);
    }
    let n = found.pairs.len();
    match found.sorer_with() {
        None => fl!("periods-sentence-no-pairs"),
        Some(points) if points.abs() < SAME => fl!("periods-sentence-same", n = n),
        Some(points) => fl!(
            "periods-sentence-pairs",
            n = n,
            points = words::mean(points.abs()),
            way = if points > 0.0 { "sorer" } else { "less" }
        ),
    }
}

/// "3.1 on average (61 mornings)".
fn mean(it: Mean) -> String {
    it.mean().map_or_else(
        || fl!("chart-not-recorded"),
        |mean| fl!("periods-mean", mean = words::mean(mean), n = it.n),
    )
}

impl Chart for Supplements {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let done = self.course.ui(ui, shown, &self.heading.summary);
        let text = RichText::new(&self.sentence).font(style.body.clone());
        ui.label(text.color(style.ink));
        done
    }

    fn rows(&self) -> Rows {
        let headers = [
            "date",
            "soreness",
            "scale",
            "supplement",
            "taken",
            "period",
            "counts_for_period",
            "pair",
        ];
        let rows = self.found.days.iter().map(|it| {
            let place = self.found.periods.iter();
            let mut of_day = place.enumerate();
            let period = of_day.find(|(_, period)| (period.first..=period.last).contains(&it.day));
            let kept = period.map(|(_, period)| it.day >= period.kept_from());
            let pair = period.and_then(|(place, _)| {
                let mut pairs = self.found.pairs.iter();
                pairs.position(|pair| pair.with == place || pair.without == place)
            });
            let number = |place: usize| (place + 1).to_string();
            let yes = |it: bool| if it { "1" } else { "0" }.to_owned();
            vec![
                it.day.to_string(),
                it.soreness.map(show_number).unwrap_or_default(),
                self.scale.id().to_owned(),
                self.found.supplement.to_string(),
                it.taken.map(yes).unwrap_or_default(),
                period.map(|it| number(it.0)).unwrap_or_default(),
                kept.map(yes).unwrap_or_default(),
                pair.map(number).unwrap_or_default(),
            ]
        });
        Rows {
            headers: headers.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }
}
