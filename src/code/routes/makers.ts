// The function that makes a router, or is given it, and who uses it.

import type { PlacedRouter, RoutedFile } from './routed-file.ts'

/** A function by its file; a plain word elsewhere can mean it where it is a member of something. */
export interface OneOf {
  readonly file: string
  readonly isMember: boolean
}

/** Some code that is no test uses the function of this name, as far as can be told which one it means. */
export type IsUsed = (name: string, one: OneOf) => boolean

export interface Maker {
  /** With the type in front that it is a method of. */
  readonly full: string
  readonly name: string
  readonly one: OneOf
}

type Files = ReadonlyMap<string, RoutedFile>

export function makerOf({ file, router }: PlacedRouter, files: Files): Maker | undefined {
  const making = files.get(file)
  const full = making?.outline.declarations[router.within]?.name
  if (!making || full === undefined) return undefined
  return { full, name: full.split('.').at(-1)!, one: oneOf(router.within, making) }
}

export function oneOf(within: number, { path, outline }: RoutedFile): OneOf {
  const { parent = -1, name = '' } = outline.declarations[within] ?? {}
  return { file: path, isMember: parent >= 0 || name.includes('.') }
}

/** Of routers in functions of one name those whose function is used; all where none is. */
export function usedOnes(
  found: readonly PlacedRouter[],
  files: Files,
  isUsed: IsUsed,
): readonly PlacedRouter[] {
  if (new Set(found.map(each => each.file)).size < 2) return found
  const used = found.filter(each => {
    const maker = makerOf(each, files)
    return !maker || isUsed(maker.name, maker.one)
  })
  return used.length > 0 ? used : found
}
