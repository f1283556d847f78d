// Runs every bench/*.ts, or those whose names are given. Each prints its figures and fails when a ratio does not hold.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root, say, tryOwn } from './setup.js'

prepare()
const wanted = process.argv.slice(2)
const files = readdirSync(join(root, 'bench'))
  .filter(file => file.endsWith('.ts') && !file.includes('.test.'))
  .filter(file => wanted.length === 0 || wanted.includes(file.replace(/\.ts$/, '')))
  .sort()

const failed = files.filter(file => {
  console.log(`\n# bench/${file}`)
  return tryOwn(`bench/${file}`) !== 0
})
if (files.length === 0) say(`no benchmark is called ${wanted.join(' or ')}`)
if (failed.length > 0) say(`failed: ${failed.join(', ')}`)
process.exitCode = files.length === 0 || failed.length > 0 ? 1 : 0
