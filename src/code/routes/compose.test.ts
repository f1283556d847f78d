import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const router = `import { Router } from 'express'\nconst router = Router()\nrouter.get('/:id', show)\n`

const cases: readonly RegisteredCase[] = [
  {
    name: 'express, imported by default, by name, by folder and through a re-export',
    files: {
      'src/app.ts': `import express from 'express'
import users from './users.js'
import { orders as shop } from './routes'
const app = express()
app.use('/api/users', auth, users)
app.use('/api', shop)
`,
      'src/users.ts': `${router}export default router\n`,
      'src/routes/index.ts': `export { ordersRouter as orders } from './orders'\n`,
      'src/routes/orders.ts': `import { Router } from 'express'\nexport const ordersRouter = Router()\nordersRouter.post('/orders', create)\n`,
    },
    routes: ['GET /api/users/{id}', 'POST /api/orders'],
  },
  {
    name: 'express, from a file that is called like what it exports',
    files: {
      'app.js': `import express from 'express'\nimport { users } from './users.js'\nconst app = express()\napp.use('/api', users)\n`,
      'users.js': `import { Router } from 'express'\nexport const users = Router()\nusers.get('/:id', show)\n`,
    },
    routes: ['GET /api/{id}'],
  },
  {
    name: 'express, required in place, and a router below a router',
    files: {
      'app.js': `const app = require('express')()\napp.use('/api', require('./routes'))\n`,
      'routes/index.js': `const router = require('express').Router()\nrouter.use('/books', require('./books').router)\nmodule.exports = router\n`,
      'routes/books.js': `const { Router } = require('express')\nconst router = Router()\nrouter.get('/', list)\nmodule.exports = { router }\n`,
    },
    routes: ['GET /api/books'],
  },
  {
    name: 'express, of a router that nothing mounts',
    files: {
      'app.ts': `import express from 'express'\nimport users from './users'\nconst app = express()\napp.use('/users', users)\n// app.use('/old', old)\n`,
      'users.ts': `${router}export default router\n`,
      'old.ts': `${router}export default router\n`,
    },
    routes: ['GET /users/{id}'],
  },
  {
    name: 'express, where routers are found by a walk: all of them may be mounted',
    files: {
      'app.js': `const express = require('express')\nconst app = express()\nfor (const routeFile of files) app.use('/api', require(path.join(dir, routeFile)))\n`,
      'routes/users.js': `const router = require('express').Router()\nrouter.get('/users', list)\nmodule.exports = router\n`,
    },
    routes: ['GET /api/users'],
  },
  {
    name: 'express, of a library that mounts nothing',
    files: {
      'index.js': `${router.replace('import { Router } from', 'const { Router } = require(').replace("'express'\n", "'express')\n")}module.exports = router\n`,
    },
    routes: ['GET /{id}'],
  },
  {
    name: 'express, of a function that is handed the router',
    files: {
      'app.js': `const express = require('express')\nconst register = require('./register')\nconst app = express()\nconst api = express.Router()\napp.use('/api', api)\nregister(api)\n`,
      'register.js': `module.exports = function (router) {\n  router.get('/users', list)\n}\n`,
    },
    routes: ['GET /api/users'],
  },
  {
    name: 'express, of a class that keeps its router',
    files: {
      'app.ts': `import express from 'express'\nimport { UserRoutes } from './users'\nconst app = express()\napp.use('/users', new UserRoutes().router)\n`,
      'users.ts': `import { Router } from 'express'\nexport class UserRoutes {\n  router = Router()\n  constructor() {\n    this.router.get('/', this.list)\n  }\n}\n`,
    },
    routes: ['GET /users'],
  },
  {
    name: 'fastify, of plugins with a prefix',
    files: {
      'app.ts': `import Fastify from 'fastify'\nimport users from './users'\nconst app = Fastify()\napp.register(users, { prefix: '/users' })\n`,
      'users.ts': `export default async function routes(fastify) {\n  fastify.get('/', list)\n}\n`,
      'stray.ts': `export async function strayRoutes(fastify) {\n  fastify.get('/stray', list)\n}\n`,
    },
    routes: ['GET /users'],
  },
  {
    name: 'fastify, where whole folders of plugins are loaded',
    files: {
      'app.ts': `import Fastify from 'fastify'\nimport AutoLoad from '@fastify/autoload'\nconst app = Fastify()\napp.register(AutoLoad, { dir: join(here, 'routes') })\n`,
      'routes/ponds.ts': `export async function strayRoutes(fastify) {\n  fastify.get('/ponds', list)\n}\n`,
    },
    routes: ['GET /ponds'],
  },
  {
    name: 'fastapi, by module and by name, with prefixes on both sides',
    files: {
      'app/main.py': `from fastapi import FastAPI
from app.routers import auth, orders
from app.routers.hooks import router as hooks
app = FastAPI()
app.include_router(auth.router, prefix="/auth")
app.include_router(orders.router, prefix="/api")
app.include_router(hooks)
# app.include_router(reports.router)
`,
      'app/routers/__init__.py': '',
      'app/routers/auth.py': `from fastapi import APIRouter\nrouter = APIRouter()\n@router.post("/login")\ndef login():\n    return {}\n`,
      'app/routers/orders.py': `from fastapi import APIRouter\nrouter = APIRouter(prefix="/orders")\n@router.get("/{order_id}")\ndef read(order_id):\n    return {}\n`,
      'app/routers/hooks.py': `from fastapi import APIRouter\nrouter = APIRouter(prefix="/hooks")\n@router.put("")\ndef hook():\n    return {}\n`,
      'app/routers/reports.py': `from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/reports")\ndef reports():\n    return {}\n`,
    },
    routes: ['GET /api/orders/{order_id}', 'POST /auth/login', 'PUT /hooks'],
  },
  {
    name: 'flask, whose prefix at registration replaces the one of the blueprint',
    files: {
      'shop/__init__.py': `from flask import Flask
from .loans import bp as loans_bp
from .books import bp as books_bp
def create_app():
    app = Flask(__name__)
    app.register_blueprint(loans_bp, url_prefix="/api/loans")
    app.register_blueprint(books_bp)
    return app
`,
      'shop/loans.py': `from flask import Blueprint\nbp = Blueprint("loans", __name__, url_prefix="/loans")\n@bp.route("/<int:id>", methods=("POST",))\ndef pay(id):\n    return {}\n`,
      'shop/books.py': `from flask import Blueprint\nbp = Blueprint("books", __name__, url_prefix="/books")\n@bp.get("/")\ndef books():\n    return {}\n`,
    },
    routes: ['GET /books', 'POST /api/loans/{id}'],
  },
  {
    name: 'flask, of a blueprint whose routes stand in another file',
    files: {
      'shop/app.py': `from flask import Flask\nfrom shop.auth import bp\napp = Flask(__name__)\napp.register_blueprint(bp, url_prefix="/auth")\n`,
      'shop/auth/__init__.py': `from flask import Blueprint\nbp = Blueprint("auth", __name__)\nfrom shop.auth import routes\n`,
      'shop/auth/routes.py': `from shop.auth import bp\nimport flask\n@bp.route("/login")\ndef login():\n    return {}\n`,
    },
    routes: ['GET /auth/login'],
  },
  {
    name: 'django, of included modules and of one that nothing includes',
    files: {
      'site/urls.py': `from django.urls import include, path\nurlpatterns = [path("api/", include("shop.urls"))]\n`,
      'shop/urls.py': `from django.urls import path\nfrom . import views\nurlpatterns = [path("orders/<int:pk>/", views.order)]\n`,
      'old/urls.py': `from django.urls import path\nfrom . import views\nurlpatterns = [path("old/", views.old)]\n`,
    },
    routes: ['ANY /api/orders/{pk}'],
  },
  {
    name: 'django rest framework, of viewsets in another file, with their mixins and actions',
    files: {
      'site/urls.py': `from django.urls import include, path\nurlpatterns = [path("api/", include("shop.urls"))]\n`,
      'shop/urls.py': `from django.urls import include, path\nfrom rest_framework.routers import DefaultRouter\nfrom . import views\nfrom .views import LogViewSet\nrouter = DefaultRouter()\nrouter.register(r"orders", views.OrderViewSet, basename="order")\nrouter.register("logs", LogViewSet)\nurlpatterns = [path("v1/", include(router.urls))]\n`,
      'shop/views.py': `from rest_framework import mixins, viewsets
from rest_framework.decorators import action

class OrderViewSet(mixins.CreateModelMixin, viewsets.GenericViewSet):
    def list(self, request):
        return all()

    @action(detail=True, methods=["post"], url_path="pay-now")
    def pay(self, request, pk):
        return pay(pk)

class LogViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = logs

class ForgottenViewSet(viewsets.ModelViewSet):
    queryset = none
`,
    },
    routes: [
      'GET /api/v1/logs',
      'GET /api/v1/logs/{pk}',
      'GET /api/v1/orders',
      'POST /api/v1/orders',
      'POST /api/v1/orders/{pk}/pay-now',
    ],
  },
  {
    name: 'django rest framework, of a router whose urls are the patterns',
    files: {
      'urls.py': `from rest_framework.routers import SimpleRouter\nfrom shop.views import UserViewSet\nrouter = SimpleRouter()\nrouter.register("users", UserViewSet)\nurlpatterns = router.urls\n`,
      'shop/views.py': `from rest_framework.viewsets import ViewSet\nclass UserViewSet(ViewSet):\n    def retrieve(self, request, pk):\n        return find(pk)\n`,
      'old.py': `from rest_framework.routers import SimpleRouter\nfrom shop.views import UserViewSet\nrouter = SimpleRouter()\nrouter.register("old", UserViewSet)\n`,
    },
    routes: ['GET /users/{pk}'],
  },
  {
    name: 'chi, of functions in the package and in another one',
    files: {
      'go.mod': 'module example.org/shop\n',
      'api/router.go': `package api

import (
	"github.com/go-chi/chi/v5"
	"example.org/shop/users"
)

func NewRouter() chi.Router {
	r := chi.NewRouter()
	r.Mount("/debug", debugRouter())
	r.Route("/v1", func(sub chi.Router) {
		sub.Mount("/users", users.Routes())
	})
	return r
}

func legacyRouter() chi.Router {
	r := chi.NewRouter()
	r.Get("/legacy", old)
	r.Mount("/older", olderRouter())
	return r
}
`,
      'api/debug.go': `package api

import "github.com/go-chi/chi/v5"

func debugRouter() chi.Router {
	r := chi.NewRouter()
	r.Get("/ready", ready)
	return r
}

func olderRouter() chi.Router {
	r := chi.NewRouter()
	r.Get("/oldest", ready)
	return r
}
`,
      'users/users.go': `package users

import "github.com/go-chi/chi/v5"

func Routes() chi.Router {
	r := chi.NewRouter()
	r.Get("/{id}", show)
	return r
}
`,
    },
    routes: ['GET /debug/ready', 'GET /v1/users/{id}'],
  },
  {
    name: 'gin, of a function that is handed a group',
    files: {
      'go.mod': 'module example.org/shop\n',
      'main.go': `package main

import (
	"github.com/gin-gonic/gin"
	"example.org/shop/users"
)

func main() {
	r := gin.Default()
	v1 := r.Group("/v1")
	users.Register(v1)
}
`,
      'users/users.go': `package users

import "github.com/gin-gonic/gin"

func Register(rg *gin.RouterGroup) {
	rg.GET("/users", list)
}
`,
    },
    routes: ['GET /v1/users'],
  },
  {
    name: 'nest, of the controllers that modules list, below the global prefix',
    files: {
      'src/main.ts': `import { NestFactory } from '@nestjs/core'
import { AppModule } from './app.module'
async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.setGlobalPrefix('api')
}
`,
      'src/app.module.ts': `import { Module } from '@nestjs/common'\nimport { CatsModule } from './cats/cats.module'\n@Module({ imports: [ConfigModule.forRoot(), CatsModule] })\nexport class AppModule {}\n`,
      'src/cats/cats.module.ts': `import { Module } from '@nestjs/common'\nimport { CatsController } from './cats.controller'\n@Module({ controllers: [CatsController] })\nexport class CatsModule {}\n`,
      'src/cats/cats.controller.ts': `import { Controller, Get } from '@nestjs/common'\n@Controller('cats')\nexport class CatsController {\n  @Get(':id')\n  show() { return 1 }\n}\n`,
      'src/dogs.controller.ts': `import { Controller, Get } from '@nestjs/common'\n@Controller('dogs')\nexport class DogsController {\n  @Get()\n  list() { return [] }\n}\n`,
    },
    routes: ['GET /api/cats/{id}'],
  },
  {
    name: 'nest, of the class that a controller extends',
    files: {
      'src/cats.module.ts': `import { Module } from '@nestjs/common'\nimport { CatsController } from './cats.controller'\n@Module({ controllers: [CatsController] })\nexport class CatsModule {}\n`,
      'src/cats.controller.ts': `import { Controller, Get } from '@nestjs/common'\nimport { Crud } from './crud'\n@Controller('cats')\nexport class CatsController extends Crud<Cat> {\n  @Get(':id')\n  show() { return 1 }\n}\n`,
      'src/crud.ts': `import { Post } from '@nestjs/common'\nexport abstract class Crud<T> {\n  @Post()\n  add() { return 1 }\n}\nexport class Lost {\n  @Post('lost')\n  add() { return 1 }\n}\n`,
    },
    routes: ['GET /cats/{id}', 'POST /cats'],
  },
  {
    name: 'nest, of a library that lists no controllers',
    files: {
      'src/cats.controller.ts': `import { Controller, Get } from '@nestjs/common'\nimport { Crud } from './crud'\n@Controller('cats')\nexport class CatsController extends Crud {\n  @Get(':id')\n  show() { return 1 }\n}\n`,
      'src/crud.ts': `import { Post } from '@nestjs/common'\nexport class Crud {\n  @Post()\n  add() { return 1 }\n}\nexport class Lost {\n  @Post('lost')\n  add() { return 1 }\n}\n`,
      'src/dogs.controller.ts': `import { Controller, Get } from '@nestjs/common'\n@Controller('dogs')\nexport class DogsController {\n  @Get()\n  list() { return [] }\n}\n`,
    },
    routes: ['GET /cats/{id}', 'GET /dogs', 'POST /cats'],
  },
  {
    name: 'laravel, of the files that a provider loads',
    files: {
      'app/Providers/RouteServiceProvider.php': `<?php
use Illuminate\\Support\\Facades\\Route;
class RouteServiceProvider {
    public function boot() {
        Route::middleware('api')->prefix('api')->group(base_path('routes/api.php'));
        Route::middleware('web')->group(base_path('routes/web.php'));
    }
}
`,
      'routes/api.php': `<?php\nuse Illuminate\\Support\\Facades\\Route;\nRoute::apiResource('photos', PhotoController::class)->only(['show', 'destroy']);\n`,
      'routes/web.php': `<?php\nuse Illuminate\\Support\\Facades\\Route;\nRoute::view('/up', 'up');\n`,
      'routes/partners.php': `<?php\nuse Illuminate\\Support\\Facades\\Route;\nRoute::get('/partners', fn () => []);\n`,
    },
    routes: ['DELETE /api/photos/{id}', 'GET /api/photos/{id}', 'GET /up'],
  },
  {
    name: 'laravel, of the files that the application is made with',
    files: {
      'bootstrap/app.php': `<?php
use Illuminate\\Foundation\\Application;
return Application::configure(basePath: dirname(__DIR__))
    ->withRouting(web: __DIR__.'/../routes/web.php', api: __DIR__.'/../routes/api.php', apiPrefix: 'v2')
    ->create();
`,
      'routes/api.php': `<?php\nuse Illuminate\\Support\\Facades\\Route;\nRoute::get('/health', fn () => 'ok');\n`,
      'routes/web.php': `<?php\nuse Illuminate\\Support\\Facades\\Route;\nRoute::view('/up', 'up');\nrequire __DIR__.'/auth.php';\n`,
      'routes/auth.php': `<?php\nuse Illuminate\\Support\\Facades\\Route;\nRoute::post('/login', [SessionController::class, 'store']);\n`,
    },
    routes: ['GET /up', 'GET /v2/health', 'POST /login'],
  },
  {
    name: 'asp.net, of groups, and of an action whose path is absolute',
    files: {
      'Program.cs': `var app = builder.Build();
var trips = app.MapGroup("/api/trips");
trips.MapPost("/", (Trip trip) => trip);
app.MapGet("/ping", () => "pong");
`,
      'UsersController.cs': `using Microsoft.AspNetCore.Mvc;

[Route("api/users")]
public class UsersController : ControllerBase
{
    [HttpGet("{id}")]
    public User Show(int id) => Find(id);

    [HttpDelete("/admin/users/{id}")]
    public void Remove(int id) => Drop(id);
}
`,
    },
    routes: ['DELETE /admin/users/{id}', 'GET /api/users/{id}', 'GET /ping', 'POST /api/trips'],
  },
  {
    name: 'spring, of beans only',
    files: {
      'A.java': `import org.springframework.web.bind.annotation.*;\n@RequestMapping("/old")\npublic class A {\n  @GetMapping("/x")\n  public String x() { return y(); }\n}\n`,
      'B.java': `import org.springframework.web.bind.annotation.*;\n@FeignClient("b")\npublic interface B {\n  @GetMapping("/remote")\n  String x();\n}\n`,
      'C.java': `import org.springframework.web.bind.annotation.*;\n@RestController\npublic class C {\n  @GetMapping("/here")\n  public String x() { return y(); }\n}\n`,
    },
    routes: ['GET /here'],
  },
  {
    name: 'rails, with what only and except leave, members and collections',
    files: {
      'config/routes.rb': `Rails.application.routes.draw do
  resources :invoices, only: %i[index show] do
    member do
      post :send_reminder
    end
    collection do
      get :overdue
    end
  end
  resource :profile, only: :show
  namespace :api do
    resources :payments, only: [:create]
  end
end
`,
    },
    routes: [
      'GET /invoices',
      'GET /invoices/overdue',
      'GET /invoices/{id}',
      'GET /profile',
      'POST /api/payments',
      'POST /invoices/{id}/send_reminder',
    ],
  },
]

describe('the routes of a repository', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files, ['legacyRouter', 'strayRoutes'])).toEqual(routes)
  })

  it('are none of files that only mount each other in a circle', () => {
    const file = (other: string) =>
      `import { Router } from 'express'\nimport other from './${other}'\nconst router = Router()\nrouter.use('/x', other)\nrouter.get('/y', show)\nexport default router\n`
    expect(registeredIn({ 'a.ts': file('b'), 'b.ts': file('a') })).toEqual([])
  })
})
