// An outline as lines of text, short enough to be written by hand beside the file that it describes.

import type { Declaration, Outline } from '../src/code/model.ts'

/**
 * `method Store.save 12-20 exported stub test @Override`, `import m a as b 3`, `export a as b from m 4`,
 * `problem 7:3 missing ;`.
 */
export function renderOutline({ declarations, imports, exports, problems }: Outline): string {
  return [
    ...imports.map(each => line('import', each.module, each.name, renamed(each.alias), each.line)),
    ...exports.map(each =>
      line(
        'export',
        each.local,
        each.name === each.local ? '' : `as ${each.name}`,
        each.module && `from ${each.module}`,
        each.line,
      ),
    ),
    ...declarations.map(each => renderDeclaration(each, declarations)),
    ...problems.map(each => line('problem', `${each.line}:${each.column}`, each.message)),
    '',
  ].join('\n')
}

function renderDeclaration(each: Declaration, all: readonly Declaration[]): string {
  return line(
    each.kind,
    qualifiedName(each, all),
    each.line === each.endLine ? each.line : `${each.line}-${each.endLine}`,
    each.isExported && 'exported',
    each.isStub && 'stub',
    each.isTest && 'test',
    ...each.decorators.map(name => `@${name}`),
  )
}

function qualifiedName(each: Declaration, all: readonly Declaration[]): string {
  const names = [each.name]
  for (let up = all[each.parent]; up; up = all[up.parent]) names.unshift(up.name)
  return names.join('.')
}

const renamed = (alias: string) => alias && `as ${alias}`

function line(...words: readonly (string | number | false)[]): string {
  return words.filter(word => word !== '' && word !== false).join(' ')
}
