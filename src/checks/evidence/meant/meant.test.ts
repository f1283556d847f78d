import { describe, expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'
import { judge } from '../../../../test/judged.ts'

const work = (name: string) => `export function ${name}(q, r) { r.json(all()) }\n`
const stub = (name: string) =>
  `export function ${name}(q, r) { throw new Error('not implemented') }\n`
const goWork = (name: string) =>
  `func ${name}(w http.ResponseWriter, r *http.Request) { w.Write(nil) }\n`
const goStub = (name: string) =>
  `func ${name}(w http.ResponseWriter, r *http.Request) { panic("not implemented") }\n`
const goHead = (name: string) => `package ${name}\nimport "net/http"\n`
const app = "import express from 'express'\nconst app = express()\n"

/** Each has functions of one name, one of which does the work, and one that does not. */
const cases: readonly EndpointCase[] = [
  {
    name: 'modules of CommonJS',
    files: {
      'app.js':
        "const app = require('express')()\nconst users = require('./users')\nconst items = require('./items')\napp.get('/u', users.list)\napp.get('/i', items.list)\napp.listen(1)\n",
      'users.js': 'exports.list = (q, r) => r.json(1)\n',
      'items.js': "exports.list = (q, r) => { throw new Error('not implemented') }\n",
    },
    verdicts: ['GET /u: implemented', 'GET /i: partial'],
  },
  {
    name: 'modules as a whole, and names under others',
    files: {
      'app.ts': `${app}import * as users from './users'\nimport * as items from './items'\nimport { list as one } from './users'\nimport { list as other } from './items'\napp.get('/u', users.list)\napp.get('/i', items.list)\napp.get('/one', one)\napp.get('/other', other)\n`,
      'users.ts': work('list'),
      'items.ts': stub('list'),
    },
    verdicts: [
      'GET /u: implemented',
      'GET /i: partial',
      'GET /one: implemented',
      'GET /other: partial',
    ],
  },
  {
    name: 'instances, and classes of one name in two files',
    files: {
      'app.ts': `${app}import { Ctl } from './items'\nimport { Ctl as Users } from './users'\nconst u = new Users()\nconst i = new Ctl()\napp.get('/u', u.list)\napp.get('/i', i.list.bind(i))\napp.get('/n', new Ctl().list)\n`,
      'users.ts': 'export class Ctl { list = (q, r) => { r.json(1) } }\n',
      'items.ts': "export class Ctl { list = (q, r) => { throw new Error('not implemented') } }\n",
    },
    verdicts: ['GET /u: implemented', 'GET /i: partial', 'GET /n: partial'],
  },
  {
    name: 'an instance that another file makes',
    files: {
      'app.ts': `${app}import { users, items } from './made'\napp.get('/u', users.list)\napp.get('/i', items.list)\n`,
      'made.ts':
        "class Users { list(q, r) { r.json(1) } }\nclass Items { list(q, r) { throw new Error('not implemented') } }\nexport const users = new Users()\nexport const items = new Items()\n",
    },
    verdicts: ['GET /u: implemented', 'GET /i: partial'],
  },
  {
    name: 'fields, and parameters with a type',
    files: {
      'app.ts': `${app}import { Users } from './users'\nimport { Items } from './items'\nexport class Api {\n  private items = new Items()\n  constructor(private readonly users: Users) {\n    app.get('/u', this.users.list)\n    app.get('/i', this.items.list)\n  }\n}\nexport function more(items: Items) {\n  app.get('/m', items.list)\n}\nmore(new Items())\nnew Api(new Users())\n`,
      'users.ts': 'export class Users { list(q, r) { r.json(1) } }\n',
      'items.ts': "export class Items { list(q, r) { throw new Error('not implemented') } }\n",
    },
    verdicts: ['GET /u: implemented', 'GET /i: partial'],
  },
  {
    name: 'methods of one name in a controller of Spring',
    files: {
      'Users.java':
        'package a;\nimport org.springframework.web.bind.annotation.*;\n@RestController\npublic class Users {\n  @GetMapping("/one")\n  public String show() { return find(); }\n  @GetMapping("/two")\n  public String show(String a) { throw new UnsupportedOperationException("not implemented"); }\n  @GetMapping("/three")\n  public String show(int a) { return find(a); }\n}\n',
    },
    verdicts: ['GET /one: implemented', 'GET /two: partial', 'GET /three: implemented'],
  },
  {
    name: 'views of Django',
    files: {
      'site1/urls.py':
        'from django.urls import path\nfrom shop import views as shop_views\nfrom blog import views as blog_views\nurlpatterns = [path("a", shop_views.index), path("b", blog_views.index), path("c", shop_views.One.as_view()), path("d", blog_views.One.as_view())]\n',
      'shop/views.py':
        'from django.views import View\ndef index(request):\n    return 1\nclass One(View):\n    def get(self, request):\n        return 1\n',
      'blog/views.py':
        'from django.views import View\ndef index(request):\n    raise NotImplementedError\nclass One(View):\n    def post(self, request):\n        return 1\n',
    },
    verdicts: [
      'GET /a: implemented',
      'GET /b: partial',
      'GET /c: implemented',
      'GET /d: missing',
      'POST /d: implemented',
    ],
  },
  {
    name: 'modules of Python',
    files: {
      'app.py':
        'from fastapi import FastAPI\nimport users, items\napp = FastAPI()\napp.add_api_route("/u", users.show)\napp.add_api_route("/i", items.show)\n',
      'users.py': 'def show(): return 1\n',
      'items.py': 'def show(): raise NotImplementedError\n',
    },
    verdicts: ['GET /u: implemented', 'GET /i: partial'],
  },
  {
    name: 'endpoints of Flask that another view has the name of',
    files: {
      'flaskr/__init__.py':
        "from flask import Flask\nfrom . import blog\ndef create_app():\n    app = Flask(__name__)\n    app.register_blueprint(blog.bp)\n    app.add_url_rule('/', endpoint='index')\n    app.add_url_rule('/both', endpoint='both', view_func=blog.stubbed)\n    return app\n",
      'flaskr/blog.py':
        "from flask import Blueprint\nbp = Blueprint('blog', __name__)\n@bp.route('/')\ndef index():\n    return find()\ndef stubbed():\n    pass\n",
    },
    verdicts: ['GET /: implemented', 'GET /both: partial'],
  },
  {
    name: 'functions of one name in a file of Python',
    files: {
      'app.py':
        'from fastapi import FastAPI\napp = FastAPI()\n@app.get("/one")\ndef show(): return 1\n@app.get("/two")\ndef show(): pass\n@app.get("/three")\ndef show(): return 3\n',
    },
    verdicts: ['GET /one: implemented', 'GET /two: partial', 'GET /three: implemented'],
  },
  {
    name: 'packages of Go',
    files: {
      'go.mod': 'module m\n',
      'main.go':
        'package main\nimport (\n\t"net/http"\n\t"m/users"\n\tthings "m/items"\n)\nfunc main() {\n\thttp.HandleFunc("GET /u", users.List)\n\thttp.HandleFunc("GET /i", things.List)\n}\n',
      'users/u.go': goHead('users') + goWork('List'),
      'items/i.go': goHead('items') + goStub('List'),
    },
    verdicts: ['GET /u: implemented', 'GET /i: partial'],
  },
  {
    name: 'receivers of Go',
    files: {
      'go.mod': 'module m\n',
      'main.go':
        'package main\nimport (\n\t"net/http"\n\t"m/h"\n)\ntype server struct {\n\titems *h.Items\n}\nfunc main() {\n\tu := h.NewUsers()\n\ti, err := h.NewItems(db)\n\thttp.HandleFunc("GET /u", u.List)\n\thttp.HandleFunc("GET /i", i.List)\n\thttp.HandleFunc("GET /gone", i.Gone)\n\thttp.HandleFunc("GET /open", u.Gone)\n\tnew(server).more(u)\n}\nfunc (s *server) more(u *h.Users) {\n\thttp.HandleFunc("GET /given", u.List)\n\thttp.HandleFunc("GET /field", s.items.List)\n}\n',
      'h/u.go': `${goHead('h')}type Users struct {\n\tbase\n}\nfunc NewUsers() *Users { return &Users{} }\n${goWork('(u *Users) List')}`,
      'h/i.go': `${goHead('h')}type Items struct {\n\tdb *DB\n}\nfunc NewItems(db *DB) (*Items, error) {\n\treturn &Items{db}, nil\n}\n${goStub('(i *Items) List')}`,
    },
    verdicts: [
      'GET /u: implemented',
      'GET /i: partial',
      'GET /gone: partial',
      'GET /open: implemented',
      'GET /given: implemented',
      'GET /field: partial',
    ],
  },
  {
    name: 'types of Go that serve',
    files: {
      'go.mod': 'module m\n',
      'main.go': `${goHead('main')}func main() {\n\thttp.Handle("/a", good{})\n\thttp.Handle("/b", &bad{})\n\thttp.Handle("/c", gone{})\n\tmade := &bad{}\n\thttp.Handle("/d", made)\n}\ntype good struct{}\ntype bad struct{}\n${goWork('(good) ServeHTTP')}${goStub('(bad) ServeHTTP')}`,
    },
    verdicts: ['GET /a: implemented', 'GET /b: partial', 'GET /c: partial', 'GET /d: partial'],
  },
  {
    name: 'functions of Go that make what serves',
    files: {
      'go.mod': 'module m\n',
      'main.go': `${goHead('main')}import "m/h"\nfunc main() {\n\thttp.Handle("/a", newGood())\n\thttp.Handle("/b", newBad())\n\thttp.Handle("/c", h.NewBad())\n\thttp.Handle("/d", either(1))\n\thttp.Handle("/e", inPlace())\n\thttp.Handle("/f", newBad(n))\n\thttp.Handle("/g", logged(lost))\n}\ntype good struct{}\ntype bad struct{}\n${goWork('(good) ServeHTTP')}${goStub('(bad) ServeHTTP')}func newGood() http.Handler { return good{} }\nfunc newBad(x ...int) *bad { return &bad{} }\nfunc either(n int) http.Handler {\n\tif n > 1 {\n\t\treturn bad{}\n\t}\n\treturn good{}\n}\ntype logger struct{ next http.Handler }\n${goWork('(l logger) ServeHTTP')}func logged(next http.HandlerFunc) http.Handler { return logger{next} }\n${goStub('lost')}func inPlace() http.Handler {\n\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write(nil) })\n}\n`,
      'h/h.go': `${goHead('h')}type bad struct{}\n${goStub('(b *bad) ServeHTTP')}func NewBad() http.Handler {\n\tif off {\n\t\treturn nil\n\t}\n\treturn &bad{}\n}\n`,
    },
    verdicts: [
      'GET /a: implemented',
      'GET /b: partial',
      'GET /c: partial',
      'GET /d: implemented',
      'GET /e: implemented',
      'GET /f: partial',
      'GET /g: partial',
    ],
  },
  {
    name: 'modules of Rust',
    files: {
      'Cargo.toml': '[package]\nname = "r"\n',
      'src/main.rs':
        'mod users; mod items;\nuse crate::items::list as other;\nuse axum::{Router, routing::get};\nfn main() { let app = Router::new().route("/u", get(users::list)).route("/i", get(items::list)).route("/o", get(other)); serve(listener, app); }\n',
      'src/users.rs': 'pub async fn list() -> String { find() }\n',
      'src/items.rs': 'pub async fn list() -> String { todo!() }\n',
    },
    verdicts: ['GET /u: implemented', 'GET /i: partial', 'GET /o: partial'],
  },
  {
    name: 'namespaces of C#, and a member that is gone',
    files: {
      'A.cs':
        'namespace X.A;\npublic static class Handlers { public static IResult List() { return Results.Ok(1); } }\n',
      'B.cs':
        'namespace X.B;\npublic static class Handlers { public static IResult List() { throw new NotImplementedException(); } }\n',
      'Own.cs':
        'public static class Own { public static string Here() => Find(); public static string Stub() => throw new NotImplementedException(); }\n',
      'Heir.cs': 'public class Heir : Base { public string Here() { return Find(); } }\n',
      'Program.cs':
        'using X.B;\nvar app = WebApplication.Create();\nvar heir = new Heir();\napp.MapGet("/b", Handlers.List);\napp.MapGet("/here", Own.Here);\napp.MapGet("/stub", Own.Stub);\napp.MapGet("/gone", Own.Gone);\napp.MapGet("/above", heir.Above);\napp.Run();\n',
    },
    verdicts: [
      'GET /b: partial',
      'GET /here: implemented',
      'GET /stub: partial',
      'GET /gone: partial',
      'GET /above: implemented',
    ],
  },
  {
    name: 'types of Swift',
    files: {
      'Sources/App/A.swift': `import Vapor
struct A: RouteCollection {
    func boot(routes: RoutesBuilder) throws { routes.grouped("a").get("x", use: list) }
    func list(req: Request) async throws -> String { find() }
}
struct B: RouteCollection {
    func boot(routes: RoutesBuilder) throws { routes.grouped("b").get("x", use: list) }
    func list(req: Request) async throws -> String { fatalError("not implemented") }
}
func routes(_ app: Application) throws { try app.register(collection: A()); try app.register(collection: B()) }
`,
    },
    verdicts: ['GET /a/x: implemented', 'GET /b/x: partial'],
  },
  {
    name: 'namespaces of PHP',
    files: {
      'routes/web.php': `<?php
use App\\Http\\Admin\\Users as AdminUsers;
use App\\Http\\Users;
use App\\Http\\{Posts as P, Tags};
Route::get('/admin', [AdminUsers::class, 'index']);
Route::get('/u', [Users::class, 'index']);
Route::get('/u2', [Users::class, 'show']);
Route::get('/full', [\\App\\Http\\Admin\\Users::class, 'show']);
Route::get('/p', [P::class, 'index']);
Route::get('/lost', [P::class, 'show']);
Route::controller(AdminUsers::class)->group(function () {
  Route::get('/group', 'show');
});
Route::resource('more', AdminUsers::class)->only(['show']);
`,
      'app/Http/Admin/Users.php':
        '<?php\nnamespace App\\Http\\Admin;\nclass Users {\n  public function index() { return [1]; }\n  public function show() { return [1]; }\n}\n',
      'app/Http/Users.php':
        "<?php\nnamespace App\\Http;\nclass Users {\n  public function index() { throw new \\Exception('not implemented'); }\n}\n",
      'app/Http/Posts.php':
        '<?php\nnamespace App\\Http;\nclass Posts {\n  public function index() { return [1]; }\n}\n',
    },
    verdicts: [
      'GET /admin: implemented',
      'GET /u: partial',
      'GET /u2: partial',
      'GET /full: implemented',
      'GET /p: implemented',
      'GET /lost: partial',
      'GET /group: implemented',
      'GET /more/:id: implemented',
    ],
  },
  {
    name: 'modules of Rails',
    files: {
      'config/routes.rb': `Rails.application.routes.draw do
  resources :users, only: [:index, :show]
  namespace :api do
    resources :users, only: [:index, :show]
  end
  scope module: 'api' do
    get '/scoped', to: 'users#index'
  end
  scope '/plain' do
    get '/users', to: 'users#index'
  end
end
`,
      'app/controllers/users_controller.rb':
        'class UsersController < ApplicationController\n  def index\n    render json: all\n  end\n  def show\n    render json: one\n  end\nend\n',
      'app/controllers/api/users_controller.rb':
        'module Api\n  class UsersController < ApplicationController\n    def index\n      raise NotImplementedError\n    end\n  end\nend\n',
    },
    verdicts: [
      'GET /users: implemented',
      'GET /users/:id: implemented',
      'GET /api/users: partial',
      'GET /api/users/:id: partial',
      'GET /scoped: partial',
      'GET /plain/users: implemented',
    ],
  },
]

describe('the function that a route means is the one that is judged', () => {
  it.each(cases)('$name', async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  })
})

