import { describe, expect, it } from 'vitest'
import { type RouteCase, routesOf } from '../../../../test/routes.ts'

const registered: readonly RouteCase[] = [
  {
    name: 'axum',
    path: 'src/http.rs',
    text: `use axum::routing::get;
use axum::{routing, Router};
use crate::shelves;

pub fn app(state: Db) -> Router {
    let books = Router::new()
        .route("/", get(list).post(add))
        .route("/{isbn}", routing::delete(books::remove::<Db>));
    Router::new()
        .route("/up", get(|| async { "up" }))
        // .route("/down", get(down))
        .nest("/books", books)
        .nest("/shelves", shelves::router())
        .nest("/v2", Router::new().route("/status", get(status)))
        .merge(admin())
        .with_state(state)
}

fn admin() -> Router<Db> {
    Router::<Db>::new().route("/admin", get(show).put(change))
}
`,
    routes: [
      'GET /books list 7',
      'POST /books add 7',
      'DELETE /books/{isbn} books.remove 8',
      'GET /up 10',
      'USE /shelves shelves::router() 13',
      'GET /v2/status status 14',
      'USE / admin() 15',
      'GET /admin show 20',
      'PUT /admin change 20',
    ],
  },
  {
    name: 'axum, put together from functions',
    path: 'src/http.rs',
    text: `use axum::Router;
pub fn app() -> Router {
    Router::new().nest("/api", books().merge(shelves()))
}
`,
    routes: ['USE /api books() 3', 'USE /api shelves() 3'],
  },
  {
    name: 'the chained calls of a Rust file without axum',
    path: 'src/plan.rs',
    text: `fn plan() -> Plan { Plan::new().route("/x", get(list)).merge(rest()) }\n`,
    routes: [],
  },
  {
    name: 'symfony, by attributes',
    path: 'src/Controller/ShelfController.php',
    text: `<?php
use Symfony\\Component\\Routing\\Attribute\\Route;

#[Route('/shelves', name: 'shelf_')]
class ShelfController
{
    #[Route('', methods: ['GET', Request::METHOD_HEAD])]
    public function index() { return 1; }

    #[Route(path: '/{id}', methods: 'PUT', requirements: ['id' => '\\d+'])]
    #[IsGranted('ROLE_ADMIN')]
    public function change(int $id) { return 1; }

    #[Route('/any')]
    public function any() { return 1; }

    // #[Route('/gone')]
    public function gone() { return 1; }
}
`,
    routes: [
      'GET /shelves ShelfController.index 7',
      'HEAD /shelves ShelfController.index 7',
      'PUT /shelves/{id} ShelfController.change 10',
      'ANY /shelves/any ShelfController.any 14',
    ],
  },
  {
    name: 'symfony, a class that is called as a whole',
    path: 'src/Controller/ReturnController.php',
    text: `<?php
use Symfony\\Component\\Routing\\Annotation\\Route;

#[Route('/loans/{id}/return', methods: ['POST'])]
final class ReturnController
{
    public function __construct(private Desk $desk) {}
    public function __invoke(int $id) { return $this->desk->take($id); }
}
`,
    routes: ['POST /loans/{id}/return ReturnController.__invoke 4'],
  },
  {
    name: 'aspnet, with methods in a list',
    path: 'Program.cs',
    text: `var app = WebApplication.Create(args);
var shelves = app.MapGroup("/shelves").WithTags("shelves");
shelves.MapMethods("/{id}", [HttpMethods.Patch, "PUT"], Change);
shelves.MapMethods("/", new[] { "GET" }, () => 1);
`,
    routes: ['PATCH /shelves/{id} Change 3', 'PUT /shelves/{id} Change 3', 'GET /shelves 4'],
  },
  {
    name: 'rails, shallow',
    path: 'config/routes.rb',
    text: `Rails.application.routes.draw do
  resources :shelves, only: [] do
    resources :books, only: %i[create show], shallow: true
    resources :labels, only: %i[show]
  end
end
`,
    routes: [
      'POST /shelves/{id}/books books#create 3',
      'GET /books/{id} books#show 3',
      'GET /shelves/{id}/labels/{id} labels#show 4',
    ],
  },
]

describe('the routes of', () => {
  it.each(registered)('$name', ({ path, text, routes }) => {
    expect(routesOf(path, text)).toEqual(routes)
  })
})
