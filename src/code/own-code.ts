// Which files are code that people of this repository wrote, and not generated, vendored or built. Only such code is found by
// itself; whatever a resource names by its path is taken as it is.

import type { Codebase, FileHead } from './codebase.ts'

/** In these a generator signs its work. */
export const HEAD_BYTES = 1024

/** Other people's code, wherever it lies. */
const foreignFolder =
  /(^|\/)(node_modules|bower_components|jspm_packages|vendor|vendored|third[_-]?party|site-packages|\.?venv|\.(yarn|tox|eggs|bundle|gradle|terraform)|Pods|Carthage|__generated__)\//

/** What a build writes; below a folder of sources these are names like any other. */
const builtFolder =
  /^(?:(?!(?:src|lib|app|source|sources|internal|pkg)\/)[^/]+\/)*?(?:dist|build|built|out|target|obj|coverage|\.next|\.nuxt|DerivedData)\//

const generatedName =
  /(\.min\.[cm]?[jt]s|(^|\/)\.pnp\.(loader\.)?[cm]js|\.bundle\.js|_pb2(_grpc)?\.pyi?|\.pb\.(go|cc|h|swift)|\.(g|gen|generated|designer)\.\w+|_generated\.\w+)$/i

/** By its path alone. */
export function isForeignPath(path: string): boolean {
  return foreignFolder.test(path) || builtFolder.test(path) || generatedName.test(path)
}

/** Also by what the head of the file says of itself. */
export function isOwnCode(path: string, codebase: Pick<Codebase, 'head'>): boolean {
  return !isForeignPath(path) && !isInstalled(path, codebase) && codebase.head(path) !== 'generated'
}

/** What a package ships, wherever the package lies: `lib/clock/dist/index.js` beside `lib/clock/package.json`. */
export function isShipped(path: string, { has }: Pick<Codebase, 'has'>): boolean {
  const built = path.matchAll(/(?<=^|\/)(?:dist|build|out)\//g)
  return [...built].some(each => has(`${path.slice(0, each.index)}package.json`))
}

/** Foundry keeps what it installs in `lib`, which is a name like any other where there is no Foundry. */
function isInstalled(path: string, codebase: Pick<Codebase, 'head'>): boolean {
  const project = /^(.*\/)?lib\/[^/]+\/.*\.sol$/.exec(path)
  return project !== null && codebase.head(`${project[1] ?? ''}foundry.toml`) !== undefined
}

const signature =
  /@generated\b|<auto-?generated|\bgenerated\b[^\n]{0,200}\bdo not (edit|modify|change)\b|\bdo not (edit|modify|change)\b[^\n]{0,200}\bgenerated\b/i

/** `bytes` are of the whole file, or of its first HEAD_BYTES. */
export function headOf(bytes: Uint8Array): FileHead {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  const isGenerated = (/generated/i.test(head) && isSigned(head)) || isMinified(head)
  return isGenerated ? 'generated' : 'own'
}

/** A line of code that is longer than anybody writes: what a bundler makes of a source. Tables and drawings have few brackets. */
function isMinified(head: string): boolean {
  const line = head.split('\n').find(each => each.length >= LONGEST_LINE)
  return line !== undefined && line.length - line.replace(/[;{}()]/g, '').length > line.length / 20
}

const LONGEST_LINE = 600

/** Prose that speaks of signatures begins with something else. */
const signedDocstring =
  /^\s*[rRuU]?("""|''')\s*(@?(auto-?)?generated|code generated|do not|(warning|note)\W|this (file|module|code|class)\b)/i

function isSigned(head: string): boolean {
  const comments = head
    .split('\n')
    .filter(each => /^\s*(\/\/|\/\*|\*|#|<!--|--|;)/.test(each) || signedDocstring.test(each))
  return signature.test(comments.join(' '))
}
