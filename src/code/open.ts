// The codebase as everybody else sees it: outlines from scanners or trees, depth on demand, and the bytes behind them.

import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Codebase, FileHead, UnreadCodebase } from './codebase.ts'
import { type DepthReading, depthOf } from './depth/depth.ts'
import { isDocument, noDepth } from './depth/documents/document.ts'
import { offering } from './depth/offer-signs.ts'
import { openFacts } from './facts.ts'
import type { readGitTree } from './git-tree.ts'
import { builtIn, type Languages } from './languages/all.ts'
import type { LanguagePack } from './languages/pack.ts'
import { LARGEST_BYTES } from './limits.ts'
import type { Outline } from './model.ts'
import { namedFiles } from './named-files.ts'
import type { OutlineOptions } from './one-file.ts'
import { hasScanner } from './outline.ts'
import { HEAD_BYTES, headOf } from './own-code.ts'
import { deadBlocks } from './recognize/python/recognize.ts'
import type { Progress } from './records.ts'
import { seenSigns } from './signs-seen.ts'
import type { ReadSyntax } from './syntax.ts'
import { readTogether } from './together/together.ts'
import { readLive, withoutBlocks } from './tree/dead-code.ts'
import {
  type GrammarFolders,
  isParser,
  openParser,
  type Parser,
  refuseUnknownNodes,
  whatIsMissing,
} from './tree/grammar.ts'
import { withoutMarkup } from './tree/markup.ts'
import { outlineTree } from './tree/outline.ts'
import { readProblems } from './tree/problems.ts'
import { decodeSource } from './tree/source.ts'

