//! The command line: the same store, import and export as the window, for scripts and for tests.
