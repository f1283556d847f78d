// Which statements say by themselves that the work is not there, whatever the language: they throw, return or die with words or a
// code to that effect. Knows what such statements look like; a call that it does not know counts as work.

import { apologises } from './apologies.ts'

/** Nothing but a look for these words tells whether a closer look is worth its time. */
const mayRefuse = /implement|unsupported|\btodo\b|\bfixme\b|ENOSYS|NOTIMPL|NOT_IMPL/i

/** In a text: the words of somebody who has not done it. */
const words = String.raw`(?:\b[Nn]ot (?:yet )?(?:been )?(?:yet )?[Ii]mplemented\b|\b[Nn]ot[-_][Ii]mplemented\b|\b[Uu]nimplemented\b|\b[Ii]mplement (?:me|this)\b|["'\`]\s*(?:todo|fixme|TODO|FIXME)\b)`
const literal = String.raw`(?:[bfru]|\$|@)?["'\`][^"'\`]*`
/** `"…not implemented…"`; the quote that opens it counts for `"todo"`. */
const saying = String.raw`(?=[\s\S]*${words})${literal}`

/** What is refused for good, and will never be written. */
const calm = `[^)]*(?:[Ii]mmutable|[Uu]nmodifiable|[Rr]ead[- ]?[Oo]nly|[Ff]rozen|(?:cannot|can't) (?:be )?(?:changed|modif))`

/** As a name or a code: `NotImplementedError`, `E_NOTIMPL`, `codes.Unimplemented`. */
const code = String.raw`(?:\\?[A-Za-z_]\w*(?:\.|::|\\))*(?:\w*[Nn]otImplemented\w*|\w*[Uu]nimplemented\w*|UnsupportedOperation(?:Exception|Error)(?!\(${calm})|\w*NOT_?IMPL(?:EMENTED)?|\w*UNIMPLEMENTED|ENOSYS)\b`

/** What carries a failure instead of a value. */
const typeArguments = '(?:::)?(?:<[^()]*>)?'
const carriers = [
  'Err',
  'err(?:Async)?',
  'Left',
  String.raw`(?:Result)?\.failure`,
  String.raw`(?:Mono|Flux|Single|Observable|Uni)\.error`,
  String.raw`(?:CompletableFuture|CompletionStage)\.failedFuture`,
  String.raw`(?:Value)?Task\.FromException`,
  String.raw`Future\.failed`,
  String.raw`Promise\.reject`,
  'throwError',
  String.raw`new Promise(?:<[^()]*>)?\((?:function )?\(\w+, ?\w+\) ?(?:=> ?)?(?:\{ ?)?(?:return )?(?:rej|fail)\w*`,
  '(?:std|tl)::(?:unexpected|make_exception_ptr)',
  String.raw`(?:\w+::)*Status`,
  String.raw`status\.Errorf?`,
  String.raw`errors\.New|fmt\.Errorf`,
]
const carrier = String.raw`(?:${carriers.join('|')})${typeArguments}\(`

/** Calls that end the program or the request. */
const deaths = [
  String.raw`(?:\w+\.)?(?:[Ff]atal\w*|FATAL)`,
  String.raw`panic!?|(?:std::)?abort|(?:sys\.|os\.|process\.|System\.)?[eE]xit|die`,
  'errx?|g_error|trigger_error|error|fatalError|preconditionFailure|assertionFailure',
  String.raw`assert(?:\.fail)?|(?:Debug|Assert)\.Fail|(?:anyhow::|eyre::)?bail!|unreachable!`,
]
const death = `(?:${deaths.join('|')})`

/** `fmt.Sprintf(` and the like around a text. */
const formatted = String.raw`(?:(?:fmt\.)?Sprintf\(|format!?\(|String\.format\(|errors\.New\(|sprintf\()?`

