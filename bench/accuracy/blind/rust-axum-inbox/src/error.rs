use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use thiserror::Error;

#[derive(Debug, Error)]
pub enum InboxError {
    #[error("letter {0} is unknown")]
    UnknownLetter(uuid::Uuid),
    #[error("rule {name:?} is broken: {reason}")]
    BrokenRule { name: String, reason: String },
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

/// Marks what may be retried.
pub struct Transient;

impl IntoResponse for InboxError {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::UnknownLetter(_) => StatusCode::NOT_FOUND,
            Self::BrokenRule { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        (status, self.to_string()).into_response()
    }
}
