// Which files are tests, by where they lie and what they are called, in every language's custom.

const folder = /(^|\/)(tests?|specs?|__tests__|e2e|testing|androidTest|src\/test)\//i
const name =
  /(^|\/)(test_[^/]*|[^/]*_test|[^/]*_spec|[^/]*\.(test|spec|cy|e2e)|[^/]*Tests?|[^/]*Spec|[^/]*IT|conftest)\.[A-Za-z]+$/
const solidity = /\.t\.sol$/

export function isTestFile(path: string): boolean {
  return folder.test(path) || name.test(path) || solidity.test(path)
}
