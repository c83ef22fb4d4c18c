//! Rows that cannot be: each is named by its line with the reason, and the rest is imported.

use afterrun::domain::Verdict;

use crate::help::{applied, empty, import_bytes, lines, only};

const ID: &str = "0193a1b2-c3d4-7e5f-8a6b-00000000000";

#[test]
fn bad_rows_of_a_questionnaire_do_not_stop_the_others() {
    let text =
        "effective_time_frame,fatigue,mood,readiness,sleep_duration_h,sleep_quality,soreness,soreness_area,stress
yesterday,2,3,5,6,3,2,[],3
2019-11-02T10:00:01.229Z,2,3,6,6,3,2,[],3
2019-11-03T10:00:01.229Z,2,3
2019-11-04T10:00:01.229Z,9,x,6,60,0,0,[48979004],3
2099-11-04T10:00:01.229Z,2,3,6,6,3,2,[],3
2019-11-05T10:00:01.229Z,0,0,0,0,0,0,[],0
";
    let outcome = import_bytes("w.csv", text.as_bytes(), &empty());
    let report = only(&outcome.report);
    assert_eq!(report.verdict, Verdict::Imported);
    assert_eq!(outcome.report.rejected, 3);
    assert_eq!((report.check_ins, report.nights, report.soreness), (2, 1, 1));
    let mut named = lines(&report.issues);
    named.dedup();
    assert_eq!(named, [Some(2), Some(4), Some(5), Some(6)]);
    assert!(report.issues.iter().all(|it| it.why.len() > 10), "{:?}", report.issues);
    let journal = applied(&empty(), &outcome);
    let kept = &journal.check_ins[1];
    assert_eq!((kept.fatigue, kept.mood), (None, None));
    assert_eq!(kept.readiness.map(|it| it.value), Some(6.0));
}

#[test]
fn bad_sessions_do_not_stop_the_others() {
    let text = "end_date_time,activity_names,perceived_exertion,duration_min
2019-11-05T22:51:54.710Z,\"['individual', 'running']\",7,30
2019-11-06T22:51:54.710Z,\"['individual', 'running']\",11,30
2019-11-07T22:51:54.710Z,\"['individual', 'running']\",7,0
2019-11-08T22:51:54.710Z,\"['individual', 'running']\",0,30
";
    let outcome = import_bytes("s.csv", text.as_bytes(), &empty());
    let report = only(&outcome.report);
    assert_eq!(report.runs, 3);
    assert_eq!(lines(&report.issues), [Some(3), Some(4)]);
    let rpe: Vec<_> = applied(&empty(), &outcome).activities.iter().map(|it| it.rpe).collect();
    assert_eq!(rpe, [Some(7.0), None, None]);
}

