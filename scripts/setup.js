// What the first command after cloning needs: dependencies, a build, and the repository's own Node. Each is set up once and
// said in one line. Plain JavaScript, because the system's Node (20 or later) is what meets it.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { isBuilt } from './inputs.js'

export const root = join(import.meta.dirname, '..')

const ownNode = join(root, 'node_modules/node/bin/node')

export function prepare() {
  installIfNeeded()
  if (!isBuilt(root)) runOwn('scripts/build.js')
}

export function installIfNeeded() {
  if (!isInstalled()) install()
}

/** Runs a JavaScript or TypeScript file, or a tool of node_modules/.bin, with the repository's Node; stops when it fails. */
export function runOwn(...words) {
  const status = tryOwn(...words)
  if (status !== 0) process.exit(status)
}

/** The same, answering the exit code. */
export function tryOwn(file, ...args) {
  const isFile = /\.[jt]s$/.test(file)
  const command = isFile ? ownNode : file
  const { status, error } = spawnSync(command, isFile ? [file, ...args] : args, {
    cwd: root,
    stdio: 'inherit',
    env: ownEnvironment(),
  })
  if (error) say(`cannot run ${file}: ${error.message}`)
  return status ?? 1
}

function ownEnvironment() {
  const bin = join(root, 'node_modules/.bin')
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
}

/** What lies in node_modules is what package-lock.json asks for; packages of other platforms may be absent. */
function isInstalled() {
  const installed = readLock('node_modules/.package-lock.json')
  if (!installed || !existsSync(ownNode)) return false
  return Object.entries(readLock('package-lock.json')).every(([path, wanted]) => {
    const found = installed[path]
    return path === '' || (found ? found.version === wanted.version : wanted.optional === true)
  })
}

function readLock(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}

function install() {
  say('Installing dependencies (npm ci) …')
  const npm = process.env.npm_execpath
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm']
  const { status, stdout, stderr } = spawnSync(
    command,
    [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, encoding: 'utf8' },
  )
  if (status === 0) return
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`)
  say('npm ci failed; nothing else was done.')
  process.exit(1)
}

export function say(text) {
  process.stderr.write(`${text}\n`)
}
