//! Several sleeps on one day.

use super::*;

#[test]
fn the_longest_sleep_is_the_night_and_short_ones_beside_it_are_naps() {
    let sleep = |hours: f64, nap: bool, quality: i64| {
        Record::Night(Night {
            asleep_min: Some(hours * 60.0),
            quality: Some(quality),
            nap,
            ..Night::new(Meta::manual(Id::fresh(0)), date(2026, 11, 24))
        })
    };
    for (sleeps, night, naps, quality) in [
        (vec![sleep(7.0, false, 4)], Some(7.0), None, Some(4)),
        (
            vec![sleep(7.0, false, 4), sleep(0.5, true, 2), sleep(0.25, true, 2)],
            Some(7.0),
            Some(0.75),
            Some(4),
        ),
        (
            vec![sleep(1.5, false, 2), sleep(6.0, false, 3)],
            Some(6.0),
            Some(1.5),
            Some(3),
        ),
        // The same night from two sources is no nap.
        (
            vec![sleep(7.0, false, 4), sleep(6.5, false, 2)],
            Some(7.0),
            None,
            Some(4),
        ),
        (vec![sleep(0.5, true, 2)], None, Some(0.5), None),
    ] {
        let row = row_of(sleeps);
        assert_eq!((row.sleep_h, row.nap_h, row.sleep_quality), (night, naps, quality));
    }
}

#[test]
fn of_several_answers_about_a_night_the_last_stands() {
    let answer = |hour: i64, hours: Option<f64>, quality: i64, source: &str| {
        Record::Night(Night {
            asleep_min: hours.map(|it| it * 60.0),
            quality: Some(quality),
            ..Night::new(
                Meta::from_source(Id::fresh(hour * 3_600_000), source),
                date(2026, 11, 24),
            )
        })
    };
    let watch = Record::Night(Night {
        bed_at: Some(at("2026-11-23T23:00:00+01:00")),
        wake_at: Some(at("2026-11-24T06:30:00+01:00")),
        ..Night::new(Meta::from_source(Id::fresh(0), "fit"), date(2026, 11, 24))
    });
    for (sleeps, night, quality) in [
        (
            vec![answer(9, Some(5.0), 2, "pmsys"), answer(8, Some(7.0), 4, "pmsys")],
            Some(5.0),
            Some(2),
        ),
        (
            vec![answer(8, Some(2.5), 2, "pmsys"), answer(9, Some(7.0), 4, "pmsys")],
            Some(7.0),
            Some(4),
        ),
        (
            vec![answer(8, Some(7.0), 2, "pmsys"), answer(9, None, 4, "pmsys")],
            None,
            Some(4),
        ),
        // What was measured, and what another source says, stands beside it.
        (
            vec![
                answer(8, Some(8.0), 2, "pmsys"),
                answer(9, Some(6.5), 3, "pmsys"),
                watch,
            ],
            Some(7.5),
            None,
        ),
        (
            vec![answer(8, Some(7.0), 2, "other"), answer(9, Some(6.5), 3, "pmsys")],
            Some(7.0),
            Some(2),
        ),
    ] {
        let row = row_of(sleeps);
        assert_eq!((row.sleep_h, row.nap_h, row.sleep_quality), (night, None, quality));
    }
}
