//! Any table, by what the runner says its columns hold ([`Mapping`]).
//!
//! A row can tell of several things at once, as diaries do: a session, a night, how sore one was, what one did
//! and took. Each becomes its record of that day. What a cell cannot be is named with its line and left out; an
//! empty cell says nothing. A column of a habit has a yes, a no or a number in it. Without a time of its own a
//! session stands at noon, which is noted at it and shown nowhere.

mod guess;

use jiff::civil::{Date, Time};

use crate::domain::import::{Mapping, TableField};
use crate::domain::night::bed_date;
use crate::domain::record::TIME_ASSUMED;
use crate::domain::{
    Activity, Answer, CheckIn, Context, Night, Rating, Record, RecordKind, Region, Scale, Side, SorenessRating, Sport,
    Stamp, When, words,
};
use crate::fl;
use crate::import::reading::catalogue::{Catalogue, Practised, Taken};
use crate::import::reading::clock::{Colon, duration, time_of_day};
use crate::import::reading::dates::Dates;
use crate::import::reading::item::plain;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::{NumberStyle, is_blank};
use crate::import::reading::table::{Row, Shape, each_row, out_of_range, sample};
use crate::import::reading::track::untyped;
use crate::import::reading::{Entry, Found, Reading, Task, sport};
use guess::applied;
pub(in crate::import) use guess::preview;

/// Its word in reports and in the journal.
pub(in crate::import) const WORD: &str = "mapped";

const SOURCE: &str = "table";

/// How much of a wrong value a sentence shows.
const SHOWN_CHARS: usize = 40;

/// Reads a table by `mapping`.
pub(in crate::import) fn read(bytes: &[u8], mapping: &Mapping, task: &Task) -> Reading {
    let rows = sample(bytes);
    let dates = mapping.place(TableField::Date);
    let dates = rows.iter().filter_map(|row| row.get(dates?).map(String::as_str));
    let table = Table {
        mapping,
        dates: Dates::of(dates, task, DateOrder::DayFirst),
        style: NumberStyle::of(rows.iter().flatten().map(String::as_str)).unwrap_or_default(),
        name: plain(&mapping.header.join(" ")).chars().take(40).collect(),
    };
    let mut found = Found::default();
    let mut catalogue = Catalogue::of(task, SOURCE);
    let mut untimed = 0;
    each_row(bytes, Shape::Ragged, task, &mut found, |row, found| {
        let at = table.at(row, task, found)?;
        untimed += usize::from(!at.is_timed);
        table.row(row, at, &mut catalogue, task, found)
    })?;
    if untimed > 0 {
        found.note(None, fl!("import-mapped-untimed", n = untimed));
    }
    if !task.options.mappings.contains(mapping) {
        found.note(None, fl!("import-mapped-again"));
    }
    found.table = Some(Box::new(applied(bytes, mapping)));
    Ok(found)
}

struct Table<'m> {
    mapping: &'m Mapping,
    dates: Dates,
    style: NumberStyle,
    /// Names records of tables with this header.
    name: String,
}

/// When a row was.
#[derive(Clone, Copy)]
struct At {
    day: Date,
    /// Without a time of its own, at noon.
    stamp: Stamp,
    is_timed: bool,
    is_local: bool,
}

