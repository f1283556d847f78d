// Languages as `init` knows them: how to recognise one, where its code and tests usually lie, and how names are written in it.

export type NameStyle = 'camel' | 'snake' | 'pascal'

export interface Language {
  readonly title: string
  /** Any of these files at the root tells the language. */
  readonly markers: readonly string[]
  readonly extensions: readonly string[]
  /** Where code may lie, the usual place first. */
  readonly sources: readonly string[]
  readonly tests: readonly string[]
  readonly style: NameStyle
  readonly testFile: (stem: string, folders: { source: string; tests: string }) => string
}

/** In the order in which they are tried. */
export const languages: readonly Language[] = [
  {
    title: 'TypeScript',
    markers: ['tsconfig.json'],
    extensions: ['ts', 'tsx'],
    sources: ['src', 'lib', 'app'],
    tests: ['test', 'tests', '__tests__'],
    style: 'camel',
    testFile: (stem, { tests }) => `${tests}/${stem}.test.ts`,
  },
  {
    title: 'Solidity',
    markers: ['foundry.toml', 'hardhat.config.js', 'hardhat.config.ts'],
    extensions: ['sol'],
    sources: ['src', 'contracts'],
    tests: ['test'],
    style: 'camel',
    testFile: (stem, { tests }) => `${tests}/${stem}.t.sol`,
  },
  {
    title: 'JavaScript',
    markers: ['package.json'],
    extensions: ['js', 'mjs', 'jsx'],
    sources: ['src', 'lib', 'app'],
    tests: ['test', 'tests', '__tests__'],
    style: 'camel',
    testFile: (stem, { tests }) => `${tests}/${stem}.test.js`,
  },
  {
    title: 'Python',
    markers: ['pyproject.toml', 'setup.py', 'requirements.txt'],
    extensions: ['py'],
    sources: ['src', 'app'],
    tests: ['tests', 'test'],
    style: 'snake',
    testFile: (stem, { tests }) => `${tests}/test_${stem}.py`,
  },
  {
    title: 'Go',
    markers: ['go.mod'],
    extensions: ['go'],
    sources: ['internal', 'pkg', 'cmd'],
    tests: [],
    style: 'pascal',
    testFile: (stem, { source }) => `${source}/${stem}_test.go`,
  },
  {
    title: 'Rust',
    markers: ['Cargo.toml'],
    extensions: ['rs'],
    sources: ['src'],
    tests: ['tests'],
    style: 'snake',
    testFile: (stem, { tests }) => `${tests}/${stem}.rs`,
  },
  {
    title: 'Java',
    markers: ['pom.xml', 'build.gradle', 'build.gradle.kts'],
    extensions: ['java'],
    sources: ['src/main/java'],
    tests: ['src/test/java'],
    style: 'camel',
    testFile: (stem, { tests }) => `${tests}/${stem}Test.java`,
  },
]

/** What an empty folder gets. */
export const defaultLanguage = languages[0]!
