import { expect, it } from 'vitest'
import { judge } from '../../../test/judged.ts'
import type { Evidence } from '../../evidence/weigh.ts'

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

it('a header of Objective-C is none of C: nothing is said of what it declares, nor that it parses', async () => {
  const header =
    '#import <Foundation/Foundation.h>\n\n@interface Pond : NSObject\n- (void)fill;\n@end\n\nvoid drain(int a);\n'
  const read = async (text: string) => {
    const found = await judge(
      { 'Pond.h': text, 'Pond.m': '@implementation Pond\n@end\n' },
      '  m:\n    x:\n      attributes: {functions: [drain]}\n      files: [Pond.h]\n',
    )
    const [{ status, reason, rungs }] = [...found.values()] as [Evidence]
    return [status, reason, rungs.find(each => each.level === 'parsed')?.outcome]
  }
  expect(await read(header)).toEqual(['missing', 'drain is not found among the functions', 'n/a'])
  expect(await read('void drain(int a);\n')).toEqual([
    'partial',
    'drain is only declared, and nothing implements it: write its body, or require: declared (Pond.h:1)',
    'holds',
  ])
  const both = `#ifdef __OBJC__\n#import <UIKit/UIKit.h>\n#endif\nvoid drain(int a);\n`
  expect((await read(both))[0]).toBe('partial')
})
