import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

const statusOf = async (files: Files, attributes: string, more: string) => {
  const found = await judge(files, `  m:\n    x:\n      attributes: {${attributes}}\n${more}`)
  return [...found.values()][0]!.status
}

const reached = (files: Files, name: string, file: string) =>
  statusOf(files, `functions: [${name}]`, `      files: [${file}]\n      require: reached\n`)

describe('a function that the program starts with is reached', () => {
  it.each([
    [
      'A.java',
      'main',
      'class A {\n  public static void main(String[] args) {\n    go();\n  }\n}\n',
    ],
    [
      'App.cs',
      'Main',
      'class App {\n  private static async Task Main() {\n    await Go();\n  }\n}\n',
    ],
    ['tools/pond.c', 'main', 'int main(void)\n{\n  return go();\n}\n'],
    ['cmd/pond/pond.go', 'main', 'package main\n\nfunc main() {\n\tstart()\n}\n'],
    ['src/bin/pond.rs', 'main', 'fn main() {\n    start();\n}\n'],
    ['tools/fill.py', 'fill', 'def fill():\n    go()\n\nif __name__ == "__main__":\n    fill()\n'],
    ['bin/fill.mjs', 'fill', '#!/usr/bin/env node\nfunction fill() {\n  go()\n}\nfill()\n'],
  ])('%s: %s', async (path, name, text) => {
    expect(await reached({ [path]: text }, name, path)).toBe('implemented')
  })

  it.each([
    ['setup.cfg', '[options.entry_points]\nconsole_scripts =\n    pond = ponds.cli:start\n'],
    ['pyproject.toml', '[project.scripts]\npond = "ponds.cli:start"\n'],
    ['setup.py', 'setup(entry_points={"console_scripts": ["pond=ponds.cli:start"]})\n'],
  ])('a console script of %s, and no other function of its file', async (manifest, text) => {
    const path = 'src/ponds/cli.py'
    const files = { [manifest]: text, [path]: 'def start():\n    go()\n\ndef other():\n    go()\n' }
    expect(await reached(files, 'start', path)).toBe('implemented')
    expect(await reached(files, 'other', path)).toBe('partial')
  })
})

it.each([
  ['serverless.yml', 'functions:\n  fill:\n    handler: src/ponds.fill\n', 'src/ponds.js'],
  [
    'serverless.yaml',
    'functions:\n  fill: # all\n    handler: "./src/ponds.fill" # here\n',
    'src/ponds.ts',
  ],
  [
    'template.yaml',
    'Resources:\n  F:\n    Properties:\n      CodeUri: lake/\n      Handler: app.fill\n',
    'lake/app.py',
  ],
])('a handler of %s is what starts, and nothing else of its file', async (manifest, text, path) => {
  const code = path.endsWith('.py')
    ? 'def fill():\n    go()\n\ndef other():\n    go()\n'
    : 'exports.fill = () => go()\nexports.other = () => go()\n'
  expect(await reached({ [manifest]: text, [path]: code }, 'fill', path)).toBe('implemented')
  expect(await reached({ [manifest]: text, [path]: code }, 'other', path)).toBe('partial')
  const beside = path.replace(/(\w+)\.(\w+)$/, 'my$1.$2')
  expect(await reached({ [manifest]: text, [beside]: code }, 'fill', beside)).toBe('partial')
})

it('a barrel exports what a star passes on, through other barrels too, and never the default', async () => {
  const files = {
    'src/index.ts': `export * from './pond.js'\nexport { drain as empty } from './drain.js'\n`,
    'src/pond.ts': `export interface Pond { deep: number }\nexport * from './fill.js'\nclass Hidden { a = 1 }\n`,
    'src/fill.ts': 'export const fill = () => go()\nexport default fill\n',
    'src/drain.ts': 'export function drain() { go() }\n',
  }
  const of = (names: string) =>
    statusOf(files, `exports: [${names}]`, '      files: [src/index.ts]\n')
  expect(await of('Pond, fill, empty')).toBe('implemented')
  expect(await of('Hidden')).toBe('missing')
  expect(await of('default')).toBe('missing')
  expect(await of('drain')).toBe('missing')
})

describe('a dotted path of the settings of Python', () => {
  const files = (settings: string) => ({
    'proj/settings/base.py': settings,
    'proj/__init__.py': '',
    'shop/__init__.py': '',
    'shop/web.py':
      'class Audit:\n    def __call__(self, r):\n        return r\n\ndef context(r):\n    return {}\n\ndef other():\n    go()\n',
    'shop/models.py': 'class Buyer:\n    def pay(self):\n        return 1\n',
    'other/web.py': 'class Audit:\n    def __call__(self, r):\n        return r\n',
  })
  const ask = (settings: string, attributes: string, file: string) =>
    statusOf(files(settings), attributes, `      files: [${file}]\n      require: reached\n`)

  it.each([
    ['MIDDLEWARE = ["shop.web.Audit"]', 'class: Audit', 'shop/web.py'],
    ["LOGGING = {'handlers': {'a': {'class': 'shop.web.Audit'}}}", 'class: Audit', 'shop/web.py'],
    [
      'TEMPLATES = [{"OPTIONS": {"c": ["shop.web.context"]}}]',
      'functions: [context]',
      'shop/web.py',
    ],
    ['BEAT = {"x": {"task": "shop.web.other"}}', 'functions: [other]', 'shop/web.py'],
    ['AUTH_USER_MODEL = "shop.Buyer"', 'class: Buyer', 'shop/models.py'],
  ])('%s', async (settings, attributes, file) => {
    expect(await ask(settings, attributes, file)).toBe('implemented')
  })

  it('is of the module that it names, and no prose', async () => {
    expect(await ask('MIDDLEWARE = ["shop.web.Audit"]', 'class: Audit', 'other/web.py')).toBe(
      'partial',
    )
    expect(await ask('X = "see shop.web.Audit"', 'class: Audit', 'shop/web.py')).toBe('partial')
    expect(await ask('X = "shop.web.gone"', 'functions: [other]', 'shop/web.py')).toBe('partial')
  })
})

it('a method that goes down a tree of its own type is used by nobody by that', async () => {
  const tree = (more: string) =>
    judge(
      {
        'package.json': '{"private": true}',
        'a.ts': `export class Node {\n  sum(): number {\n    return this.left.sum() + 1\n  }\n}\n${more}`,
        'm.ts': "import { Node } from './a'\nlog(new Node())\n",
      },
      '  m:\n    x:\n      attributes: {functions: [Node.sum]}\n      files: [a.ts]\n      require: reached\n',
    )
  const status = async (more: string) => [...(await tree(more)).values()][0]!.status
  expect(await status('')).toBe('partial')
  expect(await status('export const total = (n: Node) => n.sum()\n')).toBe('implemented')
})
