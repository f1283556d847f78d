// Languages whose names are not those of one another: a word that Java calls is no function of Python. Whatever links to others — C, Rust,
// Solidity, a language that a user adds — is in none of these families, and may mean anything.

const families: readonly RegExp[] = [
  /\.pyi?$/,
  /\.([cm]?[jt]sx?|vue|svelte)$/,
  // Swift of a program for both platforms calls what Kotlin shares.
  /\.(java|kts?|swift)$/,
  /\.cs$/,
  /\.rb$/,
  /\.php$/,
  /\.go$/,
]

const known = new Map<string, number>()

function familyOf(path: string): number {
  const ending = path.slice(path.lastIndexOf('.'))
  const family = known.get(ending) ?? families.findIndex(each => each.test(ending))
  known.set(ending, family)
  return family
}

/** Code of one file may call what another one declares, as far as their languages go. */
export function mayCall(one: string, other: string): boolean {
  const [first, second] = [familyOf(one), familyOf(other)]
  return first < 0 || second < 0 || first === second
}
