// The commands of one file from everything that registers them, each with what answers it as far as the file tells.

import type { LanguagePack } from '../../languages/pack.ts'
import type { Command, Declaration, Named, Outline } from '../../model.ts'
import type { Tree } from '../../tree/grammar.ts'
import { withoutComments } from '../blank.ts'
import type { Call } from '../calls/calls.ts'
import { firstOfEach } from '../first.ts'
import { commandArms, plainName } from './command-arms.ts'
import { functionAt, ownerAt, type Place, runnerAt } from './command-carriers.ts'
import { moduleCommands } from './command-modules.ts'
import { typedCommands } from './command-types.ts'
import { calledCommands } from './commands.ts'
import { literalCommands } from './go-commands.ts'

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
  const place = { language, source, outline, owners }
  const found = [
    ...named.map(each => ({
      ...each,
      ...(arms && { name: explicitName(each, source) ?? each.name }),
      ...(arms?.get(plainName(each.name)) ?? answerAt(each.line, path, place)),
    })),
    ...calledCommands(calls, {
      path,
      language,
      source,
      modules,
      ownerAt: line => ownerAt(line, place),
      runnerAt: line => runnerAt(line, place),
    }),
    ...(language === 'go' ? literalCommands(root, modules) : []).map(each => ({
      ...each,
      carriers: ownerAt(each.line, place),
    })),
    ...moduleCommands(source, language),
    ...(language === 'ruby' ? describedCommands(source, outline.declarations) : []),
    ...typedCommands(root, text, language, modules),
    ...managementCommands(path, outline.declarations),
    ...filedCommands(path, modules, outline.declarations),
  ]
  return firstOfEach(found, each => each.name)
}

/** `#[command(name = "fill-up")]` above a variant, or in front of it. */
function explicitName({ name: variant, line }: Named, source: string): string | undefined {
  const lines = source.split('\n')
  const own = lines[line - 1] ?? ''
  const before = [
    ...own.matchAll(
      /#\[(?:command|clap)\((?:[^\]]*,\s*)?name\s*=\s*"([\w-]+)"[^\]]*\]\s*(?:#\[[^\]]*\]\s*)*(\w+)/g,
    ),
  ].find(each => plainName(each[2]!) === plainName(variant))
  if (before || /^\s*(pub\s+)?enum\b/.test(own)) return before?.[1]
  for (let at = line - 2; at >= 0 && /^\s*(#\[|\/\/)/.test(lines[at]!); at--) {
    const name = /^\s*#\[(?:command|clap)\((?:.*,\s*)?name\s*=\s*"([\w-]+)"/.exec(lines[at]!)?.[1]
    if (name !== undefined) return name
  }
  return undefined
}

function answerAt(
  line: number,
  path: string,
  place: Place,
): Pick<Command, 'handler' | 'isStub' | 'carriers'> {
  const handler = handlerAt(line, path, place)
  const type = handler.split('.').slice(0, -1)
  const isDecorated = place.language === 'python' && handler !== ''
  const carriers = isDecorated ? functionAt(line, place, handler) : type
  return { handler, isStub: false, ...(carriers.length > 0 && { carriers }) }
}

/**
 * A decorator or an annotation is about the function below it, a property of a class about what the class does when it is run. A call
 * that adds what stands in another file has nothing below it.
 */
function handlerAt(
  line: number,
  path: string,
  { language, source, outline, owners }: Place,
): string {
  const { declarations } = outline
  const below = declarations.find(each => each.line >= line)
  if (language === 'python')
    return source.split('\n', line)[line - 1]!.trim().startsWith('@') ? (below?.name ?? '') : ''
  if (/^(java|kotlin)$/.test(language) && below?.kind === 'class')
    return runOf(declarations, below, /^(run|call)$/) ?? ''
  if (/^(java|kotlin)$/.test(language)) return below?.name ?? ''
  if (!path.endsWith('.php')) return ''
  const owner: Declaration | undefined = declarations[owners[line] ?? -1]
  const around = owner?.kind === 'class' ? owner : declarations[owner?.parent ?? -1]
  const type = around ?? declarations.find(each => each.line >= line)
  if (type?.kind !== 'class') return ''
  const run = runOf(declarations, type, /^(handle|execute|__invoke)$/)
  return run ?? (around ? `${type.name}.handle` : '')
}

/** The method of a class that does what the command is for. */
function runOf(
  declarations: readonly Declaration[],
  type: Declaration,
  names: RegExp,
): string | undefined {
  const index = declarations.indexOf(type)
  const run = declarations.find(each => each.parent === index && names.test(each.name))
  return run && `${type.name}.${run.name}`
}

/** Thor makes a command of every method that a text describes, in a class of its own. */
function describedCommands(source: string, declarations: readonly Declaration[]): Command[] {
  if (!source.includes('Thor')) return []
  const lines = source.split('\n')
  return lines.flatMap((text, index) => {
    const name = /^\s*desc[ (]\s*["']([\w:-]+)/.exec(text)?.[1]
    const method = name && declarations.find(each => each.line > index + 1)
    const type = method ? declarations[method.parent] : undefined
    if (!name || !method || !type || !/<\s*[\w:]*Thor\b/.test(lines[type.line - 1]!)) return []
    return [{ name, line: index + 1, handler: `${type.name}.${method.name}`, isStub: false }]
  })
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
