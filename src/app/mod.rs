//! Between store and screens: commands in, model out.
//!
//! No widget and no window here. A screen emits a [`Command`], [`App`] applies it, the store thread or a
//! job does the slow part, and what comes back changes the [`Model`] that the screens read in the next
//! frame. The window is woken through a closure, so this part knows nothing of egui and is tested
//! without a pixel.

pub mod command;
pub mod look;
pub mod model;
pub mod notices;

pub use crate::clock::{self, Clock};
pub use command::{Action, Command, Commands, Dose, Form, FormKind, Place, Shortcut, StepAct, Then};
pub use look::{Look, ThemeChoice};
pub use model::Model;
