// A terminal as a place to draw on: the other screen of the terminal, so that what people had there comes back untouched. A frame is one
// write from the top, over what stands there; nothing is cleared first, so nothing flickers.

import type { Sink } from '../world.ts'

export interface Screen {
  /** Draws nothing where the lines are the same. While a frame is on its way only the newest of the next ones is kept. */
  draw(lines: readonly string[]): void
  close(): Promise<void>
}

/** Not for a pipe, a dumb terminal or a log of CI, where a moving picture is noise. */
export const canDraw = (
  { isTTY }: Sink,
  { TERM, CI }: Readonly<Record<string, string | undefined>>,
): boolean => isTTY && !CI && TERM !== undefined && TERM !== '' && TERM !== 'dumb'

const enter = '\x1b[?1049h\x1b[?25l\x1b[?7l'
const leave = '\x1b[?7h\x1b[?25h\x1b[?1049l'

export const frameOf = (lines: readonly string[]): string =>
  `\x1b[?2026h\x1b[H${lines.map(each => `${each}\x1b[K`).join('\r\n')}\x1b[J\x1b[?2026l`

export function openScreen(sink: Sink): Screen {
  let shown: string | undefined
  let next: string | undefined
  let writing = sink.raw(enter).catch(() => undefined)
  const flush = async () => {
    while (next !== undefined && next !== shown) {
      shown = next
      // A terminal that is gone is nobody who looks: what is watched goes on.
      await sink.raw(shown).catch(() => undefined)
    }
    next = undefined
  }
  return {
    draw(lines) {
      const isIdle = next === undefined
      next = frameOf(lines)
      if (isIdle) writing = writing.then(flush)
    },
    async close() {
      await writing
      await sink.raw(leave).catch(() => undefined)
    },
  }
}
