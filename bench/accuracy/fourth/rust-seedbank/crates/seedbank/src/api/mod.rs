mod accessions;
mod error;
mod germination;

use std::sync::Arc;

use axum::{
    routing::{any, get, post},
    Json, Router,
};
use seedbank_core::Store;

pub use error::ApiError;

pub type Shared = Arc<dyn Store>;

pub fn router(store: impl Store + 'static) -> Router {
    let shared: Shared = Arc::new(store);
    let v1 = Router::new()
        .nest("/accessions", accessions::routes())
        .merge(germination::routes());
    Router::new()
        .route("/health", get(health))
        .route("/version", get(|| async { Json(seedbank_core::FORMAT) }))
        .route("/hook", any(hook))
        .nest("/v1", v1)
        .with_state(shared)
}

async fn health() -> &'static str {
    "ok"
}

async fn hook(method: axum::http::Method) -> String {
    method.to_string()
}

#[allow(dead_code)]
fn metrics_routes() -> Router<Shared> {
    Router::new().route("/metrics", post(|| async { "" }))
}
