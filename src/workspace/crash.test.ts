// A unit whose process is killed before or after any of its git calls is finished by the next start: landed once, nothing left behind.

import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  acquire,
  everything,
  leaveWork,
  put,
  type TestRepository,
  testRepository,
  untouched,
} from '../../test/git/fixture.ts'
import { readLease, standingOf } from './lease.ts'
import { readLog } from './mirror-log.ts'
import { listSlots } from './slot.ts'
import { namesIn } from './succession.ts'

const files = { '.gitignore': '*.log\n', 'src/a.ts': 'a\n', 'src/b.ts': 'b\n' }
const script = join(import.meta.dirname, '../../test/git/unit.ts')

/** A git that counts its calls, and kills who called it before or after one of them. */
function deadlyGit({ home }: TestRepository): string {
  const path = join(home, 'deadly-git')
  put(
    path,
    `#!/bin/sh
count=$(($(cat "${home}/calls" 2>/dev/null || echo 0) + 1)); echo $count > "${home}/calls"
[ "$count-before" = "$DIE_AT" ] && kill -9 $PPID
git "$@"; code=$?
[ "$count-after" = "$DIE_AT" ] && kill -9 $PPID
exit $code
`,
  )
  chmodSync(path, 0o755)
  return path
}

function runUnit(
  { root, cache, environment, home }: TestRepository,
  git: string,
  dieAt = '',
): string | null {
  rmSync(join(home, 'calls'), { force: true })
  const env = { ...environment, DIE_AT: dieAt }
  const { signal, status, stderr } = spawnSync(process.execPath, [script, root, cache, git], {
    env,
    encoding: 'utf8',
  })
  if (signal === null && status !== 0) throw new Error(stderr)
  return signal
}

async function expectLandedOnce(repository: TestRepository): Promise<void> {
  const opened = await repository.open()
  expect(repository.git('log', '--format=%s', 'main..fixpoint/run')).toBe('Land\n')
  expect(repository.git('diff', '--name-status', 'main', 'fixpoint/run')).toBe('A\tmade.txt\n')
  expect((await readLog(opened)).entries).toEqual([{ type: 'landed', unit: 'unit-1' }])
  for (const slot of listSlots(opened)) {
    expect(standingOf(readLease(slot.folder))).toBe('free')
  }
  const fresh = await acquire(opened)
  expect(namesIn(fresh.slot.git.directory).filter(name => /\.lock$|^take-/.test(name))).toEqual([])
  const found = Object.keys(everything(fresh.path)).filter(path => !path.startsWith('.git/'))
  expect(found).toEqual(Object.keys(files).sort())
}

it('a unit that is killed anywhere lands exactly once', async () => {
  const whole = testRepository(files)
  expect(runUnit(whole, deadlyGit(whole))).toBeNull()
  await expectLandedOnce(whole)
  const calls = Number(readFileSync(join(whole.home, 'calls'), 'utf8'))
  expect(calls).toBeGreaterThan(10)
  for (const point of pointsAmong(calls)) {
    const repository = testRepository(files)
    leaveWork(repository)
    const git = deadlyGit(repository)
    await untouched(repository, async () => {
      expect(runUnit(repository, git, point)).toBe('SIGKILL')
      expect(runUnit(repository, git)).toBeNull()
    })
    await expectLandedOnce(repository)
  }
}, 300_000)

/** Every fifth of the moments before and after each call; all of them with FIXPOINT_CRASH_POINTS=all. */
function pointsAmong(calls: number): readonly string[] {
  const all = Array.from({ length: calls }, (_, at) => [
    `${at + 1}-before`,
    `${at + 1}-after`,
  ]).flat()
  return process.env.FIXPOINT_CRASH_POINTS === 'all' ? all : all.filter((_, at) => at % 5 === 0)
}
