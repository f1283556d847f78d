export type BreakerState = 'closed' | 'open' | 'half-open'

export const canPass = (state: BreakerState) => state !== 'open'
