//! One record as one line: an icon in its colour, words, a time, a source.
//!
//! Lines are made when they are shown, a screenful at a time. [`full`] says all that a record holds, for
//! the history of one record; the line says what fits.

use egui::Color32;
use lucide_icons::Icon;

use super::index::Names;
use crate::app::FormKind;
use crate::domain::protocol::after_run;
use crate::domain::record::{MANUAL, TIME_ASSUMED};
use crate::domain::{
    Activity, Answer, CheckIn, Checklist, ChecklistStep, Id, Intake, Meta, Night, Practice, Rating, Record, RecordKind,
    Scale, Settings, SorenessRating, Sport, Stamp, units, words,
};
use crate::fl;
use crate::theme::Palette;

/// What lines are made from beside the record.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Units and day rule.
    pub settings: &'a Settings,
    /// Names of habits and supplements, and how far checklists are.
    pub names: &'a Names,
}

/// The icon of a record.
pub fn icon_of(record: &Record) -> Icon {
    match record {
        Record::Activity(it) => sport_icon(it.sport),
        other => kind_icon(other.kind()),
    }
}

/// The icon of a sport.
pub fn sport_icon(sport: Sport) -> Icon {
    match sport {
        Sport::Run | Sport::Walk => Icon::Footprints,
        Sport::Ride => Icon::Bike,
        Sport::Swim => Icon::Waves,
        Sport::Strength => Icon::Dumbbell,
        Sport::Yoga => Icon::StretchHorizontal,
        Sport::Other => Icon::Activity,
    }
}

/// The icon of a kind of record.
pub fn kind_icon(kind: RecordKind) -> Icon {
    match kind {
        RecordKind::Activity => Icon::Footprints,
        RecordKind::Night => Icon::Moon,
        RecordKind::Soreness => Icon::Flame,
        RecordKind::Intake | RecordKind::Supplement => Icon::Pill,
        RecordKind::Practice | RecordKind::Habit => Icon::Sprout,
        RecordKind::CheckIn => Icon::HeartPulse,
        RecordKind::Checklist | RecordKind::ChecklistStep | RecordKind::Routine => Icon::ListChecks,
        RecordKind::ImportBatch => Icon::Download,
    }
}

/// The colour of a kind of record, the same on every screen.
pub fn kind_ink(kind: RecordKind, it: &Palette) -> Color32 {
    match kind {
        RecordKind::Night => it.sleep,
        RecordKind::Soreness => it.soreness,
        RecordKind::Activity | RecordKind::CheckIn => it.second_ink,
        _ => it.accent,
    }
}

/// The form that changes a kind of record; `None` where there is none.
pub fn form_of(kind: RecordKind) -> Option<FormKind> {
    match kind {
        RecordKind::Activity => Some(FormKind::Run),
        RecordKind::Night => Some(FormKind::Night),
        RecordKind::Soreness => Some(FormKind::Soreness),
        RecordKind::Intake => Some(FormKind::Intake),
        RecordKind::Practice => Some(FormKind::Practice),
        RecordKind::CheckIn => Some(FormKind::CheckIn),
        _ => None,
    }
}

/// The words of any record, with its notes as they were typed.
pub fn full(record: &Record, context: Context) -> String {
    match record {
        Record::Activity(it) => joined(activity(it, context), &it.notes),
        Record::Night(it) => joined(night(it), &it.notes),
        Record::Soreness(it) => joined(soreness(it), &it.notes),
        Record::Intake(it) => joined(intake(it, context), &it.notes),
        Record::Practice(it) => joined(practice(it, context), &it.notes),
        Record::CheckIn(it) => joined(check_in(it, context), &it.notes),
        Record::Checklist(it) => checklist(it, context),
        Record::ChecklistStep(it) => step(it, context),
        Record::Habit(it) => fl!("journal-a-habit", name = words::habit(it)),
        Record::Supplement(it) => fl!("journal-a-supplement", name = it.name.as_str()),
        Record::Routine(it) => fl!("journal-a-routine", runs = it.meta.id.as_str()),
        Record::ImportBatch(it) => fl!("journal-an-import", name = it.file_name.as_str()),
    }
}

