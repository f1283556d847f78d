use axum::{routing::post, Json, Router};
use seedbank_core::{years_until, Germination, Linear};
use serde::{Deserialize, Serialize};

use super::Shared;

#[derive(Deserialize)]
pub(crate) struct TestBody {
    sown: u32,
    sprouted: u32,
}

#[derive(Serialize)]
pub(crate) struct Forecast {
    years: Option<u32>,
}

pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/germination", post(forecast))
}

async fn forecast(Json(body): Json<TestBody>) -> Json<Forecast> {
    let test = Germination { sown: body.sown, sprouted: body.sprouted };
    Json(Forecast { years: years_until(&Linear(0.01), test, 0.85) })
}
