namespace Parking.Api.Services;

public class Occupancy
{
    private readonly Dictionary<int, int> taken = new();

    public void Enter(int garage)
    {
        taken[garage] = taken.GetValueOrDefault(garage) + 1;
    }

    public double Share(int garage, int places)
    {
        return places == 0 ? 0 : (double)taken.GetValueOrDefault(garage) / places
    }
}
