type Listener<P> = (payload: P) => void;

export interface AuctionEvents {
  'bid.placed': { lotId: number; amount: number };
  'lot.closed': { lotId: number };
}

export class EventBus<E extends object> {
  private readonly listeners = new Map<keyof E, Set<Listener<any>>>();

  on<K extends keyof E>(name: K, listener: Listener<E[K]>): () => void {
    const set = this.listeners.get(name) ?? new Set();
    set.add(listener);
    this.listeners.set(name, set);
    return () => set.delete(listener);
  }

  emit<K extends keyof E>(name: K, payload: E[K]): void {
    this.listeners.get(name)?.forEach(listener => listener(payload));
  }

  replay(): void {}
}
