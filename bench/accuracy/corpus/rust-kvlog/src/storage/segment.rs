use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::Backend;
use crate::Result;

pub struct Segment {
    path: PathBuf,
    file: File,
    length: u64,
}

impl Segment {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        let length = file.metadata()?.len();
        Ok(Segment { path: path.to_owned(), file, length })
    }
}

impl Backend for Segment {
    fn append(&mut self, bytes: &[u8]) -> Result<u64> {
        self.file.write_all(bytes)?;
        let at = self.length;
        self.length += bytes.len() as u64;
        Ok(at)
    }

    fn read_all(&self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(&self.path)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

impl Drop for Segment {
    fn drop(&mut self) {
        let _ = self.file.flush();
    }
}
