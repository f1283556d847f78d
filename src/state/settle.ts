// What the spec says of old names: entries follow `moved:`, and leave with `removed:`. Plans look through it; the next write makes it so.

import { sortedBy } from '../base/order.ts'
import type { StateEntry } from '../contract/state.ts'
import type { Spec } from '../spec/model.ts'

export interface Forgotten {
  readonly address: string
  readonly movedTo: string | undefined
}

export interface Settled {
  readonly entries: readonly StateEntry[]
  /** Old names that the entries still held, by address. */
  readonly forgotten: readonly Forgotten[]
}

export function settle(
  entries: readonly StateEntry[],
  spec: Pick<Spec, 'moved' | 'removed'>,
): Settled {
  const recorded = new Map(entries.map(each => [`${each.type}.${each.name}`, each]))
  const forgotten = forgottenIn(spec, recorded)
  if (forgotten.length === 0) return { entries, forgotten }
  for (const { address, movedTo } of forgotten) {
    const entry = recorded.get(address)!
    recorded.delete(address)
    if (movedTo !== undefined && !recorded.has(movedTo))
      recorded.set(movedTo, renamed(entry, movedTo))
  }
  return { entries: [...recorded.values()], forgotten }
}

function forgottenIn(
  { moved, removed }: Pick<Spec, 'moved' | 'removed'>,
  recorded: ReadonlyMap<string, unknown>,
): Forgotten[] {
  const targets = new Map(moved.map(each => [each.from, each.to]))
  const away = [...targets.keys()].map(address => ({ address, movedTo: endOf(address, targets) }))
  const gone = removed.map(({ address }) => ({ address, movedTo: undefined }))
  return sortedBy(
    [...away, ...gone].filter(each => recorded.has(each.address)),
    each => each.address,
  )
}

function endOf(address: string, targets: ReadonlyMap<string, string>): string {
  let end = address
  for (let next = targets.get(end); next !== undefined; next = targets.get(end)) end = next
  return end
}

function renamed(entry: StateEntry, address: string): StateEntry {
  const dot = address.indexOf('.')
  return { ...entry, type: address.slice(0, dot), name: address.slice(dot + 1) }
}
