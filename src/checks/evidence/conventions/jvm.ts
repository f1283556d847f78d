// What the library of Java, servlets and Spring call of the types that come from theirs.

import type { Convention } from './row.ts'

const files = /\.(java|kts?)$/

export const jvmConventions: readonly Convention[] = [
  {
    by: 'the thread that runs it',
    files,
    bases: /^(Runnable|Thread|TimerTask)$/,
    isForeign: true,
    methods: /^run$/,
  },
  {
    by: 'whoever is handed it as a function',
    files,
    bases: /^(Callable|Supplier|Consumer|Function|Predicate)$/,
    isForeign: true,
    methods: /^(call|get|accept|apply|test)$/,
  },
  {
    by: 'the library of Java',
    files,
    bases: /^(Iterator|Iterable|Comparator|Closeable|AutoCloseable)$/,
    isForeign: true,
    methods: /^(hasNext|next|iterator|compare|close)$/,
  },
  {
    by: 'Spring, when it has started',
    files,
    bases: /^(Command|Application)(Line)?Runner$/,
    isForeign: true,
    methods: /^run$/,
  },
  {
    by: 'the chain of filters',
    files,
    bases: /Filter(Bean)?$/,
    isForeign: true,
    methods: /^(doFilter|doFilterInternal|shouldNotFilter)$/,
  },
  {
    by: 'the container of servlets',
    files,
    bases: /^HttpServlet$/,
    isForeign: true,
    methods: /^(do(Get|Post|Put|Delete|Head|Patch)|service)$/,
  },
  {
    by: 'Spring, around each request',
    files,
    bases: /^(Async)?HandlerInterceptor$/,
    isForeign: true,
    methods: /^(preHandle|postHandle|afterCompletion)$/,
  },
  {
    by: 'Spring, in the life of the bean',
    files,
    bases: /^(ApplicationListener|InitializingBean|DisposableBean)$/,
    isForeign: true,
    methods: /^(onApplicationEvent|afterPropertiesSet|destroy)$/,
  },
  {
    by: 'the framework, which asks it',
    files,
    bases: /^(Converter|ConstraintValidator|Validator|UserDetailsService|AttributeConverter)$/,
    isForeign: true,
    methods: /^(convert|isValid|validate|supports|loadUserByUsername|convertTo\w+)$/,
  },
]
