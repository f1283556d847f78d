// Colour as meaning. A view asks for a tone; whether tones become escape codes is decided once per stream.

import { styleText } from 'node:util'

export type Tone = 'add' | 'change' | 'remove' | 'good' | 'bad' | 'dim' | 'strong'

export type Paint = (tone: Tone, text: string) => string

const styles: Readonly<Record<Tone, Parameters<typeof styleText>[0]>> = {
  add: 'green',
  change: 'yellow',
  remove: 'red',
  good: 'green',
  bad: 'red',
  dim: 'dim',
  strong: 'bold',
}

export const plain: Paint = (_, text) => text

export const colored: Paint = (tone, text) =>
  styleText(styles[tone], text, { validateStream: false })
