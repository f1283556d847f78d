// What CommonJS gives under the name of an export, where that is a name alone or what another module offers: `exports.q = q`,
// `module.exports = { q: require('./a').b }`, `export const q = lib.q`. Reads the text of one file; what is more than that is no matter here.

import type { Export } from '../../../code/model.ts'

export type Given =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'module'; readonly module: string; readonly member: string }
  | { readonly kind: 'member'; readonly owner: string; readonly member: string }

/** `code` is without comments, and has its lines. */
export function givenBy({ name, line }: Export, code: string): Given | undefined {
  const own = name.replaceAll('$', String.raw`\$`)
  const text = code
    .split('\n')
    .slice(line - 1, line + LONGEST)
    .join('\n')
  const ways = [
    String.raw`^[^\n]*?\bexports\.${own}\s*=(?!=)\s*([^;,\n]*)`,
    String.raw`^\s*export\s+(?:const|let|var)\s+${own}\s*(?::[^=;,\n]*(?:=>[^=;,\n]*)?)?=(?![=>])\s*([^;,\n]*)`,
    String.raw`^(?:[^\n]*[{,])?\s*${own}\s*:\s*([^;,}\n]*)`,
    String.raw`^(?:[^\n]*[{,])?\s*(${own})\s*(?=[,}]|\n\s*\})`,
  ]
  const value = ways.map(each => new RegExp(each).exec(text)?.[1]).find(each => each !== undefined)
  return value === undefined ? undefined : givenIn(value.trim())
}

/** Lines of one entry. */
const LONGEST = 3

function givenIn(value: string): Given | undefined {
  if (/^[A-Za-z_$][\w$]*$/.test(value)) return { kind: 'name', name: value }
  const held = /^([A-Za-z_$][\w$]*)\.([A-Za-z_$][\w$]*)$/.exec(value)
  if (held) return { kind: 'member', owner: held[1]!, member: held[2]! }
  const required = /^require\(\s*["'`]([^"'`$]+)["'`]\s*\)(?:\.([\w$]+))?$/.exec(value)
  if (!required) return undefined
  return { kind: 'module', module: required[1]!, member: required[2] ?? '*' }
}

/** Nothing here gives the namespace its member, nor another value to its name. */
export function isLeftAlone(
  { owner, member }: { readonly owner: string; readonly member: string },
  code: string,
): boolean {
  const own = String.raw`(?<![\w$.])${escaped(owner)}`
  const ways = [
    String.raw`${own}\.${escaped(member)}\s*=(?!=)`,
    String.raw`${own}\s*\[`,
    String.raw`${own}\s*=\s*(?:await\s+)?require\s*\([^()]*\)\s*[.([]`,
    String.raw`[(,]\s*${own}\s*[,)]`,
  ]
  const given = [...code.matchAll(new RegExp(String.raw`${own}\s*=(?!=)`, 'g'))]
  return given.length <= 1 && !ways.some(each => new RegExp(each).test(code))
}

/** The name is in no more than the place where it is exported, and is none that every script sees. */
export function isNowhereElse(name: string, code: string, text: string): boolean {
  if (seen.has(name) || /\b(?:eval|with)\s*\(/.test(code)) return false
  if (new RegExp(String.raw`/\*\s*globals?\b[^*]*\b${escaped(name)}\b`).test(text)) return false
  const places = code.matchAll(
    new RegExp(String.raw`(?<![\w$.])${escaped(name)}(?![\w$])(?!\s*:(?!:))`, 'g'),
  )
  return [...places].length <= 1
}

const escaped = (name: string) => name.replaceAll('$', String.raw`\$`)

/** Of Node and of browsers. */
const seen = new Set(
  'undefined null true false NaN Infinity this arguments globalThis global window self document navigator location history process console Buffer require module exports __dirname __filename fetch setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate queueMicrotask structuredClone performance crypto atob btoa alert confirm prompt localStorage sessionStorage indexedDB requestAnimationFrame cancelAnimationFrame URL URLSearchParams Request Response Headers FormData Blob File Event EventTarget CustomEvent AbortController AbortSignal TextEncoder TextDecoder WebSocket Worker XMLHttpRequest MessageChannel HTMLElement Node Element Image ReadableStream WritableStream TransformStream Object Function Array String Number Boolean Symbol BigInt Math Date JSON RegExp Map Set WeakMap WeakSet WeakRef Promise Proxy Reflect Intl Error TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError ArrayBuffer SharedArrayBuffer DataView Uint8Array Int8Array Uint8ClampedArray Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array BigInt64Array BigUint64Array Atomics WebAssembly Iterator FinalizationRegistry parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape eval jQuery angular React Vue describe it test expect jest vi cy browser chrome'.split(
    ' ',
  ),
)