const refusing: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:throw|raise|fail) (?:new )?(?:${code}|[\w.:\\]*\(?[^"'\`{}]*${saying})`,
    'i',
  ),
  new RegExp(String.raw`^(?:raise|fail)\((?:${code}|${saying})`, 'i'),
  new RegExp(
    String.raw`^${death} ?\(?(?:!|0 && |false && |False, |\d+, )?${formatted}${saying}`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:return |await |throw )*(?:${carrier})+(?:\(\) ?=> ?)?(?:new )?(?:${code}|(?:[\w.:]+\()?${saying})`,
  ),
  new RegExp(String.raw`^return -?${code}(?:\([^()]*\))?$`),
  /^(?:return )?(?:absl::)?UnimplementedError\(/,
  /^(?:return )?Err\((?:\w+::)*\w+!\("(?:todo|fixme|not (?:yet )?implemented|unimplemented)[":]/i,
  /^errno = ENOSYS$/,
  // A value that says of itself that it is none.
  /^return (["'`])(?:not (?:yet )?implemented(?: yet)?|unimplemented|todo|fixme|(?:todo|fixme)\b ?:?[^"'`]*\bimplement\b[^"'`]*)[.!]*\1$/i,
  /^(["'])(?:[Nn]ot (?:yet )?implemented(?: yet)?|[Uu]nimplemented|TODO|FIXME)[.!]*\1(?:\.(?:to_string|to_owned|into)\(\))?$/,
  /^(?:tiny)?invariant\((?:false|!1|0), ?["'`][^"'`]*\b(?:not (?:yet )?implemented|unimplemented|todo|fixme)\b/i,
  /^(?:return |Ok\()*HttpResponse::NotImplemented\(\)/,
]

/** `statement`: as `substanceOfStatement` wants it. */
export const refuses = (statement: string): boolean =>
  mayRefuse.test(statement) &&
  (refusing.some(each => each.test(statement)) || apologises(statement) || givesRefusal(statement))

const giving =
  /^return (?:(?:(?:async )?(?:\([^()]*\)(?:: ?[^={}]+)?|[\w$]+) ?=> ?)+|(?:async )?function\b[^(){}]*\([^()]*\) ?)\{ ?(throw [^{};]*);? ?\}$/

/** It gives a function that refuses: `return async req => { throw new Error('not implemented') }`. */
function givesRefusal(statement: string): boolean {
  const thrown = giving.exec(statement)?.[1]
  return thrown !== undefined && refuses(thrown)
}

/** Nothing is given out as something: `return null as unknown as User`, `return undefined!`, `return {} as User`, also by way of `any`. */
export const pretends = (statement: string): boolean =>
  /^return \(?(?:undefined!|<(?!(?:Record|Partial|Readonly|Object)\b)[A-Z][\w.$]*> ?(?:<(?:any|unknown|never)> ?)?\{ ?\}|(?:<[\w.$]+> ?)?<(?:any|unknown|never)> ?(?:null|undefined)!?|\{ ?\} as (?:(?:any|unknown|never) as )?(?!(?:Record|Partial|Readonly|Object)\b)[A-Z][\w.$]*|(?:null|undefined)!? as (?:any|unknown|never)\b.*)\)?$/.test(
    statement,
  )

const status = String.raw`(?:[1-9]\d?|EXIT_FAILURE)`

/** It ends the program and says nothing: only words beside it tell why. */
const dying = new RegExp(
  [
    String.raw`^(?:std::)?(?:abort|terminate)\(\)$`,
    String.raw`^(?:std::)?_?exit\(${status}\)$`,
    String.raw`^(?:sys\.exit|os\.Exit|os\._exit|process\.exit|System\.exit|(?:std::)?process::exit)\(${status}\)$`,
    String.raw`^exit\(?(?: ?[1-9]| ?false)\)?$`,
    String.raw`^assert\((?:0|false)\)$|^assert False$|^__builtin_(?:trap|unreachable)\(\)$|^unreachable!\(\)$`,
  ].join('|'),
)

export const onlyDies = (statement: string): boolean => dying.test(statement)
