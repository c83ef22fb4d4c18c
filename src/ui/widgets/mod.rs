//! What egui lacks, in the look of the program.
//!
//! Each widget is size, allocate, interact, paint. Each has a name for assistive technology, can be
//! reached and pressed by keyboard, and shows where the keyboard is.

mod button;
mod chip;
mod empty;
mod field;
mod icon;
mod layout;
mod score_row;
mod segmented;
mod timer_ring;

pub use button::Button;
pub use chip::chip;
pub use empty::empty_state;
pub use field::{Field, field_note};
pub use icon::{icon, icon_label, paint_icon};
pub use layout::{columns, is_wide, page, row};
pub use score_row::{ScoreRow, score_pill};
pub use segmented::{optional as segmented_optional, segmented};
pub use timer_ring::timer_ring;
