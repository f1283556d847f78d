// Two runners in processes of their own over one journal: each effect is performed by one of them, and everything lands once.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { rowsOf } from '../kernel/structure/rows.ts'
import { openProjectJournal } from './engine.ts'
import { Ledger } from './ledger.ts'

const RUNNER = join(import.meta.dirname, '../../test/fixtures/runner.ts')

async function openLedger(root: string): Promise<Ledger> {
  const journal = await openProjectJournal(root, 'fixpoint test')
  onTestFinished(() => journal.close())
  const now = () => new Date().toISOString()
  return Ledger.open({ journal, writer: 'test', now })
}

function runner(root: string, label: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, [RUNNER, root, label], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (part: Buffer) => {
    text += part.toString()
  })
  return new Promise((resolve, reject) =>
    child.on('close', code =>
      code === 0 ? resolve(text.split('\n').filter(Boolean)) : reject(new Error(`ended ${code}`)),
    ),
  )
}

it('K-85 two runners share the work of a run: no effect is performed twice, and each unit lands once', async () => {
  const root = mkdtempSync(join(tmpdir(), 'fixpoint-runners-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const ledger = await openLedger(root)
  const labels = [['left'], ['right'], []]
  const units = Array.from({ length: 12 }, (_, at) => {
    return { name: `T${at}`, write: [`f${at}`], labels: labels[at % 3]! }
  })
  const sent = await ledger.send({ type: 'start', run: 'r1', base: 'c0', units })
  expect(sent.kind).toBe('done')
  const [one, other] = await Promise.all([runner(root, 'left'), runner(root, 'right')])
  const all = [...one!, ...other!]
  expect(new Set(all).size).toBe(all.length)
  expect([one, other].map(each => each!.some(id => id.startsWith('r1/T0#')))).toEqual([true, false])
  expect([one, other].map(each => each!.some(id => id.startsWith('r1/T1#')))).toEqual([false, true])
  await ledger.catchUp()
  expect(rowsOf(ledger.state.units).map(each => each.status)).toEqual(units.map(() => 'landed'))
})
