//! activities.csv of Strava's bulk export, of any age and in the language of the account.
//!
//! Two blocks of columns have the same names with other units: the first is what the site shows (kilometres or
//! miles as text, with the marks of the language), the second what is stored (metres, seconds). Exports of
//! old have the first alone, and those of 2018 have metres in it. So columns are found by name and occurrence;
//! in a language that is not known here by their order, which no export has changed: five columns of text,
//! then length and distance, and behind the file's name the second block. Dates are in UTC. The file that a
//! row names tells the same activity in detail; the row tells title, notes, gear and how hard it was.

use crate::domain::{Activity, Assumption, DistanceUnit, Record, RecordKind, Sport, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::clock::{Colon, duration};
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::NumberStyle;
use crate::import::reading::table::{Header, Row, Shape, all_cells, each_row, need, out_of_range};
use crate::import::reading::{Entry, Found, Head, Input, Reading, Refusal, Task, sport};
use serde_json::json;

const SOURCE: &str = "strava";

/// Names of the columns by what they hold, in the languages whose exports are known.
const ID: [&str; 12] = [
    "Activity ID",
    "Aktivitäts-ID",
    "Activiteits-ID",
    "ID de l'activité",
    "ID de l’activité",
    "ID de actividad",
    "ID de la actividad",
    "ID attività",
    "ID da atividade",
    "Aktivitets-id",
    "Aktivitets-ID",
    "Identyfikator aktywności",
];
const DATE: [&str; 11] = [
    "Activity Date",
    "Aktivitätsdatum",
    "Datum van activiteit",
    "Date de l'activité",
    "Date de l’activité",
    "Fecha de la actividad",
    "Fecha de actividad",
    "Data dell'attività",
    "Data attività",
    "Data da atividade",
    "Aktivitetsdatum",
];
const FILE: [&str; 10] = [
    "Filename",
    "Dateiname",
    "Bestandsnaam",
    "Nom du fichier",
    "Nombre de archivo",
    "Nome del file",
    "Nome do arquivo",
    "Nome do ficheiro",
    "Filnamn",
    "Filnavn",
];
const ELAPSED: [&str; 8] = [
    "Elapsed Time",
    "Verstrichene Zeit",
    "Verstreken tijd",
    "Temps écoulé",
    "Tiempo transcurrido",
    "Tempo trascorso",
    "Tempo decorrido",
    "Förfluten tid",
];
const MOVING: [&str; 8] = [
    "Moving Time",
    "Bewegungszeit",
    "Beweegtijd",
    "Durée de déplacement",
    "Tiempo en movimiento",
    "Tempo in movimento",
    "Tempo de movimentação",
    "Tid i rörelse",
];
const DISTANCE: [&str; 8] = [
    "Distance",
    "Distanz",
    "Afstand",
    "Distancia",
    "Distanza",
    "Distância",
    "Distans",
    "Distanse",
];
const CLIMB: [&str; 6] = [
    "Elevation Gain",
    "Höhenzunahme",
    "Hoogteverschil",
    "Dénivelé positif",
    "Desnivel positivo",
    "Dislivello",
];
const PRIVATE: [&str; 3] = [
    "Activity Private Note",
    "Hinweis zur Privatsphäre für Aktivitäten",
    "Note privée",
];
const GEAR: [&str; 6] = [
    "Activity Gear",
    "Aktivitätsausrüstung",
    "Uitrusting voor activiteit",
    "Équipement de l'activité",
    "Equipamiento de la actividad",
    "Attrezzatura attività",
];
const EFFORT: [&str; 6] = [
    "Perceived Exertion",
    "Gefühlte Anstrengung",
    "Ervaren inspanning",
    "Effort perçu",
    "Esfuerzo percibido",
    "Sforzo percepito",
];
const AVG_HR: [&str; 5] = [
    "Average Heart Rate",
    "Durchschnittliche Herzfrequenz",
    "Gemiddelde hartslag",
    "Fréquence cardiaque moyenne",
    "Ritmo cardiaco medio",
];
const MAX_HR: [&str; 5] = [
    "Max Heart Rate",
    "Max. Herzfrequenz",
    "Max. hartslag",
    "Fréquence cardiaque maximum",
    "Ritmo cardiaco máximo",
];
const WARMTH: [&str; 4] = [
    "Average Temperature",
    "Durchschnittliche Temperatur",
    "Gemiddelde temperatuur",
    "Température moyenne",
];
const CADENCE: [&str; 4] = [
    "Average Cadence",
    "Durchschnittliche Trittfrequenz",
    "Gemiddelde cadans",
    "Cadence moyenne",
];
const COMMUTE: [&str; 5] = ["Commute", "Pendeln", "Forenzenrit", "Trajet", "Desplazamiento"];

/// Faster than this is no distance in kilometres, m/s.
const FASTEST: f64 = 40.0;

pub(in crate::import) const FORMAT: Format = Format {
    word: "strava",
    is: is_activities,
    reader: Reader::Whole(read),
};

/// Known by its names, or by its shape: a number first, and files of `activities/` named in it.
fn is_activities(head: &Head) -> bool {
    let Some(header) = head.header() else { return false };
    let is_named = header.find(&ID).is_some() && header.find(&DATE).is_some();
    let second = head.text().lines().nth(1).unwrap_or_default();
    let number = second.split([',', ';']).next().unwrap_or_default().trim_matches('"');
    let has_id = number.len() >= 5 && number.bytes().all(|b| b.is_ascii_digit());
    is_named || (has_id && header.names().len() > 10 && second.contains("activities/"))
}

/// Where the columns of this file are.
struct Columns {
    id: Option<usize>,
    date: Option<usize>,
    title: Option<usize>,
    kind: Option<usize>,
    notes: Option<usize>,
    private: Option<usize>,
    gear: Option<usize>,
    file: Option<usize>,
    elapsed: [Option<usize>; 2],
    moving: Option<usize>,
    shown_distance: Option<usize>,
    metres: Option<usize>,
    climb: Option<usize>,
    effort: Option<usize>,
    avg_hr: Option<usize>,
    max_hr: Option<usize>,
    warmth: Option<usize>,
    cadence: Option<usize>,
    commute: Option<usize>,
}

impl Columns {
    fn of(header: &Header, rows: &[Vec<String>]) -> Self {
        let file = header.find(&FILE).or_else(|| file_column(rows));
        let nth = |names: &[&str], nth| names.iter().find_map(|name| header.nth(name, nth));
        // Behind the file's name stand the weights of the athlete and the bike, and then the second block.
        let behind = |by| file.map(|at| at + by).filter(|_| header.find(&ELAPSED).is_none());
        Self {
            id: Some(0),
            date: Some(1),
            title: Some(2),
            kind: Some(3),
            notes: Some(4),
            private: header.find(&PRIVATE),
            gear: header.find(&GEAR),
            file,
            elapsed: [nth(&ELAPSED, 1).or(behind(3)), Some(5)],
            moving: header.find(&MOVING).or(behind(4)),
            shown_distance: Some(6),
            metres: nth(&DISTANCE, 1).or(behind(5)),
            climb: header.find(&CLIMB).or(behind(8)),
            effort: header.find(&EFFORT),
            avg_hr: header.find(&AVG_HR),
            max_hr: nth(&MAX_HR, 1).or_else(|| nth(&MAX_HR, 0)),
            warmth: header.find(&WARMTH),
            cadence: header.find(&CADENCE),
            commute: header.find(&COMMUTE),
        }
    }
}

/// The column that names files of the export.
fn file_column(rows: &[Vec<String>]) -> Option<usize> {
    let mut cells = rows.iter().flat_map(|row| row.iter().enumerate());
    cells.find(|(_, cell)| cell.starts_with("activities/")).map(|it| it.0)
}

/// What is the same for all rows of a file.
struct File {
    columns: Columns,
    style: NumberStyle,
    order: DateOrder,
    /// Metres of one in the first distance; `None` where each row has the second.
    unit: Option<(f64, Option<DistanceUnit>)>,
}

/// Reads the activities of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let header = Header::of(input.bytes).ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
    let rows = all_cells(input.bytes);
    let columns = Columns::of(&header, &rows);
    let column = |place: Option<usize>| {
        let rows = rows.iter();
        rows.filter_map(move |row| row.get(place?).map(String::as_str))
    };
    let style = NumberStyle::of(column(columns.shown_distance)).unwrap_or_default();
    let order = DateOrder::of(column(columns.date)).map_or(DateOrder::DayFirst, |it| it.0);
    let unit = first_unit(&columns, &rows, style, task);
    let file = File {
        columns,
        style,
        order,
        unit,
    };
    let mut found = Found::default();
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        if row.cells().all(|it| it.trim().is_empty()) {
            return Ok(());
        }
        let activity = file.activity(row, task, found)?;
        let link = row.at(file.columns.file).to_owned();
        found.add(Entry::of(Record::Activity(activity)).on(row.line).linked(&link));
        Ok(())
    })?;
    Ok(found)
}

