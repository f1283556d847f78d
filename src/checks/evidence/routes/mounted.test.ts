import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

const statusesOf = async (files: Files, endpoints: readonly string[]) => {
  const resources = endpoints.map(
    (each, index) => `    r${index}:\n      attributes:\n        endpoints: ["${each}"]\n`,
  )
  const found = await judge(files, `  endpoint:\n${resources.join('')}`)
  return Object.fromEntries(
    endpoints.map((each, index) => [each, found.get(`endpoint.r${index}`)!.status]),
  )
}

const gin: Files = {
  'go.mod': 'module example.org/pond\n',
  'main.go': `package main
import "github.com/gin-gonic/gin"
func main() {
	r := gin.New()
	api := r.Group("/api")
	registerFish(api.Group("/fish", requireKey), 1)
	r.Run()
}
func registerFish(g *gin.RouterGroup, n int) {
	g.GET("/:id", func(c *gin.Context) { c.JSON(200, n) })
}
func registerDebug(g *gin.RouterGroup) {
	g.GET("/debug", func(c *gin.Context) { c.JSON(200, 1) })
}
`,
}

const aspnet: Files = {
  'Program.cs': `var app = WebApplication.Create(args);
app.MapGroup("/api/ponds").MapPonds();
app.MapFish();
app.Run();
`,
  'Endpoints/Ponds.cs': `public static class Ponds
{
    public static RouteGroupBuilder MapPonds(this RouteGroupBuilder group)
    {
        group.MapGet("{id}", (int id) => Find(id));
        return group;
    }
    public static RouteGroupBuilder MapWeed(this RouteGroupBuilder group)
    {
        group.MapGet("/weed", () => Weed());
        return group;
    }
}
`,
  'Endpoints/Fish.cs': `public static class Fish
{
    public static void MapFish(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/fish");
        group.MapPost("/", () => throw new NotImplementedException());
    }
}
`,
}

const axum: Files = {
  'src/main.rs': `use axum::Router;
mod ponds;
#[tokio::main]
async fn main() {
    axum::serve(listener(), app()).await.unwrap();
}
fn app() -> Router {
    Router::new().nest("/api", ponds::router())
}
fn unused() -> Router {
    Router::new().route("/old", axum::routing::get(old))
}
async fn old() -> u8 { 1 }
`,
  'src/ponds.rs': `use axum::{routing::get, Router};
pub fn router() -> Router {
    Router::new().route("/ponds/:id", get(show).patch(change))
}
async fn show() -> u8 { 1 }
async fn change() -> u8 { todo!() }
`,
}

const hono: Files = {
  'src/app.ts': `import { Hono } from 'hono'
import { ponds } from './ponds'
const app = new Hono()
app.route('/ponds', ponds)
export default app
`,
  'src/ponds.ts': `import { Hono } from 'hono'\nexport const ponds = new Hono()\nponds.get('/:id', c => c.json(find(c)))\n`,
  'src/weed.ts': `import { Hono } from 'hono'\nexport const weed = new Hono()\nweed.get('/weed', c => c.json(find(c)))\n`,
  'src/inner.ts': `import { Hono } from 'hono'\nexport const inner = new Hono()\ninner.get('/inner', c => c.json(find(c)))\n`,
  'src/serve.ts': `import { serve } from '@hono/node-server'\nimport { inner } from './inner'\nserve({ fetch: inner.fetch, port: 1 })\n`,
}

const django: Files = {
  'pond/urls.py': `from django.urls import path
from . import views
urlpatterns = [path("fish/", views.fish), path("weed/", views.weed), path("frogs/", views.frogs)]
`,
  'pond/views.py': `from django.views.decorators.http import require_http_methods
def fish(request):
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    return JsonResponse({"fish": count()})
@require_http_methods(["PUT", "DELETE"])
def weed(request):
    return JsonResponse({"weed": count()})
def frogs(request):
    return JsonResponse({"frogs": count()})
`,
}

