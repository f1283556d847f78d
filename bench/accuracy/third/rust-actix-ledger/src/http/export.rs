use actix_web::{get, HttpResponse};

// The treasurer's sheet. Not registered until the columns are settled.
#[get("/export.csv")]
pub async fn export_csv() -> HttpResponse {
    HttpResponse::Ok().content_type("text/csv").body("date,amount\n")
}
