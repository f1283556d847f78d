// Whether a script loads other files without naming them: by globs, from folders that it lists, by computed names. What Fastify loads says
// its folder, which is asked for elsewhere. Pure.

import { latin1Of, yesOrNo } from './sign.ts'

const script = /\.[cm]?[jt]sx?$/
const loading =
  /\bimport\.meta\.glob|\brequire\.context\(|\breaddir(?:Sync)?\(|\bFileSystemRouter\b|\b(?:import|require)\(\s*(?:[\w$[(]|`[^`]*\$\{)|\bfrom\s*["'][^"'\n]*(?:(?<!fastify[/-])autoload|require-all|glob|honox)/

export const loadsComputed = yesOrNo(
  'loads computed',
  file => script.test(file.path) && loading.test(latin1Of(file)),
)
