// One spec file from text to resources, with every problem in it. Sees one file at a time and no disk.

import { type Diagnostic, error, type Location, warning } from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import { normalisePath, type PathProblem } from '../base/paths.ts'
import {
  readYaml,
  type YamlDocument,
  type YamlEntry,
  type YamlNode,
} from '../base/yaml/document.ts'
import { locate, plainValue } from '../base/yaml/locate.ts'
import { isResourceName, isResourceType, resourceAddress } from '../contract/address.ts'
import { provenAttributes } from '../contract/attributes.ts'
import type { Level } from '../contract/level.ts'
import { parseWith } from '../contract/parse.ts'
import { type SpecBody, type SpecFile, specSchema } from '../contract/spec.ts'
import { methodFault } from './endpoint-methods.ts'
import type { Backend, Move, Removal, Resource } from './model.ts'

/** One file of a spec; `include` names the others. */
export interface SpecPart {
  readonly file: string
  readonly backend: Backend | undefined
  readonly typeLevels: Readonly<Record<string, Level>>
  readonly resources: readonly Resource[]
  readonly moved: readonly Move[]
  readonly removed: readonly Removal[]
  readonly include: readonly Include[]
  readonly references: readonly Reference[]
}

export interface Include {
  readonly pattern: string
  readonly at: Location
}

/** One resource naming another, and where. */
export interface Reference {
  readonly from: string
  readonly to: string
  readonly verb: 'depends on' | 'connects to'
  readonly at: Location
}

export interface DecodedPart {
  readonly part: SpecPart | undefined
  readonly problems: readonly Diagnostic[]
}

export function decodeSpec(text: string, file: string): DecodedPart {
  const document = readYaml(text, file)
  if (document.problems.length > 0) return { part: undefined, problems: document.problems }
  const isEmpty =
    !document.root || (document.root.kind === 'scalar' && document.root.value === null)
  if (isEmpty) return { part: undefined, problems: [emptySpec(file)] }
  const { value, problems } = parseWith(specSchema(), plainValue(document.root!), {
    area: 'spec',
    locate: (path, of) => locate(document, path, of),
    toleratesForeignKeys: true,
  })
  if (!value) return { part: undefined, problems }
  const reader = new PartReader(document)
  const part = reader.read(value, file)
  return { part, problems: [...problems, ...reader.problems] }
}

function emptySpec(file: string): Diagnostic {
  return error('spec/empty', 'the spec declares nothing', {
    at: { file, line: 1, column: 1 },
    fix: 'add a resources: section, or run fixpoint init --force',
  })
}

class PartReader {
  readonly problems: Diagnostic[] = []
  readonly #references: Reference[] = []
  readonly #document: YamlDocument

  constructor(document: YamlDocument) {
    this.#document = document
  }

  read(value: SpecFile, file: string): SpecPart {
    if (!value.resources && !value.include)
      this.#problem([], 'key', 'spec/no-resources', 'there is no resources: section')
    return {
      file,
      backend: value.backend && {
        type: value.backend.type ?? 'local',
        config: value.backend.config ?? {},
      },
      typeLevels: this.#typeLevels(value),
      resources: this.#resources(value.resources ?? {}),
      moved: (value.moved ?? []).map((each, index) => ({
        ...each,
        at: this.#at(['moved', index]),
      })),
      removed: (value.removed ?? []).map(({ address, reason }, index) => ({
        address,
        reason,
        at: this.#at(['removed', index]),
      })),
      include: (value.include ?? []).map((pattern, index) => ({
        pattern,
        at: this.#at(['include', index]),
      })),
      references: this.#references,
    }
  }

