// Coverage from Cobertura XML, as coverage.py, Istanbul, coverlet, gocover-cobertura and others write it. Pure over its text.

import { type Diagnostic, error } from '../base/diagnostic.ts'
import { CoverageBuilder, type CoverageReport, readCount } from './coverage.ts'
import { type ReportPlace, repositoryPath } from './place.ts'
import { readXml, type XmlElement, type XmlListener } from './xml.ts'

/** Reads a report; files outside the repository are left out. */
export function readCobertura(text: string, place: ReportPlace): CoverageReport {
  const reader = new CoberturaReader(place)
  const problems = readXml(text, place.report, roots, reader)
  return { coverage: reader.coverage.result(), problems: [...problems, ...reader.problems] }
}

const roots = { kind: 'Cobertura', names: ['coverage'] }

interface Method {
  readonly name: string
  hits: number | undefined
  line: number | undefined
}

class CoberturaReader implements XmlListener {
  /** Classes that share a file, and methods beside their class, are views of the same run. */
  readonly coverage = new CoverageBuilder(Math.max)
  readonly problems: Diagnostic[] = []
  readonly #place: ReportPlace
  readonly #sources: string[] = []
  #source: string | undefined
  #file: string | undefined
  #method: Method | undefined

  constructor(place: ReportPlace) {
    this.#place = place
  }

  readonly open = (element: XmlElement): void => {
    const { name, attributes } = element
    if (name === 'source') this.#source = ''
    else if (name === 'class') this.#file = this.#resolve(attributes.filename ?? '')
    else if (name === 'method')
      this.#method = {
        name: attributes.name ?? '',
        hits: readCount(attributes.hits),
        line: undefined,
      }
    else if (name === 'line') this.#line(element)
    else if (name === 'project') this.#refuse(element, 'this is a Clover report')
  }

  readonly text = (text: string): void => {
    if (this.#source !== undefined) this.#source += text
  }

  readonly close = (name: string): void => {
    if (name === 'source') this.#endSource()
    else if (name === 'method') this.#endMethod()
    else if (name === 'class') this.#file = undefined
  }

  #refuse({ line }: XmlElement, message: string): void {
    const at = { file: this.#place.report, line }
    const fix = 'have the tool write Cobertura XML, or lcov'
    this.problems.push(error('report/cobertura', message, { at, fix }))
  }

  /** Relative names are relative to one of the sources, which may lie on another machine. */
  #resolve(filename: string): string | undefined {
    if (filename === '') return undefined
    const { isFile } = this.#place
    const below = this.#sources
      .map(source => repositoryPath(`${source}/${filename}`, this.#place))
      .filter(path => path !== undefined)
    const known = isFile && below.find(isFile)
    return known ?? (isFile ? undefined : below[0]) ?? repositoryPath(filename, this.#place)
  }

  #line({ attributes, line }: XmlElement): void {
    const [number, hits] = [readCount(attributes.number), readCount(attributes.hits)]
    if (number === undefined || hits === undefined)
      return this.#refuse({ name: 'line', attributes, line }, 'a line without number or hits')
    if (this.#file !== undefined) this.coverage.line(this.#file, number, hits)
    if (!this.#method || this.#method.line !== undefined) return
    this.#method.line = number
    this.#method.hits ??= hits
  }

  #endSource(): void {
    // One source in another, which no tool writes: the inner one counts.
    if (this.#source === undefined) return
    const source = this.#source.trim().replace(/\/+$/, '')
    this.#sources.push(source === '' || source === '.' ? '.' : source)
    this.#source = undefined
  }

  #endMethod(): void {
    const { name, line, hits } = this.#method ?? {}
    if (this.#file !== undefined && line !== undefined)
      this.coverage.function(this.#file, name!, line, hits ?? 0)
    this.#method = undefined
  }
}
