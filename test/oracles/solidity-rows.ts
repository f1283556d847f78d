// What tree-sitter sees in a Solidity file, as rows that the scanner can be held against.

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parse, registerDynamicLanguage, type SgNode } from '@ast-grep/napi'
import type { DeclarationKind } from '../../src/contract/declaration-kinds.ts'
import { type Found, nested, type OracleRow, row } from './tree-rows.ts'

export function solidityRows(source: string): OracleRow[] | undefined {
  registerSolidity()
  const root = parse('solidity', source).root()
  if (root.find({ rule: { kind: 'ERROR' } }) || root.kind() === 'ERROR') return undefined
  const kinds = Object.keys(solidityKinds)
  return nested(root.findAll({ rule: { any: kinds.map(kind => ({ kind })) } }).flatMap(solidityRow))
}

const solidityKinds: Readonly<Record<string, DeclarationKind>> = {
  contract_declaration: 'contract',
  interface_declaration: 'interface',
  library_declaration: 'library',
  function_definition: 'function',
  constructor_definition: 'function',
  fallback_receive_definition: 'function',
  modifier_definition: 'modifier',
  event_definition: 'event',
  error_declaration: 'error',
  struct_declaration: 'struct',
  enum_declaration: 'enum',
  user_defined_type_definition: 'type',
  state_variable_declaration: 'field',
  constant_variable_declaration: 'constant',
}

function solidityRow(node: SgNode): Found[] {
  const type = String(node.kind())
  const text = node.text()
  const name =
    type === 'constructor_definition'
      ? 'constructor'
      : type === 'fallback_receive_definition'
        ? /^\w+/.exec(text)![0]
        : (node.field('name')?.text() ?? '')
  const isVariable = type === 'state_variable_declaration'
  const kind = isVariable && /\bconstant\b/.test(text) ? 'constant' : solidityKinds[type]!
  const isMember = kind === 'function' && node.parent()?.kind() === 'contract_body'
  return [row(isMember ? 'method' : kind, name, node)]
}

let isRegistered = false

function registerSolidity(): void {
  if (isRegistered) return
  isRegistered = true
  const folder = join(
    createRequire(import.meta.url).resolve('tree-sitter-solidity/package.json'),
    '..',
  )
  registerDynamicLanguage({
    solidity: {
      libraryPath: join(
        folder,
        `prebuilds/${process.platform}-${process.arch}/tree-sitter-solidity.node`,
      ),
      extensions: ['sol'],
      languageSymbol: 'tree_sitter_solidity',
    },
  })
}
