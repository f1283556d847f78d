use actix_web::{get, post, web, HttpResponse};
use serde::Deserialize;

use crate::book::{Account, Book, Entry, Kind};
use crate::money::Money;

#[derive(Deserialize)]
pub struct EntryBody {
    from: String,
    to: String,
    cents: i64,
}

#[get("/entries")]
pub async fn list(book: web::Path<String>) -> HttpResponse {
    HttpResponse::Ok().json(vec![format!("opening of {book}")])
}

#[post("/entries")]
pub async fn post(_book: web::Path<String>, body: web::Json<EntryBody>) -> HttpResponse {
    let body = body.into_inner();
    let entry = Entry { from: body.from, to: body.to, amount: Money(body.cents) };
    let mut book = Book::new();
    for name in ["cash", "dues"] {
        book.open(Account { name: name.into(), kind: Kind::Asset });
    }
    match book.post(entry) {
        Ok(()) => HttpResponse::Created().json(book.balance("cash").0),
        Err(e) => HttpResponse::Conflict().body(e.to_string()),
    }
}

#[post("/entries/{id}/reverse")]
pub async fn reverse(_path: web::Path<(String, i64)>) -> HttpResponse {
    todo!()
}
