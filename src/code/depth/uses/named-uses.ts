// Uses of a method by its name as a symbol or a text, which is how some languages and frameworks are told whom to call: one row for
// each. Such a name stands in no call of its own, and is no word of the language.

import { script } from '../../languages/named-rule.ts'
import type { Tree } from '../../tree/grammar.ts'

interface Row {
  readonly languages: readonly string[]
  readonly nodes: readonly string[]
  /** A file that has no such word is not looked through. */
  readonly word?: RegExp
  /** The name may be one of another language, whatever the file itself calls so. */
  readonly isForeign?: true
  /** Calls whose plain arguments name what is called. */
  readonly calls?: RegExp
  /** Keys whose values do, in whichever call. */
  readonly keys?: RegExp
  /** The list around it begins so. */
  readonly lists?: RegExp
  /** Functions that are told whom to call, and at which place. */
  readonly takers?: Readonly<Record<string, number>>
}

const takers: Readonly<Record<string, number>> = {
  ...at(0, 'call_user_func call_user_func_array forward_static_call forward_static_call_array'),
  ...at(0, 'array_map ob_start register_shutdown_function set_error_handler'),
  ...at(0, 'set_exception_handler spl_autoload_register header_register_callback'),
  ...at(1, 'array_filter array_walk array_walk_recursive array_reduce iterator_apply'),
  ...at(1, 'usort uasort uksort preg_replace_callback'),
  // WordPress.
  ...at(1, 'add_action add_filter add_shortcode register_activation_hook'),
  ...at(1, 'register_deactivation_hook register_uninstall_hook'),
  ...{ add_meta_box: 2, add_settings_section: 2, add_settings_field: 2 },
  ...{ add_menu_page: 4, add_submenu_page: 5 },
}

function at(place: number, names: string): Readonly<Record<string, number>> {
  return Object.fromEntries(names.split(' ').map(each => [each, place]))
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
  // `[$this, 'sort']` is a callable, and so is what a function is given that calls it.
  {
    languages: ['php'],
    nodes: ['string', 'encapsed_string'],
    lists: /^(?:\[|array\()\s*(?:\$this|\\?[\w\\]+::class)\s*,\s*["']\w+["']\s*,?\s*[\])]$/,
    takers,
  },
  // Hardhat and Truffle ask for a contract by its name, or by its file and its name.
  {
    languages: script,
    nodes: ['string'],
    word: /getContract|deployContract|artifacts/,
    isForeign: true,
    calls:
      /(^|\.)(getContractFactory|getContractAt|deployContract)$|^artifacts\.(require|readArtifact)$/,
  },
]

export interface NamedUse {
  readonly name: string
  readonly isForeign: boolean
  readonly start: number
  readonly line: number
}

export function readNamedUses(root: Tree, source: string, language: string): readonly NamedUse[] {
  return rows
    .filter(each => each.languages.includes(language) && each.word?.test(source) !== false)
    .flatMap(row =>
      root
        .findAll({ rule: { any: row.nodes.map(kind => ({ kind })) } })
        .filter(node => isUse(node, row))
        .flatMap(node => {
          const { start } = node.range()
          const isForeign = row.isForeign === true
          const names = node.text().replace(/^:|["']/g, '')
          return (isForeign ? names.replace(/^.*:/, '') : names.replace(/^.*\\/, ''))
            .split('::')
            .map(name => ({ name, isForeign, start: start.index, line: start.line + 1 }))
        }),
    )
}

function isUse(node: Tree, { calls, keys, lists, takers: taking }: Row): boolean {
  if (taking && isTaken(node, taking)) return true
  const around = outOf(node, /^(?:array|symbol_array|argument|array_element_initializer)$/)
  if (lists) return lists.test(node.parent()?.parent()?.text() ?? '')
  switch (around?.kind()) {
    case 'block_argument':
      return true
    case 'pair':
      return keys?.test(around.field('key')?.text().replace(/[:\s]/g, '') ?? '') === true
    case 'argument_list':
      return calls?.test(around.parent()?.field('method')?.text() ?? '') === true
    case 'arguments':
      return calls?.test(around.parent()?.field('function')?.text() ?? '') === true
    default:
      return false
  }
}

/** `usort($all, 'Foo::compare')`, `add_action('init', [$plugin, 'start'])`. */
function isTaken(node: Tree, places: Readonly<Record<string, number>>): boolean {
  const own = node.ancestors().find(each => each.kind() === 'argument')
  const inner = own?.children()[0]
  const isPair = inner?.kind() === 'array_creation_expression'
  if (!own || !inner || (inner.id() !== node.id() && !isPair)) return false
  if (!/^["'][\w\\]*\w(::\w+)?["']$/.test(node.text())) return false
  const called = own.parent()?.parent()?.field('function')?.text().replace(/^\\/, '') ?? ''
  const place = Object.hasOwn(places, called) ? places[called] : undefined
  const all = own.parent()?.children() ?? []
  return all.filter(each => each.kind() === 'argument')[place ?? -1]?.id() === own.id()
}

/** The first that is none of these. */
function outOf(node: Tree, kinds: RegExp): Tree | null {
  let at = node.parent()
  while (at && kinds.test(String(at.kind()))) at = at.parent()
  return at
}
