//! `PMSys` wellness.csv: one questionnaire a row, about that day and the night before it.
//!
//! On its scales lower is worse (1 very sore, 3 usual, 5 not sore), and 0 means not answered. The stamps
//! are UTC; the day of a questionnaire is the date of its stamp on the wall, in the journal's zone.

use jiff::Timestamp;
use serde_json::json;

use crate::domain::{CheckIn, Context, Night, Rating, Record, RecordKind, Region, Scale, Side, SorenessRating, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::table::{Row, Shape, each_row, need, out_of_range};
use crate::import::reading::{Entry, Found, Input, Reading, Task};

/// Where records of `PMSys` say they come from.
pub(super) const SOURCE: &str = "pmsys";

/// The parts of the body that `PMSys` lets one name, by SNOMED CT code: region, side, and `PMSys`' own name.
const AREAS: [(u64, Region, Side, &str); 7] = [
    (48_979_004, Region::Calf, Side::Left, "left lower leg"),
    (32_696_007, Region::Calf, Side::Right, "right lower leg"),
    (12_921_003, Region::Other, Side::None, "pelvis"),
    (22_943_007, Region::Other, Side::None, "trunk"),
    (69_536_005, Region::Other, Side::None, "head"),
    (368_208_006, Region::Other, Side::Left, "left upper arm"),
    (368_209_003, Region::Other, Side::Right, "right upper arm"),
];

pub(in crate::import) const FORMAT: Format = Format {
    word: "pmsys_wellness",
    is: |head| head.has_columns(&["effective_time_frame", "sleep_duration_h", "soreness"]),
    reader: Reader::Whole(read),
};

/// Reads the questionnaires of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    each_row(input.bytes, Shape::Exact, task, &mut found, |row, found| {
        let report = Report::of(row, task)?;
        let check_in = report.check_in(found);
        let night = report.night(found);
        let soreness = report.soreness(found);
        for record in check_in.into_iter().chain(night).chain(soreness) {
            found.add(Entry::of(record).on(row.line));
        }
        Ok(())
    })?;
    Ok(found)
}

/// When a questionnaire of `PMSys` was filled in, with the text that names it.
pub(super) fn stamp(row: &Row, column: &str, task: &Task) -> Result<(Stamp, String), String> {
    let text = row.cell(column).trim();
    let wrong = || fl!("import-cell-wrong", column = column, value = text);
    need(column, Some(text).filter(|it| !it.is_empty()))?;
    // Tools that tables pass through write +00:00 for Z, and a blank for T.
    let at = text.parse::<Timestamp>().map_err(|_no| wrong())?;
    let name = if text.ends_with('Z') {
        text.to_owned()
    } else {
        at.to_string()
    };
    let ms = at.as_millisecond();
    if task.is_future(ms) {
        return Err(fl!("import-future", date = text));
    }
    let stamp = Stamp::in_zone(ms, &task.zone);
    // Past what the journal takes, the stamp of the same instant cannot be read back.
    Stamp::parse_rfc3339(&stamp.to_rfc3339()).ok_or_else(wrong)?;
    Ok((stamp, name))
}

struct Report<'r> {
    row: &'r Row<'r>,
    task: &'r Task<'r>,
    at: Stamp,
    name: String,
}

impl<'r> Report<'r> {
    fn of(row: &'r Row<'r>, task: &'r Task<'r>) -> Result<Self, String> {
        let (at, text) = stamp(row, "effective_time_frame", task)?;
        let name = format!("pmsys:wellness:{text}");
        Ok(Self { row, task, at, name })
    }

