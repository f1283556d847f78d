// Text as cells of a terminal: how wide it is, cut to a width, padded to a width. Control characters never come through: what an agent
// wrote must not steer the terminal of whoever watches.

import { stripVTControlCharacters } from 'node:util'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Two cells: East Asian wide and fullwidth letters, and what is drawn as a picture. */
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u

export const plainText = (text: string): string =>
  stripVTControlCharacters(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')

const cells = (grapheme: string) => (wide.test(grapheme) ? 2 : /^\p{M}/u.test(grapheme) ? 0 : 1)

export function widthOf(text: string): number {
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += cells(segment)
  return width
}

/** At most `most` cells, with an ellipsis where something was cut. */
export function clip(text: string, most: number): string {
  if (most <= 0) return ''
  if (widthOf(text) <= most) return text
  let kept = ''
  let width = 0
  for (const { segment } of graphemes.segment(text)) {
    width += cells(segment)
    if (width > most - 1) break
    kept += segment
  }
  return `${kept}…`
}

export function padTo(text: string, width: number): string {
  const short = clip(text, width)
  return short + ' '.repeat(width - widthOf(short))
}
