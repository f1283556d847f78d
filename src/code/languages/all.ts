// The languages that are read through a tree, found by the ending of a path. A language is added here and in a file of its own.

import { isUnnamed } from '../resolving/paths.ts'
import { c } from './c.ts'
import { cpp } from './cpp.ts'
import { csharp } from './csharp.ts'
import { go } from './go.ts'
import { interpreterIn } from './interpreter.ts'
import { java } from './java.ts'
import { javascript } from './javascript.ts'
import { kotlin } from './kotlin.ts'
import type { LanguagePack } from './pack.ts'
import { php } from './php.ts'
import { python } from './python.ts'
import { ruby } from './ruby.ts'
import { rust } from './rust.ts'
import { solidity } from './solidity.ts'
import { swift } from './swift.ts'
import { tsx, typescript } from './typescript.ts'

export const packs: readonly LanguagePack[] = [
  c,
  cpp,
  csharp,
  go,
  java,
  javascript,
  kotlin,
  php,
  python,
  ruby,
  rust,
  solidity,
  swift,
  tsx,
  typescript,
]

export interface Languages {
  readonly packs: readonly LanguagePack[]
  /** With the text, where that is known: some endings belong to two languages, and what has none says in its first line what reads it. */
  readonly packFor: (path: string, text?: string) => LanguagePack | undefined
  /** It looks like a file of one of them and belongs to a language that nobody here reads: a header of Objective-C. */
  readonly isUnread: (path: string, text: string) => boolean
}

export function languagesOf(packs: readonly LanguagePack[]): Languages {
  const byExtension = new Map(
    packs.flatMap(pack => pack.extensions.map(end => [end, pack] as const)),
  )
  const byName = new Map(
    packs.flatMap(pack => (pack.fileNames ?? []).map(name => [name, pack] as const)),
  )
  const packOf = (path: string) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const named = byName.get(name)
    if (named) return named
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      const pack = byExtension.get(name.slice(dot).toLowerCase())
      if (pack) return pack
    }
    return undefined
  }
  const packReading = (path: string, text: string) => {
    const program = isUnnamed(path) ? interpreterIn(text) : undefined
    return program === undefined
      ? undefined
      : packs.find(each => each.interpreters?.includes(program))
  }
  return {
    packs,
    isUnread(path, text) {
      const { unread } = packOf(path) ?? {}
      return unread !== undefined && path.toLowerCase().endsWith(unread.ending) && unread.says(text)
    },
    packFor(path, text) {
      const pack = packOf(path) ?? (text === undefined ? undefined : packReading(path, text))
      const { shared } = pack ?? {}
      const isOther =
        shared !== undefined &&
        text !== undefined &&
        path.toLowerCase().endsWith(shared.ending) &&
        shared.where.test(text)
      return (isOther && packs.find(each => each.language === shared.language)) || pack
    },
  }
}

export const builtIn = languagesOf(packs)

export const packFor = builtIn.packFor
