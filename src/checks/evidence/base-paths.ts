// What stands in front of the routes of a file because of where it lies or what configuration says: the context path of Spring,
// the `api` of Laravel's routes/api.php.

import type { Codebase } from '../../code/codebase.ts'
import { yamlEntries } from '../../code/depth/documents/yaml.ts'

export type BasePath = (framework: string, file: string) => string

export function basePaths(codebase: Codebase): BasePath {
  let contexts: readonly Context[] | undefined
  return (framework, file) => {
    if (framework === 'laravel') return /(^|\/)routes\/api\.php$/.test(file) ? '/api' : ''
    if (framework !== 'spring') return ''
    contexts ??= readContexts(codebase)
    return contexts.find(each => file.startsWith(each.folder))?.path ?? ''
  }
}

interface Context {
  readonly folder: string
  readonly path: string
}

const settings = /(^|.*\/)src\/main\/resources\/application\.(ya?ml|properties)$/

/** The settings of the nearest module come first. */
function readContexts(codebase: Codebase): readonly Context[] {
  return codebase.files
    .flatMap(path => {
      const folder = settings.exec(path)?.[1]
      if (folder === undefined) return []
      const text = Buffer.from(codebase.bytes(path) ?? []).toString('utf8')
      return [{ folder, path: contextPath(path, text) }]
    })
    .sort((a, b) => b.folder.length - a.folder.length)
}

const keys = [
  'server.servlet.context-path',
  'server.servlet.contextPath',
  'spring.mvc.servlet.path',
  'spring.webflux.base-path',
]

function contextPath(path: string, text: string): string {
  const values = path.endsWith('.properties') ? propertiesOf(text) : yamlValues(text)
  return keys.map(key => values.get(key) ?? '').join('')
}

const yamlValues = (text: string) =>
  new Map(yamlEntries(text).entries.map(({ path, value }) => [path.join('.'), value]))

const propertiesOf = (text: string) =>
  new Map(
    [...text.matchAll(/^\s*([\w.-]+)\s*[=:]\s*(.*?)\s*$/gm)].map(match => [match[1]!, match[2]!]),
  )
