//! What a tired runner reads in ten seconds: what stands out, in a line and then in whole sentences, of how
//! many, and what is closest to an answer.

use egui::Ui;

use super::{Entry, SENTENCE};
use crate::analysis::findings::Exposure;
use crate::analysis::findings::words::{Level, reminder};
use crate::domain::words::{listed, within};
use crate::fl;
use crate::theme;
use crate::ui::widgets;

/// So many names stand in the headline, and so many sentences below it.
const MOST_NAMED: usize = 3;

/// Shows it.
pub(super) fn summary_ui(ui: &mut Ui, entries: &[Entry<'_>]) {
    widgets::card(ui, |ui| {
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(SENTENCE));
            content_ui(ui, entries);
        });
    });
}

fn content_ui(ui: &mut Ui, entries: &[Entry<'_>]) {
    let can_compare = entries.iter().any(|it| it.finding.effect().is_some());
    let clear = standing_out(entries);
    widgets::heading(ui, theme::step_title(ui, headline(entries, &clear)));
    if can_compare {
        ui.label(theme::quiet(ui, counts(entries)));
    } else {
        ui.label(theme::quiet(ui, fl!("insights-none-why")));
    }
    for entry in clear.iter().take(MOST_NAMED) {
        ui.add_space(theme::GAP / 2.0);
        ui.label(entry.told.sentence.as_str());
    }
    if let Some(nearest) = nearest(entries) {
        ui.add_space(theme::GAP / 2.0);
        ui.label(theme::quiet(ui, nearest));
    }
    if can_compare {
        ui.add_space(theme::GAP / 2.0);
        ui.label(theme::strong(ui, reminder()));
    }
}

/// What is clear. Hours of sleep are left to the short nights, whose sentence has them.
fn standing_out<'a>(entries: &[Entry<'a>]) -> Vec<Entry<'a>> {
    let clear = entries.iter().copied().filter(|it| it.told.level == Level::Clear);
    let mut clear: Vec<_> = clear.collect();
    if clear.iter().any(|it| it.finding.exposure == Exposure::ShortNight) {
        clear.retain(|it| it.finding.exposure != Exposure::SleepHours);
    }
    clear
}

fn headline(entries: &[Entry<'_>], clear: &[Entry<'_>]) -> String {
    if entries.iter().all(|it| it.finding.effect().is_none()) {
        return fl!("insights-none-yet");
    }
    let names = clear.iter().enumerate().map(|(n, it)| match it.finding.exposure {
        Exposure::SleepHours | Exposure::ShortNight if n > 0 => within(&it.name()),
        _ => it.name(),
    });
    let names: Vec<String> = names.collect();
    match listed(&names) {
        None => fl!("insights-nothing"),
        Some(_) if clear.len() > MOST_NAMED => fl!("insights-many", n = clear.len()),
        Some(names) => fl!("insights-stand-out", n = clear.len(), names = names),
    }
}

/// "Looked at 17: 3 clear, 10 without a clear difference, 4 not enough yet."
fn counts(entries: &[Entry<'_>]) -> String {
    let n = |levels: &[Level]| entries.iter().filter(|it| levels.contains(&it.told.level)).count();
    let (clear, possible) = (n(&[Level::Clear]), n(&[Level::Possible]));
    let (unclear, refused) = (n(&[Level::Unclear]), n(&[Level::Refused, Level::Period]));
    let parts = [
        (clear, fl!("insights-n-clear", n = clear)),
        (possible, fl!("insights-n-possible", n = possible)),
        (unclear, fl!("insights-n-unclear", n = unclear)),
        (refused, fl!("insights-n-refused", n = refused)),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|it| it.0 > 0).map(|it| it.1).collect();
    let parts = listed(&parts).unwrap_or_default();
    fl!("insights-counts", n = entries.len(), parts = parts)
}

/// What is closest to an answer, and what it needs.
fn nearest(entries: &[Entry<'_>]) -> Option<String> {
    let missing = |it: &Entry<'_>| it.finding.needs().iter().map(|it| it.missing()).sum::<usize>();
    let open = entries.iter().filter(|it| missing(it) > 0);
    let nearest = open.min_by_key(|it| missing(it))?;
    Some(fl!(
        "insights-nearest",
        name = nearest.name(),
        needed = nearest.finding.needed()
    ))
}
