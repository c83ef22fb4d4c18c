//! What time alone brought about between two instants: told while it is fresh, else missed.

use afterrun::app::reminders::{Gone, Missed, Moment, What, missed, moments, reminder};
use afterrun::domain::health::Health;
use afterrun::domain::protocol::{self, Dose, StepAct, Walk};
use afterrun::domain::{Activity, Batch, Change, Delta, Id, Journal, Meta, Record, RunKind, Settings, Sport, Stamp};

const HOUR: f64 = 60.0;

/// A journal in which a long run ended at half past four in the afternoon, and its checklist was begun a minute
/// later.
struct Walked {
    journal: Journal,
    checklist: Id,
    end: Stamp,
}

impl Walked {
    fn new() -> Self {
        let end = Stamp::parse_rfc3339("2026-11-24T16:30:00+01:00").unwrap();
        let run = Activity {
            elapsed_s: Some(3600.0),
            kind: Some(RunKind::Long),
            ..Activity::new(Meta::manual(Id::fresh(end.ms)), Sport::Run, end.plus_seconds(-3600.0))
        };
        let settings = Settings {
            health: Health::answers([]),
            ..Settings::for_zone("Europe/Oslo")
        };
        let mut walked = Self {
            journal: Journal::of([Record::Activity(run.clone())], settings),
            checklist: Id::fresh(end.ms),
            end,
        };
        let opened = protocol::open(&walked.journal, &run, walked.at(1.0), walked.checklist);
        walked.write(opened);
        walked
    }

    /// So many minutes after the run.
    fn at(&self, minutes: f64) -> Stamp {
        self.end.plus_seconds(minutes * 60.0)
    }

    fn act(&mut self, step: &str, act: &StepAct, minutes: f64) {
        let batch = protocol::act(&self.journal, self.checklist, step, act, self.at(minutes));
        self.write(batch.unwrap());
    }

    fn write(&mut self, batch: Batch) {
        let rows = batch.changes.into_iter().map(|change| match change {
            Change::Put(record) => (record.reference(), Some(*record)),
            other => panic!("{other:?}"),
        });
        self.journal.apply(Delta { rows: rows.collect() });
    }

    /// The seconds of the first muscle that is stretched.
    fn first_part_s(&self) -> f64 {
        let walk = Walk::of(&self.journal, self.checklist, self.at(20.0)).unwrap();
        walk.step("stretching").unwrap().bouts[0].work_s
    }

    fn told(&self, before: f64, now: f64) -> Vec<Moment> {
        moments(&self.journal, self.at(before), self.at(now))
    }

    /// What happened to which step, and how many minutes after the run.
    fn happened(&self, before: f64, now: f64) -> Vec<(What, String, f64)> {
        let told = self.told(before, now).into_iter();
        // To the millisecond.
        told.map(|it| {
            (
                it.what,
                it.step,
                (it.at.seconds_since(self.end) * 1000.0).round() / 60_000.0,
            )
        })
        .collect()
    }

    fn missed(&self, before: f64, now: f64) -> Vec<Missed> {
        missed(&self.journal, self.at(before), self.at(now))
    }

    fn missed_steps(&self, before: f64, now: f64) -> Vec<String> {
        self.missed(before, now).into_iter().map(|it| it.step).collect()
    }
}

#[test]
fn a_step_that_waited_and_can_be_begun_has_opened_once() {
    let walked = Walked::new();
    let opened = (What::Opened, "foam_rolling".to_owned(), 45.0);
    assert_eq!(walked.happened(44.9, 44.99), []);
    for (before, now) in [(44.99, 45.0), (44.0, 50.0)] {
        assert_eq!(walked.happened(before, now), std::slice::from_ref(&opened), "{before}");
    }
    assert_eq!(walked.happened(45.0, 45.01), []);
}

