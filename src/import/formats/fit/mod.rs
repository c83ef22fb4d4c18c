//! FIT, the files of watches: each session becomes an activity, a running one a run.
//!
//! The session messages of a file are its summary, wherever they stand. A file that broke off before its
//! session gives what its records amount to. Starts are to the second; a file whose clock was never set
//! has no place in a journal, and says so. Values that no body has are left out and named.

mod reader;
mod sport;
mod summary;

use std::ops::RangeInclusive;

use jiff::Timestamp;
use serde_json::json;

use crate::domain::{Activity, Record, RecordKind, Sport, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::session::{CADENCE, CLIMB, HEART_RATE, METRES, SECONDS};
use crate::import::reading::{Found, Input, Reading, Refusal, Task};
use reader::Damage;
use summary::{Session, Summary, instant_ms};

/// Where records of FIT files say they come from.
const SOURCE: &str = "fit";

/// The number by which a FIT file calls itself an activity.
const ACTIVITY_FILE: u8 = 4;

pub(in crate::import) const FORMAT: Format = Format {
    word: "fit",
    is: |head| head.bytes.get(8..12) == Some(b".FIT"),
    reader: Reader::Whole(read),
};

/// Reads the sessions of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut summary = Summary::default();
    let end = reader::read(input.bytes, |message| {
        summary.take(message);
        !task.cancelled()
    });
    if task.cancelled() {
        return Err(Refusal::Cancelled);
    }
    let sessions = sessions(&summary);
    if sessions.is_empty() {
        return Err(nothing(&summary, end.err()));
    }
    let mut found = Found::default();
    if let Err(damage) = end {
        found.note(None, damage_in_words(damage));
    }
    let is_partial = summary.sessions.is_empty();
    for session in &sessions {
        match activity(session, &summary, is_partial, task, &mut found) {
            Ok(activity) => found.push(Record::Activity(activity)),
            Err(why) => found.left_out(None, why),
        }
    }
    Ok(found)
}

/// The sessions of the file, or the one that its records amount to.
fn sessions(summary: &Summary) -> Vec<Session> {
    let is_activity = summary.file_type.is_none_or(|it| it == ACTIVITY_FILE);
    match summary.sessions.as_slice() {
        [] if is_activity => summary.track.session(summary.sport).into_iter().collect(),
        // The records of one session are all of the file: they know what a short summary leaves out.
        [session] => vec![Session {
            start: session.start.or(summary.track.first),
            avg_hr: session.avg_hr.or_else(|| summary.track.avg_hr()),
            max_hr: session.max_hr.or(summary.track.hr_max),
            position: session.position.or(summary.track.start),
            ..session.clone()
        }],
        several => several.to_vec(),
    }
}

/// Why a file without any session gives nothing.
fn nothing(summary: &Summary, damage: Option<Damage>) -> Refusal {
    match (summary.file_type, damage) {
        (Some(it), _) if it != ACTIVITY_FILE => Refusal::Unsupported(fl!("import-fit-other", kind = file_kind(it))),
        (_, Some(damage @ (Damage::Header | Damage::Cut | Damage::Message))) => {
            Refusal::Rejected(fl!("import-fit-lost", why = damage_in_words(damage)))
        }
        _ => Refusal::Rejected(fl!("import-fit-empty")),
    }
}

fn file_kind(number: u8) -> &'static str {
    match number {
        2 => "settings",
        3 => "sport",
        5 => "workout",
        6 => "course",
        9 => "weight",
        11 => "goals",
        14 => "blood-pressure",
        15 | 28 | 32 => "monitoring",
        34 | 35 => "segment",
        _ => "other",
    }
}

fn damage_in_words(damage: Damage) -> String {
    match damage {
        Damage::Header => fl!("import-fit-header"),
        Damage::Cut => fl!("import-fit-cut"),
        Damage::Message => fl!("import-fit-message"),
        Damage::Checksum => fl!("import-fit-checksum"),
    }
}

/// The activity of a session, or why it has no place in a journal.
fn activity(
    session: &Session,
    summary: &Summary,
    is_partial: bool,
    task: &Task,
    found: &mut Found,
) -> Result<Activity, String> {
    let started_at = started_at(session, summary, task)?;
    let sport = sport::sport(session.sport, session.sub_sport);
    let meta = task.meta(
        RecordKind::Activity,
        SOURCE,
        external_id(session, started_at, is_partial),
        started_at.ms,
    );
    let mut activity = Activity::new(meta, sport, started_at);
    activity.meta.detail = Some(json!({
        "sport": sport::name(session.sport),
        "sub_sport": session.sub_sport,
        "calories": session.calories.map(|it| it as i64),
    }));
    let mut within = |value, range: RangeInclusive<f64>, what: String| found.within(None, value, &range, &what);
    activity.elapsed_s = within(session.elapsed_s, SECONDS, fl!("import-elapsed"));
    activity.moving_s = within(session.timer_s, SECONDS, fl!("import-moving"));
    activity.distance_m = within(session.distance_m, METRES, fl!("import-distance"));
    activity.avg_hr = within(recorded(session.avg_hr), HEART_RATE, fl!("import-avg-hr"));
    activity.max_hr = within(recorded(session.max_hr), HEART_RATE, fl!("import-max-hr"));
    activity.ascent_m = within(session.ascent_m, CLIMB, fl!("import-ascent"));
    activity.temperature_c = within(session.temperature_c, -90.0..=70.0, fl!("import-temperature"));
    activity.rpe = within(recorded(session.rpe), 0.0..=10.0, fl!("import-rpe"));
    activity.feel = within(session.feel, 0.0..=100.0, fl!("import-feel")).map(|it| 1 + (it / 25.0).round() as i64);
    // Of two legs a watch counts one.
    let steps = if matches!(sport, Sport::Run | Sport::Walk) {
        2.0
    } else {
        1.0
    };
    let cadence = recorded(session.cadence).map(|it| (it * steps * 10.0).round() / 10.0);
    activity.cadence = within(cadence, CADENCE, fl!("import-cadence"));
    describe(&mut activity, session);
    Ok(activity)
}

