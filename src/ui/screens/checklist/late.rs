//! "I did it at …": a step that was done while nobody pressed anything, with the time it was really done.

use egui::{Id, Key, Popup, PopupCloseBehavior, Response, Ui};
use jiff::civil::Time;
use lucide_icons::Icon;

use super::notes::StepNotes;
use super::step::Shown;
use crate::app::command::Commands;
use crate::domain::protocol::StepAct;
use crate::domain::{Stamp, units, words};
use crate::fl;
use crate::ui::widgets::{Button, Field};

const WIDTH: f32 = 260.0;

/// The button and what it opens.
pub fn late_ui(ui: &mut Ui, shown: &Shown, is_primary: bool, notes: &mut StepNotes, commands: &mut Commands) {
    let words = fl!("step-did-it-at");
    let button = if is_primary {
        Button::primary(words)
    } else {
        Button::quiet(words)
    };
    let button = ui.add(button.icon(Icon::History));
    let opened = button.clicked();
    if opened {
        notes.at = None;
    }
    Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(WIDTH);
            let text = notes.at.get_or_insert_with(|| words::clock(usual(shown)));
            let read = read(shown, text);
            let response = field_ui(ui, text, &read, shown);
            focus_once(ui, &response);
            let entered = response.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter));
            let save = Button::primary(fl!("step-note-it")).icon(Icon::Check).wide();
            if (ui.add(save.enabled(read.is_ok())).clicked() || entered)
                && let Ok(at) = read
            {
                match notes.dose(shown) {
                    Ok(dose) => shown.emit(commands, StepAct::DoneAt { at, dose }),
                    Err(_) => notes.complain = true,
                }
                ui.close();
            }
        });
}

fn field_ui(ui: &mut Ui, text: &mut String, read: &Result<Stamp, String>, shown: &Shown) -> Response {
    let note = read.as_ref().ok().map(|at| {
        let day = words::day_short(at.civil_date());
        let ago = words::ago(shown.model.now.seconds_since(*at));
        fl!("step-did-it-note", day = day, ago = ago)
    });
    Field::new(&fl!("step-did-it-when"))
        .note(note)
        .error(read.as_ref().err().map(String::as_str))
        .show(ui, text)
}

/// Gives the field the keyboard when it comes up.
fn focus_once(ui: &Ui, response: &Response) {
    let id = Id::unique("late field");
    let pass = ui.cumulative_pass_nr();
    let last = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<u64>(id), pass));
    if last + 1 < pass {
        response.request_focus();
    }
}

/// When it was done, if nothing else is known: when it is best, and not later than now.
fn usual(shown: &Shown) -> Stamp {
    let (best, now) = (shown.view.span.best, shown.model.now);
    let began = shown.view.row.and_then(|it| it.started_at);
    let at = began.unwrap_or(best);
    if at.ms > now.ms { now } else { at }
}

fn read(shown: &Shown, text: &str) -> Result<Stamp, String> {
    let time = units::parse_clock(text).map_err(|it| it.sentence())?;
    let at = last_time(time, shown.model.now);
    at.filter(|it| it.ms >= shown.walk.ended_at.ms - MINUTE_MS)
        .ok_or_else(|| fl!("step-did-it-before", clock = words::clock(shown.walk.ended_at)))
}

/// The clock shows no seconds.
const MINUTE_MS: i64 = 60_000;

/// The last time the clock on the wall showed `time`.
fn last_time(time: Time, now: Stamp) -> Option<Stamp> {
    let today = Stamp::from_civil_offset(now.civil_date().to_datetime(time), now.offset_min)?;
    if today.ms <= now.ms {
        return Some(today);
    }
    let yesterday = now.civil_date().yesterday().ok()?;
    Stamp::from_civil_offset(yesterday.to_datetime(time), now.offset_min)
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn a_clock_time_is_the_last_time_the_clock_showed_it() {
        let now = Stamp::parse_rfc3339("2026-11-24T07:10:00+01:00").unwrap();
        for (clock, at) in [
            (time(7, 10, 0, 0), "2026-11-24T07:10:00+01:00"),
            (time(6, 0, 0, 0), "2026-11-24T06:00:00+01:00"),
            (time(22, 40, 0, 0), "2026-11-23T22:40:00+01:00"),
        ] {
            assert_eq!(last_time(clock, now).unwrap().to_rfc3339(), at);
        }
    }
}
