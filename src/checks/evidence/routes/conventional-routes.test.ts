import { expect, it } from 'vitest'
import { endpointsIn } from '../../../../test/endpoints.ts'

const files = {
  'Program.cs':
    'var app = WebApplication.CreateBuilder(args).Build();\napp.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");\napp.Run();\n',
  'Controllers/ProductsController.cs': `using Microsoft.AspNetCore.Mvc;
public class ProductsController : Controller
{
    public IActionResult Index() { return View(all()); }
    public IActionResult Details(int id) { return View(find(id)); }
    [HttpPost]
    public IActionResult Create(Product product) { return View(add(product)); }
    [HttpPost]
    public IActionResult Remove(int id) { throw new NotImplementedException(); }
    [NonAction]
    public IActionResult Helper() { return View(all()); }
}
`,
}

it('a controller that is routed by a pattern answers below its name, compared without case', async () => {
  const verdicts = {
    'GET /products': 'implemented',
    'GET /Products/Index': 'implemented',
    'GET /products/details/{id}': 'implemented',
    'POST /products/create': 'implemented',
    'GET /products/create': 'missing',
    'POST /products/remove/{id}': 'partial',
    'GET /products/helper': 'missing',
    'POST /': 'missing',
    'GET /': 'missing',
  }
  expect(await endpointsIn(files, Object.keys(verdicts))).toEqual(
    Object.entries(verdicts).map(([endpoint, verdict]) => `${endpoint}: ${verdict}`),
  )
})
