// The codebase as everybody else sees it: outlines from scanners or trees, depth on demand, and the bytes behind them.

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Codebase } from './codebase.ts'
import { type DepthReading, depthOf } from './depth/depth.ts'
import { isDocument, noDepth } from './depth/documents/document.ts'
import { type Progress, readCodebase } from './facts.ts'
import { packFor } from './languages/all.ts'
import type { LanguagePack } from './languages/pack.ts'
import type { Outline, SyntaxProblem } from './model.ts'
import { hasScanner } from './outline.ts'
import { type GrammarFolders, isParser, openParser, type Parser } from './tree/grammar.ts'
import { outlineTree } from './tree/outline.ts'
import { readProblems } from './tree/problems.ts'
import { decodeSource } from './tree/source.ts'

export interface OpenOptions {
  /** The user's cache folder; without it nothing is kept. */
  readonly cacheFolder: string | undefined
  /** Files that a grammar has to confirm. */
  readonly verifies?: ((path: string) => boolean) | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** Above this no file is read whole: it is data, not source. */
const LARGEST_BYTES = 16 * 1024 * 1024

export async function openCodebase(root: string, options: OpenOptions): Promise<Codebase> {
  const grammars = openGrammars(options.cacheFolder)
  const facts = await readCodebase(root, {
    cacheFolder: options.cacheFolder,
    onProgress: options.onProgress,
    verifies: options.verifies,
    readSyntax: (path, text) => grammars.problems(path, text),
    isFallbackFile: path => grammars.reads(path),
    fallback: (path, bytes) => grammars.outline(path, bytes),
  })
  const files = new Set(facts.files)
  const readings = new Map<string, DepthReading>()
  const deep = (path: string) => {
    const known = readings.get(path) ?? readDepth(root, path, facts.outline(path), grammars.folders)
    readings.set(path, known)
    return known
  }
  return {
    files: facts.files,
    diagnostics: [...facts.diagnostics, ...grammars.diagnostics()],
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
  folders: GrammarFolders,
): DepthReading {
  const bytes = readBytes(root, path)
  return bytes
    ? depthOf(path, bytes, outline, folders)
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

interface Grammars {
  readonly folders: GrammarFolders
  /** There is a tree for this kind of file, and its grammar is installed. */
  readonly reads: (path: string) => boolean
  readonly outline: (path: string, bytes: Uint8Array) => Outline | undefined
  readonly problems: (path: string, text: string) => readonly SyntaxProblem[]
  readonly diagnostics: () => readonly Diagnostic[]
}

/** Parsers are opened for the languages that are really met; each missing grammar is told once. */
function openGrammars(cacheFolder: string | undefined): Grammars {
  const folders = { cache: join(cacheFolder ?? '.', 'grammars') }
  const opened = new Map<LanguagePack, Parser | Diagnostic>()
  const open = (path: string) => {
    const pack = packFor(path)
    if (!pack) return undefined
    const parser = opened.get(pack) ?? openParser(pack, folders)
    opened.set(pack, parser)
    return isParser(parser) ? parser : undefined
  }
  return {
    folders,
    reads: path => !hasScanner(path) && open(path) !== undefined,
    outline(path, bytes) {
      const parser = open(path)
      return parser && outlineTree(parser, path, decodeSource(bytes).text)
    },
    problems(path, text) {
      const parser = open(path)
      return parser ? readProblems(parser.parse(text), parser.pack, text) : []
    },
    diagnostics: () => [...opened.values()].flatMap(each => (isParser(each) ? [] : [each])),
  }
}
