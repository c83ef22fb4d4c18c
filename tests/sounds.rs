//! The chimes are what their maker makes, and short and soft enough.

use std::path::Path;

#[expect(dead_code, reason = "its main writes the files, which are only read here")]
#[path = "../examples/chimes.rs"]
mod chimes;

const HEADER: usize = 44;

fn samples(wav: &[u8]) -> Vec<i16> {
    let pairs = wav[HEADER..].chunks_exact(2);
    pairs.map(|it| i16::from_le_bytes([it[0], it[1]])).collect()
}

#[test]
fn the_chimes_are_as_the_example_makes_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sounds");
    for (name, made) in chimes::files() {
        let file = std::fs::read(folder.join(&name)).unwrap();
        assert_eq!(file[..HEADER], made[..HEADER], "{name}");
        let pairs = samples(&file).into_iter().zip(samples(&made));
        // Another system's sine may differ in the last bit.
        let apart = pairs.map(|(a, b)| a.abs_diff(b)).max().unwrap();
        assert!(apart <= 1, "{name}: {apart}");
        assert_eq!(file.len(), made.len(), "{name}");
    }
}

#[test]
fn a_chime_is_short_and_soft_and_begins_and_ends_in_silence() {
    for (name, made) in chimes::files() {
        let samples = samples(&made);
        assert!(samples.len() < 22_050 * 3 / 2, "{name}");
        assert!(samples.iter().all(|it| it.unsigned_abs() < 16_384), "{name}");
        assert!(samples.first().unwrap().unsigned_abs() < 50 && samples.last().unwrap().unsigned_abs() < 50);
    }
}
