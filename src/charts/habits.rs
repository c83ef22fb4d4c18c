//! Minutes spent on a habit, week by week, and all habits side by side.
//!
//! A bar is the minutes of a week; of a long range the mean of some weeks. A short dash at the foot is an answer
//! of nothing done, and where nothing stands nothing was answered. A habit of which no minutes are noted is shown
//! by the days it was done on.

mod bars;
mod list;

use egui::{RichText, Ui};

use self::bars::Bars;
use self::list::Line;
use super::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, TooLittle, words};
use crate::analysis::minutes::{HabitMinutes, OneHabit, Sum};
use crate::domain::Journal;
use crate::domain::units::{show_hours, show_number};
use crate::domain::words::beginning;
use crate::fl;

/// From here on minutes are told as hours and minutes, and from there on as hours alone.
const LONG_MIN: f64 = 600.0;
const VERY_LONG_MIN: f64 = 6000.0;

/// The chart of a request.
pub(super) fn make(source: &Source<'_>, request: &Request) -> Made {
    let found = HabitMinutes::of(source.journal, source.table, &request.days);
    let wanted = request.options.habit.as_ref();
    let Some(habit) = found.chosen(wanted) else {
        let name = wanted.map(|it| words::habit(source.journal, it));
        return Err(TooLittle {
            question: fl!("minutes-question-none"),
            why: name.map_or_else(
                || fl!("minutes-too-little"),
                |name| fl!("minutes-too-little-habit", habit = name),
            ),
            have: 0,
            need: 1,
        });
    };
    let counts = Counts::of(habit);
    let bars = Bars::of(&found, habit, counts, source.journal.settings.first_weekday);
    Ok(Box::new(Minutes {
        heading: heading(source.journal, &found, habit, counts, bars.note()),
        bars,
        lines: lines(source.journal, &found, habit),
        found,
    }))
}

struct Minutes {
    heading: Heading,
    bars: Bars,
    lines: Vec<Line>,
    found: HabitMinutes,
}

/// What the bars of a habit count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counts {
    Minutes,
    Days,
}

impl Counts {
    fn of(habit: &OneHabit) -> Self {
        if habit.total.all_minutes() > 0.0 {
            Self::Minutes
        } else {
            Self::Days
        }
    }
}

fn heading(
    journal: &Journal,
    found: &HabitMinutes,
    habit: &OneHabit,
    counts: Counts,
    bundles: Option<String>,
) -> Heading {
    let name = words::habit(journal, &habit.habit);
    let total = &habit.total;
    let span = total.first.zip(total.last);
    let span = span.map_or(String::new(), |(first, last)| words::days(first, last));
    let subtitle = match counts {
        Counts::Minutes => fl!(
            "minutes-subtitle",
            minutes = time(total.all_minutes()),
            span = span,
            done = total.done,
            partly = total.partly,
            not = total.not_done
        ),
        Counts::Days => fl!(
            "minutes-subtitle-times",
            span = span,
            done = total.done,
            partly = total.partly,
            not = total.not_done
        ),
    };
    let mut notes = vec![fl!("minutes-note-gaps")];
    if total.partly > 0 {
        notes.push(fl!("minutes-note-partly"));
    }
    notes.extend(bundles);
    Heading {
        question: match counts {
            Counts::Minutes => fl!("minutes-question", habit = name),
            Counts::Days => fl!("minutes-question-times", habit = name),
        },
        summary: summary(journal, found, habit, counts, &subtitle),
        subtitle,
        notes,
    }
}

fn summary(journal: &Journal, found: &HabitMinutes, habit: &OneHabit, counts: Counts, subtitle: &str) -> String {
    let most = habit.sums.iter().zip(&found.weeks);
    let most = most.max_by(|a, b| value(a.0, counts).total_cmp(&value(b.0, counts)));
    let most = most.map_or(String::new(), |(sum, stretch)| {
        fl!(
            "minutes-summary-most",
            day = words::day(stretch.first),
            most = amount(value(sum, counts), counts)
        )
    });
    let list = found.habits.iter().map(|it| row_words(journal, it));
    fl!(
        "minutes-summary",
        subtitle = subtitle,
        most = most,
        list = list.collect::<Vec<_>>().join("; ")
    )
}

