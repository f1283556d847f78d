import { describe, expect, it } from 'vitest'
import type { RouteCase } from '../../../test/routes.ts'
import { depthOfText } from '../../../test/tree.ts'

const lookAlikes: readonly RouteCase[] = [
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
    name: 'a class of the file that is called like a router',
    path: 'src/a.ts',
    text: `class Router<T> { get(p: string, h: T) { return h } }\nconst router = new Router()\nrouter.get('/x', () => 1)\nnew Router().get('/y', () => 1)\n`,
    routes: [],
  },
  {
    name: 'a class of Python that is called like an application',
    path: 'a.py',
    text: `import fastapi\nclass FastAPI:\n    def get(self, path): ...\napp = FastAPI()\n@app.get("/x")\ndef x(): return 1\n`,
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
  it.each(lookAlikes)('are none for $name', ({ path, text }) => {
    expect(depthOfText(path, text).routes).toEqual([])
  })
})
