// The codebase as everybody else sees it: outlines from scanners or trees, depth on demand, and the bytes behind them.

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Codebase } from './codebase.ts'
import { type DepthReading, depthOf } from './depth/depth.ts'
import { isDocument, noDepth } from './depth/documents/document.ts'
import { type Progress, readCodebase } from './facts.ts'
import { builtIn, type Languages } from './languages/all.ts'
import type { LanguagePack } from './languages/pack.ts'
import type { Outline } from './model.ts'
import { hasScanner } from './outline.ts'
import type { ReadSyntax } from './syntax.ts'
import { withoutDeadCode } from './tree/dead-code.ts'
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
  /** Files that a grammar has to confirm. */
  readonly verifies?: ((path: string) => boolean) | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** Above this no file is read whole: it is data, not source. */
const LARGEST_BYTES = 16 * 1024 * 1024

export async function openCodebase(root: string, options: OpenOptions): Promise<Codebase> {
  const languages = options.languages ?? builtIn
  const grammars = openGrammars(options.cacheFolder, languages)
  const facts = await readCodebase(root, {
    cacheFolder: options.cacheFolder,
    onProgress: options.onProgress,
    verifies: path => options.verifies?.(path) === true && grammars.confirms(path),
    readSyntax: (path, text) => grammars.syntax(path, text),
    isTreeRead: path => languages.packFor(path)?.isTreeRead === true && grammars.opens(path),
    versionOf: path => languages.packFor(path)?.version ?? '',
    liveText: (path, text) => grammars.liveText(path, text),
    isFallbackFile: path => grammars.reads(path),
    fallback: (path, bytes) => grammars.outline(path, bytes),
  })
  const files = new Set(facts.files)
  const readings = new Map<string, DepthReading>()
  const deep = (path: string) => {
    grammars.confirms(path)
    const known =
      readings.get(path) ??
      readDepth(root, path, facts.outline(path), { languages, folders: grammars.folders })
    readings.set(path, known)
    return known
  }
  return {
    files: facts.files,
    get diagnostics() {
      return [...facts.diagnostics, ...grammars.diagnostics()]
    },
    has: path => files.has(path),
    sizeBytes: path => statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0,
    outline: facts.outline,
    problems: path =>
      facts.outline(path)?.problems ?? (isDocument(path) ? deep(path).problems : undefined),
    depth: path => deep(path).depth,
    bytes: path => readBytes(root, path),
    declaring: name => [...new Set(facts.declared(name).map(each => each.path))],
  }
}

function readDepth(
  root: string,
  path: string,
  outline: Outline | undefined,
  grammars: Parameters<typeof depthOf>[3],
): DepthReading {
  const bytes = readBytes(root, path)
  return bytes
    ? depthOf(path, bytes, outline, grammars)
    : { depth: noDepth, problems: [], diagnostics: [] }
}

/** Undefined for what cannot be read as source: gone, forbidden, or larger than any. */
function readBytes(root: string, path: string): Uint8Array | undefined {
  try {
    const full = join(root, path)
    return statSync(full).size <= LARGEST_BYTES ? readFileSync(full) : undefined
  } catch {
    return undefined // the reading of outlines has said so already
  }
}

/** Where a user installs grammars. */
export const grammarFolders = (cacheFolder: string | undefined): GrammarFolders => ({
  cache: join(cacheFolder ?? '.', 'grammars'),
})

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
  const { packs, packFor } = languages
  const folders = grammarFolders(cacheFolder)
  const opened = new Map<LanguagePack, Parser | undefined>()
  const missing = new Map<LanguagePack, Diagnostic | undefined>()
  const open = (path: string) => {
    const pack = packFor(path)
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
      const parser = open(path)
      return parser && outlineTree(parser, path, decodeSource(bytes).text)
    },
    confirms(path) {
      const pack = packFor(path)
      if (!pack) return false
      if (!missing.has(pack)) missing.set(pack, whatIsMissing(pack, folders))
      return missing.get(pack) === undefined
    },
    syntax(path, text) {
      const parser = open(path)
      if (!parser) return undefined
      const root = parser.parse(text)
      const problems = readProblems(root, parser.pack, text)
      return { problems, plainText: () => (path.endsWith('x') ? withoutMarkup(root, text) : text) }
    },
    liveText(path, text) {
      const parser = open(path)
      const live = parser && withoutDeadCode(parser.parse(text), text)
      return live === text ? undefined : live
    },
    diagnostics: () => [...missing.values()].filter(each => each !== undefined),
  }
}
