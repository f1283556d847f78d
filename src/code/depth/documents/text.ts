// Documents that are read line by line: headings of Markdown, variables of .env and .ini files, instructions of a Dockerfile.

import type { Named } from '../../model.ts'
import { dottedKeys, type Entry } from './entries.ts'

/** Of a heading; `# C#` has none. */
const closing = /(^|[ \t]+)#+$/

/** Headings outside fences, in both styles. */
export function markdownHeadings(text: string): readonly Named[] {
  const found: Named[] = []
  let fence: string | undefined
  let above = ''
  text.split('\n').forEach((each, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(each)?.[1]
    if (fence === undefined && mark) fence = mark
    else if (mark?.startsWith(fence ?? '')) fence = undefined
    else if (fence === undefined) {
      const heading = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(each.trimEnd())?.[1]?.replace(closing, '')
      if (heading) found.push({ name: plainHeading(heading), line: index + 1 })
      else if (/^ {0,3}(=+|-+)[ \t]*$/.test(each) && isParagraph(above))
        found.push({ name: plainHeading(above.trim()), line: index })
    }
    above = fence === undefined && !mark ? each : ''
  })
  return found
}

const isParagraph = (line: string) => /^ {0,3}[^\s#>*+|-]/.test(line)

const plainHeading = (text: string) =>
  text
    .replace(/[*_`]+([^*_`]+)[*_`]+/g, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()

/** `NAME=value` and `[section]`. */
export function assignmentKeys(text: string): readonly Named[] {
  const entries: Entry[] = []
  let section: readonly string[] = []
  text.split('\n').forEach((each, index) => {
    const header = /^\s*\[([^\]]+)\]\s*$/.exec(each)?.[1]
    const key = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*[=:]/.exec(each)?.[1]
    if (header !== undefined) section = [header]
    else if (key !== undefined)
      entries.push({ path: [...section, key], value: '', line: index + 1 })
  })
  return dottedKeys(entries)
}

/** `FROM`, and `FROM.node:24`: an instruction, and what it begins with. Continued lines belong to the first. */
export function dockerInstructions(text: string): readonly Named[] {
  const entries: Entry[] = []
  let isContinued = false
  text.split('\n').forEach((each, index) => {
    const line = index + 1
    const found = /^\s*([A-Za-z]+)\s+(.*)$/.exec(each)
    if (!isContinued && found) {
      const name = found[1]!.toUpperCase()
      entries.push({ path: [name], value: '', line })
      const first = /^(?:--\S+\s+)*([\w./:@${}-]+)/.exec(found[2]!)?.[1]
      if (first) entries.push({ path: [name, first], value: '', line })
      const stage = name === 'FROM' ? /\s+as\s+(\S+)/i.exec(found[2]!)?.[1] : undefined
      if (stage) entries.push({ path: [name, stage], value: '', line })
    }
    if (!/^\s*#/.test(each)) isContinued = /\\\s*$/.test(each)
  })
  return dottedKeys(entries)
}
