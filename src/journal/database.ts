// One SQLite file: pragmas, cached statements, transactions that take the write lock first, named troubles.
// It knows no table.

import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { corrupt, nameTrouble } from './sqlite-trouble.ts'
import { type StatementName, statements } from './statements.ts'

/** How long a write waits for the one of another process. */
export const busyMs = 10_000

export type Durability = 'FULL' | 'NORMAL'

export interface DatabaseOptions {
  /** FULL survives power loss after every commit; NORMAL survives the death of the process. */
  readonly durability: Durability
  /** Refuses writes. SQLite's own read-only mode would leave its log files behind. */
  readonly isReadOnly?: boolean | undefined
  readonly busyMs?: number | undefined
}

type Row = Readonly<Record<string, unknown>>

export class Database {
  readonly file: string
  readonly #sqlite: DatabaseSync
  readonly #durability: Durability
  readonly #isReadOnly: boolean
  readonly #prepared = new Map<StatementName, StatementSync>()

  constructor(file: string, options: DatabaseOptions) {
    this.file = file
    this.#durability = options.durability
    this.#isReadOnly = options.isReadOnly ?? false
    this.#sqlite = this.#named(() => new DatabaseSync(file))
    try {
      this.script(`PRAGMA busy_timeout = ${options.busyMs ?? busyMs}`)
      this.script(`PRAGMA synchronous = ${options.durability}; PRAGMA fullfsync = ON`)
      if (this.#isReadOnly) this.script('PRAGMA query_only = ON')
    } catch (failure) {
      this.#sqlite.close()
      throw failure
    }
  }

  /** Statements without parameters or answer: pragmas and migrations. */
  script(sql: string): void {
    this.#named(() => this.#sqlite.exec(sql))
  }

  /** Answers how many rows changed. */
  run(name: StatementName, ...values: readonly SQLInputValue[]): number {
    return this.#named(() => Number(this.#statement(name).run(...values).changes))
  }

  first<T = Row>(name: StatementName, ...values: readonly SQLInputValue[]): T | undefined {
    return this.#named(() => this.#statement(name).get(...values) as T | undefined)
  }

  all<T = Row>(name: StatementName, ...values: readonly SQLInputValue[]): readonly T[] {
    return this.#named(() => this.#statement(name).all(...values) as T[])
  }

  /** Rows one by one. A reader that stops early must finish the generator before it awaits anything. */
  *each<T = Row>(name: StatementName, ...values: readonly SQLInputValue[]): Generator<T> {
    const rows = this.#named(() => this.#statement(name).iterate(...values))
    try {
      while (true) {
        const next = this.#named(() => rows.next())
        if (next.done) return
        yield next.value as T
      }
    } finally {
      rows.return?.()
    }
  }

  /** Runs `work` under the write lock, and keeps what it wrote where `keeps` agrees. Never await inside. */
  transaction<T>(work: () => T, keeps: (result: T) => boolean = () => true): T {
    this.run('begin')
    let result: T
    try {
      result = work()
      this.run(keeps(result) ? 'commit' : 'rollBack')
    } catch (failure) {
      this.#rollBack(failure)
      throw failure
    }
    return result
  }

  /** For writes whose loss in a power cut does no harm. */
  relaxed<T>(work: () => T): T {
    this.script('PRAGMA synchronous = NORMAL')
    try {
      return work()
    } finally {
      this.script(`PRAGMA synchronous = ${this.#durability}`)
    }
  }

  /** A whole copy in a new file, taken while others write. SQLite counts it as a write to this one. */
  copyInto(file: string): void {
    this.script('PRAGMA query_only = OFF')
    try {
      this.run('vacuumInto', file)
    } finally {
      if (this.#isReadOnly) this.script('PRAGMA query_only = ON')
    }
  }

  close(): void {
    this.#prepared.clear()
    this.#named(() => this.#sqlite.close())
  }

  /** SQLite rolls back by itself when the disk fails; then there is nothing left to do. */
  #rollBack(failure: unknown): void {
    try {
      this.#sqlite.exec('ROLLBACK')
    } catch (second) {
      if (!/no transaction is active/.test((second as Error).message))
        throw new AggregateError([failure, second], 'a transaction could not be rolled back')
    }
  }

  #statement(name: StatementName): StatementSync {
    const known = this.#prepared.get(name)
    if (known) return known
    const prepared = this.#prepare(name)
    this.#prepared.set(name, prepared)
    return prepared
  }

  /** The statements are constant, so one that SQLite does not understand means that a table is not as it was made. */
  #prepare(name: StatementName): StatementSync {
    try {
      return this.#sqlite.prepare(statements[name])
    } catch (failure) {
      throw nameTrouble(failure, this.file, corrupt)
    }
  }

  #named<T>(work: () => T): T {
    try {
      return work()
    } catch (failure) {
      throw nameTrouble(failure, this.file)
    }
  }
}
