// Which failed tests of a file are about a resource that names no tests of its own: one test that fails says nothing of what only the
// tests beside it use. Where that cannot be told from the file, the failure counts.

import type { Codebase } from '../../../code/codebase.ts'
import type { FailedTest, Mention } from '../../../evidence/facts.ts'

/** Of the failures those that may be about what the mentions refer to. */
export function failuresAbout(
  failed: readonly FailedTest[],
  mentions: readonly Mention[],
  codebase: Codebase,
): readonly FailedTest[] {
  return failed.filter(({ name, at: { file } }) => {
    const text = Buffer.from(codebase.bytes(file) ?? []).toString('utf8')
    const lines = text.replace(importing, each => each.replace(/[^\n]/g, ' ')).split('\n')
    const cases = casesIn(file, text, codebase)
    const own = casesCalled(name, cases)
    if (own.length === 0) return true
    const used = mentions.filter(each => each.at.file === file)
    const speaks = wordsOf(used)
    // Under another word it may be anywhere.
    if (used.some(each => !speaks(lines[each.at.line - 1] ?? ''))) return true
    return lines.some((line, at) => {
      const isIn = (each: Case) => each.line <= at + 1 && at + 1 <= each.endLine
      return speaks(line) && (own.some(isIn) || !cases.some(isIn))
    })
  })
}

/** What only brings names in, over as many lines as it likes. */
const importing =
  /^(?:import\b[^;]*?\bfrom\s*["'].*|(?:const|let|var)\s*\{[^}]*\}\s*=\s*(?:await\s+)?(?:require|import)\(.*|from\s+\S+\s+import\s*(?:\([^)]*\)|.*)|import\s+[\w.]+.*)$/gm

function wordsOf(used: readonly Mention[]): (line: string) => boolean {
  const words = [...new Set(used.map(each => escaped(each.name)))].join('|')
  const word = new RegExp(String.raw`(?<![\p{L}\p{N}_$])(?:${words})(?![\p{L}\p{N}_$])`, 'u')
  return line => words !== '' && word.test(line)
}

export interface Case {
  readonly title: string
  /** With the titles of the blocks around it: `Acc when empty total`. */
  readonly fullTitle: string
  readonly line: number
  readonly endLine: number
}

/** `Acc total`, `suite.test_add[1-2]` and `TestAdd/negative` are called by what stands in the file. */
export function isCalled(name: string, title: string): boolean {
  const plain = name.replace(/\[.*\]$/, '').replace(/\/.*$/, '')
  return [name, plain].some(
    each => each === title || new RegExp(String.raw`[\s.:>]${escaped(title)}$`).test(each),
  )
}

/** Those that the name has whole, with the blocks around them; else those of that title. */
function casesCalled(name: string, cases: readonly Case[]): readonly Case[] {
  const own = cases.filter(each => isCalled(name, each.title))
  const whole = own.filter(each => isCalledInFull(name, each))
  return whole.length > 0 ? whole : own
}

export const isCalledInFull = (name: string, { title, fullTitle }: Case): boolean =>
  fullTitle !== title && inWords(name).endsWith(inWords(fullTitle))

/** Tools part the titles with a space, `>`, `›` or `::`. */
const inWords = (text: string) => ` ${text.replace(/\s*(?:[>›]|::)\s*|\s+/g, ' ').trim()}`

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

export function casesIn(file: string, text: string, codebase: Codebase): readonly Case[] {
  const declared = (codebase.outline(file)?.declarations ?? [])
    .filter(each => each.isTest && /^(function|method)$/.test(each.kind))
    .map(({ name, line, endLine }) => ({ title: name, fullTitle: name, line, endLine }))
  return [...declared, ...calledCases(text)]
}

const opening = /^(\s*)(?:(describe|context|suite)|it|test|specify)(?:\.\w+)*\s*\(\s*(["'`])(.*?)\3/

/** `it('adds', () => { … })`: to the line that closes it, by its indent. */
function calledCases(text: string): readonly Case[] {
  const lines = text.split('\n')
  const around: { readonly width: number; readonly title: string }[] = []
  return lines.flatMap((line, at) => {
    const found = opening.exec(line)
    if (!found) return []
    const [width, title] = [found[1]!.length, found[4]!]
    while (around.length > 0 && around.at(-1)!.width >= width) around.pop()
    if (found[2] !== undefined) {
      around.push({ width, title })
      return []
    }
    const next = lines.findIndex(
      (each, index) => index > at && each.trim() !== '' && each.search(/\S/) <= width,
    )
    const isClosing =
      next >= 0 && /^\s*[})\]]/.test(lines[next]!) && lines[next]!.search(/\S/) === width
    const end = next < 0 ? lines.length : isClosing ? next + 1 : next
    const fullTitle = [...around.map(each => each.title), title].join(' ')
    return [{ title, fullTitle, line: at + 1, endLine: end }]
  })
}
