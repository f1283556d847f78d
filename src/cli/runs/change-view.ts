// A change as people and programs see it: the files with their counts, and the patch where it is wanted.

import type { FilePatch } from '../../workspace/patch.ts'
import type { View } from '../command.ts'
import { type Paint, plain, type Tone } from '../paint.ts'
import { visible, visibleName } from '../visible.ts'
import type { ChangeFound } from './change-found.ts'
import type { Change } from './change-of.ts'

/** `isShort`: the files alone, without the patch. */
export function changeShown({ change, patch }: ChangeFound, isShort: boolean, paint: Paint): View {
  const { of, files } = change
  const json = changeJson(change)
  if (files.length === 0) return { text: `${of}: nothing changed.`, json }
  const rows = files.map(each => rowText(each, paint))
  const head = [`${paint('strong', of)}: ${countText(files)}`, ...rows].join('\n')
  if (isShort) return { text: head, json }
  const texts = (shown: (text: string) => string) =>
    files.map(each => patchText(shown(each.patch).replace(/\n$/, ''), paint)).join('\n')
  // On a terminal nothing that stands in a file moves the cursor. Whoever asks for colours in a pipe reads them; no program applies them.
  const piped =
    paint === plain && patch !== undefined
      ? Buffer.concat([Buffer.from(`${head}\n\n`), patch])
      : `${head}\n\n${texts(each => each)}\n`
  return { text: `${head}\n\n${texts(visible)}`, json, piped }
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

const changeJson = ({ of, from, to, files }: Change) => ({ of, from, to, files })
