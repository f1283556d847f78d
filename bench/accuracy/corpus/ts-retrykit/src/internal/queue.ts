import pLimit from 'p-limit'

/* export class BoundedQueue<T> {
  constructor(private readonly size: number) {}
  push(item: T) {}
} */

export const limited = pLimit(4)

export function drain(): Promise<void> {
  return flushPending(limited)
}

declare function flushPending(queue: unknown): Promise<void>
