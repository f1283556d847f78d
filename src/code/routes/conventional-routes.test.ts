import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const program = (...calls: string[]) =>
  `var app = WebApplication.CreateBuilder(args).Build();\n${calls.join('\n')}\napp.Run();\n`
const usual =
  'app.MapControllerRoute(\n    name: "default",\n    pattern: "{controller=Home}/{action=Index}/{id?}");'
const controller = (name: string, body: string, above = 'Controller', attributes = '') =>
  `using Microsoft.AspNetCore.Mvc;
namespace Shop.Controllers;
${attributes}public class ${name} : ${above}
{
${body}
}
`
const home = controller(
  'HomeController',
  `    private readonly Shop shop;
    public HomeController(Shop shop) { this.shop = shop; }
    public IActionResult Index() { return View(shop.All()); }
    [HttpPost]
    [ValidateAntiForgeryToken]
    public IActionResult Send(Form form) { return View(shop.Add(form)); }
    [AcceptVerbs("GET", "HEAD")] public IActionResult Look() => View();
    [ActionName("about-us")]
    public IActionResult About() => View();
    [NonAction]
    public IActionResult Helper() => View();
    public override void OnActionExecuting(Context context) { shop.Open(); }
    public static int Count() => 1;
    private IActionResult Hidden() => View();
    [HttpGet("shop/list")]
    public IActionResult List() => View();`,
)
const products = controller(
  'ProductsController',
  '    public async Task<IActionResult> DetailsAsync(int id) { return View(await Find(id)); }',
)

const cases: readonly RegisteredCase[] = [
  {
    name: 'of the usual pattern',
    files: {
      'Program.cs': program(usual),
      'Controllers/HomeController.cs': home,
      'Controllers/ProductsController.cs': products,
    },
    routes: [
      'ANY /',
      'ANY /Home',
      'ANY /Home/Index',
      'ANY /Home/Index/{id}',
      'ANY /Home/about-us',
      'ANY /Home/about-us/{id}',
      'ANY /Products/Details',
      'ANY /Products/Details/{id}',
      'GET /Home/Look',
      'GET /Home/Look/{id}',
      'GET /shop/list',
      'HEAD /Home/Look',
      'HEAD /Home/Look/{id}',
      'POST /Home/Send',
      'POST /Home/Send/{id}',
    ],
  },
  {
    name: 'of the pattern that has a name of its own',
    files: {
      'Startup.cs':
        'public class Startup\n{\n    public void Configure(IApplicationBuilder app)\n    {\n        app.UseEndpoints(endpoints => { endpoints.MapDefaultControllerRoute(); });\n    }\n}\n',
      'Controllers/ProductsController.cs': products,
    },
    routes: ['ANY /Products/Details', 'ANY /Products/Details/{id}'],
  },
  {
    name: 'of patterns with areas, constraints and words',
    files: {
      'Program.cs': program(
        'app.MapControllerRoute("areas", "{area:exists}/{controller=Home}/{action=Index}/{id:int?}");',
        'app.MapControllerRoute("default", "web/{controller}/{action}");',
      ),
      'Controllers/ProductsController.cs': products,
      'Areas/Admin/HomeController.cs': controller(
        'HomeController',
        '    public IActionResult Index() => View();',
        'Controller',
        '[Area("Admin")]\n',
      ),
    },
    routes: [
      'ANY /Admin',
      'ANY /Admin/Home',
      'ANY /Admin/Home/Index',
      'ANY /Admin/Home/Index/{id}',
      'ANY /web/Products/Details',
    ],
  },
  {
    name: 'of none, where the application sets no pattern',
    files: { 'Program.cs': program('app.MapControllers();'), 'Controllers/Home.cs': home },
    routes: ['GET /shop/list'],
  },
  {
    name: 'of their own, where controllers say it, and none of what is no controller',
    files: {
      'Program.cs': program(usual),
      'Controllers/ThingsController.cs': controller(
        'ThingsController',
        '    [HttpGet]\n    public IActionResult All() => Ok(Find());\n    public IActionResult Loose() => Ok(Find());',
        'ControllerBase',
        '[ApiController]\n[Route("api/things")]\n',
      ),
      'Services/Mailer.cs': controller('Mailer', '    public void Send() { Post(1); }', 'Service'),
      'Controllers/BaseController.cs': controller(
        'BaseController',
        '    public IActionResult Ping() => Ok(1);',
      ).replace('public class', 'public abstract class'),
    },
    routes: ['GET /api/things'],
  },
]

describe('the routes of controllers of ASP.NET are', () => {
  it.each(cases)('$name', ({ files, routes }) => {
    expect(registeredIn(files)).toEqual(routes)
  })
})