/// The unit of the first distance, where rows have no second: metres where kilometres would be too fast.
fn first_unit(
    columns: &Columns,
    rows: &[Vec<String>],
    style: NumberStyle,
    task: &Task,
) -> Option<(f64, Option<DistanceUnit>)> {
    let cell = |row: &[String], place: Option<usize>| style.read(row.get(place?)?);
    let has_metres = rows
        .iter()
        .any(|row| cell(row, columns.metres).is_some_and(|it| it > 0.0));
    if has_metres {
        return None;
    }
    let speeds = rows.iter().filter_map(|row| {
        let seconds = cell(row, columns.elapsed[1]).filter(|it| *it > 0.0)?;
        Some(cell(row, columns.shown_distance)? * 1000.0 / seconds)
    });
    let mut speeds: Vec<f64> = speeds.collect();
    speeds.sort_by(f64::total_cmp);
    let is_metres = speeds.get(speeds.len() / 2).is_some_and(|it| *it > FASTEST);
    if is_metres {
        return Some((1.0, None));
    }
    let unit = task.options.distance.unwrap_or(task.journal.settings.distance);
    Some((unit.metres(), Some(unit)))
}

impl File {
    fn activity(&self, row: &Row, task: &Task, found: &mut Found) -> Result<Activity, String> {
        let columns = &self.columns;
        let id = row.at(columns.id);
        if id.is_empty() || !id.bytes().all(|b| b.is_ascii_digit()) {
            return Err(fl!("import-cell-wrong", column = "ID", value = id));
        }
        let start = self.start(row, task)?;
        let text = row.at(columns.kind);
        let word = sport::of(text);
        let sport = word.as_ref().map_or(Sport::Other, |it| it.sport);
        let mut meta = task.meta(RecordKind::Activity, SOURCE, format!("strava:activity:{id}"), start.ms);
        meta.detail = Some(json!({ "type": text }));
        let mut number = |place: Option<usize>, low: f64, high: f64, what: String| {
            let value = self.style_of(row.at(place)).filter(|it| *it > 0.0)?;
            if (low..=high).contains(&value) {
                return Some(value);
            }
            found.note(Some(row.line), out_of_range(&what, value, &(low..=high)));
            None
        };
        let elapsed_s = number(columns.elapsed[0], 0.0, 31_622_400.0, fl!("import-elapsed"));
        let elapsed_s = elapsed_s.or_else(|| self.first_elapsed(row));
        let mut activity = Activity {
            elapsed_s,
            moving_s: number(columns.moving, 0.0, 31_622_400.0, fl!("import-moving")),
            distance_m: number(columns.metres, 0.0, 4e7, fl!("import-distance")),
            ascent_m: number(columns.climb, 0.0, 1e5, fl!("import-ascent")),
            avg_hr: number(columns.avg_hr, 25.0, 220.0, fl!("import-avg-hr")),
            max_hr: number(columns.max_hr, 25.0, 220.0, fl!("import-max-hr")),
            cadence: number(columns.cadence, 0.0, 500.0, fl!("import-cadence")),
            rpe: number(columns.effort, 0.0, 10.0, fl!("import-rpe")),
            temperature_c: self
                .style_of(row.at(columns.warmth))
                .filter(|it| (-90.0..=70.0).contains(it)),
            title: row.at(columns.title).to_owned(),
            notes: joined(row.at(columns.notes), row.at(columns.private)),
            ..Activity::new(meta, sport, start)
        };
        self.first_distance(row, &mut activity, found);
        if activity.is_run() {
            row.at(columns.gear).clone_into(&mut activity.shoe);
            activity.cadence = activity.cadence.map(|it| if it < 120.0 { it * 2.0 } else { it });
        }
        word.iter().for_each(|it| it.describe(&mut activity));
        if matches!(row.at(columns.commute), "true" | "1" | "1.0") {
            activity.tags.push(fl!("import-tag-commute"));
        }
        Ok(activity)
    }

