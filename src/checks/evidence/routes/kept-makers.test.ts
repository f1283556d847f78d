import { describe, expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const express = "const express = require('express')\n"
const chi = (name: string) =>
  `package users\nimport ("net/http"; "github.com/go-chi/chi/v5")\nfunc ${name}() http.Handler { r := chi.NewRouter(); r.Get("/", func(w http.ResponseWriter, q *http.Request) { w.Write(all()) }); return r }\n`
const axum = (path: string) =>
  `use axum::{routing::get, Router};\npub fn router() -> Router { Router::new().route("${path}", get(list)) }\nasync fn list() -> String { all() }\n`

const cases: readonly EndpointCase[] = [
  {
    name: 'JavaScript',
    files: {
      'app.js': `${express}const { makeUsers, makeLost } = require('./users')
const app = express()
const users = makeUsers({ all })
function start() {
  const lost = makeLost()
  return lost
}
app.use('/users', users)
app.use('/lost', lost)
app.listen(1)
`,
      'users.js': `${express}exports.makeUsers = ({ all }) => { const r = express.Router(); r.get('/', (req, res) => res.json(all())); return r }
exports.makeLost = () => { const r = express.Router(); r.get('/', (req, res) => res.json(all())); return r }
`,
    },
    verdicts: ['GET /users: implemented', 'GET /lost: missing'],
  },
  {
    name: 'Python',
    files: {
      'main.py':
        'from fastapi import FastAPI\nfrom users import make_router\napp = FastAPI()\nusers = make_router()\napp.include_router(users, prefix="/users")\n',
      'users.py':
        'from fastapi import APIRouter\ndef make_router():\n    r = APIRouter()\n    @r.get("/")\n    def list_all():\n        return every()\n    return r\n',
    },
    verdicts: ['GET /users: implemented', 'GET /: missing'],
  },
  {
    name: 'Go',
    files: {
      'go.mod': 'module example.org/x\n',
      'main.go':
        'package main\nimport ("net/http"; "github.com/go-chi/chi/v5"; "example.org/x/users")\nfunc main() {\n\tr := chi.NewRouter()\n\tu := users.Router()\n\tr.Mount("/users", u)\n\thttp.ListenAndServe(":1", r)\n}\n',
      'users/u.go': chi('Router'),
    },
    verdicts: ['GET /users: implemented', 'GET /: missing'],
  },
  {
    name: 'Rust',
    files: {
      'Cargo.toml': '[package]\nname = "a"\n[dependencies]\naxum = "0.7"\n',
      'src/main.rs':
        'use axum::Router;\nmod users;\nmod items;\nasync fn main() {\n    let users = users::router();\n    let app = Router::new().nest("/users", users).merge(items::router());\n    axum::serve(listener, app).await.unwrap();\n}\n',
      'src/users.rs': axum('/'),
      'src/items.rs': axum('/items'),
    },
    verdicts: ['GET /users: implemented', 'GET /items: implemented', 'GET /users/items: missing'],
  },
]

describe('a router that a function makes and a name keeps until it is mounted', () => {
  it.each(cases)('is served in $name', async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  })
})
