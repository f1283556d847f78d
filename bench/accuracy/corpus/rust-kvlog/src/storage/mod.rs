mod compaction;
mod index;
mod segment;

use std::collections::BTreeMap;
use std::path::Path;

pub use compaction::{Compactor, NoCompaction, SizeTiered};
pub(crate) use index::Index;
use segment::Segment;

use crate::codec::{decode, encode, Record};
use crate::Result;

pub trait Backend {
    fn append(&mut self, bytes: &[u8]) -> Result<u64>;

    fn read_all(&self) -> Result<Vec<u8>>;

    /// Backends that keep nothing in memory have nothing to flush.
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

pub struct Store<B: Backend = Segment> {
    backend: B,
    index: Index,
}

impl Store<Segment> {
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let mut store = Store { backend: Segment::open(path.as_ref())?, index: Index::default() };
        store.replay()?;
        Ok(store)
    }
}

impl<B: Backend> Store<B> {
    pub fn get(&self, key: &[u8]) -> Option<&[u8]> {
        self.index.lookup(key)
    }

    pub fn set(&mut self, key: &[u8], value: &[u8]) -> Result<()> {
        self.write(Record { key: key.to_vec(), value: Some(value.to_vec()) })
    }

    pub fn remove(&mut self, key: &[u8]) -> Result<()> {
        self.write(Record { key: key.to_vec(), value: None })
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Vec<u8>, &Vec<u8>)> {
        self.index.entries.iter()
    }

    pub async fn replicate(&self, _peer: &str) -> Result<()> {
        todo!("needs the network crate")
    }

    pub fn watch(&self, _key: &[u8], _f: impl Fn(&[u8])) {}

    fn write(&mut self, record: Record) -> Result<()> {
        let mut bytes = Vec::new();
        encode(&record, &mut bytes)?;
        self.backend.append(&bytes)?;
        self.index.apply(record);
        Ok(())
    }

    fn replay(&mut self) -> Result<()> {
        let bytes = self.backend.read_all()?;
        let mut at = 0;
        while at < bytes.len() {
            let (record, used) = decode(&bytes[at..], at as u64)?;
            self.index.apply(record);
            at += used;
        }
        Ok(())
    }
}

pub type Snapshot = BTreeMap<Vec<u8>, Vec<u8>>;
