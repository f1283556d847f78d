// How calls, annotations, strings and assignments look in the tree of each language, as data.

import type { Selector } from '../../languages/pack.ts'
import { springFunctions } from '../routes/route-tables/java.ts'

export interface CallShape {
  /** `function` leads to what is called; languages that name receiver and method on the call itself give those. */
  readonly calls: readonly {
    readonly node: string
    readonly function?: Selector
    readonly receiver?: Selector
    readonly method?: Selector
    readonly arguments: Selector
    readonly isAnnotation?: boolean
    /** Read only where the file brings in what the calls are of: most calls of Java say nothing here. */
    readonly imports?: RegExp
    /** What it is called, where the tree does not say: a list is a call of `[]`. */
    readonly name?: string
    /** The text that makes it a list: its entries are what commas part. */
    readonly list?: RegExp
    /** A function behind the parentheses. */
    readonly block?: Selector
  }[]
  /** A call of a call is one: `get("/") { … }`. */
  readonly isCurried?: boolean
  /** An entry of an object that is key and value at once. */
  readonly shorthands?: readonly string[]
  readonly members: readonly {
    readonly node: string
    readonly object: Selector
    readonly property: Selector
  }[]
  readonly strings: readonly string[]
  readonly functions: readonly string[]
  /** Wrappers around one argument, without a key of their own. */
  readonly wrappers?: readonly string[]
  readonly keywords: readonly {
    readonly node: string
    readonly key: Selector
    readonly value: Selector
  }[]
  readonly objects: readonly string[]
  readonly lists: readonly string[]
  readonly assignments: readonly {
    readonly node: string
    readonly name: Selector
    readonly value: Selector
  }[]
}

const ecma: CallShape = {
  calls: [
    { node: 'call_expression', function: 'function', arguments: 'arguments' },
    { node: 'new_expression', function: 'constructor', arguments: 'arguments' },
  ],
  members: [{ node: 'member_expression', object: 'object', property: 'property' }],
  strings: ['string', 'template_string'],
  functions: ['arrow_function', 'function_expression', 'generator_function', 'statement_block'],
  shorthands: ['shorthand_property_identifier'],
  keywords: [
    { node: 'pair', key: 'key', value: 'value' },
    { node: 'method_definition', key: 'name', value: 'body' },
  ],
  objects: ['object'],
  lists: ['array'],
  assignments: [
    { node: 'variable_declarator', name: 'name', value: 'value' },
    { node: 'assignment_expression', name: 'left', value: 'right' },
    { node: 'public_field_definition', name: 'name', value: 'value' },
  ],
}

/** How the calls of a file look, by what it imports. */
export function callShapeOf(language: string, modules: readonly string[]): CallShape | undefined {
  const shape = callShapes[language]
  if (!shape?.calls.some(each => each.imports)) return shape
  const isRead = ({ imports }: CallShape['calls'][number]) =>
    !imports || modules.some(each => imports.test(each))
  return { ...shape, calls: shape.calls.filter(isRead) }
}

