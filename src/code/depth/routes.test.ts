import { describe, expect, it } from 'vitest'
import { depthOfText } from '../../../test/tree.ts'
import { routePath } from './route-path.ts'

/** `METHOD path handler line` of every route of a file, and `USE path target line` of what it mounts from elsewhere. */
function routesOf(path: string, text: string): string[] {
  const { routes, routers, mounts } = depthOfText(path, text)
  const own = new Set(routers.map(each => each.name))
  const foreign = mounts.filter(each => !own.has(each.target.text))
  const used = foreign.map(each => ({ ...each, method: 'USE', handler: each.target.text }))
  return [...routes, ...used]
    .toSorted((a, b) => a.line - b.line)
    .map(each =>
      [each.method, each.path, each.handler, each.line].filter(part => part !== '').join(' '),
    )
}

interface Case {
  readonly name: string
  readonly path: string
  readonly text: string
  readonly routes: readonly string[]
}

const registered: readonly Case[] = [
  {
    name: 'express, with routers mounted here and elsewhere',
    path: 'src/server.ts',
    text: `
import express, { Router } from 'express'
import orders from './orders.js'
const app = express()
const users = Router()
app.get('/health', (req, res) => res.send('ok'))
users.route('/:id').get(show).put(auth, update)
users.post('/', async (req, res) => {})
app.use('/api/users', users)
app.use('/api/orders', auth, orders)
app.all('*', notFound)
`,
    routes: [
      'GET /health 6',
      'GET /api/users/{id} show 7',
      'PUT /api/users/{id} update 7',
      'POST /api/users 8',
      'USE /api/orders auth 10',
      'USE /api/orders orders 10',
      'ANY /* notFound 11',
    ],
  },
  {
    name: 'express, an app that a function is given',
    path: 'src/routes.js',
    text: `module.exports = function (app) {
  app.post('/auth/login', login)
}
`,
    routes: ['POST /auth/login login 2'],
  },
  {
    name: 'fastify, with plugins and route objects',
    path: 'src/app.ts',
    text: `
import Fastify from 'fastify'
import users from './users.js'
const fastify = Fastify({ logger: true })
fastify.get('/ping', async () => 'pong')
fastify.route({ method: ['PUT', 'PATCH'], url: '/items/:id', handler: change })
fastify.register(users, { prefix: '/users' })
fastify.register(async app => {
  app.delete('/old', remove)
}, { prefix: '/v1' })
`,
    routes: [
      'GET /ping 5',
      'PUT /items/{id} change 6',
      'PATCH /items/{id} change 6',
      'USE /users users 7',
      'DELETE /v1/old remove 9',
    ],
  },
  {
    name: 'hono, chained and nested',
    path: 'src/index.ts',
    text: `
import { Hono } from 'hono'
const books = new Hono<Env>().get('/', list).post('/', c => c.text('ok'))
const app = new Hono().basePath('/api')
app.route('/books', books)
app.on('PURGE', '/cache', purge)
export default app
`,
    routes: ['GET /api/books list 3', 'POST /api/books 3', 'PURGE /api/cache purge 6'],
  },
  {
    name: 'koa',
    path: 'src/routes.ts',
    text: `
import Router from '@koa/router'
const router = new Router({ prefix: '/v2' })
router.get('/users/:id', show).del('/users/:id', remove)
`,
    routes: ['GET /v2/users/{id} show 4', 'DELETE /v2/users/{id} remove 4'],
  },
  {
    name: 'nest',
    path: 'src/cats.controller.ts',
    text: `
import { Controller, Get, Post } from '@nestjs/common'

@Controller('cats')
export class CatsController {
  @Get()
  list() { return [] }

  @Post(':id/pat')
  @UseGuards(Guard)
  async pat(@Param('id') id: string) { return id }

  helper() { return 1 }
}
`,
    routes: ['GET /cats CatsController.list 6', 'POST /cats/{id}/pat CatsController.pat 9'],
  },
  {
    name: 'next, the app router',
    path: 'web/app/(shop)/api/orders/[id]/route.ts',
    text: `export async function GET(request: Request) { return Response.json({}) }
const remove = async () => new Response()
export { remove as DELETE }
export const dynamic = 'force-dynamic'
`,
    routes: ['GET /api/orders/{id} GET 1', 'DELETE /api/orders/{id} remove 3'],
  },
  {
    name: 'next, a page of the app router',
    path: 'app/page.tsx',
    text: 'export default function Home() { return <main /> }\n',
    routes: ['GET / Home 1'],
  },
  {
    name: 'next, the pages router',
    path: 'pages/api/users/[...slug].ts',
    text: 'export default function handler(req, res) { res.end() }\n',
    routes: ['ANY /api/users/{slug} handler 1'],
  },
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
      'GET /admin/profile profile#show 6',
      'POST /admin/profile profile#create 6',
      'PUT /admin/profile profile#update 6',
      'PATCH /admin/profile profile#update 6',
      'DELETE /admin/profile profile#destroy 6',
      'GET /admin/profile/new profile#new 6',
      'GET /admin/profile/edit profile#edit 6',
      'DELETE /admin/v2/items/{id} items#destroy 8',
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
      'POST /admin/reports/{id} ReportController::class 7',
      'GET /photos PhotoController.index 9',
      'POST /photos PhotoController.store 9',
      'GET /photos/{id} PhotoController.show 9',
      'PUT /photos/{id} PhotoController.update 9',
      'PATCH /photos/{id} PhotoController.update 9',
      'DELETE /photos/{id} PhotoController.destroy 9',
    ],
  },
]

