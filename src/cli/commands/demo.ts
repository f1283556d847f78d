// `fixpoint demo`: the whole way on a small project of its own, offline and without a key: a plan, four agents of which three fail in the
// ways that agents fail, and the point where nothing is left to do. Writes only below a temporary folder.

import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { refuse } from '../../base/diagnostic.ts'
import { askGit } from '../../base/git.ts'
import { type ExitCode, exitCode } from '../../contract/exit-codes.ts'
import { command } from '../command.ts'
import { agentScript } from '../demo/agent.ts'
import { demoFiles } from '../demo/project.ts'
import { runCommandLine } from '../run.ts'
import type { Sink, World } from '../world.ts'

interface Shown {
  readonly folder: string
  readonly code: ExitCode
}

interface Step {
  readonly says: string
  readonly words: readonly string[]
}

const steps: readonly Step[] = [
  {
    says: 'A URL shortener, half built. The spec says what it must contain; this is what is missing:',
    words: ['plan', '--refresh'],
  },
  {
    says: `Four agents at once, each in a workspace of its own. One does well; one says that it is done and did
nothing; one breaks the test of another, which shows only when both are merged; one hangs:`,
    words: ['run', 'units', '--deliver', 'ff'],
  },
  {
    says: 'And what is missing now, read from the code and not from what anybody said:',
    words: ['plan', '--refresh'],
  },
]

export const demo = command<{ readonly isJson: boolean }, Shown>({
  name: 'demo',
  summary: 'watch four agents converge a small project, offline and without a key',
  usage: '',
  positionals: { min: 0, max: 0 },
  details: ['Everything happens in a temporary folder, whose path is printed in the end.'],
  examples: ['fixpoint demo'],
  read: args => ({ isJson: args.flag('json') }),
  async run({ isJson }, world) {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'fixpoint-demo-')))
    const folder = makeProject(home)
    const inside: World = {
      ...world,
      cwd: folder,
      environment: { ...world.environment, FIXPOINT_CACHE_DIR: join(home, 'cache') },
      ...(isJson && { stdout: world.stderr }),
    }
    for (const step of steps) {
      const code = await perform(step, inside)
      if (code !== exitCode.ok) return { folder, code }
    }
    return { folder, code: exitCode.ok }
  },
  view: ({ folder, code }) => ({
    text: '',
    json: { folder, exit_code: code },
    exitCode: code,
    notes: [
      '',
      `Look around: cd ${folder}`,
      '  fixpoint show run:r1     fixpoint logs T02 --attempt 1     fixpoint replay r1     git log --stat',
    ],
  }),
})

async function perform({ says, words }: Step, world: World): Promise<ExitCode> {
  await tell(world.stderr, `\n${says}\n\n$ fixpoint ${words.join(' ')}\n`)
  return runCommandLine(words, world)
}

const tell = (sink: Sink, text: string) => sink.write(text)

/** A repository of its own: neither the name nor the signing of whoever watches is asked for. */
function makeProject(home: string): string {
  const folder = join(home, 'url-shortener')
  const agent = join(home, 'agent.mjs')
  writeFileSync(agent, agentScript)
  for (const [file, text] of Object.entries(demoFiles(process.execPath, agent))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const settings: readonly (readonly [key: string, value: string])[] = [
    ['user.name', 'Demo'],
    ['user.email', 'demo@localhost'],
    ['commit.gpgSign', 'false'],
    ['core.hooksPath', join(home, 'no-hooks')],
  ]
  git(folder, 'init', '--quiet', '--initial-branch', 'main')
  for (const [key, value] of settings) git(folder, 'config', key, value)
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'A URL shortener, half built')
  return folder
}

function git(folder: string, ...words: readonly string[]): void {
  const answer = askGit(folder, ...words)
  if (answer?.isOk) return
  refuse('demo/git', answer ? `git ${words[0]} failed in ${folder}` : 'there is no git program', {
    fix: 'install git 2.38 or newer',
  })
}
