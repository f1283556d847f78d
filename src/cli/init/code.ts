// Whether a folder holds code of its own, however deep: then there is something for `scan` to propose. Reads names, no content.

import { existsSync } from 'node:fs'
import { indexFiles } from '../../code/file-index.ts'
import { packFor } from '../../code/languages/all.ts'
import { isForeignPath } from '../../code/own-code.ts'
import { isTestFile } from '../../code/test-files.ts'

export async function holdsCode(root: string): Promise<boolean> {
  if (!existsSync(root)) return false
  const { files } = await indexFiles(root)
  return files.some(({ path }) => packFor(path) && !isTestFile(path) && !isForeignPath(path))
}
