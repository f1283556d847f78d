// Loaded before the program: counts the moments at which it touches the world, and kills it without warning at one of them. The program
// itself knows nothing of this. CRASH_AT names the moment, CRASH_COUNT a file that gets their number and names.

import childProcess from 'node:child_process'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import sqlite from 'node:sqlite'

const at = Number(process.env.CRASH_AT ?? 0)
const seen = []

function point(name) {
  seen.push(name)
  if (seen.length === at) process.kill(process.pid, 'SIGKILL')
}

function around(object, key, name) {
  const real = object[key]
  object[key] = function (...words) {
    const what = name(words)
    if (what === undefined) return Reflect.apply(real, this, words)
    point(`before ${what}`)
    const result = Reflect.apply(real, this, words)
    point(`after ${what}`)
    return result
  }
}

const isOurs = path => /workspaces|fixpoint\/local|driver/.test(String(path))
for (const key of ['renameSync', 'linkSync', 'rmSync', 'mkdirSync'])
  around(fs, key, ([path]) => (isOurs(path) ? key : undefined))
around(childProcess, 'spawn', ([program, words]) => `spawn ${short(program, words)}`)
const realExecFile = childProcess.execFile
childProcess.execFile = (program, words, options, callback) => {
  const what = short(program, words)
  point(`before ${what}`)
  return realExecFile(program, words, options, (...answer) => {
    point(`after ${what}`)
    callback(...answer)
  })
}
const realPrepare = sqlite.DatabaseSync.prototype.prepare
sqlite.DatabaseSync.prototype.prepare = function (text) {
  const statement = realPrepare.call(this, text)
  if (text === 'COMMIT')
    for (const key of ['run', 'get', 'all']) around(statement, key, () => 'append')
  return statement
}
syncBuiltinESMExports()

function short(program, words = []) {
  return [program, ...words.slice(0, 1)].join(' ').replace(/.*\//, '')
}

process.on('exit', () => {
  const { CRASH_COUNT } = process.env
  if (CRASH_COUNT) fs.writeFileSync(CRASH_COUNT, JSON.stringify(seen))
})
