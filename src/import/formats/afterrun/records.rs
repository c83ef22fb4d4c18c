//! Rows of an export as the records they were, with the ranges the journal has.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::catalogue::Catalogue;
use super::days::Days;
use super::sheet::Sheet;
use crate::domain::protocol::kept;
use crate::domain::record::MANUAL;
use crate::domain::routine::habits;
use crate::domain::soreness::LATE;
use crate::domain::{
    Activity, Answer, CheckIn, Checklist, ChecklistStep, Habit, Id, ImportBatch, Intake, Meta, Night, Practice, Rating,
    Record, Routine, RoutineStep, Scale, SorenessRating, Supplement, When,
};
use crate::fl;
use crate::import::reading::table::{Row, need, out_of_range};
use crate::import::reading::ten_bytes;

const SECONDS: RangeInclusive<f64> = 0.0..=31_622_400.0;
const MINUTES: RangeInclusive<f64> = 0.0..=2880.0;
const AMOUNT: RangeInclusive<f64> = 0.0..=1e6;
const HEART_RATE: RangeInclusive<f64> = 20.0..=250.0;

/// No night is longer, seconds.
const LONGEST_NIGHT_S: f64 = 2.0 * 86_400.0;

type Read<T> = Result<T, String>;

/// The records of a row, or why it cannot be one.
pub(super) fn read(sheet: Sheet, row: &Row, catalogue: &mut Catalogue, days: &mut Days) -> Read<Vec<Record>> {
    Ok(match sheet {
        Sheet::HabitsCatalogue => {
            let habit = habit(row)?;
            catalogue.add_habit(&habit);
            vec![Record::Habit(habit)]
        }
        Sheet::SupplementsCatalogue => {
            let supplement = supplement(row)?;
            catalogue.add_supplement(&supplement);
            vec![Record::Supplement(supplement)]
        }
        Sheet::Routines => vec![Record::Routine(routine(row, catalogue)?)],
        Sheet::Imports => vec![Record::ImportBatch(import(row)?)],
        Sheet::Activities => vec![Record::Activity(activity(row)?)],
        Sheet::Sleep => vec![Record::Night(night(row, days)?)],
        Sheet::Soreness => vec![Record::Soreness(soreness(row)?)],
        Sheet::Supplements => vec![Record::Intake(intake(row, catalogue)?)],
        Sheet::Habits => vec![Record::Practice(practice(row, catalogue, days)?)],
        Sheet::CheckIns => vec![Record::CheckIn(check_in(row, days)?)],
        Sheet::Checklists => checklist_and_step(row, catalogue)?,
        Sheet::Settings | Sheet::Computed => Vec::new(),
    })
}

fn habit(row: &Row) -> Read<Habit> {
    Ok(Habit {
        meta: meta(row, row.slug("id")?, "")?,
        name: need("name", row.opt_text("name"))?,
        kind: need("kind", row.word("kind")?)?,
        unit: row.text("unit"),
        builtin: row.flag("builtin")?.unwrap_or(false),
        hidden: row.flag("hidden")?.unwrap_or(false),
    })
}

fn supplement(row: &Row) -> Read<Supplement> {
    Ok(Supplement {
        meta: meta(row, row.slug("id")?, "")?,
        name: need("name", row.opt_text("name"))?,
        default_dose: row.number("default_dose", AMOUNT)?,
        unit: row.text("unit"),
        aliases: row.json("aliases")?.unwrap_or_default(),
    })
}

fn routine(row: &Row, catalogue: &Catalogue) -> Read<Routine> {
    let steps = need("steps", row.json::<Vec<RoutineStep>>("steps")?)?;
    know_habits(&steps, catalogue)?;
    Ok(Routine {
        meta: meta(row, row.slug("id")?, "")?,
        steps,
    })
}

/// The steps of the runner's own name habits that there are.
fn know_habits(steps: &[RoutineStep], catalogue: &Catalogue) -> Read<()> {
    for habit in habits(steps) {
        catalogue.habit(habit.clone())?;
    }
    Ok(())
}

fn import(row: &Row) -> Read<ImportBatch> {
    Ok(ImportBatch {
        meta: meta(row, id(row)?, "")?,
        file_name: row.text("file_name"),
        kind: row.text("kind"),
        counts: need("counts", row.json("counts")?)?,
        issues: need("issues", row.json("issues")?)?,
    })
}

