//! Rebuilds where a text file changed.

fn main() {
    println!("cargo::rerun-if-changed=assets/locales");
}
