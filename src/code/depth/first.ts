// Facts that a file states twice count once, where they come first.

export function firstOfEach<T extends { readonly line: number }>(
  all: readonly T[],
  key: (item: T) => string,
): readonly T[] {
  const first = new Map<string, T>()
  for (const each of all.toSorted((a, b) => a.line - b.line))
    if (!first.has(key(each))) first.set(key(each), each)
  return [...first.values()]
}
