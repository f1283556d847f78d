// What stands between every text of a command and the terminal: control characters are shown, never obeyed. Agents, checks, commits and files
// write words that a person decides by; none of them may clear, move or forge what stands on the screen.

import { colours } from './paint.ts'
import type { Sink } from './world.ts'

/** Controls but tab and the ends of lines, and what turns the direction of writing around. */
const controls = /(?!\r?\n|\t)[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu

/** As JSON writes them, so that a document of JSON means the same afterwards. */
export const visible = (text: string): string => text.replace(controls, written)

function written(each: string): string {
  return `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Of a name, which stands on one line with other words: ends of lines and tabs are shown too. */
export const visibleName = (name: string): string => visible(name).replace(/[\t\r\n]/g, written)

/** Colours tell nothing that the words do not, and some hide words: they are left out. */
const ESCAPE = '\x1b'
const colouring = new RegExp(`(${ESCAPE}\\[[\\d;:]*m)`, 'g')

export const uncoloured = (text: string): string => text.replace(colouring, '')

/** Text goes out visible; of colours only those that the program itself paints with, and only where it does. */
export function guarded(sink: Sink, isPainted: boolean): Sink {
  const clean = (text: string) => (isPainted ? visibleButOwn(text) : visible(uncoloured(text)))
  return {
    get isTTY() {
      return sink.isTTY
    },
    get columns() {
      return sink.columns
    },
    get rows() {
      return sink.rows
    },
    onResize: listener => sink.onResize(listener),
    write: text => sink.write(clean(text)),
    raw: text => sink.raw(text),
  }
}

const visibleButOwn = (text: string): string =>
  text
    .split(colouring)
    .map((part, at) => (at % 2 === 0 ? visible(part) : colours.has(part) ? part : ''))
    .join('')