const lookAlikes: readonly Case[] = [
  {
    name: 'a route in a comment, a string, a look-up and a client',
    path: 'src/app.ts',
    text: `
import express from 'express'
const server = express()
// server.get('/comment', handler)
const text = "server.post('/string', handler)"
const app = new Map()
app.get('/map', fallback)
server.get('trust proxy')
api.get('/users', { params })
client.delete('/users/1', onDone)
server.get(\`/users/\${id}\`, handler)
request(server).get('/called').expect(200)
`,
    routes: [],
  },
  {
    name: 'nest without nest',
    path: 'src/a.ts',
    text: `import { Get } from './http'\nclass A {\n  @Get('/x')\n  run() { return 1 }\n}\n`,
    routes: [],
  },
  {
    name: 'a page of no framework',
    path: 'src/pages/about.tsx',
    text: 'export default () => null\n',
    routes: [],
  },
  {
    name: 'python that only looks like flask',
    path: 'a.py',
    text: `
import requests
session = requests.Session()
session.get("/x")
def f():
    """@app.route("/docs")"""
    # @app.route("/comment")
    return cache.get("/y", None)

@registry.route("/z")
def g():
    return 1
`,
    routes: [],
  },
  {
    name: 'flask with a dictionary',
    path: 'b.py',
    text: `
from flask import Flask
app = dict()
app.get("/x")
values.get("/y")
`,
    routes: [],
  },
  {
    name: 'path without django',
    path: 'c.py',
    text: 'from os import path\npath("a/", b)\n',
    routes: [],
  },
  {
    name: 'go without a router',
    path: 'a.go',
    text: `package a

import "net/http"

func f(c *Client) {
	c.Get("/x", opts)
	r := NewRegistry()
	r.GET("/y", handler)
	http.Get("/z")
	// http.HandleFunc("/comment", f)
}
`,
    routes: [],
  },
  {
    name: 'annotations of another framework',
    path: 'A.java',
    text: 'import com.acme.GetMapping;\nclass A { @GetMapping("/x") void f() { g(); } }\n',
    routes: [],
  },
  {
    name: 'ruby outside the routes',
    path: 'spec/users_spec.rb',
    text: `it 'answers' do\n  get '/users', to: 'x#y'\nend\n`,
    routes: [],
  },
  {
    name: 'php outside the routes',
    path: 'src/a.php',
    text: `<?php\n// Route::get('/comment', 'x');\n$route = "Route::get('/string', 'x')";\nRoute::get('/x', $handler);\n`,
    routes: [],
  },
]

describe('the routes of a file', () => {
  it.each(registered)('are those that $name registers', ({ path, text, routes }) => {
    expect(routesOf(path, text)).toEqual(routes)
  })

  it.each(lookAlikes)('are none for $name', ({ path, text }) => {
    expect(depthOfText(path, text).routes).toEqual([])
  })

  it('survive routers that are mounted in a circle', () => {
    const text = `import { Router } from 'express'
const a = Router(), b = Router()
a.use('/b', b)
b.use('/a', a)
a.get('/x', show)
`
    expect(routesOf('a.ts', text)).toHaveLength(1)
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
