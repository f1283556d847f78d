// What lies at paths below a folder, as git sees it: nothing that is reached through a link lies there.

import { lstatSync, type Stats } from 'node:fs'
import { bytesOf } from './git.ts'

/** Remembers what it saw, so it is for one look at a folder that stands still. Paths have one character per byte. */
export class Place {
  readonly #root: string
  readonly #folders = new Map<string, boolean>()

  constructor(root: string) {
    this.#root = root
  }

  /** A file or a link; sockets, pipes and folders are none. */
  holdsFile(path: string): boolean {
    const stats = this.#isReal(parentOf(path)) ? this.#look(path) : undefined
    return stats?.isFile() === true || stats?.isSymbolicLink() === true
  }

  isFolder(path: string): boolean {
    return this.#isReal(path)
  }

  /** Nothing lies there, and nothing but folders above it. */
  hasRoom(path: string): boolean {
    for (let at = path; at !== ''; at = parentOf(at))
      if (this.#look(at)) return at !== path && this.#isReal(at)
    return true
  }

  /** A folder, and so is everything above it. */
  #isReal(folder: string): boolean {
    if (folder === '') return true
    const known = this.#folders.get(folder)
    if (known !== undefined) return known
    const isReal = this.#isReal(parentOf(folder)) && this.#look(folder)?.isDirectory() === true
    this.#folders.set(folder, isReal)
    return isReal
  }

  #look(path: string): Stats | undefined {
    const place = Buffer.concat([Buffer.from(`${this.#root}/`), bytesOf(path)])
    return lstatSync(place, { throwIfNoEntry: false })
  }
}

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
