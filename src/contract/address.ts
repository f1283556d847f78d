// One grammar of addresses for every command: what a word may mean, and in which order its meanings are tried.

export type Address =
  | {
      readonly kind: 'resource'
      readonly address: string
      readonly type: string
      readonly name: string
    }
  | { readonly kind: 'unit'; readonly feature: string | undefined; readonly unit: string }
  | { readonly kind: 'run'; readonly id: string }
  | { readonly kind: 'gate'; readonly number: number }
  | { readonly kind: 'ticket'; readonly id: string }
  | { readonly kind: 'path'; readonly path: string }

export const addressGrammar: readonly (readonly [form: string, meaning: string])[] = [
  ['type.name', 'a resource of the spec or the state'],
  ['FEAT-2026-0001/T01 or T01', 'a unit of a feature'],
  ['run:ID', 'a run'],
  ['gate:N', 'a gate'],
  ['ticket:ID', 'a ticket'],
  ['a path', 'a plan file, another file or a folder'],
]

const name = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.\-/]*`
const type = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_\-]*`
const resourcePattern = new RegExp(String.raw`^(${type})\.(${name})$`, 'u')
const typePattern = new RegExp(`^${type}$`, 'u')
const namePattern = new RegExp(`^${name}$`, 'u')
const unitPattern = /^(?:((?:FEAT|INIT)-\d{4}-\d{4}(?:\/F\d+)?)\/)?(T\d+(?:-[\w-]+)?)$/

export const isResourceType = (word: string) => typePattern.test(word)
export const isResourceName = (word: string) => namePattern.test(word)

export function resourceAddress(type: string, name: string): string {
  return `${type}.${name}`
}

/** Every reading of a word that its form allows, in resolution order. A path is always the last reading. */
export function readAddress(word: string): readonly Address[] {
  const readings: Address[] = []
  const resource = resourcePattern.exec(word)
  if (resource)
    readings.push({ kind: 'resource', address: word, type: resource[1]!, name: resource[2]! })
  const unit = unitPattern.exec(word)
  if (unit) readings.push({ kind: 'unit', feature: unit[1], unit: unit[2]! })
  const prefixed = /^(run|gate|ticket):(.+)$/.exec(word)
  if (prefixed) readings.push(...prefixedAddress(prefixed[1]!, prefixed[2]!))
  if (word !== '') readings.push({ kind: 'path', path: word })
  return readings
}

function prefixedAddress(prefix: string, id: string): Address[] {
  if (prefix === 'run') return [{ kind: 'run', id }]
  if (prefix === 'ticket') return [{ kind: 'ticket', id }]
  return /^\d+$/.test(id) ? [{ kind: 'gate', number: Number(id) }] : []
}

/** An address as a person would type it. */
export function addressText(address: Address): string {
  switch (address.kind) {
    case 'resource':
      return address.address
    case 'unit':
      return address.feature === undefined ? address.unit : `${address.feature}/${address.unit}`
    case 'run':
    case 'ticket':
      return `${address.kind}:${address.id}`
    case 'gate':
      return `gate:${address.number}`
    case 'path':
      return address.path
  }
}
