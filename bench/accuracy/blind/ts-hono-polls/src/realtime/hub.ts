type Listener = (tally: Record<string, number>) => void

const rooms = new Map<string, Set<Listener>>()

export function publish(pollId: string, tally: Record<string, number>): void {
  for (const listener of rooms.get(pollId) ?? []) listener(tally)
}

export function subscribe(pollId: string, listener: Listener): () => void {
  const room = rooms.get(pollId) ?? new Set()
  rooms.set(pollId, room.add(listener))
  return () => {
    room.delete(listener)
    if (room.size === 0) rooms.delete(pollId)
  }
}

/** Where a listener is wanted but nobody listens. */
export const noListener: Listener = () => {}

export class PresenceTracker {
  join(pollId: string, voterId: string): void {
    throw new Error('not implemented')
  }

  leave(pollId: string, voterId: string): void {
    throw new Error('not implemented')
  }
}
