// Colour as meaning. A view asks for a tone; whether tones become escape codes is decided once per stream.

import { styleText } from 'node:util'
import type { Args } from './command.ts'
import type { Sink, World } from './world.ts'

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

/** What the options say of colour, before a stream is looked at. */
export type Colour = 'always' | 'never' | undefined

export const readColour = (args: Args): Colour =>
  args.flag('no-color') || args.text('color') === 'never'
    ? 'never'
    : args.text('color') === 'always'
      ? 'always'
      : undefined

export function paintFor(asked: Colour, sink: Sink, { environment }: World): Paint {
  if (asked === 'always') return colored
  if (asked === 'never' || environment.NO_COLOR) return plain
  return sink.isTTY && !environment.CI ? colored : plain
}

export const plain: Paint = (_, text) => text

export const colored: Paint = (tone, text) =>
  styleText(styles[tone], text, { validateStream: false })

/** Every sequence that a tone begins or ends with. */
export const colours: ReadonlySet<string> = new Set(
  Object.keys(styles).flatMap(tone => colored(tone as Tone, ' ').split(' ')),
)
