// With which files of script a runtime may be started, by their names and places, and by what manifests, builds and containers name.
// Who cannot tell says that it may be.

import type { Codebase } from '../../../code/codebase.ts'
import { loadsComputed } from '../../../code/signs/loads-computed.ts'
import { isTestFile } from '../../../code/test-files.ts'

const calledSo =
  /(^|\/)(?:_?(?:index|main|mod|server|app|api|web|worker|entry|start|handler|function|lambda|edge|cli|dev|prod)\b[^/]*|[^/]*[[\]$][^/]*)$/
/** In these a file is what it registers, and its name is that of a folder's. */
const parts = /(^|\/)(?:routes?|routers?|controllers?|modules|features|endpoints|resources)\//
/** In these a framework or a platform serves each file for where it lies. */
const served =
  /(^|\/)(?:functions|netlify|supabase|pages|edge-functions|examples?)\/|(^|\/)app\/routes\/|^(?:src\/)?(?:app|api|server)\//

export function startedFiles(codebase: Codebase) {
  const named = texts(codebase)
  return (path: string): boolean =>
    served.test(path) ||
    /[[\]$]/.test(path) ||
    (calledSo.test(path) && !parts.test(path)) ||
    named().some(text => names(path).some(each => text.includes(each)))
}

const manifest =
  /(^|\/)(?:[\w.-]+\.(?:jsonc?|toml|ya?ml|sh)|[\w.-]+\.config\.[cm]?[jt]s|Dockerfile[\w.-]*|[\w.-]*\.Dockerfile|Procfile|Makefile|justfile)$/
/** They name files for other reasons. */
const others = /(^|\/)(?:fixpoint\.[\w.-]+|\.fixpoint\/.*|[\w.-]*lock[\w.-]*|[tj]sconfig[\w.-]*)$/

function texts(codebase: Codebase): () => readonly string[] {
  let found: readonly string[] | undefined
  return () => {
    found ??= codebase.files
      .filter(path => manifest.test(path) && !others.test(path))
      .map(path => Buffer.from(codebase.bytes(path) ?? []).toString('latin1'))
    return found
  }
}

/** `routes/users` and `users.ts` of src/routes/users.ts. */
function names(path: string): readonly string[] {
  const parts = path.split('/')
  const stem = path.replace(/\.[^./]*$/, '')
  return [parts.at(-1)!, ...(parts.length > 1 ? [stem.split('/').slice(-2).join('/')] : [])]
}

/** Whether any script loads others by names that it computes. */
export function findLoading(codebase: Codebase): () => boolean {
  let found: boolean | undefined
  return () => {
    found ??= codebase.files.some(path => !isTestFile(path) && codebase.sign(path, loadsComputed))
    return found
  }
}
