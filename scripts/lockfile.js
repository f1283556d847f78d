// Completes package-lock.json with the optional packages of other platforms. npm leaves out those that the registry at hand does
// not serve (a mirror, a fresh release), and `npm ci` then refuses the whole file everywhere. Never changes an entry.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './setup.js'

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32']

const path = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))
const missing = missingPackages(lock.packages)
const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) =>
  a.localeCompare(b, 'en'),
)
writeFileSync(
  path,
  `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`,
)
say(`package-lock.json: ${Object.keys(missing).length} packages of other platforms added`)

function missingPackages(present) {
  const wanted = Object.entries(present).flatMap(([holder, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ holder, name, version, dev })),
  )
  const missing = {}
  for (const { holder, name, version, dev } of wanted) {
    if (!/^\d/.test(version)) continue
    const found = places(holder, name).find(each => present[each] ?? missing[each])
    if (found && (present[found] ?? missing[found]).version === version) continue
    const place = found ? `${holder}/node_modules/${name}` : `node_modules/${name}`
    missing[place] = { version, ...platformOf(name), ...(dev && { dev }), optional: true }
  }
  return missing
}

/** Where Node looks for a package, from its user outwards. */
function places(holder, name) {
  const steps = holder.split('/node_modules/')
  const folders = steps.map(
    (_, index) => `${steps.slice(0, steps.length - index).join('/node_modules/')}/`,
  )
  return [...folders, ''].map(each => `${each}node_modules/${name}`)
}

/** `binding-linux-arm64-musl` says for which machines a package is. */
function platformOf(name) {
  const words = name.split(/[/-]/)
  const os = systems.filter(each => words.includes(each))
  const cpu = processors.filter(each => words.includes(each))
  const libc = [words.includes('musl') && 'musl', words.includes('gnu') && 'glibc'].filter(Boolean)
  return { cpu, ...(libc.length > 0 && { libc }), ...(os.length > 0 && { os }) }
}
