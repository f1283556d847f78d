use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use async_trait::async_trait;

use crate::accession::{Accession, AccessionId};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("no accession {0:?}")]
    Unknown(AccessionId),
    #[error("the store is poisoned")]
    Poisoned,
    #[error("{0}")]
    Unsupported(&'static str),
}

pub type Result<T, E = StoreError> = std::result::Result<T, E>;

#[async_trait]
pub trait Store: Send + Sync {
    async fn get(&self, id: &AccessionId) -> Result<Accession>;
    async fn put(&self, accession: Accession) -> Result<()>;
    async fn all(&self) -> Result<Vec<Accession>>;

    /// Called before the process ends. Stores that hold no buffer have nothing to do.
    async fn flush(&self) -> Result<()> {
        Ok(())
    }
}

#[derive(Default, Clone)]
pub struct MemoryStore {
    inner: Arc<RwLock<BTreeMap<AccessionId, Accession>>>,
}

#[async_trait]
impl Store for MemoryStore {
    async fn get(&self, id: &AccessionId) -> Result<Accession> {
        let map = self.inner.read().map_err(|_| StoreError::Poisoned)?;
        map.get(id).cloned().ok_or_else(|| StoreError::Unknown(id.clone()))
    }

    async fn put(&self, accession: Accession) -> Result<()> {
        let mut map = self.inner.write().map_err(|_| StoreError::Poisoned)?;
        map.insert(accession.id.clone(), accession);
        Ok(())
    }

    async fn all(&self) -> Result<Vec<Accession>> {
        let map = self.inner.read().map_err(|_| StoreError::Poisoned)?;
        Ok(map.values().cloned().collect())
    }
}

pub struct FileStore {
    pub root: std::path::PathBuf,
}

impl FileStore {
    pub fn open(root: impl Into<std::path::PathBuf>) -> std::io::Result<Self> {
        let root = root.into();
        std::fs::create_dir_all(&root)?;
        Ok(Self { root })
    }

    pub fn compact(&self) -> Result<usize> {
        unimplemented!()
    }

    pub fn verify(&self) -> Result<()> {
        Err(StoreError::Unsupported("verify is not implemented"))
    }
}

/// Counts what goes in, and hands everything on.
pub struct Counting<S> {
    store: S,
    puts: std::sync::atomic::AtomicUsize,
}

impl<S: Store> Counting<S> {
    pub const fn around(store: S) -> Self {
        Self { store, puts: std::sync::atomic::AtomicUsize::new(0) }
    }

    pub async fn put_counted(&self, accession: Accession) -> Result<usize> {
        self.store.put(accession).await?;
        Ok(self.puts.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1)
    }
}