    /// A number of either block: the second has points whatever the language is.
    fn style_of(&self, text: &str) -> Option<f64> {
        text.parse::<f64>()
            .ok()
            .filter(|it| it.is_finite())
            .or_else(|| self.style.read(text))
    }

    /// When it began. The export says UTC by saying nothing.
    fn start(&self, row: &Row, task: &Task) -> Result<Stamp, String> {
        let text = row.at(self.columns.date);
        let moment = self.order.read(text).filter(|it| it.time.is_some());
        let moment = moment.ok_or_else(|| fl!("import-cell-wrong", column = "Activity Date", value = text))?;
        let stamp = moment.stamp().or_else(|| Stamp::from_civil_offset(moment.civil(), 0));
        let ms = need("Activity Date", stamp)?.ms;
        let is_set = ms > 0;
        if task.is_future(ms) {
            return Err(fl!("import-future", date = text));
        }
        is_set
            .then(|| task.stamp_at(ms, None))
            .ok_or_else(|| fl!("import-cell-wrong", column = "Activity Date", value = text))
    }

    fn first_elapsed(&self, row: &Row) -> Option<f64> {
        let text = row.at(self.columns.elapsed[1]);
        let seconds = self.style_of(text).or_else(|| duration(text, Colon::MinutesSeconds))?;
        (seconds > 0.0 && seconds < 31_622_400.0).then_some(seconds)
    }

    /// The first distance, where there is no second, in the unit of the account.
    fn first_distance(&self, row: &Row, activity: &mut Activity, found: &mut Found) {
        let Some((metres, unit)) = self.unit else { return };
        let shown = self.style.read(row.at(self.columns.shown_distance));
        let shown = shown.map(|it| it * metres).filter(|it| *it > 0.0 && *it <= 4e7);
        if activity.distance_m.is_none() && shown.is_some() {
            activity.distance_m = shown;
            if let Some(unit) = unit {
                found.assume(Assumption::Distance {
                    unit,
                    sure: false,
                    records: 1,
                });
            }
        }
    }
}

fn joined(notes: &str, private: &str) -> String {
    let parts: Vec<&str> = [notes, private].into_iter().filter(|it| !it.is_empty()).collect();
    parts.join("\n\n")
}
