import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

const statusOf = async (files: Readonly<Record<string, string>>, resource: string) => {
  const [evidence] = [...(await judge(files, resource)).values()]
  return evidence!.status
}

const endpoint = (endpoints: string, more = '') =>
  `  endpoint:\n    x:\n      attributes:\n        endpoints: [${endpoints}]\n${more}`

const app = `import express from 'express'
import users from './users'
import * as views from './views'
const app = express()
app.use('/api/users', users)
app.get('/export', (req, res) => res.status(501).end())
app.get('/named', views.named)
app.get('/choice', (req, res) => {
  if (!req.query.x) return res.status(501).end()
  res.json(req.query.x)
})
`
const users = `import { Router } from 'express'
const router = Router()
router.get('/:id', (req, res) => res.json(find(req.params.id)))
router.post('/', create)
function create(req, res) {
  throw new Error('not implemented')
}
export default router
`
const views = `export function named(req, res) {
  log.warn('later')
  res.status(501).json({ error: 'not implemented' })
}
export function other(req, res) {
  res.json({ status: 200 })
}
`
const files = { 'src/app.ts': app, 'src/users.ts': users, 'src/views.ts': views }

describe('an endpoint', () => {
  it.each([
    ['the path under every prefix', '"GET /api/users/:id"', 'implemented'],
    ['the path without its prefix', '"GET /:id"', 'missing'],
    ['another method', '"PATCH /api/users/:id"', 'missing'],
    ['a handler that raises', '"POST /api/users"', 'partial'],
    ['a handler in place that only answers 501', 'GET /export', 'partial'],
    ['a handler elsewhere that only answers 501', 'GET /named', 'partial'],
    ['a handler with a branch that answers 501', 'GET /choice', 'implemented'],
  ])('with %s: %s is %s', async (_, endpoints, status) => {
    expect(await statusOf(files, endpoint(endpoints))).toBe(status)
  })

  it('is found in the file that registers it and in the one that answers it, and in no other', async () => {
    const placed = (file: string) => endpoint('GET /named', `      files: [${file}]\n`)
    expect(await statusOf(files, placed('src/app.ts'))).toBe('partial')
    expect(await statusOf(files, placed('src/views.ts'))).toBe('partial')
    expect(await statusOf(files, placed('src/users.ts'))).toBe('missing')
  })

  it('of a class of methods is each method that the class has', async () => {
    const flask = {
      'app.py': `from flask import Flask
from flask.views import MethodView
app = Flask(__name__)
class LoanView(MethodView):
    def get(self, id):
        return find(id)
    def put(self, id):
        raise NotImplementedError
app.add_url_rule("/loans/<int:id>", view_func=LoanView.as_view("loan"))
`,
    }
    expect(await statusOf(flask, endpoint('"GET /loans/:id"'))).toBe('implemented')
    expect(await statusOf(flask, endpoint('"PUT /loans/:id"'))).toBe('partial')
    expect(await statusOf(flask, endpoint('"DELETE /loans/:id"'))).toBe('missing')
  })

  it('below the context path of Spring', async () => {
    const spring = {
      'src/main/resources/application.yml': 'server:\n  servlet:\n    context-path: /shop\n',
      'src/main/java/A.java': `import org.springframework.web.bind.annotation.*;\n@RestController\nclass A {\n  @GetMapping("/items")\n  String items() { return load(); }\n}\n`,
    }
    expect(await statusOf(spring, endpoint('GET /shop/items'))).toBe('implemented')
    expect(await statusOf(spring, endpoint('GET /items'))).toBe('missing')
  })

  it('of one function for all methods is each that it does not refuse', async () => {
    const text = `export default function handler(req, res) {\n  if (req.method !== 'POST') return res.status(405).end()\n  res.json(save(req.body))\n}\n`
    const next = { 'pages/api/news.ts': text }
    expect(await statusOf(next, endpoint('POST /api/news'))).toBe('implemented')
    expect(await statusOf(next, endpoint('GET /api/news'))).toBe('missing')
  })

  it('is tested where a test asks for its method and path', async () => {
    const tested = (endpoints: string) => endpoint(endpoints, '      tests: [test/users.test.ts]\n')
    const test = `it('shows', async () => {\n  await request(app).get('/api/users/42').expect(200)\n  // request(app).get('/export')\n  const text = '/choice'\n})\n`
    const all = { ...files, 'test/users.test.ts': test }
    expect(await statusOf(all, tested('"GET /api/users/:id"'))).toBe('implemented')
    expect(await statusOf(all, tested('GET /choice'))).toBe('partial')
  })
})

describe('a command without files', () => {
  const command = (name: string) =>
    `  command:\n    x:\n      attributes:\n        commands: [${name}]\n`
  const cli = `import click

@click.group()
def main():
    """x"""

@main.command("count-levels")
def count_levels():
    print(1)

@main.command()
def tail():
    raise NotImplementedError
`
  it.each([
    ['count-levels', 'implemented'],
    ['tail', 'partial'],
    ['grep', 'missing'],
  ])('%s is %s', async (name, status) => {
    const all = { 'cli.py': cli, 'lib.py': 'def grep_lines(x):\n    return x\n' }
    expect(await statusOf(all, command(name))).toBe(status)
  })
})

