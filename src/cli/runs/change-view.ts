// A change as people and programs see it: the files with their counts, and the patch where it is wanted.

import type { FilePatch } from '../../workspace/patch.ts'
import type { Paint, Tone } from '../paint.ts'
import { visible, visibleName } from '../visible.ts'
import type { Change } from './change-of.ts'

export interface Shown {
  /** The files alone, without the patch. */
  readonly isShort: boolean
  /** On a terminal nothing that stands in a file moves the cursor; elsewhere the patch can be applied as it is. */
  readonly isTerminal: boolean
}

export function changeText({ of, files }: Change, shown: Shown, paint: Paint): string {
  if (files.length === 0) return `${of}: nothing changed.`
  const head = `${paint('strong', of)}: ${countText(files)}`
  const rows = files.map(each => rowText(each, paint))
  if (shown.isShort) return [head, ...rows].join('\n')
  const patches = files.map(({ patch }) =>
    patchText((shown.isTerminal ? visible(patch) : patch).replace(/\n$/, ''), paint),
  )
  return [head, ...rows, '', ...patches].join('\n')
}

function countText(files: readonly FilePatch[]): string {
  const sum = (of: 'added' | 'removed') => files.reduce((all, each) => all + (each[of] ?? 0), 0)
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'}`
  const added = sum('added')
  return `${count}, ${added} ${added === 1 ? 'line' : 'lines'} added, ${sum('removed')} removed`
}

const signs: Readonly<Record<FilePatch['kind'], readonly [sign: string, tone: Tone]>> = {
  added: ['+', 'add'],
  modified: ['~', 'change'],
  deleted: ['-', 'remove'],
  renamed: ['>', 'change'],
  'type-changed': ['~', 'change'],
}

function rowText({ path, oldPath, kind, added, removed }: FilePatch, paint: Paint): string {
  const [sign, tone] = signs[kind]
  const name = (oldPath === null ? [path] : [oldPath, path]).map(visibleName).join(' → ')
  const lines = added === null ? 'no text' : `+${added} -${removed}`
  return `  ${paint(tone, sign)} ${name}  ${paint('dim', lines)}`
}

const lineTones: readonly (readonly [pattern: RegExp, tone: Tone])[] = [
  [/^(diff |index |--- |\+\+\+ |new file|deleted file|similarity|rename )/, 'dim'],
  [/^@@/, 'strong'],
  [/^\+/, 'add'],
  [/^-/, 'remove'],
]

function patchText(patch: string, paint: Paint): string {
  return patch
    .split('\n')
    .map(line => {
      const tone = lineTones.find(([pattern]) => pattern.test(line))?.[1]
      return tone === undefined ? line : paint(tone, line)
    })
    .join('\n')
}

export const changeJson = ({ of, from, to, files }: Change) => ({ of, from, to, files })