fn activity(row: &Row) -> Read<Activity> {
    let started_at = need("started_at", row.stamp("started_at")?)?;
    let sport = need("sport", row.word("sport")?)?;
    Ok(Activity {
        elapsed_s: row.number("elapsed_s", SECONDS)?,
        moving_s: row.number("moving_s", SECONDS)?,
        distance_m: row.number("distance_m", 0.0..=4e7)?,
        kind: row.word("kind")?,
        tags: row.json("tags")?.unwrap_or_default(),
        rpe: row.number("rpe", 0.0..=10.0)?,
        feel: row.whole("feel", 1..=5)?,
        avg_hr: row.number("avg_hr_bpm", HEART_RATE)?,
        max_hr: row.number("max_hr_bpm", HEART_RATE)?,
        ascent_m: row.number("ascent_m", 0.0..=1e5)?,
        cadence: row.number("cadence_per_min", 0.0..=500.0)?,
        temperature_c: row.number("temperature_c", -90.0..=70.0)?,
        surface: row.text("surface"),
        shoe: row.text("shoe"),
        title: row.text("title"),
        notes: row.text("notes"),
        ..Activity::new(meta(row, id_of(row, started_at.ms)?, "")?, sport, started_at)
    })
}

fn night(row: &Row, days: &mut Days) -> Read<Night> {
    let day = days.day(row)?;
    let night = Night {
        bed_at: row.stamp("bed_at")?,
        wake_at: row.stamp("wake_at")?,
        asleep_min: row.number("asleep_min", MINUTES)?,
        quality: row.whole("quality", 1..=5)?,
        awakenings: row.whole("awakenings", 0..=1000)?,
        nap: row.flag("nap")?.unwrap_or(false),
        notes: row.text("notes"),
        ..Night::new(meta(row, id_of(row, noon(day))?, "")?, day)
    };
    let in_bed_s = night
        .bed_at
        .zip(night.wake_at)
        .map(|(bed, wake)| wake.seconds_since(bed));
    if in_bed_s.is_some_and(|it| it <= 0.0 || it > LONGEST_NIGHT_S) {
        return Err(fl!("import-night-order"));
    }
    match (night.asleep_min, in_bed_s) {
        // A millisecond of rounding is allowed, as the journal allows it.
        (Some(asleep), Some(in_bed)) if asleep * 60_000.0 > in_bed * 1000.0 + 1.0 => Err(fl!("import-night-asleep")),
        _ => Ok(night),
    }
}

fn soreness(row: &Row) -> Read<SorenessRating> {
    let rating = need("score", rating(row, "score", "scale")?)?;
    let at = need("at", row.stamp("at")?)?;
    let mut meta = meta(row, id_of(row, at.ms)?, "")?;
    if let Some(late) = row.flag(LATE)?.filter(|&late| late || meta.source == MANUAL) {
        // This record is made long after it was felt, which says nothing about when it was typed.
        meta.note(LATE, late.into());
    }
    Ok(SorenessRating {
        meta,
        at,
        region: need("region", row.word("region")?)?,
        side: need("side", row.word("side")?)?,
        score: rating.value,
        scale: rating.scale,
        context: need("context", row.word("context")?)?,
        run_id: row.id("run_id")?,
        notes: row.text("notes"),
    })
}

fn intake(row: &Row, catalogue: &Catalogue) -> Read<Intake> {
    let at = need("at", row.stamp("at")?)?;
    Ok(Intake {
        meta: meta(row, id_of(row, at.ms)?, "")?,
        at,
        supplement: catalogue.supplement(row.slug("supplement")?)?,
        answer: row.word("answer")?.unwrap_or(Answer::Yes),
        dose: row.number("dose", AMOUNT)?,
        unit: row.text("unit"),
        notes: row.text("notes"),
    })
}

fn practice(row: &Row, catalogue: &Catalogue, days: &mut Days) -> Read<Practice> {
    let when = match row.stamp("at")? {
        Some(at) => When::At(at),
        None => When::On(days.day(row)?),
    };
    let at_ms = match when {
        When::At(at) => at.ms,
        When::On(day) => noon(day),
    };
    let habit = catalogue.habit(row.slug("habit")?)?;
    let answer = need("answer", row.word("answer")?)?;
    Ok(Practice {
        minutes: row.number("minutes", MINUTES)?,
        amount: row.number("amount", AMOUNT)?,
        temperature_c: row.number("temperature_c", -200.0..=150.0)?,
        run_id: row.id("run_id")?,
        notes: row.text("notes"),
        ..Practice::new(meta(row, id_of(row, at_ms)?, "")?, when, habit, answer)
    })
}

