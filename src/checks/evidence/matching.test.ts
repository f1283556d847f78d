// Each row of the table of docs/evidence.md: what an attribute finds by its rule, and what looks like it and is not found.

import { expect, it } from 'vitest'
import { judge } from '../../../test/judged.ts'
import { matchRules } from '../../evidence/matching/rules.ts'

const files = {
  'shop.ts': `import { createHash as digest } from 'node:crypto'
import * as path from 'node:path'
export class Cart { total() { return digest(path.sep) } }
export interface Priced { price(): number }
export type Sku = string
export enum State { Open }
export function addItem() { return process.env.SHOP_TOKEN }
export class FlatRateStrategy { amount() { return 1 } }
const hidden = 1
export { addItem as add }
`,
  'cli.py': 'import click\n@click.command("count-levels")\ndef run():\n    return 1\n',
  'app.js': "const app = require('express')()\napp.post('/carts/:id', (req, res) => res.json(1))\n",
  'one.sql': 'CREATE TABLE public.orders (id int);\n',
  'schema.graphql': 'type Query { carts: Int }\n',
  'api.yaml':
    'openapi: 3.0.0\ninfo: {title: x, version: "1"}\npaths:\n  /carts:\n    get: {operationId: listCarts, responses: {}}\n',
  'README.md': '# Shop\n\n## Getting started\n',
  'settings.yaml': 'server:\n  port: 1\n',
}

/** What is found, and what is not. */
const cases: Readonly<Record<string, readonly [found: readonly string[], not: readonly string[]]>> =
  {
    class: [['Cart'], ['cart', 'Sku', 'addItem']],
    classes: [
      ['Cart', 'Priced'],
      ['Car', 'State'],
    ],
    functions: [
      ['addItem', 'total', 'Cart.total'],
      ['additem', 'Priced.total', 'Cart'],
    ],
    entities: [['Cart', 'Priced', 'Sku', 'State'], ['addItem']],
    exports: [
      ['Cart', 'add', 'Sku'],
      ['hidden', 'digest'],
    ],
    imports: [['createHash', 'digest', 'node:path', 'path'], ['crypto']],
    commands: [['count-levels', 'countLevels', 'count', 'add_item'], ['count-all']],
    strategies: [['flat_rate', 'FlatRate', 'add item'], ['weight']],
    endpoints: [
      ['POST /carts/:cartId', 'post /carts/{id}', '/carts/<int:n>'],
      ['GET /carts/:id', 'POST /carts'],
    ],
    tables: [['orders', 'PUBLIC.Orders'], ['order']],
    operations: [
      ['listCarts', 'Query.carts', 'carts'],
      ['listcarts', 'Mutation.carts', 'cart'],
    ],
    environment: [['SHOP_TOKEN'], ['shop_token']],
    headings: [['Getting Started', 'shop'], ['Getting']],
    keys: [['server.port', 'Server'], ['port']],
  }

it('every attribute has a row here', () => {
  expect(Object.keys(cases)).toEqual(matchRules.map(each => each.attribute))
})

const rows = Object.entries(cases).flatMap(([attribute, [found, not]]) => [
  ...found.map(name => [attribute, name, 'found'] as const),
  ...not.map(name => [attribute, name, 'not found'] as const),
])

it.each(rows)('%s: %s is %s', async (attribute, name, outcome) => {
  const value = attribute === 'class' ? JSON.stringify(name) : `[${JSON.stringify(name)}]`
  const all = Object.keys(files).join(', ')
  const evidence = await judge(
    files,
    `  x:\n    y: {files: [${all}], attributes: {${attribute}: ${value}}}\n`,
  )
  const { names } = evidence.get('x.y')!
  expect(names.found.length > 0 ? 'found' : 'not found').toBe(outcome)
})
