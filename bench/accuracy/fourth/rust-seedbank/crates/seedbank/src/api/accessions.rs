use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse,
    routing::{get, put},
    Json, Router,
};
use seedbank_core::{Accession, AccessionId};

use super::{ApiError, Shared};

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/", get(list).post(create))
        .route("/:id", get(show))
        .route("/:id/vault", put(place))
        .route("/:id/history", get(history))
        // .route("/:id", delete(discard))
}

async fn list(State(store): State<Shared>) -> Result<Json<Vec<Accession>>, ApiError> {
    Ok(Json(store.all().await?))
}

async fn create(State(store): State<Shared>, Json(body): Json<Accession>) -> Result<StatusCode, ApiError> {
    store.put(body).await?;
    Ok(StatusCode::CREATED)
}

async fn show(State(store): State<Shared>, Path(id): Path<String>) -> Result<Json<Accession>, ApiError> {
    let id: AccessionId = id.parse().map_err(|_| ApiError::BadId)?;
    Ok(Json(store.get(&id).await?))
}

async fn place() -> impl IntoResponse {
    StatusCode::NOT_IMPLEMENTED
}

async fn history(Path(_id): Path<String>) -> Json<Vec<String>> {
    todo!("history")
}
