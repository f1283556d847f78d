// Reports in the shape in which real tools write them, by file name.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, 'fixtures/reports', name), 'utf8')
}
