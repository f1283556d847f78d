using Laundry.Data;
using Laundry.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Laundry.Controllers;

[Route("machines")]
public class MachinesController : Controller
{
    private readonly LaundryContext db;

    public MachinesController(LaundryContext db) => this.db = db;

    [HttpGet("")]
    public async Task<IActionResult> Index() => Json(await db.Machines.ToListAsync());

    [HttpGet("{label}")]
    [HttpGet("/m/{label}")]
    public async Task<IActionResult> ByLabel(string label)
    {
        var machine = await db.Machines.SingleOrDefaultAsync(m => m.Label == label);
        return machine is null ? NotFound() : Json(machine);
    }

    [AcceptVerbs("POST", "PUT")]
    [Route("{label}/defect")]
    public async Task<IActionResult> Defect(string label, string reason)
    {
        var machine = await db.Machines.SingleAsync(m => m.Label == label);
        machine.Break(reason);
        await db.SaveChangesAsync();
        return Accepted();
    }

    [HttpPatch("{label}/programme")]
    public IActionResult ChooseProgramme(string label, Programme programme)
    {
        throw new NotImplementedException("needs the new control board");
    }

    [NonAction]
    public string Describe(Machine machine) => $"{machine.Kind} {machine.Label}";
}

internal static class OldRoutes
{
    public static void MapOldRoutes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/old/machines", () => Results.Redirect("/machines"));
    }
}
