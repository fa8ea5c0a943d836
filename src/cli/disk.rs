//! The disk: the only place where the program reads files. The engine asks by path, relative to the working folder.

use estiba::compose::source::Lookup;
use estiba::text::path::FilePath;
use std::cell::RefCell;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Files below and beside one folder.
pub struct Disk {
    folder: String,
    // The standard input can be read once.
    stdin: RefCell<Option<Lookup>>,
}

impl Disk {
    /// The disk as seen from the absolute `folder`.
    pub fn new(folder: &str) -> Self {
        Self { folder: folder.to_owned(), stdin: RefCell::new(None) }
    }

    /// What stands at `path`; `-` is the standard input.
    pub fn look_up(&self, path: &FilePath) -> Lookup {
        if path.as_str() == "-" {
            return self.stdin.borrow_mut().get_or_insert_with(read_stdin).clone();
        }
        let place = Path::new(&self.folder).join(path.as_str());
        if place.is_dir() {
            return Lookup::Folder;
        }
        std::fs::read(place).map_or(Lookup::Missing, |bytes| Lookup::File(Arc::from(bytes)))
    }
}

fn read_stdin() -> Lookup {
    let mut bytes = Vec::new();
    match std::io::stdin().read_to_end(&mut bytes) {
        Ok(_) => Lookup::File(Arc::from(bytes)),
        Err(_) => Lookup::Missing,
    }
}
