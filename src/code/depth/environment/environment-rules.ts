// Where code of each language reads environment variables, one row each.

import { type NamedRule, script } from '../../languages/named-rule.ts'
import type { Rule } from '../../languages/pack.ts'

/** What is set or taken away is not read; `||=` and the like read first. */
const isRead: Rule = {
  not: { any: [{ precedes: { regex: '^=$' } }, { follows: { regex: '^del(ete)?$' } }] },
}

export const environmentRules: readonly NamedRule[] = [
  ...['member_expression', 'subscript_expression'].map(node => ({
    of: 'environment' as const,
    tool: 'node',
    languages: script,
    node,
    where: isRead,
    pattern:
      /^(?:process|import\.meta|Bun)\.env(?:\??\.|\??\.?\[\s*['"`])(?<name>[A-Za-z_]\w*)['"`]?\]?$/,
  })),
  {
    of: 'environment',
    tool: 'node',
    languages: script,
    node: 'variable_declarator',
    pattern: /^\{(?<names>[^{}]*)\}\s*=\s*process\.env$/,
  },
  {
    of: 'environment',
    tool: 'deno',
    languages: script,
    node: 'call_expression',
    pattern: /^Deno\.env\.get\(\s*['"`](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'python',
    languages: ['python'],
    node: 'call',
    pattern:
      /^(?:os\.)?(?:getenv|environ\.get|environ\.setdefault|environ\.pop)\(\s*["'](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'python',
    languages: ['python'],
    node: 'subscript',
    where: isRead,
    pattern: /^(?:os\.)?environ\[\s*["'](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'go',
    languages: ['go'],
    node: 'call_expression',
    pattern: /^os\.(?:Getenv|LookupEnv)\(\s*["`](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'rust',
    languages: ['rust'],
    node: 'call_expression',
    pattern: /^(?:std::)?env::var(?:_os)?\(\s*"(?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'rust',
    languages: ['rust'],
    node: 'macro_invocation',
    pattern: /^(?:std::)?(?:option_)?env!\(\s*"(?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'java',
    languages: ['java'],
    node: 'method_invocation',
    pattern: /^System\.getenv\(\s*"(?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'kotlin',
    languages: ['kotlin'],
    node: 'call_expression',
    pattern: /^System\.getenv\(\s*"(?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'dotnet',
    languages: ['csharp'],
    node: 'invocation_expression',
    pattern: /^(?:System\.)?Environment\.GetEnvironmentVariable\(\s*"(?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'ruby',
    languages: ['ruby'],
    node: 'element_reference',
    where: isRead,
    pattern: /^ENV\[\s*["'](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'ruby',
    languages: ['ruby'],
    node: 'call',
    pattern: /^ENV\.(?:fetch|dig)\(\s*["'](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'php',
    languages: ['php'],
    node: 'function_call_expression',
    pattern: /^\\?(?:getenv|env)\(\s*["'](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'php',
    languages: ['php'],
    node: 'subscript_expression',
    where: isRead,
    pattern: /^\$_(?:ENV|SERVER)\[\s*["'](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'c',
    languages: ['c', 'cpp'],
    node: 'call_expression',
    pattern: /^(?:std::)?(?:secure_)?getenv\(\s*"(?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'swift',
    languages: ['swift'],
    node: 'call_expression',
    pattern: /^ProcessInfo\.processInfo\.environment\[\s*"(?<name>\w+)/,
  },
]
