// Names of units made of what people wrote: of a branch, of a prompt.

/** Words as a name that every keyboard has, at most so long; undefined where nothing is left of them. */
export function plainName(text: string, foreign: RegExp, most: number): string | undefined {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(foreign, '-')
    .replace(/-{2,}/g, '-')
    .slice(0, most)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
  return plain === '' ? undefined : plain
}

/** Six hexadecimal digits that tell names apart which would look the same (FNV-1a). They guard nothing. */
export function nameMark(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0').slice(-6)
}
