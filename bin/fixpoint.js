#!/usr/bin/env node
// Starts the program, or says in one line which Node.js it needs.

import module from 'node:module'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `fixpoint needs Node.js 22.13 or newer; this is ${process.versions.node}. See https://nodejs.org\n`,
  )
  process.exitCode = 1
} else {
  module.enableCompileCache()
  await import('../dist/main.js')
}
