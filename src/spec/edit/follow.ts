// References to renamed resources, wherever a dependency or a connection is written: in resources, and in templates that they merge.

import { isList, isMap, type Value, type ValueMap } from './value.ts'

type Renamed = ReadonlyMap<string, string>

/** The spec with every reference under its new name. Values that name nothing renamed are the very same objects. */
export function follow(top: ValueMap, renamed: Renamed): ValueMap {
  const known = new Set(['version', 'include', 'backend', 'types', 'moved', 'removed'])
  return mapped(top, (value, key) => {
    if (key === 'resources') return mapped(value, section => mapped(section, body => inBody(body)))
    return known.has(key) ? value : inTemplate(value)
  }) as ValueMap

  function inBody(body: Value): Value {
    return mapped(body, (value, key) => {
      if (key === 'depends_on') return listed(value, newName)
      return key === 'connects' ? listed(value, inConnection) : value
    })
  }

  function inTemplate(value: Value): Value {
    return isMap(value) ? inBody(mapped(value, inTemplate)) : value
  }

  function inConnection(connection: Value): Value {
    return mapped(connection, (value, key) => (key === 'to' ? newName(value) : value))
  }

  function newName(value: Value): Value {
    return typeof value === 'string' ? (renamed.get(value) ?? value) : value
  }
}

function mapped(value: Value, change: (member: Value, key: string) => Value): Value {
  if (!isMap(value)) return value
  let isChanged = false
  const entries = [...value].map(([key, member]) => {
    const changed = change(member, key)
    isChanged ||= changed !== member
    return [key, changed] as const
  })
  return isChanged ? new Map(entries) : value
}

function listed(value: Value, change: (item: Value) => Value): Value {
  if (!isList(value)) return value
  const items = value.map(change)
  return items.some((item, index) => item !== value[index]) ? items : value
}
