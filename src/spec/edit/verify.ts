// The last look before an answer leaves: the new text, read like any spec, must say what was asked for and nothing else.

import { type Diagnostic, error } from '../../base/diagnostic.ts'
import { readYaml } from '../../base/yaml/document.ts'
import { asMap, isMap, isSame, type Value, type ValueMap, valueOfNode } from './value.ts'

/** Nothing, or where the text says something else. */
export function differences(text: string, target: ValueMap, file: string): readonly Diagnostic[] {
  const { root, problems } = readYaml(text, file)
  if (problems.length > 0)
    return problems.map(each => unsafe(`the result does not read: ${each.message}`, file))
  const result = asMap(root && valueOfNode(root))
  const resources = differing(addressed(result), addressed(target))
  const others = differing(top(result), top(target))
  return [...resources, ...others].map(place =>
    unsafe(`${place} would say something else than asked`, file),
  )
}

function unsafe(message: string, file: string): Diagnostic {
  return error('spec/edit-unsafe', `the edits cannot be made by a program here: ${message}`, {
    at: { file },
    fix: 'edit the file by hand; anchors, tags and explicit keys near the place are the usual cause',
  })
}

function differing(a: ValueMap, b: ValueMap): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(key => !isSame(a.get(key), b.get(key)))
}

/** Resources by address; sections without any do not count. */
function addressed(value: ValueMap): ValueMap {
  const found = new Map<string, Value>()
  for (const [type, section] of asMap(value.get('resources')))
    if (!isMap(section)) found.set(type, section)
    else for (const [name, body] of section) found.set(`${type}.${name}`, body)
  return found
}

function top(value: ValueMap): ValueMap {
  return new Map([...value].filter(([key]) => key !== 'resources'))
}
