//! A shared inbox: letters come in, rules sort them, people answer.
//!
//! ```
//! fn sort_by_weight(letters: &mut [inbox::Letter]) {
//!     letters.sort_by_key(|l| l.weight);
//! }
//! ```

pub mod error;
pub mod http;
pub mod letter;
pub mod rules;
pub mod store;

mod text;

pub use error::InboxError;
pub use letter::{Letter, LetterBuilder, Status as LetterStatus};
pub use rules::{Rule, RuleSet};
