//! The form of a night, or of a nap.
//!
//! Its day is the date of waking, so a bedtime later than the waking time was the evening before. How
//! long one slept is typed, or stays open while the times say how long one was in bed.

use egui::Ui;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::day::{DAY, day_text, day_ui};
use super::sheet::{Scores, Sheet, choice, suggestion};
use super::typed::text;
use super::{Errors, Saving};
use crate::app::Model;
use crate::app::command::Form;
use crate::domain::night::{AWAKE_MIN, COOL, DARK, QUIET, bed_date};
use crate::domain::units::{self, parse_clock};
use crate::domain::{Batch, Id, Label, Meta, Night, Record, Stamp, words};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Field, chip, field_note};

/// The first field.
pub const SLEPT: &str = "slept";
const BED: &str = "bed";
const WAKE: &str = "wake";
const AWAKENINGS: &str = "awakenings";
const AWAKE: &str = "awake";
const NOTES: &str = "notes";

/// A night as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "ticks of a form, each by itself")]
pub struct NightDraft {
    day: String,
    slept: String,
    bed: String,
    wake: String,
    quality: Option<f64>,
    awakenings: String,
    awake: String,
    dark: bool,
    quiet: bool,
    cool: bool,
    nap: bool,
    notes: String,
}

fn edited<'m>(form: &Form, model: &'m Model) -> Option<&'m Night> {
    let id = form.edit?;
    model.journal.nights.iter().find(|it| it.meta.id == id)
}

impl NightDraft {
    /// The draft a form begins with.
    pub fn begin(form: &Form, model: &Model) -> Option<Self> {
        if form.edit.is_some() {
            return edited(form, model).map(Self::of);
        }
        Some(Self {
            day: day_text(form.day),
            ..Self::default()
        })
    }

    /// The draft of a record.
    fn of(it: &Night) -> Self {
        let clock = |at: Option<Stamp>| at.map(words::clock).unwrap_or_default();
        Self {
            day: day_text(it.day),
            slept: it
                .asleep_min
                .map(|min| units::show_hours(min / 60.0))
                .unwrap_or_default(),
            bed: clock(it.bed_at),
            wake: clock(it.wake_at),
            quality: it.quality.map(|it| it as f64),
            awakenings: it.awakenings.map(|it| it.to_string()).unwrap_or_default(),
            awake: it.awake_min().map(units::show_number).unwrap_or_default(),
            dark: it.meta.is_ticked(DARK),
            quiet: it.meta.is_ticked(QUIET),
            cool: it.meta.is_ticked(COOL),
            nap: it.nap,
            notes: it.notes.clone(),
        }
    }

    /// What would be saved, or what is wrong.
    pub fn saving(&self, form: &Form, model: &Model) -> Result<Saving, Errors> {
        let base = edited(form, model);
        let was = base.map(Self::of).unwrap_or_default();
        let mut errors = Errors::default();
        let record = self.record(base, &was, model, &mut errors);
        let Some(record) = record.filter(|_| errors.is_empty()) else {
            return Err(errors);
        };
        let id = match (base.is_some(), record.nap) {
            (false, false) => "batch-night",
            (false, true) => "batch-nap",
            (true, false) => "batch-change-night",
            (true, true) => "batch-change-nap",
        };
        Ok(Saving::of(Batch::putting(Label::new(id), [Record::Night(record)])))
    }

    fn record(&self, base: Option<&Night>, was: &Self, model: &Model, errors: &mut Errors) -> Option<Night> {
        if base.is_none() && self.says_nothing() {
            errors.add(SLEPT, fl!("form-night-empty"));
        }
        let before = (was.slept.as_str(), base.and_then(|it| it.asleep_min));
        let asleep_min = errors.read(SLEPT, &self.slept, before, units::parse_sleep);
        let times = self.times(base, was, model, errors);
        let before = (was.awakenings.as_str(), base.and_then(|it| it.awakenings));
        let awakenings = errors.count(AWAKENINGS, &self.awakenings, before, 0.0..=1000.0);
        let before = (was.awake.as_str(), base.and_then(Night::awake_min));
        let awake_min = errors.read(AWAKE, &self.awake, before, units::parse_minutes);
        let (day, bed_at, wake_at) = times?;
        let fresh = || Night::new(Meta::manual(Id::fresh(model.now.ms)), day);
        let mut night = Night {
            day,
            bed_at,
            wake_at,
            asleep_min,
            quality: self.quality.map(|it| it as i64),
            awakenings,
            nap: self.nap,
            notes: text(&self.notes, &was.notes),
            ..base.cloned().unwrap_or_else(fresh)
        };
        night.meta.note_number(AWAKE_MIN, awake_min);
        for (key, on) in [(DARK, self.dark), (QUIET, self.quiet), (COOL, self.cool)] {
            night.meta.tick(key, on);
        }
        if let Some(in_bed) = night.outslept() {
            let in_bed = units::show_hours(in_bed / 60.0);
            errors.add(SLEPT, fl!("form-slept-too-long", bed = in_bed));
        }
        Some(night)
    }

    fn says_nothing(&self) -> bool {
        let texts = [
            &self.slept,
            &self.bed,
            &self.wake,
            &self.awakenings,
            &self.awake,
            &self.notes,
        ];
        let ticked = self.dark || self.quiet || self.cool;
        self.quality.is_none() && !ticked && texts.iter().all(|it| it.trim().is_empty())
    }

