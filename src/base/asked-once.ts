// An answer that is the same whoever asks: found for each key when it is asked for first, and kept as long as the one who asks.

export function askedOnce<T>(find: (key: string) => T): (key: string) => T {
  const found = new Map<string, T>()
  return key => {
    const known = found.get(key) ?? find(key)
    found.set(key, known)
    return known
  }
}
