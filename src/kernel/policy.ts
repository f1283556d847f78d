// The numbers behind decisions, each named once. A number that changes is a new behaviour version, recorded in the run.

import type { Limits, RunPolicy, State } from './model.ts'
import { noClaims } from './structure/claim-index.ts'
import { noRows } from './structure/rows.ts'

/** Shape of the state, and what folding makes of it; a snapshot of another version is folded again from the journal. */
export const kernelVersion = 4

/** Version of the decisions; recorded in every run, so that an old journal is driven on as it began. */
export const behaviourVersion = 2

export const defaultAttempts = 3
const backOffFirstMs = 30_000
const backOffMostMs = 30 * 60_000
/** Failures of the world in a row before a human is asked. */
export const tripsMost = 8
/** The same of those that no waiting ends. */
export const lastingTripsMost = 3
/** Attempts without progress before a converging unit stops. */
export const stallsMost = 2
/** Failures that a unit carries into its next prompt. */
export const failuresKept = 8
/** How often one delivery follows a target that moves before a person is told. */
export const roundsMost = 5
/** Comments and answers that a unit carries. */
export const notesKept = 50

export const defaultLimits: Limits = { prepare: 4, work: 4, judge: 2 }

export const defaultRunPolicy: RunPolicy = {
  speculation: 4,
  batch: 1,
  deliver: 'none',
  evaluate: false,
  extensionsMost: 5,
  budget: {},
}

export function emptyState(project: string): State {
  return {
    kernel: kernelVersion,
    project,
    seq: 0,
    at: '',
    driver: null,
    fence: 0,
    limits: defaultLimits,
    isPaused: false,
    budget: {},
    day: { date: '', usage: { timeMs: 0, tokens: 0, cost: 0 } },
    quotas: {},
    units: noRows(),
    runs: noRows(),
    gates: noRows(),
    deliveries: noRows(),
    queues: { ready: [], work: [], judge: [] },
    slots: { prepare: 0, work: 0, judge: 0 },
    busy: [],
    resting: [],
    errands: [],
    openRuns: [],
    claims: noClaims,
  }
}

/** 30 s, 60 s, 120 s … half an hour. */
export function backOffMs(trips: number): number {
  return Math.min(backOffMostMs, backOffFirstMs * 2 ** Math.min(trips - 1, 20))
}
