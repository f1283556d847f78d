import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema'

export function openDatabase(url: string) {
  const sql = postgres(url, { max: 10, prepare: false })
  return drizzle(sql, { schema })
}

export type Database = ReturnType<typeof openDatabase>
