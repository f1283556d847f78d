// `scan`: a spec from code that is there, and what is not declared yet added to one that is.

import { describe, expect, it } from 'vitest'
import { project } from './project.ts'

const files = {
  'src/store.ts': 'export class Store {\n  put(key: string) {\n    return key\n  }\n}\n',
  'src/api.ts':
    "import express from 'express'\nimport { Store } from './store'\n\nconst app = express()\nexport const store = new Store()\n\napp.get('/items/:id', (request, response) => {\n  response.json(store.put(request.params.id))\n})\n\nexport function listen(port: number) {\n  return app.listen(port)\n}\n",
  'test/api.test.ts': "import { listen } from '../src/api'\n\nlisten(1)\n",
  'migrations/001.sql': 'CREATE TABLE items (id int);\n',
}

describe('scan', () => {
  it('proposes modules, endpoints and tables with files, names and dependencies', async () => {
    const outcome = await project(files).fixpoint('scan')
    expect(
      outcome.stdout,
    ).toBe(`# Proposed by fixpoint scan from the code that is here: a place to start, not a verdict.
# Keep what people rely on, delete the rest, and add what is still missing.
version: "1"

resources:
  endpoint:
    # 1 route registered in src/api.ts
    api:
      attributes:
        endpoints: ["GET /items/{id}"]
      files:
        - src/api.ts
      depends_on:
        - module.api

  module:
    # 2 names that src/api.ts offers
    api:
      attributes:
        functions: [listen]
        exports: [store]
      files:
        - src/api.ts
      depends_on:
        - module.store

    # 2 names that src/store.ts offers
    store:
      attributes:
        classes: [Store]
        functions: [Store.put]
      files:
        - src/store.ts

  table:
    # 1 table in migrations/001.sql
    migrations_001:
      attributes:
        tables: [items]
      files:
        - migrations/001.sql
`)
    expect(outcome.stderr).toBe(
      'Proposed: 4 resources. Accept them with: fixpoint scan -o fixpoint.spec.yaml\n',
    )
  })

  it('proposes what holds: accepted and refreshed, the plan is empty', async () => {
    const here = project(files)
    await here.fixpoint('scan -o fixpoint.spec.yaml')
    expect((await here.fixpoint('plan --refresh')).stdout).toBe('No changes. State matches spec.\n')
    expect((await here.fixpoint('plan --drift')).stdout).toContain('Drift: none.')
  })

  it('proposes no table that a later migration drops, and no command that nobody adds', async () => {
    const here = project({
      'migrations/001.sql': 'CREATE TABLE items (id int);\nCREATE TABLE stale (id int);\n',
      'migrations/002.sql': 'DROP TABLE stale;\n',
      'cmd/root.go':
        'package cmd\n\nimport "github.com/spf13/cobra"\n\nvar lost = &cobra.Command{Use: "lost", Run: run}\n\nfunc run(c *cobra.Command, args []string) { go1() }\n',
    })
    const { stdout } = await here.fixpoint('scan')
    expect(stdout).toContain('tables: [items]\n')
    expect(stdout).not.toContain('commands:')
  })

  it('proposes endpoints with every prefix under which they are served, and what holds of them', async () => {
    const here = project({
      'src/app.js':
        "import express from 'express'\nimport { users } from './users.js'\nconst app = express()\napp.use('/api/users', users)\napp.listen(1)\n",
      'src/users.js':
        "import { Router } from 'express'\nexport const users = Router()\nusers.get('/:id', (q, r) => r.json(1))\n",
    })
    await here.fixpoint('scan -o fixpoint.spec.yaml')
    expect(here.read('fixpoint.spec.yaml')).toContain('endpoints: ["GET /api/users/{id}"]')
    expect((await here.fixpoint('plan --refresh')).stdout).toBe('No changes. State matches spec.\n')
  })

  it('proposes routes that an interface declares once: of the class that serves them', async () => {
    const outcome = await project({
      'src/main/java/UsersApi.java':
        'import org.springframework.web.bind.annotation.*;\n@RequestMapping("/users")\npublic interface UsersApi {\n  @GetMapping\n  String all();\n}\n',
      'src/main/java/Users.java':
        'import org.springframework.web.bind.annotation.*;\n@RestController\npublic class Users implements UsersApi {\n  public String all() { return find(); }\n}\n',
    }).fixpoint('scan')
    expect(outcome.stdout.match(/.*routes? registered.*/g)).toEqual([
      '    # 1 route registered in src/main/java/Users.java',
    ])
  })

  it('proposes a route once for each version that its controller has', async () => {
    const outcome = await project({
      'UsersController.cs':
        'using Microsoft.AspNetCore.Mvc;\n[ApiVersion("1.0")]\n[ApiVersion("2.0")]\n[Route("v{version:apiVersion}/users")]\npublic class UsersController : ControllerBase\n{\n  [HttpGet]\n  public User All() => Find();\n}\n',
    }).fixpoint('scan')
    expect(outcome.stdout).toContain('endpoints: [GET /v1/users, GET /v2/users]')
  })

  it('proposes nothing of what a package ships, wherever the package lies', async () => {
    const outcome = await project({
      'lib/clock/package.json': '{ "name": "clock", "main": "dist/index.js" }',
      'lib/clock/dist/index.js': 'export function tick() { return now() }\n',
      'lib/hand/build/index.js': 'export function point() { return now() }\n',
    }).fixpoint('scan')
    expect(outcome.stdout.match(/functions: .*/g)).toEqual(['functions: [point]'])
  })

  it('proposes no empty part of the program of C#, which is there for its tests', async () => {
    const outcome = await project({
      'Program.cs':
        'var app = WebApplication.CreateBuilder(args).Build();\napp.MapGet("/x", () => Find());\napp.Run();\npublic partial class Program { }\n',
      'Worker.cs': 'public partial class Worker { public int Run() => 1; }\n',
    }).fixpoint('scan')
    expect(outcome.stdout.match(/classes: .*/g)).toEqual(['classes: [Worker]'])
  })

  it('proposes no route whose path is an expression that nobody can read', async () => {
    const here = project({
      'app.ts':
        "import express from 'express'\nimport a from './a'\nconst app = express()\nconst routes = load(a)\nroutes.forEach((route) => { app.use(route.path, route.route) })\n",
      'a.ts':
        "import { Router } from 'express'\nconst r = Router()\nr.get('/a', (q, s) => s.json(1))\nexport default r\n",
    })
    expect((await here.fixpoint('scan')).stdout).not.toContain('⟨')
  })

  it('gives files whose paths differ in nothing that a name may hold names of their own', async () => {
    const text = 'def a(): return 1\n'
    const here = project({ 'a/b-c.py': text, 'a/b_c.py': text, 'a/b.c.py': text, 'a-b_c.py': text })
    const { exitCode, stdout } = await here.fixpoint('scan')
    const names = [...stdout.matchAll(/^ {4}(\w+):$/gm)].map(([, name]) => name)
    expect([exitCode, names.length, new Set(names).size]).toEqual([0, 4, 4])
  })

  it('gives what it adds a name that the spec has not', async () => {
    const here = project({
      'fixpoint.spec.yaml':
        'resources:\n  module:\n    a: {files: [src/a.py], attributes: {functions: [a]}}\n',
      'src/a.py': 'def a(): return 1\n',
      'lib/a.py': 'def b(): return 1\n',
    })
    await here.fixpoint('scan --update')
    expect(here.read('fixpoint.spec.yaml')).toContain('    lib_a:\n')
  })

  it('proposes what lies in namespaces and modules, and nothing that they keep to themselves', async () => {
    const here = project({
      'lib/order.rb':
        'module Shop\n  class Order\n    def total\n      1 + 1\n    end\n  end\n\n  def self.open\n    Order.new\n  end\nend\n',
      'src/lib.rs':
        'pub mod a { pub fn open() -> u8 { go() } fn own() -> u8 { go() } }\nmod b { pub fn shut() -> u8 { go() } }\n',
      's.ts':
        'namespace Own { export class A { b() { return c() } } }\nexport namespace Open { export class D { e() { return f() } } }\n',
    })
    const { stdout } = await here.fixpoint('scan')
    const named = stdout.split('\n').filter(each => /^ +(classes|functions):/.test(each))
    expect(named.map(each => each.trim())).toEqual([
      'classes: [Order]',
      'functions: [open, Order.total]',
      'classes: [D]',
      'functions: [D.e]',
      'functions: [open]',
    ])
  })

  it('takes a spec that a shell has just made for none, and writes into it', async () => {
    const here = project({ ...files, 'fixpoint.spec.yaml': '' })
    const { exitCode, stdout } = await here.fixpoint('scan')
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('resources:')])
    expect((await here.fixpoint('scan -o fixpoint.spec.yaml')).exitCode).toBe(0)
    expect(here.read('fixpoint.spec.yaml')).toBe(stdout)
  })

  it('never writes over a file', async () => {
    const here = project({ ...files, 'mine.yaml': 'mine' })
    expect((await here.fixpoint('scan -o mine.yaml')).stderr).toContain('scan/exists')
    expect(here.read('mine.yaml')).toBe('mine')
  })

  it('proposes nothing that is generated or shipped, and drift does not ask for it', async () => {
    const here = project({
      ...files,
      'src/client.ts': '// @generated by hand. Do not edit.\nexport const send = () => go(1)\n',
      'lib/clock/package.json': '{"name":"clock"}\n',
      'lib/clock/dist/index.js': 'export function tick() { return go(1) }\n',
    })
    expect((await here.fixpoint('scan -o fixpoint.spec.yaml')).exitCode).toBe(0)
    expect(here.read('fixpoint.spec.yaml')).not.toMatch(/client|clock/)
    expect((await here.fixpoint('plan --drift')).stdout).toContain('Drift: none.')
  })

  it('updates a spec and leaves every human byte where it was', async () => {
    const human =
      '# Ours.\nresources:\n\n  module:\n    # The heart.\n    store: {files: [src/store.ts], attributes: {class: Store}}   # keep\n'
    const here = project({ ...files, 'fixpoint.spec.yaml': human })
    expect((await here.fixpoint('plan --drift')).stdout).toContain('src/api.ts:11  listen')
    expect((await here.fixpoint('scan --update')).exitCode).toBe(0)
    const updated = here.read('fixpoint.spec.yaml')
    expect(updated.startsWith(human)).toBe(true)
    expect(updated).toContain('    api:\n')
    const again = here.snapshot()
    expect((await here.fixpoint('scan --update')).stdout).toBe(
      'Nothing to add: fixpoint.spec.yaml holds what the code offers\n',
    )
    expect(here.snapshot()).toEqual(again)
  })

  it('adds nothing for files that a glob of the spec holds, and counts what it adds', async () => {
    const here = project({
      'fixpoint.spec.yaml':
        'resources:\n  module:\n    all: {files: ["src/**"], require: present}\n',
      'src/a.py': 'def a(): return 1\n',
      'lib/b.py': 'def b(): return 1\n',
    })
    const told = await here.fixpoint('scan')
    expect(told.stderr).toBe(
      'Proposed: 2 resources. Add what fixpoint.spec.yaml does not hold with: fixpoint scan --update\n',
    )
    const { stdout } = await here.fixpoint('scan --update')
    expect(stdout).toBe('Added to fixpoint.spec.yaml (1 resource)\n')
    expect(here.read('fixpoint.spec.yaml')).not.toContain('src/a.py')
  })

  it('declares what types do for others: a public method that is deleted is noticed', async () => {
    const here = project({
      'store.py':
        'class Store:\n    limit = 3\n\n    def __init__(self, rows):\n        self.rows = rows\n\n    def get(self, key):\n        return self.rows[key]\n\n    def _trim(self):\n        return self.rows[: self.limit]\n\n    def later(self):\n        raise NotImplementedError\n',
    })
    await here.fixpoint('scan -o fixpoint.spec.yaml')
    expect(here.read('fixpoint.spec.yaml')).toContain('functions: [Store.get]\n')
    expect((await here.fixpoint('plan --refresh')).stdout).toBe('No changes. State matches spec.\n')
    here.write('store.py', here.read('store.py').replace('def get', 'def _get'))
    expect((await here.fixpoint('plan --refresh')).stdout).toContain('Store.get')
  })

  it('declares methods and no data, and nothing that others have', async () => {
    const { stdout } = await project({
      'a.ts':
        'export class Cart {\n  items: number[] = []\n  on = (x: number) => x + 1\n  total() { return this.items.length }\n}\nexport declare function ext(): void\n',
    }).fixpoint('scan')
    expect(stdout.match(/functions: .*/g)).toEqual(['functions: [Cart.on, Cart.total]'])
  })

  it('declares what entry files pass on and what they hold, and no settings of a tool', async () => {
    const here = project({
      'src/index.ts':
        "export { Store as Shop } from './store.js'\nexport * from './more.js'\nexport const LIMIT = 3\nexport const api = { run() { return LIMIT } }\n",
      'src/store.ts':
        'export class Store { all() { return rows() } }\nexport default class { go() { return 1 } }\n',
      'src/more.ts': 'export const RATE = rate()\n',
      'vite.config.ts': 'const config = { base: "/" }\nexport default config\n',
      'pack/__init__.py': 'from .a import run as start\nNAME = "pack"\n',
      'pack/a.py': 'def run(): return 1\n',
    })
    const { stdout } = await here.fixpoint('scan -o fixpoint.spec.yaml')
    expect(stdout).toContain('(5 resources)')
    expect(here.read('fixpoint.spec.yaml').match(/(exports|functions): .*/g)).toEqual([
      'exports: [NAME, start]',
      'functions: [run]',
      'functions: [api.run]',
      'exports: [Shop, LIMIT]',
      'exports: [RATE]',
      'functions: [Store.all, default.go]',
      'exports: [default]',
    ])
    expect((await here.fixpoint('refresh')).stdout).toContain('Convergence: 100.0%')
  })

  it('proposes constants, nested types, events and errors, and what holds of them', async () => {
    const here = project({
      'src/main/java/Shop.java':
        'public class Shop {\n  public static final int MAX = 3;\n  private static final int OWN = 3;\n  public static class Cart { public int total() { return find(MAX); } }\n  public interface Till { int DRAWERS = 2; void ring(); }\n  public static class Later { }\n}\n',
      'Limits.cs':
        'public class Limits\n{\n  public const int Max = 3;\n  public static readonly string Name = Find();\n  public int Next() => Find(Max);\n}\n',
      'contracts/Bank.sol':
        'error Broke(uint n);\ncontract Bank {\n  event Paid(uint n);\n  error Closed();\n  function pay(uint n) external { if (n == 0) revert Closed(); emit Paid(n); }\n}\n',
    })
    await here.fixpoint('scan -o fixpoint.spec.yaml')
    expect(
      here.read('fixpoint.spec.yaml').match(/(classes|functions|entities|exports): .*/g),
    ).toEqual([
      'classes: [Limits]',
      'functions: [Limits.Next]',
      'exports: [Limits.Max, Limits.Name]',
      'classes: [Bank]',
      'functions: [Bank.pay]',
      'entities: [Broke, Bank.Paid, Bank.Closed]',
      'classes: [Shop, Shop.Cart]',
      'functions: [Shop.Cart.total]',
      'entities: [Shop.Till]',
      'exports: [Shop.MAX, Shop.Till.DRAWERS]',
    ])
    expect((await here.fixpoint('plan --refresh')).stdout).toBe('No changes. State matches spec.\n')
    here.write('Limits.cs', here.read('Limits.cs').replace('public const', 'private const'))
    expect((await here.fixpoint('plan --refresh')).stdout).toContain('Limits.Max')
  })

  it('lets a file that passes others on depend on them', async () => {
    const here = project({
      'src/index.ts':
        "export * from './a'\nexport { b as c } from './b'\nexport type { D } from 'lib'\nexport const LIMIT = 3\n",
      'src/a.ts': 'export function a() {\n  return go(1)\n}\n',
      'src/b.ts': 'export function b() {\n  return go(1)\n}\n',
    })
    await here.fixpoint('scan -o fixpoint.spec.yaml')
    expect(here.read('fixpoint.spec.yaml')).toContain(
      'files:\n        - src/index.ts\n      depends_on:\n        - module.a\n        - module.b\n',
    )
    expect((await here.fixpoint('plan --refresh')).stdout).toBe('No changes. State matches spec.\n')
  })

  it('proposes no types that lie beside the script they are of', async () => {
    const { stdout } = await project({
      'lib/a.js': 'export function run() { return go(1) }\n',
      'lib/a.d.ts': 'export declare function run(): number\n',
      'lib/b.d.ts': 'export interface Shop { open(): void }\n',
    }).fixpoint('scan')
    expect(stdout.match(/- lib.*/g)).toEqual(['- lib/a.js', '- lib/b.d.ts'])
  })

  it('writes no spec without resources', async () => {
    const here = project({
      'dist/index.js': 'export function tick() { return now() }\n',
      'package.json': '{"main":"dist/index.js"}',
    })
    for (const line of ['scan', 'scan -o fixpoint.spec.yaml']) {
      const { exitCode, stdout, stderr } = await here.fixpoint(line)
      expect([exitCode, stdout]).toEqual([1, ''])
      expect(stderr).toContain('no code that a spec could be proposed for')
    }
    expect(here.files()).toEqual(['dist/index.js', 'package.json'])
  })

  it('is what plan shows where no spec is, with the way to accept it', async () => {
    const here = project(files)
    const outcome = await here.fixpoint('plan')
    expect(outcome.exitCode).toBe(0)
    expect(outcome.stdout).toBe((await here.fixpoint('scan')).stdout)
    expect(outcome.stderr).toContain('Accept it: fixpoint scan -o fixpoint.spec.yaml')
    expect(here.files()).toEqual(Object.keys(files).sort())
  })
})

it('proposes no endpoint below a prefix that cannot be read, and says where that is written', async () => {
  const here = project({
    'main.py':
      'from fastapi import FastAPI\nfrom config import settings\nfrom users import router\napp = FastAPI()\napp.include_router(router, prefix=settings.API)\n',
    'users.py':
      "from fastapi import APIRouter\nrouter = APIRouter()\n@router.get('/users')\ndef list_users():\n    return db.users()\n",
  })
  const { stdout } = await here.fixpoint('scan')
  expect(stdout).not.toContain('endpoints')
  expect(stdout).toContain(
    '1 route of users.py with a prefix that cannot be read (main.py:5): GET /…/users',
  )
})
