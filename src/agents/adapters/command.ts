// The agent that is any program: the prompt on stdin or as a file, the result as a fenced block on stdout, its processes contained and
// dead when this returns. Judges nothing.

import { writeFileSync } from 'node:fs'
import {
  type ContainedCommand,
  type ContainedResult,
  runContained,
} from '../../base/containment.ts'
import { type KeptOutput, OutputKeeper, outputText } from '../../base/kept-output.ts'
import { shellWord } from '../../base/shell-word.ts'
import type { AgentRecipe } from '../../contract/order.ts'
import { LineRedactor, type Redact } from '../redact.ts'
import { readResult } from '../result.ts'
import type { Session, SessionEnd } from '../session.ts'
import { turnsIn } from '../turns.ts'

export interface CommandSession {
  readonly recipe: AgentRecipe
  readonly prompt: string
  /** Where the prompt is written for a command that names `{brief}`; outside the folder that it works in. */
  readonly promptFile: string
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  readonly redact: Redact
  /** Redacted output, in whole lines. */
  readonly onText: (channel: 'stdout' | 'stderr', text: string) => void | Promise<void>
  /** A turn is over, in the agent's words; its output is not read on before this is done. */
  readonly onTurn: (words: string) => Promise<void>
  readonly signal: AbortSignal
}

/** What is kept of stdout to read the result from: its end. */
const KEEP_BYTES = 512 * 1024
const SAID_LINES = 20

export async function runCommandAgent(session: CommandSession): Promise<Session> {
  const stdout = new OutputKeeper(KEEP_BYTES)
  const lines = {
    stdout: new LineRedactor(session.redact),
    stderr: new LineRedactor(session.redact),
  }
  const ran = await runContained({
    ...commandOf(session),
    onOutput: (bytes, from) => {
      if (from === 'stdout') stdout.take(bytes)
      const text = lines[from].take(bytes)
      return text === '' ? undefined : passOn(session, from, text)
    },
  })
  for (const channel of ['stdout', 'stderr'] as const) {
    const rest = lines[channel].end()
    if (rest !== '') await passOn(session, channel, rest)
  }
  const end = endOf(ran, stdout.result(), session.redact)
  return { end, durationMs: ran.durationMs, tier: ran.tier }
}

async function passOn(
  session: CommandSession,
  channel: 'stdout' | 'stderr',
  text: string,
): Promise<void> {
  await session.onText(channel, text)
  if (channel === 'stdout') for (const words of turnsIn(text)) await session.onTurn(words)
}

function commandOf(session: CommandSession): ContainedCommand {
  const { recipe, prompt, promptFile, folder: cwd, environment, signal } = session
  const { timeoutMs, silenceMs } = recipe
  const takesFile = [recipe.command].flat().some(each => each.includes('{brief}'))
  if (takesFile) writeFileSync(promptFile, prompt)
  return {
    command: takesFile ? withFile(recipe.command, promptFile) : recipe.command,
    ...(!takesFile && { stdin: prompt }),
    cwd,
    environment,
    signal,
    timeoutMs,
    ...(silenceMs !== undefined && { silenceMs }),
  }
}

function withFile(command: AgentRecipe['command'], file: string): AgentRecipe['command'] {
  return typeof command === 'string'
    ? command.replaceAll('{brief}', () => shellWord(file))
    : command.map(each => each.replaceAll('{brief}', file))
}

function endOf(
  { ending, output, survivors }: ContainedResult,
  stdout: KeptOutput,
  redact: Redact,
): SessionEnd {
  if (survivors.length > 0) return { kind: 'unkillable', pids: survivors }
  switch (ending.kind) {
    case 'exit':
      if (ending.exitCode === 0) return { kind: 'ended', result: readResult(outputText(stdout)) }
      return {
        kind: 'crashed',
        how: ending.signal === undefined ? `exit code ${ending.exitCode}` : ending.signal,
        said: lastLines(redact(outputText(output))),
      }
    case 'silence':
      return { kind: 'silent', limitMs: ending.limitMs }
    default:
      return ending
  }
}

const lastLines = (text: string) => text.trimEnd().split('\n').slice(-SAID_LINES).join('\n')
