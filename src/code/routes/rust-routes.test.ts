import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const cases: readonly RegisteredCase[] = [
  {
    name: 'actix-web, of functions, scopes and resources that are served',
    files: {
      'src/main.rs': `use actix_web::{get, post, web, App, HttpResponse, HttpServer, Responder};
mod users;
mod items;

#[get("/hello/{name}")]
async fn hello(name: web::Path<String>) -> impl Responder { HttpResponse::Ok().body("x") }

#[post("/echo")]
async fn echo(body: String) -> impl Responder { todo!() }

#[get("/lost")]
async fn lost() -> impl Responder { "x" }

async fn manual_hello() -> impl Responder { "x" }

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    HttpServer::new(|| {
        App::new()
            .wrap(Logger::default())
            .service(hello)
            .service(echo)
            .route("/hey", web::get().to(manual_hello))
            .service(
                web::scope("/api")
                    .service(items::list)
                    .service(web::resource("/res/{id}").route(web::put().to(put)).route(web::delete().to(users::rm)))
                    .route("/x", web::post().to(|| async { "y" })),
            )
            .service(web::resource("/all").to(all))
            .service(items::scope())
            .configure(users::config)
            .configure(|cfg| { cfg.route("/inline", web::get().to(inline)); })
    })
}
`,
      'src/users.rs': `use actix_web::web;
pub fn config(cfg: &mut web::ServiceConfig) {
    cfg.service(web::scope("/users").route("", web::get().to(list)).service((a, b)));
}
#[get("/a")]
async fn a() {}
#[delete("/b")]
async fn b() {}
`,
      'src/items.rs': `use actix_web::{get, web, Scope};
#[get("/items")]
pub async fn list() -> String { "x".into() }
#[get("/in")]
pub async fn inside() -> String { "x".into() }
pub fn scope() -> Scope { web::scope("/items2").service(inside) }
`,
    },
    routes: [
      'ANY /all',
      'DELETE /api/res/{id}',
      'DELETE /users/b',
      'GET /api/items',
      'GET /hello/{name}',
      'GET /hey',
      'GET /inline',
      'GET /items2/in',
      'GET /users',
      'GET /users/a',
      'POST /api/x',
      'POST /echo',
      'PUT /api/res/{id}',
    ],
  },
  {
    name: 'Rocket, of functions that are mounted',
    files: {
      'src/main.rs': `#[macro_use] extern crate rocket;
mod posts;
#[get("/<name>/<age>?<q>")]
fn hello(name: &str, age: u8, q: bool) -> String { format!("x") }
#[post("/new", format = "json", data = "<x>")]
fn new() -> String { String::new() }
#[get("/lost")]
fn lost() -> &'static str { "x" }
#[launch]
fn rocket() -> _ {
    rocket::build()
        .mount("/hello", routes![hello])
        .mount("/api", routes![new, posts::all])
        .mount("/more", posts::routes())
        .attach(posts::stage())
}
`,
      'src/posts.rs': `use rocket::fairing::AdHoc;
#[get("/all")]
pub fn all() -> String { String::new() }
#[put("/one/<id>")]
pub fn one() -> String { String::new() }
#[delete("/st")]
pub fn st() -> String { String::new() }
pub fn routes() -> Vec<rocket::Route> { routes![one] }
pub fn stage() -> AdHoc {
    AdHoc::on_ignite("x", |rocket| async { rocket.mount("/stage", routes![st]) })
}
`,
    },
    routes: [
      'DELETE /stage/st',
      'GET /api/all',
      'GET /hello/{name}/{age}',
      'POST /api/new',
      'PUT /more/one/{id}',
    ],
  },
  {
    name: 'axum, but for routers that a binding holds and nothing takes from it',
    files: {
      'src/main.rs': `use axum::{routing::get, Router};
async fn main() {
    let _lost = Router::new().route("/lost", get(lost)).layer(trace());
    let typed: Router<State> = Router::new()
        .route("/typed", get(home)); // typed is for later, see https://x.org
    let _outer = Router::new().nest("/outer", inner()).merge(Router::new().route("/own", get(home)));
    let _ = Router::new().route("/none", get(home));
    let _task = Router::new().route("/asked", get(home)).oneshot(request()).await;
    let merged = Router::new().route("/merged", get(home));
    let nested = Router::new().route("/nested", get(home));
    let app = Router::new().route("/home", get(home)).merge(merged).nest("/api", nested);
    let app = app.route("/more", get(home)).merge(returned());
    axum::serve(listener, app).await.unwrap();
}
fn inner() -> Router {
    let router = Router::new().route("/inner", get(home));
    router
}
fn returned() -> Router {
    let mut router = Router::new().route("/returned", get(home));
    if cfg!(debug_assertions) { router = router.route("/debug", get(home)); }
    router
}
fn later() { let typed = 1; }
`,
    },
    routes: [
      'GET /api/nested',
      'GET /asked',
      'GET /debug',
      'GET /home',
      'GET /merged',
      'GET /more',
      'GET /returned',
    ],
  },
  {
    name: 'axum, of filters',
    files: {
      'src/main.rs': `use axum::{routing::{get, on, MethodFilter}, Router};
async fn main() {
    let app = Router::new()
        .route("/one", on(MethodFilter::GET, home))
        .route("/two", on(MethodFilter::GET.or(MethodFilter::POST), home))
        .route("/more", get(home).on(MethodFilter::PUT, users::put).delete(home))
        .route("/old", axum::routing::on(MethodFilter::GET | MethodFilter::DELETE, || async { todo!() }));
    axum::serve(listener, app).await.unwrap();
}
`,
    },
    routes: [
      'DELETE /more',
      'DELETE /old (stub)',
      'GET /more',
      'GET /old (stub)',
      'GET /one',
      'GET /two',
      'POST /two',
      'PUT /more',
    ],
  },
]

describe('the routes that the frameworks of Rust register', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files)).toEqual(routes)
  })
})
