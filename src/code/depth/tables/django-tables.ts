// The tables of Django: models and their migrations. A table is called `shop_order` after the folder of its application and its model,
// unless the model says otherwise; it answers to the name of its model too. Abstract models and proxies have none.

import type { Named } from '../../model.ts'
import type { Tree } from '../../tree/grammar.ts'

export interface DjangoTables {
  readonly tables: readonly Named[]
  readonly drops: readonly Named[]
}

export const noTables: DjangoTables = { tables: [], drops: [] }

export function djangoTables(root: Tree, path: string, modules: readonly string[]): DjangoTables {
  if (!modules.some(each => /^django\.db\b/.test(each))) return noTables
  return {
    tables: [...modelTables(root, path), ...migrated(root, path, 'CreateModel')],
    drops: migrated(root, path, 'DeleteModel'),
  }
}

/** `shop/models.py`, `shop/models/orders.py`, `shop/migrations/0001_initial.py`. */
const application = (path: string) =>
  /(?:^|\/)(\w+)\/(?:models\.py|(?:models|migrations)\/[^/]+\.py)$/.exec(path)?.[1]

interface Model {
  readonly name: string
  readonly line: number
  readonly bases: readonly string[]
  /** What its inner class says. */
  readonly meta: string
}

function modelTables(root: Tree, path: string): readonly Named[] {
  const all = root.findAll({ rule: { kind: 'class_definition' } }).map(node => readModel(node))
  const isModel = (each: Model, depth: number): boolean =>
    depth < deepest &&
    each.bases.some(base => {
      const above = all.find(one => one.name === base)
      return (
        base === 'models.Model' ||
        base === 'Model' ||
        (above !== undefined && isModel(above, depth + 1))
      )
    })
  return all
    .filter(each => isModel(each, 0) && !/\b(abstract|proxy)\s*=\s*True\b/.test(each.meta))
    .flatMap(({ name, line, meta, bases }) => {
      const own = /\bdb_table\s*=\s*["']/.test(meta)
      const label = /\bapp_label\s*=\s*["'](\w+)/.exec(meta)?.[1] ?? application(path)
      const names = namesOf(name, line, own ? undefined : label)
      // Below a class of its own a model is known by its table only.
      return bases.includes('models.Model') ? names : names.slice(1)
    })
}

/** Classes above classes end here, circles too. */
const deepest = 8

function readModel(node: Tree): Model {
  const body = node.field('body')
  const inner = body
    ?.children()
    .find(each => each.kind() === 'class_definition' && each.field('name')?.text() === 'Meta')
  const bases = node.field('superclasses')?.text().slice(1, -1).split(',') ?? []
  return {
    name: node.field('name')?.text() ?? '',
    line: node.range().start.line + 1,
    bases: bases.map(each => each.trim()),
    meta: inner?.text() ?? '',
  }
}

/** `migrations.CreateModel(name='Order', …, options={'db_table': 'orders'})`. */
function migrated(root: Tree, path: string, operation: string): readonly Named[] {
  const calls = root.findAll({
    rule: { kind: 'call', regex: String.raw`^migrations\.${operation}\(` },
  })
  return calls.flatMap(call => {
    const text = call.text()
    const name = /^[\w.]+\(\s*(?:name\s*=\s*)?["'](\w+)/.exec(text)?.[1]
    const line = call.range().start.line + 1
    const isTold = /["']db_table["']\s*:/.test(text)
    if (name === undefined || /["'](abstract|proxy)["']\s*:\s*True\b/.test(text)) return []
    // Its model says the table, which a later migration that deletes the model could not name.
    return namesOf(name, line, isTold ? undefined : application(path))
  })
}

function namesOf(name: string, line: number, label: string | undefined): readonly Named[] {
  const model = { name, line }
  return label === undefined ? [model] : [model, { name: `${label}_${name}`.toLowerCase(), line }]
}
