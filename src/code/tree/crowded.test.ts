import { expect, it } from 'vitest'
import { depthOfText, outlineOf } from '../../../test/tree.ts'

const rows = (text: string) =>
  outlineOf('a.kt', text).declarations.map(({ kind, name, parent, line, endLine, decorators }) =>
    `${kind} ${name} ${parent} ${line}-${endLine} ${decorators.join(' ')}`.trim(),
  )

it('two annotations at the top of a file of Kotlin stand before what they stand before', () => {
  const text =
    'package x\n\n@Service\n@Scope("prototype")\nclass Foo {\n    fun a(): Int { return 1 }\n}\n\n@Preview @Composable\nfun other() = Text()\n\n@A("x")\n@B(C("y"))\n@D\ninternal data class Bar(val a: Int)\n'
  expect(rows(text)).toEqual([
    'class Foo -1 5-7 Service Scope',
    'method a 0 6-6',
    'function other -1 10-10 Preview Composable',
    'class Bar -1 15-15 A B D',
  ])
})

it('and the one that says where a controller answers is read in depth', () => {
  const text =
    'import org.springframework.web.bind.annotation.*\n\n@RestController\n@RequestMapping("/api")\n@Validated\nclass C(private val s: S) {\n    @GetMapping("/a")\n    fun a(): Int { return 1 }\n}\n\ndata class Dto(val a: Int)\n'
  const { routes } = depthOfText('a.kt', text)
  expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /api/a'])
})

it('an annotation with arguments stands before a class that closes on a line with code', () => {
  const text =
    '@Route("/a")\nclass A(val s: S) { fun a() = s.b() }\n\n@Rest\n@Route("/b")\nclass B(val s: S) { @Get fun a() = s.b()\n  @Delete("/{id}") fun b(id: Long) { s.b(id) } }\n'
  expect(rows(text)).toEqual([
    'class A -1 2-2 Route',
    'method a 0 2-2',
    'class B -1 6-7 Rest Route',
    'method a 2 6-6 Get',
    'method b 2 7-7 Delete',
  ])
})
