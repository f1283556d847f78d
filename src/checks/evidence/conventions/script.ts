// What Nest, Angular, TypeORM, React and the browser call of the classes that come from theirs.

import type { Convention } from './row.ts'

const files = /\.[cm]?[jt]sx?$/

export const scriptConventions: readonly Convention[] = [
  {
    by: 'Nest, around each request',
    files,
    bases:
      /^(CanActivate|NestInterceptor|PipeTransform|ExceptionFilter|NestMiddleware|NestModule)$/,
    isForeign: true,
    methods: /^(canActivate|intercept|transform|catch|use|configure)$/,
  },
  {
    by: 'the framework, in the life of the class',
    files,
    bases:
      /^(On(Module|Application)\w+|(Before|On)Application\w+|On(Init|Destroy|Changes)|DoCheck|After(View|Content)\w+)$/,
    isForeign: true,
    methods: /^(on(Module|Application)\w+|beforeApplication\w+|ng[A-Z]\w+)$/,
  },
  {
    by: 'who validates or migrates',
    files,
    bases: /^(ValidatorConstraintInterface|MigrationInterface)$/,
    isForeign: true,
    methods: /^(validate|defaultMessage|up|down)$/,
    isTypeToo: true,
  },
  {
    by: 'React, which renders it',
    files,
    bases: /^(Pure)?Component$/,
    isForeign: true,
    methods:
      /^(render|component(Did|Will)\w+|shouldComponentUpdate|getSnapshotBeforeUpdate|getDerivedState\w+)$/,
  },
  {
    by: 'the browser, which knows the element',
    files,
    bases: /^(HTML\w*Element|LitElement)$/,
    isForeign: true,
    methods: /^(\w+Callback|render|firstUpdated|updated|willUpdate)$/,
  },
]