#[test]
fn a_timer_is_up_once_and_neither_a_held_one_nor_an_ended_one_ever_is() {
    let mut walked = Walked::new();
    walked.act("cool_down", &StepAct::Start, 12.0);
    // Eight minutes, and five seconds to get ready.
    let end = 1205.0 / 60.0;
    let up = (What::TimeUp, "cool_down".to_owned(), end);
    assert_eq!(walked.happened(19.0, end - 0.1), []);
    for (before, now) in [(end - 0.1, end + 0.01), (19.0, 22.0)] {
        assert_eq!(walked.happened(before, now), std::slice::from_ref(&up), "{before}");
    }
    assert_eq!(walked.happened(end + 0.01, end + 0.1), []);
    walked.act("cool_down", &StepAct::Pause, 16.5);
    assert_eq!(walked.happened(19.0, 22.0), []);
    walked.act("cool_down", &StepAct::Done(Dose::default()), 17.0);
    assert_eq!(walked.happened(19.0, 22.0), []);
}

#[test]
fn each_part_of_a_step_is_heard_when_it_begins_and_is_no_reminder() {
    let mut walked = Walked::new();
    walked.act("stretching", &StepAct::Start, 15.0);
    let at = |seconds: f64| 15.0 + seconds / 60.0;
    // Five seconds to get ready, then the first muscle, and again.
    for begins in [5.0, 5.0 + walked.first_part_s()] {
        assert_eq!(walked.happened(at(begins - 1.0), at(begins - 0.1)), [], "{begins}");
        let told = walked.told(at(begins - 0.1), at(begins));
        assert_eq!(told.len(), 1, "{begins}");
        assert_eq!((told[0].what, told[0].step.as_str()), (What::PartChanged, "stretching"));
        assert_eq!(reminder(&told), None);
    }
    // Looked at a minute later, nothing rings for the parts in between.
    assert_eq!(walked.happened(at(3.0), at(63.0)), []);
}

#[test]
fn what_somebody_did_is_no_news() {
    let mut walked = Walked::new();
    walked.act("foam_rolling", &StepAct::StartAnyway, 40.0);
    let opened = |it: &(What, String, f64)| it.0 == What::Opened;
    assert!(!walked.happened(39.0, 46.0).iter().any(opened));
    walked.act("foam_rolling", &StepAct::Skip(String::new()), 47.0);
    assert_eq!(walked.happened(39.0, 60.0), []);
}

#[test]
fn what_was_before_the_checklist_was_begun_is_no_news() {
    let walked = Walked::new();
    let hour_before = walked.happened(-HOUR, 1.5);
    assert_eq!(hour_before, []);
}

#[test]
fn what_happens_at_the_same_time_is_one_reminder() {
    let mut walked = Walked::new();
    walked.act("cool_down", &StepAct::Start, 2.0);
    let told = walked.told(9.0, 10.5);
    assert_eq!(told.len(), 2, "{told:?}");
    let it = reminder(&told).unwrap();
    assert_eq!(it.title, "Cool down: time is up");
    assert_eq!(it.body, "Stretch: can begin now");
    assert_eq!(it.sentence(), "Cool down: time is up. Stretch: can begin now");
}

#[test]
fn steps_that_open_together_are_named_in_one_line() {
    let walked = Walked::new();
    let opened = walked.told(44.0, 45.0)[0].clone();
    let cold = Moment {
        name: "Cold water".to_owned(),
        ..opened.clone()
    };
    let it = reminder(&[opened, cold]).unwrap();
    assert_eq!(
        (it.title.as_str(), it.body.as_str()),
        ("Can begin now: Foam roll, Cold water", "")
    );
    assert_eq!(it.sentence(), it.title);
}

#[test]
fn a_reminder_of_one_step_says_how_or_what_is_next() {
    let mut walked = Walked::new();
    let opened = reminder(&walked.told(44.0, 45.0)).unwrap();
    assert_eq!(opened.title, "Foam roll: can begin now");
    assert!(opened.body.starts_with("Slow passes"), "{}", opened.body);
    walked.act("cool_down", &StepAct::Start, 50.0);
    let up = reminder(&walked.told(57.5, 58.5)).unwrap();
    assert_eq!(
        (up.title.as_str(), up.body.as_str()),
        ("Cool down: time is up", "Next: Drink")
    );
    assert_eq!(reminder(&[]), None);
}

