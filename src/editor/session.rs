//! The session: what a browser keeps between two visits. Versioned, and read tolerantly, because an older page may have
//! written it.

use crate::editor::action::Effect;
use crate::editor::editor::Editor;

impl Editor {
    /// The session as a text to store.
    pub fn session(&self) -> String {
        String::new()
    }

    /// Takes a stored session up again; one that cannot be read leaves everything as it is and says so.
    pub fn restore(&mut self, session: &str) -> Vec<Effect> {
        let _ = session;
        Vec::new()
    }
}
