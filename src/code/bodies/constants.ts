// Constants that are written out: numbers, texts, and lists and objects of nothing else. What is named, called or put together is none.

const text = String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\`(?:\\.|[^\`\\$])*\``
const number = String.raw`-?(?:0[xXoObB][\da-fA-F_]+|\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?[lLfFdDuUmMn]*`
const word = '(?:null|nil|None|undefined|true|false|True|False)'

/** Each stands for a value from here on. */
const plain = new RegExp(
  String.raw`${text}|(?<![\w.)\]])${number}(?![\w.])|\b${word}\b(?! ?[:(])`,
  'g',
)
const VALUE = '\u0001'
const several = `(?: ?${VALUE} ?,)* ?(?:${VALUE} ?)?`
const entry = ` ?(?:[\\w$]+|${VALUE}) ?(?::|=>) ?${VALUE} ?`
const whole = new RegExp(
  String.raw`\[${several}\]|\((?:${VALUE}|${several},${several})\)|\{(?:${entry},)* ?(?:${entry})?\}`,
  'g',
)
const given = new RegExp(`^(?:return )?\\(? ?${VALUE} ?\\)?(?: as [\\w.<>[\\], ]+)?$`)

/** Lists in lists. */
const DEEPEST = 3

/** `statement`: as `substanceOfStatement` wants it; with or without `return`. */
export function isConstant(statement: string): boolean {
  if (!begins.test(statement)) return false
  let code = statement.replace(plain, VALUE)
  for (let depth = 0; depth < DEEPEST && !given.test(code); depth++)
    code = code.replace(whole, VALUE)
  return given.test(code)
}

const begins = /^(?:return )?(?:\( ?)?["'`[{\d.-]/
