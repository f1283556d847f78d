// Which statements only say that something is missing, and which empty bodies are meant to be empty.
// A comment never decides: what a program says about itself is not what it does.

/** `throw new Error('not implemented')` and its kin, from the word `throw` on. */
const refusal =
  /throw\s+(?:new\s+)?(?:[\w$.]*(?:NotImplemented|Unimplemented)\w*|[\w$.]*(?:Error|Exception)\s*\(\s*(['"`])[^'"`\n]*\b(?:not\s+(?:yet\s+)?implemented|not[-_]implemented|unimplemented|todo)\b)/iy

export function isRefusal(text: string, at: number): boolean {
  refusal.lastIndex = at
  return refusal.test(text)
}

/** A function that is called so does what its name says by doing nothing. */
export function isLicensedName(name: string): boolean {
  return /^_*no_?op$/i.test(name)
}

/** A constructor whose parameters become properties, or that takes none, has nothing left to do. */
export function isFinishedConstructor(parameters: string): boolean {
  return /^\(\s*\)$/.test(parameters) || /\b(public|private|protected|readonly)\s/.test(parameters)
}
