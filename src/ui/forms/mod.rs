//! Forms: recording and changing each kind of record.

pub mod morning;

use egui::Ui;

use crate::app::Model;
use crate::app::command::Commands;

/// What is typed into the open form.
#[derive(Default)]
pub struct FormsState {}

/// Shows the open form, if one is.
pub fn form_ui(_ui: &mut Ui, _model: &Model, _state: &mut FormsState, _commands: &mut Commands) {}