describe('a table', () => {
  const table = (name: string, more = '') =>
    `  table:\n    x:\n      attributes:\n        tables: [${name}]\n${more}`

  it.each([
    ['of SQL', 'orders', 'implemented'],
    ['that a later migration drops', 'coupons', 'missing'],
    ['that a migration drops and a later one creates anew', 'reviews', 'implemented'],
    ['that only the way back drops', 'lines', 'implemented'],
    ['that only the way back creates', 'ghosts', 'missing'],
  ])('%s: %s is %s', async (_, name, status) => {
    const all = {
      'db/V1__a.up.sql':
        'CREATE TABLE public.orders (id int);\nCREATE TABLE coupons (id int);\nCREATE TABLE reviews (id int);\nCREATE TABLE lines (id int);\n',
      'db/V1__a.down.sql': 'DROP TABLE orders;\n',
      'db/V2__b.up.sql':
        "-- DROP TABLE orders;\nDROP TABLE IF EXISTS reviews, coupons;\nINSERT INTO x VALUES ('DROP TABLE lines');\n",
      'db/V10__c.up.sql':
        'CREATE TABLE reviews (id int);\n-- +goose Down\nDROP TABLE lines;\nCREATE TABLE ghosts (id int);\n',
    }
    expect(await statusOf(all, table(name))).toBe(status)
    expect(await statusOf(all, table(name, '      files: ["db/*.sql"]\n'))).toBe(status)
  })

  it('of one file counts in the order of its lines', async () => {
    const text =
      'CREATE TABLE a (id int);\nDROP TABLE a;\nDROP TABLE IF EXISTS b;\nCREATE TABLE b (id int);\n'
    expect(await statusOf({ 'db/schema.sql': text }, table('a'))).toBe('missing')
    expect(await statusOf({ 'db/schema.sql': text }, table('b'))).toBe('implemented')
  })

  it('that a later migration in a folder of its own renames is there under the new name alone', async () => {
    const all = {
      'prisma/migrations/1_init/migration.sql': 'CREATE TABLE "ponds" (id int);\n',
      'prisma/migrations/2_pools/migration.sql': 'ALTER TABLE "ponds" RENAME TO "pools";\n',
    }
    expect(await statusOf(all, table('ponds'))).toBe('missing')
    expect(await statusOf(all, table('pools'))).toBe('implemented')
  })

  it.each([
    [
      'knex',
      'migrations/2_drop.js',
      `exports.up = knex => knex.schema.dropTable('a')\nexports.down = knex => knex.schema.createTable('a', t => {})\n`,
      'migrations/1_create.js',
      `exports.up = async knex => {\n  await knex.schema.createTable('a', t => t.increments())\n  await knex.schema.createTable('b', t => t.increments())\n}\nexports.down = async knex => {\n  await knex.schema.dropTable('b')\n}\n`,
    ],
    [
      'rails',
      'db/migrate/2_drop.rb',
      `class Drop < ActiveRecord::Migration[7.1]\n  def up\n    drop_table :a\n  end\n\n  def down\n    create_table :a\n  end\nend\n`,
      'db/migrate/1_create.rb',
      `class Create < ActiveRecord::Migration[7.1]\n  def change\n    create_table :a do |t|\n    end\n    create_table :b do |t|\n    end\n  end\nend\n`,
    ],
    [
      'laravel',
      'database/migrations/2_drop.php',
      `<?php\nreturn new class extends Migration {\n    public function up(): void { Schema::dropIfExists('a'); }\n    public function down(): void { Schema::create('a', fn ($t) => $t->id()); }\n};\n`,
      'database/migrations/1_create.php',
      `<?php\nreturn new class extends Migration {\n    public function up(): void {\n        Schema::create('a', fn ($t) => $t->id());\n        Schema::create('b', fn ($t) => $t->id());\n    }\n    public function down(): void {\n        Schema::drop('b');\n    }\n};\n`,
    ],
    [
      'alembic, whose names tell no order',
      'versions/a1_drop.py',
      `from alembic import op\nrevision = "a1"\ndown_revision = "f1"\ndef upgrade():\n    op.drop_table("a")\ndef downgrade():\n    op.create_table("a")\n`,
      'versions/f1_create.py',
      `from alembic import op\nrevision = "f1"\ndown_revision = None\ndef upgrade():\n    op.create_table("a")\n    op.create_table("b")\ndef downgrade():\n    op.drop_table("b")\n`,
    ],
  ])('of %s counts what the way forth leaves', async (_, second, drop, first, create) => {
    const all = { [first]: create, [second]: drop }
    expect(await statusOf(all, table('a'))).toBe('missing')
    expect(await statusOf(all, table('b'))).toBe('implemented')
  })
})

