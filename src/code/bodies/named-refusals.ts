// A refusal that goes by a name: `return nil, errLater` of Go and `throw LATER` of Java, C# and Kotlin, where the file keeps under that
// name an error which says that the work is not done. An error that says nothing may be anything.

/** `compact`: a whole body without spacing and comments; `source`: the file around it. */
export function refusesByName(compact: string, source: string): boolean {
  if (compact.length > LONGEST_BODY || !mayName.test(compact)) return false
  const name = named.map(each => each.exec(compact)?.groups?.name).find(each => each !== undefined)
  return name !== undefined && keeps(name, source)
}

const LONGEST_BODY = 120

/** The cheap question: what gives one name and nothing else is told by its beginning. */
const mayName = /^(?:\{(?:return|throw|err)|=throw|=>throw)/

const empty = String.raw`(?:[\w.*&[\]]+\{\},|nil,|"",|0,|false,)*`
const named = [
  new RegExp(String.raw`^\{return${empty}(?<name>(?:err|Err)\w*)\}$`),
  /^\{err\w*=(?<name>(?:err|Err)[A-Z]\w*)return\}$/,
  /^(?:\{|=>?)throw(?<name>(?!new[A-Z])\w+);?\}?$/,
]

const value = String.raw`(?:errors\.New\(|fmt\.Errorf\(|(?:new )?[\w.]*(?:Exception|Error)\()`
const saying = String.raw`"[^"\n]{0,80}\b(?:not (?:yet )?implemented|unimplemented|todo\b)`

function keeps(name: string, source: string): boolean {
  if (!mayKeep.test(source)) return false
  const own = String.raw`\b${name}(?: ?: ?[\w.?]+| error)?\s*=\s*`
  const kept = new RegExp(
    String.raw`${own}(?:${value}${saying}|(?:new )?[\w.]*NotImplemented(?:Exception|Error)\()`,
    'i',
  )
  return kept.test(source)
}

const mayKeep = /implemented|\btodo\b/i
