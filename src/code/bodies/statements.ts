// What one statement amounts to, whatever the language: a constant that says nothing, a note, an answer that the work is not
// done. Reads statements without comments; what it does not know counts as work.

import { isConstant } from './constants.ts'
import { onlyDies, pretends, refuses } from './refusing.ts'
import { CONSTANT, NEUTRAL, NOTE, NOTHING, REFUSAL, type Substance, WORK } from './substance.ts'

const typeArguments = String.raw`(?:<[^()]*>|\[[\w., ]*\])?`

const plainValues = [
  '(?:null|nil|None|undefined|nullptr|NULL|Unit|false|False|FALSE|true|True|TRUE)',
  String.raw`-1|0(?:\.0+)?(?:[lLfFdDuUmMn]|_?[iuf](?:8|16|32|64|128|size))?`,
  String.raw`''|""|\`\``,
  String.raw`(?:String|string)\.(?:Empty|empty)|String(?:::new)?\(\)|String::from\(""\)|""\.(?:into|to_string|to_owned)\(\)`,
  // Markup that shows nothing.
  String.raw`<> ?</>|<(?:React\.)?Fragment ?/>`,
  String.raw`(?:\[\]|\[ ?: ?\]|\{ ?\}|\(\)|array\(\)|vec!\[\])`,
  String.raw`[&*]?(?:map\[[\w.]+\]|\[\])?[\w.:*]+${typeArguments}\{ ?\}`,
  String.raw`(?:Optional|Mono|Flux|OptionalInt|OptionalLong)\.empty\(\)|(?:java\.util\.)?(?:List|Set|Map|Stream)\.of\(\)|(?:Collections\.)?empty\w*${typeArguments}\(\)`,
  String.raw`(?:mutable|array|linked|hash|sorted)?(?:[lL]ist|[sS]et|[mM]ap|[aA]rray|[sS]equence)Of${typeArguments}\(\)`,
  String.raw`new [\w.]*(?:List|Map|Set|Array|Dictionary|Collection|Queue|Deque|object|Object)${typeArguments}(?:\(\)|\[0\]| ?\{ ?\})`,
  String.raw`(?:Array|Enumerable)\.Empty${typeArguments}\(\)|[\w.]+${typeArguments}\.(?:Empty|ZERO|Zero|EMPTY)`,
  String.raw`(?:\w+::)+(?:new|default|none|empty)\(\)|(?:std::)?nullopt|std::\w+${typeArguments}(?:\(\)|\{\})`,
  String.raw`default(?:\([\w<>?., ]+\))?|new\(\)`,
  String.raw`(?:list|dict|set|tuple|frozenset|str|int|float|bytes|collect|Decimal|BigDecimal|Void)\((?:0|"0"|'0'|\[\])?\)`,
  String.raw`Task\.CompletedTask|ValueTask\.CompletedTask|yield break|address\(0\)|new \w+\[\]\(0\)|default!|null!|Promise\.resolve\(\)`,
]
const plain = `(?:${plainValues.join('|')})`
const wrapper = String.raw`(?:Ok|Promise\.resolve|Task\.FromResult(?:<[^()]*>)?|CompletableFuture\.completedFuture|ValueTask\.FromResult)\(`
/** What may stand behind the last value. */
const rest = String.raw` ?\)?(?: as [\w<>[\]{}|., ]+)?$`

/**
 * One value or several, in parentheses or a wrapper. Begins with a refusal of none and goes on with a star: so the values stand in
 * the program of the engine once, whose making takes longer than all its use in a small file.
 */
const neutral = new RegExp(
  String.raw`^(?:return |await |yield from )?(?:${wrapper}|\( ?)?(?!${rest})(?:${plain}(?: ?, ?(?=[^ )])|(?=${rest})))*${rest}`,
)

const loggers = String.raw`(?:console|log|logger|logging|LOGGER|Logger|Log|LOG|slog|zap|tracing|Rails\.logger|System\.(?:out|err)|Console|Debug|Trace|fmt|warnings|click|typer|std::(?:cerr|cout|clog))`
const note = new RegExp(
  String.raw`^(?:(?:await )?(?:this[.]|self[.]|@|\$this->|_)?${loggers}(?:\.|::|->| <<)|(?:print|println|printf|puts|fputs|perror|pp|echo|error_log|syslog|NSLog|os_log|warn|alert|fprintf|trigger_error|trigger_deprecation|logger|info|debug)[ (]|(?:e?println|e?print|info|debug|warn|trace|error|log)!\()`,
)

