//! What the dots look like, in words and numbers: of how many, how far the two go together, the plain means
//! of groups, and what was left out. No verdict.

use super::axis::Axis;
use super::words::{amount, bare, counted, direction, when, x_described, y_described};
use crate::analysis::Pairs;
use crate::analysis::Series;
use crate::analysis::pairs::{Group, Stretch};
use crate::analysis::rank::Lean;
use crate::analysis::series::Part;
use crate::charts::{Aside, AsideGroup, Heading, words};
use crate::domain::units::show_number;
use crate::domain::words::{beginning, named};
use crate::fl;

/// A finding: what was found, and the axes that say in which units.
#[derive(Clone, Copy)]
pub(super) struct Finding<'f> {
    pub(super) found: &'f Pairs,
    pub(super) x: &'f Axis,
    pub(super) y: &'f Axis,
}

impl Finding<'_> {
    /// What stands above the chart and below it; `crowded` says that some equal answers are not drawn.
    pub(super) fn heading(self, crowded: Option<usize>) -> Heading {
        let asked = self.found.question;
        let count = counted(asked.y, self.found.pairs.len());
        let span = self.found.span().map(|(first, last)| words::days(first, last));
        let span = span.unwrap_or_default();
        let (x, y) = (x_described(self.x, asked), y_described(self.y));
        let question = super::words::question(asked);
        let summary = fl!(
            "pair-summary",
            question = question.clone(),
            count = count.clone(),
            span = span.clone(),
            y = y.clone(),
            x = x.clone(),
            sentence = self.sentence()
        );
        let groups = self.found.groups.iter().filter_map(|it| self.group_in_words(it));
        let summary = std::iter::once(summary).chain(groups).collect::<Vec<_>>().join(" ");
        let crowded = crowded.map(|most| fl!("pair-crowded", most = most));
        let notes = [Some(fl!("pair-line")), self.rho_note(), self.left_out(), crowded];
        Heading {
            subtitle: fl!("pair-subtitle", count = count, span = span, y = y, x = x),
            question,
            summary,
            notes: notes.into_iter().flatten().collect(),
        }
    }

    /// What is said beside it.
    pub(super) fn aside(self) -> Aside {
        let y = self.found.question.y;
        let group = |it: &Group| AsideGroup {
            name: self.group_name(it.stretch),
            n: it.n,
            mean: it.mean.map_or_else(|| "–".to_owned(), |mean| amount(self.y, mean)),
        };
        Aside {
            sentence: self.sentence(),
            count_of: match y.part() {
                Part::Night => fl!("pair-counts-night"),
                Part::Morning => fl!("pair-counts-morning"),
                Part::Day => fl!("pair-counts-day"),
            },
            mean_of: fl!("pair-mean-of", what = words::series(y)),
            groups: self.found.groups.iter().map(group).collect(),
            notes: self.y.is_rated().then(|| direction(self.y)).into_iter().collect(),
        }
    }

    fn is_headline(self) -> bool {
        let it = self.found.question;
        (it.x, it.y, it.lag) == (Series::Sleep, Series::Soreness, 0)
    }

    /// What the dots look like.
    fn sentence(self) -> String {
        let rho = self.found.rho;
        let n = rho.n;
        let Ok(value) = rho.rho else {
            let count = counted(self.found.question.y, n);
            return fl!("pair-constant", count = count);
        };
        if !self.is_headline() {
            return self.plain_sentence(rho.lean(), value > 0.0);
        }
        match (rho.lean(), value < 0.0) {
            (Lean::NoClearPattern, _) => fl!("pair-short-none", n = n),
            (Lean::Faint, true) => fl!("pair-short-faint-sorer", n = n),
            (Lean::Faint, false) => fl!("pair-short-faint-less", n = n),
            (Lean::Moderate, true) => fl!("pair-short-moderate-sorer", n = n),
            (Lean::Moderate, false) => fl!("pair-short-moderate-less", n = n),
            (Lean::Strong, true) => fl!("pair-short-strong-sorer", n = n),
            (Lean::Strong, false) => fl!("pair-short-strong-less", n = n),
        }
    }

    fn plain_sentence(self, lean: Lean, together: bool) -> String {
        let asked = self.found.question;
        let count = counted(asked.y, self.found.rho.n);
        let family = if together { "pair-more" } else { "pair-less" };
        let (more, other) = (named("pair-more", asked.x.word()), named(family, asked.y.word()));
        let when = when(asked);
        match lean {
            Lean::NoClearPattern => {
                fl!(
                    "pair-lean-none",
                    count = count,
                    x = words::series(asked.x),
                    when = when,
                    y = words::series(asked.y)
                )
            }
            Lean::Faint => fl!(
                "pair-lean-faint",
                count = count,
                more = more,
                when = when,
                other = other
            ),
            Lean::Moderate => fl!(
                "pair-lean-moderate",
                count = count,
                more = more,
                when = when,
                other = other
            ),
            Lean::Strong => fl!(
                "pair-lean-strong",
                count = count,
                more = more,
                when = when,
                other = other
            ),
        }
    }

    fn rho_note(self) -> Option<String> {
        let asked = self.found.question;
        let rho = self.found.rho.rho.ok()?;
        Some(fl!(
            "pair-rho",
            rho = signed(rho),
            more = named("pair-more", asked.x.word()),
            other = named("pair-more", asked.y.word())
        ))
    }

    fn left_out(self) -> Option<String> {
        let (asked, it) = (self.found.question, self.found.left_out);
        let of = |n: usize| counted(asked.y, n);
        let parts = [
            (it.other_scale, fl!("pair-left-other-scale", count = of(it.other_scale))),
            (
                it.only_x,
                fl!(
                    "pair-left-without",
                    count = of(it.only_x),
                    what = words::series(asked.y)
                ),
            ),
            (
                it.only_y,
                fl!(
                    "pair-left-without",
                    count = of(it.only_y),
                    what = words::series(asked.x)
                ),
            ),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|it| it.0 > 0).map(|it| it.1).collect();
        (!parts.is_empty()).then(|| fl!("pair-left-out", list = parts.join(", ")))
    }

    fn group_in_words(self, it: &Group) -> Option<String> {
        let mean = amount(self.y, it.mean?);
        Some(fl!(
            "pair-summary-group",
            group = self.group_name(it.stretch),
            mean = mean,
            n = it.n
        ))
    }

    fn group_name(self, stretch: Stretch) -> String {
        let what = beginning(&words::series(self.found.question.x));
        let bound = |raw: f64| bound(self.x, raw);
        match stretch {
            Stretch::Under(high) if self.x.series == Series::Sleep => {
                fl!("pair-group-short", h = show_number(high))
            }
            Stretch::From(low) if self.x.series == Series::Sleep => fl!("pair-group-enough", h = show_number(low)),
            Stretch::UpTo(0.0) => fl!("pair-group-none", what = what),
            Stretch::UpTo(high) => fl!("pair-group-up-to", what = what, high = bound(high)),
            Stretch::Under(high) => fl!("pair-group-under", what = what, high = bound(high)),
            // Of whole numbers there is only one between the two.
            Stretch::Between(low, high) if self.x.is_rated() && high - low <= 1.0 => bound(high),
            Stretch::Between(low, high) => fl!("pair-group-between", low = bare(self.x, low), high = bound(high)),
            Stretch::Over(low) => fl!("pair-group-over", low = bound(low)),
            Stretch::From(low) => fl!("pair-group-from", low = bound(low)),
        }
    }
}

/// A bound of a stretch: a rating as it was given, anything else in its unit.
fn bound(axis: &Axis, raw: f64) -> String {
    if axis.is_rated() {
        show_number(raw)
    } else {
        amount(axis, raw)
    }
}

/// A correlation with its sign, to two decimals; never "-0.00".
fn signed(rho: f64) -> String {
    let hundredths = (rho * 100.0).round() as i64;
    let sign = match hundredths {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{:.2}", hundredths.unsigned_abs() as f64 / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correlation_is_written_with_its_sign_and_zero_has_none() {
        for (rho, text) in [(-0.123, "−0.12"), (0.5, "+0.50"), (-0.001, "0.00"), (-1.0, "−1.00")] {
            assert_eq!(signed(rho), text);
        }
    }
}
