export * from './circuit-breaker.js'
export type { BreakerState } from './state.js'
