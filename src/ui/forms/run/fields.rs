//! The fields of a session.

use egui::Ui;
use strum::VariantArray as _;

use super::draft::{
    ASCENT, AVG_HR, CADENCE, DISTANCE, MAX_HR, MOVING, NOTES, PACE, RunDraft, SHOE, START, SURFACE, TAGS, TEMPERATURE,
    TIME, TITLE,
};
use crate::app::Model;
use crate::app::command::Form;
use crate::domain::settings::Settings;
use crate::domain::units::{self, Three};
use crate::domain::{RunKind, Sport, words};
use crate::fl;
use crate::ui::forms::day::{TimeField, day_ui, parse_day};
use crate::ui::forms::sheet::{Scores, Sheet, choice, choice_or_none, suggestion};
use crate::ui::widgets::{Field, field_note};

const UNDER_MORE: [&str; 11] = [
    TITLE,
    SURFACE,
    SHOE,
    TAGS,
    MOVING,
    AVG_HR,
    MAX_HR,
    ASCENT,
    TEMPERATURE,
    CADENCE,
    NOTES,
];

impl RunDraft {
    /// What follows from two of distance, time and pace, in words, with the field it belongs to.
    fn third_words(&self, settings: &Settings) -> Option<(&'static str, String)> {
        let unit = settings.distance;
        let distance_m = units::parse_distance(&self.distance, unit).ok();
        let time_s = units::parse_duration(&self.time).ok();
        let s_per_m = units::parse_pace(&self.pace, unit).ok();
        let all = units::third(
            Three {
                distance_m,
                time_s,
                s_per_m,
            },
            unit,
        )
        .ok()?;
        match (distance_m, time_s, s_per_m) {
            (Some(_), Some(_), None) => Some((PACE, units::show_pace(all.s_per_m?, unit))),
            (Some(_), None, Some(_)) => Some((TIME, units::show_duration(all.time_s?))),
            (None, Some(_), Some(_)) => Some((DISTANCE, units::show_distance(all.distance_m?, unit))),
            _ => None,
        }
    }

    /// The fields.
    pub fn fields_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        self.three_ui(ui, sheet);
        self.when_ui(ui, sheet);
        let sports: Vec<_> = Sport::VARIANTS.iter().map(|&it| (it, words::sport(it))).collect();
        choice(ui, &fl!("form-sport"), &mut self.sport, &sports);
        if self.sport == Sport::Run {
            let kinds: Vec<_> = RunKind::VARIANTS.iter().map(|&it| (it, words::run_kind(it))).collect();
            choice_or_none(ui, &fl!("form-kind"), &mut self.kind, &kinds);
        }
        let effort = Scores {
            key: "rpe",
            label: &fl!("form-effort"),
            low: 0,
            high: 10,
            words: &words::rpe,
            coloured: None,
        };
        sheet.score(ui, &effort, &mut self.rpe);
        let feel = Scores {
            key: "feel",
            label: &fl!("form-feel"),
            low: 1,
            words: &|value| words::feel(value as i64),
            high: 5,
            ..effort
        };
        sheet.score(ui, &feel, &mut self.feel);
        sheet.more(ui, &UNDER_MORE, |ui, sheet| self.more_ui(ui, form, sheet));
    }

    fn three_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>) {
        let settings = sheet.model.settings();
        let (unit, third) = (settings.distance.sign(), self.third_words(settings));
        let follows = |field: &str| {
            let third = third.as_ref().filter(|(at, _)| *at == field);
            third.map(|(_, words)| fl!("form-follows", value = words.as_str()))
        };
        ui.columns(3, |ui| {
            let label = fl!("form-distance");
            let field = Field::new(&label).unit(unit.clone()).note(follows(DISTANCE));
            sheet.field(&mut ui[0], DISTANCE, field, &mut self.distance);
            let label = fl!("form-time");
            let field = Field::new(&label).hint(fl!("form-time-hint")).note(follows(TIME));
            if sheet.field(&mut ui[1], TIME, field, &mut self.time).changed() {
                self.follow_clock(sheet.model);
            }
            let label = fl!("form-pace");
            let field = Field::new(&label)
                .unit(fl!("form-per", unit = unit.as_str()))
                .note(follows(PACE));
            sheet.field(&mut ui[2], PACE, field, &mut self.pace);
        });
        if third.is_none() && self.pace.trim().is_empty() {
            field_note(ui, None, Some(fl!("form-any-two")));
        }
    }

    fn when_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>) {
        let today = sheet.model.today();
        let start = TimeField {
            key: START,
            label: fl!("form-start"),
            note: self.end_words(sheet.model),
            text: &mut self.start,
        };
        let changed = day_ui(ui, sheet, (&fl!("form-day"), &mut self.day), today, Some(start));
        self.start_follows &= !(changed.day || changed.time);
    }

    /// "Ends 18:42".
    fn end_words(&self, model: &Model) -> Option<String> {
        let day = parse_day(&self.day, model.today())?;
        let time = units::parse_clock(&self.start).ok()?;
        let start = model.settings().day_rule.at(day, time, model.zone())?;
        let seconds = units::parse_duration(&self.time).ok()?;
        Some(fl!("form-ends", time = words::clock(start.plus_seconds(seconds))))
    }

    fn more_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        sheet.line(ui, TITLE, &fl!("form-title"), "", &mut self.title);
        ui.columns(2, |ui| {
            sheet.line(&mut ui[0], SURFACE, &fl!("form-surface"), "", &mut self.surface);
            sheet.line(&mut ui[1], SHOE, &fl!("form-shoe"), "", &mut self.shoe);
            if form.edit.is_none()
                && self.shoe.is_empty()
                && let Some(last) = last_shoe(sheet.model)
                && suggestion(&mut ui[1], last)
            {
                last.clone_into(&mut self.shoe);
            }
        });
        sheet.line(ui, TAGS, &fl!("form-tags"), "", &mut self.tags);
        ui.columns(3, |ui| {
            sheet.line(&mut ui[0], MOVING, &fl!("form-moving"), "", &mut self.moving);
            let bpm = fl!("form-bpm");
            sheet.line(&mut ui[1], AVG_HR, &fl!("form-avg-hr"), &bpm, &mut self.avg_hr);
            sheet.line(&mut ui[2], MAX_HR, &fl!("form-max-hr"), &bpm, &mut self.max_hr);
        });
        let degrees = sheet.model.settings().temperature.sign();
        ui.columns(3, |ui| {
            sheet.line(
                &mut ui[0],
                ASCENT,
                &fl!("form-ascent"),
                &fl!("form-metres"),
                &mut self.ascent,
            );
            sheet.line(
                &mut ui[1],
                TEMPERATURE,
                &fl!("form-temperature"),
                &degrees,
                &mut self.temperature,
            );
            let per_minute = fl!("form-per-minute");
            sheet.line(
                &mut ui[2],
                CADENCE,
                &fl!("form-cadence"),
                &per_minute,
                &mut self.cadence,
            );
        });
        sheet.notes(ui, NOTES, &mut self.notes);
    }
}

/// The shoe of the latest session that names one.
fn last_shoe(model: &Model) -> Option<&str> {
    let shoes = model.journal.activities.iter().rev().map(|it| it.shoe.as_str());
    shoes.into_iter().find(|it| !it.is_empty())
}
