import type { Database } from '../src/db/client'

export function memoryDatabase(): Database {
  const rows: unknown[] = []
  const chain = { from: () => chain, orderBy: () => chain, limit: async () => rows }
  return { select: () => chain } as unknown as Database
}