#[test]
fn bad_rows_of_an_export_are_refused_as_the_journal_would_refuse_them() {
    let text = format!(
        "id,started_at,day,sport,distance_m,rpe,avg_hr_bpm,load_au,tags,detail
{ID}1,2026-11-24T07:30:00+01:00,2026-11-24,run,10000,5,150,,,
{ID}2,2026-11-24T07:30:00+01:00,2026-11-24,run,-5,5,150,,,
{ID}3,2026-11-24T07:30:00+01:00,2026-11-24,run,1e9,5,150,,,
{ID}4,2026-11-24T07:30:00+01:00,2026-11-24,run,10000,NaN,150,,,
{ID}5,2026-11-24T07:30:00+01:00,2026-11-24,run,10000,11,150,,,
{ID}6,2026-11-24T07:30:00+01:00,2026-11-24,run,10000,5,300,,,
{ID}7,2026-11-24 07:30,2026-11-24,run,10000,5,150,,,
{ID}8,9999-11-24T07:30:00+01:00,2026-11-24,run,10000,5,150,,,
{ID}9,2026-11-24T07:30:00+01:00,2026-11-24,jog,10000,5,150,,,
not-an-id,2026-11-24T07:30:00+01:00,2026-11-24,run,10000,5,150,,,
{ID}a,2026-11-24T07:30:00+01:00,2026-11-24,run,10000,5,150,,{{}},
{ID}b,2026-11-24T07:30:00+01:00,2026-11-24,run,10000,5,150,,,{{
{ID}c,2026-11-24T07:30:00+01:00,2026-11-24,run,10000,5,150,,,
"
    );
    let outcome = import_bytes("activities.csv", text.as_bytes(), &empty());
    let report = only(&outcome.report);
    assert_eq!(report.runs, 2);
    let expected: Vec<_> = (3..=13).map(Some).collect();
    assert_eq!(lines(&report.issues), expected, "{:#?}", report.issues);
    assert_eq!(outcome.report.rejected, 11);
}

#[test]
fn nights_that_cannot_be_are_refused() {
    let text = format!(
        "id,day,bed_at,wake_at,asleep_min,nap,quality
{ID}1,2026-11-24,2026-11-23T23:00:00+01:00,2026-11-24T07:00:00+01:00,480,0,3
{ID}2,2026-11-24,2026-11-24T08:00:00+01:00,2026-11-24T07:00:00+01:00,,0,3
{ID}3,2026-11-24,2026-11-23T23:00:00+01:00,2026-11-24T07:00:00+01:00,481,0,3
{ID}4,2026-11-24,2026-11-20T23:00:00+01:00,2026-11-24T07:00:00+01:00,400,0,3
{ID}5,2026-02-30,,,400,0,3
{ID}6,2026-11-24,,,400,2,3
{ID}7,2026-11-24,,,400,0,2.5
{ID}8,,,,400,0,2
"
    );
    let outcome = import_bytes("sleep.csv", text.as_bytes(), &empty());
    let report = only(&outcome.report);
    assert_eq!(report.nights, 1);
    let expected: Vec<_> = (3..=9).map(Some).collect();
    assert_eq!(lines(&report.issues), expected, "{:#?}", report.issues);
}

#[test]
fn a_checklist_known_by_a_name_alone_never_leaves_its_steps_without_it() {
    let row = |id: &str, step: &str| {
        format!("{ID}{id},{ID}1,twelve_tips,cool_down,{ID}{step},1,2026-11-24T07:30:00+01:00,manual,same-name\n")
    };
    let header = "checklist_id,run_id,protocol,step,step_id,protocol_version,opened_at,source,external_id\n";
    let first = import_bytes("a.csv", format!("{header}{}", row("2", "3")).as_bytes(), &empty());
    let journal = applied(&empty(), &first);
    let second = import_bytes("b.csv", format!("{header}{}", row("4", "5")).as_bytes(), &journal);
    let journal = applied(&journal, &second);
    assert_eq!((journal.checklists.len(), journal.steps.len()), (2, 2));
}

#[test]
fn a_row_that_names_what_is_not_there_is_refused() {
    let text = format!(
        "id,at,day,habit,answer,minutes
{ID}1,,2026-11-24,juggling,yes,5
"
    );
    let outcome = import_bytes("habits.csv", text.as_bytes(), &empty());
    let report = only(&outcome.report);
    assert_eq!(report.verdict, Verdict::Rejected);
    assert_eq!(lines(&report.issues), [Some(2)]);
    assert!(report.issues[0].why.contains("juggling"));
}

#[test]
fn a_checklist_of_ones_own_that_names_a_habit_nobody_has_is_left_out() {
    let steps = |habit: &str| {
        let own =
            format!("{{\"name\":\"Sauna\",\"how\":\"\",\"habit\":\"{habit}\",\"phase\":\"later\",\"opens_min\":0}}");
        format!("[{{\"id\":\"own_sauna\",\"on\":true,\"own\":{own}}}]").replace('"', "\"\"")
    };
    let text = format!(
        "id,steps,source,external_id,file_hash,detail
every_run,\"{}\",manual,,,
long,\"{}\",manual,,,
race,\"[{{}}]\",manual,,,
",
        steps("sauna"),
        steps("foam_rolling"),
    );
    let place = crate::fixture::Place::new();
    let journal = place.open().load().unwrap();
    let outcome = import_bytes("routines.csv", text.as_bytes(), &journal);
    let report = only(&outcome.report);
    assert_eq!(lines(&report.issues), [Some(2), Some(4)]);
    let imported = applied(&journal, &outcome);
    let ids: Vec<_> = imported.routines.iter().map(|it| it.meta.id.as_str()).collect();
    assert_eq!(ids, ["long"]);
}