export interface OpenOptions {
  /** The user's cache folder; without it nothing is kept. */
  readonly cacheFolder: string | undefined
  readonly languages?: Languages | undefined
  /** What git says of the tree, where it has been asked already. */
  readonly tree?: ReturnType<typeof readGitTree> | undefined
  /** What the spec names: paths and globs whose syntax a grammar has to confirm. */
  readonly named?: readonly string[] | undefined
  /** On how many threads many files may be read; 0 leaves it to the machine, and nothing is one. Needs the languages of the root. */
  readonly parallelism?: number | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export async function openCodebase(root: string, options: OpenOptions): Promise<Codebase> {
  const codebase = await openUnread(root, options)
  await codebase.readAll()
  codebase.keep()
  return codebase
}

export async function openUnread(root: string, options: OpenOptions): Promise<UnreadCodebase> {
  const { cacheFolder, languages = builtIn, named = [], parallelism = 1 } = options
  const grammars = openGrammars(cacheFolder, languages)
  const outlining = outlineOptions(grammars, languages, namedFiles(named))
  const { isTreeRead, verifies } = outlining
  const facts = await openFacts(root, {
    ...outlining,
    tree: options.tree,
    cacheFolder,
    onProgress: options.onProgress,
    versionOf: versionsIn(languages),
    isFallbackFile: path => grammars.reads(path),
    together: readTogether({
      root,
      cacheFolder,
      named,
      parallelism,
      isSlow: path =>
        grammars.reads(path) || isTreeRead(path) || (verifies(path) && !isPythonFile(path)),
    }),
  })
  const files = new Set(facts.files)
  const readings = new Map<string, DepthReading>()
  let changedMs = 0
  const noted = (source: Source | undefined) => {
    changedMs = Math.max(changedMs, source?.changedMs ?? 0)
    return source?.bytes
  }
  const bytes = (path: string) => noted(readBytes(root, path))
  const isEmpty = (path: string) => !statSync(join(root, path), { throwIfNoEntry: false })?.size
  const heads = new Map<string, FileHead | undefined>()
  const head = (path: string) => {
    if (heads.has(path)) return heads.get(path)
    const read = noted(readHead(root, path))
    const known = read && headOf(read)
    heads.set(path, known)
    return known
  }
  const readDeep = (path: string) => {
    const known = facts.depths.find(facts.idOf(path) ?? '')
    if (known) return known
    // Rows of a user are asked for kinds of nodes: those that the grammar has not are refused before.
    grammars.opens(path)
    const outline = facts.outline(path)
    const source = readBytes(root, path)
    const { folders } = grammars
    const reading = readDepth(path, noted(source), outline, { languages, folders })
    const id = source && facts.depthId(path, source)
    if (id !== undefined) facts.depths.note(id, reading)
    return reading
  }
  const deep = (path: string) => {
    const known = readings.get(path) ?? readDeep(path)
    readings.set(path, known)
    return known
  }
  const problems = (path: string) =>
    facts.outline(path)?.problems ?? (isDocument(path) ? deep(path).problems : undefined)
  const read = (path: string) => {
    const source = readBytes(root, path)
    noted(source)
    return source
  }
  const sign = seenSigns({ facts, languages, read })
  return {
    files: facts.files,
    get diagnostics() {
      return [...facts.diagnostics, ...grammars.diagnostics()]
    },
    has: path => files.has(path),
    isEmpty,
    outline: facts.outline,
    problems,
    confirmedProblems: path => {
      const outline = grammars.confirms(path) ? facts.confirmed(path) : facts.outline(path)
      return outline?.problems ?? problems(path)
    },
    depth: path => deep(path).depth,
    bytes,
    head,
    declaring: name => [...new Set(facts.declared(name).map(each => each.path))],
    changedMs: () => Math.max(facts.changedMs, changedMs),
    isGit: facts.isGit,
    apart: facts.apart,
    named,
    mark: facts.mark,
    idOf: facts.idOf,
    namesOf: facts.namesOf,
    sign,
    offers: path => (sign(path, offering) ? deep(path).depth : noDepth),
    isReadAlike: (path, id) => !isEmpty(path) && facts.isReadAlike(path, id),
    readAll: facts.readAll,
    keep: facts.keep,
  }
}

/** Languages that are built in have the version of the program; a file is only asked for its language where others are added. */
const versionsIn = ({ packs, packFor }: Languages) =>
  packs.some(each => each.version !== undefined)
    ? (path: string) => packFor(path)?.version ?? ''
    : undefined

/** How a file becomes an outline, by whichever thread. */
export const outlineOptions = (
  grammars: Grammars,
  languages: Languages,
  isNamed: (path: string) => boolean,
): { readonly [Key in keyof OutlineOptions]-?: NonNullable<OutlineOptions[Key]> } => ({
  verifies: path => isNamed(path) && grammars.confirms(path),
  readSyntax: (path, text) => grammars.syntax(path, text),
  isTreeRead: path => languages.packFor(path)?.isTreeRead === true && grammars.opens(path),
  liveText: (path, text) => grammars.liveText(path, text),
  fallback: (path, bytes) => grammars.outline(path, bytes),
})

/** Its syntax is confirmed without a tree, mostly. */
const isPythonFile = (path: string) => /\.pyi?$/i.test(path)

function readDepth(
  path: string,
  bytes: Uint8Array | undefined,
  outline: Outline | undefined,
  grammars: Parameters<typeof depthOf>[3],
): DepthReading {
  return bytes
    ? depthOf(path, bytes, outline, grammars)
    : { depth: noDepth, problems: [], diagnostics: [] }
}

interface Source {
  readonly bytes: Uint8Array
  readonly changedMs: number
}

/** Undefined for what cannot be read as source: gone, forbidden, or larger than any. */
function readBytes(root: string, path: string): Source | undefined {
  try {
    const full = join(root, path)
    const { size, mtimeMs } = statSync(full)
    return size <= LARGEST_BYTES ? { bytes: readFileSync(full), changedMs: mtimeMs } : undefined
  } catch {
    return undefined // the reading of outlines has said so already
  }
}

/** Where a user installs grammars. */
export const grammarFolders = (cacheFolder: string | undefined): GrammarFolders => ({
  cache: join(cacheFolder ?? '.', 'grammars'),
})

/** Undefined where the file cannot be opened, whatever its size. */
function readHead(root: string, path: string): Source | undefined {
  let file: number | undefined
  try {
    file = openSync(join(root, path), 'r')
    const bytes = Buffer.alloc(HEAD_BYTES)
    const { mtimeMs } = fstatSync(file)
    return { bytes: bytes.subarray(0, readSync(file, bytes)), changedMs: mtimeMs }
  } catch {
    return undefined // the reading of outlines has said so already
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

interface Grammars {
  readonly folders: GrammarFolders
  /** There is a tree for this kind of file, and its grammar is installed. */
  readonly opens: (path: string) => boolean
  readonly reads: (path: string) => boolean
  readonly outline: (path: string, bytes: Uint8Array) => Outline | undefined
  /** Has a scanner of our own confirmed by a grammar, or tells which one is missing. Loads nothing. */
  readonly confirms: (path: string) => boolean
  readonly syntax: ReadSyntax
  readonly liveText: (path: string, text: string) => string | undefined
  readonly diagnostics: () => readonly Diagnostic[]
}

/** Parsers are opened for the languages that are really met; each missing grammar is told once. */
export function openGrammars(cacheFolder: string | undefined, languages: Languages): Grammars {
  const { packs, packFor, isUnread } = languages
  const folders = grammarFolders(cacheFolder)
  const opened = new Map<LanguagePack, Parser | undefined>()
  const missing = new Map<LanguagePack, Diagnostic | undefined>()
  const open = (path: string, text?: string) => {
    const pack = packFor(path, text)
    if (!pack || opened.has(pack)) return pack && opened.get(pack)
    const parser = openParser(pack, folders, packs)
    if (isParser(parser)) refuseUnknownNodes(parser)
    opened.set(pack, isParser(parser) ? parser : undefined)
    if (!isParser(parser)) missing.set(pack, parser)
    return opened.get(pack)
  }
  return {
    folders,
    opens: path => open(path) !== undefined,
    reads: path => !hasScanner(path) && open(path) !== undefined,
    outline(path, bytes) {
      const { text } = decodeSource(bytes)
      if (isUnread(path, text)) return undefined
      const parser = open(path, text) ?? open(path)
      return parser && outlineTree(parser, path, text)
    },
    confirms(path) {
      const pack = packFor(path)
      if (!pack) return false
      if (!missing.has(pack)) missing.set(pack, whatIsMissing(pack, folders))
      return missing.get(pack) === undefined
    },
    syntax(path, text) {
      const parser = open(path, text)
      if (!parser) return undefined
      const root = parser.parse(text)
      const problems = readProblems(root, parser.pack, text)
      return { problems, plainText: () => (path.endsWith('x') ? withoutMarkup(root, text) : text) }
    },
    liveText(path, text) {
      const blocks = /\.pyi?$/i.test(path) ? deadBlocks(text) : undefined
      const parser = blocks ? undefined : open(path, text)
      const live = blocks ? withoutBlocks(text, blocks) : parser && readLive(parser, text).source
      return live === text ? undefined : live
    },
    diagnostics: () => [...missing.values()].filter(each => each !== undefined),
  }
}