describe('the function that a command means is the one that is judged', () => {
  it.each([
    {
      name: 'commander',
      files: {
        'cli.js':
          "const { program } = require('commander')\nconst a = require('./a')\nconst b = require('./b')\nprogram.command('one').action(a.run)\nprogram.command('two').action(b.run)\nprogram.parse()\n",
        'a.js': 'exports.run = () => { go() }\n',
        'b.js': "exports.run = () => { throw new Error('not implemented') }\n",
      },
    },
    {
      name: 'cobra',
      files: {
        'go.mod': 'module m\n',
        'main.go':
          'package main\nimport ("github.com/spf13/cobra"; "m/a"; "m/b")\nfunc main() {\n\troot := &cobra.Command{Use: "m"}\n\troot.AddCommand(&cobra.Command{Use: "one", RunE: a.Run}, &cobra.Command{Use: "two", RunE: b.Run})\n\troot.Execute()\n}\n',
        'a/a.go':
          'package a\nfunc Run(c *cobra.Command, args []string) error { println("x"); return nil }\n',
        'b/b.go':
          'package b\nfunc Run(c *cobra.Command, args []string) error { return errors.New("not implemented") }\n',
      },
    },
  ])('$name', async ({ files }) => {
    const found = await judge(
      files as Readonly<Record<string, string>>,
      '  command:\n    one: {attributes: {commands: [one]}}\n    two: {attributes: {commands: [two]}}\n',
    )
    expect([...found.values()].map(each => each.status)).toEqual(['implemented', 'partial'])
  })
})
