// The rules of `.gitignore` files, for folders that are no git repository. Inside one git itself is asked. Pure.

/** One line of a `.gitignore`. */
interface Rule {
  readonly matches: RegExp
  readonly isNegated: boolean
  readonly isFolderOnly: boolean
}

/** The rules of one folder, and those of the folders around it. */
export interface IgnoreRules {
  readonly folder: string
  readonly rules: readonly Rule[]
  readonly outer: IgnoreRules | undefined
}

/** What is never source, whatever the rules say: version control, dependencies, caches and what was built. */
const never = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '__pycache__',
  '.venv',
  'venv',
  '.tox',
  '.mypy_cache',
  '.pytest_cache',
  '.fixpoint',
])

/** `folder` is '' for the root, else it ends with a slash. */
export function ignoreRules(
  folder: string,
  content: string,
  outer: IgnoreRules | undefined,
): IgnoreRules {
  return { folder, rules: content.split(/\r?\n/).flatMap(ruleOf), outer }
}

/** The last rule that matches decides, and inner folders decide before outer ones. */
export function isIgnored(
  rules: IgnoreRules | undefined,
  path: string,
  isFolder: boolean,
): boolean {
  if (isFolder && never.has(path.slice(path.lastIndexOf('/') + 1))) return true
  for (let each = rules; each !== undefined; each = each.outer) {
    const relative = path.slice(each.folder.length)
    const last = each.rules.findLast(
      rule => (isFolder || !rule.isFolderOnly) && rule.matches.test(relative),
    )
    if (last) return !last.isNegated
  }
  return false
}

function ruleOf(line: string): Rule[] {
  const trimmed = line.replace(/(?<!\\)\s+$/, '')
  if (trimmed === '' || trimmed.startsWith('#')) return []
  const isNegated = trimmed.startsWith('!')
  const body = isNegated ? trimmed.slice(1) : trimmed
  const pattern = body.replace(/^\\(?=[#!])/, '').replace(/\/$/, '')
  const isAnchored = pattern.includes('/')
  const source = expression(pattern.replace(/^\//, ''))
  return [
    {
      matches: new RegExp(isAnchored ? `^${source}$` : `(?:^|/)${source}$`, 's'),
      isNegated,
      isFolderOnly: body.endsWith('/'),
    },
  ]
}

/** Runs of stars count once, so that no pattern takes long to fail. */
function expression(pattern: string): string {
  return pattern
    .replace(/\*{3,}/g, '**')
    .split(/(\*\*\/|\/\*\*$|\*\*|\*|\?|\[[^\]]*\]|\\.)/)
    .map(part => {
      if (part === '**/') return '(?:[^/]*/)*'
      if (part === '/**') return '/.*'
      if (part === '**' || part === '*') return '[^/]*'
      if (part === '?') return '[^/]'
      if (/^\[.+\]$/.test(part)) return characterSet(part)
      if (part.startsWith('\\')) return escaped(part.slice(1))
      return escaped(part)
    })
    .join('')
}

function characterSet(part: string): string {
  const inner = part.slice(1, -1).replace(/^[!^]/, '')
  const isNegated = /^.[!^]/.test(part)
  return `[${isNegated ? '^/' : ''}${inner.replace(/[\\\]]/g, '\\$&')}]`
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
