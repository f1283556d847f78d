// Methods of any type that the language itself calls: to print it, to compare it, to go through it.

import { anyType, type Convention } from './row.ts'

const anyName = /(?:)/

const ofLanguage = (by: string, files: RegExp, methods: RegExp): Convention => ({
  by: `${by} itself`,
  files,
  bases: anyType,
  methods,
})

export const languageConventions: readonly Convention[] = [
  ofLanguage('Python', /\.py[iw]?$/, /^__\w+__$/),
  ofLanguage('Java', /\.java$/, /^(toString|equals|hashCode|compareTo)$/),
  ofLanguage('Kotlin', /\.kts?$/, /^(toString|equals|hashCode|compareTo)$/),
  ofLanguage('C#', /\.cs$/, /^(ToString|Equals|GetHashCode|CompareTo|Dispose|DisposeAsync)$/),
  ofLanguage('JavaScript', /\.[cm]?[jt]sx?$/, /^(toString|toJSON|valueOf|constructor)$/),
  ofLanguage('PHP', /\.php$/, /^__\w+$/),
  ofLanguage(
    'Ruby',
    /\.rb$/,
    /^(initialize(_copy)?|to_(s|str|a|ary|h|hash|proc|json)|inspect|each|eql\?|hash|coerce|method_missing|respond_to_missing\?|\W+)$/,
  ),
  ofLanguage('Swift', /\.swift$/, /^(init|deinit|hash|\W+)$/),
  ofLanguage(
    'Go',
    /\.go$/,
    /^(String|Error|GoString|Format|Unwrap|(Un)?[mM]arshal(JSON|Text|Binary|YAML|XML)|ServeHTTP)$/,
  ),
  // A contract is deployed, and what it offers is called from outside.
  {
    by: 'who sends to the contract',
    files: /\.sol$/,
    kind: 'contract',
    bases: anyType,
    isTypeToo: true,
    isOffered: true,
    methods: anyName,
  },
]
