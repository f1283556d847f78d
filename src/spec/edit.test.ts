import { describe, expect, it } from 'vitest'
import { DiagnosticError } from '../base/diagnostic.ts'
import type { SpecEdit } from './edit/edits.ts'
import { editSpec } from './edit.ts'

const shop = `# The shop
version: "1"

resources:
  feature:
    # Who may come in
    login:
      description: 'Lets people in'
      files: [src/login.ts] # one file
      depends_on:
        - module.store # where they are kept

    # Not yet agreed

    logout: {files: ["src/logout.ts"]}

  # Storage
  module:
    store:
`

const shared = `resources:
  module:
    base: &base
      files: [src/base.ts]
      weight: 2
    like: *base # the same
    more:
      <<: *base
      weight: 3
`

/** The shop with stretches of it replaced, each of which must occur. */
function shopWith(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, shop)
}

function refusals(text: string, edits: readonly SpecEdit[]): readonly string[] {
  try {
    editSpec(text, edits)
    return []
  } catch (cause) {
    expect(cause).toBeInstanceOf(DiagnosticError)
    return (cause as Error).message.split('\n')
  }
}

const loginBlock = `    # Who may come in
    login:
      description: 'Lets people in'
      files: [src/login.ts] # one file
      depends_on:
        - module.store # where they are kept
`

describe('add', () => {
  it('puts resources at the end of their sections, in order, in the style of the file', () => {
    const edits: SpecEdit[] = [
      {
        op: 'add',
        address: 'feature.search',
        body: {
          description: 'finds: things',
          files: ['src/search.ts', '*.sql'],
          depends_on: ['module.store'],
        },
        comment: 'Found by scan',
      },
      { op: 'add', address: 'feature.cart', body: {} },
      {
        op: 'add',
        address: 'table.users',
        body: { connects: [{ to: 'module.store', via: 'sql' }] },
      },
    ]
    const logout = '    logout: {files: ["src/logout.ts"]}\n'
    expect(editSpec(shop, edits)).toBe(
      `${shopWith([
        logout,
        `${logout}
    # Found by scan
    search:
      description: "finds: things"
      files: [src/search.ts, "*.sql"]
      depends_on:
        - module.store

    cart: {}
`,
      ])}
  table:
    users:
      connects:
        - to: module.store
          via: sql
`,
    )
  })

  it('starts a file that is empty, or holds only comments', () => {
    const edits: SpecEdit[] = [{ op: 'add', address: 'feature.a', body: { weight: 2 } }]
    const added = 'resources:\n  feature:\n    a:\n      weight: 2\n'
    expect(editSpec('', edits)).toBe(added)
    expect(editSpec('# Mine\n', edits)).toBe(`# Mine\n\n${added}`)
    expect(editSpec('{}\n', edits)).toBe(added)
  })

  it('fills sections that are empty or in braces', () => {
    const text = 'resources:\n  feature:\n    # none yet\n  module: {} # later\n  table: {a: {}}\n'
    const edits = ['feature.b', 'module.b', 'table.b'].map(
      (address): SpecEdit => ({ op: 'add', address, body: { group: 'x' } }),
    )
    expect(editSpec(text, edits)).toBe(
      'resources:\n  feature:\n    # none yet\n    b:\n      group: x\n  module: # later\n    b:\n      group: x\n  table: {a: {}, b: {group: x}}\n',
    )
  })

  it('follows four spaces, lists under their key, single quotes, CRLF and a missing last line break', () => {
    const text =
      "resources:\r\n    'a':\r\n        x:\r\n            files:\r\n            - 'a: b'"
    const edits: SpecEdit[] = [
      { op: 'add', address: 'a.y', body: { files: ['c: d'], tests: ['t'] } },
    ]
    expect(editSpec(text, edits)).toBe(
      `${text}\r\n\r\n        y:\r\n            files:\r\n            - 'c: d'\r\n            tests:\r\n            - t`,
    )
  })

  it('leaves a large file as it was, whatever it adds', () => {
    const body = (index: number) =>
      `    r${index}: # ${index}\n      files: [ "src/${index}.ts" ]\n`
    const text = `resources:\n  module:\n${Array.from({ length: 2000 }, (_, i) => body(i)).join('')}`
    const edits = Array.from(
      { length: 500 },
      (_, i): SpecEdit => ({
        op: 'add',
        address: `module.new${i}`,
        body: { files: [`src/new${i}.ts`] },
      }),
    )
    const added = edits.map((_, i) => `    new${i}:\n      files: [src/new${i}.ts]\n`).join('')
    expect(editSpec(text, edits)).toBe(text + added)
  })
})

