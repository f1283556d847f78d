import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const cases: readonly RegisteredCase[] = [
  {
    name: 'FastEndpoints',
    files: {
      'E.cs': `using FastEndpoints;
public class MyEndpoint : Endpoint<MyRequest, MyResponse>
{
    public override void Configure()
    {
        Post("/api/user/create");
        AllowAnonymous();
    }
    public override async Task HandleAsync(MyRequest req, CancellationToken ct) { await Send(1); }
}
`,
    },
    routes: ['POST /api/user/create'],
  },
  {
    name: 'ASP.NET, of the path of a class above',
    files: {
      'Base.cs': `using Microsoft.AspNetCore.Mvc;
[ApiController]
[Route("api/v1/[controller]")]
public abstract class ApiControllerBase : ControllerBase
{
}
`,
      'UsersController.cs': `using Microsoft.AspNetCore.Mvc;
public class UsersController : ApiControllerBase
{
    [HttpGet("{id}")]
    public User Show(int id) => Find(id);
}
`,
      'OwnController.cs': `using Microsoft.AspNetCore.Mvc;
[Route("own/[action]")]
public class OwnController : ApiControllerBase
{
    [HttpPost]
    public User Make(int id) => Find(id);
}
`,
    },
    routes: ['GET /api/v1/Users/{id}', 'POST /own/Make'],
  },
  {
    name: 'ASP.NET, of actions by their names, in areas, and under what a class above says',
    files: {
      'Base.cs': `using Microsoft.AspNetCore.Mvc;
[Route("api/[controller]/[action]")]
public abstract class Api : ControllerBase { }
`,
      'LakesController.cs': `using Microsoft.AspNetCore.Mvc;
public class LakesController : Api
{
    [HttpGet] public int AllAsync() { return Find(); }
}
`,
      'SeasController.cs': `using Microsoft.AspNetCore.Mvc;
[Area("Admin")]
[Route("[area]/[controller]/[action]")]
public class SeasController : Controller
{
    public SeasController(Store store) { _store = store; }
    [HttpPost]
    [ActionName("fill-up")]
    public int Fill() { return Find(); }
    public int Both() { return Find(); }
    [HttpGet("~/tides/[action]")]
    public int High() { return Find(); }
    [NonAction]
    public int Helper() { return Find(); }
    public static int Sum() { return Find(); }
    public override void OnActionExecuting(Context context) { go(); }
    private int Own() { return Find(); }
}
`,
    },
    routes: [
      'ANY /Admin/Seas/Both',
      'GET /api/Lakes/All',
      'GET /tides/High',
      'POST /Admin/Seas/fill-up',
    ],
  },
  {
    name: 'ASP.NET, where the framework is brought in for all files',
    files: {
      'Usings.cs': 'global using Microsoft.AspNetCore.Mvc;\n',
      'PondsController.cs': `namespace X;
[ApiController, Route("api/ponds")]
public class PondsController(Store store) : ControllerBase
{
    [HttpGet("{id}")]
    public Pond Show(int id) => store.Find(id);
}
`,
    },
    routes: ['GET /api/ponds/{id}'],
  },
  {
    name: 'ASP.NET, of the versions that a controller says it has',
    files: {
      'UsersController.cs': `using Microsoft.AspNetCore.Mvc;
[ApiController]
[ApiVersion("1.0")]
[ApiVersion("2.1", Deprecated = true)]
[Route("api/v{version:apiVersion}/users")]
public class UsersController : ControllerBase
{
    [HttpGet]
    public User All() => Find();
    [HttpPost, MapToApiVersion("2.1")]
    public User Make() => Find();
}
`,
      'Base.cs': `using Microsoft.AspNetCore.Mvc;
[Route("v{version:apiVersion}/[controller]")]
public abstract class VersionedBase : ControllerBase
{
}
`,
      'PetsController.cs': `using Microsoft.AspNetCore.Mvc;
[ApiVersion(2)]
public class PetsController : VersionedBase
{
    [HttpGet("{id}")]
    public Pet Show(int id) => Find(id);
}
`,
      'OldController.cs': `using Microsoft.AspNetCore.Mvc;
[Route("v{version:apiVersion}/old")]
public class OldController : ControllerBase
{
    [HttpGet]
    public Pet Show(int id) => Find(id);
}
`,
    },
    routes: [
      'GET /api/v1.0/users',
      'GET /api/v1/users',
      'GET /api/v2.1/users',
      'GET /api/v{version}/users',
      'GET /v2.0/Pets/{id}',
      'GET /v2/Pets/{id}',
      'GET /v{version}/Pets/{id}',
      'GET /v{version}/old',
      'POST /api/v2.1/users',
      'POST /api/v{version}/users',
    ],
  },
  {
    name: 'ASP.NET, of a method whose parameter is known by its type',
    files: {
      'Program.cs': `var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapTodo();
app.Run();
`,
      'Todos.cs': `public static class Todos
{
    public static IEndpointRouteBuilder MapTodo(this IEndpointRouteBuilder e)
    {
        var g = e.MapGroup("/todo");
        g.MapPost("/", (string t) => Add(t));
        e.MapGet("/direct", () => All());
        cache.MapGet("/other", () => All());
        return e;
    }
}
`,
    },
    routes: ['GET /direct', 'POST /todo'],
  },
  {
    name: 'ASP.NET, of a controller in one line',
    files: {
      'A.cs': `using Microsoft.AspNetCore.Mvc;
[ApiController]
[Route("api/[controller]")]
public class OrdersController : ControllerBase { [HttpGet] public int X() { return All(); } [HttpPost("add")] public int Y() => Add(); }
`,
    },
    routes: ['GET /api/Orders', 'POST /api/Orders/add'],
  },
  {
    name: 'FastEndpoints, of methods and paths that are listed apart',
    files: {
      'E.cs': `using FastEndpoints;
public class MyEndpoint : Endpoint<MyRequest, MyResponse>
{
    public override void Configure()
    {
        Verbs(Http.POST, Http.PUT);
        Routes("/api/a", "/api/b");
    }
    public override async Task HandleAsync(MyRequest req, CancellationToken ct) { await Send(1); }
}
`,
      'F.cs': `using FastEndpoints;
public class Other : EndpointWithoutRequest
{
    public override void Configure()
    {
        Routes("/api/c");
        Verbs("DELETE");
    }
    public override async Task HandleAsync(CancellationToken ct) { await Send(1); }
}
`,
    },
    routes: ['DELETE /api/c', 'POST /api/a', 'POST /api/b', 'PUT /api/a', 'PUT /api/b'],
  },
  {
    name: 'ASP.NET, of a path that stands beside the method, in a keyword or behind its methods',
    files: {
      'OrdersController.cs': `using Microsoft.AspNetCore.Mvc;
[ApiController]
[Route("api/orders")]
public class OrdersController : ControllerBase
{
    [HttpPut]
    [Route("s")]
    public IActionResult S() { return Ok(All()); }
    [Route("t")]
    [HttpPost]
    public IActionResult T() { return Ok(All()); }
    [HttpDelete, Route("u")]
    public IActionResult U() { return Ok(All()); }
    [HttpGet(template: "v")]
    public IActionResult V() { return Ok(All()); }
    [AcceptVerbs("GET", "PATCH", Route = "av")]
    public IActionResult Av() { return Ok(All()); }
    [Route("any")]
    public IActionResult Any() { return Ok(All()); }
    [HttpGet(Name = "all")]
    public IActionResult W() { return Ok(All()); }
    [HttpPut("x", Name = "x"), Authorize]
    public IActionResult X() { return Ok(All()); }
}
`,
    },
    routes: [
      'ANY /api/orders/any',
      'DELETE /api/orders/u',
      'GET /api/orders',
      'GET /api/orders/av',
      'GET /api/orders/v',
      'PATCH /api/orders/av',
      'POST /api/orders/t',
      'PUT /api/orders/s',
      'PUT /api/orders/x',
    ],
  },
]

describe('the routes that the frameworks of C# register', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files)).toEqual(routes)
  })
})
