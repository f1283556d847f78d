// Test results from JUnit XML, in the dialects of jest-junit, vitest, pytest, surefire, gotestsum, nextest, node:test, mocha and PHPUnit.
// Pure over its text: whatever is wrong with a report is a diagnostic, and what stood before it counts.

import { type Diagnostic, warning } from '../base/diagnostic.ts'
import type { TestCase, TestOutcome } from '../contract/check-result.ts'
import { placesIn, type ReportPlace, repositoryPath } from './place.ts'
import { readXml, type XmlElement, type XmlListener } from './xml.ts'

export interface JUnitReport {
  readonly tests: readonly TestCase[]
  readonly problems: readonly Diagnostic[]
}

const MAX_TESTS = 200_000
const MAX_MESSAGE = 8 * 1024

/** Reads a report; paths are made relative to the repository root. */
export function readJUnit(text: string, place: ReportPlace): JUnitReport {
  const builder = new TestBuilder(place)
  const problems = readXml(text, place.report, roots, builder)
  return { tests: builder.tests, problems: [...problems, ...builder.problems] }
}

const roots = { kind: 'JUnit', names: ['testsuites', 'testsuite'] }

interface Draft {
  readonly attributes: Readonly<Record<string, string>>
  outcome: TestOutcome
  title: string
  text: string
}

const outcomes: ReadonlyMap<string, TestOutcome> = new Map([
  ['failure', 'failed'],
  ['error', 'error'],
  ['skipped', 'skipped'],
  ['disabled', 'skipped'],
])

/** What gtest and its kin say instead of an element. */
const skippedStatus = new Set(['notrun', 'disabled', 'skipped', 'suppressed'])

class TestBuilder implements XmlListener {
  readonly tests: TestCase[] = []
  readonly problems: Diagnostic[] = []
  readonly #place: ReportPlace
  readonly #suites: Readonly<Record<string, string>>[] = []
  /** Of each open suite: something in it has spoken for itself. */
  readonly #spoken: boolean[] = []
  #draft: Draft | undefined
  /** The element whose text is the message of the draft. */
  #heard: string | undefined

  constructor(place: ReportPlace) {
    this.#place = place
  }

  readonly open = ({ name, attributes }: XmlElement): void => {
    if (name === 'testsuite') {
      this.#spoken.fill(true)
      this.#spoken.push(false)
      this.#suites.push(attributes)
    } else if (name === 'testcase') this.#draft = newDraft(attributes)
    else if (outcomes.has(name) && this.#heard === undefined) this.#verdict(name, attributes)
  }

  readonly text = (text: string): void => {
    if (this.#heard === undefined || !this.#draft) return
    this.#draft.text += text.slice(0, MAX_MESSAGE - this.#draft.text.length)
  }

  readonly close = (name: string): void => {
    if (name === this.#heard) this.#heard = undefined
    if (name === 'testcase') this.#finish()
    if (name !== 'testsuite') return
    this.#finish()
    if (this.#spoken.pop() === false) this.#silent()
    this.#suites.pop()
  }

  /** A suite that only counts its failures fails as a test of its own name. */
  #silent(): void {
    const { name = '', failures = '', errors = '' } = this.#suites.at(-1) ?? {}
    const failed = Number(failures) || Number(errors) || 0
    if (failed <= 0) return
    this.#verdict(Number(failures) > 0 ? 'failure' : 'error', {
      message: `${name} failed, and the report names no test of it`,
    })
    this.#heard = undefined
    this.#finish()
  }

  /** A suite that could not even start fails as a test of its own name. Of several verdicts the first that is none of skipping counts. */
  #verdict(name: string, attributes: Readonly<Record<string, string>>): void {
    const suite = this.#suites.at(-1)
    this.#draft ??= suite && newDraft({ name: suite.name ?? '' })
    const draft = this.#draft
    if (!draft || (draft.outcome !== 'passed' && draft.outcome !== 'skipped')) return
    draft.outcome = outcomes.get(name)!
    draft.title = (attributes.message ?? attributes.type ?? '').slice(0, MAX_MESSAGE)
    draft.text = ''
    this.#heard = name
  }

