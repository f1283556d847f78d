// The meaning of edits on plain values, written a second time and without any text, to hold the editing of text against.

import type { SpecEdit } from '../src/spec/edit/edits.ts'
import { type Value, valueOfPlain } from '../src/spec/edit/value.ts'

type Field = Extract<SpecEdit, { op: 'set' | 'unset' }>

export type Tree = Map<string, Value>
export const tree = (value: unknown): Tree => (value instanceof Map ? new Map(value) : new Map())

function typeAndName(address: string): [type: string, name: string] {
  const [, type, name] = /^([^.]*)\.(.*)$/s.exec(address)!
  return [type!, name!]
}

/** The edits on plain values: fields first, then names, then what refers to them. */
export function plainlyEdited(root: Tree, edits: readonly SpecEdit[]): Tree {
  const spec = new Map(root)
  const resources: Tree = new Map(
    [...tree(spec.get('resources'))].map(([type, section]) => [
      type,
      section === null ? null : tree(section),
    ]),
  )
  for (const edit of edits) apply(spec, resources, edit)
  const names = new Map(edits.flatMap(each => (each.op === 'rename' ? [[each.from, each.to]] : [])))
  for (const [type, section] of rename(resources, names)) resources.set(type, section)
  if (resources.size > 0) spec.set('resources', resources)
  const added = [...names].map(([from, to]) => valueOfPlain({ from, to }))
  if (added.length > 0) spec.set('moved', [...((spec.get('moved') ?? []) as Value[]), ...added])
  return spec
}

function apply(spec: Tree, resources: Map<string, Value>, edit: SpecEdit): void {
  if (edit.op === 'top') {
    if (edit.value === undefined) spec.delete(edit.field)
    else spec.set(edit.field, valueOfPlain(edit.value))
    return
  }
  const [type, name] = typeAndName(edit.op === 'rename' ? edit.to : edit.address)
  if (!(resources.get(type) instanceof Map)) resources.set(type, new Map())
  const section = resources.get(type) as Tree
  if (edit.op === 'add') section.set(name, valueOfPlain(edit.body))
  else if (edit.op === 'remove') section.delete(name)
  else if (edit.op === 'rename') {
    // A resource that changes its type waits under its new name for its body.
    if (typeAndName(edit.from)[0] !== type) section.set(name, edit.from)
  } else section.set(name, withField(section.get(name)!, edit))
}

function withField(old: Value, edit: Field): Value {
  const [field, inner] = edit.field.split('.') as [string, string | undefined]
  const body = tree(old)
  const isNothing = edit.op === 'unset' && (old === null || (inner && !body.has(field)))
  if (isNothing) return old
  const holder = inner === undefined ? body : tree(body.get(field))
  if (edit.op === 'set') holder.set(inner ?? field, valueOfPlain(edit.value))
  else holder.delete(inner ?? field)
  return inner === undefined ? body : body.set(field, holder)
}

function rename(resources: Map<string, Value>, names: ReadonlyMap<string, string>): Tree {
  const bodyOf = (address: string): Value => {
    const [type, name] = typeAndName(address)
    return tree(resources.get(type)).get(name)!
  }
  const renamed = [...resources].map(([type, section]) => {
    if (!(section instanceof Map)) return [type, section] as const
    const entries = [...tree(section)].flatMap(([name, value]): [string, Value][] => {
      const to = names.get(`${type}.${name}`)
      if (to !== undefined && typeAndName(to)[0] !== type) return []
      const body = typeof value === 'string' ? bodyOf(value) : value
      return [[to === undefined ? name : typeAndName(to)[1], following(body, names)]]
    })
    return [type, new Map(entries)] as const
  })
  return new Map<string, Value>(renamed)
}

function following(value: Value, names: ReadonlyMap<string, string>): Value {
  if (!(value instanceof Map)) return value
  const newName = (each: Value): Value => names.get(String(each)) ?? each
  const body = tree(value)
  const dependsOn = body.get('depends_on')
  if (Array.isArray(dependsOn)) body.set('depends_on', dependsOn.map(newName))
  const connects = body.get('connects')
  if (!Array.isArray(connects)) return body
  return body.set(
    'connects',
    connects.map(
      each => new Map([...tree(each)].map(([key, to]) => [key, key === 'to' ? newName(to) : to])),
    ),
  )
}

/** A value as JSON, which YAML contains. */
export const json = (value: Value): string => {
  if (value instanceof Map)
    return `{${[...value].map(([key, member]) => `${JSON.stringify(key)}: ${json(member)}`).join(', ')}}`
  return Array.isArray(value) ? `[${value.map(json).join(', ')}]` : JSON.stringify(value)
}
