import { expect, it } from 'vitest'
import { judge } from '../../../test/judged.ts'

it('a header is read as the language that it is written in', async () => {
  const found = await judge(
    {
      'alpha.h':
        '#pragma once\n#include <string>\nclass API_EXPORT Alpha {\n public:\n  int run() const;\n  void go() { n = 1; }\n  int n;\n};\n',
      'alpha.cpp': '#include "alpha.h"\nint Alpha::run() const { return 3; }\n',
      'beta.h':
        '#ifdef __cplusplus\nextern "C" {\n#endif\nstruct beta { void *private; int class; };\nint beta_run(struct beta *new);\n#ifdef __cplusplus\n}\n#endif\n',
      'beta.c': '#include "beta.h"\nint beta_run(struct beta *new) { return new->class + 1; }\n',
    },
    `  part:
    alpha: {attributes: {class: Alpha, functions: [Alpha.run, Alpha.go]}, files: [alpha.h, alpha.cpp]}
    beta: {attributes: {class: beta, functions: [beta_run]}, files: [beta.h, beta.c]}
`,
  )
  const told = [...found.values()].map(({ address, status, reason }) => [address, reason ?? status])
  expect(Object.fromEntries(told)).toEqual({
    'part.alpha': 'implemented',
    'part.beta': 'implemented',
  })
})
