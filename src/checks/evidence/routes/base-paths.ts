// What stands in front of the routes of a file because of where it lies or what configuration says: the context path of Spring or
// Micronaut, the prefix of a folder in Symfony, the `api` of Laravel's routes/api.php.

import { posix } from 'node:path'
import type { Codebase } from '../../../code/codebase.ts'
import { yamlEntries } from '../../../code/depth/documents/yaml.ts'

export type BasePath = (framework: string, file: string) => string

export function basePaths(codebase: Codebase): BasePath {
  let contexts: readonly Context[] | undefined
  return (framework, file) => {
    if (framework === 'laravel') return /(^|\/)routes\/api\.php$/.test(file) ? '/api' : ''
    if (!readers.has(framework)) return ''
    contexts ??= readContexts(codebase)
    const own = contexts.filter(each => each.framework === framework)
    return own.find(each => file.startsWith(each.folder))?.path ?? ''
  }
}

const readers = new Set(['spring', 'micronaut', 'symfony'])

interface Context {
  readonly framework: string
  readonly folder: string
  readonly path: string
}

const settings = /(^|.*\/)src\/main\/resources\/application\.(ya?ml|properties)$/

/** The settings of the nearest module come first. */
function readContexts(codebase: Codebase): readonly Context[] {
  return codebase.files
    .flatMap(path => {
      const folder = settings.exec(path)?.[1]
      const text = () => Buffer.from(codebase.bytes(path) ?? []).toString('utf8')
      if (imports.test(path)) return importedFolders(path, text())
      if (folder === undefined) return []
      return Object.entries(keys).map(([framework, own]) => ({
        framework,
        folder,
        path: contextPath(path, text(), own),
      }))
    })
    .sort((a, b) => b.folder.length - a.folder.length)
}

const keys: Readonly<Record<string, readonly string[]>> = {
  spring: [
    'server.servlet.context-path',
    'server.servlet.contextPath',
    'spring.mvc.servlet.path',
    'spring.webflux.base-path',
  ],
  micronaut: ['micronaut.server.context-path'],
}

/** Symfony brings in the controllers of a folder below a prefix. */
const imports = /(^|.*\/)config\/routes(\/[^/]+)?\.ya?ml$/

function importedFolders(file: string, text: string): readonly Context[] {
  const values = yamlValues(text)
  return [...values.keys()].flatMap(key => {
    const name = /^([^.]+)\.prefix$/.exec(key)?.[1]
    const resource = values.get(`${name}.resource.path`) ?? values.get(`${name}.resource`)
    if (name === undefined || resource === undefined) return []
    const folder = posix.join(posix.dirname(file), resource)
    return [{ framework: 'symfony', folder, path: values.get(key)! }]
  })
}

function contextPath(path: string, text: string, own: readonly string[]): string {
  const values = path.endsWith('.properties') ? propertiesOf(text) : yamlValues(text)
  return own.map(key => values.get(key) ?? '').join('')
}

const yamlValues = (text: string) =>
  new Map(yamlEntries(text).entries.map(({ path, value }) => [path.join('.'), value]))

const propertiesOf = (text: string) =>
  new Map(
    [...text.matchAll(/^[ \t]*([\w.-]+)[ \t]*[=:](.*)$/gm)].map(match => [
      match[1]!,
      match[2]!.trim(),
    ]),
  )