#[test]
fn after_a_quarter_of_an_hour_it_is_too_late_to_be_told() {
    let walked = Walked::new();
    assert_eq!(walked.happened(44.0, 60.0).len(), 1);
    assert_eq!(walked.happened(44.0, 60.01), []);
}

#[test]
fn a_step_whose_time_went_by_is_missed_and_one_that_is_still_open_is_not() {
    let walked = Walked::new();
    // Cool down and eat a snack are over, stretch and the rest may still be done.
    assert_eq!(walked.missed_steps(2.0, 80.0), ["cool_down", "stretching", "snack"]);
    let cool_down = &walked.missed(2.0, 80.0)[0];
    assert_eq!(cool_down.what, Gone::Window(walked.at(0.0), walked.at(30.0)));
    assert_eq!(cool_down.likely, walked.at(2.0));
    assert_eq!(walked.missed_steps(31.0, 80.0), ["stretching", "snack"]);
    assert_eq!(walked.missed_steps(61.0, 80.0), [""; 0]);
}

#[test]
fn a_step_that_just_became_late_is_not_missed() {
    let walked = Walked::new();
    assert_eq!(walked.missed_steps(2.0, 44.9), [""; 0]);
    assert_eq!(walked.missed_steps(2.0, 45.0), ["cool_down"]);
}

#[test]
fn a_timer_that_ran_out_long_ago_is_missed_with_its_minutes_and_its_start() {
    let mut walked = Walked::new();
    walked.act("cool_down", &StepAct::Start, 2.0);
    assert_eq!(walked.missed(3.0, 26.0).len(), 1);
    let missed = &walked.missed(3.0, 26.0)[0];
    let end = walked.at(2.0).plus_seconds(485.0);
    assert_eq!(missed.what, Gone::Timer(end, 8));
    assert_eq!(missed.likely, walked.at(2.0));
    assert_eq!(walked.missed_steps(11.0, 26.0), [""; 0]);
}

#[test]
fn what_was_done_or_skipped_is_not_missed_nor_is_what_is_held() {
    let mut walked = Walked::new();
    walked.act("cool_down", &StepAct::Done(Dose::default()), 5.0);
    walked.act("snack", &StepAct::Skip(String::new()), 6.0);
    walked.act("stretching", &StepAct::Start, 7.0);
    walked.act("stretching", &StepAct::Pause, 8.0);
    assert_eq!(walked.missed_steps(9.0, 80.0), [""; 0]);
}

#[test]
fn a_step_that_is_closed_or_left_to_ones_liking_neither_reminds_nor_is_missed() {
    let mut walked = Walked::new();
    walked.journal.settings.health = Health::default();
    assert_eq!(
        walked.happened(44.0, 46.0),
        [],
        "rolling is closed until the questions are answered"
    );
    walked.journal.settings.health = Health::answers([]);
    walked.journal.activities[0].kind = Some(RunKind::Easy);
    assert_eq!(
        walked.happened(44.0, 46.0),
        [],
        "after an easy run rolling is as one likes"
    );
    assert_eq!(walked.missed_steps(2.0, 700.0), ["cool_down", "hydration"]);
}

#[test]
fn the_night_is_asked_for_in_the_morning_and_is_not_missed() {
    let walked = Walked::new();
    let missed = walked.missed_steps(2.0, 1300.0);
    assert!(
        missed.contains(&"mindfulness".to_owned()) && !missed.contains(&"sleep".to_owned()),
        "{missed:?}"
    );
}

#[test]
fn a_checklist_that_is_put_away_or_four_days_old_says_nothing() {
    let mut walked = Walked::new();
    let days = 4.0 * 24.0 * HOUR;
    assert!(!walked.missed(2.0, days).is_empty());
    assert_eq!(walked.missed(2.0, days + 2.0), []);
    let close = protocol::close(&walked.journal.checklists[0], walked.at(3.0));
    walked.write(close);
    assert_eq!(walked.happened(44.0, 46.0), []);
    assert_eq!(walked.missed(2.0, 80.0), []);
}
