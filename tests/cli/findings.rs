//! `findings`: the words of the window, and JSON that another program can check.

use afterrun::domain::Record;
use serde_json::Value;

use super::desk::Desk;
use super::fixture::{night, one_of_each, run};

fn json(desk: &Desk) -> Value {
    serde_json::from_str(&desk.say(&["findings", "--json"])).unwrap()
}

fn sample() -> Desk {
    let desk = Desk::new();
    let journal = desk.journal();
    let out = journal.to_str().unwrap();
    desk.say(&["demo", "--out", out, "--until", "2026-11-25", "--years", "1"]);
    desk
}

#[test]
fn json_has_the_keys_of_the_specification_first() {
    let said = sample().say(&["findings", "--json"]);
    let keys = [
        "exposure",
        "outcome",
        "status",
        "n",
        "n_with",
        "n_without",
        "estimate",
        "lower",
        "upper",
        "p",
        "p_bh",
        "raw_difference",
        "adjusted_for",
        "dropped",
        "caveats",
        "sentence",
    ];
    let mut rest = said.as_str();
    for key in keys {
        let key = format!("\"{key}\": ");
        let at = rest.find(&key).unwrap_or_else(|| panic!("{key}"));
        rest = &rest[at + key.len()..];
    }
    assert!(
        said.starts_with("{\n  \"scale\": \"nrs_0_10\",\n  \"findings\": ["),
        "{}",
        &said[..80]
    );
}

#[test]
fn each_column_of_an_answer_has_two_findings_and_sleep_has_its_own() {
    let desk = sample();
    desk.say(&["export", "out"]);
    let csv = std::fs::read_to_string(desk.path("out").join("daily.csv")).unwrap();
    let columns = csv.lines().next().unwrap().split(',');
    let mut expected: Vec<_> = columns
        .filter(|it| it.starts_with("habit_") || it.starts_with("took_"))
        .flat_map(|it| [format!("{it} next_morning"), format!("{it} next_two_mornings")])
        .collect();
    expected.extend(["sleep_hours same_morning", "short_night same_morning"].map(String::from));
    let told = json(&desk);
    let found: Vec<_> = told["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            format!(
                "{} {}",
                it["exposure"].as_str().unwrap(),
                it["outcome"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_there_is_not_is_null_and_ranks_count_from_the_clearest() {
    let told = json(&sample());
    let findings = told["findings"].as_array().unwrap();
    let mut ranks: Vec<_> = findings.iter().map(|it| it["rank"].as_u64().unwrap()).collect();
    ranks.sort_unstable();
    assert_eq!(ranks, (1..=findings.len() as u64).collect::<Vec<_>>());
    let first = findings.iter().find(|it| it["rank"] == 1).unwrap();
    assert_eq!(first["level"], "clear", "{first}");
    let without = findings.iter().filter(|it| it["status"] != "estimated");
    for it in without {
        for key in ["estimate", "lower", "upper", "p", "p_bh", "vif", "se_hc3"] {
            assert_eq!(it[key], Value::Null, "{key} of {it}");
        }
        assert!(!it["sentence"].as_str().unwrap().is_empty());
    }
}

#[test]
fn the_report_has_the_sentences_of_the_json_and_ends_with_the_reminder() {
    let desk = sample();
    let said = desk.say(&["findings"]);
    for finding in json(&desk)["findings"].as_array().unwrap() {
        assert!(said.contains(finding["sentence"].as_str().unwrap()), "{finding}");
    }
    let last = "This is a pattern in your log, not proof of cause. To find out, run an experiment.\n";
    assert!(said.ends_with(last), "{said}");
    assert!(
        said.starts_with("Soreness is told in points (0 none to 10 worst)"),
        "{said}"
    );
}

#[test]
fn details_add_the_plain_averages_and_the_minutes() {
    let desk = sample();
    let told: Value = serde_json::from_str(&desk.say(&["findings", "--json", "--details"])).unwrap();
    let findings = told["findings"].as_array().unwrap();
    let about = |exposure: &str| findings.iter().find(|it| it["exposure"] == exposure).unwrap();
    let rolling = &about("habit_foam_rolling")["raw"];
    let number = |key: &str| rolling[key].as_f64().unwrap();
    assert_eq!((number("draws"), number("skipped")), (1999.0, 0.0));
    assert!(number("lower") < number("difference") && number("difference") < number("upper"));
    let apart = rolling["with"]["mean"].as_f64().unwrap() - rolling["without"]["mean"].as_f64().unwrap();
    assert!((apart - about("habit_foam_rolling")["raw_difference"].as_f64().unwrap()).abs() < 1e-9);
    assert_eq!(about("sleep_hours")["raw"], Value::Null);
    let dosed: Vec<_> = findings.iter().filter(|it| it["dose"] != Value::Null).collect();
    assert!(!dosed.is_empty() && dosed.iter().all(|it| it["outcome"] == "next_morning"));
    assert_eq!(desk.run(&["findings", "--details"]).status, 2);
}

#[test]
fn twice_is_the_same_to_the_byte() {
    let desk = sample();
    assert_eq!(desk.say(&["findings", "--json"]), desk.say(&["findings", "--json"]));
}

#[test]
fn a_journal_with_hardly_anything_in_it_is_refused_finding_by_finding() {
    let nights = vec![Record::Night(night(1))];
    let runs = (1..=50).map(|n| Record::Activity(run(n))).collect();
    for records in [Vec::new(), nights, runs, one_of_each(1)] {
        let desk = Desk::with([records]);
        let told = json(&desk);
        for it in told["findings"].as_array().unwrap() {
            assert_eq!(
                (&it["status"], &it["n"]),
                (&Value::from("too_few"), &Value::from(0)),
                "{it}"
            );
        }
        let said = desk.say(&["findings"]);
        assert!(
            said.contains("say anything about each hour of sleep: about 40 more logged mornings"),
            "{said}"
        );
        assert!(said.contains("Not answered yet: Active recovery, "), "{said}");
    }
}

#[test]
fn without_a_journal_there_is_nothing_to_find() {
    let desk = Desk::new();
    desk.fail(&["findings"]);
    assert!(!desk.journal().exists());
}
