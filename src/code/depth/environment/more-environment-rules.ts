// Where tools around a language read environment variables, and the rarer spellings of the languages themselves, one row each.

import { type NamedRule, script } from '../../languages/named-rule.ts'

const row = (
  tool: string,
  languages: readonly string[],
  node: string,
  pattern: RegExp,
  more: Pick<NamedRule, 'imports' | 'where'> = {},
): NamedRule => ({ of: 'environment', tool, languages, node, pattern, ...more })

export const moreEnvironmentRules: readonly NamedRule[] = [
  row('node', script, 'binary_expression', /^['"`](?<name>\w+)['"`]\s+in\s+process\.env$/),
  row(
    'python',
    ['python'],
    'comparison_operator',
    /^["'](?<name>\w+)["']\s+(?:not\s+)?in\s+(?:os\.)?environ$/,
  ),
  row('click and typer', ['python'], 'keyword_argument', /^envvar\s*=\s*\[?\s*["'](?<name>\w+)/),
  row('decouple', ['python'], 'call', /^(?:decouple\.)?config\(\s*["'](?<name>\w+)/, {
    imports: /^decouple$/,
  }),
  row('environs and django-environ', ['python'], 'call', /^env(?:\.\w+)?\(\s*["'](?<name>\w+)/, {
    imports: /^environs?$/,
  }),
  row(
    'java',
    ['java'],
    'method_invocation',
    /^System\.getenv\(\)\s*\.(?:get|getOrDefault|containsKey)\(\s*"(?<name>\w+)/,
  ),
  row(
    'kotlin',
    ['kotlin'],
    'call_expression',
    /^System\.getenv\(\)\s*\.(?:get|getOrDefault|getOrElse|containsKey)\(\s*"(?<name>\w+)/,
  ),
  row('kotlin', ['kotlin'], 'indexing_expression', /^System\.getenv\(\)\[\s*"(?<name>\w+)/),
  row(
    'go, by the tag of a field',
    ['go'],
    'raw_string_literal',
    /^`(?:[^`]*\s)?(?:env|envconfig):"(?<name>[A-Z]\w*)/,
    { where: { inside: { kind: 'field_declaration' } } },
  ),
  row('viper', ['go'], 'call_expression', /^\w+\.BindEnv\(\s*"[^"]*"\s*,\s*"(?<name>\w+)/),
  row('clap', ['rust'], 'attribute_item', /^#\[(?:arg|clap)\([^\]]*?\benv\s*=\s*"(?<name>\w+)/),
  row('dotenvy', ['rust'], 'call_expression', /^dotenv(?:y)?::var\(\s*"(?<name>\w+)/),
  row('ruby', ['ruby'], 'call', /^ENV\.(?:key|has_key|include)\?\(\s*["'](?<name>\w+)/),
  row('vapor', ['swift'], 'call_expression', /^Environment\.get\(\s*"(?<name>\w+)/),
]
