// Environment variables that a settings class of pydantic reads: one for each field, below the prefix of the class, or under the alias
// that the field has. A prefix that is not written out leaves all of them unknown.

import type { Named } from '../../model.ts'
import type { Tree } from '../../tree/grammar.ts'

export function settingsFields(
  root: Tree,
  language: string,
  modules: readonly string[],
): readonly Named[] {
  if (language !== 'python' || !modules.some(each => /^pydantic(_settings)?\b/.test(each)))
    return []
  const classes = root.findAll({ rule: { kind: 'class_definition' } })
  const settings = new Set(['BaseSettings'])
  return classes.flatMap(type => {
    const bases = type.field('superclasses')?.text() ?? ''
    const names = [...bases.matchAll(/\w+/g)].map(each => each[0])
    if (!names.some(each => settings.has(each))) return []
    settings.add(type.field('name')?.text() ?? '')
    return fieldsOf(type)
  })
}

function fieldsOf(type: Tree): readonly Named[] {
  const parts = type.field('body')?.children() ?? []
  const told = parts.filter(each => /^(model_config\b|class\s+Config\b)/.test(each.text()))
  const config = told.map(each => each.text()).join('\n')
  const prefix = /\benv_prefix["']?\s*[=:]\s*([^,)\s]+)/.exec(config)?.[1]
  const written = prefix === undefined ? '' : /^["'](\w*)["']$/.exec(prefix)?.[1]
  const spell = /\bcase_sensitive["']?\s*[=:]\s*True/.test(config)
    ? (name: string) => name
    : (name: string) => name.toUpperCase()
  return parts.flatMap(part => {
    const field = part.children().find(each => each.kind() === 'assignment')
    const name = field?.field('left')?.text()
    const typed = field?.field('type')?.text()
    if (!name || typed === undefined || !/^[a-zA-Z]\w*$/.test(name) || /\bClassVar\b/.test(typed))
      return []
    const line = part.range().start.line + 1
    const aliases = aliasesIn(part.text())
    const own = written === undefined ? [] : [`${written}${name}`]
    return (aliases.length > 0 ? aliases : own).map(each => ({ name: spell(each), line }))
  })
}

/** `Field(validation_alias='KEY')`, `AliasChoices('KEY', 'OLD_KEY')`, and `env=` of older ones. */
function aliasesIn(field: string): readonly string[] {
  const [value] = ['validation_alias', 'alias', 'env'].flatMap(
    word =>
      new RegExp(String.raw`\b${word}\s*=\s*(AliasChoices\([^)]*\)|\[[^\]]*\]|["']\w+["'])`).exec(
        field,
      )?.[1] ?? [],
  )
  return [...(value ?? '').matchAll(/["'](\w+)["']/g)].map(each => each[1]!)
}
