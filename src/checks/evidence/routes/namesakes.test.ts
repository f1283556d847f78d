import { expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const manifest = '[package]\nname = "app"\n[dependencies]\naxum = "0.7"\nactix-web = "4"\n'
const go = (name: string, path: string) => `package ${name}
import "github.com/gin-gonic/gin"
func Register(r *gin.Engine) { r.GET("${path}", func(c *gin.Context) { c.JSON(200, all()) }) }
`
const main = (more: string) => `package main
import ("github.com/gin-gonic/gin"; "example.org/x/users"${more})
func main() { r := gin.Default(); users.Register(r); r.Run() }
`
const express = (path: string) =>
  `exports.register = app => { app.get('${path}', (req, res) => res.json(all())) }\n`
const module = (path: string) =>
  `export function register(app) { app.get('${path}', (req, res) => res.json(all())) }\n`
const app = (line: string) => `const app = require('express')()\n${line}\napp.listen(1)\n`
const ktor = (name: string, path: string) => `package app.${name}
import io.ktor.server.routing.*
fun Route.routes() { get("${path}") { call.respond(all()) } }
`
const axum = (path: string) => `use axum::{Router, routing::get};
pub fn router() -> Router { Router::new().route("${path}", get(|| async { all() })) }
`
const actix = (path: string) => `use actix_web::{web, HttpResponse};
pub fn config(cfg: &mut web::ServiceConfig) { cfg.route("${path}", web::get().to(list)); }
async fn list() -> HttpResponse { HttpResponse::Ok().body(all()) }
`
const aspnet = (name: string, path: string) =>
  `public static class ${name} { public static void Map(WebApplication app) { app.MapGet("${path}", () => All()); } }\n`

const onlyUsers = ['GET /users: implemented', 'GET /lost: missing']
const both = ['GET /users: implemented', 'GET /lost: implemented']
const goFiles = { 'go.mod': 'module example.org/x\n', 'users/u.go': go('users', '/users') }

const cases: readonly EndpointCase[] = [
  {
    name: 'Go, of a package that nobody imports',
    files: { ...goFiles, 'main.go': main(''), 'lost/u.go': go('lost', '/lost') },
    verdicts: onlyUsers,
  },
  {
    name: 'Go, of a package that is called as well',
    files: {
      ...goFiles,
      'main.go': main('; other "example.org/x/lost"').replace('r.Run', 'other.Register(r); r.Run'),
      'lost/u.go': go('lost', '/lost'),
    },
    verdicts: both,
  },
  {
    name: 'JavaScript, required in place',
    files: {
      'app.js': app("require('./users').register(app)"),
      'users.js': express('/users'),
      'lost.js': express('/lost'),
    },
    verdicts: onlyUsers,
  },
  {
    name: 'JavaScript, where both are required in place',
    files: {
      'app.js': app("require('./users').register(app)\nrequire('./lost').register(app)"),
      'users.js': express('/users'),
      'lost.js': express('/lost'),
    },
    verdicts: both,
  },
  {
    name: 'JavaScript, called on what nobody can tell',
    files: {
      'app.js': app(
        "require('./users').register(app)\nfor (const each of parts()) each.register(app)",
      ),
      'users.js': express('/users'),
      'lost.js': express('/lost'),
    },
    verdicts: both,
  },
  ...[
    ["import { setup } from './users'", 'setup(app)'],
    ["import * as users from './users'", 'users.setup(app)'],
    ["import { setup as begin } from './users'", 'begin(app)'],
  ].map(([line, call]) => ({
    name: `JavaScript by ${line}`,
    files: {
      'app.js': app(`${call}`).replace(
        "const app = require('express')",
        `${line}\nimport express from 'express'\nconst app = express`,
      ),
      'users.js': module('/users').replace('register', 'setup'),
      'lost.js': module('/lost').replace('register', 'setup'),
    },
    verdicts: onlyUsers,
  })),
  {
    name: 'JavaScript, through a barrel,',
    files: {
      'app.js':
        "import express from 'express'\nimport { register, lost } from './all'\nconst app = express()\nregister(app)\nlost(app)\napp.listen(1)\n",
      'all.js': "export * from './users'\nexport { register as lost } from './lost'\n",
      'users.js': module('/users'),
      'lost.js': module('/lost'),
    },
    verdicts: both,
  },
  {
    name: 'another language',
    files: {
      ...goFiles,
      'main.go': main(''),
      'lost.js': `const app = require('express')()\nfunction Register() { app.get('/lost', (req, res) => res.json(all())) }\napp.listen(1)\n`,
    },
    verdicts: onlyUsers,
  },
  {
    name: 'Kotlin beside Rust',
    files: {
      'src/main.rs': 'fn main() { let lost = 1; print(lost); }\n',
      'App.kt': `package app
import io.ktor.server.routing.*
import io.ktor.server.application.*
fun main() { embeddedServer(Netty, port = 8080, module = Application::module).start(wait = true) }
fun Application.module() { routing { users() } }
fun Route.users() { get("/users") { call.respond(all()) } }
fun Route.lost() { get("/lost") { call.respond(all()) } }
`,
    },
    verdicts: onlyUsers,
  },
  {
    name: 'axum',
    files: {
      'Cargo.toml': manifest,
      'src/main.rs':
        'use axum::Router;\nmod users; mod lost;\n#[tokio::main]\nasync fn main() { let app = Router::new().merge(users::router()); axum::serve(l, app).await.unwrap(); }\n',
      'src/users.rs': axum('/users'),
      'src/lost.rs': axum('/lost'),
    },
    verdicts: onlyUsers,
  },
  {
    name: 'axum, where both are merged,',
    files: {
      'Cargo.toml': manifest,
      'src/main.rs':
        'use axum::Router;\nuse crate::lost::router;\nmod users; mod lost;\n#[tokio::main]\nasync fn main() { let app = Router::new().merge(users::router()).merge(router()); axum::serve(l, app).await.unwrap(); }\n',
      'src/users.rs': axum('/users'),
      'src/lost.rs': axum('/lost'),
    },
    verdicts: both,
  },
  ...[
    ['', onlyUsers],
    ['.configure(lost::config)', both],
  ].map(([more, verdicts]) => ({
    name: `Actix with ${more as string} and`,
    files: {
      'Cargo.toml': manifest,
      'src/main.rs': `use actix_web::{App, HttpServer, web};\nmod users; mod lost;\n#[actix_web::main]\nasync fn main() -> std::io::Result<()> { HttpServer::new(|| App::new().configure(users::config)${more as string}).bind(("0.0.0.0", 1))?.run().await }\n`,
      'src/users.rs': actix('/users'),
      'src/lost.rs': actix('/lost'),
    },
    verdicts: verdicts as readonly string[],
  })),
  ...[
    ['', '', onlyUsers],
    ['import app.lost.routes as more\n', 'more()', both],
  ].map(([line, call, verdicts]) => ({
    name: `Ktor with ${line as string} and`,
    files: {
      'U.kt': ktor('users', '/users'),
      'L.kt': ktor('lost', '/lost'),
      'App.kt': `package app
import io.ktor.server.routing.*
import io.ktor.server.application.*
import app.users.routes
${line as string}fun main() { embeddedServer(Netty, port = 8080, module = Application::module).start(wait = true) }
fun Application.module() { routing { routes(); ${call as string} } }
`,
    },
    verdicts: verdicts as readonly string[],
  })),
  ...[
    ['', onlyUsers],
    ['Lost.Map(app);\n', both],
  ].map(([call, verdicts]) => ({
    name: `C# with ${call as string} and`,
    files: {
      'Program.cs': `var app = WebApplication.CreateBuilder(args).Build();\nUsers.Map(app);\n${call as string}app.Run();\n`,
      'Users.cs': aspnet('Users', '/users'),
      'Lost.cs': aspnet('Lost', '/lost'),
    },
    verdicts: verdicts as readonly string[],
  })),
]

it.each(cases)('$name a function is used where it is the one that is meant', async each => {
  expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
})
