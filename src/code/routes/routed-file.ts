// What the routes of a repository are put together from: one file that may register or mount some, and its routers by a key.

import type { Depth, Outline, Router } from '../model.ts'

/** It may pass on what others make, and need not register anything. */
export interface PassingFile {
  readonly path: string
  readonly outline: Pick<Outline, 'declarations' | 'imports' | 'exports'>
}

export interface RoutedFile extends PassingFile {
  readonly depth: Pick<Depth, 'routes' | 'routers' | 'mounts'>
}

/** A router of the repository. */
export interface PlacedRouter {
  readonly file: string
  readonly index: number
  readonly router: Router
}

export const keyOf = ({ file, index }: Pick<PlacedRouter, 'file' | 'index'>) => `${index} ${file}`