describe('set', () => {
  it('replaces in place or adds at the end, in bodies of every kind', () => {
    const edits: SpecEdit[] = [
      { op: 'set', address: 'feature.login', field: 'description', value: 'Says "hi"' },
      {
        op: 'set',
        address: 'feature.login',
        field: 'depends_on',
        value: ['module.store', 'feature.logout'],
      },
      { op: 'set', address: 'feature.login', field: 'attributes.functions', value: ['login'] },
      { op: 'set', address: 'feature.login', field: 'attributes.class', value: 'Login' },
      { op: 'set', address: 'feature.logout', field: 'require', value: 'present' },
      { op: 'set', address: 'module.store', field: 'description', value: 'Keeps\n  everything\n' },
    ]
    expect(editSpec(shop, edits)).toBe(
      shopWith(
        ["'Lets people in'", `'Says "hi"'`],
        [
          '# where they are kept\n',
          '# where they are kept\n        - feature.logout\n      attributes:\n        functions: [login]\n        class: Login\n',
        ],
        ['"src/logout.ts"]}', '"src/logout.ts"], require: present}'],
        ['    store:\n', '    store:\n      description: |\n        Keeps\n          everything\n'],
      ),
    )
  })

  it('gives a resource that merges an anchor a key of its own', () => {
    const edits: SpecEdit[] = [
      { op: 'set', address: 'module.more', field: 'files', value: ['src/more.ts'] },
      { op: 'set', address: 'module.like', field: 'weight', value: 5 },
    ]
    expect(editSpec(shared, edits)).toBe(
      shared
        .replace('like: *base # the same\n', 'like: # the same\n      <<: *base\n      weight: 5\n')
        .concat('      files: [src/more.ts]\n'),
    )
  })

  it('keeps what others say who share the anchor', () => {
    const edits: SpecEdit[] = [{ op: 'set', address: 'module.base', field: 'weight', value: 7 }]
    expect(editSpec(shared, edits)).toBe(
      shared
        .replace('weight: 2', 'weight: 7')
        .replace(
          'like: *base # the same\n',
          'like: # the same\n      <<: *base\n      weight: 2\n',
        ),
    )
  })

  it('keeps the comments of a body that it must write anew', () => {
    const edits: SpecEdit[] = [
      { op: 'unset', address: 'module.more', field: 'weight' },
      { op: 'set', address: 'module.more', field: 'description', value: 'one\ntwo' },
    ]
    expect(editSpec(shared.replace('weight: 3', 'weight: 3 # more'), edits)).toBe(
      shared.replace(
        '    more:\n      <<: *base\n      weight: 3\n',
        '    more: # more\n      files: [src/base.ts]\n      description: |-\n        one\n        two\n',
      ),
    )
  })

  it('quotes only what would be read as something else', () => {
    const value = [
      'plain words',
      'a:b',
      "it's",
      '-x',
      '12',
      'true',
      '*.ts',
      'a: b',
      'a #b',
      '',
      'say "x"',
      'tab\t',
    ]
    const edits: SpecEdit[] = [
      { op: 'set', address: 'a.b', field: 'attributes', value: { note: value } },
    ]
    const written = ['plain words', 'a:b', "it's", '-x', '"12"', '"true"', '"*.ts"', '"a: b"']
    const lines = [...written, '"a #b"', '""', 'say "x"', '"tab\\t"'].map(
      each => `          - ${each}\n`,
    )
    const text = 'resources:\n  a:\n    b:\n      files:\n        - x\n'
    expect(editSpec(text, edits)).toBe(`${text}      attributes:\n        note:\n${lines.join('')}`)
  })

  it('breaks a list that outgrows its line', () => {
    const files = Array.from({ length: 12 }, (_, i) => `src/file-${i}.ts`)
    const edits: SpecEdit[] = [
      { op: 'set', address: 'feature.login', field: 'files', value: files },
    ]
    const lines = files.map(file => `        - ${file}\n`).join('')
    expect(editSpec(shop, edits)).toBe(
      shopWith(['files: [src/login.ts] # one file\n', `files: # one file\n${lines}`]),
    )
  })
})

describe('unset', () => {
  it('takes a field away and leaves its comments', () => {
    const edits: SpecEdit[] = [
      { op: 'unset', address: 'feature.login', field: 'depends_on' },
      { op: 'unset', address: 'feature.logout', field: 'files' },
      { op: 'unset', address: 'feature.logout', field: 'group' },
    ]
    expect(editSpec(shop, edits)).toBe(
      shopWith(
        ['      depends_on:\n        - module.store # where', '      # where'],
        ['{files: ["src/logout.ts"]}', '{}'],
      ),
    )
  })
})

describe('remove', () => {
  it('takes the comments directly above along and no others', () => {
    const edits: SpecEdit[] = [
      { op: 'remove', address: 'feature.login' },
      { op: 'remove', address: 'module.store' },
    ]
    expect(editSpec(shop, edits)).toBe(
      shopWith([`${loginBlock}\n`, ''], ['module:\n    store:\n', 'module: {}\n']),
    )
  })

  it('takes a section along that has nothing left to say', () => {
    const text = 'resources:\n  feature:\n    # gone\n    a: {}\n\n  module:\n    b: {}\n'
    expect(editSpec(text, [{ op: 'remove', address: 'feature.a' }])).toBe(
      'resources:\n  module:\n    b: {}\n',
    )
  })

  it('leaves to others what they took from its anchor', () => {
    expect(editSpec(shared, [{ op: 'remove', address: 'module.base' }])).toBe(
      'resources:\n  module:\n    like: # the same\n      files: [src/base.ts]\n      weight: 2\n    more:\n      files: [src/base.ts]\n      weight: 3\n',
    )
  })
})