fn check_in(row: &Row, days: &mut Days) -> Read<CheckIn> {
    let day = days.day(row)?;
    Ok(CheckIn {
        at: row.stamp("at")?,
        fatigue: rating(row, "fatigue", "fatigue_scale")?,
        stress: rating(row, "stress", "stress_scale")?,
        mood: rating(row, "mood", "mood_scale")?,
        readiness: rating(row, "readiness", "readiness_scale")?,
        resting_hr: row.number("resting_hr_bpm", HEART_RATE)?,
        hrv_rmssd: row.number("hrv_rmssd_ms", 0.0..=1000.0)?,
        weight_kg: row.number("weight_kg", 10.0..=500.0)?,
        ill: row.flag("ill")?,
        travel: row.flag("travel")?,
        notes: row.text("notes"),
        ..CheckIn::new(meta(row, id_of(row, noon(day))?, "")?, day)
    })
}

/// A row of checklists.csv repeats its checklist; the same one again is no second record.
fn checklist_and_step(row: &Row, catalogue: &Catalogue) -> Read<Vec<Record>> {
    let checklist = checklist(row)?;
    know_habits(&kept(&checklist).unwrap_or_default(), catalogue)?;
    let step = row
        .id("step_id")?
        .map(|id| step(row, id, checklist.meta.id))
        .transpose()?;
    let mut records = vec![Record::Checklist(checklist)];
    records.extend(step.map(Record::ChecklistStep));
    Ok(records)
}

fn checklist(row: &Row) -> Read<Checklist> {
    let id = need("checklist_id", row.id("checklist_id")?)?;
    Ok(Checklist {
        meta: meta(row, id, "")?,
        run_id: row.id("run_id")?,
        protocol: need("protocol", row.opt_text("protocol"))?,
        protocol_version: row.whole("protocol_version", 0..=i64::from(i32::MAX))?.unwrap_or(0),
        started_at: need("opened_at", row.stamp("opened_at")?)?,
        closed_at: row.stamp("closed_at")?,
    })
}

fn step(row: &Row, id: Id, checklist_id: Id) -> Read<ChecklistStep> {
    Ok(ChecklistStep {
        meta: meta(row, id, "step_")?,
        checklist_id,
        step: need("step", row.opt_text("step"))?,
        started_at: row.stamp("started_at")?,
        paused_at: row.stamp("paused_at")?,
        paused_s: row.number("paused_s", 0.0..=1e10)?.unwrap_or(0.0),
        ended_at: row.stamp("ended_at")?,
        outcome: row.word("outcome")?,
        minutes: row.number("minutes", MINUTES)?,
        amount: row.number("amount", AMOUNT)?,
        reason: row.text("reason"),
    })
}

fn id(row: &Row) -> Read<Id> {
    need("id", row.id("id")?)
}

/// The name of a record of the runner. A row that was added in a spreadsheet has none: it is named by what it says,
/// so that it is the same record when the file is read again.
fn id_of(row: &Row, at_ms: i64) -> Read<Id> {
    let id = row.id("id")?;
    Ok(id.unwrap_or_else(|| {
        let said: Vec<_> = row.cells().map(str::trim).collect();
        Id::from_parts(at_ms, ten_bytes(&Sha256::digest(said.join("\u{1f}"))))
    }))
}

/// Noon of a day in UTC, ms.
fn noon(day: Date) -> i64 {
    let noon = day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC);
    noon.map_or(0, |it| it.timestamp().as_millisecond())
}

/// The bookkeeping of a row whose columns begin with `prefix`.
fn meta<I>(row: &Row, id: I, prefix: &str) -> Read<Meta<I>> {
    let column = |name| format!("{prefix}{name}");
    let source = row.opt_text(&column("source"));
    Ok(Meta {
        external_id: row.opt_text(&column("external_id")),
        file_hash: row.opt_text(&column("file_hash")),
        detail: row.json::<Value>(&column("detail"))?,
        ..Meta::from_source(id, source.as_deref().unwrap_or(MANUAL))
    })
}

/// A number with its scale: both or none.
fn rating(row: &Row, value: &str, scale: &str) -> Read<Option<Rating>> {
    let number = row.number(value, f64::MIN..=f64::MAX)?;
    match (number, row.word::<Scale>(scale)?) {
        (None, None) => Ok(None),
        (Some(number), Some(on)) if on.contains(number) => Ok(Some(Rating {
            value: number,
            scale: on,
        })),
        (Some(number), Some(on)) => {
            let (low, high) = on.range();
            Err(out_of_range(value, number, &(low..=high)))
        }
        (None, Some(_)) => Err(fl!("import-cell-empty", column = value)),
        (Some(_), None) => Err(fl!("import-cell-empty", column = scale)),
    }
}
