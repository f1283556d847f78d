// The frameworks whose routes are declared by annotations of classes and their methods, one row each.

import { title, titleAfter, upper } from './http-verbs.ts'

export interface AnnotationRule {
  readonly framework: string
  readonly languages: readonly string[]
  readonly imports: RegExp
  readonly onClass: RegExp
  readonly onMethod: Readonly<Record<string, string>>
  /** A class without one of these registers nothing. */
  readonly registers?: RegExp
  /** Its classes have to be listed somewhere. */
  readonly isMounted?: boolean
  /** A path that begins with a slash stands in the place of the one on the class. */
  readonly isAbsolute?: boolean
  /** Says its method in a keyword, ANY without it, where no other annotation of the method says one. */
  readonly listed?: { readonly name: string; readonly keyword?: string }
  /** Lists its methods as texts, and has its path in a keyword. */
  readonly accepts?: string
  /** The annotation of a method that has its path, where the one with the HTTP method has none. */
  readonly pathOn?: string
  /** The annotation of a class that puts a path in front of all others. */
  readonly basePath?: string
  /** The header of a class that has its common path from the class above, in the group `base`. */
  readonly inherits?: RegExp
  /** What an interface or a class declares is served by a class below it that registers. */
  readonly isImplemented?: true
  /** The annotations of a class that say its versions, and those of a method that serves only some of them. */
  readonly versions?: { readonly onClass: string; readonly onMethod: string }
  /** The annotations that name an action and its area, and those under which a method is routed by itself or not at all. */
  readonly actions?: { readonly name: string; readonly area: string; readonly marked: RegExp }
  /** A file that brings in nothing of the framework is known by the header of a class: something is brought in for all files. */
  readonly heads?: RegExp
  /** The method that answers the path of its class, where no method has a path of its own. */
  readonly invoked?: string
}

const spring = {
  GetMapping: 'GET',
  PostMapping: 'POST',
  PutMapping: 'PUT',
  PatchMapping: 'PATCH',
  DeleteMapping: 'DELETE',
}

export const annotationRules: readonly AnnotationRule[] = [
  {
    framework: 'nest',
    languages: ['typescript', 'javascript'],
    imports: /^@nestjs\//,
    onClass: /^Controller$/,
    registers: /^Controller$/,
    isMounted: true,
    isImplemented: true,
    onMethod: { ...title, All: 'ANY' },
  },
  {
    framework: 'spring',
    languages: ['java', 'kotlin'],
    imports: /^org\.springframework\./,
    onClass: /^RequestMapping$/,
    registers: /Controller$/,
    isImplemented: true,
    onMethod: spring,
    listed: { name: 'RequestMapping', keyword: 'method' },
  },
  {
    framework: 'symfony',
    languages: ['php'],
    imports: /^Symfony\\Component\\Routing\\(Attribute|Annotation)\b/,
    onClass: /^Route$/,
    onMethod: {},
    listed: { name: 'Route', keyword: 'methods' },
    invoked: '__invoke',
  },
  {
    framework: 'aspnet',
    languages: ['csharp'],
    imports: /^Microsoft\.AspNetCore\./,
    onClass: /^Route$/,
    inherits: /\bclass\s+\w+[^:{]*:\s*(?<base>(?!Controller(Base)?\b)\w+)/,
    isAbsolute: true,
    versions: { onClass: 'ApiVersion', onMethod: 'MapToApiVersion' },
    onMethod: titleAfter('Http'),
    accepts: 'AcceptVerbs',
    actions: {
      name: 'ActionName',
      area: 'Area',
      marked: /^(?:Http[A-Z]\w*|Route|AcceptVerbs|NonAction)$/,
    },
    heads: /\bclass\s+\w+Controller\b[^{;]*:\s*\w/,
    listed: { name: 'Route' },
    pathOn: 'Route',
  },
  {
    framework: 'jax-rs',
    languages: ['java', 'kotlin'],
    imports: /^(javax|jakarta)\.ws\.rs\b/,
    onClass: /^Path$/,
    registers: /^Path$/,
    onMethod: upper,
    pathOn: 'Path',
    basePath: 'ApplicationPath',
  },
  {
    framework: 'micronaut',
    languages: ['java', 'kotlin'],
    imports: /^io\.micronaut\.http\.annotation\b/,
    onClass: /^Controller$/,
    registers: /^Controller$/,
    onMethod: title,
  },
]