/** What is shown is all that it gives. */
const shown = /^return (?:print|println|alert|console\.\w+)\(["'`][^"'`]*["'`]\)$/

/** A name of its own, or the leave to use none: `const x = …`, `x := …`, `_ = x`, `void x`. */
const binding =
  /^(?:(?:const|let|var|val|auto|final|my)\s[^=]*=(?!=)|var \w+ [\w.*[\]]+$|\w+(?:, ?\w+)* :=|_ = |\$\w+ = |\(void\) ?\w+$|(?:Q_)?UNUSED\(\w+\)$|std::ignore = \w+$|await (?:asyncio\.sleep\(0?\)|Task\.(?:Yield|Delay)\(\w*\))$|void \w+$|del \w+$)/

const statusOf501 =
  /\(501\b|\bstatus\w*['"]? ?(?:[:=(]|=>) ?501\b|(?:[}\])"']|\bnull), ?501\)?$|\bStatusNotImplemented\b|\bHTTP_501_NOT_IMPLEMENTED\b|\bNOT_IMPLEMENTED\b|:not_implemented\b|\bStatus501NotImplemented\b/i
/** What every alternative of it holds. */
const mentions501 = /501|not_?implemented/i
const answers =
  /^(?:return\b|raise\b|throw\b|abort\b|head\b|render\b|\(?(?:\w+::)*StatusCode::|(?:await )?(?:res|resp|response|reply|ctx|context|c|w|rw|http)\b)/

/** `statement`: without comments, single spaces, without a semicolon at its end. */
export function substanceOfStatement(statement: string): Substance {
  if (statement === '') return NOTHING
  const { length } = statement
  if (length <= LONGEST_NEUTRAL && pretends(statement)) return REFUSAL
  if (length <= LONGEST_NEUTRAL && (neutral.test(statement) || onlyDies(statement))) return NEUTRAL
  if (length <= LONGEST_ANSWER && (answers501(statement) || refuses(statement))) return REFUSAL
  if (length <= LONGEST_ANSWER && isConstant(statement)) return CONSTANT
  if (statement.startsWith('return')) return shown.test(statement) ? NOTE : WORK
  return note.test(statement) || binding.test(statement) ? NOTE : WORK
}

/** Begins with the question that nearly no statement passes: the others look at every character. */
const answers501 = (statement: string) =>
  mentions501.test(statement) && statusOf501.test(statement) && answers.test(statement)

/** Constants that say nothing are short. */
const LONGEST_NEUTRAL = 80
const LONGEST_ANSWER = 200

/** The statements of a body without comments, one per line or between semicolons, each as `substanceOfStatement` wants it. */
export function splitStatements(code: string): string[] {
  const found: string[] = []
  for (let at = 0; at < code.length; ) {
    const end = endOfStatement(code, at)
    const statement = flat(code.slice(at, end))
    if (statement !== '') found.push(statement)
    at = end + 1
  }
  return found
}

/** Longer statements are cut short: their beginning tells enough. */
const LONGEST_READ = 300

/** The statement that begins at `start`, without the comment behind it. */
export function statementAt(text: string, start: number): string {
  const code = text.slice(start, start + LONGEST_READ)
  return flat(code.slice(0, endOfStatement(code, 0)))
}

const flat = (code: string) => (uneven.test(code) ? code.replace(/\s+/g, ' ') : code).trim()

/** Spacing other than single spaces, which few statements have. */
const uneven = /[^\S ]| {2}/

/** Where a line, a semicolon, a comment or the bracket around it ends the statement. */
function endOfStatement(code: string, from: number): number {
  let depth = 0
  for (let at = from; at < code.length; at++) {
    switch (code[at]) {
      case '"':
      case "'":
      case '`':
        at = endOfString(code, at)
        break
      case '(':
      case '[':
      case '{':
        depth++
        break
      case ')':
      case ']':
      case '}':
        if (--depth < 0) return at
        break
      case ';':
      case '\n':
        if (depth === 0) return at
        break
      case '/':
        if (depth === 0 && isComment(code, at)) return at
    }
  }
  return code.length
}

const isComment = (code: string, at: number) => code[at + 1] === '/' || code[at + 1] === '*'

/** Offset of the quote that ends it on its line, or where it began: then it is no string. */
function endOfString(code: string, start: number): number {
  for (let at = start + 1; at < code.length && code[at] !== '\n'; at++) {
    if (code[at] === '\\') at++
    else if (code[at] === code[start]) return at
  }
  return start
}
