use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{any, delete, get, post};
use axum::{Json, Router};
use serde::Deserialize;
use uuid::Uuid;

use crate::error::InboxError;
use crate::letter::Letter;
use crate::rules::RuleSet;
use crate::store::{MemoryStore, Store};

mod stream;

pub struct AppState {
    pub store: MemoryStore,
    pub rules: RuleSet,
}

type Shared = State<Arc<AppState>>;

#[derive(Deserialize)]
struct Incoming {
    sender: String,
    subject: String,
    body: String,
}

pub fn router(state: Arc<AppState>) -> Router {
    Router::new()
        .route("/up", get(|| async { "up" }))
        .nest("/api", letters().merge(assignments()))
        .route("/hooks/mail", post(receive))
        // .route("/hooks/sms", post(receive_sms))
        .fallback(any(not_here))
        .with_state(state)
}

fn letters() -> Router<Arc<AppState>> {
    Router::new()
        .route("/letters", get(list).post(receive))
        .route("/letters/:id", get(show).patch(update))
        .route("/letters/:id/redact", post(redact))
}

fn assignments() -> Router<Arc<AppState>> {
    Router::new().route("/letters/:id/assignee", delete(unassign).put(assign))
}

#[allow(dead_code)]
fn admin() -> Router<Arc<AppState>> {
    Router::new().route("/admin/rules", get(|| async { Json(Vec::<String>::new()) }))
}

async fn list(State(state): Shared) -> Result<Json<Vec<Letter>>, InboxError> {
    Ok(Json(state.store.open().await?))
}

async fn receive(State(state): Shared, Json(mail): Json<Incoming>) -> Result<StatusCode, InboxError> {
    let mut letter = Letter::builder(mail.sender).subject(mail.subject).body(mail.body).build();
    state.rules.apply(&mut letter);
    state.store.save(letter).await?;
    Ok(StatusCode::ACCEPTED)
}

async fn show(State(state): Shared, Path(id): Path<Uuid>) -> Result<Json<Letter>, InboxError> {
    state.store.find(id).await.map(Json)
}

async fn update() -> StatusCode {
    StatusCode::NOT_IMPLEMENTED
}

async fn redact(State(_state): Shared, Path(_id): Path<Uuid>) -> Result<StatusCode, InboxError> {
    todo!()
}

async fn assign(
    State(state): Shared,
    Path(id): Path<Uuid>,
    who: String,
) -> Result<StatusCode, InboxError> {
    let mut letter = state.store.find(id).await?;
    letter.assign(&who);
    state.store.save(letter).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn unassign(State(state): Shared, Path(id): Path<Uuid>) -> Result<StatusCode, InboxError> {
    let mut letter = state.store.find(id).await?;
    letter.assignee = None;
    state.store.save(letter).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn not_here() -> (StatusCode, &'static str) {
    (StatusCode::NOT_FOUND, "nothing here")
}
