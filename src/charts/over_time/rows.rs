//! Rows of small marks: runs, notes, days ill or away, and what was done most. And all of it as a table.
//!
//! Done is a full mark, partly a short one, no a dot on the line, and not recorded is nothing. Where a mark
//! stands for many days it is as high as the part of the known days on which it was done.

use egui::{Align2, Color32, Rect, Ui, pos2, vec2};

use super::OverTime;
use crate::analysis::Timeline;
use crate::analysis::timeline::{Known, Place, Share, What};
use crate::charts::panels::Panels;
use crate::charts::time_axis::TimeAxis;
use crate::charts::{Rows, Style};
use crate::fl;

/// How high a full mark is, and a no.
const FULL: f32 = 10.0;
const NO: f32 = 2.0;
/// "1 very sore" has room beside the axes.
const LEAST_LETTERS: usize = 11;
/// How wide a mark is at most, and the room of a place under which marks touch.
const WIDEST: f32 = 5.0;
const CROWDED: f32 = 4.0;
/// Between a row's name and its first mark; the words of the axes above have the same.
const NAME_GAP: f32 = 4.0;

/// One row of marks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) name: String,
    of: Of,
}

/// What a row is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Runs,
    Notes,
    Ill,
    Travel,
    Used(usize),
}

/// The rows that have something to show.
pub(super) fn rows_of(it: &Timeline, used: &[String]) -> Vec<Row> {
    let fixed = [
        (Of::Runs, fl!("time-row-runs")),
        (Of::Notes, fl!("time-row-notes")),
        (Of::Ill, fl!("time-row-ill")),
        (Of::Travel, fl!("time-row-travel")),
    ];
    let used = used.iter().enumerate().map(|(n, name)| (Of::Used(n), name.clone()));
    let rows = fixed.into_iter().chain(used).map(|(of, name)| Row { name, of });
    let any = |row: &Row| {
        it.places
            .iter()
            .any(|place| row.of.share(place).is_some_and(|it| it.done > 0.0))
    };
    rows.filter(any).collect()
}

impl Of {
    /// How often it was done in a place; `None` where nothing is known, or nothing would be said by a no.
    fn share(self, place: &Place) -> Option<Share> {
        let marked = |n: u32| {
            (n > 0).then(|| Share {
                done: f64::from(n),
                known: n,
            })
        };
        match self {
            Self::Runs => Some(place.runs).filter(|it| it.done > 0.0),
            Self::Notes => Some(Share {
                done: f64::from(place.notes),
                known: place.runs.known,
            })
            .filter(|it| it.done > 0.0),
            Self::Ill => marked(place.ill),
            Self::Travel => marked(place.travel),
            Self::Used(n) => place.used.get(n).copied().filter(|it| it.known > 0),
        }
    }

    fn ink(self, style: &Style) -> Color32 {
        match self {
            Self::Runs => style.load,
            Self::Notes | Self::Ill | Self::Travel => style.second_ink,
            Self::Used(_) => style.accent,
        }
    }
}

impl OverTime {
    /// How many letters fit beside the axes: those of the longest row, as far as there is room for them.
    pub(super) fn letters(&self, ui: &Ui, style: &Style) -> usize {
        let room = (0.2 * ui.available_width() / (0.6 * style.note.size)) as usize;
        let longest = self.rows.iter().map(|it| it.name.chars().count()).max();
        longest.unwrap_or(0).min(room).max(LEAST_LETTERS)
    }

    /// The names of all rows and their marks.
    pub(super) fn paint_rows(&self, ui: &Ui, panels: &Panels<'_>, style: &Style) {
        let it = &self.timeline;
        let Some(transform) = panels.transforms().last() else {
            return;
        };
        let painter = ui.painter();
        let a_place = (transform.dpos_dvalue_x() * f64::from(it.bundle)) as f32;
        let width = if a_place < CROWDED {
            a_place
        } else {
            (0.8 * a_place).min(WIDEST)
        };
        let room = 0.6 * style.note.size * self.letters(ui, style) as f32;
        let laid = |name: &str| painter.layout_no_wrap(name.to_owned(), style.note.clone(), style.third_ink);
        for (n, row) in self.rows.iter().enumerate() {
            let ink = row.of.ink(style);
            let middle = transform.position_from_point_y(n as f64);
            let name = laid(&fitted(&row.name, |name| laid(name).size().x <= room));
            let beside = pos2(transform.frame().left() - NAME_GAP, middle);
            let beside = Align2::RIGHT_CENTER.anchor_size(beside, name.size());
            painter.galley(beside.min, name, style.third_ink);
            let base = middle + FULL / 2.0;
            for place in &it.places {
                let Some(part) = row.of.share(place).and_then(Share::part) else {
                    continue;
                };
                let x = transform.position_from_point_x(self.axis.x(place.number));
                let (tall, ink) = if part > 0.0 {
                    (NO + (FULL - NO) * part as f32, ink)
                } else {
                    (NO, style.third_ink.gamma_multiply(0.6))
                };
                let mark = Rect::from_min_size(pos2(x - width / 2.0, base - tall), vec2(width, tall));
                painter.rect_filled(mark, 0.0, ink);
            }
        }
    }
}

