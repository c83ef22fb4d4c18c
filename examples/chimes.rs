//! Makes the chimes of `assets/sounds`: `cargo run --example chimes`.
//!
//! A chime is a few notes of a soft bell: a sine and two faint ones above it, which fade the faster the
//! higher they are. Nothing in it is random, so that the same program always writes the same files; a test
//! compares them.

use std::f64::consts::TAU;
use std::path::Path;

const RATE: u32 = 22_050;
/// Well under the loudest there is.
const LOUDNESS: f64 = 0.3;
/// A note swells for so long, seconds, so that it does not click.
const SWELL: f64 = 0.008;
/// And the whole fades out in so long.
const FADE: f64 = 0.08;

/// A note: when it begins (s), its pitch (Hz), how loud it is.
type Note = (f64, f64, f64);

/// A chime: its name, its length (s), its notes.
type Chime = (&'static str, f64, &'static [Note]);

const CHIMES: [Chime; 3] = [
    // A fourth up: something begins.
    ("ready", 0.9, &[(0.0, 783.99, 0.8), (0.16, 1046.5, 1.0)]),
    // One note, for what goes on.
    ("change", 0.45, &[(0.0, 880.0, 0.8)]),
    // A chord coming down: something is over.
    (
        "time_up",
        1.3,
        &[(0.0, 1046.5, 0.8), (0.2, 880.0, 0.8), (0.4, 698.46, 1.0)],
    ),
];

/// How loud a partial is, how many times as high, and in how many seconds it falls to a third.
const PARTIALS: [(f64, f64, f64); 3] = [(1.0, 1.0, 0.22), (0.22, 2.0, 0.11), (0.08, 3.01, 0.05)];

/// The files: their names and what is in them.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let chimes = CHIMES.iter();
    chimes
        .map(|(name, length, notes)| (format!("{name}.wav"), wav(&samples(*length, notes))))
        .collect()
}

fn samples(length: f64, notes: &[Note]) -> Vec<i16> {
    let count = (length * f64::from(RATE)) as u32;
    let at = |n: u32| {
        let t = f64::from(n) / f64::from(RATE);
        let sum: f64 = notes.iter().map(|note| sound(t, *note)).sum();
        let faded = sum * ((length - t) / FADE).min(1.0);
        (faded * LOUDNESS * f64::from(i16::MAX)).round() as i16
    };
    (0..count).map(at).collect()
}

fn sound(t: f64, (begins, pitch, loudness): Note) -> f64 {
    let t = t - begins;
    if t < 0.0 {
        return 0.0;
    }
    let partial = |(share, times, falls): (f64, f64, f64)| share * (TAU * pitch * times * t).sin() * (-t / falls).exp();
    let swell = (t / SWELL).min(1.0);
    loudness * swell * PARTIALS.into_iter().map(partial).sum::<f64>()
}

/// Uncompressed, one channel of 16 bits.
fn wav(samples: &[i16]) -> Vec<u8> {
    let data: Vec<u8> = samples.iter().flat_map(|it| it.to_le_bytes()).collect();
    let size = data.len() as u32;
    let mut file = Vec::new();
    file.extend(b"RIFF");
    file.extend((36 + size).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    file.extend(1_u16.to_le_bytes());
    file.extend(1_u16.to_le_bytes());
    file.extend(RATE.to_le_bytes());
    file.extend((RATE * 2).to_le_bytes());
    file.extend(2_u16.to_le_bytes());
    file.extend(16_u16.to_le_bytes());
    file.extend(b"data");
    file.extend(size.to_le_bytes());
    file.extend(data);
    file
}

/// Writes them.
pub fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sounds");
    for (name, bytes) in files() {
        std::fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}