impl Table<'_> {
    fn cell<'r>(&self, row: &'r Row, field: TableField) -> &'r str {
        let text = row.at(self.mapping.place(field));
        if is_blank(text) { "" } else { text }
    }

    fn row(&self, row: &Row, at: At, catalogue: &mut Catalogue, task: &Task, found: &mut Found) -> Result<(), String> {
        let mut records = Vec::new();
        records.extend(self.activity(row, at, task, found).map(Record::Activity));
        records.extend(self.night(row, at, task, found)?.map(Record::Night));
        records.extend(self.soreness(row, at, task, found).map(Record::Soreness));
        records.extend(self.check_in(row, at, task, found).map(Record::CheckIn));
        for (place, field) in self.mapping.fields.iter().enumerate() {
            records.extend(self.done(row, (place, *field), at, catalogue, found)?);
        }
        for record in records {
            let entry = Entry::of(record).on(row.line);
            found.add(if at.is_local { entry.local() } else { entry });
        }
        Ok(())
    }

    fn at(&self, row: &Row, task: &Task, found: &mut Found) -> Result<At, String> {
        let text = row.at(self.mapping.place(TableField::Date));
        if is_blank(text) {
            return Err(fl!("import-mapped-no-date"));
        }
        let wrong = || fl!("import-mapped-date", value = shortened(text));
        let moment = self.dates.read(text, found).ok_or_else(wrong)?;
        let time = moment.time.or_else(|| time_of_day(self.cell(row, TableField::Time)));
        let noon = Time::constant(12, 0, 0, 0);
        let local = || task.local(moment.date.to_datetime(time.unwrap_or(noon)));
        let stamp = moment.stamp().or_else(local).ok_or_else(wrong)?;
        if task.is_future(stamp.ms) {
            return Err(fl!("import-future", date = text));
        }
        Ok(At {
            day: moment.date,
            stamp,
            is_timed: time.is_some(),
            is_local: time.is_some() && moment.stamp().is_none(),
        })
    }

    /// A number of a field in a range; what is none is named and left out.
    fn number(&self, row: &Row, field: TableField, low: f64, high: f64, found: &mut Found) -> Option<f64> {
        let text = self.cell(row, field);
        if text.is_empty() {
            return None;
        }
        match self.style.read(text) {
            Some(value) if (low..=high).contains(&value) => Some(value),
            Some(value) => {
                found.note(Some(row.line), out_of_range(&field.name(), value, &(low..=high)));
                None
            }
            None => {
                let why = fl!("import-mapped-number", what = field.name(), value = shortened(text));
                found.note(Some(row.line), why);
                None
            }
        }
    }

    /// A length of time in seconds; a number alone is minutes of a session, hours of a sleep.
    fn length(&self, row: &Row, field: TableField, colon: Colon, one_s: f64, found: &mut Found) -> Option<f64> {
        let text = self.cell(row, field);
        duration(text, colon).or_else(|| Some(self.number(row, field, 0.0, 3_000.0, found)? * one_s))
    }

    fn activity(&self, row: &Row, at: At, task: &Task, found: &mut Found) -> Option<Activity> {
        use TableField::{AscentM, AvgHr, DistanceKm, DistanceM, DistanceMi, Duration, MaxHr, Notes, Rpe, Shoe, Title};
        let told = self.mapping.fields.iter().flatten().filter(|it| it.is_of_session());
        let mut told = told.filter(|it| !self.cell(row, **it).is_empty());
        told.next()?;
        let text = self.cell(row, TableField::Sport);
        let word = sport::of(text);
        let sport = match (&word, text) {
            (Some(word), _) => word.sport,
            (None, "") => untyped(task, found),
            (None, _) => {
                found.unknown_sport(text);
                Sport::Other
            }
        };
        let name = format!(
            "table:{}:activity:{}:{}",
            self.name,
            at.stamp.to_rfc3339(),
            row.line * u64::from(!at.is_timed)
        );
        let mut meta = task.meta(RecordKind::Activity, SOURCE, name, at.stamp.ms);
        meta.tick(TIME_ASSUMED, !at.is_timed);
        let far = [(DistanceKm, 1000.0), (DistanceMi, 1609.344), (DistanceM, 1.0)];
        let distance_m = far.into_iter().find_map(|(field, metres)| {
            let value = self.number(row, field, 0.0, 4e7 / metres, found)?;
            Some(value * metres)
        });
        let mut activity = Activity {
            elapsed_s: self.length(row, Duration, Colon::MinutesSeconds, 60.0, found),
            distance_m,
            rpe: self.number(row, Rpe, 0.0, 10.0, found),
            avg_hr: self.number(row, AvgHr, 25.0, 220.0, found),
            max_hr: self.number(row, MaxHr, 25.0, 220.0, found),
            ascent_m: self.number(row, AscentM, 0.0, 1e5, found),
            shoe: self.cell(row, Shoe).to_owned(),
            title: self.cell(row, Title).to_owned(),
            notes: self.cell(row, Notes).to_owned(),
            ..Activity::new(meta, sport, at.stamp)
        };
        if let Some(word) = &word {
            word.describe(&mut activity);
        }
        Some(activity)
    }

    fn night(&self, row: &Row, at: At, task: &Task, found: &mut Found) -> Result<Option<Night>, String> {
        let told = self.mapping.fields.iter().flatten().filter(|it| it.is_of_night());
        if told.filter(|it| !self.cell(row, **it).is_empty()).count() == 0 {
            return Ok(None);
        }
        let clock = |field| time_of_day(self.cell(row, field));
        let (bed, wake) = (clock(TableField::Bed), clock(TableField::Wake));
        let bed_at = bed.and_then(|it| task.local(bed_date(at.day, it, wake)?.to_datetime(it)));
        let wake_at = wake.and_then(|it| task.local(at.day.to_datetime(it)));
        let in_bed = bed_at.zip(wake_at).map(|(bed, wake)| wake.seconds_since(bed) / 60.0);
        if in_bed.is_some_and(|it| it <= 0.0) {
            return Err(fl!("import-night-order"));
        }
        let asleep = self.length(row, TableField::Asleep, Colon::HoursMinutes, 3600.0, found);
        let asleep = asleep.map(|it| it / 60.0).filter(|it| *it <= 2880.0);
        let quality = self.number(row, TableField::SleepQuality, 1.0, 5.0, found);
        let meta = task.meta(
            RecordKind::Night,
            SOURCE,
            format!("table:{}:night:{}", self.name, at.day),
            at.stamp.ms,
        );
        Ok(Some(Night {
            bed_at,
            wake_at,
            asleep_min: asleep.map(|it| in_bed.map_or(it, |in_bed| it.min(in_bed))),
            quality: quality.map(|it| it.round() as i64),
            ..Night::new(meta, at.day)
        }))
    }

    fn soreness(&self, row: &Row, at: At, task: &Task, found: &mut Found) -> Option<SorenessRating> {
        let score = self.number(row, TableField::Soreness, 0.0, 10.0, found)?;
        let name = format!("table:{}:soreness:{}", self.name, at.stamp.to_rfc3339());
        let mut meta = task.meta(RecordKind::Soreness, SOURCE, name, at.stamp.ms);
        meta.tick(TIME_ASSUMED, !at.is_timed);
        Some(SorenessRating {
            meta,
            at: at.stamp,
            region: Region::Overall,
            side: Side::None,
            score,
            scale: Scale::Nrs010,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        })
    }

    fn check_in(&self, row: &Row, at: At, task: &Task, found: &mut Found) -> Option<CheckIn> {
        let mut rating = |field| {
            let value = self.number(row, field, 1.0, 5.0, found)?;
            let scale = Scale::Five15;
            Some(Rating { value, scale })
        };
        let (fatigue, stress, mood) = (
            rating(TableField::Fatigue),
            rating(TableField::Stress),
            rating(TableField::Mood),
        );
        let kilograms = self.number(row, TableField::WeightKg, 10.0, 500.0, found);
        let pounds = self.number(row, TableField::WeightLb, 20.0, 1100.0, found);
        let name = format!("table:{}:day:{}", self.name, at.stamp.to_rfc3339());
        let check_in = CheckIn {
            at: at.is_timed.then_some(at.stamp),
            fatigue,
            stress,
            mood,
            resting_hr: self.number(row, TableField::RestingHr, 20.0, 250.0, found),
            hrv_rmssd: self.number(row, TableField::Hrv, 0.0, 1000.0, found),
            weight_kg: kilograms.or(pounds.map(|it| it * 0.453_592_37)),
            ..CheckIn::new(task.meta(RecordKind::CheckIn, SOURCE, name, at.stamp.ms), at.day)
        };
        let ratings = [check_in.fatigue, check_in.stress, check_in.mood]
            .iter()
            .any(Option::is_some);
        let values = [check_in.resting_hr, check_in.hrv_rmssd, check_in.weight_kg]
            .iter()
            .any(Option::is_some);
        (ratings || values).then_some(check_in)
    }

    /// What the column at a place says was done or taken, where it is one of those.
    fn done(
        &self,
        row: &Row,
        (place, field): (usize, Option<TableField>),
        at: At,
        catalogue: &mut Catalogue,
        found: &mut Found,
    ) -> Result<Option<Record>, String> {
        let text = row.at(Some(place));
        let is_done = matches!(
            field,
            Some(TableField::Habit | TableField::HabitMinutes | TableField::Supplement)
        );
        if !is_done || is_blank(text) {
            return Ok(None);
        }
        let name = self.mapping.header[place].as_str();
        let value = self.style.read(text);
        let Some(answer) = answer(text, value) else {
            found.note(Some(row.line), fl!("import-cell-wrong", column = name, value = text));
            return Ok(None);
        };
        let occasion = at.stamp.to_rfc3339();
        if field == Some(TableField::Supplement) {
            let (dose, unit) = self
                .style
                .read_unit(text)
                .map_or((None, ""), |(dose, unit)| (Some(dose), unit));
            let taken = Taken {
                name,
                at: at.stamp,
                occasion: &occasion,
                answer,
                dose,
                unit,
                notes: "",
            };
            let mut intake = catalogue.intake(&taken, found)?;
            intake.meta.tick(TIME_ASSUMED, !at.is_timed);
            return Ok(Some(Record::Intake(intake)));
        }
        let practised = Practised {
            name,
            unit: (field == Some(TableField::HabitMinutes)).then_some("min"),
            when: When::On(at.day),
            occasion: &occasion,
            answer,
            value: value.filter(|_| field == Some(TableField::HabitMinutes)),
            notes: "",
        };
        catalogue
            .practice(&practised, found)
            .map(|it| Some(Record::Practice(it)))
    }
}

/// A cell as far as a sentence shows it.
fn shortened(text: &str) -> String {
    text.chars().take(SHOWN_CHARS).collect()
}

/// Yes or no, by word or by number; `None` where it is neither.
fn answer(text: &str, value: Option<f64>) -> Option<Answer> {
    let word = plain(text);
    let is = |words: &str| words.split('|').any(|it| plain(it) == word);
    if is(&fl!("import-yes-words")) || words::named("import-answer", "yes") == word {
        return Some(Answer::Yes);
    }
    if is(&fl!("import-no-words")) {
        return Some(Answer::No);
    }
    value.map(|it| if it > 0.0 { Answer::Yes } else { Answer::No })
}
