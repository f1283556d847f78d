// The commands of one file from everything that registers them, each with what answers it as far as the file tells.

import type { LanguagePack } from '../languages/pack.ts'
import type { Command, Declaration, Named, Outline } from '../model.ts'
import type { Tree } from '../tree/grammar.ts'
import { withoutComments } from './blank.ts'
import type { Call } from './calls.ts'
import { commandArms, plainName } from './command-arms.ts'
import { typedCommands } from './command-types.ts'
import { calledCommands } from './commands.ts'
import { firstOfEach } from './first.ts'

export interface CommandSources {
  readonly path: string
  readonly source: string
  readonly pack: LanguagePack
  readonly outline: Outline
  /** Index of the innermost declaration by line. */
  readonly owners: Int32Array
  /** Those of the table of named facts. */
  readonly named: readonly Named[]
}

export function readCommands(
  root: Tree,
  calls: readonly Call[],
  { path, source, pack, outline, owners, named }: CommandSources,
): readonly Command[] {
  const { language, comments } = pack
  const modules = outline.imports.map(each => each.module)
  const text = /^(kotlin|swift)$/.test(language) ? withoutComments(root, source, comments) : source
  const arms = language === 'rust' && named.length > 0 ? commandArms(root) : undefined
  const found = [
    ...named.map(each => ({
      ...each,
      ...(arms?.get(plainName(each.name)) ?? {
        handler: handlerAt(each.line, { path, source, pack, outline, owners, named }),
        isStub: false,
      }),
    })),
    ...calledCommands(calls, { path, language, source, modules }),
    ...typedCommands(root, text, language, modules),
    ...managementCommands(path, outline.declarations),
    ...filedCommands(path, modules, outline.declarations),
  ]
  return firstOfEach(found, each => each.name)
}

/**
 * A decorator, an annotation or a description is about the function below it, a property of a class about what the class does when
 * it is run.
 */
function handlerAt(line: number, { path, source, pack, outline, owners }: CommandSources): string {
  const { declarations } = outline
  const below = declarations.find(each => each.line >= line)
  const text = source.split('\n', line)[line - 1]!.trim()
  if (pack.language === 'python') return text.startsWith('@') ? (below?.name ?? '') : ''
  if (/^(ruby|java)$/.test(pack.language)) return below?.kind === 'method' ? below.name : ''
  if (!path.endsWith('.php')) return ''
  const owner: Declaration | undefined = declarations[owners[line] ?? -1]
  const around = owner?.kind === 'class' ? owner : declarations[owner?.parent ?? -1]
  const type = around ?? declarations.find(each => each.line >= line)
  if (type?.kind !== 'class') return ''
  const index = declarations.indexOf(type)
  const run = declarations.find(
    each => each.parent === index && /^(handle|execute|__invoke)$/.test(each.name),
  )
  if (!run && !around) return ''
  return `${type.name}.${run?.name ?? 'handle'}`
}

/** Django names a command after its file: `management/commands/close_polls.py`. */
function managementCommands(path: string, declarations: readonly Declaration[]): Command[] {
  const name = /(^|\/)management\/commands\/([a-z]\w*)\.py$/.exec(path)?.[2]
  const type = declarations.find(each => each.kind === 'class' && each.name === 'Command')
  return name && type ? [{ name, line: type.line, handler: 'Command.handle', isStub: false }] : []
}

/** oclif does so too, with its folders as topics: `src/commands/plugins/link.ts` is `plugins:link`. */
function filedCommands(
  path: string,
  modules: readonly string[],
  declarations: readonly Declaration[],
): Command[] {
  const name = /(?:^|\/)commands\/(.+?)(?:\/index)?\.[cm]?[jt]s$/.exec(path)?.[1]
  const type = declarations.find(each => each.kind === 'class')
  if (!name || !type || !modules.some(each => /^@oclif\//.test(each))) return []
  const handler = `${type.name}.run`
  return [{ name: name.replaceAll('/', ':'), line: type.line, handler, isStub: false }]
}
