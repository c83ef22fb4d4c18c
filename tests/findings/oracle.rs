//! The normative reading of the specification, an independent program, on the same exported files.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use afterrun::analysis::findings::{Covariate, Finding, Findings};
use afterrun::domain::Journal;
use afterrun::export::{Days, tables};
use serde_json::Value;

/// What stands for the columns of a model at which the oracle itself stops; see oracle.py beside this file.
const STOPPED: &str = "oracle stopped";

/// What the oracle says of each journal; `None`, with a printed line, where it cannot run here.
pub fn ask(journals: &[(String, Journal)]) -> Option<Vec<Value>> {
    let oracle = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/science");
    let numpy = Command::new("python3").args(["-c", "import numpy, scipy"]).output();
    if !oracle.join("oracle.py").is_file() || !numpy.is_ok_and(|it| it.status.success()) {
        println!("skipped: needs {} and a python3 with numpy and scipy", oracle.display());
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let folders: Vec<PathBuf> = (0..journals.len())
        .map(|it| folder.path().join(it.to_string()))
        .collect();
    for ((_, journal), folder) in journals.iter().zip(&folders) {
        std::fs::create_dir(folder).unwrap();
        for (name, bytes) in tables(journal, Days::ALL) {
            std::fs::write(folder.join(name), bytes).unwrap();
        }
    }
    Some(run(&oracle, &folders))
}

fn run(oracle: &Path, folders: &[PathBuf]) -> Vec<Value> {
    let driver = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings/oracle.py");
    let mut child = Command::new("python3")
        .arg(driver)
        .arg(oracle)
        .env("OPENBLAS_NUM_THREADS", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    for folder in folders {
        writeln!(stdin, "{}", folder.display()).unwrap();
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "the oracle failed");
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().map(|it| serde_json::from_str(it).unwrap()).collect()
}

/// What differs between our findings and the oracle's, a line each.
pub fn differences(name: &str, ours: &Findings, oracle: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let scale = ours.scale.map_or("", |it| it.id());
    if oracle["scale"] != scale {
        wrong.push(format!("{name}: scale {scale} for {}", oracle["scale"]));
    }
    let theirs = oracle["findings"].as_array().unwrap();
    if theirs.len() != ours.all.len() {
        wrong.push(format!("{name}: {} findings for {}", ours.all.len(), theirs.len()));
    }
    // One p that is no number moves all that are raised with it.
    let raised = theirs.iter().all(is_finite);
    for (one, other) in ours.all.iter().zip(theirs) {
        let place = format!("{name} {} {}", one.exposure.id(), one.outcome.id());
        let words = words(one, other).into_iter().filter(|(_, ours, theirs)| ours != theirs);
        wrong.extend(words.map(|(key, ours, theirs)| format!("{place} {key}: {ours} for {theirs}")));
        wrong.extend(columns(&place, one, other));
        if !is_finite(other) {
            println!("{place}: the oracle divides nothing by nothing");
            continue;
        }
        let numbers = numbers(one, other).into_iter();
        let numbers = numbers.filter(|(key, ours, theirs)| !near(*ours, *theirs) && (raised || *key != "p_bh"));
        wrong.extend(numbers.map(|(key, ours, theirs)| format!("{place} {key}: {ours:?} for {theirs:?}")));
    }
    wrong
}

fn is_finite(finding: &Value) -> bool {
    let keys = ["estimate", "lower", "upper", "p", "p_bh"];
    keys.iter().all(|key| !finding[key].is_string())
}

fn words(one: &Finding, other: &Value) -> Vec<(&'static str, Value, Value)> {
    let count = |it: Option<usize>| it.map_or(Value::Null, Value::from);
    let caveats = one.caveats.iter().map(|it| it.id()).collect::<Vec<_>>();
    vec![
        ("exposure", Value::from(one.exposure.id()), other["exposure"].clone()),
        ("outcome", Value::from(one.outcome.id()), other["outcome"].clone()),
        ("status", Value::from(one.status.code()), other["status"].clone()),
        ("n", Value::from(one.n), other["n"].clone()),
        ("n_with", count(one.sides.map(|it| it.with)), other["n_with"].clone()),
        (
            "n_without",
            count(one.sides.map(|it| it.without)),
            other["n_without"].clone(),
        ),
        ("caveats", Value::from(caveats), other["caveats"].clone()),
    ]
}

/// What differs in `adjusted_for` and `dropped`. Which of several columns that make each other superfluous
/// is dropped may be decided by the last bit of a sum, and so by the computer: only how many is compared.
fn columns(place: &str, one: &Finding, other: &Value) -> Option<String> {
    let ids = |of: &[Covariate]| of.iter().map(Covariate::id).collect::<Vec<_>>();
    let list = |of: &Value| -> Vec<String> {
        let list = of.as_array().unwrap().iter();
        list.map(|it| it.as_str().unwrap().to_owned()).collect()
    };
    let (ours, theirs) = (
        [ids(&one.adjusted_for), ids(&one.dropped)],
        [list(&other["adjusted_for"]), list(&other["dropped"])],
    );
    if theirs[1] == [STOPPED] {
        println!("{place}: the oracle itself stops");
        return None;
    }
    let whole = |[used, dropped]: &[Vec<String>; 2]| {
        let mut whole = [used.as_slice(), dropped.as_slice()].concat();
        whole.retain(|it| it != "constant");
        whole.sort();
        whole
    };
    let as_many = ours[1].len() == theirs[1].len() && whole(&ours) == whole(&theirs);
    if as_many && ours != theirs {
        println!("{place}: {:?} dropped for {:?}", ours[1], theirs[1]);
    }
    (!as_many).then(|| format!("{place}: {ours:?} for {theirs:?}"))
}

fn numbers(one: &Finding, other: &Value) -> [(&'static str, Option<f64>, Option<f64>); 6] {
    let effect = one.effect();
    [
        ("estimate", effect.map(|it| it.estimate), other["estimate"].as_f64()),
        ("lower", effect.map(|it| it.lower), other["lower"].as_f64()),
        ("upper", effect.map(|it| it.upper), other["upper"].as_f64()),
        ("p", effect.map(|it| it.p), other["p"].as_f64()),
        ("p_bh", one.p_bh, other["p_bh"].as_f64()),
        ("raw_difference", one.raw.difference, other["raw_difference"].as_f64()),
    ]
}

/// To 1e-6 is asked; that much more is had is what keeps it from being luck.
fn near(ours: Option<f64>, theirs: Option<f64>) -> bool {
    match (ours, theirs) {
        (Some(ours), Some(theirs)) => (ours - theirs).abs() <= 1e-9 * (1.0 + theirs.abs()),
        (ours, theirs) => ours.is_none() && theirs.is_none(),
    }
}

/// Prints a line for whoever reads what a test measured.
pub fn say(line: &str) {
    println!("{line}");
}
