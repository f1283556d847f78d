// Two columns of help: what to type, and what it means.

import type { OptionSpec, OptionSpecs } from '../command.ts'

type Row = readonly [left: string, right: string]

const WIDEST_LEFT = 28

/** No line of help is wider. */
const WIDEST = 120

/** A left side that is too wide gets a line of its own; a right side that is too long goes on below itself. */
export function columns(rows: readonly Row[]): string[] {
  const width = Math.min(WIDEST_LEFT, Math.max(...rows.map(([left]) => left.length)))
  const indent = ' '.repeat(width + 4)
  return rows.flatMap(([left, right]) => {
    const [first = '', ...more] = wrapped(right, WIDEST - indent.length)
    const head =
      left.length > width
        ? [`  ${left}`, `${indent}${first}`]
        : [`  ${left.padEnd(width)}  ${first}`.trimEnd()]
    return [...head, ...more.map(each => `${indent}${each}`)]
  })
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

export function optionRows(options: OptionSpecs): Row[] {
  return Object.entries(options).map(([name, spec]) => [optionWords(name, spec), meaning(spec)])
}

const optionWords = (name: string, { short, value }: OptionSpec) =>
  `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`

/** Names the choices unless the text already does. */
function meaning({ help, choices = [] }: OptionSpec): string {
  const isNamed = choices.every(each => help.includes(each))
  return isNamed ? help : `${help}: ${choices.join(', ')}`
}
