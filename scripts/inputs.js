// Whether dist/ is what the sources say, by content: the hash of everything that a build reads is kept beside what it wrote.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const stamp = 'dist/.inputs'

export function isBuilt(root) {
  const path = join(root, stamp)
  return existsSync(path) && readFileSync(path, 'utf8') === hashOfInputs(root)
}

/** Takes the hash as it was before the build, so that a file edited meanwhile is built again. */
export function stampBuild(root, hash) {
  writeFileSync(join(root, stamp), hash)
}

export function hashOfInputs(root) {
  const hash = createHash('sha256')
  for (const file of inputs(root)) {
    hash.update(`${relative(root, file)}\0`)
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** The hash of what makes facts of code: caches of facts are kept by it. */
export function hashOfAnalyser(root) {
  const hash = createHash('sha256')
  const folder = join(root, 'src/code')
  const files = inputs(root).filter(
    file => file.startsWith(folder) || file.endsWith('package-lock.json'),
  )
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

function inputs(root) {
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.includes('.test.'))
    .map(entry => join(entry.parentPath, entry.name))
  const settings = ['package.json', 'package-lock.json', 'rolldown.config.js']
  return [...sources, ...settings.map(each => join(root, each))].sort()
}
