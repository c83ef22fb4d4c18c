//! What egui lacks, in the look of the program.
//!
//! Each widget is size, allocate, interact, paint. Each has a name for assistive technology, can be
//! reached and pressed by keyboard, and shows where the keyboard is.

mod body_figure;
mod button;
mod card;
mod chip;
mod choose;
mod day_picker;
mod empty;
mod estimate_line;
mod field;
mod fold;
mod have_need;
mod icon;
mod landing;
mod layout;
mod one_stop;
mod rows;
mod score_row;
mod segmented;
mod switch;
mod tabs;
mod tick;
mod timer_ring;
mod zone_list;

pub use body_figure::{BodyChange, BodyFigure, BodyState, Views};
pub use button::Button;
pub use card::{card, titled_card};
pub use chip::chip;
pub use choose::{choose, choose_grouped, choose_shown};
pub use day_picker::{Calendar, day_picker, day_popup};
pub use empty::empty_state;
pub use estimate_line::EstimateLine;
pub use field::{Field, field_note};
pub use fold::fold;
pub use have_need::have_need;
pub use icon::{icon, icon_label, paint_icon};
pub use landing::{keys_are_free, landing, seek_landing};
pub use layout::{PAGE_TOP, columns, heading, is_wide, keep_centred, name_scroll_bar, page, page_at, page_side, row};
pub use one_stop::{one_stop, one_stop_down, stop_sense};
pub use rows::{Tops, row_rect, row_surface, rows, rows_keeping};
pub use score_row::{ScoreRow, score_pill};
pub use segmented::{labelled as labelled_choice, optional as segmented_optional, segmented, width as segmented_width};
pub use switch::switch;
pub use tabs::tabs;
pub use tick::tick;
pub use timer_ring::{RingLook, TimerRing};
pub use zone_list::{ZoneList, zone_list};
