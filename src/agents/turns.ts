// How an agent says that a turn of its work is over: a line of its own on stdout, with a few words where it likes. Everything else that it
// prints is none.

/** `fixpoint:turn`, and what was done. */
export const TURN_MARK = 'fixpoint:turn'

const turnLine = /^fixpoint:turn(?:[ \t]+(.*?))?[ \t]*$/gm

/** What each turn in whole lines of output is called; empty where it has no words. */
export function turnsIn(text: string): readonly string[] {
  if (!text.includes(TURN_MARK)) return []
  return [...text.replaceAll('\r\n', '\n').matchAll(turnLine)].map(match => match[1] ?? '')
}
