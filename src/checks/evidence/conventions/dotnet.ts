// What .NET, ASP.NET and the libraries around them call of the types that come from theirs.

import type { Convention } from './row.ts'

const files = /\.cs$/

export const dotnetConventions: readonly Convention[] = [
  {
    by: 'the mediator, which finds it by what it handles',
    files,
    bases:
      /^(IRequestHandler|INotificationHandler|IPipelineBehavior|ICommandHandler|IQueryHandler)$/,
    isForeign: true,
    methods: /^Handle(Async)?$/,
    isTypeToo: true,
  },
  {
    by: 'the bus, which finds it by what it consumes',
    files,
    bases: /^IConsumer$/,
    isForeign: true,
    methods: /^Consume$/,
    isTypeToo: true,
  },
  {
    by: 'Entity Framework, which finds it by its type',
    files,
    bases: /^IEntityTypeConfiguration$/,
    isForeign: true,
    methods: /^Configure$/,
    isTypeToo: true,
  },
  {
    by: 'ASP.NET',
    files,
    bases: /^(IHostedService|IMiddleware|IExceptionHandler|IValidatableObject)$/,
    isForeign: true,
    methods: /^(StartAsync|StopAsync|InvokeAsync|TryHandleAsync|Validate)$/,
  },
  {
    by: 'ASP.NET, around each action',
    files,
    bases: /^I(Async)?(Action|Result|Exception|Authorization)Filter$/,
    isForeign: true,
    methods: /^On\w+$/,
  },
  {
    by: 'the library of .NET',
    files,
    bases: /^(IEnumerable|IEnumerator|IComparer|IEqualityComparer)$/,
    isForeign: true,
    methods: /^(GetEnumerator|MoveNext|Reset|Compare|Equals|GetHashCode)$/,
  },
]
