//! Where the keyboard lands when what had it is gone: at the content, not before the rail.
//!
//! A place that comes up, a form that closes, a step that ends: the widget with the keyboard disappears,
//! and Tab would begin at the first button of the window again. A landing takes the keyboard instead,
//! says its name aloud and shows nothing; Tab goes on to what follows it. Who uses the mouse is left
//! alone.

use egui::{Event, EventFilter, Id, Rect, Role, Sense, Ui, WidgetInfo, vec2};

/// Sends the keyboard to the landing where nothing has it. Before all widgets of a frame, or a Tab in that
/// frame goes to the first of them.
pub fn seek_landing(ui: &Ui) {
    let id = id();
    if by_keyboard(ui, id) && ui.memory(|memory| memory.focused().is_none()) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// A landing called `name`. It stands before the content that Tab is to reach first.
pub fn landing(ui: &Ui, name: &str) {
    let id = id();
    if ui.memory(|memory| memory.has_focus(id)) {
        let spot = Rect::from_min_size(ui.cursor().min, vec2(1.0, 1.0));
        let response = ui.interact(spot, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    }
}

/// Whether the keyboard is at the landing, or nowhere, so that no control is about to take a key. The
/// arrows to the left and right then belong to the content, and move nothing by themselves.
pub fn keys_are_free(ui: &Ui) -> bool {
    let id = id();
    let filter = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| {
        memory.set_focus_lock_filter(id, filter);
        memory.focused().is_none_or(|it| it == id)
    })
}

fn id() -> Id {
    Id::unique("landing")
}

/// Whether the last thing pressed was a key, and not the pointer. Remembered under `id`.
fn by_keyboard(ui: &Ui, id: Id) -> bool {
    let (key, pointer) = ui.input(|input| {
        let mut events = input.events.iter();
        let key = events.any(|it| matches!(it, Event::Key { pressed: true, .. }));
        (key, input.pointer.any_pressed())
    });
    ui.data_mut(|data| {
        let last = data.get_temp_mut_or_default::<bool>(id);
        *last = (*last || key) && !pointer;
        *last
    })
}
