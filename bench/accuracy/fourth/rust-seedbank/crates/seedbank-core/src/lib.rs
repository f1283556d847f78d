//! Accessions, their germination tests and where they are kept.

pub mod accession;
pub mod query;
pub mod store;
pub mod viability;
mod label;
#[macro_use]
mod macros;

pub use accession::{Accession, AccessionId, Taxon};
pub use label::render_label as label_for;
pub use store::{MemoryStore, Store, StoreError};
pub use viability::*;

/// The version of the file format.
pub const FORMAT: u32 = 3;