describe('an endpoint lies below what its router is handed by', () => {
  it.each<[string, Files, Readonly<Record<string, string>>]>([
    [
      'gin, a group made in place',
      gin,
      { 'GET /api/fish/:id': 'implemented', 'GET /:id': 'missing', 'GET /debug': 'missing' },
    ],
    [
      'aspnet, an extension method',
      aspnet,
      {
        'GET /api/ponds/{id}': 'implemented',
        'GET /{id}': 'missing',
        'POST /fish': 'partial',
        'GET /weed': 'missing',
      },
    ],
    [
      'axum, a function of another module',
      axum,
      {
        'GET /api/ponds/:id': 'implemented',
        'PATCH /api/ponds/:id': 'partial',
        'GET /ponds/:id': 'missing',
        'GET /old': 'missing',
      },
    ],
    [
      'hono, where anybody asks for the router',
      hono,
      { 'GET /ponds/:id': 'implemented', 'GET /weed': 'missing', 'GET /inner': 'implemented' },
    ],
    [
      'django, where the view does not refuse it',
      django,
      {
        'GET /fish': 'implemented',
        'POST /fish': 'missing',
        'PUT /weed': 'implemented',
        'GET /weed': 'missing',
        'POST /frogs': 'implemented',
      },
    ],
  ])('%s', async (_, files, expected) => {
    expect(await statusesOf(files, Object.keys(expected))).toEqual(expected)
  })
})

const controller = `using Microsoft.AspNetCore.Mvc;
namespace Shop;

[ApiController]
[Route("api/[controller]")]
public class UsersController : ControllerBase
{
    [HttpGet("{id:int}")]
    public IActionResult Get(int id) { return Ok(repo.Find(id)); }
    [HttpPost]
    public IActionResult Add(User user) { throw new NotImplementedException(); }
}
`
const minimal = `var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/Pools/{id}", (int id) => Results.Ok(id));
var api = app.MapGroup("/v1");
api.MapPost("/pools", (Pool pool) => Results.Ok(Save(pool)));
app.Run();
`

it('the routes of ASP.NET are those of controllers and of the minimal style, without case', async () => {
  const files = { 'Users.cs': controller, 'Program.cs': minimal }
  expect(
    await statusesOf(files, [
      'GET /api/users/{id}',
      'POST /api/Users',
      'DELETE /api/users/{id}',
      'GET /pools/:id',
      'POST /v1/pools',
      'POST /pools',
    ]),
  ).toEqual({
    'GET /api/users/{id}': 'implemented',
    'POST /api/Users': 'partial',
    'DELETE /api/users/{id}': 'missing',
    'GET /pools/:id': 'implemented',
    'POST /v1/pools': 'implemented',
    'POST /pools': 'missing',
  })
})

const nest = (options: string): Files => ({
  'users.ts': `import { Controller, Get } from '@nestjs/common'
@Controller({ path: 'users', version: '1' })
export class Users {
  @Get(':id')
  one() {
    return this.all.one()
  }
}
`,
  'shop.ts': `import { DynamicModule, Module } from '@nestjs/common'
import { Users } from './users'
@Module({})
export class Shop {
  static forRoot(): DynamicModule {
    return {
      module: Shop,
      providers: [{ provide: 'X', useValue: 1 }],
      controllers: [Users],
    }
  }
}
`,
  'main.ts': `import { Module, VersioningType } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { Shop } from './shop'
@Module({ imports: [Shop.forRoot()] })
export class App {}
async function start() {
  const app = await NestFactory.create(App)
  app.setGlobalPrefix('api')
  ${options}
  await app.listen(1)
}
start()
`,
})

it.each([
  ['', 'GET /api/users/:id'],
  ['app.enableVersioning({ type: VersioningType.URI })', 'GET /api/v1/users/:id'],
  ["app.enableVersioning({ type: VersioningType.URI, prefix: 'r' })", 'GET /api/r1/users/:id'],
  ["app.enableVersioning({ type: VersioningType.HEADER, header: 'v' })", 'GET /api/users/:id'],
])(
  'a controller of a dynamic module of Nest with a version, below %s, serves %s',
  async (options, served) => {
    const endpoints = ['GET /api/users/:id', 'GET /api/v1/users/:id', 'GET /api/r1/users/:id']
    const found = await statusesOf(nest(options), endpoints)
    const expected = endpoints.map(each => [each, each === served ? 'implemented' : 'missing'])
    expect(found).toEqual(Object.fromEntries(expected))
  },
)
