// One scalar as YAML on one line. Quoted only where a reader would take it for something else, or where the quotes stood before.

import { plainScalar, type Scalar } from '../../base/yaml/scalar.ts'

export type Quote = '"' | "'"

export interface ScalarOptions {
  readonly isFlow: boolean
  /** The quote to use where one is needed. */
  readonly quote: Quote
  /** The quotes that stood there. */
  readonly quoted?: Quote | undefined
}

export function scalarText(value: Scalar, { isFlow, quote, quoted }: ScalarOptions): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf'
  if (typeof value !== 'string') return String(value)
  if (!isPrintable(value)) return escaped(value)
  if (quoted === undefined && isPlain(value, isFlow)) return value
  const chosen = quoted ?? (value.includes(quote) ? other[quote] : quote)
  return chosen === '"' ? escaped(value) : `'${value.replaceAll("'", "''")}'`
}

/** Free of what only an escape in double quotes can write, line breaks among them. */
export const isPrintable = (value: string) => !needsEscapes.test(value)

const other: Readonly<Record<Quote, Quote>> = { '"': "'", "'": '"' }

/** Line breaks, controls, half characters and what some readers take for a line break. */
const needsEscapes =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

function isPlain(value: string, isFlow: boolean): boolean {
  if (value === '<<' || plainScalar(value) !== value || value.trim() !== value) return false
  if (/^[,[\]{}#&*!|>'"%@`]/.test(value) || /^[-?:](\s|$)/.test(value)) return false
  if (/^(---|\.\.\.)/.test(value) || /:(\s|$)|\s#/.test(value)) return false
  return !isFlow || !/[,[\]{}]|^[-?:]|:$/.test(value)
}

/** JSON's escapes are YAML's; the rest is written out. */
function escaped(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
