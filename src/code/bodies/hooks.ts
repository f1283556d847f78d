// Which empty bodies explain themselves by where they stand: a hook of an abstract class, a method of a null object, a constructor
// that is given nothing. Knows names and headers only; what comments say of a body is read elsewhere.

/** `header`: from the start of the method to its body; `text`: the whole file. */
export function isOpenHook(name: string, header: string, text: string): boolean {
  return opened.test(header) || hookName.test(name) || isCalled(name, text)
}

/** Made for heirs: whoever calls from outside does not see it, or may expect another. */
const opened = /\b(protected|virtual|open)\b/

const hookName = /^_?(on|before|after|pre|post|did|will)(?=[A-Z_]|$)/

/** Beside its declaration. */
const isCalled = (name: string, text: string) =>
  [...text.matchAll(new RegExp(String.raw`(?<![\w$])${escaped(name)}\s*\(`, 'g'))].length > 1

const escaped = (name: string) => name.replace(/[^\w]/g, String.raw`\$&`)

/** The name of the type in its header, or of the receiver in that of the method: doing nothing is what it is for. */
export const isNullObject = (header: string): boolean =>
  /\b(?:class|object|struct|extension|func)\s*(?:\(\s*(?:\w+\s+)?\*?)?(?:_?(?:Null|NoOp|Noop|No_Op|Nop|Silent|Discard(?:ing)?|BlackHole|DevNull)(?=[A-Z_])\w*|\w+(?:Null|NoOp|Noop))\b|\b(?:class|struct)\s+(?:null|noop|no_op|nop|discard|silent)_\w/.test(
    header,
  )

/** It is given nothing, and has nothing left to do: to be there, or to be hidden, is what it is for. `rest`: all behind its name. */
export const isPlainConstructor = (name: string, type: string, rest: string): boolean =>
  (name === type.replace(/<.*$/s, '') || constructorName.test(name)) &&
  /^\s*\(\s*(?:void\s*)?\)/.test(rest)

const constructorName = /^(?:constructor|init|__construct|__clone)$/

/** `noop`, `noopLog`, `do_nothing`: a function that is called so does what its name says by doing nothing. */
export const isToDoNothing = (name: string): boolean =>
  /^_*(?:(?:[nN]o_?[oO]p|NO_?OP|[nN]op|NOP)(?![a-z])|(?:[dD]o_?)?[nN]othing$)/.test(name)

/** To end the program is its whole work, and its name or its header says so. */
export const isToEnd = (name: string, header: string, body: string): boolean =>
  /\w\(/.test(body) && (neverReturns.test(header) || endingName.test(name))

const neverReturns = /noreturn/i

/** As a word of the name: `die`, `parser_fatal`, `onOutOfMemoryDie`. */
const endingName =
  /(?:^|_|[a-z](?=[A-Z]))(?:[dD]ie|[aA]bort|[pP]anic|[fF]atal|[cC]rash|[tT]erminate|[eE]xit|[qQ]uit|[hH]alt|[bB]ail|[tT]rap|[uU]nreachable|[fF]ail|[kK]ill|oom|OOM)(?![a-z])/