const callShapes: Readonly<Record<string, CallShape>> = {
  typescript: ecma,
  tsx: ecma,
  javascript: {
    ...ecma,
    assignments: [
      ...ecma.assignments.slice(0, 2),
      { node: 'field_definition', name: 'property', value: 'value' },
    ],
  },
  python: {
    calls: [
      { node: 'call', function: 'function', arguments: 'arguments' },
      { node: 'list', name: '[]', arguments: '.' },
    ],
    members: [{ node: 'attribute', object: 'object', property: 'attribute' }],
    strings: ['string', 'concatenated_string'],
    functions: ['lambda'],
    keywords: [
      { node: 'keyword_argument', key: 'name', value: 'value' },
      { node: 'pair', key: 'key', value: 'value' },
    ],
    objects: ['dictionary'],
    lists: ['list', 'tuple', 'set'],
    assignments: [{ node: 'assignment', name: 'left', value: 'right' }],
  },
  go: {
    calls: [{ node: 'call_expression', function: 'function', arguments: 'arguments' }],
    members: [{ node: 'selector_expression', object: 'operand', property: 'field' }],
    strings: ['interpreted_string_literal', 'raw_string_literal'],
    functions: ['func_literal'],
    keywords: [],
    objects: [],
    lists: ['composite_literal'],
    assignments: [
      {
        node: 'short_var_declaration',
        name: 'left/<identifier>',
        value: 'right/<call_expression>',
      },
      { node: 'assignment_statement', name: 'left/.', value: 'right/<call_expression>' },
      { node: 'var_spec', name: 'name', value: 'value/<call_expression>' },
    ],
  },
  java: {
    calls: [
      { node: 'annotation', function: 'name', arguments: 'arguments', isAnnotation: true },
      { node: 'marker_annotation', function: 'name', arguments: 'arguments', isAnnotation: true },
      {
        node: 'method_invocation',
        receiver: 'object',
        method: 'name',
        arguments: 'arguments',
        imports: springFunctions,
      },
    ],
    members: [],
    strings: ['string_literal'],
    functions: ['lambda_expression'],
    keywords: [{ node: 'element_value_pair', key: 'key', value: 'value' }],
    objects: [],
    lists: ['element_value_array_initializer'],
    assignments: [],
  },
  kotlin: {
    calls: [
      {
        node: 'call_expression',
        function: ['<simple_identifier>', '<navigation_expression>', '<call_expression>'],
        arguments: '<call_suffix>/<value_arguments>',
        block: '<call_suffix>/<annotated_lambda>/<lambda_literal>',
      },
      {
        node: 'annotation',
        function: ['<constructor_invocation>/<user_type>', '<user_type>'],
        arguments: '<constructor_invocation>/<value_arguments>',
        isAnnotation: true,
      },
    ],
    isCurried: true,
    members: [
      {
        node: 'navigation_expression',
        object: '<simple_identifier>|<call_expression>|<this_expression>|<string_literal>',
        property: '<navigation_suffix>/<simple_identifier>',
      },
    ],
    strings: ['string_literal'],
    functions: ['lambda_literal'],
    wrappers: ['value_argument'],
    keywords: [],
    objects: [],
    lists: ['collection_literal'],
    assignments: [],
  },
  swift: {
    calls: [
      {
        node: 'call_expression',
        function: ['<simple_identifier>', '<navigation_expression>', '<call_expression>'],
        arguments: '<call_suffix>/<value_arguments>',
        block: '<call_suffix>/<lambda_literal>',
      },
    ],
    members: [
      {
        node: 'navigation_expression',
        object: [
          '<simple_identifier>|<call_expression>|<self_expression>|<navigation_expression>',
          '<try_expression>/<call_expression>',
        ],
        property: '<navigation_suffix>/<simple_identifier>',
      },
    ],
    strings: ['line_string_literal'],
    functions: ['lambda_literal'],
    wrappers: ['value_argument'],
    keywords: [],
    objects: [],
    lists: ['array_literal'],
    assignments: [
      {
        node: 'property_declaration',
        name: '<pattern>/<simple_identifier>',
        value: '<call_expression>',
      },
    ],
  },
  csharp: {
    calls: [
      {
        node: 'attribute',
        function: 'name',
        arguments: '<attribute_argument_list>',
        isAnnotation: true,
      },
      { node: 'invocation_expression', function: 'function', arguments: 'arguments' },
    ],
    members: [{ node: 'member_access_expression', object: 'expression', property: 'name' }],
    strings: ['string_literal', 'verbatim_string_literal', 'raw_string_literal'],
    functions: ['lambda_expression', 'anonymous_method_expression'],
    wrappers: ['attribute_argument', 'argument'],
    keywords: [{ node: 'assignment_expression', key: 'left', value: 'right' }],
    objects: [],
    lists: ['collection_expression', 'implicit_array_creation_expression'],
    assignments: [{ node: 'variable_declarator', name: 'name', value: '<invocation_expression>' }],
  },
  ruby: {
    calls: [{ node: 'call', receiver: 'receiver', method: 'method', arguments: 'arguments' }],
    members: [],
    strings: ['string', 'simple_symbol'],
    functions: ['do_block', 'block'],
    keywords: [{ node: 'pair', key: 'key', value: 'value' }],
    objects: ['hash'],
    lists: ['array', 'symbol_array', 'string_array'],
    assignments: [{ node: 'assignment', name: 'left', value: 'right' }],
  },
  rust: {
    calls: [
      { node: 'call_expression', function: 'function', arguments: 'arguments' },
      {
        node: 'attribute',
        function: ['<identifier>', '<scoped_identifier>'],
        arguments: '<token_tree>',
        isAnnotation: true,
      },
      { node: 'macro_invocation', name: '[]', arguments: '.', list: /^routes!\s*[[(]/ },
    ],
    members: [{ node: 'field_expression', object: 'value', property: 'field' }],
    strings: ['string_literal', 'raw_string_literal'],
    functions: ['closure_expression'],
    keywords: [],
    objects: [],
    lists: ['array_expression', 'tuple_expression'],
    assignments: [
      { node: 'let_declaration', name: 'pattern', value: 'value' },
      { node: 'assignment_expression', name: 'left', value: 'right' },
    ],
  },
  php: {
    calls: [
      {
        node: 'attribute',
        function: ['<name>', '<qualified_name>'],
        arguments: '<arguments>',
        isAnnotation: true,
      },
      { node: 'scoped_call_expression', receiver: 'scope', method: 'name', arguments: 'arguments' },
      {
        node: 'member_call_expression',
        receiver: 'object',
        method: 'name',
        arguments: 'arguments',
      },
      { node: 'function_call_expression', function: 'function', arguments: 'arguments' },
      { node: 'require_expression', function: '<require>', arguments: '.' },
      { node: 'require_once_expression', function: '<require_once>', arguments: '.' },
      { node: 'include_expression', function: '<include>', arguments: '.' },
    ],
    members: [],
    strings: ['string', 'encapsed_string'],
    functions: ['anonymous_function', 'arrow_function'],
    wrappers: ['argument', 'array_element_initializer'],
    keywords: [],
    objects: [],
    lists: ['array_creation_expression'],
    assignments: [{ node: 'assignment_expression', name: 'left', value: 'right' }],
  },
}
