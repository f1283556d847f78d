// A choice with a way for every case, as a whole body: `if (x) { … } else { … }`, a `switch` with `default`, a `match` with `_`. Where
// each way only refuses, the body does.

/** A longer body does something. */
const LONGEST_CHOICE = 800

/** `code`: of a whole body, without comments. What stands on each way, the one for all other cases last; undefined of anything else. */
export function branchesIn(code: string): readonly string[] | undefined {
  if (code.length > LONGEST_CHOICE || !begins.test(code)) return undefined
  const whole = code.trim()
  if (ifElse.test(whole))
    return allFilled(Array.from(whole.matchAll(/\{([^{}]*)\}/g), each => each[1]!))
  const lines = ifElseInLine.exec(whole)
  if (lines) return [lines[1]!, lines[2]!]
  const cases = choosing.exec(whole)?.[1]
  if (cases !== undefined) return branchesOfCases(cases)
  return whole.endsWith('end') ? branchesInRuby(whole) : undefined
}

/** To turn away all but one case may be all that is wanted. */
const allFilled = (branches: readonly string[]) =>
  branches.every(each => each.trim() !== '') ? branches : undefined

const begins = /^\s*(?:if|unless|switch|match|when|case)\b/

const ifElse = /^if\b[^{}]*\{[^{}]*\}(?:\s*else\s+if\b[^{}]*\{[^{}]*\})*\s*else\s*\{[^{}]*\}$/
const ifElseInLine = /^if\b[^{};]*\)\s*(throw\b[^{};]*);\s*else\s+(throw\b[^{};]*);?$/
const choosing = /^(?:switch|match|when)\b[^{}]*\{((?:[^{}]|\{[^{}]*\})*)\};?$/

/** `case 1:`, `default:`, `_ =>`, `else ->`, behind which the way stands. */
const label = /(?:\bcase\b(?:[^:;{}"'\n]|"[^"\n]*"|'[^'\n]*')*|\bdefault\s*):(?!:)/
const arm = /(?<=^|[,;}\n)])\s*(?:[^,;{}()\n"']*?|"[^"\n]*"|'[^'\n]*'|\([^(){}\n]*\))\s*[-=]>/
const restCase = /\bdefault\s*:/
const restArm = /(?:^|[,;}\n)\s])(?:_|else|default)\s*[-=]>/

function branchesOfCases(cases: string): readonly string[] | undefined {
  const isArms = restArm.test(cases)
  if (!isArms && !restCase.test(cases)) return undefined
  const [before = '', ...branches] = cases.split(isArms ? arm : label)
  if (before.trim() !== '') return undefined
  return branches.map(each => withoutBraces(each.trim().replace(/[,;]+$/, '')))
}

const withoutBraces = (code: string) => /^\{([^{}]*)\}$/.exec(code)?.[1] ?? code

const head = /^(?:if|unless|case)\b/
const next = /^(?:elsif|when|else)\b/

function branchesInRuby(code: string): readonly string[] | undefined {
  const lines = code.split('\n').map(line => line.trim())
  const inner = lines.slice(1, -1)
  if (lines.at(-1) !== 'end' || inner.some(line => head.test(line) || line === 'end'))
    return undefined
  const branches = [[]] as string[][]
  for (const line of inner) {
    if (next.test(line)) branches.push([])
    else branches.at(-1)!.push(line)
  }
  if (lines.some(line => (head.test(line) || next.test(line)) && /;|\bthen\b/.test(line)))
    return undefined
  if (inner.findLast(line => next.test(line)) !== 'else') return undefined
  const filled = branches.slice(lines[0]!.startsWith('case') ? 1 : 0)
  return allFilled(filled.map(each => each.join('\n')))
}
