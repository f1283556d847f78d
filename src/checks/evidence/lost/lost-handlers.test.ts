import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

const evidenceOf = async (files: Files, attribute: string) => {
  const found = await judge(files, `  part:\n    x:\n      attributes:\n        ${attribute}\n`)
  return found.get('part.x')!
}

const statusOf = async (files: Files, attribute: string) =>
  (await evidenceOf(files, attribute)).status

const express = (handler: string, imports: string) =>
  `const express = require('express')\n${imports}\nconst app = express()\napp.get('/x', ${handler})\napp.listen(1)\n`
const answering = 'exports.show = (req, res) => { res.json(find()) }\n'
const other = 'exports.list = (req, res) => { res.json(all()) }\n'
const elsewhere = { 'lib/other.js': 'function show(a) {\n  return a + 1\n}\n' }

interface Case {
  readonly name: string
  readonly there: Files
  /** What replaces files of those; undefined takes a file away. */
  readonly gone: Readonly<Record<string, string | undefined>>
  readonly attribute?: string
  readonly says: string
}

const usersApi = `package a;\nimport org.springframework.web.bind.annotation.*;\n@RequestMapping("/users")\npublic interface UsersApi {\n  @GetMapping("/{id}")\n  User show(@PathVariable long id);\n}\n`
const users = (annotation: string) =>
  `package a;\nimport org.springframework.web.bind.annotation.RestController;\n${annotation}\npublic class Users implements UsersApi {\n  @Override\n  public User show(long id) { return find(id); }\n}\n`

