// What lies at a path, for those who only want to know. A path that cannot be looked at is no file and no folder to them.

import { type Stats, statSync } from 'node:fs'

export const isFileAt = (path: string) => statIfAny(path)?.isFile() ?? false
export const isFolderAt = (path: string) => statIfAny(path)?.isDirectory() ?? false

function statIfAny(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined // absent, forbidden, a circle of links or a name too long: nothing that could be used
  }
}
