// How the words of a command name a file that it starts: interpreters, runners of package scripts, and tools that read recipes from a file.
// Knows words only; whether such a file exists is for others to ask.

import type { SimpleCommand, Word } from './shell-line.ts'
import { behindWrapper } from './wrappers.ts'

/** What one command starts, with paths as the command says them. */
export type Start =
  | { readonly kind: 'folder'; readonly path: string | undefined }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string; readonly isShell: boolean }
  | { readonly kind: 'script'; readonly folder: string; readonly name: string }
  | {
      readonly kind: 'recipes'
      readonly folder: string
      readonly files: readonly string[]
      readonly targets: readonly string[]
    }
  /** Programs of packages come before those of the machine. */
  | { readonly kind: 'packages' }

export function startsOf(command: SimpleCommand): readonly Start[] {
  const isOfPackages = command.some((_, at) =>
    packageWrappers.some(each => isWrapped(command.slice(at), each)),
  )
  return [...(isOfPackages ? [{ kind: 'packages' } as const] : []), ...startsBehind(command)]
}

function startsBehind(command: SimpleCommand): readonly Start[] {
  const [program, ...rest] = withoutWrappers(command)
  if (program === undefined) return []
  const name = program.slice(program.lastIndexOf('/') + 1).replace(/\.exe$/, '')
  if (name === 'cd') return [{ kind: 'folder', path: rest[0] }]
  if (name === '.' || name === 'source') return fileStart(rest[0], true)
  if (shells.test(name)) return shellStarts(rest)
  if (interpreters.test(name)) return interpreterStarts(rest, name === 'bun' || name === 'deno')
  if (packageRunners.has(name)) return scriptStarts(name, rest)
  const files = recipeFiles[name]
  if (files) return [recipesStart(files, rest)]
  return program.includes('/') ? fileStart(program, false) : []
}

const keywords = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '!', '{'])

const packageWrappers: readonly (readonly string[])[] = [
  ['npx'],
  ['bunx'],
  ['npm', 'exec'],
  ['pnpm', 'exec'],
  ['pnpm', 'dlx'],
  ['yarn', 'exec'],
]

/** Words that start what follows them. */
const wrappers: readonly (readonly string[])[] = [
  ['env'],
  ['exec'],
  ['command'],
  ['time'],
  ['nohup'],
  ['sudo'],
  ...packageWrappers,
  ['uv', 'run'],
  ['poetry', 'run'],
  ['pipenv', 'run'],
  ['bundle', 'exec'],
]

function withoutWrappers(command: SimpleCommand): SimpleCommand {
  const [first, ...rest] = command
  if (first === undefined) return []
  if (keywords.has(first) || isAssignment(first)) return withoutWrappers(rest)
  const behind = behindWrapper(command)
  if (behind) return withoutWrappers(behind)
  const found = wrappers.find(each => isWrapped(command, each))
  return found ? withoutWrappers(afterFlags(command.slice(found.length))) : command
}

const isWrapped = (command: SimpleCommand, words: readonly string[]) =>
  words.every((each, at) => command[at] === each)

const isAssignment = (word: Word) => word !== undefined && /^[A-Za-z_]\w*=/.test(word)
const isFlag = (word: Word) => word?.startsWith('-') ?? false

function afterFlags(words: SimpleCommand): SimpleCommand {
  const at = words.findIndex(each => !isFlag(each))
  return at < 0 ? [] : words.slice(at)
}

const shells = /^(sh|bash|dash|zsh|ksh|ash)$/
const interpreters =
  /^(node|nodejs|tsx|ts-node|bun|deno|python[\d.]*|pypy3?|ruby|perl|php|pwsh|lua|Rscript)$/

const fileStart = (path: Word, isShell: boolean): readonly Start[] =>
  path === undefined ? [] : [{ kind: 'file', path, isShell }]

