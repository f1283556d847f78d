// What ASP.NET puts in the place of `[controller]`, `[action]` and `[area]` in a path, and the public methods of a controller that are
// actions although nothing is written above them. Reads attributes and headers only.

import type { Declaration } from '../../model.ts'
import type { Annotation } from './annotated-routes.ts'
import type { AnnotationRule } from './annotation-rules.ts'
import { actionName } from './route-path.ts'

/** `path` as it stands for the method at `about`. */
export function withTokens(
  path: string,
  about: number,
  all: readonly Annotation[],
  declarations: readonly Declaration[],
  { actions }: AnnotationRule,
): string {
  if (!actions || !path.includes('[')) return path
  const { name, parent } = declarations[about]!
  const told = (index: number, annotation: string) =>
    all.find(each => each.about === index && each.name === annotation)?.args[0]?.value
  const area = told(about, actions.area) ?? told(parent, actions.area)
  const words = {
    '[controller]': declarations[parent]?.name.replace(/Controller$/, '') ?? '',
    '[action]': told(about, actions.name) ?? actionName(name),
    ...(area !== undefined && { '[area]': area }),
  }
  return Object.entries(words).reduce((text, [token, word]) => text.replace(token, word), path)
}

/** Those whose path is wholly written on the class: `[Route("ponds/[action]")]`. */
export function unmarkedActions(
  all: readonly Annotation[],
  declarations: readonly Declaration[],
  lines: readonly string[],
  { actions, onClass, listed }: AnnotationRule,
): readonly Annotation[] {
  if (!actions || !listed) return []
  const open = new Set(
    all
      .filter(({ name, args }) => onClass.test(name) && args[0]?.value.includes('[action]'))
      .map(each => each.about),
  )
  return declarations.flatMap(({ kind, name, parent, line, isExported, decorators }, about) => {
    const isAction =
      kind === 'method' &&
      isExported &&
      open.has(parent) &&
      name !== declarations[parent]!.name &&
      !decorators.some(each => actions.marked.test(each.split('.').at(-1)!)) &&
      !/\b(?:static|override)\b/.test(lines[line - 1] ?? '')
    return isAction ? [{ name: listed.name, args: [], line, about }] : []
  })
}