/// Name, tag and surface.
fn describe(activity: &mut Activity, session: &Session) {
    if activity.is_run() {
        let (tag, surface) = sport::tag_and_surface(session.sub_sport);
        activity.tags = tag.into_iter().collect();
        activity.surface = surface.unwrap_or_default();
    }
    if activity.sport == Sport::Other {
        let name = session.name.clone();
        activity.title = name.unwrap_or_else(|| sport::name(session.sport).to_owned());
    }
}

/// When a session began, on the wall where it did.
fn started_at(session: &Session, summary: &Summary, task: &Task) -> Result<Stamp, String> {
    let before_end = || {
        let elapsed = session.elapsed_s.filter(|it| SECONDS.contains(it))?;
        session.end?.checked_sub(elapsed as u32)
    };
    let time = session
        .start
        .or_else(before_end)
        .ok_or_else(|| fl!("import-fit-no-start"))?;
    let ms = instant_ms(time).ok_or_else(|| fl!("import-fit-relative"))?;
    if task.is_future(ms) {
        let date = Stamp { ms, offset_min: 0 }.civil_date().to_string();
        return Err(fl!("import-future", date = date));
    }
    Ok(summary.offset_s.map_or_else(
        || task.stamp_at(ms, session.position),
        |seconds| Stamp {
            ms,
            offset_min: (seconds / 60) as i16,
        },
    ))
}

/// One person begins one session of a sport at a time: whatever program wrote the file, it is the same.
fn external_id(session: &Session, started_at: Stamp, is_partial: bool) -> String {
    let start = Timestamp::from_millisecond(started_at.ms).unwrap_or_default();
    let part = if is_partial { ":partial" } else { "" };
    format!("fit:{start}:{}{part}", sport::name(session.sport).replace(' ', "_"))
}

/// A value where 0 stands for none.
fn recorded(value: Option<f64>) -> Option<f64> {
    value.filter(|&it| it != 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::reading::with_task;

    /// 2026-11-24T06:30:00Z, for FIT and for us.
    const START: u32 = (NOW / 1000 - 631_065_600) as u32;
    const NOW: i64 = 1_795_501_800_000;

    /// A file with one session: its start, sport, mean heart rate, effort and feeling.
    fn session(start: u32, [sport, hr, effort, feeling]: [u8; 4]) -> Vec<u8> {
        let mut data = vec![
            0x40, 0, 0, 18, 0, 5, 2, 4, 0x86, 5, 1, 0, 16, 1, 2, 193, 1, 2, 192, 1, 2, 0x00,
        ];
        data.extend(start.to_le_bytes());
        data.extend([sport, hr, effort, feeling]);
        reader::tests::file(&data)
    }

    fn read_one(bytes: &[u8]) -> Result<Activity, Vec<String>> {
        let mut found = with_task("Europe/Oslo", NOW, |task| read(&Input::alone(bytes), task)).unwrap();
        match found.entries.pop().map(|it| it.record) {
            Some(Record::Activity(activity)) => Ok(activity),
            _ => Err(found.into_issues().0.into_iter().map(|it| it.why).collect()),
        }
    }

    #[test]
    fn effort_and_feeling_are_read_on_the_journals_scales() {
        let run = read_one(&session(START, [1, 150, 65, 75])).unwrap();
        assert!(run.is_run());
        assert_eq!((run.rpe, run.feel, run.avg_hr), (Some(6.5), Some(4), Some(150.0)));
        assert_eq!(run.started_at.to_rfc3339(), "2026-11-24T07:30:00+01:00");
        for (feeling, feel) in [
            (0, Some(1)),
            (25, Some(2)),
            (50, Some(3)),
            (100, Some(5)),
            (101, None),
            (255, None),
        ] {
            assert_eq!(
                read_one(&session(START, [1, 0, 0, feeling])).unwrap().feel,
                feel,
                "{feeling}"
            );
        }
        let silent = read_one(&session(START, [1, 0, 0, 255])).unwrap();
        assert_eq!((silent.rpe, silent.avg_hr), (None, None));
        assert_eq!(read_one(&session(START, [1, 240, 0, 255])).unwrap().avg_hr, None);
    }

    #[test]
    fn a_session_without_a_date_or_from_the_future_is_left_out() {
        for (start, why) in [(485, "did not know the date"), (START + 3 * 86_400, "future")] {
            let whys = read_one(&session(start, [1, 150, 65, 75])).unwrap_err();
            assert!(whys[0].contains(why), "{whys:?}");
        }
    }
}
