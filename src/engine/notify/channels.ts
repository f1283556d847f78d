// The ways a notice takes: a webhook, a command, the desktop. Each answers why it failed, or nothing; none takes longer than its limit.

import { allowedEnvironment } from '../../base/allowed-environment.ts'
import { runContained } from '../../base/containment.ts'
import { findProgram } from '../../base/find-program.ts'
import type { Environment } from '../../workspace/git.ts'
import { type Notice, noticeText } from './notice.ts'
import type { NotifySettings } from './settings.ts'

export interface Channel {
  /** For people; never an address, which may be a secret. */
  readonly name: string
  readonly send: (notice: Notice) => Promise<string | undefined>
}

export const LIMIT_MS = 10_000

export function channelsOf(
  { webhooks, command, environment: names, isDesktop }: NotifySettings,
  root: string,
  environment: Environment,
): readonly Channel[] {
  return [
    ...webhooks.map(url => ({
      name: `webhook on ${new URL(url).host}`,
      send: (notice: Notice) => post(url, notice),
    })),
    ...(command === undefined
      ? []
      : [
          {
            name: 'command',
            send: (notice: Notice) =>
              start(
                command,
                `${JSON.stringify(notice)}\n`,
                root,
                allowedEnvironment(environment, names),
              ),
          },
        ]),
    ...(isDesktop
      ? [{ name: 'desktop', send: (notice: Notice) => show(notice, root, environment) }]
      : []),
  ]
}

/** Only to the address that was configured: an answer that leads elsewhere is not followed. */
async function post(url: string, notice: Notice): Promise<string | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(notice),
      redirect: 'manual',
      signal: AbortSignal.timeout(LIMIT_MS),
    })
    await answer.body?.cancel()
    if (answer.ok) return undefined
    const isElsewhere = answer.status >= 300 && answer.status < 400
    return `it answered ${answer.status}${isElsewhere ? ', which leads elsewhere and is not followed' : ''}`
  } catch (cause) {
    // Whatever the network does is no trouble of the run.
    const { name, message, cause: inner } = cause as Error
    if (name === 'TimeoutError') return `it did not answer within ${LIMIT_MS / 1000} s`
    return (inner as NodeJS.ErrnoException | undefined)?.code ?? message
  }
}

async function start(
  command: string | readonly string[],
  stdin: string,
  cwd: string,
  environment: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const { ending } = await runContained({ command, stdin, cwd, environment, timeoutMs: LIMIT_MS })
  if (ending.kind === 'exit')
    return ending.exitCode === 0 ? undefined : `it ended with exit code ${ending.exitCode}`
  if (ending.kind === 'not-started') return ending.problem.message
  return `it did not end within ${LIMIT_MS / 1000} s`
}

/** How to reach the screen of whoever works here. */
const screenNames = ['DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR']

export function desktopProgram(searchPath: string | undefined, cwd: string): string | undefined {
  const names = ['notify-send', 'osascript']
  return names.find(name => findProgram(name, { searchPath, cwd }).path !== undefined)
}

async function show(
  notice: Notice,
  root: string,
  environment: Environment,
): Promise<string | undefined> {
  const program = desktopProgram(environment.PATH, root)
  if (program === undefined) return 'neither notify-send nor osascript is on PATH'
  const text = noticeText(notice)
  const words =
    program === 'notify-send'
      ? [program, '--app-name=fixpoint', 'fixpoint', text]
      : [program, ...appleLines.flatMap(each => ['-e', each]), text]
  return start(words, '', root, allowedEnvironment(environment, screenNames))
}

const appleLines = [
  'on run argv',
  'display notification (item 1 of argv) with title "fixpoint"',
  'end run',
]
