// What an untagged plain scalar means: the YAML 1.2 core schema, and nothing more. `no`, `on` and dates stay text.

export type Scalar = string | number | boolean | null

const integer = /^[-+]?[0-9]+$/
const based = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/

export function plainScalar(source: string): Scalar {
  const first = source.charCodeAt(0)
  const mayBeNumber = first <= 0x39 && first !== 0x20
  if (mayBeNumber) {
    if (integer.test(source) || based.test(source) || float.test(source)) return Number(source)
    if (/^[-+]?\.(?:inf|Inf|INF)$/.test(source))
      return source.startsWith('-') ? -Infinity : Infinity
    return source
  }
  return words.has(source) ? (words.get(source) as Scalar) : source
}

const words = new Map<string, Scalar>([
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
])

/** A scalar under an explicit tag, or undefined where the text does not fit it or the tag is not of the core schema. */
export function taggedScalar(tag: string, source: string): Scalar | undefined {
  const value = plainScalar(source)
  switch (tag) {
    case '!!str':
    case '!':
      return source
    case '!!int':
      return Number.isInteger(value) ? value : undefined
    case '!!float':
      return typeof value === 'number' ? value : undefined
    case '!!bool':
      return typeof value === 'boolean' ? value : undefined
    case '!!null':
      return value === null ? value : undefined
    default:
      return undefined
  }
}
