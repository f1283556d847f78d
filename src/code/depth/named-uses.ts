// Uses of a method by its name as a symbol or a text, which is how some languages and frameworks are told whom to call: one row for
// each. Such a name stands in no call of its own, and is no word of the language.

import type { Tree } from '../tree/grammar.ts'

interface Row {
  readonly languages: readonly string[]
  readonly nodes: readonly string[]
  /** Calls whose plain arguments name what is called. */
  readonly calls?: RegExp
  /** Keys whose values do, in whichever call. */
  readonly keys?: RegExp
  /** The list around it begins so. */
  readonly lists?: RegExp
}

const rows: readonly Row[] = [
  // Callbacks of Rails, and what asks for a method of Ruby by its name.
  {
    languages: ['ruby'],
    nodes: ['simple_symbol', 'bare_symbol'],
    calls:
      /^(?:(?:prepend_|append_)?(?:before|after|around)_\w+|validate|validates_each|helper_method|layout|set_callback|define_callbacks|send|public_send|__send__|method|instance_method|public_method|alias_method|try|inject|reduce)$/,
    keys: /^(?:if|unless|with|to|(?:before|after)_(?:add|remove)|counter_cache|callback)$/,
  },
  // `[$this, 'sort']` is a callable.
  {
    languages: ['php'],
    nodes: ['string', 'encapsed_string'],
    lists: /^\[\s*(?:\$this|self::class|static::class)\s*,\s*["']\w+["']\s*,?\s*\]$/,
  },
]

export interface NamedUse {
  readonly name: string
  readonly start: number
  readonly line: number
}

export function readNamedUses(root: Tree, language: string): readonly NamedUse[] {
  return rows
    .filter(each => each.languages.includes(language))
    .flatMap(row =>
      root
        .findAll({ rule: { any: row.nodes.map(kind => ({ kind })) } })
        .filter(node => isUse(node, row))
        .map(node => {
          const { start } = node.range()
          const name = node.text().replace(/^:|["']/g, '')
          return { name, start: start.index, line: start.line + 1 }
        }),
    )
}

function isUse(node: Tree, { calls, keys, lists }: Row): boolean {
  const around = outOf(node, /^(?:array|symbol_array|argument|array_element_initializer)$/)
  if (lists) return lists.test(node.parent()?.parent()?.text() ?? '')
  switch (around?.kind()) {
    case 'block_argument':
      return true
    case 'pair':
      return keys?.test(around.field('key')?.text().replace(/[:\s]/g, '') ?? '') === true
    case 'argument_list':
      return calls?.test(around.parent()?.field('method')?.text() ?? '') === true
    default:
      return false
  }
}

/** The first that is none of these. */
function outOf(node: Tree, kinds: RegExp): Tree | null {
  let at = node.parent()
  while (at && kinds.test(String(at.kind()))) at = at.parent()
  return at
}
