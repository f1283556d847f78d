// Every example invocation in the absorbed documents, runs as printed with `fixpoint` for
// the program's name. Lines that wait for a later part are listed here by name, so that none is forgotten.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { project } from './project.ts'

/** The examples as they stand in the two documents, one a line. */
const listed = readFileSync(join(import.meta.dirname, 'documented-lines.txt'), 'utf8')
  .trim()
  .split('\n')

/** First words of lines that later parts bring. */
const later = ['refresh', 'apply', 'contexts', 'init --migrate-state', 'plan --check-conflicts']

const isLater = (line: string) => later.some(each => line.startsWith(each))

const spec = `resources:
  feature:
    auth_login: {}
    auth_refresh: {}
    auth_logout: {}
    auth: {}
    payments: {}
  module:
    auth: {}
    inference: {}
`

const entry = (type: string, name: string) => ({
  type,
  name,
  status: 'partial',
  files: ['src/x.py'],
})

const state = (serial: number) =>
  JSON.stringify({
    version: '1',
    serial,
    lineage: 'l',
    resources: [entry('module', 'inference'), entry('feature', 'auth_login')],
  })

const lock = JSON.stringify({
  id: 'a1b2c3d4-5678-9abc-def0-123456789abc',
  user: 'x',
  host: 'h',
  pid: 1,
  started: '',
  at: 't',
  purpose: 'p',
})

function stage(line: string) {
  if (line === 'init') return project()
  return project({
    'fixpoint.spec.yaml': spec,
    'fixpoint.state.json': state(8),
    'state.json.bak': state(5),
    'local_backup.json': state(9),
    ...(line.startsWith('force-unlock') && { '.fixpoint.state.json.lock': lock }),
  })
}

/** What a documented line may answer besides 0: it says itself what it fails for. */
const expectedExit = (line: string) => (/--detailed-exitcode|--fail-under/.test(line) ? 2 : 0)

describe('the documents of the absorbed system', () => {
  it.each(listed.filter(each => !isLater(each)))('fixpoint %s', async line => {
    const outcome = await stage(line).fixpoint(line)
    expect({ ...outcome, stdout: '' }).toMatchObject({ exitCode: expectedExit(line) })
    expect(outcome.stderr).not.toContain('Error')
  })

  it('leave only these lines for later', () => {
    const waiting = [...new Set(listed.filter(isLater).map(each => each.split(' ')[0]))].sort()
    expect(waiting).toEqual(['apply', 'contexts', 'init', 'plan', 'refresh'])
  })

  it('print what they show of init, mark and force-unlock', async () => {
    expect((await project().fixpoint('init')).stdout).toMatch(
      /^Created: fixpoint\.spec\.yaml\nCreated: fixpoint\.state\.json\n/,
    )
    const unlocked = await stage('force-unlock').fixpoint(
      'force-unlock a1b2c3d4-5678-9abc-def0-123456789abc',
    )
    expect(unlocked.stdout).toBe('Lock forcefully released: a1b2c3d4-5678-9abc-def0-123456789abc\n')
    expect(unlocked.stderr).toBe(
      'WARNING: Releasing a lock held by another process may cause state corruption.\n',
    )
  })
})
