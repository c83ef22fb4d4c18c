//! What people type and read: distances, durations, paces, temperatures, masses.
