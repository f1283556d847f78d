// What a registering call names as the handler of its route, or gives in place. Pure, on arguments alone.

import { handedFunction } from '../../bodies/handed.ts'
import type { Argument } from '../calls/calls.ts'

/** A method of a class that a text names: `'UserController@show'`, `'UserController:show'`. */
const inText = /^\\?[A-Z][\w\\]*[@:]\w+$/

const handlerWords = /^(view_func|view|handler|endpoint|callback|use)$/

/** A name is a handler, a function given in place has none. Some frameworks name it by keyword. */
export function handlerOf(args: readonly Argument[]): { handler: string; body?: Argument } {
  const named = args.find(each => handlerWords.test(each.key) && !isEndpointName(each))
  const inObject = args.flatMap(each =>
    each.kind === 'object' ? each.items.filter(one => one.key === 'handler') : [],
  )
  const plain = args.filter(
    each =>
      each.key === '' && (/^(other|function|list)$/.test(each.kind) || inText.test(each.value)),
  )
  const last = lastOf(named ?? plain.at(-1) ?? inObject[0])
  if (last?.kind === 'function') return { handler: '', body: last }
  if (last?.kind === 'other' && handedFunction(last.value)) return { handler: '', body: last }
  return { handler: unwrapped(last?.value ?? '') }
}

/** `[signedIn, show]` of Express is show; what PHP and Ruby write as a list names one method. */
function lastOf(argument: Argument | undefined): Argument | undefined {
  const { kind, value, items } = argument ?? {}
  const isChain =
    kind === 'list' && /^\[/.test(value!) && !value!.includes('::') && items!.every(isCallable)
  return isChain ? (items!.at(-1) ?? argument) : argument
}

const isCallable = ({ kind }: Argument) => kind === 'other' || kind === 'function'

/** `endpoint='blog.index'` of Flask is what a view is registered as, and no function. */
const isEndpointName = ({ key, kind }: Argument) => key === 'endpoint' && kind === 'string'

/** `http.HandlerFunc(ready)` is ready, `books::list` is `books.list`, `Books::list` too. */
const unwrapped = (handler: string) =>
  /^http\.HandlerFunc\((.+)\)$/s.exec(handler)?.[1] ??
  handler.replace(/^([A-Za-z]\w*)::(?!class$)([a-z]\w*)$/, '$1.$2')
