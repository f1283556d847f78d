export class DomainError extends Error {
  constructor(
    public readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export class SlotTaken extends DomainError {
  constructor(slot: Date) {
    super('slot_taken', `${slot.toISOString()} is taken`)
  }
}

export type Result<T, E = DomainError> = { ok: true; value: T } | { ok: false; error: E }
