// Commits that a team accepts: their message, and the repository's own hooks as judges of what lands.

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { agentConfig, done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

function hook(here: TestRepository, path: string, script: string) {
  mkdirSync(dirname(here.path(path)), { recursive: true })
  writeFileSync(here.path(path), `#!/bin/sh\n${script}\n`)
  chmodSync(here.path(path), 0o755)
}

const good = unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}`, front: 'attempts: 1\n' })

function withUnit(config = '') {
  const here = repository({ '.fixpoint/config.yaml': agentConfig(config) })
  here.write('T01.md', good)
  return here
}

it('says what the template of the team says, with the trailers below', async () => {
  const here = withUnit('commit: { message: "feat({unit}): {title}" }\n')
  expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
  const message = here.git('log', '-1', '--format=%B', 'fixpoint/r1')
  expect(message).toMatch(/^feat\(r1\/T01\): Unit T01\n\nFixpoint-Unit: r1\/T01\n/)
})

it('is made by whom the git of the person names, wherever that git reads its settings', async () => {
  const here = withUnit()
  for (const key of ['user.name', 'user.email']) here.git('config', '--unset', key)
  const settings =
    '[user]\n\temail = work@example.org\n[author]\n\tname = Work\n[committer]\n\tname = Desk\n[format]\n\tsignOff = true\n'
  writeFileSync(here.path('../work.gitconfig'), settings)
  const given = { ...env, GIT_CONFIG_GLOBAL: here.path('../work.gitconfig') }
  expect((await here.fixpoint('run T01.md', { env: given })).exitCode).toBe(0)
  const said = here.git(
    'log',
    '-1',
    '--format=%an %ae, %cn %ce%n%(trailers:key=Signed-off-by)',
    'fixpoint/r1',
  )
  expect(said.trim()).toBe(
    'Work work@example.org, Desk work@example.org\nSigned-off-by: Desk <work@example.org>',
  )
})

it('is refused before anything starts where the template names what nothing replaces', async () => {
  const here = withUnit('commit: { message: "{titel} [{two words}]" }\n')
  const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
  expect(exitCode).toBe(1)
  expect(stderr).toMatch(
    /config\.yaml:\d+:\d+ config\/value commit\.message does not know \{titel\}; it knows \{unit\} \{attempt\} \{agent\} \{feature\} \{title\} \{body\}/,
  )
  expect((await here.fixpoint('validate .fixpoint/config.yaml')).exitCode).toBe(1)
})

it('lands what the hooks of the repository let pass, and takes nothing of what they write to the message', async () => {
  const here = withUnit()
  hook(
    here,
    '.git/hooks/pre-commit',
    'test "$(git diff --cached --name-only)" = src/b.txt && touch src/b.txt',
  )
  hook(here, '.git/hooks/commit-msg', 'grep -q "Unit T01" "$1" && echo changed > "$1"')
  expect(await here.fixpoint('run T01.md', { env })).toMatchObject({ exitCode: 0 })
  expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
  expect(here.git('log', '-1', '--format=%s', 'fixpoint/r1')).toBe('Unit T01\n')
})

it('lands nothing that a hook refuses, and the next attempt reads what the hook said', async () => {
  const here = repository()
  hook(
    here,
    '.git/hooks/pre-commit',
    'grep -q "say plea""se" src/b.txt || { echo "say please"; exit 3; }',
  )
  const script = `printf '%s' "$BRIEF" > src/b.txt\n${done}`
  here.write('T01.md', unitFile({ id: 'T01', script, front: 'attempts: 2\n' }))
  const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
  expect(stderr).toMatch(/the repository's pre-commit hook refused it with exit code 3/)
  expect(exitCode).toBe(0)
  expect(here.at('fixpoint/r1', 'src/b.txt')).toContain('say please')
})

it('runs hooks that lie in the tree, and no unit may change them unless it was told to', async () => {
  const here = repository({ '.fixpoint/config.yaml': agentConfig() })
  hook(here, 'hooks/commit-msg', 'grep -q JIRA "$1"')
  here.git('config', 'core.hooksPath', 'hooks')
  here.git('add', '-A')
  here.git('-c', 'core.hooksPath=/dev/null', 'commit', '-qm', 'Hooks')
  here.write('T01.md', good)
  expect((await here.fixpoint('run T01.md', { env })).stdout).toContain(
    'commit-msg hook refused it',
  )
  const script = `rm hooks/commit-msg\necho b > src/b.txt\n${done}`
  const claims = 'create: [src], delete: ["**"]'
  here.write('T02.md', unitFile({ id: 'T02', script, claims, front: 'attempts: 1\n' }))
  expect((await here.fixpoint('run T02.md', { env })).stdout).toMatch(/scope.*hooks\/commit-msg/)
})

it('takes a hook that changes files as one that refuses, and the next attempt reads what it wants', async () => {
  const here = repository()
  hook(
    here,
    '.git/hooks/pre-commit',
    'grep -q fixed src/b.txt || { echo fixed > src/b.txt; echo x > new.txt; git add -A; }',
  )
  const script = `printf '%s' "$BRIEF" > src/b.txt\n${done}`
  here.write('T01.md', unitFile({ id: 'T01', script, front: 'attempts: 2\n' }))
  const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
  expect(stderr).toMatch(/pre-commit hook wants other content in src\/b\.txt, new\.txt/)
  expect(exitCode).toBe(0)
  expect(here.at('fixpoint/r1', 'src/b.txt')).toContain('+fixed')
  expect(here.git('ls-tree', '--name-only', 'fixpoint/r1')).not.toContain('new.txt')
})

it('takes hooks that lie in the tree from the base, also where a unit may change them', async () => {
  const here = repository()
  hook(here, 'hooks/pre-commit', '! grep -q bad src/b.txt')
  here.git('config', 'core.hooksPath', 'hooks')
  here.git('add', '-A')
  here.git('-c', 'core.hooksPath=/dev/null', 'commit', '-qm', 'Hooks')
  const script = `echo bad > src/b.txt; printf '#!/bin/sh\\n' > hooks/pre-commit\n${done}`
  const claims = 'create: [src], edit: [hooks/pre-commit]'
  here.write('T01.md', unitFile({ id: 'T01', script, claims, front: 'attempts: 1\n' }))
  expect((await here.fixpoint('run T01.md', { env })).stdout).toContain(
    'pre-commit hook refused it',
  )
})

it('asks no hook where the config says so, and none that lies outside the repository', async () => {
  const off = withUnit('commit: { hooks: false }\n')
  hook(off, '.git/hooks/pre-commit', 'exit 1')
  expect((await off.fixpoint('run T01.md', { env })).exitCode).toBe(0)
  const outside = withUnit()
  hook(outside, '../elsewhere/pre-commit', 'exit 1')
  outside.git('config', 'core.hooksPath', outside.path('../elsewhere'))
  expect((await outside.fixpoint('run T01.md', { env })).exitCode).toBe(0)
})
