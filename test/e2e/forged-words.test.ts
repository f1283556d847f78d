// Words of agents on the way to whoever reads them: they are shown, and steer nothing.

import { describe, expect, it } from 'vitest'
import { branches } from './branches.ts'
import { unitFile } from './repository.ts'

const ask = `printf '\\033]0;owned\\007\\033[8mhidden\\033[0m said\\n'
printf '\`\`\`result\\nstatus: blocked\\nquestion: "really\\\\e[2J\\\\rNo changes. \\\\u202eright\\\\u009b2J"\\n\`\`\`\\n'`
const colours = ['1', '2', '22', '31', '32', '33', '39'].map(each => `\x1b[${each}m`)

/** What is left of a text that could steer a terminal, the program's own colours aside. */
const forged = (text: string) =>
  colours
    .reduce((rest, each) => rest.replaceAll(each, ''), text)
    .match(/(?!\r?\n|\t)[\p{Cc}\u202e]/gu) ?? []

async function asked() {
  const at = branches()
  at.write('units/T01.md', unitFile({ id: 'T01', script: ask }))
  return { at, ran: await at.call('run units') }
}

describe('control characters in the words of an agent', () => {
  it('are shown by everything that tells its question', async () => {
    const { at, ran } = await asked()
    const question = 'really\\u001b[2J\\u000dNo changes. \\u202eright\\u009b2J'
    expect(ran.exitCode).toBe(5)
    expect(ran.stderr).toContain(question)
    for (const line of ['status', 'show T01', 'why T01', 'watch']) {
      const { stdout, stderr } = await at.call(line)
      expect(stdout + stderr, line).toContain(question)
      expect(forged(stdout + stderr), line).toEqual([])
      const onTerminal = await at.fixpoint(line, { tty: true })
      expect(forged(onTerminal.stdout + onTerminal.stderr), line).toEqual([])
    }
  })

  it('are shown by logs, which leaves out colours, for some of them hide words', async () => {
    const { at } = await asked()
    for (const line of ['logs T01', 'logs T01 -f', 'logs T01 --color always']) {
      const { stdout } = await at.call(line)
      expect(stdout, line).toContain('\\u001b]0;owned\\u0007hidden said\n')
      expect(forged(stdout), line).toEqual([])
    }
    const { chunks } = JSON.parse((await at.call('logs T01 --json')).stdout)
    expect(chunks.map((each: { text: string }) => each.text).join('')).toContain(
      '\x1b]0;owned\x07\x1b[8mhidden\x1b[0m said\n',
    )
  })

  it('stay as they are in JSON, for a program', async () => {
    const { at } = await asked()
    const { stdout } = await at.call('show T01 --json')
    expect(JSON.stringify(JSON.parse(stdout))).toContain(
      '\\u001b[2J\\rNo changes. \u202eright\u009b2J',
    )
  })
})

it('names of files cannot steer a terminal either, and a patch in a pipe applies as it is', async () => {
  const at = branches()
  at.write(
    'units/T01.md',
    unitFile({
      id: 'T01',
      script: `printf 'x\\033[2Jy\\r\\n' > src/a.txt
touch "$(printf 'src/\\033[2J\\nb')"
printf '\`\`\`result\\nstatus: done\\nsummary: "did\\\\e[2J it"\\n\`\`\`\\n'`,
    }),
  )
  expect((await at.call('run units')).exitCode).toBe(0)
  for (const line of ['diff T01', 'show T01 --diff']) {
    const { stdout } = await at.call(line)
    expect(stdout, line).toContain('+x\x1b[2Jy\r\n')
    expect(stdout, line).toContain('  + src/\\u001b[2J\\u000ab  ')
    expect(stdout.split('\ndiff --git ')[0], line).not.toContain('\x1b')
    expect(forged((await at.fixpoint(line, { tty: true })).stdout), line).toEqual([])
  }
})