/// What a week comes to.
fn value(sum: &Sum, counts: Counts) -> f64 {
    match counts {
        Counts::Minutes => sum.all_minutes(),
        Counts::Days => (sum.done + sum.partly) as f64,
    }
}

fn amount(value: f64, counts: Counts) -> String {
    match counts {
        Counts::Minutes => time(value),
        Counts::Days => fl!("minutes-days", n = (value as usize)),
    }
}

/// "430 min", "19 h 47 min", "605 h".
fn time(minutes: f64) -> String {
    match minutes {
        ..LONG_MIN => fl!("length-min", min = show_number(minutes.round())),
        ..VERY_LONG_MIN => show_hours(minutes / 60.0),
        _ => show_hours((minutes / 60.0).round()),
    }
}

/// "Foam rolling: 430 min, done on 38 of 120 days".
fn row_words(journal: &Journal, it: &OneHabit) -> String {
    let name = beginning(&words::habit(journal, &it.habit));
    let of_days = of_days(&it.total);
    match Counts::of(it) {
        Counts::Minutes => {
            let minutes = amount(it.total.all_minutes(), Counts::Minutes);
            fl!("minutes-row", habit = name, minutes = minutes, days = of_days)
        }
        Counts::Days => fl!("minutes-row-times", habit = name, days = of_days),
    }
}

/// "38 of 120 days".
fn of_days(total: &Sum) -> String {
    fl!("minutes-of-days", done = total.done, of = total.days())
}

fn lines(journal: &Journal, found: &HabitMinutes, chosen: &OneHabit) -> Vec<Line> {
    let most = found.habits.first().map_or(0.0, |it| it.total.all_minutes());
    let line = |it: &OneHabit| {
        let minutes = it.total.all_minutes();
        Line {
            name: beginning(&words::habit(journal, &it.habit)),
            chosen: it.habit == chosen.habit,
            share: if most > 0.0 { (minutes / most) as f32 } else { 0.0 },
            minutes: (minutes > 0.0).then(|| amount(minutes, Counts::Minutes)),
            days: of_days(&it.total),
        }
    };
    found.habits.iter().map(line).collect()
}

impl Chart for Minutes {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let done = self.bars.ui(ui, shown, &self.heading.summary);
        if self.lines.len() > 1 {
            ui.add_space(style.note.size * 0.5);
            let title = RichText::new(fl!("minutes-all")).font(style.strong.clone());
            ui.label(title.color(style.ink));
            list::list_ui(ui, &self.lines, style);
        }
        done
    }

    fn rows(&self) -> Rows {
        let headers = [
            "habit",
            "from",
            "to",
            "minutes_min",
            "minutes_partly_min",
            "days_done",
            "days_partly",
            "days_not_done",
            "times_without_minutes",
        ];
        let of_habit = |habit: &OneHabit| {
            let sums = habit.sums.iter().zip(&self.found.weeks);
            let known = sums.filter(|it| it.0.days() > 0);
            let rows = known.map(|(sum, stretch)| {
                vec![
                    habit.habit.to_string(),
                    stretch.first.to_string(),
                    stretch.last.to_string(),
                    sum.minutes.to_string(),
                    sum.partly_minutes.to_string(),
                    sum.done.to_string(),
                    sum.partly.to_string(),
                    sum.not_done.to_string(),
                    sum.without_minutes.to_string(),
                ]
            });
            rows.collect::<Vec<_>>()
        };
        Rows {
            headers: headers.map(str::to_owned).to_vec(),
            rows: self.found.habits.iter().flat_map(of_habit).collect(),
        }
    }
}
