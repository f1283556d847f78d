import { describe, expect, it } from 'vitest'
import { isHollowText } from './hollow.ts'

const hollow: readonly (readonly [language: string, text: string])[] = [
  ['typescript', '(req, res) => {}'],
  ['typescript', '(req, res) => res.status(501).end()'],
  ['typescript', 'async (req, res) => {\n  // later\n  res.sendStatus(501)\n}'],
  [
    'typescript',
    'function f(req: Request, { a }: B): void {\n  throw new Error("not implemented")\n}',
  ],
  ['typescript', '(c) => c.json({ error: "x; y" }, 501)'],
  ['typescript', 'c => { throw new Error("not implemented") }'],
  ['typescript', 'async ctx => {}'],
  ['python', 'def f():\n    """Doc."""\n    return {"error": "not yet"}, 501'],
  ['python', '@app.get("/")\nasync def f(a: int = 1):\n    raise HTTPException(status_code=501)'],
  [
    'go',
    'func(w http.ResponseWriter, _ *http.Request) {\n\tw.WriteHeader(http.StatusNotImplemented)\n}',
  ],
  [
    'go',
    'func (h *H) f(w http.ResponseWriter) {\n\thttp.Error(w, "later", http.StatusNotImplemented)\n}',
  ],
  [
    'java',
    'public ResponseEntity<Void> f(@PathVariable String a) {\n  return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED).build();\n}',
  ],
  ['csharp', 'public IActionResult F() => StatusCode(501);'],
  ['kotlin', 'fun f(): Response = status(HttpStatus.NOT_IMPLEMENTED)'],
  ['ruby', 'def create\n  head :not_implemented\nend'],
  ['ruby', 'do |id|\n  halt 501\nend'],
  ['ruby', 'do\nend'],
  ['ruby', 'do; end'],
  ['typescript', "(req, res) => { throw new Error('TODO') }"],
  ['typescript', "async () => {\n  throw new Error('TODO: write this')\n}"],
  ['typescript', "() => { console.log('x'); throw new Error('TODO') }"],
  ['kotlin', '{ call.respond(HttpStatusCode.NotImplemented) }'],
  ['swift', '{ req async throws in throw Abort(.notImplemented) }'],
  ['javascript', '{ return h.response().code(501) }'],
  ['php', "public function f(): Response\n{\n    return response('x', 501);\n}"],
  ['rust', '|| async { todo!() }'],
  ['rust', '|| async { unimplemented!("later") }'],
  ['rust', 'move || async move { todo!() }'],
  ['rust', '|Path(id): Path<u32>| async move {\n  // later\n  todo!()\n}'],
  ['rust', 'async || { todo!() }'],
  ['rust', '|| todo!()'],
  ['rust', '|| async { panic!("not implemented") }'],
  ['rust', '|| async { (StatusCode::NOT_IMPLEMENTED, "later") }'],
]

const substantial: readonly (readonly [language: string, text: string])[] = [
  ['typescript', "(req, res) => { save(req); throw new Error('TODO') }"],
  ['typescript', "(req, res) => { if (!req.a) throw new Error('TODO'); res.json(1) }"],
  ['typescript', "c => c.json({ title: 'TODO' })"],
  ['typescript', '(req, res) => res.json(todo(req.params.id))'],
  ['typescript', 'c => c.json({ a: 1 })'],
  ['typescript', '(req, res) => {\n  if (!ready) return res.status(501).end()\n  res.json(1)\n}'],
  ['typescript', 'req => (req.a ? send(501) : send(200))'],
  ['typescript', '(req, res) => {\n  // 501 was here\n  res.json(list())\n}'],
  ['typescript', '(req, res) => res.json({ count: 1501 })'],
  ['python', 'def f():\n    """Answers 501 no more."""\n    return load()'],
  [
    'go',
    'func(w http.ResponseWriter) {\n\ta()\n\tb()\n\tc()\n\tw.WriteHeader(http.StatusNotImplemented)\n}',
  ],
  ['ruby', 'def create\n  head :created\nend'],
  ['ruby', 'do\n  json list\nend'],
  ['kotlin', '{ call.respond(list()) }'],
  ['swift', '{ req in list(req) }'],
  ['rust', '|| async { "hi" }'],
  ['rust', '|State(s): State<A>| async move { s.list().await }'],
  ['rust', '|Json(b): Json<B>| async { if b.isDone { return done(b); } todo!() }'],
  ['rust', '|| list()'],
]

describe('a function behind a route', () => {
  it.each(hollow)('in %s is hollow: %s', (language, text) => {
    expect(isHollowText(text, language)).toBe(true)
  })

  it.each(substantial)('in %s is not hollow: %s', (language, text) => {
    expect(isHollowText(text, language)).toBe(false)
  })
})
