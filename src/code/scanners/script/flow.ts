// Which scripts are written with the types of Flow: their head says so. Pure.

const head = /^(?:\s|["']use strict["'];?|#!.*|\/\/.*|\/\*[\s\S]*?\*\/)*/

/** No head is longer. */
export const LONGEST_HEAD = 5_000

export function isFlow(path: string, text: string): boolean {
  if (!/\.[cm]?jsx?$/i.test(path)) return false
  const start = text.slice(0, LONGEST_HEAD)
  return mark.test(start) && mark.test(head.exec(start)![0])
}

const mark = /@(?:no)?flow\b/
