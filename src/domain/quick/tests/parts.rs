//! Soreness, nights, supplements, habits and check-ins.

use super::*;

#[test]
fn sore_places_are_named_as_runners_name_them() {
    for (text, region, side, score) in [
        ("calf L 4", Region::Calf, Side::Left, 4.0),
        ("left calf 4", Region::Calf, Side::Left, 4.0),
        ("L calf 4", Region::Calf, Side::Left, 4.0),
        ("calf L4", Region::Calf, Side::Left, 4.0),
        ("calf 4 l", Region::Calf, Side::Left, 4.0),
        ("4 calf right", Region::Calf, Side::Right, 4.0),
        ("CALVES 4/10", Region::Calf, Side::Both, 4.0),
        ("both thighs 3", Region::Quads, Side::Both, 3.0),
        ("hams 2", Region::Hamstrings, Side::Both, 2.0),
        ("itb r 5", Region::HipSideItb, Side::Right, 5.0),
        ("IT band 5", Region::HipSideItb, Side::Both, 5.0),
        ("achilles left 3", Region::Achilles, Side::Left, 3.0),
        ("lower back 2", Region::LowerBack, Side::None, 2.0),
        ("glutes 0", Region::Glutes, Side::Both, 0.0),
        ("back of the thigh 1", Region::Hamstrings, Side::Both, 1.0),
        ("overall 3", Region::Overall, Side::None, 3.0),
        ("rest fine", Region::AllOthers, Side::None, 0.0),
        ("all fine", Region::AllOthers, Side::None, 0.0),
    ] {
        let [Record::Soreness(it)] = &made(text)[..] else {
            panic!("{text}");
        };
        assert_eq!((it.region, it.side, it.score), (region, side, score), "{text}");
    }
}

