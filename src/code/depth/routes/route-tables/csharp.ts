// The frameworks of C# whose routes are registered by calls, one row each.

import { anyPath, type RouteRule, rooted } from '../route-rule.ts'

export const csharpRoutes: readonly RouteRule[] = [
  {
    framework: 'aspnet',
    languages: ['csharp'],
    makers: /^(WebApplication\.Create((Slim|Empty)?Builder)?|\w*[bB]uilder\.Build)$/,
    guess: /^(app|routes|endpoints|group|builder)$/,
    types: /IEndpointRouteBuilder|RouteGroupBuilder|WebApplication/,
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
  {
    framework: 'fastendpoints',
    languages: ['csharp'],
    makers: /^never$/,
    guess: /^never$/,
    classes: /:\s*(?<base>Endpoint(WithoutRequest|WithMapper|WithMapping)?)\b/,
    imports: /^FastEndpoints\b/,
    verbs: { Get: 'GET', Post: 'POST', Put: 'PUT', Patch: 'PATCH', Delete: 'DELETE', Head: 'HEAD' },
    fewest: 1,
    path: rooted,
    answeredBy: 'HandleAsync',
    apart: { paths: 'Routes', methods: 'Verbs' },
  },
]
