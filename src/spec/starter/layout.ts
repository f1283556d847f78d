// What kind of project lies in a folder: its language, where its code and tests are, what it is for, and the modules it already
// has. Looks at the root and at the top of the source folder, never deeper, so that it costs the same in any repository.

import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sortedBy } from '../../base/order.ts'
import { type Language, languages } from './languages.ts'

export const templateNames = ['minimal', 'web', 'service', 'library'] as const

export type TemplateName = (typeof templateNames)[number]

export interface Layout {
  readonly language: Language
  readonly source: string
  readonly tests: string
  readonly template: TemplateName
  /** Modules that exist, with the files of each. */
  readonly modules: readonly Module[]
}

export interface Module {
  readonly name: string
  readonly files: readonly string[]
}

/** A spec that somebody has to read starts small; the rest is a matter of adding lines. */
const MOST_MODULES = 40

/** Undefined where nothing is to be recognised. */
export function findLayout(root: string): Layout | undefined {
  const language = findLanguage(root)
  if (!language) return undefined
  const source = findSource(root, language)
  const tests = firstFolder(root, language.tests) ?? language.tests[0] ?? source
  return {
    language,
    source,
    tests,
    template: findTemplate(root, language),
    modules: findModules(root, source, language),
  }
}

function findLanguage(root: string): Language | undefined {
  const marked = languages.find(({ markers }) => markers.some(each => existsSync(join(root, each))))
  if (marked) return marked
  const names = ['.', 'src', 'lib']
    .flatMap(folder => entriesOf(join(root, folder)))
    .map(each => each.name)
  return languages.find(({ extensions }) => names.some(name => hasExtension(name, extensions)))
}

function findSource(root: string, { sources, title }: Language): string {
  const folder = firstFolder(root, sources)
  if (title === 'Python') return findPackage(root, folder) ?? folder ?? sources[0]!
  return folder ?? sources[0]!
}

/** Python keeps a package in `src/name` or in `name`. */
function findPackage(root: string, folder: string | undefined): string | undefined {
  const places = [...(folder ? [`${folder}/`] : []), '']
  const found = places.flatMap(place =>
    entriesOf(join(root, place))
      .filter(each => existsSync(join(root, place, each.name, '__init__.py')))
      .map(each => `${place}${each.name}`),
  )
  return found.find(each => !/(^|\/)tests?$/.test(each))
}

function firstFolder(root: string, names: readonly string[]): string | undefined {
  return names.find(name => statSync(join(root, name), { throwIfNoEntry: false })?.isDirectory())
}

const manifests = [
  'package.json',
  'pyproject.toml',
  'requirements.txt',
  'go.mod',
  'Cargo.toml',
  'pom.xml',
  'build.gradle',
]

const webWords = /["'](next|nuxt|vite|react|vue|svelte|astro|@angular\/core|solid-js)["']/
const serviceWords =
  /["'](express|fastify|hono|koa|@nestjs\/core)["']|\b(fastapi|flask|django|starlette|gin-gonic|go-chi|gofiber|labstack\/echo|axum|actix-web|rocket|spring-boot)\b/i

function findTemplate(root: string, { title }: Language): TemplateName {
  const texts = manifests
    .map(each => join(root, each))
    .filter(each => existsSync(each))
    .map(each => readFileSync(each, 'utf8'))
    .join('\n')
  if (webWords.test(texts) || existsSync(join(root, 'index.html'))) return 'web'
  if (serviceWords.test(texts)) return 'service'
  const isLibrary =
    /"(exports|main|types)"\s*:/.test(texts) ||
    existsSync(join(root, 'src/lib.rs')) ||
    (title === 'Go' && !existsSync(join(root, 'main.go')) && !existsSync(join(root, 'cmd')))
  return isLibrary ? 'library' : 'minimal'
}

function findModules(root: string, source: string, { extensions }: Language): Module[] {
  const files = new Map<string, string[]>()
  for (const entry of sortedBy(entriesOf(join(root, source)), each => each.name)) {
    const path = modulePath(entry, source, extensions)
    const name = path && moduleName(entry)
    if (name) files.set(name, [...(files.get(name) ?? []), path])
  }
  return [...files].slice(0, MOST_MODULES).map(([name, paths]) => ({ name, files: paths }))
}

function modulePath(
  entry: Dirent,
  source: string,
  extensions: readonly string[],
): string | undefined {
  if (/^[._]/.test(entry.name)) return undefined
  if (entry.isDirectory()) return isSkipped(entry.name) ? undefined : `${source}/${entry.name}/**`
  const isCode =
    hasExtension(entry.name, extensions) && !/[._]test\.|\.d\.ts$|^test_/.test(entry.name)
  return isCode ? `${source}/${entry.name}` : undefined
}

const isSkipped = (folder: string) => /^(node_modules|dist|build|tests?|fixtures)$/.test(folder)

const hasExtension = (name: string, extensions: readonly string[]) =>
  extensions.some(each => name.endsWith(`.${each}`))

/** As much of a file's name as an address takes. */
function moduleName({ name }: Dirent): string {
  return name
    .replace(/(?<=.)\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}_-]/gu, '_')
    .replace(/^-+/, '')
}

function entriesOf(folder: string): Dirent[] {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
  return isFolder ? readdirSync(folder, { withFileTypes: true }) : []
}
