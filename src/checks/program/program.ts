// What a check is made of besides its command: the files of the tree that it starts, and what those start in turn, as far as that is certain.
// Who changes them changes what counts. What a check only looks at, tests among it, is no part of it.

import { posix } from 'node:path'
import type { CheckOrder } from '../../contract/order.ts'
import { recipesFor } from './recipes.ts'
import { commandsIn, type SimpleCommand } from './shell-line.ts'
import { type Start, startsOf } from './starters.ts'

/** A file of the project, or of `package.json` only these scripts. */
export interface Part {
  readonly path: string
  readonly scripts?: readonly string[]
  /** Everything that lies in it. */
  readonly isFolder?: boolean
}

/** The text of a file of a tree, by its path in the project; undefined where there is none. */
export type ReadText = (path: string) => Promise<string | undefined>

/** How far it follows scripts that start scripts. */
const MOST_LEVELS = 4
const MOST_PARTS = 64

export async function programOf(
  { command }: Pick<CheckOrder, 'command'>,
  read: ReadText,
): Promise<readonly Part[]> {
  const parts = new Map<string, Part>()
  const commands = typeof command === 'string' ? commandsIn(command) : [command]
  await follow(commands, { folder: '', level: 0, parts, read })
  return [...parts.values()]
}

interface Walk {
  /** Where the commands run; undefined where only a shell could tell. */
  readonly folder: string | undefined
  readonly level: number
  readonly parts: Map<string, Part>
  readonly read: ReadText
}

async function follow(commands: readonly SimpleCommand[], walk: Walk): Promise<void> {
  let { folder } = walk
  for (const start of commands.flatMap(startsOf)) {
    if (folder === undefined || walk.parts.size >= MOST_PARTS) return
    if (start.kind === 'folder') folder = start.path && within(folder, start.path)
    else await followStart(start, { ...walk, folder })
  }
}

async function followStart(start: Start, walk: Walk & { readonly folder: string }): Promise<void> {
  if (start.kind === 'line') await follow(commandsIn(start.text), walk)
  if (start.kind === 'file') await followFile(start.path, start.isShell, walk)
  if (start.kind === 'script') await followScript(start.folder, start.name, walk)
  if (start.kind === 'recipes') await followRecipes(start, walk)
  if (start.kind === 'packages') addPackages(walk.folder, walk.parts)
}

/** They name the shell of a script and what goes before it; whoever makes one of them is heard as well. */
const settings = ['.npmrc', '.yarnrc', '.yarnrc.yml', 'pnpm-workspace.yaml', 'bunfig.toml']

/** What a runner of packages takes before any program of the machine, in the folder where it runs and in those above. */
function addPackages(folder: string, parts: Map<string, Part>): void {
  const place = (path: string) => posix.join(folder, path)
  for (const path of settings.map(place)) parts.set(path, { path })
  const path = place('node_modules')
  parts.set(path, { path, isFolder: true })
  if (folder !== '') addPackages(folder.split('/').slice(0, -1).join('/'), parts)
}

type Here = Walk & { readonly folder: string }

async function followFile(said: string, isShell: boolean, walk: Here): Promise<void> {
  const { level, parts, read } = walk
  const path = within(walk.folder, said)
  if (path === undefined || parts.has(path)) return
  const text = await read(path)
  if (text === undefined) return
  parts.set(path, { path })
  const isRead = isShell || /\.(sh|bash)$/.test(path) || /^#!.*\b(ba|da|z|k)?sh\b/.test(text)
  if (isRead && level < MOST_LEVELS)
    await follow(commandsIn(text.replaceAll('\r\n', '\n')), { ...walk, level: level + 1 })
}

async function followScript(said: string, name: string, walk: Here): Promise<void> {
  const { level, parts, read } = walk
  const folder = within(walk.folder, said)
  if (folder === undefined) return
  const path = posix.join(folder, 'package.json')
  const key = `${path} ${name}`
  const entries = scriptsIn(await read(path))
  if (parts.has(key) || entries?.[name] === undefined) return
  const names = [`pre${name}`, name, `post${name}`]
  parts.set(key, { path, scripts: names })
  addPackages(folder, parts)
  if (level >= MOST_LEVELS) return
  for (const each of names)
    await follow(commandsIn(entries[each] ?? ''), { ...walk, folder, level: level + 1 })
}

/** Where one of them is there, the others would be read in its place if somebody made them. */
async function followRecipes(
  { folder: said, files, targets }: Extract<Start, { kind: 'recipes' }>,
  walk: Here,
): Promise<void> {
  const { level, parts, read } = walk
  const folder = within(walk.folder, said)
  if (folder === undefined) return
  const paths = files.flatMap(each => within(folder, each) ?? [])
  const texts = await Promise.all(paths.map(read))
  const text = texts.find(each => each !== undefined)
  if (text === undefined) return
  for (const path of paths) parts.set(path, { path })
  if (level < MOST_LEVELS)
    await follow(commandsIn(recipesFor(text, targets)), { ...walk, folder, level: level + 1 })
}

/** Undefined for what lies outside the project. */
function within(folder: string, said: string): string | undefined {
  if (/^\/|[\n\0]/.test(said)) return undefined
  const path = posix.normalize(posix.join(folder, said))
  return path === '..' || path.startsWith('../') ? undefined : path.replace(/\/$/, '')
}

/** Text that is no such document starts nothing. */
export function scriptsIn(text: string | undefined): Readonly<Record<string, string>> | undefined {
  if (text === undefined) return undefined
  try {
    const { scripts } = JSON.parse(text) as { scripts?: unknown }
    if (typeof scripts !== 'object' || scripts === null) return undefined
    return Object.fromEntries(
      Object.entries(scripts).filter(
        (each): each is [string, string] => typeof each[1] === 'string',
      ),
    )
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return undefined
    throw cause
  }
}
