// Which files hold tests, by the conventions of the tools that run them, in every language's custom. The one rule for outlines,
// discovery and use alike. Knows paths only, never content.

/** By the endings of each language: what the name of a file of tests looks like. */
const testNames: readonly RegExp[] = [
  /^(test_.*|.*_test|conftest|tests)\.py$/,
  /([.\-_](test(-d)?|tst|spec|cy|e2e)|^test|[a-z\d]Spec|^spec)\.[cm]?[jt]sx?$/,
  /^test-.*\.[cm]?js$/,
  /\.t\.sol$/,
  /_test\.(go|rs)$/,
  /(_test|_unittest|^test_.*|Tests?)\.(c|cc|cpp|cxx)$/,
  /(_test|_spec|^test_.*)\.rb$/,
  /(Tests?|TestCase|[a-z\d](Spec|IT))\.(java|kt|kts)$/,
  /(Tests?|[a-z\d]Specs?)\.(cs|php|swift)$/,
]

/** Folders whose every file belongs to the tests: `tests`, `Tests`, `Shop.Tests`, `ShopTests`, `androidTest`. */
const testFolder =
  /(^|\/)([Tt]ests?|__tests__|__specs__|__mocks__|cypress|e2e|testdata|[\w.-]*\.Tests?|\w*[a-z\d]Tests?)\//

/** `spec` is where Ruby keeps its tests; elsewhere it is a word like any other. */
const rubyFolder = /(^|\/)spec\/.*\.rb$/

/** What it holds tells, which is asked elsewhere: nearly always it specifies something else. */
export const specification = /(^|\/)(src|lib|source)\/spec\.[cm]?[jt]sx?$/

export function isTestFile(path: string): boolean {
  if (specification.test(path)) return testFolder.test(path)
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    testFolder.test(path) || rubyFolder.test(path) || testNames.some(pattern => pattern.test(name))
  )
}
