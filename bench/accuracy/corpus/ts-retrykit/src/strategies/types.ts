export interface Strategy {
  readonly name: string
  delay(attempt: number): number
}

export type Jitter = 'none' | 'full' | 'equal'
