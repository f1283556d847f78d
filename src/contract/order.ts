// What a run is to do with one unit, and by what it judges the result: brief, claims, checks and agents as they stood when the run
// began. Kept by the hash of its content, so that nothing that happens later can change what counts.

import type { ReportFormat } from './config.ts'

export interface AgentRecipe {
  readonly name: string
  /** A line for the shell, or a program and its arguments; `{brief}` stands for the path of the prompt. */
  readonly command: string | readonly string[]
  /** Names of variables that it sees besides the usual ones. */
  readonly environment: readonly string[]
  readonly timeoutMs: number
  /** How long it may print nothing. */
  readonly silenceMs: number | undefined
}

/** A check as the config declares it, read and found free of mistakes. */
export interface CheckOrder {
  readonly name: string
  readonly description: string
  /** A line for the shell, or a program and its arguments. */
  readonly command: string | readonly string[]
  readonly timeoutMs: number
  /** Globs; undefined leaves it to the caller what the result depends on. */
  readonly inputs: readonly string[] | undefined
  /** Programs whose version is part of the key. */
  readonly versions: readonly string[]
  /** The report to judge by; undefined where the exit code is all there is. */
  readonly report: { readonly format: ReportFormat; readonly path: string } | undefined
  /** Names of variables that it sees besides the usual ones. */
  readonly environment: readonly string[]
}

export interface ClaimOrder {
  readonly create: readonly string[]
  readonly edit: readonly string[]
  readonly delete: readonly string[]
  readonly read: readonly string[]
}

/** TCP ports that workspaces share out among themselves, `count` to each. */
export interface PortOrder {
  readonly from: number
  readonly to: number
  readonly count: number
}

export interface CommitOrder {
  readonly message?: string | undefined
  readonly hooks?: boolean | undefined
}

export interface Order {
  readonly version: 1
  readonly name: string
  readonly title: string
  /** What the agent reads: the text of the unit file with the fields that concern it. */
  readonly brief: string
  readonly claims: ClaimOrder
  readonly doNotTouch: readonly string[]
  readonly produces: readonly string[]
  /** Paths that decide about the work itself; only a claim that names them grants them. */
  readonly reserved: readonly string[]
  readonly checks: readonly CheckOrder[]
  /** Those of the project that do not judge it: what they run is not its to change either. */
  readonly otherChecks?: readonly CheckOrder[]
  readonly agents: readonly AgentRecipe[]
  readonly setup: string | undefined
  /** How its landing is committed; absent where the config says nothing of it. */
  readonly commit?: CommitOrder
  readonly environment: readonly string[]
  /** Paths and globs of files that a workspace gets copies of, from the project. */
  readonly carry: readonly string[]
  readonly ports: PortOrder | undefined
  /** Where git makes the tree of a branch: its name and its tip, as they were when it was ordered. */
  readonly source?: { readonly branch: string; readonly commit: string }
  /** Who made it, where that is not whoever ordered it; the first is the author of the commit. */
  readonly authors?: readonly { readonly name: string; readonly email: string }[]
  /** What its commit says below the title. */
  readonly body?: string
}
