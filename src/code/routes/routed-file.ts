// What the routes of a repository are put together from: one file that may register or mount some, and its routers by a key.

import type { Depth, Outline, Router } from '../model.ts'

export interface RoutedFile {
  readonly path: string
  readonly outline: Pick<Outline, 'declarations' | 'imports' | 'exports'>
  readonly depth: Pick<Depth, 'routes' | 'routers' | 'mounts'>
}

/** A router of the repository. */
export interface PlacedRouter {
  readonly file: string
  readonly index: number
  readonly router: Router
}

export const keyOf = ({ file, index }: Pick<PlacedRouter, 'file' | 'index'>) => `${index} ${file}`
