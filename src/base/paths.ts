// Paths inside a repository, as text: forward slashes, relative to its root, compared byte by byte. Touches no disk.

export type PathProblem = 'empty' | 'absolute' | 'escapes' | 'null byte'

/** `./a//b/../c` → `a/c`. Answers why instead when the path cannot lie inside the repository. */
export function normalisePath(path: string): { path: string } | { problem: PathProblem } {
  if (path.trim() === '') return { problem: 'empty' }
  if (path.includes('\0')) return { problem: 'null byte' }
  const slashed = path.replaceAll('\\', '/')
  if (slashed.startsWith('/') || /^[A-Za-z]:/.test(slashed)) return { problem: 'absolute' }
  const parts: string[] = []
  for (const part of slashed.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return { problem: 'escapes' }
  }
  return { path: parts.join('/') || '.' }
}

/** The same for all paths that are one file where the file system tells neither case nor normal forms apart. */
export const foldCase = (path: string): string => path.normalize('NFC').toLowerCase()

export function isGlob(path: string): boolean {
  return /[*?[\]{}]/.test(path)
}
