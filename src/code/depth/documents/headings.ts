// Headings of reStructuredText, AsciiDoc and HTML. Those of Markdown are read with its other lines.

import type { Named } from '../../model.ts'

/** A line of one mark under a text that is no longer than it; a line above it may be the same. */
export function restHeadings(text: string): readonly Named[] {
  const lines = text.split('\n').map(each => each.trimEnd())
  return lines.flatMap((each, index) => {
    const title = each.trim()
    const under = lines[index + 1] ?? ''
    const isMarked = /^([=\-~^"'`#*+<>:._])\1{2,}$/.test(under) && under.length >= each.length
    const isTitle =
      /^\s?[\p{L}\p{N}:`"'(¿¡*_]/u.test(each) && !/^([=\-~^"'`#*+<>:._])\1{2,}$/.test(title)
    return isMarked && isTitle ? [{ name: title.replace(/[*`]+/g, ''), line: index + 1 }] : []
  })
}

/** `== Title`, outside of blocks. */
export function asciiHeadings(text: string): readonly Named[] {
  let fence: string | undefined
  return text.split('\n').flatMap((each, index) => {
    const mark = /^(-{4,}|\.{4,}|={4,}|\+{4,}|\/{4,})\s*$/.exec(each)?.[1]
    if (mark && (fence === undefined || fence === mark)) {
      fence = fence === undefined ? mark : undefined
      return []
    }
    const title =
      fence === undefined ? /^(?:={1,6}|#{1,6})[ \t]+(\S.*?)[ \t]*$/.exec(each)?.[1] : undefined
    return title === undefined
      ? []
      : [{ name: title.replace(/[*_`]+([^*_`]+)[*_`]+/g, '$1'), line: index + 1 }]
  })
}

/** `<h2 id="x">Title <em>two</em></h2>`, and nothing in comments or scripts. */
export function htmlHeadings(text: string): readonly Named[] {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  const shown = text.replace(/<!--[\s\S]*?-->|<(script|style|template)\b[\s\S]*?<\/\1>/gi, blank)
  return [...shown.matchAll(/<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/gi)].flatMap(match => {
    const name = plainText(match[2]!)
    const line = shown.slice(0, match.index).split('\n').length
    return name === '' ? [] : [{ name, line }]
  })
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
}

const plainText = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => named[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