describe('text that keeps its blank lines', () => {
  const text =
    'resources:\n  a:\n    b:\n      description: |+\n        kept\n\n    c: {}\n\n# end\n'
  const kept = 'resources:\n  a:\n    b:\n      description: |+\n        kept\n\n'

  it('takes in none that stood after what left below it', () => {
    expect(editSpec(text, [{ op: 'remove', address: 'a.c' }])).toBe(`${kept}# end\n`)
  })

  it('takes in none that come with a section behind it', () => {
    const edits: SpecEdit[] = [
      { op: 'remove', address: 'a.c' },
      { op: 'add', address: 'x.y', body: {} },
    ]
    expect(editSpec(text, edits)).toBe(`${kept}  x:\n    y: {}\n# end\n`)
  })
})

describe('rename', () => {
  it('changes the key and every reference, and tells the state', () => {
    expect(editSpec(shop, [{ op: 'rename', from: 'module.store', to: 'module.vault' }])).toBe(
      `${shopWith(['- module.store', '- module.vault'], ['    store:', '    vault:'])}
moved:
  - from: module.store
    to: module.vault
`,
    )
  })

  it('moves a resource whose type changes, with its comments', () => {
    expect(editSpec(shop, [{ op: 'rename', from: 'feature.login', to: 'module.login' }])).toBe(
      `${shopWith([`${loginBlock}\n`, ''])}
${loginBlock}
moved:
  - from: feature.login
    to: module.login
`,
    )
  })

  it('takes back a move that it undoes', () => {
    const text =
      'resources:\n  a:\n    y: {connects: [{to: a.y}]}\n\nmoved:\n  - {from: a.x, to: a.y} # once\n'
    expect(editSpec(text, [{ op: 'rename', from: 'a.y', to: 'a.x' }])).toBe(
      'resources:\n  a:\n    x: {connects: [{to: a.x}]}\n\nmoved:\n  - {from: a.y, to: a.x} # once\n',
    )
  })
})

describe('top', () => {
  it('replaces, adds and takes away keys of the file', () => {
    const edits: SpecEdit[] = [
      { op: 'top', field: 'version', value: undefined },
      { op: 'top', field: 'types', value: { feature: { require: 'tested' } } },
    ]
    expect(editSpec(shop, edits)).toBe(
      `${shopWith(['version: "1"\n', ''])}\ntypes:\n  feature:\n    require: tested\n`,
    )
  })
})

describe('refusals', () => {
  it('name everything that stands against the edits, at once', () => {
    const edits: SpecEdit[] = [
      { op: 'set', address: 'feature.logn', field: 'weight', value: 1 },
      { op: 'remove', address: 'feature.login' },
      { op: 'set', address: 'feature.login', field: 'weight', value: 1 },
      { op: 'add', address: 'module.store', body: {} },
      { op: 'add', address: 'nonsense', body: {} },
      { op: 'set', address: 'feature.logout', field: 'files.first', value: 1 },
      { op: 'top', field: 'resources', value: {} },
      { op: 'rename', from: 'module.store', to: 'x.y' },
      { op: 'rename', from: 'feature.logout', to: 'x.y' },
    ]
    expect(refusals(shop, edits)).toEqual([
      'spec/edit-absent set names feature.logn, which is not declared here (did you mean feature.login?)',
      'spec/edit-conflict remove feature.login and set feature.login both change feature.login.weight (make one edit of them, or two calls)',
      'spec/edit-present add module.store: it is declared already',
      'spec/edit-address add nonsense: not of the form type.name',
      'spec/edit-shape files.first of feature.logout lies in a value that is no map',
      'spec/edit-top resources cannot be set as one value (add, set and remove resources one by one)',
      'spec/edit-conflict rename module.store and rename feature.logout both change x.y (make one edit of them, or two calls)',
    ])
  })

  it('tell where a text does not read, and what is no map', () => {
    const edits: SpecEdit[] = [{ op: 'top', field: 'version', value: '1' }]
    expect(refusals('a: [\n', edits)).toEqual([
      'fixpoint.spec.yaml:1:4 yaml/syntax the [ that opens here is not closed before line 2: deficient indentation (close it with ], and indent what belongs to it)',
    ])
    expect(refusals('- a\n', edits)).toEqual([
      'fixpoint.spec.yaml spec/edit-shape the spec is not a map of keys',
    ])
    expect(refusals('resources: [a]\n', edits)).toEqual([
      'spec/edit-shape resources is not a map of types',
    ])
  })

  it('come before a text that would say something else than asked', () => {
    const text = 'resources:\n  a:\n    b:\n      weight: !!int 3\n'
    const edits: SpecEdit[] = [{ op: 'set', address: 'a.b', field: 'weight', value: 0.5 }]
    expect(refusals(text, edits)[0]).toContain('spec/edit-unsafe')
  })
})
