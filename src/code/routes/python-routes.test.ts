import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const items = `from fastapi import APIRouter\n\nclass Items:\n    def __init__(self, repository):\n        self.router = APIRouter(prefix="/items")\n        self.router.add_api_route("/x", self.x, methods=["GET"])\n        self.router.add_api_route("/y", endpoint=self.y, methods=["POST", "PUT"])\n\n    def x(self):\n        return find()\n\n    async def y(self):\n        return add()\n`

const cases: readonly RegisteredCase[] = [
  {
    name: 'FastAPI, routes that a class adds with its own methods',
    files: {
      'items.py': items,
      'main.py': `import fastapi
from items import Items
app = fastapi.FastAPI()
items = Items(repository())
app.include_router(items.router, prefix="/api")
app.add_api_route("/health", health)
`,
    },
    routes: ['GET /api/items/x', 'GET /health', 'POST /api/items/y', 'PUT /api/items/y'],
  },
  {
    name: 'FastAPI, a router of a class that nobody includes',
    files: {
      'items.py': items,
      'main.py': `from fastapi import FastAPI
from items import Items
app = FastAPI()
items = make(Items)
other = Items(1)
`,
    },
    routes: [],
  },
  {
    name: 'aiohttp, in lists, tables of routes, sub-applications and class views',
    files: {
      'app.py': `from aiohttp import web
from app.admin import admin
from app.users import routes as user_routes
import app.orders

async def hello(request):
    return web.Response(text="x")

app = web.Application()
app.router.add_get('/', hello, name='root')
app.router.add_route('*', '/any', hello)
app.add_routes([web.get('/a', hello),
                web.post('/b/{id:\\\\d+}', hello), web.view('/v', MyView)])
app.add_routes(user_routes)
app.add_subapp('/admin/', admin)
app.router.add_view('/w', MyView)
`,
      'app/users.py': `from aiohttp import web
routes = web.RouteTableDef()

@routes.get('/users/{id}')
async def show(request):
    return 1

@routes.view('/items')
class ItemView(web.View):
    async def get(self):
        return 1
    async def post(self):
        return 2
`,
      'app/lost.py': `from aiohttp import web
routes = web.RouteTableDef()
@routes.get('/lost')
async def show(request):
    return 1
`,
      'app/admin.py': `from aiohttp import web
admin = web.Application()
admin.router.add_get('/resource', h)
`,
      'app/__init__.py': '',
    },
    routes: [
      'ANY /any',
      'ANY /items',
      'ANY /v',
      'ANY /w',
      'GET /',
      'GET /a',
      'GET /admin/resource',
      'GET /users/{id}',
      'POST /b/{id}',
    ],
  },
  {
    name: 'aiohttp, of a function that is handed the application',
    files: {
      'main.py': `from aiohttp import web
def setup_routes(app):
    app.router.add_get('/x', index)
def make():
    app = web.Application()
    setup_routes(app)
    return app
web.run_app(make())
`,
    },
    routes: ['GET /x'],
  },
  {
    name: 'Starlette, of lists in lists and of other files',
    files: {
      'main.py': `from starlette.applications import Starlette
from starlette.routing import Route, Mount, WebSocketRoute
from users import routes as users
from admin import router

routes = [
    Route("/", homepage),
    Route("/about", endpoint=about, methods=["POST", "PUT"]),
    Mount("/u", routes=[
        Route("/{name}", user, methods=["GET"]),
        Mount("/in", routes=[Route("/deep", deep)]),
    ]),
    Mount("/users", routes=users, name="users"),
    Mount("/admin", app=router),
    Mount("/static", StaticFiles(directory="x")),
    WebSocketRoute("/ws", ws),
    *extra,
]
extra = [Route("/extra", Extra)]
lost = [Route("/lost", gone)]
app = Starlette(debug=True, routes=routes)
`,
      'users.py': `from starlette.routing import Route
routes = [Route("/{id:int}", show)]
`,
      'admin.py': `from starlette.routing import Router, Route
router = Router(routes=[Route("/stats", stats)])
`,
    },
    routes: [
      'GET /',
      'GET /admin/stats',
      'GET /extra',
      'GET /u/in/deep',
      'GET /u/{name}',
      'GET /users/{id}',
      'POST /about',
      'PUT /about',
      'WS /ws',
    ],
  },
  {
    name: 'Bottle, of the default application and of mounted ones',
    files: {
      'app.py': `from bottle import route, run, get, Bottle, post
import bottle
@route('/hello/<name>')
def index(name):
    return 1
@get('/g')
def g():
    return 1
@bottle.post('/p')
def p():
    return 1
@route('/m', method=['GET', 'POST'])
def m():
    return 1
@route('/d/<id:int>', method='DELETE')
def d(id):
    return 1
sub = Bottle()
@sub.get('/s/<x:re:[a-z]+>')
def s(x):
    return 1
app = Bottle()
app.mount('/sub', sub)
app.route('/call', 'GET', p)
run(host='localhost', port=8080)
`,
    },
    routes: [
      'DELETE /d/{id}',
      'GET /call',
      'GET /g',
      'GET /hello/{name}',
      'GET /m',
      'GET /sub/s/{x}',
      'POST /m',
      'POST /p',
    ],
  },
  {
    name: 'Tornado, of pairs of path and class',
    files: {
      'app.py': `import tornado.web
from tornado.web import url
from handlers import StoryHandler

class MainHandler(tornado.web.RequestHandler):
    def get(self):
        self.write("x")

class App(tornado.web.Application):
    def __init__(self):
        handlers = [
            (r"/", MainHandler),
            (r"/archive/([0-9]+)/?", handlers.ArchiveHandler, dict(a=1)),
        ]
        super().__init__(handlers, **settings)

def make_app():
    return tornado.web.Application([
        (r"/story/(?P<id>\\d+)", StoryHandler, {"db": db}),
        url(r"/u/([^/]+)", UserHandler, name="u"),
    ])
`,
    },
    routes: ['ANY /', 'ANY /archive/{}', 'ANY /story/{id}', 'ANY /u/{}'],
  },
  {
    name: 'Tornado, of the lists that an application is given',
    files: {
      'app.py': `from tornado.web import Application
LOST = [(r"/lost", LostHandler)]
ROUTES = [(r"/here", HereHandler)]
app = Application(ROUTES)
`,
    },
    routes: ['ANY /here'],
  },
  {
    name: 'Sanic, of blueprints that are registered',
    files: {
      'server.py': `from sanic import Sanic
from .blueprints.users import bp
app = Sanic("x")
@app.route("/r", methods=["POST", "PUT"])
async def r(request):
    return 1
@app.get("/t/<foo_id:int>")
async def t(request, foo_id):
    return 1
app.add_route(handler, "/test", methods=["DELETE"])
app.add_route(SimpleView.as_view(), "/view")
app.blueprint(bp)
`,
      'blueprints/users.py': `from sanic import Blueprint
from sanic.views import HTTPMethodView
bp = Blueprint("users", url_prefix="/users")
@bp.delete("/<id:uuid>")
async def rm(request, id):
    return 1
lost = Blueprint("lost", url_prefix="/lost")
@lost.get("/")
async def l(request):
    return 1
`,
    },
    routes: [
      'DELETE /test',
      'DELETE /users/{id}',
      'GET /t/{foo_id}',
      'GET /view',
      'POST /r',
      'PUT /r',
    ],
  },
  {
    name: 'Django, of lists that are included, added and forgotten',
    files: {
      'proj/urls.py': `from django.urls import path, include
from rest_framework.routers import DefaultRouter
from rest_framework import viewsets
from shop import urls as shop_urls
from shop.urls import more as shop_more
from blog.urls import urlpatterns as blog_patterns
class OrderViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = None
router = DefaultRouter()
router.register(r'orders', OrderViewSet)
api_patterns = [path('', include(router.urls)), path('health/', health)]
api_patterns += [path('late/', late)]
named = ([path('x/', x)], 'named')
added = [path('added/', x)]
dead = [path('dead/', x)]  # dead
urlpatterns = [
    path('api/', include(api_patterns)),
    path('v2/', include(named)),
    path('v3/', include((api_patterns, 'v3'))),
    path('v4/', include(([path('y/', x), path('z/', include([path('deep/', x)]))], 'v4'), namespace='v4')),
    path('shop/', include(shop_urls)),
    path('more/', include(shop_more)),
    path('blog/', include(blog_patterns)),
] + added
urlpatterns += [path('end/', x)]
`,
      'shop/urls.py': `from django.urls import path
more = [path('m/', x)]
urlpatterns = [path('own/', x)]
`,
      'blog/urls.py': `from django.urls import path
urlpatterns = [path('posts/', x)]
`,
    },
    routes: [
      'ANY /added',
      'ANY /api/health',
      'ANY /api/late',
      'ANY /blog/posts',
      'ANY /end',
      'ANY /more/m',
      'ANY /shop/own',
      'ANY /v2/x',
      'ANY /v3/health',
      'ANY /v3/late',
      'ANY /v4/y',
      'ANY /v4/z/deep',
      'GET /api/orders',
      'GET /api/orders/{pk}',
      'GET /v3/orders',
      'GET /v3/orders/{pk}',
    ],
  },
  {
    name: 'Sanic, of versions',
    files: {
      'server.py': `from sanic import Sanic, Blueprint
app = Sanic("x")
bp = Blueprint("users", url_prefix="/users", version=1)
@bp.get("/list")
async def users(request):
    return 1
@app.get("/own", version=2)
async def own(request):
    return 1
@app.get("/plain")
async def plain(request):
    return 1
app.blueprint(bp)
`,
    },
    routes: ['GET /plain', 'GET /v1/users/list', 'GET /v2/own'],
  },
  {
    name: 'Flask, where routes take their blueprint by the full name of the package',
    files: {
      'app/__init__.py': `from flask import Flask
from app.auth import bp
app = Flask(__name__)
app.register_blueprint(bp, url_prefix="/auth")
`,
      'app/auth/__init__.py': `from flask import Blueprint
bp = Blueprint("auth", __name__)
from app.auth import routes
`,
      'app/auth/routes.py': `from app.auth import bp
@bp.route("/login", methods=["POST"])
def login(): return "x"
`,
    },
    routes: ['POST /auth/login'],
  },
  {
    name: 'FastAPI, of the routers of a list that is walked',
    files: {
      'main.py': `from fastapi import FastAPI
from items import routers
from health import router as health
app = FastAPI()
app.include_router(health)
for prefix, each in routers:
    app.include_router(each, prefix="/api")
`,
      'items.py': `from fastapi import APIRouter
items = APIRouter()
@items.get("/items")
def show(): return all()
routers = [("", items)]
`,
      'health.py': `from fastapi import APIRouter
router = APIRouter()
@router.get("/health")
def health(): return up()
`,
      'stray.py': `from fastapi import APIRouter
stray = APIRouter()
@stray.get("/stray")
def one(): return all()
`,
    },
    routes: ['GET /api/items', 'GET /health'],
  },
]

describe('the routes that the frameworks of Python register', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files)).toEqual(routes)
  })
})
