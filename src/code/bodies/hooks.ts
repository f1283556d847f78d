// Which empty bodies explain themselves by where they stand: a hook of an abstract class, a method of a null object. Knows names and
// headers only; what comments say of a body is read elsewhere.

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
  /\b(?:class|object|struct|extension|func)\s*(?:\(\s*(?:\w+\s+)?\*?)?(?:_?(?:Null|NoOp|Noop|No_Op|Nop|Silent|Discard(?:ing)?|BlackHole|DevNull)(?=[A-Z_])\w*|\w+(?:Null|NoOp|Noop))\b/.test(
    header,
  )
