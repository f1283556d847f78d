// Two columns of help: what to type, and what it means.

import type { OptionSpec, OptionSpecs } from '../command.ts'

type Row = readonly [left: string, right: string]

const WIDEST_LEFT = 28

/** A left side that is too wide gets a line of its own. */
export function columns(rows: readonly Row[]): string[] {
  const width = Math.min(WIDEST_LEFT, Math.max(...rows.map(([left]) => left.length)))
  return rows.flatMap(([left, right]) =>
    left.length > width
      ? [`  ${left}`, `  ${' '.repeat(width)}  ${right}`]
      : [`  ${left.padEnd(width)}  ${right}`.trimEnd()],
  )
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