const tornado = `import tornado.web

class Story(tornado.web.RequestHandler):
    def get(self, id):
        self.write(find(id))

    def delete(self, id):
        raise NotImplementedError()

app = tornado.web.Application([(r"/story/([0-9]+)", Story)])
`

describe('an endpoint that a class answers', () => {
  it.each([
    ['by one of its methods', '"GET /story/:id"', 'implemented'],
    ['by a method that refuses', '"DELETE /story/:id"', 'partial'],
    ['by no method', '"POST /story/:id"', 'missing'],
  ])('%s: %s is %s', async (_, endpoints, status) => {
    expect(await statusOf({ 'app.py': tornado }, endpoint(endpoints))).toBe(status)
  })
})

const shelf = `<?php
use Symfony\\Component\\Routing\\Attribute\\Route;
class ShelfController
{
    #[Route('/shelves', methods: ['GET'])]
    public function index() { return $this->json($this->all()); }
}
`

describe('an endpoint of Symfony', () => {
  it.each([
    ['GET /api/shelves', 'implemented'],
    ['GET /shelves', 'missing'],
  ])('%s is %s below the prefix that configuration gives its folder', async (each, status) => {
    const imported =
      'controllers:\n    resource:\n        path: ../src/Controller/\n        namespace: App\\Controller\n    type: attribute\n    prefix: /api\n'
    const own = { 'config/routes.yaml': imported, 'src/Controller/ShelfController.php': shelf }
    expect(await statusOf(own, endpoint(each))).toBe(status)
  })
})

const extra = `<?php
use Symfony\\Component\\Routing\\Attribute\\Route;
class ExtraController
{
    public const PATH = '/extra';
    #[Route(self::PATH, methods: ['GET'])]
    public function extra(): Response { return $this->json($this->all()); }
    #[Route(self::PATH . '/deep', methods: ['GET'])]
    public function deep(): Response { return $this->json($this->all()); }
    #[Route(Paths::OTHER, methods: ['GET'])]
    public function other(): Response { return $this->json($this->all()); }
    #[Route('/one', methods: ['GET'])] public function one(): Response { return $this->json($this->all()); }
    # #[Route('/off', methods: ['GET'])] public function off(): Response { return $this->json($this->all()); }
}
`

describe('an attribute of Symfony', () => {
  it.each([
    ['GET /extra', 'implemented'],
    ['GET /extra/deep', 'implemented'],
    ['GET /one', 'implemented'],
    ['GET /', 'missing'],
    ['GET /off', 'missing'],
  ])(
    'is read whether its path is a constant or its method stands behind it: %s is %s',
    async (each, status) => {
      expect(await statusOf({ 'src/ExtraController.php': extra }, endpoint(each))).toBe(status)
    },
  )
})

const lumen = `<?php
$router->get('/books', 'BookController@index');
$router->post('/books', 'BookController@add');
`
const books = `<?php
class BookController
{
    public function index() { return $this->all(); }
    public function add() { throw new \\LogicException('not implemented'); }
}
`

describe('an endpoint whose handler is named in a text', () => {
  it.each([
    ['GET /books', 'implemented'],
    ['POST /books', 'partial'],
  ])('%s is %s', async (each, status) => {
    const own = { 'routes/web.php': lumen, 'app/BookController.php': books }
    expect(await statusOf(own, endpoint(each))).toBe(status)
  })
})

describe('an endpoint whose function is handed to a wrapper', () => {
  const wrapped = (body: string) =>
    `const app = require('express')()\napp.get('/x', auth, asyncHandler(async (req, res) => {${body}}))\napp.listen(1)\n`

  it.each([
    [" throw new Error('Not implemented') ", 'partial'],
    ['', 'partial'],
    [' res.json(await all()) ', 'implemented'],
  ])('does what that function does: {%s} is %s', async (body, status) => {
    expect(await statusOf({ 'app.js': wrapped(body) }, endpoint('GET /x'))).toBe(status)
  })
})

const schema = `type Query { user(id: ID!): User }
extend type Mutation { addUser(n: String): User }
type User { id: ID }
`

it.each([
  ['user', 'implemented'],
  ['addUser', 'implemented'],
  ['Query.user', 'implemented'],
  ['Mutation.user', 'missing'],
  ['id', 'missing'],
])('the operation %s of GraphQL is %s', async (name, status) => {
  const resource = `  api:\n    x:\n      attributes:\n        operations: [${name}]\n`
  expect(await statusOf({ 'schema.graphql': schema }, resource)).toBe(status)
})

it.each([
  ['GET /a', 'implemented'],
  ['"GET /a/:x"', 'implemented'],
  ['"GET /a/:x/y"', 'missing'],
])('an optional parameter may be left out: %s is %s', async (each, status) => {
  const text =
    "const app = require('express')()\napp.get('/a/:id?', (req, res) => { res.json(find(req)) })\n"
  expect(await statusOf({ 'a.js': text }, endpoint(each))).toBe(status)
})
