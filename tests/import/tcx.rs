//! Files of TCX as watches and apps get them wrong: clocks that were not set, laps without time or distance,
//! notes in odd places, and the first version of the format.

use afterrun::domain::{Activity, Sport};

use crate::help::{activities, empty, import_bytes, only};

/// A file with one activity of `inside`, told to begin at 08:00 on 1 May 2010.
fn activity(inside: &str) -> String {
    format!(
        "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>2010-05-01T08:00:00Z</Id>{inside}\
         </Activity></Activities></TrainingCenterDatabase>"
    )
}

/// A lap from 08:00 of `told`, with points of these times, each at these counted metres.
fn lap(told: &str, points: &[(&str, f64)]) -> String {
    let point = |(time, metres): &(&str, f64)| {
        let latitude = 50.0 + metres / 111_195.0;
        format!(
            "<Trackpoint><Time>{time}Z</Time><Position><LatitudeDegrees>{latitude}</LatitudeDegrees>\
             <LongitudeDegrees>8</LongitudeDegrees></Position><DistanceMeters>{metres}</DistanceMeters></Trackpoint>"
        )
    };
    let points: String = points.iter().map(point).collect();
    format!("<Lap StartTime=\"2010-05-01T08:00:00Z\">{told}<Track>{points}</Track></Lap>")
}

/// What a lap of 10 minutes and 2 kilometres tells.
const TOLD: &str = "<TotalTimeSeconds>600</TotalTimeSeconds><DistanceMeters>2000</DistanceMeters>";

fn read(text: &str) -> Activity {
    let outcome = import_bytes("a.tcx", text.as_bytes(), &empty());
    let mut read = activities(&outcome);
    let left_out = only(&outcome.report).issues.iter().any(|it| it.left_out);
    assert_eq!((read.len(), left_out), (1, false), "{:?}", outcome.report);
    read.remove(0)
}

#[test]
fn a_clock_that_was_set_after_the_first_point_leaves_the_start_to_the_id() {
    for first in ["2007-04-01T00:00:05", "1989-12-31T00:00:05", "1970-01-01T00:00:00"] {
        let points = [
            (first, 0.0),
            ("2010-05-01T08:05:00", 1000.0),
            ("2010-05-01T08:10:00", 2000.0),
        ];
        let run = read(&activity(&lap(TOLD, &points)));
        assert_eq!(run.started_at.to_rfc3339(), "2010-05-01T10:00:00+02:00", "{first}");
        assert_eq!((run.elapsed_s, run.moving_s), (Some(600.0), Some(600.0)), "{first}");
    }
}

#[test]
fn a_time_far_ahead_that_no_other_confirms_moves_nothing() {
    let points = [
        ("2010-05-01T08:00:00", 0.0),
        ("2019-04-01T08:05:00", 1000.0),
        ("2010-05-01T08:10:00", 2000.0),
    ];
    let run = read(&activity(&lap(TOLD, &points)));
    assert_eq!(run.started_at.to_rfc3339(), "2010-05-01T10:00:00+02:00");
    assert_eq!(run.elapsed_s, Some(600.0));
}

#[test]
fn a_track_years_away_from_id_and_lap_begins_when_they_say() {
    let points = [("2007-04-01T08:00:00", 0.0), ("2007-04-01T08:10:00", 2000.0)];
    let run = read(&activity(&lap(TOLD, &points)));
    assert_eq!(run.started_at.to_rfc3339(), "2010-05-01T10:00:00+02:00");
    assert_eq!(run.elapsed_s, Some(600.0));
}

#[test]
fn a_single_point_leaves_the_length_to_the_laps() {
    let run = read(&activity(&lap(TOLD, &[("2010-05-01T08:00:00", 0.0)])));
    assert_eq!((run.elapsed_s, run.distance_m), (Some(600.0), Some(2000.0)));
}

#[test]
fn laps_without_a_time_leave_the_movement_to_the_points() {
    let points = [
        ("2010-05-01T08:00:00", 0.0),
        ("2010-05-01T08:05:00", 0.0),
        ("2010-05-01T08:10:00", 1000.0),
    ];
    let run = read(&activity(&lap("", &points)));
    assert_eq!((run.elapsed_s, run.moving_s), (Some(600.0), Some(300.0)));
}

