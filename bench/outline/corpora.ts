// The trees that the outline is measured on: the Python standard library of this machine, TypeScript and Solidity sources
// from npm packages installed into a cache folder, and a repository of some 6,000 Python files made from the first.

import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder } from '../../src/base/cache-folder.ts'

export interface Corpus {
  readonly name: string
  readonly paths: readonly string[]
  readonly sizeBytes: number
}

const folder = join(cacheFolder(process.env) ?? '.fixpoint-bench', 'bench')

const packages = [
  'effect@4.1.0',
  'ethers@6.17.0',
  'rxjs@7.8.2',
  'zod@4.6.7',
  '@reduxjs/toolkit@2.14.0',
  '@openzeppelin/contracts@5.7.0',
  'three@0.187.0',
]

export function run(command: string, args: readonly string[], cwd?: string): string {
  const { stdout, stderr, status, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (error || status !== 0)
    throw new Error(
      `${command} ${args.join(' ')} failed: ${error?.message ?? stderr.slice(0, 500)}`,
    )
  return stdout
}

export function pythonLibrary(): Corpus {
  const library = run('python3', [
    '-c',
    'import sysconfig; print(sysconfig.get_path("stdlib"))',
  ]).trim()
  return corpus('Python standard library', library, '**/*.py', path => path === 'site-packages')
}

export function typeScriptPackages(): Corpus {
  const home = join(folder, 'typescript')
  if (!existsSync(join(home, 'done'))) {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'package.json'), '{"private":true}\n')
    run(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', ...packages],
      home,
    )
    writeFileSync(join(home, 'done'), '')
  }
  return corpus(
    'TypeScript and JavaScript in npm packages',
    join(home, 'node_modules'),
    '**/*.{ts,js}',
    () => false,
  )
}

function corpus(
  name: string,
  root: string,
  pattern: string,
  exclude: (path: string) => boolean,
): Corpus {
  const paths = globSync(pattern, { cwd: root, exclude })
    .map(path => join(root, path))
    .filter(path => !path.includes('.d.ts') && isSource(path))
    .sort()
  return { name, paths, sizeBytes: sizeOf(paths) }
}

function isSource(path: string): boolean {
  const about = statSync(path)
  return about.isFile() && about.size < 500_000
}

export function sizeOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + readFileSync(path).length, 0)
}

/** A repository with `copies` of every file, each of a content of its own, all of it committed. */
export function pythonRepository(library: Corpus, copies: number): string {
  const root = join(folder, `python-${copies}`)
  if (existsSync(join(root, 'done'))) return join(root, 'tree')
  rmSync(root, { recursive: true, force: true })
  for (let copy = 0; copy < copies; copy++)
    for (const [index, path] of library.paths.entries()) {
      const target = join(root, 'tree', `part${copy}`, `d${index % 97}`, `f${index}.py`)
      mkdirSync(dirname(target), { recursive: true })
      copyFileSync(path, target)
      if (copy > 0) writeFileSync(target, `# copy ${copy}\n`, { flag: 'a' })
    }
  const git = (...words: string[]) =>
    run(
      'git',
      ['-c', 'user.name=b', '-c', 'user.email=b@example.org', ...words],
      join(root, 'tree'),
    )
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'all')
  writeFileSync(join(root, 'done'), '')
  return join(root, 'tree')
}

export function benchFolder(name: string): string {
  mkdirSync(join(folder, name), { recursive: true })
  return join(folder, name)
}
