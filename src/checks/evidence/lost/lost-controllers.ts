// Why nobody serves a route that an interface of Java or Kotlin declares: what implements it here is plainly no controller. An annotation
// that nobody knows may make one of a class, and a class above others may be one below, so then nothing is said.

import type { Codebase } from '../../../code/codebase.ts'
import { typesAbove } from '../../../code/depth/routes/implemented-routes.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { codeOf } from '../code-of.ts'

/** Annotations of classes that serve nothing by them. */
const plain =
  /^(Service|Component|Repository|Primary|Transactional|Validated|Slf4j|Log4j2|\w+ArgsConstructor|Data|Profile|Deprecated|SuppressWarnings|Suppress)$/

export function lostController(
  file: string,
  handler: string,
  codebase: Codebase,
): string | undefined {
  const [owner, method] = handler.split('.')
  const own = codebase.outline(file)?.declarations ?? []
  if (!method || !own.some(each => each.name === owner && each.kind === 'interface'))
    return undefined
  const found = codebase
    .declaring(method)
    .filter(path => /\.(java|kts?)$/.test(path) && !isTestFile(path))
    .flatMap(path => implementing(path, owner!, codebase))
  const isPlain = found.length > 0 && found.every(each => each.isPlain)
  return isPlain
    ? `${owner} is implemented by ${found[0]!.name}, which is no controller`
    : undefined
}

function implementing(path: string, owner: string, codebase: Codebase) {
  const lines = codeOf(path, codebase).split('\n')
  const language = path.endsWith('.java') ? 'java' : 'kotlin'
  return (codebase.outline(path)?.declarations ?? [])
    .filter(each => each.kind === 'class' && typesAbove(each.line, lines, language).includes(owner))
    .map(({ name, line, decorators }) => {
      const isOpen = /\b(abstract|open|sealed)\b.*\bclass\b/.test(lines[line - 1] ?? '')
      return { name, isPlain: !isOpen && decorators.every(each => plain.test(each)) }
    })
}
