// The frameworks of C# whose routes are registered by calls, one row each.

import { anyPath, type RouteRule } from '../route-rule.ts'

export const csharpRoutes: readonly RouteRule[] = [
  {
    framework: 'aspnet',
    languages: ['csharp'],
    makers: /^(WebApplication\.Create|\w*[bB]uilder\.Build)$/,
    guess: /^(app|routes|endpoints|group|builder)$/,
    verbs: {
      Map: 'ANY',
      MapGet: 'GET',
      MapPost: 'POST',
      MapPut: 'PUT',
      MapPatch: 'PATCH',
      MapDelete: 'DELETE',
    },
    fewest: 2,
    path: anyPath,
    methodSecond: ['MapMethods'],
    groups: ['MapGroup'],
  },
]
