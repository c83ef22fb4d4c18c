//! Protocols: the steps after a run, as data, and what state a walk through them is in.
