// The outline and the depth of a text, in tests: the grammar of every language is installed here.

import { join } from 'node:path'
import { codeDepth } from '../src/code/depth/depth.ts'
import { packFor } from '../src/code/languages/all.ts'
import type { Depth, Outline } from '../src/code/model.ts'
import { isParser, openParser, type Parser } from '../src/code/tree/grammar.ts'
import { outlineTree } from '../src/code/tree/outline.ts'

export const repository = join(import.meta.dirname, '..')

export function parserFor(path: string): Parser {
  const parser = openParser(packFor(path)!, { cache: repository })
  if (!isParser(parser)) throw new Error(parser.message)
  return parser
}

export function outlineOf(path: string, text: string): Outline {
  return outlineTree(parserFor(path), path, text)
}

export function depthOfText(path: string, text: string): Depth {
  return codeDepth(parserFor(path), path, text, outlineOf(path, text))
}
