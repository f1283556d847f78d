import { expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const handler = '(req, res) => { res.json(all()) }'
const cases: readonly EndpointCase[] = [
  {
    name: 'Fastify, in files that do not name it',
    files: {
      'server.js': `import Fastify from 'fastify'
import slots, { shows } from './slots.js'
const app = Fastify()
app.register(slots, { prefix: '/slots' })
app.register(shows)
app.listen({ port: 1 })
`,
      'slots.js': `export default async function slots(app) { app.get('/', async () => all()) }
export async function shows(app) { app.get('/shows', async () => all()) }
export async function lost(app) { app.get('/lost', async () => all()) }
`,
    },
    verdicts: ['GET /slots: implemented', 'GET /shows: implemented', 'GET /lost: missing'],
  },
  {
    name: 'Ktor, in a method that a framework of commands calls',
    files: {
      'Api.kt': `package app
import io.ktor.server.application.Application
import io.ktor.server.routing.get
import io.ktor.server.routing.routing
fun Application.api() { routing { get("/a") { call.respond(all()) } } }
fun Application.lost() { routing { get("/lost") { call.respond(all()) } } }
`,
      'Main.kt': `package app
import com.github.ajalt.clikt.core.CliktCommand
import io.ktor.server.engine.embeddedServer
class Serve : CliktCommand(name = "serve") {
    override fun run() {
        embeddedServer(Netty, port = 1) { api() }.start(wait = true)
    }
    fun never() { embeddedServer(Netty, port = 2) { lost() }.start(wait = true) }
}
fun main(args: Array<String>) = Serve().main(args)
`,
    },
    verdicts: ['GET /a: implemented', 'GET /lost: missing'],
  },
  {
    name: 'JavaScript',
    files: {
      'app.js': `const app = require('express')()
function debugRoutes() { app.get('/debug', ${handler}) }
const arrow = () => { app.get('/arrow', ${handler}) }
function usedRoutes() { app.get('/used', ${handler}) }
function passed() { app.get('/passed', ${handler}) }
function outer() {
  function inner() { app.get('/inner', ${handler}) }
  app.get('/outer', ${handler})
}
outer()
usedRoutes()
connect().then(passed)
class Server { start() { app.get('/method', ${handler}) } }
new Server().start()
app.listen(1)
module.exports = app
`,
      'late.js': `import app from './app'
export default function setup() { app.get('/late', ${handler}) }
`,
      'more.js': `import app from './app'
export function start() { app.get('/more', ${handler}) }
export function never() { app.get('/never', ${handler}) }
`,
      'index.js': `import late from './late'
import { start as begin } from './more'
late()
begin()
`,
    },
    verdicts: [
      'GET /debug: missing',
      'GET /arrow: missing',
      'GET /inner: missing',
      'GET /never: missing',
      'GET /used: implemented',
      'GET /passed: implemented',
      'GET /outer: implemented',
      'GET /method: implemented',
      'GET /late: implemented',
      'GET /more: implemented',
    ],
  },
  {
    name: 'Python',
    files: {
      'main.py': `from flask import Flask
app = Flask(__name__)
def debug():
    @app.route('/debug')
    def x():
        return all()
def used():
    @app.route('/used')
    def y():
        return all()
@app.route('/plain')
def plain():
    return all()
used()
`,
    },
    verdicts: ['GET /debug: missing', 'GET /used: implemented', 'GET /plain: implemented'],
  },
  {
    name: 'Go',
    files: {
      'go.mod': 'module example.org/x\n',
      'main.go': `package main
import "net/http"
var mux = http.NewServeMux()
func debug() { mux.HandleFunc("GET /debug", h) }
func used() { mux.HandleFunc("GET /used", h) }
func init() { mux.HandleFunc("GET /init", h) }
func h(w http.ResponseWriter, r *http.Request) { w.Write(all()) }
func main() { used(); http.ListenAndServe(":1", mux) }
`,
    },
    verdicts: ['GET /debug: missing', 'GET /used: implemented', 'GET /init: implemented'],
  },
  ...[
    [
      'application.yaml',
      'ktor:\n  application:\n    modules:\n      # - a.LostKt.lost\n      - a.b.ServerKt.module\n      - a.b.ServerKt.more\n',
    ],
    [
      'application.conf',
      'ktor {\n  application {\n    modules = [ a.b.ServerKt.module,\n      a.b.ServerKt.more ]\n  }\n}\n',
    ],
  ].map(([config, text]) => ({
    name: `Kotlin that ${config} does not name and`,
    files: {
      [`src/main/resources/${config}`]: text!,
      'src/main/kotlin/Server.kt': `package a.b
import io.ktor.server.application.*
import io.ktor.server.routing.*
fun Application.module() { routing { get("/users") { call.respond(all()) } } }
fun Application.more() { routing { get("/more") { call.respond(all()) } } }
fun Application.lost() { routing { get("/lost") { call.respond(all()) } } }
`,
    },
    verdicts: ['GET /users: implemented', 'GET /more: implemented', 'GET /lost: missing'],
  })),
]

it.each(cases)('a function of $name that nobody calls registers nothing', async each => {
  expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
})
