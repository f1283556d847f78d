// Commands that properties, annotations and constructors name, one row for each tool. What a call or a type declares stands
// elsewhere.

import type { NamedRule } from '../../languages/named-rule.ts'

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
    tool: 'symfony console, in an attribute by its whole name',
    languages: ['php'],
    node: 'attribute',
    pattern:
      /^\\?Symfony\\Component\\Console\\Attribute\\AsCommand\(\s*(?:name:\s*)?['"](?<name>[\w:.-]+)/,
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
  {
    of: 'commands',
    tool: 'symfony console, in configure',
    languages: ['php'],
    node: 'member_call_expression',
    pattern: /^\$this(?:\s*->set(?!Name)\w+\([^()]*\))*\s*->setName\(\s*['"](?<name>[\w:.-]+)/,
    imports: /^Symfony\\Component\\Console/,
  },
  {
    of: 'commands',
    tool: 'spring shell',
    languages: ['java', 'kotlin'],
    node: 'annotation',
    pattern:
      /^@(?:ShellMethod\([\s\S]*?\bkey\s*=\s*[{[]?\s*|Command\([\s\S]*?\bcommand\s*=\s*[{[]?\s*)"(?<name>[\w: -]+)"/,
    imports: /^org\.springframework\.shell\b/,
  },
  {
    of: 'commands',
    tool: 'spring shell, by the name of the method',
    languages: ['java'],
    node: 'method_declaration',
    where: {
      has: {
        kind: 'modifiers',
        regex: String.raw`@ShellMethod(\s|\(\s*("[^"]*"|value\s*=\s*"[^"]*")?\s*\))`,
      },
    },
    pattern: /^@[\s\S]*?\)\s*(?:(?:public|protected|private)\s+)?[\w<>[\], ]+\s(?<name>\w+)\s*\(/,
    imports: /^org\.springframework\.shell\b/,
    isKebab: true,
  },
  {
    of: 'commands',
    tool: 'Spectre.Console',
    languages: ['csharp'],
    node: 'invocation_expression',
    pattern: /^\w+\.Add(?:Command|Branch)(?:<[\w.<>]+>)?\(\s*"(?<name>[\w:-]+)"/,
    imports: /^Spectre\.Console\.Cli/,
  },
  {
    of: 'commands',
    tool: 'typer and click, of another file under a name',
    languages: ['python'],
    node: 'call',
    pattern:
      /^[\w.]+\.(?:add_typer\([^()]*?\bname\s*=\s*|add_command\(\s*[\w.]+\s*,\s*(?:name\s*=\s*)?)["'](?<name>[\w:-]+)/,
    imports: /^(click|typer|rich_click|\.)/,
  },
]
