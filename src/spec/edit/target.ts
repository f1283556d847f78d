// What the file must say after the edits, as values. Finds every edit that cannot be made, and never looks at text.

import { type Diagnostic, error } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { readAddress, resourceAddress } from '../../contract/address.ts'
import type { Add, Rename, SetField, SetTop, SpecEdit, UnsetField } from './edits.ts'
import { follow } from './follow.ts'
import { places } from './places.ts'
import { asMap, isList, isMap, type Value, type ValueMap, valueOfPlain, withPath } from './value.ts'

export interface Target {
  readonly value: ValueMap
  /** New addresses of renamed resources by their old ones. */
  readonly renamed: ReadonlyMap<string, string>
  /** Comments that added resources bring, by address. */
  readonly comments: ReadonlyMap<string, string>
}

export interface Aimed {
  readonly target: Target
  readonly problems: readonly Diagnostic[]
}

export function aim(root: ValueMap, edits: readonly SpecEdit[]): Aimed {
  const desk = new Desk(root)
  for (const edit of edits) desk.take(edit)
  return { target: desk.target(), problems: desk.problems }
}

interface Name {
  readonly type: string
  readonly name: string
}

/** The maps of the spec that edits share, each copied once. */
class Desk {
  readonly problems: Diagnostic[] = []
  readonly #top: Map<string, Value>
  readonly #sections = new Map<string, Map<string, Value>>()
  /** Sections that hold no map (`feature:` alone), kept as they are unless something is added. */
  readonly #odd = new Map<string, Value>()
  readonly #known: Set<string>
  readonly #renamed = new Map<string, string>()
  readonly #comments = new Map<string, string>()
  readonly #places = places<string>()

