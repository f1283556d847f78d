// Holds the analyser against the labelled corpora: precision and recall by verdict and by language, for the halves of each
// apart. What is held out is only ever measured. Writes the tables of docs/accuracy.md with --write.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Outcomes } from '../../src/checks/evidence/outcomes/outcomes.ts'
import { readEvidence } from '../../src/checks/evidence/read.ts'
import { openCodebase } from '../../src/code/open.ts'
import type { Evidence } from '../../src/evidence/weigh.ts'
import { readSpec } from '../../src/spec/read.ts'
import { type Half, halfOf, type Label, readLabels, repositories, type Verdict } from './labels.ts'

/** The later three were first measured whole, before anybody had looked into them. */
const corpora = ['corpus', 'blind', 'third', 'fourth'] as const

type Corpus = (typeof corpora)[number]

const titles: Readonly<Record<Corpus, string>> = {
  corpus: 'first corpus',
  blind: 'blind corpus',
  third: 'third corpus',
  fourth: 'fourth corpus',
}

interface Judged extends Label {
  readonly corpus: Corpus
  readonly half: Half
  readonly said: Verdict
  readonly reason: string
  readonly language: string
}

const noOutcomes: Outcomes = {
  checks: async () => [],
  failedTests: () => [],
  coveredLines: new Map(),
}

const folderOf = (corpus: Corpus) => join(import.meta.dirname, corpus)

async function judge(corpus: Corpus, repository: string): Promise<Map<string, Evidence>> {
  const folder = mkdtempSync(join(tmpdir(), 'fixpoint-accuracy-'))
  try {
    cpSync(join(folderOf(corpus), repository), folder, {
      recursive: true,
      filter: path => !path.endsWith('labels.json'),
    })
    const { spec } = await readSpec(folder, 'fixpoint.spec.yaml', undefined)
    const named = spec.resources.flatMap(each => each.files)
    const codebase = await openCodebase(folder, { cacheFolder: undefined, named })
    const evidence = await readEvidence(spec, spec.resources, codebase, noOutcomes)
    return new Map(evidence.map(each => [each.address, each]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const languages: Readonly<Record<string, string>> = {
  py: 'Python',
  ts: 'TypeScript',
  tsx: 'TypeScript',
  js: 'JavaScript',
  mjs: 'JavaScript',
  cjs: 'JavaScript',
  sol: 'Solidity',
  go: 'Go',
  rs: 'Rust',
  java: 'Java',
  rb: 'Ruby',
  php: 'PHP',
  cs: 'C#',
  kt: 'Kotlin',
  swift: 'Swift',
  cpp: 'C++',
  cc: 'C++',
  c: 'C++',
}

/** The language that most files of a repository are written in. */
function languageOf(corpus: Corpus, repository: string): string {
  const counts = new Map<string, number>()
  const files = readdirSync(join(folderOf(corpus), repository), {
    recursive: true,
    encoding: 'utf8',
  })
  for (const file of files) {
    const language = languages[file.slice(file.lastIndexOf('.') + 1)]
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none'
}

async function measure(corpus: Corpus): Promise<Judged[]> {
  const labels = readLabels(folderOf(corpus))
  const judged: Judged[] = []
  for (const repository of repositories(folderOf(corpus))) {
    const evidence = await judge(corpus, repository)
    const language = languageOf(corpus, repository)
    for (const label of labels.filter(each => each.repository === repository)) {
      const found = evidence.get(label.resource)
      if (!found) throw new Error(`${repository} has no resource ${label.resource}`)
      judged.push({
        ...label,
        corpus,
        half: halfOf(label),
        said: found.status as Verdict,
        reason: found.reason ?? '',
        language,
      })
    }
  }
  return judged
}

/** The 95 % interval of a share, by Wilson. */
function wilson(good: number, all: number): string {
  if (all === 0) return 'none'
  const z = 1.96
  const share = good / all
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all)
  const reach =
    (z / (1 + (z * z) / all)) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))
  return `${share.toFixed(3)} [${(middle - reach).toFixed(3)}, ${Math.min(1, middle + reach).toFixed(3)}] (${good}/${all})`
}

function rows(
  judged: readonly Judged[],
  verdict: Verdict,
): readonly [precision: string, recall: string] {
  const said = judged.filter(each => each.said === verdict)
  const meant = judged.filter(each => each.verdict === verdict)
  const right = said.filter(each => each.verdict === verdict).length
  return [wilson(right, said.length), wilson(right, meant.length)]
}

const verdicts: readonly Verdict[] = ['implemented', 'partial', 'missing']

function table(judged: readonly Judged[]): string {
  return [
    '| share | verdict | precision | recall |',
    '| --- | --- | --- | --- |',
    ...corpora.flatMap(corpus => shareRows(judged, corpus)),
    ...corpora.flatMap(corpus => [
      '',
      ...languageTable(
        judged.filter(each => each.corpus === corpus),
        titles[corpus],
      ),
    ]),
  ].join('\n')
}

function shareRows(judged: readonly Judged[], corpus: Corpus): string[] {
  return (['tuning', 'held-out'] as const).flatMap(half => {
    const own = judged.filter(each => each.corpus === corpus && each.half === half)
    const share = corpus === 'corpus' ? half : `${corpus}, ${half}`
    return verdicts.map(verdict => `| ${share} | ${verdict} | ${rows(own, verdict).join(' | ')} |`)
  })
}

function languageTable(judged: readonly Judged[], title: string): string[] {
  const byLanguage = [...new Set(judged.map(each => each.language))].sort()
  return [
    `| ${title} | resources | precision of implemented | recall of implemented |`,
    '| --- | --- | --- | --- |',
    ...byLanguage.map(language => {
      const own = judged.filter(each => each.language === language)
      return `| ${language} | ${own.length} | ${rows(own, 'implemented').join(' | ')} |`
    }),
  ]
}

/** What the tool gets wrong stays in the corpus and is listed; of what is held out only the counts are shown. */
function mistakes(judged: readonly Judged[]): string {
  const wrong = judged.filter(each => each.half === 'tuning' && each.said !== each.verdict)
  return wrong
    .map(
      each =>
        `- ${each.repository} ${each.resource} (${each.case}): said ${each.said}, is ${each.verdict}; ${each.reason || 'no reason'}`,
    )
    .join('\n')
}

const judged = (await Promise.all(corpora.map(measure))).flat()
console.log(table(judged))
console.log(`\nWrong in the tuning halves:\n${mistakes(judged)}`)
if (process.argv.includes('--write')) {
  const page = join(import.meta.dirname, '../../docs/accuracy.md')
  const [head] = readFileSync(page, 'utf8').split('| share |')
  writeFileSync(page, `${head}${table(judged)}\n`)
}
