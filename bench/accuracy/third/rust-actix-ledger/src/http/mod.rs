use actix_web::{web, App, HttpResponse, HttpServer};

mod accounts;
mod entries;
mod export;

pub async fn run(port: u16) -> std::io::Result<()> {
    HttpServer::new(|| {
        App::new()
            .service(health)
            .service(
                web::scope("/api")
                    .configure(accounts::routes)
                    .service(
                        web::scope("/books/{book}")
                            .service(entries::list)
                            .service(entries::post)
                            .service(entries::reverse),
                    ),
            )
            .route("/version", web::get().to(version))
    })
    .bind(("127.0.0.1", port))?
    .run()
    .await
}

#[actix_web::get("/health")]
async fn health() -> HttpResponse {
    HttpResponse::NoContent().finish()
}

async fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
