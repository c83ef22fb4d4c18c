//! What the place says while the journal is empty: what it is for, and what to record first.

use egui::Ui;
use lucide_icons::Icon;

use crate::app::Model;
use crate::app::command::{Command, Commands, Form, FormKind};
use crate::fl;
use crate::ui::widgets;

/// Shows it.
pub fn journal_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let button = fl!("record-night");
    let button = model.can_write().then_some(button.as_str());
    let (title, text) = (fl!("trends-empty-title"), fl!("trends-empty"));
    if widgets::empty_state(ui, Icon::ChartScatter, &title, &text, button) {
        commands.emit(Command::Open(Form::new(FormKind::Night, model.today())));
    }
}
