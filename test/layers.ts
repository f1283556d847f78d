// The table of rooms, and the reading of a source tree that holds it against the table. The rule itself is in layers.test.ts.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { parseAst } from 'rolldown/parseAst'

/** A room imports only from itself and from rooms named before it. */
export const rooms = [
  'base',
  'contract',
  'config',
  'spec',
  'code',
  'reports',
  'evidence',
  'state',
  'plan',
  'work',
  'kernel',
  'journal',
  'workspace',
  'checks',
  'memory',
  'agents',
  'engine',
  'forge',
  'server',
  'runner',
  'mcp',
  'cli',
] as const

/** Arrows that the order allows and the house does not: these rooms see only what is named. */
const narrow: Readonly<Record<string, readonly string[]>> = {
  contract: ['base'],
  kernel: ['base'],
}

/** Rooms whose every file is pure. */
const pureRooms = ['contract', 'evidence', 'plan', 'work', 'kernel']

/** Pure files of rooms that are not pure as a whole; an entry that ends in / is a whole folder. */
const pureFiles = [
  'base/claim-pattern.ts',
  'base/claims.ts',
  'base/cycles.ts',
  'base/diagnostic.ts',
  'base/duration.ts',
  'base/glob.ts',
  'base/ids.ts',
  'base/json-place.ts',
  'base/json.ts',
  'base/nearest.ts',
  'base/order.ts',
  'base/paths.ts',
  'base/yaml/document.ts',
  'base/yaml/locate.ts',
  'base/yaml/scalar.ts',
  'base/yaml/unclosed.ts',
  'code/bodies/',
  'code/depth/documents/',
  'code/depth/hollow.ts',
  'code/depth/routers/mark.ts',
  'code/depth/routes/conventional-paths.ts',
  'code/depth/routes/route-path.ts',
  'code/depth/calls/walked-items.ts',
  'code/depth/calls/walked-lists.ts',
  'code/ignore-rules.ts',
  'code/model.ts',
  'code/names.ts',
  'code/outline-codec.ts',
  'code/recognize/',
  'code/resolve.ts',
  'code/routes/',
  'code/resolving/',
  'code/scanners/',
  'code/test-files.ts',
  'reports/cobertura.ts',
  'reports/coverage.ts',
  'reports/junit.ts',
  'reports/lcov.ts',
  'reports/place.ts',
  'reports/xml.ts',
  'spec/decode.ts',
  'spec/edit.ts',
  'spec/edit/',
  'spec/endpoint-methods.ts',
  'spec/graph.ts',
  'spec/merge.ts',
  'spec/model.ts',
  'spec/validate.ts',
  'state/settle.ts',
]

/** Packages that reach nothing outside their arguments. */
const purePackages = [
  'zod/v4/core',
  'zod/mini',
  'zod',
  'js-yaml',
  'yaml',
  'picomatch',
  'saxes',
  'smol-toml',
]

/** Globals through which a pure file could reach clock, disk, network, environment or randomness. */
const worldly = new Set([
  'process',
  'globalThis',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'performance',
  'crypto',
  'console',
  'WebSocket',
  'XMLHttpRequest',
  'navigator',
  'Intl',
])

export interface Import {
  readonly from: string
  readonly to: string
}

export interface House {
  readonly imports: readonly Import[]
  readonly violations: readonly string[]
}

/** Reads every source file below `root` and names each arrow and each reach that the table forbids. */
export function inspect(root: string): House {
  const imports: Import[] = []
  const violations: string[] = []
  for (const file of sourceFiles(root)) {
    const program = parseAst(readFileSync(join(root, file), 'utf8'), {
      lang: file.endsWith('x') ? 'tsx' : 'ts',
    })
    const found = importsOf(program).map(to => ({ from: file, to: resolveImport(file, to) }))
    imports.push(...found)
    violations.push(...found.flatMap(arrowProblem))
    if (isPure(file)) violations.push(...found.flatMap(purityProblem), ...reaches(program, file))
  }
  return { imports, violations: violations.sort() }
}

function sourceFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

function resolveImport(file: string, to: string): string {
  return to.startsWith('.') ? posix.join(dirname(file), to) : to
}

const roomOf = (file: string) => file.split('/')[0]!

function isInside(to: string): boolean {
  return (rooms as readonly string[]).includes(roomOf(to)) && to.endsWith('.ts')
}

function isPure(file: string): boolean {
  return (
    pureRooms.includes(roomOf(file)) ||
    pureFiles.some(each => (each.endsWith('/') ? file.startsWith(each) : file === each))
  )
}

function arrowProblem({ from, to }: Import): string[] {
  if (!(rooms as readonly string[]).includes(roomOf(from)))
    return [`${from} lies in no room of the table`]
  if (to === '../package.json') return []
  if (to.startsWith('../') || to.startsWith('/')) return [`${from} → ${to} leaves src`]
  if (!isInside(to) || roomOf(from) === roomOf(to)) return []
  const allowed = narrow[roomOf(from)]
  if (allowed && !allowed.includes(roomOf(to)))
    return [`${from} → ${to}: ${roomOf(from)} sees only ${allowed}`]
  const upward = rooms.indexOf(roomOf(to) as never) > rooms.indexOf(roomOf(from) as never)
  return upward ? [`${from} → ${to}: ${roomOf(to)} is below ${roomOf(from)}`] : []
}

function purityProblem({ from, to }: Import): string[] {
  const isFine = isInside(to) ? isPure(to) : purePackages.includes(to)
  return isFine ? [] : [`${from} → ${to}: a pure file imports only pure files`]
}

type Node = { readonly type: string; readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flatMap(value => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
}

function* walk(node: Node): Generator<Node> {
  yield node
  for (const child of childrenOf(node)) yield* walk(child)
}

function importsOf(program: unknown): string[] {
  const found: string[] = []
  for (const node of walk(program as Node)) {
    if (
      !/^(ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration|ImportExpression)$/.test(
        node.type,
      )
    )
      continue
    const source = node.source
    if (isNode(source) && typeof source.value === 'string') found.push(source.value)
  }
  return found
}

/** References to globals of the world; property names and declared names do not count. */
function reaches(program: unknown, file: string): string[] {
  const problems: string[] = []
  const visit = (node: Node) => {
    if (
      node.type.startsWith('TS') &&
      node.type !== 'TSAsExpression' &&
      node.type !== 'TSNonNullExpression' &&
      node.type !== 'TSSatisfiesExpression'
    )
      return
    if (node.type === 'Identifier' && worldly.has(String(node.name)))
      problems.push(`${file} reaches for ${node.name}`)
    if (isClockOrChance(node)) problems.push(`${file} reaches for clock or chance`)
    for (const [key, value] of Object.entries(node)) {
      const isName = (key === 'property' || key === 'key') && node.computed !== true
      if (isName && !(node.type === 'Property' && node.shorthand)) continue
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child)
    }
  }
  visit(program as Node)
  return problems
}

function isClockOrChance(node: Node): boolean {
  const callee = node.callee as Node | undefined
  if (node.type === 'NewExpression' && callee?.name === 'Date')
    return (node.arguments as unknown[]).length === 0
  if (node.type === 'CallExpression' && callee?.type === 'Identifier' && callee.name === 'Date')
    return true
  if (node.type !== 'MemberExpression') return false
  const path = `${(node.object as Node).name}.${(node.property as Node).name}`
  return path === 'Date.now' || path === 'Math.random'
}
