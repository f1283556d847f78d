// Functions that make a router, or register on what they are given, and that nobody calls, imports or hands on.

import { hasServer } from './exported-applications.ts'
import { type Maker, oneOf } from './makers.ts'
import type { PlacedRouter, RoutedFile } from './routed-file.ts'
import type { Surroundings } from './surroundings.ts'

/** What no file of Python brings in is in no list that is walked, unless somebody walks folders. */
export const isLeftAlone = (file: string, surroundings: Surroundings) =>
  file.endsWith('.py') && !surroundings.isTaken(file) && !loadsFolders(file, surroundings)

export function isForgotten(
  below: PlacedRouter,
  maker: Maker | undefined,
  surroundings: Surroundings,
): boolean {
  const { file } = below
  if (isDefault(below, maker, surroundings)) return isUnasked(below, surroundings)
  return (
    maker !== undefined &&
    maker.name !== 'default' &&
    !startsItself.test(maker.name) &&
    !surroundings.isUsed(maker.name, maker.one) &&
    !surroundings.isImported(file, maker.name) &&
    !loadsFolders(file, surroundings)
  )
}

/** A plugin that is all that its file offers: `module.exports = async function (fastify) { … }`, `export default fp(routes)`. */
function isDefault(
  { file, router }: PlacedRouter,
  maker: Maker | undefined,
  { sourceOf }: Surroundings,
): boolean {
  if (router.framework !== 'fastify' || !/^[\w$]+$/.test(router.name)) return false
  if (maker?.name === 'default') return true
  const name = (maker?.name ?? router.name).replaceAll('$', '\\$')
  const wrapped = String.raw`(?:module\.exports\s*=|export\s+default)\s*`
  const head = maker
    ? String.raw`[\w$.]+\(\s*${name}\b`
    : String.raw`(?:[\w$.]+\(\s*)?(?:async\b\s*)?(?:function\b\s*)?\(?\s*${name}\b`
  return new RegExp(wrapped + head).test(sourceOf(file))
}

/** Told only where the package has an application, which the plugin is not a part of. */
const isUnasked = (below: PlacedRouter, surroundings: Surroundings): boolean =>
  !surroundings.isTaken(below.file) &&
  !surroundings.mayBeStarted(below.file) &&
  hasServer(below, surroundings) &&
  !loadsFolders(below.file, surroundings) &&
  !surroundings.loadsComputed()

/** Under none of its names; a default export is called whatever its importer likes. */
export function isUncalled(within: number, file: RoutedFile, surroundings: Surroundings) {
  const { path, outline } = file
  const name = outline.declarations[within]?.name
  const one = oneOf(within, file)
  const offered = outline.exports.filter(each => each.local === name).map(each => each.name)
  const isAsked = (each: string) =>
    each === 'default' ||
    startsItself.test(each) ||
    surroundings.isUsed(each, one) ||
    surroundings.isImportedByName(path, each)
  const isLoaded = offered.length > 0 && loadsFolders(path, surroundings)
  return name !== undefined && !isLoaded && ![name, ...offered].some(isAsked)
}

/** Whoever loads whole folders of plugins names none of them, but may name the folder. */
const loadsFolders = (path: string, { files, sourceOf }: Surroundings) =>
  [...files.values()].some(({ path: from, outline }) =>
    outline.imports.some(
      ({ module }) =>
        loader.test(module) && (!autoload.test(module) || mayLoad(sourceOf(from), path)),
    ),
  )

const loader =
  /\b(autoload|require-all|require-dir(ectory)?|consign|express-load|glob|importlib|pkgutil)\b/
const autoload = /^(@fastify\/|fastify-)autoload$/

/** `{ dir: join(__dirname, 'plugins') }`; what spells no folder may be any. */
function mayLoad(source: string, path: string): boolean {
  const folders = [...source.matchAll(/\bdir\s*:([^\n,}]{0,80}(?:,[^\n,}:]{0,80}){0,3})/g)].map(
    each => [...each[1]!.matchAll(/["'`]([^"'`]*)["'`]/g)].at(-1)?.[1] ?? '',
  )
  const names = folders.map(each => each.replace(/^.*\}|^[./]+|\/+$/g, '').replace(/^\/+/, ''))
  return names.length === 0 || names.some(each => each === '' || `/${path}`.includes(`/${each}/`))
}

/** Frameworks whose routers and applications are made alike: what nobody asks for serves nothing. */
const alike = new Set([
  'chi',
  'gin',
  'net/http',
  'gorilla',
  'echo',
  'fiber',
  'httprouter',
  'aspnet',
  'axum',
  'actix-web',
  'ktor',
  'vapor',
])

/** Functions that nobody has to call. */
const startsItself = /^(main|init|module|configure|Test\w*)$/

export const isCalled = (below: PlacedRouter, maker: Maker, surroundings: Surroundings) =>
  !alike.has(below.router.framework) ||
  startsItself.test(maker.full) ||
  surroundings.isUsed(maker.name, maker.one) ||
  isOverriding(below, maker, surroundings)

/** A method that a type above has, too: who calls it does not say this name here. `override fun run()` of a command. */
function isOverriding(
  { file, router }: PlacedRouter,
  { name, one }: Maker,
  { files, sourceOf }: Surroundings,
): boolean {
  const declaration = files.get(file)?.outline.declarations[router.within]
  if (declaration === undefined || !one.isMember) return false
  if (declaration.decorators.some(each => /(^|\.)Override$/.test(each))) return true
  const { line } = declaration
  const head = sourceOf(file)
    .split('\n', line + 2)
    .slice(line - 1)
  return new RegExp(String.raw`\boverride\b[^\n{}]*\b${name}\b`).test(head.join('\n'))
}
