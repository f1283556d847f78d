// Commands that properties, annotations and constructors name, one row for each tool. What a call or a type declares stands
// elsewhere.

import type { NamedRule } from '../languages/named-rule.ts'

export const toolRules: readonly NamedRule[] = [
  {
    of: 'commands',
    tool: 'laravel and symfony console, in a property',
    languages: ['php'],
    node: 'property_declaration',
    pattern:
      /^(?:protected|public)\s+(?:static\s+)?(?:\??string\s+)?\$(?:signature|defaultName)\s*=\s*['"](?<name>[\w:.-]+)/,
    imports: /^(Illuminate\\Console|Symfony\\Component\\Console)/,
  },
  {
    of: 'commands',
    tool: 'symfony console, in an attribute',
    languages: ['php'],
    node: 'attribute',
    pattern: /^AsCommand\(\s*(?:name:\s*)?['"](?<name>[\w:.-]+)/,
    imports: /^Symfony\\Component\\Console/,
  },
  {
    of: 'commands',
    tool: 'symfony console, in its configuration',
    languages: ['php'],
    node: 'member_call_expression',
    pattern: /^\$this->setName\(\s*['"](?<name>[\w:.-]+)/,
    imports: /^Symfony\\Component\\Console/,
  },
  {
    of: 'commands',
    tool: 'artisan',
    languages: ['php'],
    node: 'scoped_call_expression',
    pattern: /^Artisan::command\(\s*['"](?<name>[\w:.-]+)/,
  },
  {
    of: 'commands',
    tool: 'picocli',
    languages: ['java', 'kotlin'],
    node: 'annotation',
    pattern: /^@(?:CommandLine\.)?Command\([\s\S]*?\bname\s*=\s*"(?<name>[\w:.-]+)"/,
    imports: /^picocli\b/,
  },
  {
    of: 'commands',
    tool: 'System.CommandLine',
    languages: ['csharp'],
    node: 'object_creation_expression',
    pattern: /^new\s+(?:\w+\.)*Command\(\s*(?:name:\s*)?"(?<name>[\w:.-]+)"/,
    imports: /^System\.CommandLine/,
  },
]
