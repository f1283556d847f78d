// The program as one small entry and one chunk for each command; libraries are bundled and load only where they are used.

import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { build, defineConfig } from 'rolldown'
import { hashOfAnalyser, hashOfInputs } from './scripts/inputs.js'

/**
 * Slow to load, and wanted late or not at all: these functions take their module when one of them is first called, which for
 * `refresh` is while git is at work. Importing one that is not named here ends the build.
 */
const late = {
  'node:crypto': ['createHash', 'hash', 'randomInt', 'randomUUID'],
  'node:zlib': ['crc32'],
}

/**
 * Modules of Node are taken by `process.getBuiltinModule`. An `import` of one makes a namespace of it first, which runs all its
 * lazy getters: 2 to 3 ms each for `node:fs` and `node:util`, a tenth of what an empty Node costs.
 */
const builtins = {
  name: 'builtins',
  resolveId(id) {
    // The bundler's own runtime imports node:module, and must not wait for what it makes.
    if (id === 'node:module') return { id, external: true }
    if (!isBuiltin(id)) return undefined
    return { id: `\0node:${id.replace(/^node:/, '')}`, moduleSideEffects: false }
  },
  load(id) {
    if (!id.startsWith('\0node:')) return undefined
    const name = id.slice(1)
    const taken = `process.getBuiltinModule(${JSON.stringify(name)})`
    return name in late ? lateModule(taken, late[name]) : `module.exports = ${taken}`
  },
}

const lateModule = (taken, functions) =>
  [
    `let own; const take = () => (own ??= ${taken})`,
    ...functions.map(each => `export const ${each} = (...words) => take().${each}(...words)`),
  ].join('\n')

/** Every module that these files import, lazily imported parts left out. */
function closureOf(files, context) {
  const found = new Set(files.map(each => join(import.meta.dirname, 'src/cli', each)))
  for (const id of found)
    for (const each of context.getModuleInfo(id)?.importedIds ?? []) found.add(each)
  return found
}

/**
 * Opening a file costs more than reading what stands in it, so few chunks hold what most commands need: what every start needs,
 * what finds a project, what tells whether a view is known already and whether it holds after an edit, what reads a few resources
 * again, what planning needs. Each takes what the ones before have left, and none is loaded with something in it that nobody uses.
 * The entry stays outside: it awaits a command, which awaits the chunk that it stands on.
 */
const recalling = ['project-place.ts', 'recall/recall.ts']
const lookingBack = ['recall/look-back.ts']
const readingAgain = ['refresh-anew.ts']
const planning = ['project.ts', 'commands/plan.ts']
/** Needed by many who need nothing else of the chunk that they would stand in. */
const small = ['../code/test-files.ts', '../contract/declaration-kinds.ts']
/** The same for what planning and reading again have in common. */
const common = [
  '../base/nearest.ts',
  '../base/paths.ts',
  '../contract/level.ts',
  '../evidence/convergence.ts',
]
const chunks = {
  core: [['main.ts', 'command.ts', 'version.ts']],
  small: [small],
  common: [common],
  place: [recalling, planning],
  recall: [recalling],
  'look-back': [lookingBack],
  anew: [readingAgain],
  planning: [planning],
}

const groups = Object.entries(chunks).map(([name, uses], index) => ({
  name: (id, context) => {
    if (context.getModuleInfo(id)?.isEntry || id.includes('node_modules')) return null
    return uses.every(files => closureOf(files, context).has(id)) ? name : null
  },
  priority: Object.keys(chunks).length - index,
  debugName: name,
}))

/** What `src/code/scanners/survey/program.ts` makes, bundled first because not every Node that builds can import TypeScript. */
async function surveyProgram() {
  const input = join(import.meta.dirname, 'src/code/scanners/survey/program.ts')
  const { output } = await build({ input, write: false })
  const bundle = `data:text/javascript,${encodeURIComponent(output[0].code)}`
  const { assembledProgram } = await import(bundle)
  return Buffer.from(assembledProgram()).toString('base64')
}

export default defineConfig({
  input: { main: 'src/cli/main.ts', hand: 'src/code/together/hand.ts' },
  platform: 'node',
  external: [/^@ast-grep\//],
  plugins: [builtins],
  transform: {
    define: {
      ANALYSER_HASH: JSON.stringify(hashOfAnalyser(import.meta.dirname)),
      SURVEY_PROGRAM: JSON.stringify(await surveyProgram()),
      PROGRAM_HASH: JSON.stringify(hashOfInputs(import.meta.dirname)),
    },
  },
  output: {
    dir: 'dist',
    codeSplitting: { groups },
    format: 'esm',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    minify: { compress: true, mangle: true, codegen: true },
    comments: { legal: false },
  },
})
