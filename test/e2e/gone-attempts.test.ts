// What attempts said and left is looked for after it was pruned, or where the journal came without it: told as it is, whichever command asks.

import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixpoint } from './cli.ts'
import { done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }
const FAR = '2030-01-27T12:00:00Z'

/** T01 failed after a turn that was kept, and T02 landed after one. */
async function ran() {
  const here = repository()
  const isKept = (unit: string) =>
    `while ! ls ${here.root}/.git/refs/fixpoint/attempts | grep -q '${unit}.*turn'; do sleep 0.02; done`
  const turn = (unit: string) =>
    `echo ${unit} > src/${unit}; echo "fixpoint:turn first"; ${isKept(unit)}`
  const fails = unitFile({ id: 'T01', script: `${turn('T01')}; exit 3`, front: 'attempts: 1\n' })
  here.write('units/T01.md', fails)
  here.write('units/T02.md', unitFile({ id: 'T02', script: `${turn('T02')}\n${done}` }))
  here.git('clone', '--quiet', '.', '../clone')
  expect((await here.fixpoint('run units --max-workers 1', { env })).exitCode).toBe(3)
  const clone = (line: string) => fixpoint(line, { cwd: here.path('../clone'), env })
  return { here, clone }
}

const pruned = 'was removed on 2030-01-27 by fixpoint prune'
const failed = 'r1/T01 failed, last heard of on 2026-01-27'

describe('after prune', () => {
  it.each([
    [
      'logs T01',
      `logs/removed what attempt 1 of r1/T01 said ${pruned}, which keeps none of a unit that has ended (retention.transcripts in .fixpoint/config.yaml says how long gc leaves it)`,
    ],
    [
      'logs T01 --attempt 7',
      'attempt/none there is no attempt 7 of r1/T01 (it has had one attempt)',
    ],
    [
      'restore T01 --turn 1',
      `restore/gone turn 1 of attempt 1 of r1/T01 was kept, and its tree ${pruned} (${failed}) (no turn of it is there; fixpoint show r1/T01 tells how it goes on without)`,
    ],
    [
      'restore T02 --turn 1',
      `restore/gone turn 1 of attempt 1 of r1/T02 was kept, and its tree ${pruned} (r1/T02 landed) (what landed is told by fixpoint diff r1/T02)`,
    ],
    [
      'restore T01 --turn 9',
      `restore/absent whether turn 9 of attempt 1 of r1/T01 was kept is not known: what it said ${pruned}, which keeps none of a unit that has ended (no turn of it is there; fixpoint show r1/T01 tells how it goes on without)`,
    ],
    [
      'diff T01',
      `diff/removed the tree of attempt 1 of r1/T01 ${pruned} (${failed}) (fixpoint show r1/T01 tells what the journal knows of it)`,
    ],
    [
      'diff T02 --attempt 1',
      `diff/removed the tree of attempt 1 of r1/T02 ${pruned} (r1/T02 landed) (what landed is there: fixpoint diff r1/T02)`,
    ],
  ])('%s tells what is gone, since when and why', async (line, text) => {
    const { here } = await ran()
    expect((await here.fixpoint('prune', { env, now: FAR })).exitCode).toBe(0)
    const told = { exitCode: 1, stdout: '', stderr: `Error: ${text}\n` }
    expect(await here.fixpoint(line, { env })).toEqual(told)
    const json = JSON.parse((await here.fixpoint(`${line} --json`, { env })).stdout)
    expect(`${json.diagnostics[0].code} ${json.error}`).toBe(text.replace(/ \((?!r1)[^()]*\)$/, ''))
    if (line === 'logs T01') expect(await here.fixpoint(`${line} -f`, { env })).toEqual(told)
  })

  it('what is still there is shown as ever, and a unit is opened with what can be had', async () => {
    const { here } = await ran()
    await here.fixpoint('prune', { env, now: FAR })
    expect((await here.fixpoint('diff T02', { env })).stdout).toContain('r1/T02 as it landed')
    const shown = await here.fixpoint('show T01', { env })
    expect(shown.stdout).toContain('r1/T01  failed')
    expect(shown.stderr).not.toContain('--turn')
    const opened = await here.fixpoint('open T01 --print', { env })
    expect(opened.stderr).toContain('the workspace is fresh: nothing is here of its attempts')
  })
})

const restored = 'the journal was restored from a backup of 2026-01-27'

