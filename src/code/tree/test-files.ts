// Which files hold tests, by the conventions of the tools that run them. Knows paths only, never content.

const testName =
  /^(test_.*|.*_test|conftest|tests)\.py$|\.(test|spec|cy|e2e)\.[cm]?[jt]sx?$|[sS]pec\.[jt]s$|\.t\.sol$|_test\.(go|rs|c|cc|cpp)$|^test_.*\.(c|cc|cpp|rb)$|_(test|spec)\.rb$|Tests?\.(java|kt|cs|php|swift)$/

/** Folders whose every file belongs to the tests. */
const testFolder = /(^|\/)(tests?|__tests__|e2e|testdata)\//

export function isTestFile(path: string): boolean {
  return testName.test(path.slice(path.lastIndexOf('/') + 1)) || testFolder.test(path)
}
