// What a whole body does nothing but wrap: the function that it gives (`return func() { … }`), or a `try` that does nothing about what
// fails in it. A refusal in there is one of the body; anything else in there counts as work.

/** A longer body does something. */
const LONGEST_WRAPPED = 800

/** `code`: of a whole body, without comments. Gives what stands in there, as code. */
export function wrappedIn(code: string): string | undefined {
  if (code.length > LONGEST_WRAPPED) return undefined
  const whole = code.trim().replace(/;$/, '')
  for (const pattern of wrappings) {
    const inner = pattern.exec(whole)?.groups?.inner
    if (inner !== undefined) return inner
  }
  return undefined
}

const parameters = String.raw`\((?:[^(){}]|\b(?:interface|struct)\{\}|\([^(){}]*\))*\)`
const block = String.raw`\{(?<inner>[\s\S]*)\}`
const expression = String.raw`(?<inner>(?!\{)[\s\S]*)`

const wrappings = [
  // Go, PHP and Kotlin: `func(…) T { … }`, `function (…) use (…): T { … }`, `fun(…): T { … }`.
  String.raw`return\s+(?:http\.HandlerFunc\(\s*)?(?:static\s+)?fun(?:c|ction)?\b\s*${parameters}[^{};]*${block}\)?(?:,\s*nil)?`,
  // Rust: `move |x| …`, `Box::new(|| { … })`, `async move { … }`.
  String.raw`(?:return\s+)?(?:(?:Box|Arc|Rc)::(?:new|pin)\(\s*)?(?:async\s+)?(?:move\s+)?\|[^|{}]*\|(?:\s*->[^{}]*?)?\s*(?:async\s+)?(?:move\s+)?${block}\)?`,
  String.raw`(?:return\s+)?(?:(?:Box|Arc|Rc)::(?:new|pin)\(\s*)?(?:async\s+)?(?:move\s+)?\|[^|{}]*\|\s*(?<inner>(?:todo|unimplemented|panic)!\([^{}|]*?\))\)?`,
  String.raw`(?:return\s+)?(?:(?:Box|Arc|Rc)::(?:new|pin)\(\s*)?async\s+(?:move\s+)?${block}\)?`,
  // Java, C#, PHP: `x -> { … }`, `() => throw …`, `fn ($x) => throw …`, `delegate { … }`.
  String.raw`(?:return\s+)?(?:(?:async|static)\s+)*(?:fn\s*)?(?:${parameters}(?:\s*:\s*[?\\\w|]+)?|\w+)\s*[-=]>\s*${block}`,
  String.raw`(?:return\s+)?(?:(?:async|static)\s+)*(?:fn\s*)?(?:${parameters}(?:\s*:\s*[?\\\w|]+)?|\w+)\s*[-=]>\s*${expression}`,
  String.raw`(?:return\s+)?delegate\s*(?:${parameters})?\s*${block}`,
  // Swift and Kotlin: `{ x in … }`, `{ x -> … }`.
  String.raw`(?:return\s+)?\{(?:[^{}\n;]*?(?:\bin\b|->))?(?<inner>[\s\S]*)\}`,
  // C++: `[=](int x) -> int { … }`.
  String.raw`return\s+\[[^[\]{}]*\]\s*(?:${parameters})?[^{};]*${block}`,
  // Ruby: `->(x) { … }`, `lambda do |x| … end`.
  String.raw`(?:return\s+)?(?:->\s*(?:\([^()]*\)|\w+)?|lambda|proc|Proc\.new)\s*(?:\{|do\b)\s*(?:\|[^|]*\|)?(?<inner>[\s\S]*)(?:\}|\bend)`,
  // `try { … } finally { }`, and what only throws again.
  String.raw`try\s*\{(?<inner>[^{}]*)\}(?:\s*catch(?:\s*\([^(){}]*\))?\s*\{\s*throw(?:\s+\$?\w+)?\s*;?\s*\})*(?:\s*finally\s*\{\s*\})?`,
].map(each => new RegExp(`^${each}$`))
