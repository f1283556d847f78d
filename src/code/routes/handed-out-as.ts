// What a script hands out under a name without a declaration of it: `module.exports = { users: require('./users') }`,
// `exports.users = require('./users')`, `export default { users }`. A look at the text, for files that only pass on.

export interface HandedOut {
  /** `require('./users')`, `users` */
  readonly expression: string
  /** The names that follow it. */
  readonly behind: readonly string[]
}

/** `get users() { return require('./users') }` hands out what it returns. */
const getters = /\bget\s+([\w$]+)\s*\(\s*\)\s*\{\s*return\s+([^{};\n]+?)\s*;?\s*\}/g
const comments = /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g

export function handedOutAs(names: readonly string[], source: string): HandedOut | undefined {
  const text = source.replace(comments, ' ').replace(getters, '$1: $2')
  const [first, ...rest] = names
  const own = first === undefined ? undefined : valueUnder(first, text)
  if (own !== undefined) return { expression: own, behind: rest }
  // The default of a module of CommonJS is the object of its names.
  const [second, ...others] = rest
  const below = first === 'default' && second !== undefined ? valueUnder(second, text) : undefined
  return below === undefined ? undefined : { expression: below, behind: others }
}

const whole = /\b(?:module\s*\.\s*exports\s*=|export\s+default)\s*\{([^{}]*)\}/g
const required = String.raw`(require\s*\(\s*["'][^"']+["']\s*\)[\w.$]*)`
const asWhole = new RegExp(String.raw`\bmodule\s*\.\s*exports\s*=\s*${required}`)
const asName = new RegExp(String.raw`\bexports\s*\.\s*([\w$]+)\s*=\s*${required}`, 'g')

function valueUnder(name: string, text: string): string | undefined {
  if (name === 'default') return asWhole.exec(text)?.[1]
  const named = [...text.matchAll(asName)].find(each => each[1] === name)?.[2]
  return (
    named ??
    [...text.matchAll(whole)].flatMap(each => entriesOf(each[1]!)).find(each => each.key === name)
      ?.value
  )
}

const entry = /(?:^|,)\s*["']?([\w$]+)["']?\s*(?::((?:[^,()]|\([^()]*\))+))?(?=,|$)/g

const entriesOf = (list: string) =>
  [...list.trim().matchAll(entry)].map(each => ({
    key: each[1]!,
    value: (each[2] ?? each[1]!).trim(),
  }))