    fn check_in(&self, found: &mut Found) -> Option<Record> {
        let meta = self
            .task
            .meta(RecordKind::CheckIn, SOURCE, self.name.clone(), self.at.ms);
        let check_in = CheckIn {
            at: Some(self.at),
            fatigue: self.rating("fatigue", Scale::Pmsys15, found),
            stress: self.rating("stress", Scale::Pmsys15, found),
            mood: self.rating("mood", Scale::Pmsys15, found),
            readiness: self.rating("readiness", Scale::PmsysReadiness010, found),
            ..CheckIn::new(meta, self.at.civil_date())
        };
        let answers = [check_in.fatigue, check_in.stress, check_in.mood, check_in.readiness];
        let is_answered = answers.iter().any(Option::is_some);
        is_answered.then_some(Record::CheckIn(check_in))
    }

    fn night(&self, found: &mut Found) -> Option<Record> {
        let meta = self.task.meta(RecordKind::Night, SOURCE, self.name.clone(), self.at.ms);
        let asleep_h = self.answer("sleep_duration_h", 0.0, 24.0, found);
        let quality = self
            .answer("sleep_quality", 1.0, 5.0, found)
            .filter(|it| it.fract() == 0.0);
        let night = Night {
            asleep_min: asleep_h.map(|hours| hours * 60.0),
            quality: quality.map(|it| it as i64),
            ..Night::new(meta, self.at.civil_date())
        };
        let is_answered = night.asleep_min.is_some() || night.quality.is_some();
        is_answered.then_some(Record::Night(night))
    }

    /// One rating of the whole body, and the same number for each part that was named.
    fn soreness(&self, found: &mut Found) -> Vec<Record> {
        let areas = self.areas(found);
        let Some(rating) = self.rating("soreness", Scale::Pmsys15, found) else {
            if !areas.is_empty() {
                found.note(Some(self.row.line), fl!("import-area-without-score"));
            }
            return Vec::new();
        };
        let mut records = vec![self.soreness_row("overall", Region::Overall, Side::None, rating, None)];
        for code in areas {
            let known = AREAS.iter().find(|it| it.0 == code);
            let (region, side, name) = known.map_or((Region::Other, Side::None, None), |it| (it.1, it.2, Some(it.3)));
            let detail = json!({"area": name, "snomed_ct": code});
            records.push(self.soreness_row(&code.to_string(), region, side, rating, Some(detail)));
        }
        records
    }

    fn soreness_row(
        &self,
        part: &str,
        region: Region,
        side: Side,
        rating: Rating,
        detail: Option<serde_json::Value>,
    ) -> Record {
        let name = format!("{}:{part}", self.name);
        let mut meta = self.task.meta(RecordKind::Soreness, SOURCE, name, self.at.ms);
        meta.detail = detail;
        Record::Soreness(SorenessRating {
            meta,
            at: self.at,
            region,
            side,
            score: rating.value,
            scale: rating.scale,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        })
    }

    /// The codes in `[48979004, 32696007]`, each once.
    fn areas(&self, found: &mut Found) -> Vec<u64> {
        let cell = self.row.cell("soreness_area");
        let mut codes = Vec::new();
        for word in cell
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|it| !it.is_empty())
        {
            match word.parse() {
                Ok(code) if codes.contains(&code) => {}
                Ok(code) => codes.push(code),
                Err(_) => found.note(
                    Some(self.row.line),
                    fl!("import-cell-wrong", column = "soreness_area", value = word),
                ),
            }
        }
        codes
    }

    fn rating(&self, column: &str, scale: Scale, found: &mut Found) -> Option<Rating> {
        let (low, high) = scale.range();
        let value = self.answer(column, low, high, found)?;
        Some(Rating { value, scale })
    }

    /// A number that was answered: 0 was not. One outside the scale is left out, and the row stays.
    fn answer(&self, column: &str, low: f64, high: f64, found: &mut Found) -> Option<f64> {
        let value = match self.row.number(column, f64::MIN..=f64::MAX) {
            Ok(value) => value.filter(|&it| it != 0.0)?,
            Err(why) => {
                found.note(Some(self.row.line), why);
                return None;
            }
        };
        if (low..=high).contains(&value) {
            return Some(value);
        }
        found.note(Some(self.row.line), out_of_range(column, value, &(low..=high)));
        None
    }
}