fn joined(mut parts: Vec<String>, notes: &str) -> String {
    let notes = notes.split_whitespace().collect::<Vec<_>>().join(" ");
    if !notes.is_empty() {
        parts.push(notes);
    }
    parts.join(" · ")
}

/// When a record was, by the clock on the wall; empty where only its day is known.
pub fn time(record: &Record) -> String {
    if record.meta().is_some_and(|it| it.is_ticked(TIME_ASSUMED)) {
        return String::new();
    }
    let at = match record {
        Record::Activity(it) => Some(it.started_at),
        Record::Night(it) => it.wake_at,
        Record::Soreness(it) => Some(it.at),
        Record::Intake(it) => Some(it.at),
        Record::Practice(it) => it.when.stamp(),
        Record::CheckIn(it) => it.at,
        Record::Checklist(it) => Some(it.started_at),
        _ => None,
    };
    at.map_or_else(String::new, words::clock)
}

/// Where a record came from, if not from the runner's hand.
pub fn source(meta: &Meta) -> Option<String> {
    (meta.source != MANUAL).then(|| words::named("journal-source", &meta.source))
}

/// What a session was: "Long run", "Ride".
pub fn session(it: &Activity) -> String {
    match it.kind.filter(|_| it.is_run()) {
        Some(kind) => words::run_kind(kind),
        None => words::sport(it.sport),
    }
}

fn activity(it: &Activity, context: Context) -> Vec<String> {
    let unit = context.settings.distance;
    let seconds = it.load_seconds();
    let mut parts = vec![session(it)];
    parts.extend((!it.title.is_empty()).then(|| it.title.clone()));
    parts.extend(it.distance_m.map(|metres| units::show_distance(metres, unit)));
    parts.extend(seconds.map(units::show_duration));
    let moving = it.moving_s.or(seconds);
    if let (Some(metres), Some(moving), true) = (it.distance_m, moving, it.is_run())
        && metres > 0.0
    {
        parts.push(units::show_pace(moving / metres, unit));
    }
    parts.extend(it.rpe.map(|rpe| fl!("journal-effort", n = units::show_number(rpe))));
    parts.extend(it.feel.map(|feel| fl!("journal-felt", feel = words::feel(feel))));
    parts.extend(
        it.avg_hr
            .map(|hr| fl!("journal-mean-hr", n = units::show_number(hr.round()))),
    );
    parts.extend(
        it.ascent_m
            .map(|m| fl!("journal-climb", n = units::show_number(m.round()))),
    );
    parts.extend(
        it.temperature_c
            .map(|c| units::show_temperature(c, context.settings.temperature)),
    );
    parts.extend([&it.surface, &it.shoe].into_iter().filter(|it| !it.is_empty()).cloned());
    parts.extend(it.tags.iter().cloned());
    parts
}

fn night(it: &Night) -> Vec<String> {
    let mut parts = vec![match (it.hours(), it.nap) {
        (Some(hours), false) => fl!("journal-slept", length = units::show_hours(hours)),
        (Some(hours), true) => fl!("journal-napped", length = units::show_hours(hours)),
        (None, false) => fl!("journal-night"),
        (None, true) => fl!("journal-nap"),
    }];
    parts.extend(it.quality.map(words::sleep_quality));
    if let (Some(bed), Some(wake)) = (it.bed_at, it.wake_at) {
        parts.push(fl!(
            "journal-bed-wake",
            bed = words::clock(bed),
            wake = words::clock(wake)
        ));
    }
    parts.extend(it.awakenings.map(|n| fl!("journal-awakenings", n = n)));
    parts
}

fn soreness(it: &SorenessRating) -> Vec<String> {
    let named = it.meta.detail.as_ref().and_then(|detail| detail.get("area")?.as_str());
    let place = match named {
        Some(area) if it.region == crate::domain::Region::Other => area.to_owned(),
        _ => words::region_side(it.region, it.side),
    };
    let ticks = [
        it.is_pain().then(|| fl!("journal-pain")),
        it.is_analgesic().then(|| fl!("journal-painkiller")),
    ];
    let told = [place, rated(it.score, it.scale), words::context(it.context)];
    told.into_iter().chain(ticks.into_iter().flatten()).collect()
}