  #finish(): void {
    if (this.#draft) this.#spoken.fill(true)
    if (this.#draft && this.tests.length < MAX_TESTS)
      this.tests.push(testOf(this.#draft, this.#suites, this.#place))
    else if (this.#draft && this.problems.every(each => each.code !== 'report/too-many'))
      this.problems.push(
        warning('report/too-many', `only the first ${MAX_TESTS} tests are read`, {
          at: { file: this.#place.report },
        }),
      )
    this.#draft = undefined
  }
}

function newDraft(attributes: Readonly<Record<string, string>>): Draft {
  const status = attributes.status ?? attributes.result ?? ''
  const outcome = skippedStatus.has(status) ? 'skipped' : 'passed'
  return { attributes, outcome, title: '', text: '' }
}

type Suites = readonly Readonly<Record<string, string>>[]

function testOf(draft: Draft, suites: Suites, place: ReportPlace): TestCase {
  const { attributes, outcome } = draft
  const message = messageOf(draft)
  const file = fileOf(attributes, suites, place)
  const where = placeOf(
    file,
    lineOf(attributes, suites),
    outcome === 'skipped' ? '' : message,
    place,
  )
  const name = attributes.name ?? ''
  return {
    suite: suiteOf(attributes, suites),
    name,
    ...where,
    outcome,
    message,
    durationMs: duration(attributes),
  }
}

/** jest-junit writes the test's name as its class, too; then the suites around it say more. */
function suiteOf({ classname, name }: Draft['attributes'], suites: Suites): string {
  if (classname && classname !== name) return classname
  return suites.flatMap(each => each.name || []).join(' > ')
}

/** Tools repeat the title in the first line of the text, or they do not. */
function messageOf({ outcome, title, text }: Draft): string {
  if (outcome === 'passed') return ''
  const body = text.trim()
  if (firstLine(body).includes(firstLine(title.trim()))) return body
  return (body === '' ? title : `${title}\n${body}`).slice(0, MAX_MESSAGE).trim()
}

const firstLine = (text: string) => text.split('\n', 1)[0]!

/** Old versions of surefire group thousands. */
function duration({ time = '' }: Draft['attributes']): number {
  const seconds = Number(time.replaceAll(',', ''))
  return Number.isFinite(seconds) ? Math.max(0, Math.round(seconds * 1000)) : 0
}

/** vitest and its kin write the file as the class or the suite; a name without a folder is a file only when it is known to be one. */
function fileOf(
  attributes: Draft['attributes'],
  suites: Suites,
  place: ReportPlace,
): string | undefined {
  const told = [attributes, ...suites.toReversed()]
    .map(each => each.file ?? each.filepath)
    .find(Boolean)
  if (told) return repositoryPath(told, place)
  return [attributes.classname, ...suites.toReversed().map(each => each.name)]
    .filter(each => each !== undefined && /^[^\s:]{1,512}\.\w{1,5}$/.test(each))
    .map(each => repositoryPath(each!, place))
    .find(each => each !== undefined && (place.isFile?.(each) ?? each.includes('/')))
}

/** pytest counts lines from nought. */
function lineOf({ line }: Draft['attributes'], suites: Suites): number | undefined {
  if (line === undefined || !/^\d{1,7}$/.test(line)) return undefined
  return Number(line) + (suites.some(each => each.name === 'pytest') ? 1 : 0)
}

/** What the attributes leave open, the first place of the message that lies in this repository tells. */
function placeOf(
  file: string | undefined,
  line: number | undefined,
  message: string,
  place: ReportPlace,
): { file?: string; line?: number } {
  if (file !== undefined && line !== undefined) return { file, line }
  const found = placesIn(message)
    .map(each => ({ file: repositoryPath(each.file, place), line: each.line }))
    .find(each => (file === undefined ? isOwn(each.file, place) : each.file === file))
  const known = { file: file ?? found?.file, line: line ?? found?.line }
  return {
    ...(known.file !== undefined && { file: known.file }),
    ...(known.line !== undefined && known.file !== undefined && { line: known.line }),
  }
}

function isOwn(file: string | undefined, { isFile }: ReportPlace): boolean {
  if (file === undefined || /(^|\/)(node_modules|site-packages|vendor)\//.test(file)) return false
  return isFile?.(file) ?? file.includes('/')
}