  constructor(root: ValueMap) {
    this.#top = new Map(root)
    const resources = root.get('resources')
    if (resources !== undefined && resources !== null && !isMap(resources))
      this.#refuse('spec/edit-shape', 'resources is not a map of types')
    for (const [type, section] of asMap(resources)) {
      this.#sections.set(type, new Map(asMap(section)))
      if (!isMap(section)) this.#odd.set(type, section)
    }
    this.#known = new Set(
      [...this.#sections].flatMap(([type, section]) =>
        [...section.keys()].map(name => resourceAddress(type, name)),
      ),
    )
  }

  take(edit: SpecEdit): void {
    switch (edit.op) {
      case 'add':
        return this.#add(edit)
      case 'set':
      case 'unset':
        return this.#field(edit)
      case 'remove': {
        const found = this.#find(edit.op, edit.address)
        if (found && this.#reserve(edit.op, edit.address, inResources(found)))
          this.#sections.get(found.type)!.delete(found.name)
        return
      }
      case 'rename':
        return this.#rename(edit)
      case 'top':
        return this.#setTop(edit)
    }
  }

  target(): Target {
    const follows = this.#renamed.size > 0
    const resources = this.#resources()
    const value = new Map(this.#top)
    if (resources !== undefined) value.set('resources', resources)
    if (follows) value.set('moved', this.#moved())
    return {
      value: follows ? follow(value, this.#renamed) : value,
      renamed: this.#renamed,
      comments: this.#comments,
    }
  }

  #add({ address, body, comment }: Add): void {
    const fresh = this.#fresh('add', address)
    if (!fresh || !this.#reserve('add', address, inResources(fresh))) return
    this.#section(fresh.type).set(fresh.name, valueOfPlain(body))
    if (comment !== undefined) this.#comments.set(address, comment)
  }

  #field(edit: SetField | UnsetField): void {
    const { op, address } = edit
    const found = this.#find(op, address)
    const path = edit.field.split('.')
    if (!found || !this.#reserve(op, address, [...inResources(found), ...path])) return
    const section = this.#sections.get(found.type)!
    const body = section.get(found.name)!
    const value = edit.op === 'set' ? valueOfPlain(edit.value) : undefined
    if (body === null && value === undefined) return
    const changed = body === null || isMap(body) ? withPath(asMap(body), path, value) : undefined
    if (changed) section.set(found.name, changed)
    else
      this.#refuse('spec/edit-shape', `${edit.field} of ${address} lies in a value that is no map`)
  }

  #rename({ from, to }: Rename): void {
    const old = this.#find('rename', from)
    const fresh = this.#fresh('rename to', to)
    if (!old || !fresh) return
    const isFree =
      this.#reserve('rename', from, [...inResources(old), NAME]) &&
      this.#reserve('rename', from, inResources(fresh)) &&
      this.#reserve('rename', from, ['moved', from])
    if (!isFree) return
    this.#renamed.set(from, to)
    if (old.type === fresh.type) return
    // The body is taken when all edits are in; the key stands here so that additions keep their order.
    this.#section(fresh.type).set(fresh.name, null)
  }

  #setTop({ field, value }: SetTop): void {
    if (field === 'resources')
      return this.#refuse('spec/edit-top', 'resources cannot be set as one value', {
        fix: 'add, set and remove resources one by one',
      })
    if (!this.#reserve('top', field, [field])) return
    if (value === undefined) this.#top.delete(field)
    else this.#top.set(field, valueOfPlain(value))
  }

  /** Sections with renamed keys in their old places, and resources that changed their type in the new ones. */
  #resources(): Value | undefined {
    if (this.#sections.size === 0) return this.#top.get('resources')
    const names = new Map([...this.#renamed].map(([from, to]) => [to, from]))
    const isGone = (type: string, name: string) => {
      const to = this.#renamed.get(resourceAddress(type, name))
      return to !== undefined && nameOf(to)!.type !== type
    }
    const bodyOf = (type: string, name: string, body: Value): Value => {
      const from = nameOf(names.get(resourceAddress(type, name)) ?? '')
      return from && from.type !== type ? this.#sections.get(from.type)!.get(from.name)! : body
    }
    const keyOf = (type: string, name: string) => {
      const to = this.#renamed.get(resourceAddress(type, name))
      return to === undefined ? name : nameOf(to)!.name
    }
    return new Map(
      [...this.#sections].map(([type, section]) => [
        type,
        section.size === 0 && this.#odd.has(type)
          ? this.#odd.get(type)!
          : new Map(
              [...section].flatMap(([name, body]) =>
                isGone(type, name) ? [] : [[keyOf(type, name), bodyOf(type, name, body)] as const],
              ),
            ),
      ]),
    )
  }

  /** A name that is taken up again is no longer moved away. */
  #moved(): Value {
    const old = this.#top.get('moved')
    const taken = new Set(this.#renamed.values())
    const kept = isList(old)
      ? old.filter(each => !taken.has(String(asMap(each).get('from') ?? '')))
      : []
    const added = [...this.#renamed].map(([from, to]) => valueOfPlain({ from, to }))
    return [...kept, ...added]
  }

  #section(type: string): Map<string, Value> {
    const found = this.#sections.get(type) ?? new Map<string, Value>()
    this.#sections.set(type, found)
    return found
  }

  #find(op: string, address: string): Name | undefined {
    if (this.#known.has(address)) return nameOf(address)
    const fix = didYouMean(address, this.#known)
    this.#refuse('spec/edit-absent', `${op} names ${address}, which is not declared here`, { fix })
    return undefined
  }

  #fresh(op: string, address: string): Name | undefined {
    const reading = readAddress(address).find(each => each.kind === 'resource')
    if (!reading) this.#refuse('spec/edit-address', `${op} ${address}: not of the form type.name`)
    else if (this.#known.has(address))
      this.#refuse('spec/edit-present', `${op} ${address}: it is declared already`)
    else return nameOf(address)
    return undefined
  }

  #reserve(op: string, address: string, path: readonly string[]): boolean {
    const owner = this.#places.take(path, `${op} ${address}`)
    if (owner === undefined) return true
    const place = path.filter(each => each !== NAME && each !== 'resources').join('.')
    this.#refuse('spec/edit-conflict', `${owner} and ${op} ${address} both change ${place}`, {
      fix: 'make one edit of them, or two calls',
    })
    return false
  }

  #refuse(code: string, message: string, extra: { readonly fix?: string | undefined } = {}): void {
    this.problems.push(error(code, message, extra))
  }
}

/** Where a resource's own name stands among the places of its fields. */
const NAME = '\0name'

const inResources = ({ type, name }: Name) => ['resources', type, name]

function nameOf(address: string): Name | undefined {
  const dot = address.indexOf('.')
  return dot < 0 ? undefined : { type: address.slice(0, dot), name: address.slice(dot + 1) }
}
