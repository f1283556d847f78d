// Libraries whose every public name is on offer: a Go module, a gem, a Java project. What starts a program of its own is none; one row
// for each language.

import type { Codebase } from '../../../code/codebase.ts'
import { folderOf } from '../../../code/resolving/paths.ts'
import { isTestFile } from '../../../code/test-files.ts'

export interface Library {
  readonly has: (path: string) => boolean
  /** What follows `is` in the fact. */
  readonly by: string
}

interface Kind {
  readonly manifest: RegExp
  /** Below the folder of the manifest. */
  readonly source: RegExp
  /** Its files start a program. */
  readonly starts: RegExp
  /** Folders whose programs are only there to show or to build something. */
  readonly aside: RegExp
  /** Files that are programs themselves, whatever they declare. */
  readonly programs: RegExp
  /** The manifest says that it is a program. */
  readonly isProgram: RegExp
  readonly by: (manifest: string) => string
}

const kinds: readonly Kind[] = [
  {
    manifest: /(^|\/)go\.mod$/,
    source: /^(?!(.*\/)?(internal|cmd|examples?|testdata|tools|scripts)\/).*(?<!_test)\.go$/,
    starts: /\.go$/,
    programs: /(?!)/,
    aside: /^(_?examples?|tools?|scripts|hack|build|internal)\//,
    isProgram: /(?!)/,
    by: manifest => `exported by a package of ${manifest}`,
  },
  {
    manifest: /\.gemspec$/,
    source: /^lib\/.*\.rb$/,
    starts: /(?!)/,
    programs: /^(exe|bin)\/(?!(console|setup|rake|rspec|rubocop|test)$)/,
    aside: /(?!)/,
    isProgram: /(?!)/,
    by: manifest => `public in the gem of ${manifest}`,
  },
  {
    manifest: /(^|\/)(pom\.xml|build\.gradle(\.kts)?)$/,
    source: /^src\/main\/(java|kotlin)\/.*\.(java|kt)$/,
    programs: /(?!)/,
    starts: /^src\/main\/.*\.(java|kt)$/,
    aside: /(?!)/,
    isProgram:
      /com\.android\.application|<packaging>\s*(war|ear|pom)|spring-boot|quarkus|micronaut|\bapplication\b|['"]war['"]|\bwar\b/,
    by: manifest => `public in the library of ${manifest}`,
  },
]

export function libraries(codebase: Codebase): readonly Library[] {
  return codebase.files.flatMap(path => {
    const kind = kinds.find(each => each.manifest.test(path))
    return kind && !isProgram(path, kind, codebase) ? [libraryOf(path, kind)] : []
  })
}

function libraryOf(manifest: string, { source, by }: Kind): Library {
  const below = folderOf(manifest) === '' ? '' : `${folderOf(manifest)}/`
  return {
    has: path => path.startsWith(below) && source.test(path.slice(below.length)),
    by: by(manifest),
  }
}

function isProgram(manifest: string, kind: Kind, codebase: Codebase): boolean {
  const below = folderOf(manifest) === '' ? '' : `${folderOf(manifest)}/`
  if (kind.isProgram.test(Buffer.from(codebase.bytes(manifest) ?? []).toString('utf8'))) return true
  const within = (paths: readonly string[]) =>
    paths.filter(path => path.startsWith(below)).map(path => path.slice(below.length))
  return (
    within(codebase.files).some(path => kind.programs.test(path)) ||
    within(codebase.declaring('main').filter(path => !isTestFile(path))).some(
      path => kind.starts.test(path) && !kind.aside.test(path),
    )
  )
}
