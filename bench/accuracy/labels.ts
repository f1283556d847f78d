// The labelled corpus as data: which repositories there are, what a reviewer said of their resources, and to which
// half each label belongs. Never runs the analyser and never writes.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../src/base/hash.ts'
import { compareText } from '../../src/base/order.ts'

export type Verdict = 'implemented' | 'partial' | 'missing'
export type Half = 'tuning' | 'held-out'

export interface Label {
  readonly repository: string
  readonly resource: string
  readonly verdict: Verdict
  readonly case: string
  readonly why: string
}

/** Every label of the corpus, by repository and then in the order of its file. */
export function readLabels(corpus: string): Label[] {
  return repositories(corpus).flatMap(repository => {
    const file = join(corpus, repository, 'labels.json')
    const labels: unknown = JSON.parse(readFileSync(file, 'utf8'))
    assertList(labels, file)
    return labels.map((label, index) => readLabel(label, repository, `${file}[${index}]`))
  })
}

/** Chosen by hash before anything was measured: nobody picks which labels are held out. */
export function halfOf(label: Pick<Label, 'repository' | 'resource'>): Half {
  const digit = Number.parseInt(sha256(`${label.repository}/${label.resource}`).charAt(0), 16)
  return digit % 2 === 0 ? 'tuning' : 'held-out'
}

export function repositories(corpus: string): string[] {
  return readdirSync(corpus, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort(compareText)
}

function readLabel(value: unknown, repository: string, where: string): Label {
  const field = (name: string) => textField(value, name, where)
  const verdict = field('verdict')
  if (!isVerdict(verdict)) throw new Error(`${where}: ${verdict} is no verdict of the corpus`)
  return {
    repository,
    resource: field('resource'),
    verdict,
    case: field('case'),
    why: field('why'),
  }
}

function textField(value: unknown, name: string, where: string): string {
  const found = value !== null && typeof value === 'object' ? Reflect.get(value, name) : undefined
  if (typeof found !== 'string' || found === '') throw new Error(`${where}: ${name} is not a text`)
  return found
}

function isVerdict(text: string): text is Verdict {
  return text === 'implemented' || text === 'partial' || text === 'missing'
}

function assertList(value: unknown, file: string): asserts value is unknown[] {
  if (!Array.isArray(value)) throw new Error(`${file}: not a list of labels`)
}