#[test]
fn several_places_stand_in_one_part() {
    let places = |text| -> Vec<String> {
        says(text)
            .iter()
            .map(|it| it.split(", today").next().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        places("calf L 4, quads 3, left knee 2, overall 3, rest fine"),
        [
            "Calf, left, 4 of 10 (changes how I move)",
            "Front of the thigh, both sides, 3 of 10 (I notice it)",
            "Knee, left, 2 of 10 (I notice it)",
            "Whole body, 3 of 10 (I notice it)",
            "Everything else, fine",
        ]
    );
    assert_eq!(
        places("left knee 2 right calf 3 quads 1"),
        [
            "Knee, left, 2 of 10 (I notice it)",
            "Calf, right, 3 of 10 (I notice it)",
            "Front of the thigh, both sides, 1 of 10 (I notice it)",
        ]
    );
    assert_eq!(places("calf 4 l, quads 3 r").len(), 2);
}

#[test]
fn a_rating_is_of_the_morning_of_a_run_or_of_another_time() {
    let journal = journal();
    let context = |text, now| {
        let reading = read_in(text, &journal, now);
        assert_eq!(reading.problems, [], "{text}");
        let rating = reading.entries.iter().rev().find_map(|it| match it.record() {
            Some(Record::Soreness(it)) => Some((it.context, it.run_id)),
            _ => None,
        });
        (rating.unwrap(), reading.run())
    };
    let morning = "2026-11-24T08:06:45+01:00";
    assert_eq!(context("calf 4", morning).0, (DayTime::Morning, None));
    assert_eq!(context("calf 4", NOW).0, (DayTime::Other, None));
    assert_eq!(context("yesterday 20:00 calf 4", NOW).0, (DayTime::Morning, None));
    let ((after, of), run) = context("calf 4 | 10k 54:30", morning);
    assert!(run.is_some());
    assert_eq!((after, of), (DayTime::AfterRun, run));
    assert_eq!(
        context("yesterday 18:00 10k 54:30 | calf 4", NOW).0,
        (DayTime::Other, None)
    );
    assert_eq!(context("ride 1h | calf 4", NOW).0, (DayTime::Other, None));
}

#[test]
fn nights_and_naps_are_read() {
    check(&[
        ("sleep 7h15", "Night that ended today, 7 h 15 min asleep"),
        ("sleep 7:15", "Night that ended today, 7 h 15 min asleep"),
        ("slept 7.5", "Night that ended today, 7 h 30 min asleep"),
        (
            "slept 7,5 q4",
            "Night that ended today, 7 h 30 min asleep, quality good",
        ),
        ("7 h 10 min sleep", "Night that ended today, 7 h 10 min asleep"),
        ("q5", "Night that ended today, quality great"),
        ("slept 22:40-6:15", "Night that ended today, to bed 22:40, awake 06:15"),
        (
            "slept 22:40 – 6:15 7h",
            "Night that ended today, 7 h asleep, to bed 22:40, awake 06:15",
        ),
        (
            "slept 10:40pm-6:15",
            "Night that ended today, to bed 22:40, awake 06:15",
        ),
        ("slept 22:40 6:15", "Night that ended today, to bed 22:40, awake 06:15"),
        ("slept 0:30 to 7", "Night that ended today, to bed 00:30, awake 07:00"),
        ("sleep 7h at 23:10", "Night that ended today, 7 h asleep, to bed 23:10"),
        ("yesterday sleep 6h40", "Night that ended yesterday, 6 h 40 min asleep"),
        ("nap 25m", "Nap today, 25 min asleep"),
        ("nap 25 q4", "Nap today, 25 min asleep, quality good"),
        ("nap 14:00-14:25", "Nap today, to bed 14:00, awake 14:25"),
        (
            "sleep 7h // woke up twice",
            "Night that ended today, 7 h asleep, note “woke up twice”",
        ),
    ]);
    let [Record::Night(it)] = &made("slept 22:40-6:15")[..] else {
        panic!("one night");
    };
    assert_eq!(it.day, TODAY);
    assert_eq!(it.bed_at, Some(at("2026-11-23T22:40:00+01:00")));
    assert_eq!(it.wake_at, Some(at("2026-11-24T06:15:00+01:00")));
}

#[test]
fn the_night_and_the_check_in_of_a_day_are_completed_not_doubled() {
    let there = Night {
        quality: Some(2),
        asleep_min: Some(400.0),
        ..Night::new(Meta::manual(Id::fresh(1)), TODAY)
    };
    let given = CheckIn {
        resting_hr: Some(50.0),
        ..CheckIn::new(Meta::manual(Id::fresh(2)), TODAY)
    };
    let more = [Record::Night(there.clone()), Record::CheckIn(given.clone())];
    let journal = Journal::of(records().into_iter().chain(more), Settings::for_zone("Europe/Oslo"));
    let reading = read_in("sleep 7h15 | mood 2", &journal, NOW);
    let previews: Vec<_> = reading.entries.iter().map(|it| it.preview.as_str()).collect();
    assert_eq!(
        previews,
        [
            "Added to the night that ended today, 7 h 15 min asleep",
            "Added to the check-in of today, mood 2 (good)"
        ]
    );
    let night = Night {
        asleep_min: Some(435.0),
        ..there
    };
    assert_eq!(reading.entries[0].records, [Record::Night(night)]);
    let Record::CheckIn(it) = &reading.entries[1].records[0] else {
        panic!("a check-in");
    };
    assert_eq!((it.meta.id, it.resting_hr), (given.meta.id, Some(50.0)));
    assert_eq!(it.mood.map(|it| it.value), Some(2.0));
    let nap = read_in("nap 20m", &journal, NOW);
    assert_eq!(nap.entries[0].preview, "Nap today, 20 min asleep");
}

#[test]
fn what_several_parts_say_of_one_day_is_one_record() {
    check(&[
        (
            "sleep 7h15 | q4",
            "Night that ended today, 7 h 15 min asleep, quality good",
        ),
        (
            "rhr 48 | mood 2",
            "Check-in today, resting heart rate 48, mood 2 (good)",
        ),
    ]);
    assert_eq!(says("rhr 48 | yesterday rhr 50").len(), 2);
}

#[test]
fn check_ins_are_read() {
    check(&[
        (
            "rhr 48 hrv 62, weight 71.4kg, fatigue 2 stress 3 mood 2",
            "Check-in today, resting heart rate 48, HRV 62 ms, weight 71.4 kg, fatigue 2 (fresh), stress 3 (so-so), mood 2 (good)",
        ),
        ("rhr48", "Check-in today, resting heart rate 48"),
        ("hrv 62 ms, ready 7", "Check-in today, HRV 62 ms, readiness 7 (ready)"),
        ("weight 157 lb", "Check-in today, weight 71.2 kg"),
        ("71.4kg", "Check-in today, weight 71.4 kg"),
        ("weight 71,4", "Check-in today, weight 71.4 kg"),
        ("ill", "Check-in today, ill"),
        ("sick, travel", "Check-in today, ill, travelling"),
        ("ill no travel", "Check-in today, ill, not travelling"),
        ("not ill", "Check-in today, not ill"),
        (
            "yesterday rhr 50 // slept badly",
            "Check-in yesterday, resting heart rate 50, note “slept badly”",
        ),
    ]);
    let [Record::CheckIn(it)] = &made("mood 2")[..] else {
        panic!("a check-in");
    };
    assert_eq!(it.mood.map(|it| it.scale.id()), Some("five_1_5"));
    assert_eq!(it.at, Some(at("2026-11-24T22:05:00+01:00")));
}

#[test]
fn supplements_are_read_by_any_of_their_names() {
    check(&[
        ("magnesium 400mg 21:30", "Magnesium, 400 mg, today 21:30"),
        ("400 mg magnesium", "Magnesium, 400 mg, today 22:05"),
        ("MG 400", "Magnesium, 400 mg, today 22:05"),
        ("Magnesium", "Magnesium, today 22:05"),
        ("took magnesium", "Magnesium, today 22:05"),
        (
            "cream of tartar 5g",
            "Cream of tartar (new in your list), 5 g, today 22:05",
        ),
        ("omega 3 1g", "Omega-3, 1 g, today 22:05"),
        ("omega-3 2 capsules", "Omega-3, 2 capsules, today 22:05"),
        ("vitamin d 1000 iu 8am", "Vitamin D, 1000 IU, today 08:00"),
        ("yesterday 21:00 magnesium 400", "Magnesium, 400 mg, yesterday 21:00"),
        ("no magnesium", "Magnesium not taken, today 22:05"),
        ("creatine 5g", "Creatine (new in your list), 5 g, today 22:05"),
        (
            "tart cherry juice 30 ml 21:00",
            "Tart cherry juice (new in your list), 30 ml, today 21:00",
        ),
    ]);
    assert_eq!(
        says("magnesium 400mg, omega-3 1g 21:30"),
        ["Magnesium, 400 mg, today 21:30", "Omega-3, 1 g, today 21:30"]
    );
}

#[test]
fn a_new_supplement_joins_the_list_once() {
    let records = made("creatine 5g 8:00 | Creatine 3g 20:00");
    let [Record::Supplement(new), Record::Intake(one), Record::Intake(other)] = &records[..] else {
        panic!("{records:?}");
    };
    assert_eq!(
        (new.name.as_str(), new.default_dose, new.unit.as_str()),
        ("Creatine", Some(5.0), "g")
    );
    assert_eq!((&one.supplement, &other.supplement), (&new.meta.id, &new.meta.id));
    assert_eq!((one.dose, other.dose), (Some(5.0), Some(3.0)));
}

#[test]
fn habits_are_read_by_any_of_their_names() {
    check(&[
        ("foam roll 12m", "Foam rolling, 12 min, today"),
        ("roll 12", "Foam rolling, 12 min, today"),
        ("foam-rolling 12 min 21:00", "Foam rolling, 12 min, today 21:00"),
        ("ice bath 10m 15C", "Ice bath, 10 min, 15 °C, today"),
        ("cold bath 59F 10 min", "Ice bath, 10 min, 15 °C, today"),
        ("10m ice bath 15 °C", "Ice bath, 10 min, 15 °C, today"),
        ("ice bath 10 min at 15 degrees", "Ice bath, 10 min, 15 °C, today"),
        ("bath 20m 38C", "Warm bath, 20 min, 38 °C, today"),
        ("stretching", "Stretching, today"),
        ("compression 3h", "Compression, 3 h, today"),
        ("drink 500ml", "Drinking, 500 ml, today"),
        ("drank 0.5 l", "Drinking, 500 ml, today"),
        ("water 500", "Drinking, 500 ml, today"),
        ("snack", "Snack after the run, today"),
        ("had a snack", "Snack after the run, today"),
        ("no snack", "Snack after the run: no, today"),
        ("cool down 8m", "Cool-down, 8 min, today"),
        ("meditation 10m // calm", "Mindfulness, 10 min, today, note “calm”"),
        ("legs up the wall 10m", "Legs up the wall, 10 min, today"),
        ("heel drops 30 reps", "Heel drops, 30 reps, today"),
        ("30 heel drops", "Heel drops, 30 reps, today"),
    ]);
    assert_eq!(
        says("ice bath 10m 15C stretching 5m, no snack"),
        [
            "Ice bath, 10 min, 15 °C, today",
            "Stretching, 5 min, today",
            "Snack after the run: no, today"
        ]
    );
}

#[test]
fn lines_that_are_pasted_are_parts() {
    assert_eq!(
        says("stretching 5m // calm\nsnack\n\nsleep 7h"),
        [
            "Stretching, 5 min, today, note “calm”",
            "Snack after the run, today",
            "Night that ended today, 7 h asleep",
        ]
    );
}

#[test]
fn a_note_is_that_of_its_part() {
    check(&[
        (
            "10k 54:30 note \"felt light | really\"",
            "Run, 10 km in 54:30, today 21:10 to 22:04, note “felt light | really”",
        ),
        (
            "10k 54:30 note felt light",
            "Run, 10 km in 54:30, today 21:10 to 22:04, note “felt light”",
        ),
        (
            "10k 54:30 note “felt light”",
            "Run, 10 km in 54:30, today 21:10 to 22:04, note “felt light”",
        ),
    ]);
    let noted = says("calf 3, knee 2 // after the hills | quads 1");
    assert!(noted[0].ends_with("note “after the hills”") && noted[1].ends_with("note “after the hills”"));
    assert!(!noted[2].contains("note"), "{noted:?}");
}

#[test]
fn bare_numbers_and_words_follow_the_units_of_the_journal() {
    let mut journal = journal();
    journal.settings.distance = DistanceUnit::Mi;
    journal.settings.temperature = TemperatureUnit::Fahrenheit;
    journal.settings.mass = MassUnit::Lb;
    for (text, preview) in [
        ("run 6.2 54:30", "Run, 6.2 mi in 54:30, today 21:10 to 22:04"),
        ("10k 8:35/mi", "Run, 6.21 mi in 53:20, today 21:11 to 22:04"),
        ("ice bath 10m 15C", "Ice bath, 10 min, 59 °F, today"),
        ("weight 157", "Check-in today, weight 157 lb"),
    ] {
        let reading = read_in(text, &journal, NOW);
        assert_eq!(reading.problems, [], "{text}");
        assert_eq!(reading.entries[0].preview, preview, "{text}");
    }
}

#[test]
fn clock_times_are_those_of_the_zone_also_when_the_clocks_change() {
    let journal = journal();
    let zone = time::zone("Europe/Oslo");
    let context = Context {
        journal: &journal,
        now: at("2026-10-25T09:00:00+01:00"),
        zone: &zone,
    };
    let reading = read("slept 23:00-7:00", &context);
    let Record::Night(night) = &reading.entries[0].records[0] else {
        panic!("a night");
    };
    assert_eq!(night.hours(), Some(9.0));
}

#[test]
fn a_kind_is_the_runs() {
    let [Record::Activity(it)] = &made("easy 10k 54:30")[..] else {
        panic!("a run");
    };
    assert_eq!(it.kind, Some(RunKind::Easy));
}
