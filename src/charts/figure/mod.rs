//! The body from the front and from behind: one drawing, for the widget that is rated on and for charts.
//!
//! The drawing is data (`assets/body/figure.toml`, read by [`data`]), and so is where a finger lands on it
//! ([`geometry`]). What a part is coloured by is asked for when it is painted ([`mod@paint`]).
//!
//! Seen from the front, the runner's left is at the viewer's right, as when facing somebody.

mod data;
mod geometry;
mod paint;
#[cfg(test)]
mod tests;

pub use data::{FIGURE, Figure, HALF_WIDTH, HEIGHT, Shape, View};
pub use geometry::hatching;
pub use paint::{Stand, paint};