describe('where a journal came without what attempts left', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      'logs T01',
      `logs/absent what attempt 1 of r1/T01 said is not here: ${restored} that holds no transcripts (fixpoint show r1/T01 tells what the journal knows of it)`,
    ],
    [
      'restore T01 --turn 1',
      `restore/absent whether turn 1 of attempt 1 of r1/T01 was kept is not known: what it said is not here: ${restored} that holds no transcripts (no turn of it is there; fixpoint show r1/T01 tells how it goes on without)`,
    ],
    [
      'diff T01',
      `diff/absent the tree of attempt 1 of r1/T01 is not here: ${restored}, and no backup holds trees (fixpoint show r1/T01 tells what the journal knows of it)`,
    ],
    [
      'diff T02 --attempt 1',
      `diff/absent the tree of attempt 1 of r1/T02 is not here: ${restored}, and no backup holds trees (fixpoint show r1/T02 tells what the journal knows of it)`,
    ],
  ]

  it('each command tells that it did, and what commits of it are to be fetched', async () => {
    const { here, clone } = await ran()
    const commit = here.git('rev-parse', 'fixpoint/r1').slice(0, 10)
    await here.fixpoint('backup ../lean', { env })
    expect((await clone('restore ../lean')).stderr).toContain(
      'What attempts were told and said is not in the backup, so logs cannot show it.\n',
    )
    const fetch =
      '(fetch it from where r1 ran, or from where it was pushed to: git fetch REMOTE fixpoint/r1)'
    for (const [line, text] of [
      ...cases,
      [
        'diff T02',
        `diff/gone commit ${commit} of r1/T02 as it landed is not in this repository ${fetch}`,
      ],
      [
        'open T01 --print',
        `open/base r1/T01 is worked on at commit ${commit} of r1, which is not in this repository ${fetch}`,
      ],
    ] as const)
      expect([line, await clone(line)]).toEqual([
        line,
        { exitCode: 1, stdout: '', stderr: `Error: ${text}\n` },
      ])
    expect((await clone('show T01')).stdout).toContain('r1/T01  failed')
    here.git('-C', '../clone', 'fetch', '--quiet', '../project', 'fixpoint/r1')
    expect((await clone('diff T02')).stdout).toContain('r1/T02 as it landed')
    expect((await clone('open T01 --print')).stderr).toContain('the workspace is fresh')
  })

  it('with its transcripts it knows what was said, and that a turn was kept elsewhere', async () => {
    const { here, clone } = await ran()
    await here.fixpoint('backup ../whole --transcripts', { env })
    expect((await clone('restore ../whole')).stderr).not.toContain('logs cannot')
    expect((await clone('logs T01')).stdout).toContain('turn> 1 first (kept)\n')
    expect((await clone('restore T01 --turn 1')).stderr).toBe(
      `Error: restore/gone turn 1 of attempt 1 of r1/T01 was kept, and its tree is not here: ${restored}, and no backup holds trees (no turn of it is there; fixpoint show r1/T01 tells how it goes on without)\n`,
    )
    expect((await clone('restore T01 --turn 2')).stderr).toContain('no turn 2 of r1/T01 was kept')
  })

  it('a journal whose transcripts were taken away tells that, and what was never there is no loss', async () => {
    const { here } = await ran()
    const folder = here.path('.fixpoint/local/journal')
    for (const name of readdirSync(folder).filter(each => each.startsWith('transcripts')))
      rmSync(`${folder}/${name}`)
    expect((await here.fixpoint('logs T01', { env })).stderr).toBe(
      'Error: logs/absent what attempt 1 of r1/T01 said is not here, and nothing tells where it went (fixpoint show r1/T01 tells what the journal knows of it)\n',
    )
    here.write('T03.md', unitFile({ id: 'T03', script: 'exit 3', front: 'attempts: 1\n' }))
    await here.fixpoint('run T03.md', { env })
    expect((await here.fixpoint('restore T03 --turn 1', { env })).stderr).toBe(
      'Error: restore/turn no turn 1 of r2/T03 was kept (its agent reports no turns: fixpoint help agents)\n',
    )
  })

  it('what a person made by hand was never said', async () => {
    const { here } = await ran()
    const { stdout } = await here.fixpoint('open T01 --print', { env })
    writeFileSync(join(stdout.trim(), 'src/hand'), 'by hand\n')
    expect((await here.fixpoint('open T01 --take', { env })).exitCode).toBe(0)
    expect((await here.fixpoint('logs T01', { env })).stderr).toBe(
      'Error: logs/none attempt 2 of r1/T01 was made by hand, by ana (fixpoint show r1/T01 tells what the journal knows of it)\n',
    )
  })
})
