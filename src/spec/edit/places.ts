// Which edit has which place of the spec: two that want one place, or one inside the other, are found while they are entered.

export interface Places<T> {
  /** Enters an owner at a path, or answers who is there already, above it or below it. */
  readonly take: (path: readonly string[], owner: T) => T | undefined
}

interface Place<T> {
  owner: T | undefined
  readonly below: Map<string, Place<T>>
}

export function places<T>(): Places<T> {
  const root: Place<T> = { owner: undefined, below: new Map() }
  return { take: (path, owner) => take(root, path, owner) }
}

function take<T>(root: Place<T>, path: readonly string[], owner: T): T | undefined {
  let place = root
  for (const step of path) {
    if (place.owner !== undefined) return place.owner
    const next = place.below.get(step) ?? { owner: undefined, below: new Map() }
    place.below.set(step, next)
    place = next
  }
  const holder = place.owner ?? firstBelow(place)
  place.owner ??= owner
  return holder
}

function firstBelow<T>({ below }: Place<T>): T | undefined {
  for (const place of below.values()) {
    const found = place.owner ?? firstBelow(place)
    if (found !== undefined) return found
  }
  return undefined
}