/** `-c` is followed by a line, `-o` by the name of an option, `-n` only reads. */
function shellStarts(words: SimpleCommand): readonly Start[] {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === undefined) return []
    if (!/^[-+]/.test(word)) return fileStart(word, true)
    if (word === '-n') return []
    if (/^-[a-z]*c$/.test(word)) {
      const text = words[at + 1]
      return text === undefined ? [] : [{ kind: 'line', text }]
    }
    if (/^[-+][a-z]*o$/.test(word)) at++
  }
  return []
}

/** After these nothing is a file that would be started: code as text, a module by its name, a check of the syntax, files of tests. */
const noFile = /^(-[cemp]|--(eval|print|check|test|syntax-check)|-l)$/
const loads = /^(-r|--require|--import)$/
const valued = /^(-[WXI]|--(loader|env-file|conditions|config|tsconfig))$/

function interpreterStarts(words: SimpleCommand, hasRun: boolean): readonly Start[] {
  const found: Start[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === undefined || noFile.test(word)) return found
    if (loads.test(word)) found.push(...fileStart(words[++at], false))
    else if (valued.test(word)) at++
    else if (hasRun && word === 'run') {
      const name = words.slice(at + 1).find(each => !isFlag(each))
      return name === undefined
        ? found
        : [...found, { kind: 'script', folder: '', name }, ...fileStart(name, false)]
    } else if (!isFlag(word)) return [...found, ...fileStart(word, false)]
  }
  return found
}

const packageRunners = new Set(['npm', 'pnpm', 'yarn'])
const folderFlag = /^(?:--prefix|--dir|--cwd|-C)(?:=(.*))?$/
/** They choose packages, and nobody here knows where those lie. */
const chooses = /^(-w|-r|--workspaces?|--workspace=.*|--filter|--filter=.*|--recursive)$/

function scriptStarts(program: string, words: SimpleCommand): readonly Start[] {
  let folder = ''
  const said: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === undefined || word === '--') break
    if (chooses.test(word)) return []
    const [isFolder, value] = folderFlag.exec(word) ?? []
    if (isFolder !== undefined) folder = value ?? words[++at] ?? ''
    else if (!isFlag(word)) said.push(word)
  }
  const name = scriptName(program, said)
  return name === undefined ? [] : [{ kind: 'script', folder, name }]
}

const runWords = new Set(['run', 'run-script', 'rum', 'urn'])
const ownScripts: Readonly<Record<string, string>> = {
  test: 'test',
  t: 'test',
  tst: 'test',
  start: 'start',
  stop: 'stop',
  restart: 'restart',
}

/** Every other word of pnpm and yarn may be a script too. */
function scriptName(program: string, [verb, name]: readonly string[]): string | undefined {
  if (verb === undefined) return undefined
  if (runWords.has(verb)) return name
  return Object.hasOwn(ownScripts, verb) ? ownScripts[verb] : program === 'npm' ? undefined : verb
}

const recipeFiles: Readonly<Record<string, readonly string[] | undefined>> = {
  make: ['GNUmakefile', 'makefile', 'Makefile'],
  gmake: ['GNUmakefile', 'makefile', 'Makefile'],
  just: ['justfile', 'Justfile', '.justfile'],
  task: ['Taskfile.yml', 'Taskfile.yaml'],
  rake: ['Rakefile', 'rakefile', 'Rakefile.rb'],
}

const fileFlag = /^(?:-f|--file|--makefile|--justfile|--taskfile|--rakefile)(?:=(.*))?$/
const workFlag = /^(?:-C|--directory|--dir|-d)(?:=(.*))?$/

function recipesStart(usual: readonly string[], words: SimpleCommand): Start {
  const files: string[] = []
  const targets: string[] = []
  let folder = ''
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [isFile, file] = fileFlag.exec(word) ?? []
    const [isFolder, path] = workFlag.exec(word) ?? []
    if (isFile !== undefined) files.push(file ?? words[++at] ?? '')
    else if (isFolder !== undefined) folder = path ?? words[++at] ?? ''
    else if (!/^$|^-|=/.test(word)) targets.push(word)
  }
  return { kind: 'recipes', folder, files: files.length > 0 ? files : usual, targets }
}
