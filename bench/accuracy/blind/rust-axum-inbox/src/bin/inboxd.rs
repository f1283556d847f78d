use std::sync::Arc;

use inbox::http::{router, AppState};
use inbox::rules::{AcceptAll, Keyword};
use inbox::store::MemoryStore;
use inbox::RuleSet;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let rules = RuleSet::default().with(Keyword::new("refund", "billing")).with(AcceptAll);
    let state = Arc::new(AppState { store: MemoryStore::default(), rules });
    let listener = tokio::net::TcpListener::bind("0.0.0.0:4000").await?;
    axum::serve(listener, router(state)).await
}
