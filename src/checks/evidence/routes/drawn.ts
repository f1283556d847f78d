// Actions of Rails that show a template without being told how: an empty one is all that has to be written, and one that is not there
// at all answers as well.

import type { Codebase } from '../../../code/codebase.ts'
import type { Outline } from '../../../code/model.ts'

/** `posts#show`, where `app/views/posts/show.html.erb` lies. */
export function isDrawn(handler: string, codebase: Codebase): boolean {
  const [path, action] = handler.split('#')
  if (action === undefined) return false
  const view = new RegExp(String.raw`(^|/)app/views/(.*/)?${path!.split('/').at(-1)}s?/${action}\.`)
  return codebase.files.some(each => view.test(each))
}

/** The outline of a controller in which what a template fills in is no stub. */
export function withDrawn(outline: Outline, path: string, codebase: Codebase): Outline {
  const controller = /(?:^|\/)app\/controllers\/(.+)_controller\.rb$/.exec(path)?.[1]
  if (controller === undefined || !outline.declarations.some(each => each.isStub)) return outline
  const declarations = outline.declarations.map(each =>
    each.kind === 'method' && each.isStub && isDrawn(`${controller}#${each.name}`, codebase)
      ? { ...each, isStub: false, hasBody: true }
      : each,
  )
  return { ...outline, declarations }
}