#[test]
fn a_lap_that_lost_its_distance_leaves_it_to_what_the_points_count() {
    for metres in ["-296816.0", "0.0"] {
        let lost = format!("<TotalTimeSeconds>300</TotalTimeSeconds><DistanceMeters>{metres}</DistanceMeters>");
        let first = TOLD.replace("2000", "1000").replace("600", "300");
        let laps = [
            lap(&first, &[("2010-05-01T08:00:00", 0.0), ("2010-05-01T08:05:00", 1000.0)]),
            lap(
                &lost,
                &[("2010-05-01T08:05:01", 1000.0), ("2010-05-01T08:10:00", 2000.0)],
            ),
        ];
        assert_eq!(read(&activity(&laps.concat())).distance_m, Some(2000.0), "{metres}");
    }
}

#[test]
fn what_was_counted_before_the_first_point_is_of_another_leg() {
    let points = [("2010-05-01T08:00:00", 40_330.0), ("2010-05-01T08:05:00", 40_460.0)];
    let told = "<TotalTimeSeconds>300</TotalTimeSeconds>";
    assert_eq!(read(&activity(&lap(told, &points))).distance_m, Some(130.0));
}

#[test]
fn notes_of_an_activity_and_its_laps_are_one_text() {
    let noted = format!("{TOLD}<Notes>uphill</Notes>");
    let laps = lap(&noted, &[("2010-05-01T08:00:00", 0.0)]);
    let run = read(&activity(&format!("{laps}{laps}<Notes>Sunny</Notes>")));
    assert_eq!(run.notes, "uphill\n\nSunny");
}

#[test]
fn notes_of_several_legs_stand_with_the_first() {
    let leg = |sport: &str, hour: u8| {
        format!(
            "<Activity Sport=\"{sport}\"><Id>2010-05-01T{hour:02}:00:00Z</Id><Lap><TotalTimeSeconds>600\
             </TotalTimeSeconds></Lap></Activity>"
        )
    };
    let text = format!(
        "<TrainingCenterDatabase><Activities><MultiSportSession><Id>x</Id><FirstSport>{}</FirstSport><NextSport>{}\
         </NextSport><Notes>Cold water</Notes></MultiSportSession></Activities></TrainingCenterDatabase>",
        leg("Other", 8),
        leg("Running", 9)
    );
    let read = activities(&import_bytes("a.tcx", text.as_bytes(), &empty()));
    let notes: Vec<_> = read.iter().map(|it| it.notes.as_str()).collect();
    assert_eq!(notes, ["Cold water", ""]);
}

#[test]
fn the_first_version_of_the_format_is_read() {
    let point = |minute: u8| {
        format!(
            "<Trackpoint><Time>2006-06-01T07:{minute:02}:00Z</Time><HeartRateBpm>1{minute:02}</HeartRateBpm></Trackpoint>"
        )
    };
    let text = format!(
        "<TrainingCenterDatabase><History><Running Name=\"Running\"><Run><Lap StartTime=\"2006-06-01T07:00:00Z\">{TOLD}\
         <Track>{}{}</Track></Lap><Notes>windy</Notes></Run></Running></History></TrainingCenterDatabase>",
        point(0),
        point(10)
    );
    let run = read(&text);
    assert_eq!((run.sport, run.notes.as_str()), (Sport::Run, "windy"));
    assert_eq!(run.started_at.to_rfc3339(), "2006-06-01T09:00:00+02:00");
    assert_eq!(
        (run.elapsed_s, run.distance_m, run.avg_hr),
        (Some(600.0), Some(2000.0), Some(105.0))
    );
}

#[test]
fn numbers_of_laps_and_points_that_are_none_are_counted() {
    let lap = "<Lap StartTime=\"2010-05-01T08:00:00Z\"><TotalTimeSeconds>NaN</TotalTimeSeconds>\
        <DistanceMeters>inf</DistanceMeters><Track><Trackpoint><Time>2010-05-01T08:00:00Z</Time></Trackpoint>\
        <Trackpoint><Time>2010-05-01T08:10:00Z</Time><AltitudeMeters>high</AltitudeMeters></Trackpoint></Track></Lap>";
    let outcome = import_bytes("a.tcx", activity(lap).as_bytes(), &empty());
    assert_eq!(activities(&outcome)[0].elapsed_s, Some(600.0));
    let issues = &only(&outcome.report).issues;
    assert!(
        issues.iter().any(|it| it.why.starts_with("3 points or laps have")),
        "{issues:?}"
    );
}
