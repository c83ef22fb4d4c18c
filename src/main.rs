//! The thin program over the library.

fn main() {}
