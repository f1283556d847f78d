// Places that a command was told and that are none, and texts that it could not write back: refused before anything is written.

import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { project } from './project.ts'

const files = {
  'fixpoint.spec.yaml':
    '# a note\nresources:\n  f:\n    a: { attributes: { functions: [login] } }\n',
  'src/a.py': 'def login(x):\n    return x + 1\n',
  'extra/b.py': 'def logout(x):\n    return x + 1\n',
}

describe('refresh', () => {
  it.each([
    ['--source-dirs typo', 'refresh/source-dirs --source-dirs typo is no folder'],
    ['--source-dirs src,src/a.py', 'refresh/source-dirs --source-dirs src/a.py is no folder'],
    ['--source-dirs ..', 'refresh/source-dirs --source-dirs .. lies outside of the code'],
    ['--root nowhere', 'refresh/root --root nowhere is no folder'],
    ['--root src/a.py', 'refresh/root --root src/a.py is no folder'],
  ])('%s is refused, and nothing is written', async (flags, said) => {
    const here = project(files)
    const before = here.snapshot()
    const outcome = await here.fixpoint(`refresh ${flags}`)
    expect([outcome.exitCode, outcome.stdout]).toEqual([1, ''])
    expect(outcome.stderr).toContain(`Error: ${said}`)
    expect(here.snapshot()).toEqual(before)
  })

  it.each(['src', './src/', '.'])('--source-dirs %s is a folder of the code', async folder => {
    const { stdout } = await project(files).fixpoint(`refresh --source-dirs ${folder}`)
    expect(stdout).toContain('IMPLEMENTED (1 resources)')
  })
})

describe('scan --update', () => {
  it('leaves a spec alone that is not UTF-8, and names the line', async () => {
    const here = project(files)
    const text = Buffer.from(files['fixpoint.spec.yaml'].replace('a note', 'caf\u00e9'), 'latin1')
    writeFileSync(here.path('fixpoint.spec.yaml'), text)
    const before = here.snapshot()
    const outcome = await here.fixpoint('scan --update')
    expect([outcome.exitCode, outcome.stderr]).toEqual([
      1,
      'Error: fixpoint.spec.yaml:1 spec/encoding the file is not UTF-8, and writing it would lose what stands here (save it as UTF-8)\n',
    ])
    expect(here.snapshot()).toEqual(before)
  })

  it('takes no -o, for it writes the spec itself', async () => {
    const here = project(files)
    const before = here.snapshot()
    const outcome = await here.fixpoint('scan --update -o other.yaml')
    expect([outcome.exitCode, outcome.stderr]).toEqual([
      64,
      expect.stringContaining('--update adds to the spec itself, and -o names a new file'),
    ])
    expect(here.snapshot()).toEqual(before)
  })
})