/// "3 of 10 (I notice it)": a number, the end of its scale, and its words.
pub fn rated(value: f64, scale: Scale) -> String {
    let top = units::show_number(scale.range().1);
    let words = words::score(value, scale);
    fl!("journal-rated", n = units::show_number(value), top = top, words = words)
}

fn intake(it: &Intake, context: Context) -> Vec<String> {
    let name = context.names.supplement(&it.supplement);
    let what = match (it.answer, it.dose) {
        (Answer::No, _) => Some(fl!("journal-not-taken")),
        (Answer::Yes, Some(dose)) => Some(amount(dose, &it.unit)),
        (Answer::Yes, None) => None,
    };
    std::iter::once(name).chain(what).collect()
}

fn amount(value: f64, unit: &str) -> String {
    let number = units::show_number(value);
    if unit.is_empty() {
        number
    } else {
        fl!("quantity", number = number, unit = unit)
    }
}

fn practice(it: &Practice, context: Context) -> Vec<String> {
    let mut parts = vec![context.names.habit(&it.habit)];
    parts.extend((it.answer == Answer::No).then(|| fl!("journal-not-done")));
    parts.extend(it.minutes.map(|minutes| units::show_hours(minutes / 60.0)));
    let unit = context.names.habit_unit(&it.habit);
    parts.extend(it.amount.map(|value| amount(value, unit)));
    parts.extend(
        it.temperature_c
            .map(|c| units::show_temperature(c, context.settings.temperature)),
    );
    parts.extend(dose(it, context.settings));
    parts
}

/// What was noted about it beyond the columns, as the built-in step of its habit asks for it.
fn dose(it: &Practice, settings: &Settings) -> Vec<String> {
    let detail = it.meta.detail.as_ref().and_then(serde_json::Value::as_object);
    let mut steps = after_run().steps.iter();
    let step = steps.find(|step| step.habit() == Some(&it.habit));
    let (Some(detail), Some(step)) = (detail, step) else {
        return Vec::new();
    };
    let told = step.fields.iter().filter_map(|it| it.told(detail, settings.mass));
    told.collect()
}

fn check_in(it: &CheckIn, context: Context) -> Vec<String> {
    let own = |rating: Option<Rating>, words: fn(f64) -> String| {
        rating.map(|it| match it.scale {
            Scale::Five15 => words(it.value),
            scale => rated(it.value, scale),
        })
    };
    let mut parts = vec![fl!("journal-check-in")];
    let answers = [
        own(it.fatigue, words::fatigue).map(|words| fl!("journal-fatigue", words = words)),
        own(it.stress, words::stress).map(|words| fl!("journal-stress", words = words)),
        own(it.mood, words::mood).map(|words| fl!("journal-mood", words = words)),
        it.readiness
            .map(|it| fl!("journal-readiness", words = rated(it.value, it.scale))),
        it.resting_hr
            .map(|hr| fl!("journal-resting-hr", n = units::show_number(hr))),
        it.hrv_rmssd.map(|ms| fl!("journal-hrv", n = units::show_number(ms))),
        it.weight_kg.map(|kg| units::show_mass(kg, context.settings.mass)),
        (it.ill == Some(true)).then(|| fl!("journal-ill")),
        (it.travel == Some(true)).then(|| fl!("journal-travel")),
    ];
    parts.extend(answers.into_iter().flatten());
    parts
}

fn checklist(it: &Checklist, context: Context) -> String {
    let done = context.names.steps_done(it.meta.id);
    match crate::domain::protocol::Protocol::of(it) {
        Some(protocol) => fl!("journal-checklist", done = done, all = protocol.steps.len()),
        None => fl!("journal-checklist-unknown", done = done),
    }
}

fn step(it: &ChecklistStep, context: Context) -> String {
    let name = context.names.step(it);
    let outcome = it
        .outcome
        .map(|outcome| words::named("journal-outcome", outcome.into()));
    let parts = [Some(fl!("journal-step", name = name)), outcome];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A record's id, where it is one of a day.
pub fn id_of(record: &Record) -> Option<Id> {
    record.meta().map(|meta| meta.id)
}

/// A moment in words: "Mon 23 Nov 2026, 16:48".
pub fn moment(at: Stamp) -> String {
    fl!(
        "journal-moment",
        day = words::day_with_year(at.civil_date()),
        time = words::clock(at)
    )
}
