//! Charts by what they say, the numbers in them, and how they are walked.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod charts {
    mod body_walk;
    mod body_words;
    mod findings;
    mod load;
    mod stage;
}
