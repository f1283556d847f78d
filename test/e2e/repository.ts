// A project of a test that is a git repository with an agent that obeys its brief: what `run` needs to work.

import { execFileSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { NODE } from './places.ts'
import { type Project, project } from './project.ts'

const OBEDIENT = join(import.meta.dirname, '../fixtures/agents/obedient.js')

export const done = `printf '\`\`\`result\\nstatus: done\\nsummary: did it\\n\`\`\`\\n'`

export interface UnitText {
  readonly id: string
  /** What the agent does, as a shell script. */
  readonly script: string
  /** More front matter. */
  readonly front?: string
  readonly claims?: string
}

/** A unit file for the obedient agent; it says that it is done unless the script says otherwise. */
export function unitFile({
  id,
  script,
  front = '',
  claims = 'create: [src], edit: [src]',
}: UnitText) {
  return `---\nid: ${id}\ntitle: Unit ${id}\nclaims: { ${claims} }\n${front}---\n\`\`\`sh\n${script}\n\`\`\`\n`
}

export const agentConfig = (more = '') => `agents:
  obedient:
    command: [${JSON.stringify(NODE)}, ${JSON.stringify(OBEDIENT)}]
    timeout: 60s
${more}`

export interface TestRepository extends Project {
  readonly git: (...words: readonly string[]) => string
  /** What stands in a file of a branch. */
  readonly at: (branch: string, file: string) => string
}

/** Its author; and nothing tidies up behind a command, which is a process more for each commit. */
const settings = '[user]\n\tname = Ana\n\temail = ana@example.org\n[maintenance]\n\tauto = false\n'

/** Everything given is committed; units lie outside the repository's history unless they are among the files. */
export function repository(files: Readonly<Record<string, string>> = {}): TestRepository {
  const here = project({
    '.fixpoint/config.yaml': agentConfig(),
    'src/a.txt': 'a\n',
    ...files,
  })
  const git = gitOf(here.root)
  git('init', '--quiet', '--initial-branch', 'main')
  appendFileSync(here.path('.git/config'), settings)
  git('add', '-A')
  git('commit', '--quiet', '-m', 'Start')
  return withGit(here)
}

/** Of a folder that is a repository already. */
export function withGit(here: Project): TestRepository {
  const git = gitOf(here.root)
  return { ...here, git, at: (branch, file) => git('show', `${branch}:${file}`) }
}

const gitOf =
  (root: string) =>
  (...words: readonly string[]) =>
    execFileSync('git', words, {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: join(root, '../home'), GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })

/** Everything a person could see of their checkout: files, index, stash, branches that they made. */
export function checkoutOf({ git, snapshot }: TestRepository) {
  const files = Object.fromEntries(
    Object.entries(snapshot()).filter(([path]) => !path.startsWith('.fixpoint/local/')),
  )
  return {
    files,
    status: git('status', '--porcelain'),
    head: git('rev-parse', 'HEAD'),
    stash: git('stash', 'list'),
  }
}
