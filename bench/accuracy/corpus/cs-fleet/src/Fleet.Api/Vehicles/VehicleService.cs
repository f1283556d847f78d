using Fleet.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace Fleet.Api.Vehicles;

/// <summary>
/// Vehicles of the fleet. Leasing (StartLeaseAsync, EndLeaseAsync) is in another system.
/// </summary>
public partial class VehicleService
{
    private readonly FleetContext _context;

    public VehicleService(FleetContext context)
    {
        _context = context;
    }

    public event EventHandler<Vehicle>? Retired;

    public async Task<IReadOnlyList<Vehicle>> AllAsync(CancellationToken token = default) =>
        await _context.Vehicles.OrderBy(v => v.Plate).ToListAsync(token);

    public ValueTask<Vehicle?> FindAsync(string plate, CancellationToken token = default) =>
        _context.Vehicles.FindAsync([plate], token);

    public async Task RegisterAsync(Vehicle vehicle)
    {
        _context.Add(vehicle);
        await _context.SaveChangesAsync();
    }

    public Task<int> CountByStateAsync(VehicleState state)
    {
        return Task.FromResult(0); // TODO: needs an index first
    }

    private static string Normalise(string plate) => plate.Replace(" ", "").ToUpperInvariant();
}
