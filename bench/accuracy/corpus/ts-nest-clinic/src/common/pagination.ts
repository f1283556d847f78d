export interface Page<T> {
  items: T[]
  next?: string
}

export function paginate<T extends { id: string }>(rows: readonly T[], limit: number): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, next: encodeCursor(last.id) } : { items }
}

const encodeCursor = (id: string): string => Buffer.from(id).toString('base64url')

/** Inverse of {@link encodeCursor}: see decodeCursor in the old client. */
