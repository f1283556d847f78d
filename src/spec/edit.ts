// Editing a spec's text from code: comments, order, blank lines, quotes and every byte that no edit concerns stay as they are.
// Loads the slow YAML reader, so callers import this file when they need it. Never touches a file, and never answers a text that says anything else than what was asked.

import { isMap as isMapNode } from 'yaml'
import { DiagnosticError, refuse } from '../base/diagnostic.ts'
import type { SpecEdit } from './edit/edits.ts'
import { movedLeads } from './edit/moved.ts'
import { insertLines, type Pen, splice } from './edit/pen.ts'
import { PresentValues } from './edit/present.ts'
import { readSource, type Source, startOf } from './edit/source.ts'
import { applySplices } from './edit/splices.ts'
import { styleOf } from './edit/style.ts'
import { syncValue } from './edit/sync-value.ts'
import { aim, type Target } from './edit/target.ts'
import { asMap, isMap, isSame, type Value } from './edit/value.ts'
import { differences } from './edit/verify.ts'
import { type Lead, leadKey, mapLines } from './edit/write.ts'

const BYTE_ORDER_MARK = '\ufeff'

/** The text with all edits made, or a refusal with everything that stands against them. */
export function editSpec(
  text: string,
  edits: readonly SpecEdit[],
  file = 'fixpoint.spec.yaml',
): string {
  if (edits.length === 0) return text
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  const isClosed = text === mark || text.endsWith('\n')
  const source = readSource(text.slice(mark.length) + (isClosed ? '' : eolOf(text)), file)
  const present = new PresentValues(source)
  const root = rootValue(source, present, file)
  const { target, problems } = aim(asMap(root), edits)
  if (problems.length > 0) throw new DiagnosticError(problems)
  if (isSame(root ?? new Map(), target.value)) return text
  const edited = edit(source, present, target)
  const result = mark + (isClosed ? edited : edited.replace(/\r?\n$/, ''))
  const wrong = differences(result, target.value, file)
  if (wrong.length > 0) throw new DiagnosticError(wrong)
  return result
}

const eolOf = (text: string) => (/\r\n/.test(text) ? '\r\n' : '\n')

function rootValue(source: Source, present: PresentValues, file: string): Value | undefined {
  const value = source.root && (present.of(source.root) as Value)
  if (value === undefined || isMap(value)) return value
  return refuse('spec/edit-shape', 'the spec is not a map of keys', { at: { file } })
}

function edit(source: Source, present: PresentValues, target: Target): string {
  const writing = { style: styleOf(source), eol: source.eol, leads: new Map<string, Lead>() }
  const pen: Pen = {
    source,
    writing,
    present,
    splices: [],
    lastCut: { to: 0, isBehindText: false },
    renamed: target.renamed,
    sync: syncValue,
  }
  for (const [address, comment] of target.comments)
    writing.leads.set(leadKey(pathOf(address)), { comments: commentLines(comment) })
  for (const [place, lead] of movedLeads(pen, target.value)) writing.leads.set(place, lead)
  writeRoot(pen, target)
  return applySplices(source.text, pen.splices)
}

function pathOf(address: string): string[] {
  const dot = address.indexOf('.')
  return ['resources', address.slice(0, dot), address.slice(dot + 1)]
}

function commentLines(comment: string): string[] {
  return comment
    .replaceAll('\t', '  ')
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(line => (line.startsWith('#') ? line : `# ${line}`).trimEnd())
}

function writeRoot(pen: Pen, { value }: Target): void {
  const { root, lines, eol } = pen.source
  const isFilled = isMapNode(root) && root.items.length > 0
  const written = isFilled ? [] : mapLines(pen.writing, value, 0, [])
  if (!root) {
    const isUnderComment = lines.commentColumn(lines.count - 1) !== undefined
    return insertLines(pen, lines.count, isUnderComment ? ['', ...written] : written)
  }
  if (!isFilled) return splice(pen, startOf(root), root.range![1], written.join(eol))
  const place = { headEnd: startOf(root), needsColon: false, isItem: false, isFlow: false }
  pen.sync(pen, { node: root, column: 0, ...place }, value, [])
}
