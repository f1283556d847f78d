using Fleet.Api.Vehicles;
using Microsoft.AspNetCore.Mvc;

namespace Fleet.Api.Controllers;

[ApiController]
[Route("api/vehicles")]
public class VehiclesController : ControllerBase
{
    private readonly VehicleService _vehicles;

    public VehiclesController(VehicleService vehicles) => _vehicles = vehicles;

    [HttpGet]
    public async Task<IReadOnlyList<Vehicle>> List(CancellationToken token) => await _vehicles.AllAsync(token);

    [HttpGet("{plate}")]
    public async Task<ActionResult<Vehicle>> Show(string plate, CancellationToken token)
    {
        var vehicle = await _vehicles.FindAsync(plate, token);
        return vehicle is null ? NotFound() : vehicle;
    }

    [HttpPost, Produces("application/json")]
    public async Task<IActionResult> Register([FromBody] Vehicle vehicle)
    {
        await _vehicles.RegisterAsync(vehicle);
        return CreatedAtAction(nameof(Show), new { plate = vehicle.Plate }, vehicle);
    }

    [HttpPut("{plate}/mileage")]
    public IActionResult UpdateMileage(string plate, int kilometres)
    {
        throw new NotImplementedException();
    }

    [HttpDelete("/api/fleet/{plate}")]
    public async Task<IActionResult> Retire(string plate)
    {
        await _vehicles.RetireAsync(plate);
        return NoContent();
    }
}
