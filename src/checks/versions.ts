// What programs say of their own version, so that a result made by another version is never taken for one of this.

import { runContained } from '../base/containment.ts'
import { outputText } from '../base/kept-output.ts'

const LIMIT_MS = 10_000
const KEEP_BYTES = 2_048

/** One text for each program; that one is absent, or does not say, is an answer too. */
export async function readVersions(
  programs: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const versions = await Promise.all(
    programs.map(async program => [program, await versionOf(program, cwd, environment)]),
  )
  return Object.fromEntries(versions)
}

async function versionOf(
  program: string,
  cwd: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const { ending, output } = await runContained({
    command: [program, '--version'],
    cwd,
    environment,
    timeoutMs: LIMIT_MS,
    keepBytes: KEEP_BYTES,
  })
  if (ending.kind === 'not-started') return ending.problem.message
  return ending.kind === 'exit' && ending.exitCode === 0 ? outputText(output).trim() : ending.kind
}
