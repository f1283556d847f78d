use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use seedbank_core::StoreError;

#[derive(Debug)]
pub enum ApiError {
    BadId,
    Store(StoreError),
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = match self {
            Self::BadId => StatusCode::BAD_REQUEST,
            Self::Store(StoreError::Unknown(_)) => StatusCode::NOT_FOUND,
            Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        status.into_response()
    }
}
