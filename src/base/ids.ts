// Names of things a project decides about. Every id derives from the run and a serial, so that two machines that
// fold the same journal mint the same ids. Knows no clock and no randomness.

export const unitId = (run: string, name: string): string => `${run}/${name}`

export const gateId = (run: string, name: string): string => `${run}:${name}`

export const deliveryId = (run: string, serial: number): string => `${run}~${serial}`

/** `run/T01#2:work`: the owner, its attempt (or revision, or landing) and what is to be done. */
export function effectId(owner: string, serial: number, kind: string): string {
  return `${owner}#${serial}:${kind}`
}

/** The owner of an effect: everything before the last `#`. */
export function effectOwner(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('#')))
}

/** Names that may stand inside ids without being mistaken for their punctuation. */
export function isIdName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._/+@-]*$/.test(name) && name.length <= 200
}
