export { ExponentialBackoff } from './exponential.js'
export { constantDelay, immediately } from './constant.js'
export { default as FibonacciBackoff } from './fibonacci.js'
export type { Jitter, Strategy } from './types.js'
