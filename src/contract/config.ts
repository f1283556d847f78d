// The schema of `.fixpoint/config.yaml`: one home for every key of every room. A key lives here only while something reads it.

import * as z from 'zod/mini'
import { described } from './described.ts'

const text = () => z.string().check(z.minLength(1))
const words = () => z.array(text())
const duration = () => z.union([text(), z.number().check(z.minimum(0))])

/** No dots, so that a key of a check can be named: `checks.unit.timeout`. */
const checkName = () => z.string().check(z.regex(/^[A-Za-z0-9_][A-Za-z0-9_:-]*$/))
const variableName = () => z.string().check(z.regex(/^[A-Za-z_][A-Za-z0-9_]*\*?$/))

export const reportFormats = ['junit', 'lcov', 'cobertura'] as const

const buildCheck = () =>
  z.strictObject({
    command: z
      .union([text(), words()])
      .check(z.describe('A line for the shell, or a list of a program and its arguments.')),
    description: described(text(), 'What the check is for, in a few words.'),
    timeout: described(duration(), 'How long it may run: 90s, 15m. Ten minutes unless told.'),
    inputs: described(
      words(),
      'Globs of the files that the result depends on. The resource, what it imports and lock files unless told.',
    ),
    versions: described(words(), 'Programs whose `--version` the result depends on.'),
    parser: described(
      z.enum(['none', ...reportFormats]),
      'The format of the report that it writes.',
    ),
    report: described(text(), 'The file that the parser reads, relative to the repository root.'),
    environment: described(
      z.array(variableName()),
      'Names of variables that it sees besides PATH, HOME, locale and time zone; `NAME*` for all that begin so.',
    ),
  })

const buildAgent = () =>
  z.strictObject({
    command: z
      .union([text(), words()])
      .check(
        z.describe(
          'A line for the shell, or a list of a program and its arguments. It reads its brief on stdin, or from the file {brief}.',
        ),
      ),
    environment: described(
      z.array(variableName()),
      'Names of variables that it sees besides PATH, HOME, locale and time zone; their values are kept out of transcripts.',
    ),
    timeout: described(duration(), 'How long one session may take: 30m, 2h. One hour unless told.'),
    silence: described(duration(), 'How long it may print nothing before it counts as hanging.'),
  })

const build = () =>
  z.strictObject({
    spec: described(text(), 'Path of the spec file, relative to the repository root.'),
    state: described(text(), 'Path of the state file, relative to the repository root.'),
    lock_timeout: described(
      duration(),
      'How long to wait for the lock of the state: 30s, 2m; 0 for not at all.',
    ),
    agent: described(text(), 'Who marks resources when --agent is not given.'),
    agents: described(
      z.record(checkName(), buildAgent()),
      'Programs that do the work of units: any command that reads a brief and ends with a result.',
    ),
    workspace: described(
      z.strictObject({
        setup: described(
          text(),
          'Makes a fresh workspace able to run: npm ci. Run once for each state of the lock files.',
        ),
        environment: described(
          z.array(variableName()),
          'Names of variables that agents and setup see besides the usual ones.',
        ),
        carry: described(
          words(),
          'Paths and globs of files that git does not track and every workspace gets a copy of: .env.',
        ),
        ports: described(
          z.strictObject({
            range: described(text(), 'The first and the last: 20000-29999.'),
            count: described(
              z.number().check(z.int(), z.minimum(1)),
              'How many each workspace gets; 10 unless told.',
            ),
          }),
          'TCP ports that workspaces share out among themselves.',
        ),
      }),
      'What every workspace of an agent needs.',
    ),
    budgets: described(
      z.strictObject({
        run: described(
          z.strictObject({ time: described(duration(), 'How long all agents of a run may work.') }),
          'What one run may use.',
        ),
        day: described(
          z.strictObject({
            time: described(duration(), 'How long all agents of the project may work, UTC.'),
          }),
          'What one day may use.',
        ),
      }),
      'What agents may use before a person is asked: sessions end in good order, and their work is kept.',
    ),
    commit: described(
      z.strictObject({
        message: described(
          text(),
          'What the commit of a landing says: {unit}, {attempt}, {agent}, {title} and {body} are replaced. Trailers follow.',
        ),
        hooks: described(
          z.boolean(),
          "Whether the repository's own pre-commit and commit-msg hooks judge what lands: true unless told. One that changes files has refused.",
        ),
      }),
      'How what lands is committed.',
    ),
    notify: described(
      z.strictObject({
        on: described(
          z.array(z.enum(['blocked', 'gate', 'budget', 'finished'])),
          'Of what: blocked, gate, budget, finished; all of them unless told.',
        ),
        desktop: described(z.boolean(), 'Show it on the desktop, by notify-send or osascript.'),
        webhook: described(
          words(),
          'Addresses that get a JSON document by POST: https, or http to this machine.',
        ),
        command: described(
          z.union([text(), words()]),
          'A line for the shell, or a program and its arguments, that reads the JSON document on stdin.',
        ),
        environment: described(
          z.array(variableName()),
          'Names of variables that the command sees besides the usual ones.',
        ),
      }),
      'Who is told when a unit or gate waits for a person, a budget stops a session, or a run has finished.',
    ),
    retention: described(
      z.strictObject({
        transcripts: described(
          duration(),
          'How long what an attempt said stays after its unit has ended: 30d unless told.',
        ),
        attempts: described(
          duration(),
          'How long the trees of a unit stay that ended without landing: 14d unless told.',
        ),
        checks: described(duration(), 'How long results of checks stay: 30d unless told.'),
        workspaces: described(
          z.number().check(z.int(), z.minimum(0)),
          'How many idle workspaces stay for the next attempts: 4 unless told.',
        ),
      }),
      'How long `fixpoint gc` leaves what nobody works with any more.',
    ),
    checks: described(z.record(checkName(), buildCheck()), 'Named commands that prove something.'),
    reports: described(
      z.strictObject({
        junit: described(words(), 'Globs of JUnit reports that your own CI wrote.'),
        lcov: described(words(), 'Globs of lcov tracefiles that your own CI wrote.'),
        cobertura: described(words(), 'Globs of Cobertura reports that your own CI wrote.'),
      }),
      'Report files of your own CI that count as evidence.',
    ),
    ci: z.optional(
      z.strictObject({
        fail_under: described(
          z.number().check(z.minimum(0), z.maximum(100)),
          'Exit 2 when convergence is below this percentage.',
        ),
        fail_on_incomplete: described(
          z.boolean(),
          'Exit 2 while a required resource is not implemented.',
        ),
      }),
    ),
  })

let built: ReturnType<typeof build> | undefined

/** Made when it is first asked for: a project without a config file never needs it. */
export function configSchema(): ReturnType<typeof build> {
  built ??= build()
  return built
}

export type ConfigFile = z.infer<ReturnType<typeof build>>
export type AgentConfig = z.infer<ReturnType<typeof buildAgent>>
export type CheckConfig = z.infer<ReturnType<typeof buildCheck>>
export type ReportFormat = (typeof reportFormats)[number]
