// Reads XML as tools write it: element by element, with the line of the first thing that is wrong. Expands no entities but the five
// of the standard, opens no external ones, and stops at its bounds.

import { SaxesParser } from 'saxes'
import { type Diagnostic, error, warning } from '../base/diagnostic.ts'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly line: number
}

/** What a report of some kind starts with. */
export interface XmlRoots {
  readonly kind: string
  readonly names: readonly string[]
}

export interface XmlListener {
  readonly open: (element: XmlElement) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

const MAX_DEPTH = 256
const MAX_CHARACTERS = 256 * 1024 * 1024
const PIECE = 64 * 1024
const MAX_TOLERATED = 1_000_000

/** Broken text in a test's message must not cost the verdict of the test. */
const tolerated = /^(disallowed character|undefined entity|malformed character entity)/

/** Tells the listener what stands before the first error; answers with that error and one warning for each kind of tolerated trouble. */
export function readXml(
  text: string,
  file: string,
  roots: XmlRoots,
  listener: XmlListener,
): readonly Diagnostic[] {
  const problems = new Map<string, Diagnostic>()
  const parser = new SaxesParser()
  let depth = 0
  let troubles = 0
  let isStopped = false
  /** Where the parser has read to. */
  const here = () => ({ file, line: parser.line, column: Math.max(1, parser.columnIndex) })
  const stop = (code: string, message: string) => {
    if (!isStopped) problems.set(message, error(code, message, { at: here() }))
    isStopped = true
  }
  parser.on('error', ({ message }) => {
    const plain = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    if (++troubles > MAX_TOLERATED) stop('report/xml', `more than ${MAX_TOLERATED} times ${plain}`)
    else if (!tolerated.test(plain)) stop('report/xml', `not well-formed: ${plain}`)
    else if (!problems.has(plain) && !isStopped)
      problems.set(plain, warning('report/xml', plain, { at: here() }))
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (depth === 0 && !roots.names.includes(name))
      stop('report/kind', `<${name}> starts no ${roots.kind} report`)
    if (++depth > MAX_DEPTH) stop('report/too-deep', `elements are nested deeper than ${MAX_DEPTH}`)
    if (!isStopped) listener.open({ name, attributes, line: parser.line })
  })
  parser.on('closetag', ({ name }) => {
    depth--
    if (!isStopped) listener.close(name)
  })
  const take = (piece: string) => void (isStopped || listener.text(piece))
  parser.on('text', take)
  parser.on('cdata', take)
  if (text.length > MAX_CHARACTERS)
    stop('report/too-large', `the report has more than ${MAX_CHARACTERS} characters`)
  for (let at = 0; at < text.length && !isStopped; at += PIECE)
    parser.write(text.slice(at, at + PIECE))
  if (!isStopped) parser.close()
  return [...problems.values()]
}
