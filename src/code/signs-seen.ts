// Looks at files for signs: once in a reading, whoever asks, and not at all where the answer was kept from before.

import { asCode } from './component.ts'
import type { OpenedCodebase } from './facts.ts'
import type { Languages } from './languages/all.ts'
import type { Sign } from './signs/sign.ts'
import type { Source } from './source-file.ts'

interface Looking {
  readonly facts: Pick<OpenedCodebase, 'outline' | 'knownId' | 'depthId' | 'signs'>
  readonly languages: Languages
  readonly read: (path: string) => Source | undefined
}

export function seenSigns({ facts, languages, read }: Looking) {
  const seen = new Map<string, Map<string, unknown>>()
  const ids = new Map<string, string>()
  const idOf = (path: string) => {
    const id = ids.get(path) ?? facts.knownId(path)
    if (id !== undefined) ids.set(path, id)
    return id
  }
  const look = <T>(path: string, sign: Sign<T>): T => {
    const id = idOf(path)
    const kept = id === undefined ? undefined : facts.signs.find(sign, id)
    if (kept) return kept.answer
    const source = read(path)
    const outline = facts.outline(path)
    const code = asCode(path, source?.bytes ?? new Uint8Array())
    const pack = languages.packFor(code.path)
    const answer = sign.read({ ...code, pack, outline })
    // Without its grammar a file says nothing, and says it on this machine alone.
    const keyed = source && (outline || !pack) ? facts.depthId(path, source) : undefined
    if (keyed !== undefined) facts.signs.note(sign, keyed, answer)
    return answer
  }
  return <T>(path: string, sign: Sign<T>): T => {
    const answers = (seen.get(sign.name) ?? new Map<string, unknown>()) as Map<string, T>
    seen.set(sign.name, answers)
    if (answers.has(path)) return answers.get(path)!
    const answer = look(path, sign)
    answers.set(path, answer)
    return answer
  }
}
