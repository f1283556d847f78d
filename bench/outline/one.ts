// One file read in a process of its own, as a refresh reads the one that was edited: `node one.mjs FILE`. Confirmed as one that a resource names.

import { readFileSync } from 'node:fs'
import { builtIn } from '../../src/code/languages/all.ts'
import { namedFiles } from '../../src/code/named-files.ts'
import { outlined } from '../../src/code/one-file.ts'
import { openGrammars, outlineOptions } from '../../src/code/open.ts'

const file = process.argv[2]!
const options = outlineOptions(openGrammars(undefined, builtIn), builtIn, namedFiles([file]))
const { declarations } = outlined(options, file, readFileSync(file))
process.stdout.write(`${declarations.length}\n`)