const cases: readonly Case[] = [
  {
    name: 'Express, behind others in a list',
    there: {
      'app.js': express('[auth, h.show]', "const h = require('./h')\nconst auth = h.list"),
      'h.js': answering + other,
    },
    gone: { 'h.js': other },
    says: 'show is not in ./h',
  },
  {
    name: 'Spring, an interface',
    there: { 'src/UsersApi.java': usersApi, 'src/Users.java': users('@RestController') },
    gone: { 'src/Users.java': users('@Service') },
    attribute: 'endpoints: ["GET /users/{id}"]',
    says: 'UsersApi is implemented by Users, which is no controller',
  },
  {
    name: 'FastAPI, a method of the class itself',
    there: {
      'app.py':
        'from fastapi import FastAPI\n\nclass Shop:\n    def __init__(self):\n        self.app = FastAPI()\n        self.app.add_api_route("/x", self.show, methods=["GET"])\n\n    def show(self):\n        return find()\n',
    },
    gone: {
      'app.py':
        'from fastapi import FastAPI\n\nclass Shop:\n    def __init__(self):\n        self.app = FastAPI()\n        self.app.add_api_route("/x", self.show, methods=["GET"])\n\n    def list(self):\n        return find()\n',
    },
    says: 'show is not in Shop',
  },
  {
    name: 'Express, a method of the class itself',
    there: {
      'app.ts':
        "import express from 'express'\nexport class Shop {\n  app = express()\n  constructor() { this.app.get('/x', this.show) }\n  show = (req, res) => { res.json(find()) }\n}\n",
    },
    gone: {
      'app.ts':
        "import express from 'express'\nexport class Shop {\n  app = express()\n  constructor() { this.app.get('/x', this.show) }\n  list = (req, res) => { res.json(find()) }\n}\n",
    },
    says: 'show is not in Shop',
  },
  {
    name: 'Express, a file that is required',
    there: {
      ...elsewhere,
      'app.js': express('show', "const { show } = require('./h')"),
      'h.js': answering,
    },
    gone: { 'h.js': undefined },
    says: './h is not there, from which show is imported',
  },
  {
    name: 'Express, a function under another name',
    there: {
      'app.js': express('display', "const { show: display } = require('./h')"),
      'h.js': answering,
    },
    gone: { 'h.js': other },
    says: 'show is not in ./h',
  },
  {
    name: 'Express, a member',
    there: { 'app.js': express('auth, h.show', "const h = require('./h')"), 'h.js': answering },
    gone: { 'h.js': other },
    says: 'show is not in ./h',
  },
  {
    name: 'Express, through a barrel',
    there: {
      'app.ts': `import express from 'express'\nimport { show } from './controllers'\nconst app = express()\napp.get('/x', show)\n`,
      'controllers/index.ts': `export * from './users'\nexport { list } from './lists'\n`,
      'controllers/users.ts': 'export const show = wrap((q, s) => s.json(1))\n',
      'controllers/lists.ts': 'export const list = wrap((q, s) => s.json(1))\n',
    },
    gone: { 'controllers/users.ts': 'export const other = wrap((q, s) => s.json(1))\n' },
    says: 'show is not in ./controllers',
  },
  {
    name: 'Express, never brought in',
    there: { 'app.js': express('show', 'function show(q, s) { s.json(find()) }') },
    gone: { 'app.js': express('show', '') },
    says: 'show is neither declared in app.js nor imported there',
  },
  {
    name: 'Fastify',
    there: {
      'app.js': `import Fastify from 'fastify'\nimport { show } from './h.js'\nconst app = Fastify()\napp.get('/x', { schema: {} }, show)\n`,
      'h.js': 'export async function show() {\n  return all()\n}\n',
    },
    gone: { 'h.js': 'export async function list() {\n  return all()\n}\n' },
    says: 'show is not in ./h.js',
  },
  {
    name: 'Hono',
    there: {
      'app.ts': `import { Hono } from 'hono'\nimport { show } from './h'\nconst app = new Hono()\napp.get('/x', show)\nexport default app\n`,
      'h.ts': 'export const show = (c) => c.json(all())\n',
    },
    gone: { 'h.ts': undefined },
    says: './h is not there, from which show is imported',
  },
  {
    name: 'Django, a view',
    there: {
      'urls.py': `from django.urls import path\nfrom . import views\nurlpatterns = [path('x', views.show)]\n`,
      'views.py': 'def show(request):\n    return JsonResponse(find())\n',
      'more.py': 'def show(a):\n    return a + 1\n',
    },
    gone: { 'views.py': 'from django.http import JsonResponse\n' },
    says: 'show is not in .',
  },
  {
    name: 'Django, a class of views',
    there: {
      'shop/urls.py': `from django.urls import path\nfrom shop.views import Show\nurlpatterns = [path('x', Show.as_view(a=1))]\n`,
      'shop/views.py':
        'class Show(View):\n    def get(self, request):\n        return JsonResponse(find())\n',
      'shop/__init__.py': '',
    },
    gone: {
      'shop/views.py': 'class Other(View):\n    def get(self, request):\n        return 1\n',
    },
    says: 'Show is not in shop.views',
  },
  {
    name: 'Flask, by a rule',
    there: {
      'app.py': `from flask import Flask\nfrom .views import show\napp = Flask(__name__)\napp.add_url_rule('/x', 'x', show)\n`,
      'views.py': 'show = wrap(find)\n',
    },
    gone: { 'views.py': 'other = wrap(find)\n' },
    says: 'show is not in .views',
  },
  {
    name: 'Laravel',
    there: {
      'routes/web.php': `<?php\nuse App\\Http\\UC;\nRoute::get('/x', [UC::class, 'show']);\n`,
      'app/Http/UC.php':
        '<?php\nclass UC extends Controller { public function show() { return $this->find(); } }\n',
      'app/Http/Controller.php': '<?php\nabstract class Controller {}\n',
    },
    gone: {
      'app/Http/UC.php':
        '<?php\nclass UC extends Controller { public function list() { return $this->all(); } }\n',
    },
    says: 'show is not in UC',
  },
  {
    name: 'Rails',
    there: {
      'config/routes.rb': "Rails.application.routes.draw do\n  get '/x', to: 'posts#show'\nend\n",
      'app/controllers/posts_controller.rb':
        'class PostsController < ApplicationController\n  def show\n    render json: find\n  end\nend\n',
    },
    gone: {
      'app/controllers/posts_controller.rb':
        'class PostsController < ApplicationController\n  def index\n    render json: all\n  end\nend\n',
    },
    says: 'show is not in PostsController',
  },
  {
    name: 'axum',
    there: {
      'src/main.rs':
        'use axum::{routing::get, Router};\nmod handlers;\nfn main() { let app = Router::new().route("/x", get(handlers::show)); serve(listener, app); }\n',
      'src/handlers.rs': 'pub async fn show() -> String { find() }\n',
    },
    gone: { 'src/handlers.rs': 'pub async fn list() -> String { all() }\n' },
    says: 'show is not in handlers',
  },
  {
    name: 'net/http, a function of another package',
    there: {
      'go.mod': 'module example.org/pond\n',
      'main.go':
        'package main\nimport (\n\t"net/http"\n\t"example.org/pond/web"\n)\nfunc main() { http.HandleFunc("/x", web.Show) }\n',
      'web/web.go': 'package web\nfunc Show(w http.ResponseWriter, r *http.Request) { write(w) }\n',
    },
    gone: {
      'web/web.go': 'package web\nfunc List(w http.ResponseWriter, r *http.Request) { write(w) }\n',
    },
    says: 'Show is not in example.org/pond/web',
  },
  {
    name: 'commander',
    attribute: 'commands: [fill]',
    there: {
      'cli.js': `const { program } = require('commander')\nconst h = require('./h')\nprogram.command('fill').action(h.show)\nprogram.parse()\n`,
      'h.js': answering,
    },
    gone: { 'h.js': other },
    says: 'show is not in ./h',
  },
]

