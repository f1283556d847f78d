// Loaded before the program: names the moments at which it changes the world, and kills it without warning at one of them. The program
// itself knows nothing of this. A moment is `kind:before:n` or `kind:after:n`, around the n-th touch of its kind. CRASH_AT names the
// moment, CRASH_COUNT a file that gets how many there are of each kind. What only reads is no moment: dying there is dying after the last touch.

import childProcess from 'node:child_process'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import sqlite from 'node:sqlite'

const { CRASH_AT, CRASH_COUNT } = process.env
const counts = {}

/** Called before the touch; answers what is to be called after it. */
function touch(kind) {
  counts[kind] = (counts[kind] ?? 0) + 1
  const number = counts[kind]
  const pass = when => {
    if (CRASH_AT === `${kind}:${when}:${number}`) process.kill(process.pid, 'SIGKILL')
  }
  pass('before')
  return () => pass('after')
}

function around(object, key, kindOf) {
  const real = object[key]
  object[key] = function (...words) {
    const kind = kindOf(words, this)
    if (kind === undefined) return Reflect.apply(real, this, words)
    const after = touch(kind)
    const result = Reflect.apply(real, this, words)
    if (typeof result?.then !== 'function') after()
    else result.then(after, () => undefined)
    return result
  }
}

const inWorkspace = /\/workspaces\/[^/]+\/workspaces\/\d+\//

/** Files of ours by where they lie; those of anybody else are no moments. */
function fileKind(path) {
  const place = String(path)
  if (place.includes('/trash/')) return 'workspace-deletion'
  if (/\/lease-\d+$/.test(place)) return 'lease'
  if (inWorkspace.test(place)) return 'workspace-files'
  return /\/workspaces\/|fixpoint\/local\//.test(place) ? 'file' : undefined
}

for (const key of ['rmSync', 'mkdirSync', 'writeFileSync'])
  around(fs, key, ([path]) => fileKind(path))
for (const key of ['renameSync', 'linkSync', 'symlinkSync', 'copyFileSync'])
  around(fs, key, ([, to]) => fileKind(to))
around(fs.promises, 'rm', ([path]) => fileKind(path))

const gitKinds = {
  'update-ref': 'ref-update',
  'commit-tree': 'object',
  'merge-tree': 'object',
  'update-index': 'object',
  'write-tree': 'object',
  'checkout-index': 'workspace-reset',
  merge: 'delivery',
}

/**
 * The first time that files are laid into a place makes it; every other time makes it as it was. In a checkout of the person that only puts
 * back what a delivery left.
 */
function gitKind(words, env) {
  const verb = words[0] === '-c' ? words[2] : words[0]
  if (verb !== 'read-tree') return gitKinds[verb]
  if (env.GIT_DIR === undefined) return undefined
  return fs.existsSync(join(env.GIT_DIR, 'index')) ? 'workspace-reset' : 'workspace-creation'
}

const realExecFile = childProcess.execFile
childProcess.execFile = (program, words, options, callback) => {
  const kind = /(^|\/)git$/.test(program) ? gitKind(words, options.env) : undefined
  if (kind === undefined) return realExecFile(program, words, options, callback)
  const after = touch(kind)
  return realExecFile(program, words, options, (...answer) => {
    after()
    callback(...answer)
  })
}

/** Whatever is started contained, by what it says of itself on its command line. */
function sessionKind(words = []) {
  const line = words.join(' ')
  return /obedient\.js/.test(line) ? 'agent' : (/# (check|setup)\b/.exec(line)?.[1] ?? undefined)
}

/** Processes of git that stay and change something at each question; the last bytes of an answer tell that it is done. */
const standing = { 'update-ref': ['ref-update', 'commit: ok\n'], 'hash-object': ['object', '\n'] }

function standAround(child, [kind, end]) {
  const waiting = []
  const { write } = child.stdin
  child.stdin.write = (...words) => {
    waiting.push(touch(kind))
    return Reflect.apply(write, child.stdin, words)
  }
  child.stdout.on('data', bytes => {
    if (bytes.toString().endsWith(end)) for (const after of waiting.splice(0)) after()
  })
  return child
}

const realSpawn = childProcess.spawn
childProcess.spawn = (program, words, options) => {
  const stands = /(^|\/)git$/.test(program) ? standing[words[0]] : undefined
  if (stands) return standAround(realSpawn(program, words, options), stands)
  const kind = options?.detached ? sessionKind(words) : undefined
  if (kind === undefined) return realSpawn(program, words, options)
  const after = touch(`${kind}-start`)
  const child = realSpawn(program, words, options)
  after()
  around(child, 'emit', ([name]) => (name === 'exit' ? `${kind}-finish` : undefined))
  return child
}

const realPrepare = sqlite.DatabaseSync.prototype.prepare
sqlite.DatabaseSync.prototype.prepare = function (text) {
  const statement = realPrepare.call(this, text)
  const kind = /decisions/.test(this.location()) ? 'journal-append' : 'transcript'
  if (text === 'COMMIT') for (const key of ['run', 'get', 'all']) around(statement, key, () => kind)
  return statement
}
syncBuiltinESMExports()

process.on('exit', () => {
  if (CRASH_COUNT) fs.writeFileSync(CRASH_COUNT, JSON.stringify(counts))
})
