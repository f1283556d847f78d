// A choice, a walk or a `try` around nothing, as a whole body: `if (x) { }`, `match x { _ => {} }`, `for (y in all) { }`. Where its head
// calls, assigns or waits, or where it may have a purpose of its own, it counts as work. No part of a pattern here may match one text
// in two ways: hostile code would make use of it.

/** A longer body holds more than labels. */
const LONGEST_CHOICE = 400

/** `code`: of a whole body, without comments. */
export function isEmptyChoice(code: string, language: string): boolean {
  if (code.length > LONGEST_CHOICE || !begins.test(code)) return false
  const plain = code.replace(texts, '""')
  if (language === 'ruby') return isRubyChoice(plain)
  const flat = plain.replace(/\s+/g, ' ').trim()
  return (
    plainShape.test(flat) ||
    (checking.has(language) ? checkingShape : labelShape).test(flat) ||
    (!slow.has(language) && countingShape.test(flat))
  )
}

const begins = /^\s*(?:if|unless|switch|match|when|case|for|foreach|try|do|begin)\b/
const texts = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g

/** Their compilers want all cases named: to do so may be all that is wanted, unless one takes the rest. */
const checking = new Set(['rust', 'swift', 'kotlin'])
/** To count is to wait in them. */
const slow = new Set(['c', 'cpp'])

/** It calls, assigns and counts nothing. */
const calm = String.raw`(?:(?!\w!?\(|\+\+|--|<-|\bawait\b|\byield\b|=>|->)[^{};=]|[=!<>]=)`
const condition = String.raw`\b(?: let [^{};=]*=)?${calm}+?`
const nothing = String.raw`\{ ?\}`

const ifs = `if${condition}${nothing}(?: ?else if${condition}${nothing})*(?: ?else ?${nothing})?`

/** What is called `_` is walked for its own sake. */
const named = String.raw`(?!_)\w+`
const walks = [
  String.raw`\((?:final )?(?:[\w<>[\].]+ )?${named} ?(?::|\bin\b) ?${calm}+\)`,
  String.raw`\(${calm}+? as (?:\$${named} ?=> ?)?\$${named} ?\)`,
  String.raw`\b ${named} in ${calm}+?`,
]
const tries = String.raw`try ?${nothing}(?: ?catch(?: ?\([^(){}]*\))? ?${nothing})*(?: ?finally ?${nothing})?`
/** As Swift has it, with or without what is caught. */
const caught = String.raw`do ?${nothing}(?: ?catch\b[^{}()=]*${nothing})+`
const plainShape = new RegExp(
  `^(?:${ifs}|for(?:each)? ?(?:${walks.join('|')}) ?${nothing}|${tries}|${caught}|when${condition}${nothing})$`,
)

const counter = String.raw`\$?\w+`
const countingShape = new RegExp(
  String.raw`^for ?(?:\((?:u?int\d* |var )?${counter} = \w+; ?${counter} [<>]=? ${counter}; ?${counter}(?:\+\+|--) ?\)|\w+ := \w+; \w+ [<>]=? \w+; \w+(?:\+\+|--)) ?${nothing}$`,
)

/** `case 1: break;` */
const label = String.raw`(?:case (?:(?!\w\()[^{};:]|::)+|default) ?:(?!:)`
const done = String.raw`(?: ?(?:break\b|\{(?: ?break(?: ?;)?)? ?\}|;))*`
/** `1 -> {}` */
const arrow = '(?:=>|->)'
const value = String.raw`(?:\{ ?\}|\(\)|Unit\b|null\b|break\b)(?: ?[,;])?`
const arm = String.raw`(?: ?(?![ ,;])(?:(?!=>|->|\w\()[^{};]|\w\([\w, ]*\))+?${arrow} ?${value})`
const restArm = `(?: ?(?:_|else|default) ?${arrow} ?${value})`

const choosing = `(?:switch|when|match)${condition}`
const labelShape = new RegExp(
  String.raw`^${choosing}\{(?:(?: ?${label}${done})*|${arm}*${restArm}) ?\};?$`,
)
const checkingShape = new RegExp(
  String.raw`^${choosing}\{(?:(?: ?${label}${done})* ?default ?:${done}|${arm}*${restArm}) ?\}$`,
)

const rubyWord = String.raw`(?:(?!\b(?:begin|def|do|yield|await|then|new)\b)[^(){};=.!]|[=!]=|<=>?|>=)`
const rubyLine = new RegExp(
  String.raw`^(?:(?:if|unless|elsif|case|when|for \w+ in) ${rubyWord}+(?: then| do)?|case|else|end|begin|ensure|rescue(?: [A-Z][\w:]*(?: ?, ?[A-Z][\w:]*)*)?(?: ?=> ?[a-z_]\w*)?)$`,
)

/** Its lines are all heads: a name alone on one might be a call. */
function isRubyChoice(code: string): boolean {
  const lines = code
    .split(/[\n;]/)
    .map(line => line.trim())
    .filter(line => line !== '')
  return lines.at(-1) === 'end' && lines.every(line => rubyLine.test(line))
}