describe('what a route or a command is registered with', () => {
  it.each(cases)('$name', async ({ there, gone, attribute = 'endpoints: [GET /x]', says }) => {
    expect((await evidenceOf(there, attribute)).status).toBe('implemented')
    const left = Object.entries({ ...there, ...gone }).filter(each => each[1] !== undefined)
    const lost = await evidenceOf(Object.fromEntries(left) as Files, attribute)
    expect(lost.status).toBe('partial')
    expect(lost.reason).toContain(`is registered, but ${says} (`)
  })
})

const innocent: readonly { readonly name: string; readonly files: Files }[] = [
  {
    name: 'of a package',
    files: { 'app.js': express('show', "const { show } = require('some-package')") },
  },
  {
    name: 'made by a function that is given what it needs',
    files: {
      'app.js': express('h.show', "const h = require('./h')"),
      'h.js': 'module.exports = make(find)\n',
    },
  },
  {
    name: 'handed in',
    files: {
      'app.ts': `import express from 'express'\nimport { routes } from '../routes'\nconst app = express()\nroutes(app, deps)\n`,
      'routes.ts': `export function routes(app, { show }) {\n  app.get('/x', show)\n}\n`,
    },
  },
  {
    name: 'inherited from a class of a package',
    files: {
      'app.ts': `import express from 'express'\nimport h from './h'\nconst app = express()\napp.get('/x', h.show)\n`,
      'h.ts': `import { Crud } from 'crud'\nclass H extends Crud {\n  list() { return 1 }\n}\nexport default new H()\n`,
    },
  },
  {
    name: 'under a name that is put together',
    files: {
      'urls.py': `from django.urls import path\nfrom .views import show\nurlpatterns = [path('x', show)]\n`,
      'views.py': 'globals()["sh" + "ow"] = make()\n',
    },
  },
  {
    name: 'passed on by a package of Python',
    files: {
      'urls.py': `from django.urls import path\nfrom views import show\nurlpatterns = [path('x', show)]\n`,
      'views/__init__.py': 'from .a import *\nfrom .b import show\n',
      'views/a.py': 'def other(r):\n    return go(r)\n',
      'views/b.py': 'def show(r):\n    return go(r)\n',
    },
  },
  {
    name: 'of a controller whose name has its module in front',
    files: {
      'config/routes.rb':
        "Rails.application.routes.draw do\n  namespace :api do\n    get '/x', to: 'posts#show'\n  end\n  get '/x', to: 'api/posts#show'\nend\n",
      'app/controllers/api/posts_controller.rb':
        'class Api::PostsController < Api::BaseController\n  def show\n    render json: find\n  end\nend\n',
    },
  },
  {
    name: 'a template that Rails shows by itself',
    files: {
      'config/routes.rb': "Rails.application.routes.draw do\n  get '/x', to: 'posts#show'\nend\n",
      'app/controllers/posts_controller.rb':
        'class PostsController < ApplicationController\n  def index\n    @all = all\n  end\nend\n',
      'app/views/posts/show.html.erb': '<p>x</p>\n',
    },
  },
  {
    name: 'a method of a module that a controller of Rails takes in',
    files: {
      'config/routes.rb': "Rails.application.routes.draw do\n  get '/x', to: 'posts#show'\nend\n",
      'app/controllers/posts_controller.rb':
        'class PostsController < ApplicationController\n  include Crud\nend\n',
      'app/controllers/concerns/crud.rb':
        'module Crud\n  def show\n    render json: find\n  end\nend\n',
    },
  },
]

it.each(innocent)('a handler $name is no loss', async ({ files }) => {
  expect(await statusOf(files, 'endpoints: [GET /x]')).toBe('implemented')
})

it('a stub behind others in a list is one', async () => {
  const files = (body: string) => ({
    'app.js': express('[h.auth, h.show]', "const h = require('./h')"),
    'h.js': `exports.auth = (q, r, next) => next(who(q))\nexports.show = (q, r) => { ${body} }\n`,
  })
  expect(await statusOf(files("throw new Error('not implemented')"), 'endpoints: [GET /x]')).toBe(
    'partial',
  )
  expect(await statusOf(files('r.json(find())'), 'endpoints: [GET /x]')).toBe('implemented')
})