/// As much of `name` as fits.
fn fitted(name: &str, fits: impl Fn(&str) -> bool) -> String {
    if fits(name) {
        return name.to_owned();
    }
    let letters: Vec<char> = name.chars().collect();
    let cut = |n: usize| format!("{}…", letters[..n].iter().collect::<String>().trim_end());
    let longest = (1..letters.len()).rev().map(cut).find(|it| fits(it));
    longest.unwrap_or_else(|| cut(letters.len().min(1)))
}

/// A row for each place.
pub(super) fn table(it: &Timeline, axis: &TimeAxis) -> Rows {
    if it.bundle > 1 { bundles(it, axis) } else { days(it) }
}

fn days(it: &Timeline) -> Rows {
    let mut headers: Vec<String> = [
        "date",
        "soreness",
        "soreness_scale",
        "soreness_mean_7_days",
        "sleep_h",
        "load_au",
    ]
    .map(str::to_owned)
    .to_vec();
    headers.extend(["runs", "race", "note", "ill", "travel"].map(str::to_owned));
    headers.extend(used_headers(it));
    let row = |place: &Place| {
        let trailing = it.trailing.binary_search_by_key(&place.number, |it| it.0).ok();
        let mut row = vec![
            place.day.to_string(),
            number(place.soreness.mean()),
            scale_of(it, place),
            number(trailing.map(|at| it.trailing[at].1)),
            number(place.sleep.mean()),
            number(place.load.mean()),
            place.runs.done.to_string(),
            place.races.join("; "),
        ];
        row.extend([place.notes, place.ill, place.travel].map(|it| it.to_string()));
        row.extend(place.used.iter().map(|it| number(it.part())));
        row
    };
    Rows {
        headers,
        rows: it.places.iter().map(row).collect(),
    }
}

fn bundles(it: &Timeline, axis: &TimeAxis) -> Rows {
    let mut headers = vec!["from".to_owned(), "to".to_owned()];
    for series in ["soreness", "sleep_h", "load_au"] {
        headers.extend(["mean", "least", "most", "n"].map(|it| format!("{series}_{it}")));
    }
    headers.insert(6, "soreness_scale".to_owned());
    headers.extend(["run_days", "races", "notes", "days_ill", "days_travelling"].map(str::to_owned));
    headers.extend(used_headers(it));
    let row = |place: &Place| {
        let (first, last) = axis.span(place.number);
        let mut row = vec![first.to_string(), last.to_string()];
        for known in [place.soreness, place.sleep, place.load] {
            row.extend(four(known));
        }
        row.insert(6, scale_of(it, place));
        row.extend([place.runs.done.to_string(), place.races.join("; ")]);
        row.extend([place.notes, place.ill, place.travel].map(|it| it.to_string()));
        row.extend(place.used.iter().map(|it| number(it.part())));
        row
    };
    Rows {
        headers,
        rows: it.places.iter().map(row).collect(),
    }
}

fn used_headers(it: &Timeline) -> impl Iterator<Item = String> {
    it.used.iter().map(|it| match &it.what {
        What::Habit(id) => format!("habit_{id}"),
        What::Supplement(id) => format!("took_{id}"),
    })
}

fn four(known: Known) -> [String; 4] {
    let (least, most) = (known.range.map(|it| it.0), known.range.map(|it| it.1));
    [number(known.mean()), number(least), number(most), known.n.to_string()]
}

fn scale_of(it: &Timeline, place: &Place) -> String {
    let scale = it.scale.filter(|_| place.soreness.n > 0);
    scale.map_or_else(String::new, |it| it.id().to_owned())
}

fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |it| it.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_room_ends_in_dots() {
        let fits = |text: &str| text.chars().count() <= 8;
        assert_eq!(fitted("Legs up", fits), "Legs up");
        assert_eq!(fitted("Foam rolling", fits), "Foam ro…");
        assert_eq!(fitted("Cool down run", |it| it.chars().count() <= 6), "Cool…");
        assert_eq!(fitted("Ice", |_| false), "I…");
    }
}
