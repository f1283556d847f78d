use actix_web::{web, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::book::{Account, Kind};

#[derive(Serialize, Deserialize)]
pub struct AccountBody {
    pub name: String,
}

pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::resource("/accounts")
            .route(web::get().to(index))
            .route(web::post().to(create)),
    )
    .route("/accounts/{name}", web::delete().to(close));
}

async fn index() -> HttpResponse {
    HttpResponse::Ok().json(vec![AccountBody { name: "cash".into() }])
}

async fn create(body: web::Json<AccountBody>) -> HttpResponse {
    let account = Account { name: body.name.clone(), kind: Kind::Asset };
    HttpResponse::Created().json(AccountBody { name: account.name })
}

async fn close(_name: web::Path<String>) -> HttpResponse {
    HttpResponse::NotImplemented().finish()
}
