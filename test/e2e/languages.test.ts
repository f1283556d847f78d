// Languages of a user's own: data in `.fixpoint/languages/`, added to what is built in. The examples are those of the document.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REPOSITORY } from './places.ts'
import { type Project, project } from './project.ts'

/** The packs that docs/languages.md shows, by their file. */
const examples = Object.fromEntries(
  [
    ...readFileSync(join(REPOSITORY, 'docs/languages.md'), 'utf8').matchAll(
      /```yaml\n# (\S+)\n([\s\S]*?)```/g,
    ),
  ].map(([, file, text]) => [file!, text!]),
)
const python = '.fixpoint/languages/python.yaml'
const starlark = '.fixpoint/languages/starlark.yaml'

const spec = (body: string) => `resources:\n  module:\n    x:\n      ${body}\n`

/** In a process of its own: the native library takes grammars once. */
async function look(here: Project) {
  const { stdout, stderr } = await here.program('refresh --dry-run --json', {
    env: { FIXPOINT_CACHE_DIR: here.path('../cache') },
  })
  expect(stderr).not.toContain('Error')
  return JSON.parse(stdout).resources[0]
}

describe('a pack of the project', () => {
  it('adds what it says to a language that is built in', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec('{files: [a.py], attributes: {environment: [DATABASE_URL]}}'),
      'a.py': 'url = env.str("DATABASE_URL")\n',
    })
    expect((await look(here)).status).toBe('missing')
    here.write(python, examples[python]!)
    expect((await look(here)).status).toBe('implemented')
  })

  it('brings a language whose grammar is installed', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec(
        '{files: [tools/lint.bzl], attributes: {functions: [_impl], entities: [Lint], imports: [image], environment: [LINT]}}',
      ),
      'tools/lint.bzl':
        'load("//oci:defs.bzl", "image")\nLint = rule(implementation = _impl)\ndef _impl(ctx):\n    return ctx.os.environ["LINT"]\n',
      'tools/later.bzl': 'def later(ctx):\n    fail("not implemented")\n',
    })
    expect((await look(here)).status).toBe('missing')
    here.write(starlark, examples[starlark]!)
    expect((await look(here)).status).toBe('implemented')
    here.write('fixpoint.spec.yaml', spec('{attributes: {functions: [later]}}'))
    const later = await look(here)
    expect([later.status, later.reason]).toEqual([
      'partial',
      'later is a stub body (tools/later.bzl:1)',
    ])
  })

  it('that changes has the files of its language read anew, although nothing else changed', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec('{files: [a.py], attributes: {functions: [Shop]}}'),
      'a.py': 'class Shop:\n    def run(self): return 1\n',
    })
    expect((await look(here)).status).toBe('missing')
    const declares =
      'declarations: [{node: class_definition, kind: function, name: name, body: body}]'
    here.write(python, `language: python\n${declares}\n`)
    expect((await look(here)).status).toBe('implemented')
    here.write(python, 'language: python\n')
    expect((await look(here)).status).toBe('missing')
  })

  it.each([
    [
      'language: pythn\nfacts: []\n',
      'python.yaml:1:11 language/incomplete pythn is no built-in language and lacks extensions, grammar, declarations, references (did you mean python?)',
    ],
    [
      'language: python\nfact: []\n',
      'python.yaml:2:1 language/unknown-key unknown key fact (did you mean facts?)',
    ],
    [
      'language: python\nfacts:\n  - {of: enviroment, node: call, pattern: x}\n',
      'python.yaml:3:10 language/type facts[0].of must be one of commands, tables, drops, environment, not "enviroment" (did you mean environment?)',
    ],
    [
      'language: python\nfacts:\n  - {of: tables, node: call, pattern: "("}\n',
      'python.yaml:3:39 language/type facts[0].pattern must be a regular expression of JavaScript, not "("',
    ],
    [
      'language: python\nfacts:\n  - {of: tables, node: call, where: {knd: x}, pattern: x}\n',
      'python.yaml:3:38 language/unknown-key unknown key knd in facts[0].where (did you mean kind?)',
    ],
    [
      'language: python\nfacts:\n  - {of: tables, node: kall, pattern: x}\n',
      'python.yaml:3:24 language/unknown-node the grammar of python has no node kall (see the tree of a file of this language at https://ast-grep.github.io/playground)',
    ],
    [
      'language: python\nextensions: [.ts]\n',
      'python.yaml:2:14 language/taken .ts belongs to typescript already',
    ],
    [
      'language: mine\nextensions: [.mine]\ngrammar: left-pad\ndeclarations: []\nreferences: {names: []}\n',
      'python.yaml:3:10 language/type grammar must be a package of grammars, like @ast-grep/lang-lua, not "left-pad"',
    ],
  ])('that is wrong is refused with its place: %j', async (text, problem) => {
    const here = project({
      'fixpoint.spec.yaml': spec('{files: [a.py], attributes: {tables: [x]}}'),
      'a.py': 'x = 1\n',
      [python]: text,
    })
    const message = `Error: .fixpoint/languages/${problem}\n`
    expect(await here.fixpoint('refresh')).toEqual({ exitCode: 1, stdout: '', stderr: message })
    const { exitCode, stdout } = await here.fixpoint('doctor --json')
    expect(exitCode).toBe(1)
    const findings: { name: string; verdict: string }[] = JSON.parse(stdout).findings
    expect(findings.find(each => each.name === 'languages')?.verdict).toBe('fail')
    // Which nodes there are, only the grammar knows: validate opens none.
    const isOfGrammar = problem.includes('unknown-node')
    expect((await here.fixpoint('validate')).exitCode).toBe(isOfGrammar ? 0 : 1)
  })

  it('whose grammar is not installed is told with the command that installs it for the user', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec('{files: [a.lua], attributes: {functions: [a]}}'),
      'a.lua': 'function a() return 1 end\n',
      '.fixpoint/languages/lua.yaml':
        'language: lua\nextensions: [.lua]\ngrammar: "@ast-grep/lang-lua"\ndeclarations: []\nreferences: {names: []}\n',
      'node_modules/@ast-grep/lang-lua/package.json': '{"main": "index.js"}',
      'node_modules/@ast-grep/lang-lua/index.js': 'throw new Error("code of the project ran")',
    })
    const { exitCode, stderr } = await here.fixpoint('refresh')
    expect(exitCode).toBe(0)
    expect(stderr).toContain(
      `code/grammar-missing no parser for lua is installed, so its files count as unread (npm install --prefix ${here.path('../cache/grammars')} @ast-grep/lang-lua)`,
    )
    const doctor = await here.fixpoint('doctor')
    expect(doctor.stdout).toContain('warn  languages')
  })

  it('is named by doctor, and explained by help', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec('{}'), [python]: examples[python]! })
    expect((await here.fixpoint('doctor')).stdout).toContain(`ok    languages   ${python}\n`)
    expect((await here.fixpoint('help languages')).stdout).toContain('.fixpoint/languages')
    expect((await here.fixpoint('validate')).exitCode).toBe(0)
  })
})
