//! The charts of the body, of habits and of supplements: their words and numbers, and how they are walked.

mod charts_body {
    mod stage;
    mod walk;
    mod words;
}
