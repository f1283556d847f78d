// How the program starts: with what a command needs and no more, and not at all where Node is too old.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type InputOptions } from 'rolldown'
import { beforeAll, describe, expect, it } from 'vitest'
import config from '../../rolldown.config.js'
import { REPOSITORY } from './places.ts'
import { type Project, project } from './project.ts'

const fixture = (name: string) => pathToFileURL(join(REPOSITORY, 'test/fixtures', name)).href

const spec = 'version: "1"\nresources:\n  feature:\n    login: {}\n'

/** What each chunk holds, and what each source file imports when it is loaded. */
interface Bundle {
  readonly chunks: ReadonlyMap<string, readonly string[]>
  readonly imports: ReadonlyMap<string, readonly string[]>
}

let bundle: Bundle

beforeAll(async () => {
  bundle = await readBundle()
})

async function readBundle(): Promise<Bundle> {
  const imports = new Map<string, readonly string[]>()
  const { output } = await build({
    ...(config as InputOptions),
    cwd: REPOSITORY,
    write: false,
    plugins: [
      config.plugins,
      {
        name: 'imports',
        generateBundle() {
          for (const id of this.getModuleIds())
            imports.set(id, this.getModuleInfo(id)?.importedIds ?? [])
        },
      },
    ],
  })
  const chunks = output.flatMap(each =>
    each.type === 'chunk' ? [[each.fileName, each.moduleIds.filter(isOurs)] as const] : [],
  )
  return { chunks: new Map(chunks), imports }
}

/** What the bundler itself adds is nobody's. */
const isOurs = (id: string) => !id.startsWith('\0rolldown')

/** The sources whose code the program loaded when it ran this line. */
async function loadedBy(here: Project, line: string): Promise<readonly string[]> {
  const { exitCode, stderr } = await here.program(line, {
    nodeOptions: ['--import', fixture('loaded-modules.js')],
    env: { LOADED_MODULES: here.path('loaded') },
  })
  expect(exitCode, stderr).toBe(0)
  const files = here.read('loaded').trim().split('\n')
  const own = `${pathToFileURL(REPOSITORY).href}/dist/`
  const names = files.filter(each => each.startsWith(own)).map(each => each.slice(own.length))
  expect(names).toContain('main.js')
  return [
    ...names.flatMap(name => bundle.chunks.get(name) ?? [`unknown chunk ${name}`]),
    ...files.filter(each => each.includes('/node_modules/')),
  ]
}

/** Everything that these sources import, lazily imported parts left out. */
function closureOf(...files: string[]): ReadonlySet<string> {
  const waiting = files.map(each => join(REPOSITORY, each))
  const found = new Set<string>()
  for (const id of waiting) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(bundle.imports.get(id) ?? []))
  }
  return found
}

const packagesIn = (modules: Iterable<string>) =>
  [...new Set([...modules].map(each => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(each)?.[1]))]
    .filter(each => each !== undefined)
    .sort()

describe('the program loads', () => {
  it.each([
    ['version', [], []],
    ['plan', ['src/spec/parse.ts'], ['js-yaml', 'zod']],
  ])('for %s only what it uses', async (name, lazy, packages) => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    const loaded = await loadedBy(here, name)
    const used = closureOf('src/cli/main.ts', `src/cli/commands/${name}.ts`, ...lazy)
    expect(loaded.filter(each => !used.has(each))).toEqual([])
    expect(packagesIn(loaded)).toEqual(packages)
  })

  it('for plan of a spec that it knows no reader of YAML', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec, '.fixpoint/config.yaml': '# nothing yet\n' })
    await loadedBy(here, 'plan')
    here.write('loaded', '')
    const loaded = await loadedBy(here, 'plan')
    const used = closureOf('src/cli/main.ts', 'src/cli/commands/plan.ts')
    expect(loaded.filter(each => !used.has(each))).toEqual([])
    expect(packagesIn(loaded).filter(each => each !== 'zod')).toEqual([])
  })

  it.each(['help', 'init --dry-run'])(
    'for %s no parser of code and no writer of YAML',
    async line => {
      const packages = packagesIn(await loadedBy(project({}), line))
      expect(packages.filter(each => each === 'yaml' || each.startsWith('@ast-grep'))).toEqual([])
    },
  )

  it('for refresh what runs checks only where a resource has some', async () => {
    const config = 'checks: {unit: {command: "true"}}\n'
    const loads = async (text: string) => {
      const here = project({ 'fixpoint.spec.yaml': text, '.fixpoint/config.yaml': config })
      const loaded = await loadedBy(here, 'refresh --dry-run')
      return loaded.includes(join(REPOSITORY, 'src/checks/checks.ts'))
    }
    const checked = spec.replace('login: {}', 'login: {checks: [unit]}')
    expect([await loads(spec), await loads(checked)]).toEqual([false, true])
  })

  it('for plan nothing of the full zod and nothing that makes schemas for editors', async () => {
    const loaded = await loadedBy(project({ 'fixpoint.spec.yaml': spec }), 'plan')
    expect(loaded.filter(each => /zod\/v4\/(classic|locales)|json-schema/.test(each))).toEqual([])
  })
})

it('on an older Node the program says in one line what it needs', async () => {
  const here = project({ 'fixpoint.spec.yaml': spec })
  const outcome = await here.program('plan', { nodeOptions: ['--import', fixture('old-node.js')] })
  expect(outcome).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: 'fixpoint needs Node.js 22.13 or newer; this is 20.20.2. See https://nodejs.org\n',
  })
})
