//! The window's screens: they read the model, keep drafts, and say what the runner wants.

pub mod window;
