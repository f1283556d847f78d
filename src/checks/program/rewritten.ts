// Which parts of the checks a change set changes: what it brings would be judged by what it brings itself. Compares only; whether somebody
// granted it is for others to say.

import { compareText } from '../../base/order.ts'
import type { CheckOrder } from '../../contract/order.ts'
import { type Part, programOf, type ReadText, scriptsIn } from './program.ts'

export interface Rewritten {
  readonly check: string
  readonly path: string
  /** The scripts of `package.json` that are others now. */
  readonly scripts: readonly string[]
}

export interface Trees {
  /** The tree whose files the checks start. */
  readonly oracle: ReadText
  /** The file before and after the change. */
  readonly before: ReadText
  readonly after: ReadText
}

/** `changed` are all paths that the change set touches, old names of what was renamed among them. */
export async function rewrittenBy(
  changed: ReadonlySet<string>,
  checks: readonly CheckOrder[],
  trees: Trees,
): Promise<readonly Rewritten[]> {
  if (changed.size === 0) return []
  const found: Rewritten[] = []
  for (const check of checks) {
    const parts = await programOf(check, trees.oracle)
    for (const part of parts.flatMap(each => changedIn(each, changed))) {
      const scripts = await otherScripts(part, trees)
      if (scripts === undefined || scripts.length > 0)
        found.push({ check: check.name, path: part.path, scripts: scripts ?? [] })
    }
  }
  return found.sort((a, b) => compareText(a.path, b.path))
}

/** Files, each by itself. */
function changedIn(part: Part, changed: ReadonlySet<string>): readonly Part[] {
  if (!part.isFolder) return changed.has(part.path) ? [part] : []
  return [...changed].filter(each => each.startsWith(`${part.path}/`)).map(path => ({ path }))
}

/** Undefined where the whole file counts. */
async function otherScripts(
  { path, scripts }: Part,
  { before, after }: Trees,
): Promise<readonly string[] | undefined> {
  if (scripts === undefined) return undefined
  const [old, now] = [scriptsIn(await before(path)), scriptsIn(await after(path))]
  return scripts.filter(each => old?.[each] !== now?.[each])
}

/** `check.sh`, or `scripts.test of package.json`. */
export const rewrittenPart = ({ path, scripts }: Rewritten): string =>
  scripts.length === 0 ? path : `${scripts.map(each => `scripts.${each}`).join(' and ')} of ${path}`

export const rewrittenText = (each: Rewritten): string =>
  `${rewrittenPart(each)}, which check ${each.check} runs`
