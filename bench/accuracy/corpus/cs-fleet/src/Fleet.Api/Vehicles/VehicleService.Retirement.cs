namespace Fleet.Api.Vehicles;

public partial class VehicleService
{
    public async Task RetireAsync(string plate)
    {
        var vehicle = await FindAsync(plate) ?? throw new VehicleNotFoundException(plate);
        vehicle.State = VehicleState.Retired;
        await _context.SaveChangesAsync();
        Retired?.Invoke(this, vehicle);
    }

    partial void OnRetiring(Vehicle vehicle);

    public void Scrap(string plate)
    {
    }
}
