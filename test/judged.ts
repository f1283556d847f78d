// The verdicts on a small repository: its files are written to a folder of their own, read, and weighed.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Outcomes } from '../src/checks/evidence/outcomes/outcomes.ts'
import { readEvidence } from '../src/checks/evidence/read.ts'
import { openCodebase } from '../src/code/open.ts'
import type { Evidence } from '../src/evidence/weigh.ts'
import { readSpec } from '../src/spec/read.ts'

const noOutcomes: Outcomes = {
  checks: async () => [],
  failedTests: () => [],
  coveredLines: new Map(),
}

/** `resources` are YAML below `resources:`, two spaces in. */
export async function judge(
  files: Readonly<Record<string, string>>,
  resources: string,
): Promise<ReadonlyMap<string, Evidence>> {
  const root = mkdtempSync(join(tmpdir(), 'fixpoint-judged-'))
  try {
    const spec = `version: "1"\nresources:\n${resources}`
    for (const [path, text] of Object.entries({ ...files, 'fixpoint.spec.yaml': spec })) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    const read = await readSpec(root, 'fixpoint.spec.yaml', undefined)
    const named = read.spec.resources.flatMap(each => each.files)
    const codebase = await openCodebase(root, { cacheFolder: undefined, named })
    const evidence = await readEvidence(read.spec, read.spec.resources, codebase, noOutcomes)
    return new Map(evidence.map(each => [each.address, each]))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