    /// Day, bedtime and waking; `None` where one of them is wrong.
    fn times(
        &self,
        base: Option<&Night>,
        was: &Self,
        model: &Model,
        errors: &mut Errors,
    ) -> Option<(Date, Option<Stamp>, Option<Stamp>)> {
        if let Some(base) = base
            && (&self.day, &self.bed, &self.wake) == (&was.day, &was.bed, &was.wake)
        {
            return Some((base.day, base.bed_at, base.wake_at));
        }
        let day = errors.day(DAY, &self.day, model.now.civil_date());
        let bed = errors.read(BED, &self.bed, ("", None), parse_clock);
        let wake = errors.read(WAKE, &self.wake, ("", None), parse_clock);
        if bed.is_some() && bed == wake {
            errors.add(WAKE, fl!("form-bed-is-wake"));
        }
        let (day, at) = (day?, |it: Option<Date>, time: Option<Time>| Some((it?, time?)));
        let wake_at = at(Some(day), wake).map(|(date, time)| Stamp::from_civil(date.to_datetime(time), model.zone()));
        let bed_at = at(bed.and_then(|bed| bed_date(day, bed, wake)), bed)
            .map(|(date, time)| Stamp::from_civil(date.to_datetime(time), model.zone()));
        let wake_at = wake_at.map(|it| errors.past(WAKE, it, model));
        let bed_at = bed_at.map(|it| errors.past(BED, it, model));
        Some((day, bed_at.flatten(), wake_at.flatten()))
    }

    /// The fields.
    pub fn fields_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        let latest = sheet.model.now.civil_date();
        let label = fl!("form-slept");
        let hint = last_night(sheet.model).and_then(Night::hours).map(units::show_hours);
        let field = Field::new(&label).hint(fl!("form-slept-hint")).note(self.slept_words());
        sheet.field(ui, SLEPT, field, &mut self.slept);
        if let Some(last) = hint.filter(|_| form.edit.is_none() && self.slept.is_empty())
            && suggestion(ui, fl!("form-last-time", value = last.as_str()))
        {
            self.slept = last;
        }
        ui.columns(2, |ui| {
            let (bed, wake) = (fl!("form-bed"), fl!("form-wake"));
            let hint = fl!("form-clock-hint");
            sheet.field(&mut ui[0], BED, Field::new(&bed).hint(hint.clone()), &mut self.bed);
            let in_bed = self.in_bed(sheet.model).map(units::show_hours);
            let note = in_bed.map(|length| fl!("form-in-bed", length = length));
            sheet.field(
                &mut ui[1],
                WAKE,
                Field::new(&wake).hint(hint).note(note),
                &mut self.wake,
            );
        });
        let quality = Scores {
            key: "quality",
            label: &fl!("form-quality"),
            low: 1,
            high: 5,
            words: &|value| words::sleep_quality(value as i64),
            coloured: None,
        };
        sheet.score(ui, &quality, &mut self.quality);
        day_ui(ui, sheet, (&fl!("form-day-of-waking"), &mut self.day), latest, None);
        if form.edit.is_none() && self.is_second(sheet.model) {
            field_note(ui, None, Some(fl!("form-second-night")));
        }
        ui.columns(2, |ui| {
            let choices = [(false, fl!("form-night")), (true, fl!("form-nap"))];
            choice(&mut ui[0], &fl!("form-what"), &mut self.nap, &choices);
            sheet.line(
                &mut ui[1],
                AWAKENINGS,
                &fl!("form-awakenings"),
                "",
                &mut self.awakenings,
            );
        });
        ui.columns(2, |ui| {
            self.room_ui(&mut ui[0]);
            let min = fl!("form-min");
            sheet.line(&mut ui[1], AWAKE, &fl!("form-awake"), &min, &mut self.awake);
        });
        sheet.notes(ui, NOTES, &mut self.notes);
    }

    /// How the room was: what is not ticked is not recorded.
    fn room_ui(&mut self, ui: &mut Ui) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.label(theme::label(ui, fl!("form-room")));
            ui.horizontal_wrapped(|ui| {
                for (on, word) in [
                    (&mut self.dark, fl!("form-dark")),
                    (&mut self.quiet, fl!("form-quiet")),
                    (&mut self.cool, fl!("form-cool")),
                ] {
                    let name = fl!("form-room-was", word = word.to_lowercase());
                    if chip(ui, *on, &word, &name).clicked() {
                        *on = !*on;
                    }
                }
            });
        });
    }

    fn slept_words(&self) -> Option<String> {
        let minutes = units::parse_sleep(&self.slept).ok()?;
        let words = units::show_hours(minutes / 60.0);
        (words != self.slept.trim()).then_some(words)
    }

    /// Hours in bed, as the times stand.
    fn in_bed(&self, model: &Model) -> Option<f64> {
        let day = super::day::parse_day(&self.day, model.now.civil_date())?;
        let (bed, wake) = (parse_clock(&self.bed).ok()?, parse_clock(&self.wake).ok()?);
        let bed_at = Stamp::from_civil(bed_date(day, bed, Some(wake))?.to_datetime(bed), model.zone())?;
        let wake_at = Stamp::from_civil(day.to_datetime(wake), model.zone())?;
        Some(wake_at.seconds_since(bed_at) / 3600.0).filter(|hours| *hours > 0.0)
    }

    /// Whether another night of this day is there already.
    fn is_second(&self, model: &Model) -> bool {
        let day = super::day::parse_day(&self.day, model.now.civil_date());
        !self.nap && model.journal.nights.iter().any(|it| Some(it.day) == day && !it.nap)
    }
}

/// The latest night, naps aside.
fn last_night(model: &Model) -> Option<&Night> {
    model.journal.nights.iter().rev().find(|it| !it.nap)
}
