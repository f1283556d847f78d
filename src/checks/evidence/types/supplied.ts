// Which functions without a body are written by somebody who is no code of the repository: a framework that makes the class of an
// interface, a generator, another language behind a native method. Knows headers, imports and decorators only.

import type { Declaration, Outline } from '../../../code/model.ts'

export interface Signature {
  readonly outline: Outline
  readonly declaration: Declaration
  readonly header: string
  /** The type that it belongs to. */
  readonly owner: Declaration | undefined
  readonly ownerHeader: string | undefined
}

export function isSuppliedFor({
  outline,
  declaration,
  header,
  owner,
  ownerHeader,
}: Signature): boolean {
  const { language, imports } = outline
  if (foreign[language]?.test(header)) return true
  // Outside a trait Rust declares without a body only what other languages define.
  if (language === 'rust') return owner === undefined
  if (declaration.decorators.some(each => generated.test(each))) return true
  return (
    owner !== undefined &&
    (owner.decorators.some(each => made.test(each)) ||
      makers.test(ownerHeader ?? '') ||
      imports.some(each => makingModules.test(each.module)))
  )
}

const foreign: Readonly<Record<string, RegExp>> = {
  java: /\bnative\b/,
  kotlin: /\b(external|expect)\b/,
  csharp: /\b(extern|partial)\b/,
}

/** Around a method. */
const generated =
  /(^|\.)(DllImport|LibraryImport|Generated\w+|LoggerMessage|Import|Query|RawQuery|Modifying|Select|Insert|Update|Delete|Upsert|Transaction|SqlQuery|SqlUpdate|RequestLine)$/

/** Around an interface. */
const made =
  /(^|\.)(FeignClient|RegisterRestClient|HttpExchange|Client|Mapper|Dao|Database|Repository\w*|RepositoryRestResource|AiService|RegisterAiService|MessagingGateway|Component|Subcomponent|ConfigMapping)$/

/** Behind the name of an interface. */
const makers = /(?:\bextends\b|:)[^{]*Repository\s*(?:<|\{|$|,)/

/** Libraries that make the class of an interface. */
const makingModules =
  /^(retrofit2|feign|Refit|dagger|androidx\.room|org\.(springframework\.(data|cloud\.openfeign|web\.service)|apache\.ibatis|jdbi|mapstruct|aeonbits|eclipse\.microprofile\.rest\.client)|io\.micronaut\.(data|http\.client)|jakarta\.data|dev\.langchain4j)\b/
