import { describe, expect, it } from 'vitest'
import { type RouteCase, routesOf } from '../../../../test/routes.ts'
import { routePath } from './route-path.ts'

const registered: readonly RouteCase[] = [
  {
    name: 'flask',
    path: 'app.py',
    text: `
from flask import Flask, Blueprint
from .orders import bp as orders

app = Flask(__name__)
users = Blueprint("users", __name__, url_prefix="/users")

@app.route("/")
def index():
    return "ok"

@users.route("/<int:user_id>", methods=["GET", "POST"])
@login_required
def user(user_id):
    return user_id

@users.delete("/<name>")
async def remove(name):
    return name

app.register_blueprint(users, url_prefix="/api")
app.register_blueprint(orders, url_prefix="/orders")
`,
    routes: [
      'GET / index 8',
      'GET /api/{user_id} user 12',
      'POST /api/{user_id} user 12',
      'DELETE /api/{name} remove 17',
      'USE /orders orders 22',
    ],
  },
  {
    name: 'fastapi',
    path: 'main.py',
    text: `
from fastapi import APIRouter, FastAPI
from app.routers import items

app = FastAPI()
router = APIRouter(prefix="/users")

@router.get("/{user_id:int}", response_model=User)
async def read_user(user_id: int):
    return user_id

@app.post(
    "/auth/login",
)
def login():
    return {}

app.include_router(router, prefix="/api")
app.include_router(items.router, prefix="/items")
`,
    routes: [
      'GET /api/users/{user_id} read_user 8',
      'POST /auth/login login 12',
      'USE /items items.router 19',
    ],
  },
  {
    name: 'django',
    path: 'shop/urls.py',
    text: `
from django.urls import include, path, re_path
from . import views

urlpatterns = [
    path("", views.index),
    path("orders/<int:pk>/", views.OrderView.as_view(), name="order"),
    re_path(r"^archive/(?P<year>[0-9]{4})/$", views.archive),
    path("api/", include("shop.api.urls")),
]
`,
    routes: [
      'ANY / views.index 6',
      'ANY /orders/{pk} views.OrderView.as_view() 7',
      'ANY /archive/{year} views.archive 8',
      'USE /api shop.api.urls 9',
    ],
  },
  {
    name: 'gin',
    path: 'main.go',
    text: `package main

import "github.com/gin-gonic/gin"

func main() {
	r := gin.Default()
	r.GET("/ping", func(c *gin.Context) { c.String(200, "pong") })
	api := r.Group("/api")
	v1 := api.Group("/v1")
	v1.POST("/users/:id", auth, createUser)
	v1.Handle("PUT", "/users", putUser)
}
`,
    routes: [
      'GET /ping 7',
      'POST /api/v1/users/{id} createUser 10',
      'PUT /api/v1/users putUser 11',
    ],
  },
  {
    name: 'chi',
    path: 'main.go',
    text: `package main

import "github.com/go-chi/chi/v5"

func routes() {
	r := chi.NewRouter()
	r.Get("/", home)
	r.Route("/articles", func(r chi.Router) {
		r.Get("/{id:[0-9]+}", show)
		r.Route("/admin", func(r chi.Router) {
			r.Method("DELETE", "/", remove)
		})
	})
	r.Mount("/users", usersRouter())
}
`,
    routes: [
      'GET / home 7',
      'GET /articles/{id} show 9',
      'DELETE /articles/admin remove 11',
      'USE /users usersRouter() 14',
    ],
  },
  {
    name: 'net/http',
    path: 'main.go',
    text: `package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items/{id}", item)
	http.Handle("/static", files)
}
`,
    routes: ['GET /items/{id} item 7', 'ANY /static files 8'],
  },
  {
    name: 'spring',
    path: 'UserController.java',
    text: `package shop;

import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/api/users")
public class UserController {
    @GetMapping("/{id}")
    public User show(@PathVariable Long id) { return find(id); }

    @PostMapping
    public User create(@RequestBody User user) { return save(user); }

    @RequestMapping(value = {"/a", "/b"}, method = RequestMethod.PUT)
    public void put() { update(); }
}
`,
    routes: [
      'GET /api/users/{id} UserController.show 8',
      'POST /api/users UserController.create 11',
      'PUT /api/users/a UserController.put 14',
      'PUT /api/users/b UserController.put 14',
    ],
  },
  {
    name: 'spring in kotlin',
    path: 'UserController.kt',
    text: `import org.springframework.web.bind.annotation.RestController

@RestController
@RequestMapping("/users")
class UserController {
    @DeleteMapping("/{id}")
    fun remove(@PathVariable id: Long) = repository.delete(id)
}
`,
    routes: ['DELETE /users/{id} UserController.remove 6'],
  },
  {
    name: 'asp.net',
    path: 'UsersController.cs',
    text: `using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("api/[controller]")]
public class UsersController : ControllerBase
{
    [HttpGet("{id:int}")]
    public User Show(int id) => Find(id);
}
`,
    routes: ['GET /api/Users/{id} UsersController.Show 7'],
  },
  {
    name: 'rails',
    path: 'config/routes.rb',
    text: `Rails.application.routes.draw do
  root "home#index"
  get "/health", to: "health#show"
  post "login" => "sessions#create"
  namespace :admin do
    resource :profile
    scope "/v2" do
      delete "items/:id", to: "items#destroy"
    end
  end
  resources :users do
    get "posts", to: "posts#index"
  end
end
`,
    routes: [
      'GET / home#index 2',
      'GET /health health#show 3',
      'POST /login sessions#create 4',
      'GET /admin/profile admin/profile#show 6',
      'POST /admin/profile admin/profile#create 6',
      'PUT /admin/profile admin/profile#update 6',
      'PATCH /admin/profile admin/profile#update 6',
      'DELETE /admin/profile admin/profile#destroy 6',
      'GET /admin/profile/new admin/profile#new 6',
      'GET /admin/profile/edit admin/profile#edit 6',
      'DELETE /admin/v2/items/{id} admin/items#destroy 8',
      'GET /users users#index 11',
      'POST /users users#create 11',
      'GET /users/{id} users#show 11',
      'PUT /users/{id} users#update 11',
      'PATCH /users/{id} users#update 11',
      'DELETE /users/{id} users#destroy 11',
      'GET /users/new users#new 11',
      'GET /users/{id}/edit users#edit 11',
      'GET /users/{id}/posts posts#index 12',
    ],
  },
  {
    name: 'laravel',
    path: 'routes/api.php',
    text: `<?php
use Illuminate\\Support\\Facades\\Route;

Route::get('/health', fn () => 'ok');
Route::post('/login', [SessionController::class, 'store']);
Route::prefix('admin')->middleware('auth')->group(function () {
    Route::match(['get', 'post'], '/reports/{id?}', ReportController::class);
});
Route::apiResource('photos', PhotoController::class);
`,
    routes: [
      'GET /health 4',
      `POST /login [SessionController::class, 'store'] 5`,
      'GET /admin/reports/{id} ReportController::class 7',
      'GET /admin/reports ReportController::class 7',
      'POST /admin/reports/{id} ReportController::class 7',
      'POST /admin/reports ReportController::class 7',
      'GET /photos PhotoController.index 9',
      'POST /photos PhotoController.store 9',
      'GET /photos/{id} PhotoController.show 9',
      'PUT /photos/{id} PhotoController.update 9',
      'PATCH /photos/{id} PhotoController.update 9',
      'DELETE /photos/{id} PhotoController.destroy 9',
    ],
  },
]

describe('the routes of a file', () => {
  it.each(registered)('are those that $name registers', ({ path, text, routes }) => {
    expect(routesOf(path, text)).toEqual(routes)
  })
})

describe('the path of a route', () => {
  it.each([
    ['/users/:id', '/users/{id}'],
    ['/users/:id(\\d+)?', '/users/{id}'],
    ['/users/<int:id>/', '/users/{id}'],
    ['users/{id:[0-9]{2,4}}', '/users/{id}'],
    ['//users//', '/users'],
    ['^a/(?P<b>\\d+)$', '/a/{b}'],
    ['/files/*rest', '/files/{rest}'],
    ['[[...slug]]', '/{slug}'],
    ['', '/'],
    ['/', '/'],
  ])('%s is %s', (written, path) => {
    expect(routePath(written)).toBe(path)
  })
})