  #typeLevels(value: SpecFile): Record<string, Level> {
    const entries = Object.entries(value.types ?? {}).flatMap(([type, { require }]) =>
      require ? [[type, require as Level]] : [],
    )
    return Object.fromEntries(entries)
  }

  #resources(sections: NonNullable<SpecFile['resources']>): Resource[] {
    const found: Resource[] = []
    for (const { key: type, value: section } of entriesOf(
      child(this.#document.root, 'resources'),
    )) {
      if (!isResourceType(type))
        this.#problem(['resources', type], 'key', 'spec/type-name', badName('type', type))
      for (const entry of entriesOf(section)) {
        if (!isResourceName(entry.key))
          this.#problem(
            ['resources', type, entry.key],
            'key',
            'spec/resource-name',
            badName('resource', entry.key),
          )
        else found.push(this.#resource(type, entry, sections[type]?.[entry.key] ?? {}))
      }
    }
    return found
  }

  #resource(
    type: string,
    { key: name, keyOffset, value: node }: YamlEntry,
    body: SpecBody,
  ): Resource {
    const address = resourceAddress(type, name)
    this.#refer(address, body, node)
    this.#attributes(address, child(node, 'attributes'))
    const { description, ...attributes } = body.attributes ?? {}
    return {
      address,
      type,
      name,
      description: body.description ?? (typeof description === 'string' ? description : undefined),
      attributes: description === undefined ? attributes : { description, ...attributes },
      dependsOn: body.depends_on ?? [],
      files: this.#paths(body.files ?? [], child(node, 'files')),
      tests: this.#paths(body.tests ?? [], child(node, 'tests')),
      checks: body.checks ?? [],
      require: body.require as Level | undefined,
      isOptional: body.priority === 'optional',
      weight: body.weight ?? (body.priority === 'optional' ? 0 : 1),
      blocked: body.blocked,
      connects: (body.connects ?? []).map(({ to, via, label }) => ({ to, via, label })),
      group: body.group,
      at: this.#document.place(keyOffset),
    }
  }

  #refer(from: string, body: SpecBody, node: YamlNode): void {
    const place = (list: YamlNode | undefined, index: number) =>
      this.#document.place(list?.kind === 'list' ? list.items[index]!.offset : node.offset)
    const named = child(node, 'depends_on')
    for (const [index, to] of (body.depends_on ?? []).entries())
      this.#references.push({ from, to, verb: 'depends on', at: place(named, index) })
    const connected = child(node, 'connects')
    for (const [index, { to }] of (body.connects ?? []).entries())
      this.#references.push({ from, to, verb: 'connects to', at: place(connected, index) })
  }

  /** Any attribute may be a note; one that nearly has the name of one that is looked for was meant to be that. */
  #attributes(address: string, node: YamlNode | undefined): void {
    for (const { key, keyOffset, value } of entriesOf(node)) {
      if (key === 'endpoints') this.#endpoints(value)
      if (key === 'method') this.#endpoint(value, `${textOf(value)} ${textOf(child(node, 'path'))}`)
      const fix = provenAttributes.includes(key) ? undefined : didYouMean(key, provenAttributes)
      if (fix === undefined) continue
      const at = this.#document.place(keyOffset)
      const message = `${address} has ${key}, which proves nothing`
      this.problems.push(warning('spec/attribute', message, { at, fix }))
    }
  }

  #endpoints(node: YamlNode): void {
    for (const each of node.kind === 'list' ? node.items : [node])
      this.#endpoint(each, textOf(each))
  }

  #endpoint(node: YamlNode, text: string): void {
    const fault = methodFault(text)
    if (fault === undefined) return
    const at = this.#document.place(node.offset)
    this.problems.push(error('spec/endpoint', fault.message, { at, fix: fault.fix }))
  }

  #at(path: readonly PropertyKey[]): Location {
    return locate(this.#document, path)
  }

  #paths(paths: readonly string[], list: YamlNode | undefined): string[] {
    return paths.flatMap((path, index) => {
      const result = normalisePath(path)
      const at = this.#document.place(list?.kind === 'list' ? list.items[index]!.offset : 0)
      if (path.startsWith('!')) {
        const message = `path "${path}" would leave files out, and paths only name what counts`
        this.problems.push(error('spec/path', message, { at, fix: fixes['spec/path-out'] }))
        return []
      }
      if ('path' in result) return [result.path]
      const message = `path "${path}" ${pathFault[result.problem]}`
      this.problems.push(error('spec/path', message, { at, fix: fixes['spec/path'] }))
      return []
    })
  }

  #problem(path: readonly PropertyKey[], of: 'key' | 'value', code: string, message: string): void {
    this.problems.push(
      error(code, message, { at: locate(this.#document, path, of), fix: fixes[code] }),
    )
  }
}

const entriesOf = (node: YamlNode | undefined) => (node?.kind === 'map' ? node.entries : [])

const child = (node: YamlNode | undefined, key: string) =>
  entriesOf(node).find(each => each.key === key)?.value

const textOf = (node: YamlNode | undefined) =>
  node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : ''

const badName = (what: string, name: string) =>
  `${what} name "${name}" may hold only letters, digits, _ and -${what === 'resource' ? ', . and / inside' : ''}`

const pathFault: Readonly<Record<PathProblem, string>> = {
  empty: 'is empty',
  absolute: 'is absolute',
  escapes: 'leaves the repository',
  'null byte': 'holds a null byte',
}

const fixes: Readonly<Record<string, string>> = {
  'spec/path': 'write it relative to the repository root',
  'spec/path-out': 'name the files that count, by narrower paths and globs',
  'spec/no-resources': 'add resources:, with a map of types below it',
}
